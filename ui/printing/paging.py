"""Where pages break: paragraphs set once and kept, put on pages in twips as Word counts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import is_, itemgetter
from typing import NamedTuple

from app.document.model import Block, Details, Document, Role
from app.docx.body import lead_end
from app.docx.joint import Seat, seats
from app.docx.layout import Layout, Look
from app.docx.measures import millimetres, twips
from app.docx.objects import NOTHING, Shown, sideways
from app.docx.official import ORDINARY, manner
from app.docx.placing import Indent, gap, indents, look_of, opening
from app.docx.sideways import stretches, turned
from app.docx.together import kept
from ui.printing.faces import POINT
from ui.printing.official import Band, foot_band, head_band
from ui.printing.paragraphs import Paragraph, Place, set_lines
from ui.printing.tables import Table, set_table

_SOME = 1000  # paragraphs put on pages before waiting keys have their turn


class Start(NamedTuple):
    """Where a page begins: a block, a character of its text, the row of a table."""

    block: int
    char: int
    row: int = 0


def page_of(starts: Sequence[Start], block: int, char: int) -> int:
    """Return the number of the page, from 1, that shows a character of a block."""
    return max(bisect_right(starts, (block, char), key=itemgetter(0, 1)), 1)


class Placed(NamedTuple):
    """Lines of a block on a page: from `first` up to `stop`, the first one's top in twips."""

    block: int
    first: int
    stop: int
    top: int


@dataclass(frozen=True, slots=True)
class _Set:
    """A block set into lines, with what putting it on a page asks for; heights in twips."""

    lines: Paragraph | Table | None  # None for a paragraph that is set again when it is drawn
    firsts: tuple[int, ...]  # the character that each line of a paragraph begins with
    indent: Indent | None  # where it stands that its role alone does not tell
    heights: tuple[int, ...]  # one where all lines are of that height
    count: int
    whole: int
    keeps: bool  # with the next paragraph
    new_page: bool
    turned: bool  # stands sideways

    def height(self, line: int) -> int:
        return self.heights[min(line, len(self.heights) - 1)]


