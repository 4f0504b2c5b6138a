"""Where the names of offices stand that issue a document together and all put their seals on it.

They stand in rows of up to three, each name in the middle of its seal, the last one above the date;
seals do not touch each other and stay inside the type area (GB/T 9704-2012, 7.3.5.1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from app.document.model import Block, Role
from app.docx.layout import Layout
from app.docx.measures import MM, width
from app.docx.official import Manner

_MOST = 3  # names in a row
_CLEAR = 0.4  # characters at the least between two seals, and half a seal's way to the edge
_APART = 1.0  # characters at the least between two names
_ABOVE = 2.0  # lines above the first row: its seals then begin within one line below the text
_DATE = 4.0  # characters right of the date at the least
SAME_LINE = -1.0  # the lines left free before a name that stands beside the one before it


class Seat(NamedTuple):
    """Where a name stands: the middle of it in characters, the free lines before it.

    `beside` tells that the next name stands in the same line.
    """

    middle: float
    free: float
    beside: bool

    @property
    def behind(self) -> bool:
        """Whether the name before stands in the same line."""
        return self.free == SAME_LINE


def seats(blocks: Sequence[Block], layout: Layout, manner: Manner) -> dict[int, Seat]:
    """Return block → where it stands, for the names of offices that seal a document together."""
    if not manner.seal:
        return {}
    found: dict[int, Seat] = {}
    for stretch in signatures(blocks):
        texts = [blocks[at].text.strip() for at in stretch]
        if len(texts) == 1 or any("\n" in text for text in texts):
            continue
        stop = stretch.stop
        dated = stop < len(blocks) and blocks[stop].role is Role.DATE
        date = width(blocks[stop].text.strip()) if dated else 0.0
        named = _seats([width(text) for text in texts], date, layout)
        found |= dict(zip(stretch, named, strict=True))
    return found


def signatures(blocks: Sequence[Block]) -> list[range]:
    """Return the stretches of names that follow each other."""
    found: list[range] = []
    for at in [at for at, block in enumerate(blocks) if block.role is Role.SIGNATURE]:
        if found and found[-1].stop == at:
            found[-1] = range(found[-1].start, at + 1)
        else:
            found.append(range(at, at + 1))
    return found


def _seats(names: Sequence[float], date: float, layout: Layout) -> Iterator[Seat]:
    columns = _columns(max(names), date, layout)
    between = ceil(layout.head.seal * MM / layout.grid.pitch) - 1.0
    for start in range(0, len(names), len(columns)):
        row = range(start, min(start + len(columns), len(names)))
        for at, middle in zip(row, columns[-len(row) :], strict=True):
            free = (between if at else _ABOVE) if at == row[0] else SAME_LINE
            yield Seat(middle, free, at < row[-1])


def _columns(longest: float, date: float, layout: Layout) -> tuple[float, ...]:
    """Return the middles of the columns: as many as find room, the last one above the date.

    They stand evenly between it and its mirror image, further left only where seals would touch.
    """
    characters = layout.grid.characters
    seal = layout.head.seal * MM / layout.character
    last = characters - max(_DATE + date / 2, longest / 2)
    edge = max((seal + _CLEAR) / 2, longest / 2)
    for count in range(_MOST, 1, -1):
        for begin in (max(characters - last, edge), edge):
            step = (last - begin) / (count - 1)
            if step >= max(seal + _CLEAR, longest + _APART):
                return tuple([begin + step * at for at in range(count)])
    return (last,)
