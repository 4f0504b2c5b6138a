"""The mark of the issuing organ (发文机关标志): one name, or those of several organs in rows.

Organs that issue a document together stand below each other, the host first, spread to the width of
the longest; 文件 stands on their right, in the middle of their height (GB/T 9704-2012, 7.2.4). A
letter names the host alone (10.1). A name too long for one row stands in two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.document.model import Role
from app.docx.layout import Layout
from app.docx.measures import MM, width
from app.docx.official import Format, Head

_LETTER = 36.0  # points
_LEAST = 12.0
_LONG = 18  # characters of a name that stands in one row at the most
_ENDS = re.compile("(?<=[府局厅委会部院署办室处组])(?![员部])")  # where parts of a name may end
_HIGH = 1.15  # the height of a row as a share of its size
_TALLEST = 0.3  # of the type area that the rows of several organs may take
_GAP = 0.5  # characters between the names and 文件
_SPARE = 2.0  # lines left free above the number and below the red line
_PAPERS = {Format.GENERAL: "文件", Format.LETTER: "文件", Format.ORDER: "令"}
_PARTED = re.compile(r"[\s、，,]+")
_SHORTEST = 3  # characters of a name; what is parted into less is one name spaced out


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark as it is set: `rows` with the points added after each character of them.

    All measures are points; `left` is where the rows begin in the type area and `wide` how wide
    they are. `paper` is the word, 文件 or 令, that stands beside several rows,
    "" for none.
    """

    size: float
    rows: tuple[tuple[str, float], ...]
    left: float
    wide: float
    paper: str = ""

    @property
    def line(self) -> float:
        """The height of one row."""
        return self.size * _HIGH

    @property
    def margin(self) -> float:
        """What a row is higher than its characters, above them and below."""
        return (self.line - self.size) / 2

    @property
    def height(self) -> float:
        """The height of all rows."""
        return self.line * len(self.rows)

    @property
    def paper_left(self) -> float:
        """Where `paper` begins in the type area."""
        return self.left + self.wide + _GAP * self.size

    @property
    def paper_top(self) -> float:
        """How far below the first row's upper edge that of `paper` lies."""
        return (self.height - self.line) / 2


def organs(mark: str, paper: str) -> list[str]:
    """Return the names that a mark is made of, without `paper` where they are several."""
    names = [part for part in _PARTED.split(mark.removesuffix(paper)) if part]
    joint = len(names) > 1 and all(len(name) >= _SHORTEST for name in names)
    return names if joint else [mark]


def mark_of(found: Head, layout: Layout) -> Mark:
    """Return the mark of a head as large as its room allows."""
    room, letter = layout.page.type_width * MM, found.format is Format.LETTER
    word = _PAPERS.get(found.format, "")
    names = organs(found.mark, word) if word else [found.mark]
    long = len(names) == 1 and not letter and width(names[0]) > _LONG
    if letter or (len(names) == 1 and not long):
        name = names[0]
        size = _size(layout.head.size, room / max(width(name), 1))
        size = min(size, _LETTER) if letter else size
        wide = width(name) * size
        return Mark(size, ((name, 0.0),), (room - wide) / 2, wide)
    paper = word if found.mark.endswith(word) and not long else ""
    names = _halves(names[0]) if long else names
    longest = max(map(width, names))
    across = longest + (_GAP + len(paper) if paper else 0.0)
    down = max(_free(found, layout) / (_HIGH * len(names)), layout.roles[Role.BODY].size)
    size = _size(layout.head.size, room / across, down)
    rows = [(name, (longest - width(name)) * size / max(len(name) - 1, 1)) for name in names]
    return Mark(size, tuple(rows), (room - across * size) / 2, longest * size, paper)


def drop(found: Head, layout: Layout) -> float:
    """Return the points that the upper edge of a mark lies within the type area, but in letters."""
    return (layout.head.order if found.format is Format.ORDER else layout.head.drop) * MM


def _free(found: Head, layout: Layout) -> float:
    """Return the points that rows of the mark may take, so that the first page shows its text.

    For that they become as small as the text, no smaller.
    """
    whole, pitch = layout.page.type_height * MM, layout.grid.pitch
    above = max(drop(found, layout), len(found.corner) * pitch)
    below = _numbers(found, layout) + 2 * _SPARE * pitch + found.below
    return min(whole * _TALLEST, whole - above - below)


def _numbers(found: Head, layout: Layout) -> float:
    """Return the points of the rows of number and signers, down to the red line."""
    return max(len(found.signers), 1) * layout.grid.pitch + layout.head.line * MM


def spare(found: Head, layout: Layout) -> float:
    """Return the lines left free above the number of a document and below its red line.

    They are two, and less, down to one, where the first page would else hold no text of it: that it
    must goes before the usual distances, which may be adjusted (5.2.3, 7.3.3).
    """
    if not found.mark or found.format is not Format.GENERAL:
        return _SPARE
    pitch, mark = layout.grid.pitch, mark_of(found, layout)
    top = max(drop(found, layout), len(found.corner) * pitch + mark.margin)
    high = top + mark.height - 2 * mark.margin + _numbers(found, layout) + found.below
    lacking = high + 2 * _SPARE * pitch - layout.page.type_height * MM
    return min(max(_SPARE - lacking / (2 * pitch), 1.0), _SPARE)


def _size(*most: float) -> float:
    """Return the largest size that programs know and that none of these is smaller than."""
    return max(int(min(most) * 2) / 2, _LEAST)


def _halves(name: str) -> list[str]:
    """Return a long name in two rows, parted near its middle where a part of it ends."""
    middle = len(name) / 2
    places = [found.start() for found in _ENDS.finditer(name)]
    near = [place for place in places if abs(place - middle) < middle / 2]
    place = min(near or [round(middle)], key=lambda place: abs(place - middle))
    return [name[:place], name[place:]]
