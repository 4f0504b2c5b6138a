"""Changes appended to a PDF that Qt wrote, as the format itself does it: an incremental update."""

from __future__ import annotations

import re
from collections.abc import Mapping

_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)
_ENTRY = re.compile(rb"/(Root|Info|Size|ID)\s*(\d+ 0 R|\d+|\[.*?\])", re.DOTALL)


def objects(pdf: bytes, mark: bytes) -> dict[int, bytes]:
    """Return the objects that hold `mark`, by number; streams that are packed hold it by chance."""
    found: dict[int, bytes] = {}
    at = pdf.find(mark)
    while at >= 0:
        start = pdf.rfind(b" 0 obj\n", 0, at)
        line = pdf.rfind(b"\n", 0, start) + 1
        end = pdf.find(b"\nendobj", at)
        if start >= 0 and end >= 0 and pdf[line:start].isdigit():
            found[int(pdf[line:start])] = pdf[start + len(b" 0 obj\n") : end]
        at = pdf.find(mark, max(end, at + 1))
    return found


def size(pdf: bytes) -> int:
    """Return the number that the next new object takes."""
    return int(_trailer(pdf)[b"Size"])


def root(pdf: bytes) -> int:
    """Return the number of the catalog."""
    return int(_trailer(pdf)[b"Root"].split()[0])


def closed(pdf: bytes) -> bytes:
    """Return the PDF with the end of its properties, which Qt 6.8 miswrites; no offset moves."""
    return pdf.replace(b"/Trapped /False\n2\nendobj", b"/Trapped/False\n>>\nendobj", 1)


def updated(pdf: bytes, changed: Mapping[int, bytes]) -> bytes:
    """Return the PDF with objects replaced or added by number (ISO 32000-1, 7.5.6)."""
    if not changed:
        return pdf
    found = _TRAILER.search(pdf)
    if found is None:
        raise ValueError("not a PDF with a plain trailer")
    body, places = bytearray(pdf), dict[int, int]()
    for number, content in sorted(changed.items()):
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(body)
    body += b"xref\n"
    for number, place in places.items():
        body += b"%d 1\n%010d 00000 n \n" % (number, place)
    entries = _trailer(pdf) | {b"Size": b"%d" % max(size(pdf), max(changed) + 1)}
    rows = b"\n".join([b"/%s %s" % entry for entry in entries.items()])
    body += b"trailer\n<<\n%s\n/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n" % (rows, found[2], start)
    return bytes(body)


def stream(content: bytes) -> bytes:
    """Return the body of a stream object, packed."""
    import zlib

    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def text(value: str) -> bytes:
    """Return a text string for people, in hexadecimal UTF-16 with its mark."""
    return b"<FEFF%s>" % value.encode("utf-16-be", "replace").hex().upper().encode()


def _trailer(pdf: bytes) -> dict[bytes, bytes]:
    found = _TRAILER.search(pdf)
    return dict(_ENTRY.findall(found[1])) if found else {}
