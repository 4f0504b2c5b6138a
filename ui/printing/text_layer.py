"""The text that is found in and copied from a PDF: as written, whatever glyphs show it.

Qt names a glyph by the lowest code that shows it: 工 comes out as the radical ⼯, a dash of two as
U+2E3A, a rare character of a name as nothing. So its maps are written anew from what was drawn.
"""

from __future__ import annotations

import re

from ui.printing import revision
from ui.printing.paint import Ink

_FONT = re.compile(rb"/Subtype /Type0\s+/BaseFont /(\S+).*?/ToUnicode (\d+) 0 R", re.DOTALL)
_RANGE = re.compile(rb"^<[0-9a-fA-F]{4}> <([0-9a-fA-F]{4})> [\[<]", re.MULTILINE)
_BLOCK = 100  # entries that one block of a map may hold (Adobe technical note 5014)


def with_text(pdf: bytes, ink: Ink) -> bytes:
    """Return a PDF of Qt's with each font's map to text replaced by what was drawn with it.

    Glyphs stand in a font of the file in the order of their first use. A font whose glyphs are not
    those taken down keeps its map.
    """
    changed: dict[int, bytes] = {}
    for content in revision.objects(pdf, b"/ToUnicode ").values():
        found = _FONT.search(content)
        if found is None:
            continue
        count, name = _count(pdf, int(found[2])), found[1].decode("latin-1")
        fitting = {font: drawn for font, drawn in ink.items() if len(drawn) == count}
        drawn = fitting.get(name) or next(iter(fitting.values()), None)
        if drawn is not None and (name in fitting or len(fitting) == 1):
            changed[int(found[2])] = revision.stream(_map(list(drawn.values())))
    return revision.updated(pdf, changed)


def _count(pdf: bytes, number: int) -> int:
    """Return how many glyphs the map of Qt's names, the missing one left out."""
    start = pdf.find(b"\n%d 0 obj" % number)
    content = pdf[start : pdf.find(b"endstream", start)]
    return max([int(last, 16) for last in _RANGE.findall(content)], default=0)


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
