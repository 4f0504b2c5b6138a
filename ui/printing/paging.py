"""Where pages break: paragraphs set once, kept by value, and put on pages in twips as Word does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import is_

from app.document.model import Block, Document, Role
from app.docx.body import lead_end, signed
from app.docx.layout import Layout
from app.docx.measures import millimetres, twips
from ui.printing.paragraphs import Paragraph, Place, set_lines
from ui.printing.tables import Table, set_table

POINT = 72 / 25.4  # points in a millimetre


@dataclass(frozen=True, slots=True)
class Start:
    """Where a page begins: a block, and a character of its text."""

    block: int
    char: int


@dataclass(frozen=True, slots=True)
class Placed:
    """Lines of a block on a page: from `first` up to `stop`, the first one's top in twips."""

    block: int
    first: int
    stop: int
    top: int


@dataclass(frozen=True, slots=True)
class _Set:
    """A block set into lines, with what putting it on a page asks for."""

    lines: Paragraph | Table
    right: float | None
    heights: tuple[int, ...] | None  # None where all are of one height
    height: int
    count: int
    keeps: bool  # with the next paragraph
    new_page: bool


class Pager:
    """Sets documents into pages; what did not change since the last one is not set again."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._width = layout.page.type_width * POINT
        self._bottom = millimetres(layout.page.type_height)
        self._blocks: tuple[Block, ...] = ()
        self._sets: list[_Set] = []
        self._gaps: dict[tuple[Role, Role], int] = {}

    def starts(self, document: Document) -> tuple[Start, ...]:
        """Return where each page begins; the first one at the beginning."""
        return tuple([self._start(page[0]) if page else Start(0, 0) for page in self.put(document)])

    def put(self, document: Document) -> list[list[Placed]]:
        """Return what stands on each page; at least one page, which may be empty."""
        self._set(document.blocks)
        return _Sheets(self._sets, self._gap_list(), self._bottom).fill()

    def lines(self, block: int) -> Paragraph | Table:
        """Return a block of the last document as it was set."""
        return self._sets[block].lines

    def _start(self, placed: Placed) -> Start:
        lines = self._sets[placed.block].lines
        if isinstance(lines, Table):
            return Start(placed.block, 0)
        label = len(self._blocks[placed.block].label)
        return Start(placed.block, max(lines.lines[placed.first][0] - label, 0))

    def _set(self, blocks: tuple[Block, ...]) -> None:
        """Set what is new; a block that is the same object in the same place has not changed."""
        old, known = self._blocks, self._sets
        rights = signed(blocks)
        head = _alike(old, blocks)
        tail = min(_alike(old[::-1], blocks[::-1]), len(old) - head, len(blocks) - head)
        kept = {block: known[at] for at, block in enumerate(old[head : len(old) - tail], head)}
        self._sets = [
            *known[:head],
            *[
                kept[block]
                if block in kept and kept[block].right == rights.get(at)
                else self._one(block, rights.get(at))
                for at, block in enumerate(blocks[head : len(blocks) - tail], head)
            ],
            *known[len(known) - tail :],
        ]
        self._blocks = blocks
        for at, entry in enumerate(self._sets):
            if entry.right is not None or at in rights:
                right = rights.get(at)
                if entry.right != right:
                    self._sets[at] = self._one(blocks[at], right)

    def _one(self, block: Block, right: float | None) -> _Set:
        look = self.layout.roles[block.role]
        place = Place(self.layout, look, self._width, look.right if right is None else right)
        keeps = look.outline is not None and not (look.lead and lead_end(block))
        if block.object is not None:
            table = set_table(block, place)
            heights = table.heights
            return _Set(
                table, right, heights, heights[0], len(heights), keeps=False, new_page=look.new_page
            )
        lines = set_lines(block, place)
        return _Set(
            lines, right, None, lines.height, len(lines.lines), keeps=keeps, new_page=look.new_page
        )

    def _gap_list(self) -> list[int]:
        known, gaps = self._gaps, []
        previous: Role | None = None
        for block in self._blocks:
            role = block.role
            if previous is None:
                gaps.append(0)
            else:
                gap = known.get((previous, role))
                if gap is None:
                    gap = twips(self.layout.gap(previous, role) * self.layout.grid.pitch)
                    known[previous, role] = gap
                gaps.append(gap)
            previous = role
        return gaps


class _Sheets:
    """Fills one page after the other, down to `bottom` twips."""

    def __init__(self, sets: Sequence[_Set], gaps: Sequence[int], bottom: int) -> None:
        self._sets, self._gaps, self._bottom = sets, gaps, bottom
        self._pages: list[list[Placed]] = [[]]
        self._y = 0

    def fill(self) -> list[list[Placed]]:
        """Return what stands on each page."""
        kept_until = 0
        for at, entry in enumerate(self._sets):
            empty = not self._pages[-1]
            if entry.new_page and not empty:
                self._turn()
                empty = True
            top = 0 if empty else self._y + self._gaps[at]
            if entry.keeps and at >= kept_until and not empty:
                kept_until, need = self._chain(at)
                if top + need > self._bottom >= need:
                    self._turn()
                    top = 0
            if entry.heights is not None:
                self._add_rows(at, entry.heights, top)
            else:
                self._add_lines(at, entry, top)
        return self._pages

    def _turn(self) -> None:
        self._pages.append([])
        self._y = 0

    def _add_lines(self, at: int, entry: _Set, top: int) -> None:
        height, first = entry.height, 0
        while True:
            fits = (self._bottom - top) // height
            if not self._pages[-1]:
                fits = max(fits, 1)
            stop = min(first + max(fits, 0), entry.count)
            if stop > first:
                self._pages[-1].append(Placed(at, first, stop, top))
                self._y = top + (stop - first) * height
            if stop == entry.count:
                return
            self._turn()
            first, top = stop, 0

    def _add_rows(self, at: int, heights: tuple[int, ...], top: int) -> None:
        for row, height in enumerate(heights):
            if top + height > self._bottom and self._pages[-1]:
                self._turn()
                top = 0
            self._pages[-1].append(Placed(at, row, row + 1, top))
            top += height
            self._y = top

    def _chain(self, at: int) -> tuple[int, int]:
        """Return where paragraphs that keep with the next end, and what they need with its line."""
        need, start = 0, at
        while at < len(self._sets) and self._sets[at].keeps:
            need += self._sets[at].height * self._sets[at].count
            need += self._gaps[at] if at > start else 0
            at += 1
        if at < len(self._sets) and not self._sets[at].new_page:
            need += self._gaps[at] + self._sets[at].height
        return at, need


def _alike(old: Sequence[Block], new: Sequence[Block]) -> int:
    """Return how many blocks from the beginning are the same objects."""
    for at, same in enumerate(map(is_, old, new)):
        if not same:
            return at
    return min(len(old), len(new))