class Pager:
    """Sets documents into pages; what did not change since the last one is not set again."""

    def __init__(
        self, layout: Layout, objects: Mapping[str, Shown] = NOTHING, *, drawn: bool = True
    ) -> None:
        """`objects` has the tables and pictures by the names that blocks give them.

        `drawn` False, for who asks for the breaks alone, keeps no widths of characters: at a
        million of them these are 20 MB.
        """
        self.layout, self.objects = layout, objects
        self._drawn = drawn
        self.turned = turned(layout)
        self._sideways = sideways(objects)
        self._blocks: tuple[Block, ...] = ()
        self._sets: list[_Set] = []
        self._gaps: list[int] = []
        self._known_gaps: dict[tuple[Role, Role], int] = {}
        self._starts: list[tuple[int, int]] = []
        self._seated: Mapping[int, Seat] = {}
        self._kept: frozenset[int] = frozenset()
        self._details: Details | None = None
        self._needed = 0.0  # points of the text on the first page, which the head leaves
        self._manner = ORDINARY
        self.head = self.foot = Band()

    def begun(self) -> tuple[Start, ...]:
        """Return where each page of the document put last begins, the first at the beginning.

        A page that holds nothing but the version block begins behind the last block.
        """
        return tuple([self._start(block, line) for block, line in self._starts])

    def put(self, document: Document) -> int:
        """Put a document on pages and return how many they are, at least one."""
        for _ in self.putting(document):
            pass
        return len(self._starts)

    def putting(self, document: Document) -> Iterator[None]:
        """Do the same some paragraphs at a time; nothing else is set meanwhile."""
        self._follow(document)
        self._set(document.blocks)
        yield
        self._starts = yield from self._fill()

    def set_some(self, document: Document, most: int) -> bool:
        """Set so many paragraphs of a long document ahead of `put`; tell whether some are left."""
        self._follow(document)
        head, tail = _ends(self._blocks, document.blocks)
        left = len(document.blocks) - head - tail > most
        self._set(document.blocks[: head + most] if left else document.blocks)
        return left

    def _follow(self, document: Document) -> None:
        """Take the head, the foot and the manner that a document asks for."""
        details, now = document.details, manner(document.details)
        needed = opening(document, self.layout)
        if (details, needed) != (self._details, self._needed):
            self._details, self._needed = details, needed
            self.head = head_band(details, self.layout, needed)
            self.foot = foot_band(details, self.layout)
        if now != self._manner:  # faces and gaps are others
            self._manner = now
            self._blocks, self._sets, self._gaps, self._known_gaps = (), [], [], {}

    def placed(self, page: int) -> Iterator[Placed]:
        """Yield what stands on a page of the last document, from 0."""
        block, line = self._starts[page]
        following = (len(self._sets), 0)
        end, end_line = self._starts[page + 1] if page + 1 < len(self._starts) else following
        top = 0 if page else self.head.height
        while (block, line) < (end, end_line):
            entry = self._sets[block]
            stop = end_line if block == end else entry.count
            if not isinstance(entry.lines, Table):
                yield Placed(block, line, stop, top)
                top += entry.heights[0] * (stop - line)
            else:
                heads = entry.lines.heads if line else 0
                for row in (*range(heads), *range(line, stop)):
                    yield Placed(block, row, row + 1, top)
                    top += entry.heights[row]
            block, line = block + 1, 0
            top += self._gaps[block] if block < len(self._gaps) else 0

    def find(self, block: int, char: int) -> tuple[int, Placed, int]:
        """Return the page, from 0, and the line that shows a character of a block."""
        at = char + len(self._blocks[block].label) if char else 0
        line = max(bisect_right(self._sets[block].firsts, at) - 1, 0)
        page = max(bisect_right(self._starts, (block, line)) - 1, 0)
        placed = next(
            (p for p in self.placed(page) if p.block == block and p.first <= line < p.stop),
            Placed(block, 0, 0, 0),
        )
        return page, placed, line

    def look(self, block: int) -> Look:
        """Return how a block of the last document is set."""
        return look_of(self._blocks[block], self.layout, self._manner)

    def lines(self, block: int) -> Paragraph | Table:
        """Return a block of the last document as it was set."""
        entry, value = self._sets[block], self._blocks[block]
        place = self._place(value, entry.indent, aside=entry.turned)
        return entry.lines or set_lines(value, place)

    def _start(self, block: int, line: int) -> Start:
        if not line:
            return Start(block, 0)
        entry = self._sets[block]
        if isinstance(entry.lines, Table):
            rows = self._blocks[block].text.split("\n")  # one a row, where none was parted
            return Start(block, len("\n".join(["", *rows[:line]])), line)
        label = len(self._blocks[block].label)
        return Start(block, max(entry.firsts[line] - label, 0))

    def _set(self, blocks: tuple[Block, ...]) -> None:
        """Set what is new; a block that is the same object in the same row has not changed."""
        old, known, gaps = self._blocks, self._sets, self._gaps
        if blocks is old and not self._sideways:  # what stands sideways hangs on the head too
            return
        head, tail = _ends(old, blocks)
        places = indents(blocks, self.layout, self._manner)
        stop = len(blocks) - tail
        aside = self._turned_blocks(blocks)
        fresh = [
            self._one(blocks[at], places.get(at), aside=at in aside) for at in range(head, stop)
        ]
        self._sets = [*known[:head], *fresh, *known[len(known) - tail :]]
        were = [at for at, entry in enumerate(self._sets) if entry.indent or entry.turned]
        for at in {*were, *places, *aside}:
            entry = self._sets[at]
            if entry.indent != places.get(at) or entry.turned is not (at in aside):
                self._sets[at] = self._one(blocks[at], places.get(at), aside=at in aside)
        self._kept = kept(blocks, self.layout)
        seated = seats(blocks, self.layout, self._manner)
        if seated or self._seated:  # names in rows: their gaps hang on all of them
            head, tail, stop = 0, 0, len(blocks)
        self._seated = seated
        between = pairwise(blocks[max(head - 1, 0) : stop + 1])
        self._gaps = [
            *(gaps[:head] or [0] if blocks else []),
            *[self._gap(earlier, later) for earlier, later in between],
            *gaps[len(gaps) - tail + 1 :],
        ][: len(blocks)]
        for at, seat in seated.items():
            if at:
                self._gaps[at] = twips(seat.free * self.layout.grid.pitch)
        self._blocks = blocks

    def _turned_blocks(self, blocks: Sequence[Block]) -> frozenset[int]:
        if not self._sideways and not any(block.across for block in blocks):
            return frozenset()
        found = stretches(blocks, self._sideways, headed=bool(self.head.height))
        return frozenset([at for stretch in found for at in range(*stretch)])

    def is_turned(self, block: int) -> bool:
        """Tell whether a block of the last document stands sideways."""
        return self._sets[block].turned

    def _one(self, block: Block, indent: Indent | None, *, aside: bool) -> _Set:
        place = self._place(block, indent, aside=aside)
        look = place.look
        if block.object is not None:
            table = set_table(block, place, self.objects.get(block.object))
            high = table.heights
            return _Set(table, (), indent, high, len(high), sum(high), False, look.new_page, aside)  # noqa: FBT003  a plain row
        lines = set_lines(block, place)
        count = len(lines.lines)
        entry = _Set(
            lines=lines if self._drawn else None,
            firsts=tuple([first for first, _ in lines.lines]),
            indent=indent,
            heights=(lines.height,),
            count=count,
            whole=lines.height * count,
            keeps=look.keep or (look.outline is not None and not (look.lead and lead_end(block))),
            new_page=look.new_page,
            turned=aside,
        )
        return entry if self._drawn else _shared(entry)

    def _place(self, block: Block, indent: Indent | None, *, aside: bool) -> Place:
        layout = self.turned if aside else self.layout
        wide = layout.page.type_width * POINT
        look = look_of(block, layout, self._manner)
        return Place(layout, look, wide, indent, self._manner)

    def _bottom(self, entry: _Set) -> int:
        """Return the height in twips of the page that a block stands on."""
        return millimetres((self.turned if entry.turned else self.layout).page.type_height)

    def _gap(self, earlier: Block, later: Block) -> int:
        roles = earlier.role, later.role
        known = self._known_gaps.get(roles)
        if known is None or self._manner.minutes:  # there it hangs on the text too
            known = twips(gap(earlier, later, self.layout, self._manner) * self.layout.grid.pitch)
            self._known_gaps[roles] = known
        return known

    def _fill(self) -> Generator[None, None, list[tuple[int, int]]]:
        """Return the block and the line that each page begins with; stops now and then."""
        gaps, bottom = self._gaps, millimetres(self.layout.page.type_height)
        starts = [(0, 0)]
        y, kept_until, aside = self.head.height, 0, False
        for at, entry in enumerate(self._sets):
            if at % _SOME == _SOME - 1:
                yield
            top = y + gaps[at] if y else 0
            turns = entry.turned is not aside
            if turns:
                aside, bottom = entry.turned, self._bottom(entry)
            if (entry.new_page or turns) and y:
                starts.append((at, 0))
                y = top = 0
            if (entry.keeps or at in self._kept) and y and at >= kept_until:
                kept_until, need = self._chain(at)
                if top + need > bottom >= need:
                    starts.append((at, 0))
                    y = top = 0
            y = top + entry.whole
            if y > bottom:
                y = self._part(at, top, starts)
        if self.foot.height and y and (aside or y + self.foot.height > bottom):
            at = len(self._sets)
            while at > starts[-1][0] + 1 and self._keeps(at - 1):
                at -= 1
            starts.append((at, 0))
        return starts

    def _part(self, at: int, top: int, starts: list[tuple[int, int]]) -> int:
        """Part a block that does not fit below `top` over pages; return where the last one ends."""
        entry, empty = self._sets[at], top == 0
        bottom = self._bottom(entry)
        table = entry.lines if isinstance(entry.lines, Table) else None
        if table is None and len(entry.heights) == 1:  # nearly all
            return _rows(entry, at, top, bottom, starts)
        heads = sum(table.heights[: table.heads]) if table else 0
        for line in range(entry.count):
            height = need = entry.height(line)
            if table and not table.joined[line]:
                whole = table.together(line)
                need = whole if whole + heads <= bottom else height
            if top + need > bottom and not empty:
                starts.append((at, line))
                top = heads if table and line >= table.heads else 0
            top += height
            empty = False
        return top

    def _keeps(self, at: int) -> bool:
        """Tell whether a block stands whole on the page of the next one."""
        return self._sets[at].keeps or at in self._kept

    def _chain(self, at: int) -> tuple[int, int]:
        """Return where paragraphs that keep with the next end, and what they need with its line."""
        need, start = 0, at
        while at < len(self._sets) and self._keeps(at):
            need += self._sets[at].whole + (self._gaps[at] if at > start else 0)
            at += 1
        if at < len(self._sets) and not self._sets[at].new_page:
            need += self._gaps[at] + self._sets[at].height(0)
        return at, need


@lru_cache(maxsize=2000)
def _shared(entry: _Set) -> _Set:
    """Return the one that stands for all equal ones: in a long text nearly all are."""
    return entry


def _rows(entry: _Set, at: int, top: int, bottom: int, starts: list[tuple[int, int]]) -> int:
    """Part lines of one height over pages; return where the last one ends."""
    height, line = entry.heights[0], 0
    while True:
        fit = max((bottom - top) // height, int(top == 0))  # an empty page takes one that is higher
        if line + fit >= entry.count:
            return top + (entry.count - line) * height
        line, top = line + fit, 0
        starts.append((at, line))


def _ends(old: Sequence[Block], new: Sequence[Block]) -> tuple[int, int]:
    """Return how many blocks at the beginning and at the end are the same objects."""
    head = _alike(old, new)
    return head, min(_alike(old[::-1], new[::-1]), len(old) - head, len(new) - head)


def _alike(old: Sequence[Block], new: Sequence[Block]) -> int:
    """Return how many blocks from the beginning are the same objects."""
    same = bytes(map(is_, old, new)).find(0)
    return min(len(old), len(new)) if same < 0 else same
