"""The text that is found in and copied from a PDF: as written, whatever glyphs show it.

Qt names a glyph by the lowest code that shows it: 工 comes out as the radical ⼯, a dash of two as
U+2E3A, a rare character of a name as nothing. So its maps are written anew from what was drawn.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from ui.printing import revision
from ui.printing.paint import Ink

_FONT = re.compile(rb"/Subtype /Type0\s+/BaseFont /(\S+).*?/ToUnicode (\d+) 0 R", re.DOTALL)
_RANGE = re.compile(
    rb"^<([0-9a-fA-F]{4})> <[0-9a-fA-F]{4}> (?:\[([^\]]*)\]|<([0-9a-fA-F]{4})>)", re.MULTILINE
)
_CODE = re.compile(rb"[0-9a-fA-F]{4}")
_LEAST = 0.3  # the share of glyphs that must have the same text in both maps
_BLOCK = 100  # entries that one block of a map may hold (Adobe technical note 5014)


def with_text(pdf: bytes, ink: Ink) -> bytes:
    """Return a PDF of Qt's with each font's map to text replaced by what was drawn with it.

    Glyphs stand in a font of the file in the order of their first use. A font keeps its map where
    what was taken down does not fit it.
    """
    changed: dict[int, bytes] = {}
    for content in revision.objects(pdf, b"/ToUnicode ").values():
        found = _FONT.search(content)
        if found is None:
            continue
        name, codes = found[1].decode("latin-1"), _codes(pdf, int(found[2]))
        named = [ink[name]] if name in ink else list(ink.values())
        drawn = max([list(texts.values()) for texts in named], key=lambda d: _alike(d, codes))
        if _alike(drawn, codes) >= _LEAST or (name in ink and not codes):
            changed[int(found[2])] = revision.stream(_map(drawn))
    return revision.updated(pdf, changed)


def _codes(pdf: bytes, number: int) -> dict[int, str]:
    """Return the characters that Qt's map gives for the glyphs of a font, from 1."""
    start = pdf.find(b"\n%d 0 obj" % number)
    found: dict[int, str] = {}
    for first, listed, single in _RANGE.findall(pdf[start : pdf.find(b"endstream", start)]):
        for at, code in enumerate(_CODE.findall(listed or single), int(first, 16)):
            found[at] = chr(int(code, 16))
    return {at: char for at, char in found.items() if at and char != "\0"}


def _alike(drawn: list[str], codes: dict[int, str]) -> float:
    """Return the share of Qt's characters that are the ones drawn, or radicals that show them."""
    if not codes or max(codes) > len(drawn):
        return 0.0
    same = [
        normalize("NFKC", char) == normalize("NFKC", drawn[at - 1]) for at, char in codes.items()
    ]
    return sum(same) / len(codes)


def _map(texts: list[str]) -> bytes:
    rows = [
        b"<%04X> <%s>" % (at, text.encode("utf-16-be").hex().upper().encode())
        for at, text in enumerate(texts, 1)
    ]
    blocks = [rows[at : at + _BLOCK] for at in range(0, len(rows), _BLOCK)]
    body = b"\n".join(
        [b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks]
    )
    return _HEAD + body + _TAIL


_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TAIL = b"""
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
