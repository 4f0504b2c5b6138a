"""Paragraphs as the rules read them: whole where they are broken into lines, and not indented.

A paste from a PDF is broken, each line a paragraph; the first line is often set in by spaces.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import is_
from typing import NamedTuple

from app.checks.check import Finding, Fix
from app.checks.reading.paragraphs import PLACE, unchanged
from app.document.edits import Edit, Splice, TextEdit
from app.document.model import SPACES, Block, Document, Role, Span, cut
from app.document.wrapping import joined, joins, joints, paragraphs

_INDENTED = frozenset((Role.BODY, Role.CLOSING))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph: `start` and `end` in its text, and where that stands in its block."""

    start: int
    end: int
    block: int
    offset: int


@dataclass(frozen=True, slots=True)
class Unbroken:
    """A document whose paragraphs are whole, and where they stand in the document as it is.

    `blocks` are those of the document as it is; `places` has the block of each paragraph, that of
    its first line; `lines` those of the paragraphs that were broken; `same` tells how many
    paragraphs at the head and at the tail are those of the last reading.
    """

    document: Document
    blocks: Sequence[Block]
    places: Sequence[int]
    same: tuple[int, int]
    lines: Mapping[int, Sequence[Line]] = field(default_factory=dict[int, Sequence[Line]])

    def placed(self, found: Finding) -> Finding:
        """Return a finding of the whole paragraphs where it stands in the document as it is.

        One that goes on in further lines is shown in the first of them; its mend reaches them all.
        A mend of whole blocks is kept where none of them is broken.
        """
        span = found.span
        line, *_ = _met(self._rows(span.block), span.start, span.end)
        start, end = (at - line.start + line.offset for at in (span.start, min(span.end, line.end)))
        fixes = [self._mend(fix) for fix in found.fixes]
        return replace(
            found,
            span=Span(line.block, start, end),
            fixes=tuple([fix for fix in fixes if fix is not None]),
        )

    def _rows(self, block: int) -> Sequence[Line]:
        if block in self.lines:
            return self.lines[block]
        size, place = len(self.document.blocks[block]), self.places[block]
        return (Line(0, size, place, len(self.blocks[place]) - size),)

    def _mend(self, fix: Fix) -> Fix | None:
        edits: list[Edit] = []
        for edit in fix.edits:
            if isinstance(edit, TextEdit):
                edits.extend(self._split(edit))
            elif isinstance(edit, Splice) and self._is_whole(edit):
                first, last = self.places[edit.start], self.places[edit.end - 1]
                edits.append(replace(edit, start=first, end=last + 1))
            elif not isinstance(edit, Splice) and edit.block not in self.lines:
                edits.append(replace(edit, block=self.places[edit.block]))
            else:
                return None
        return replace(fix, edits=tuple(edits))

    def _is_whole(self, edit: Splice) -> bool:
        """Tell whether an edit is of paragraphs none of which is broken."""
        return edit.end > edit.start and self.lines.keys().isdisjoint(range(edit.start, edit.end))

    def _split(self, edit: TextEdit) -> Iterator[TextEdit]:
        """Yield an edit line by line: the new text goes into the first."""
        text = edit.text
        for line in _met(self._rows(edit.block), edit.start, edit.end):
            start, end = max(edit.start, line.start), min(edit.end, line.end)
            shift = line.offset - line.start
            yield TextEdit(line.block, start + shift, max(start, end) + shift, text)
            text = ""


class _Placed(NamedTuple):
    """What was found in a paragraph, and the same where it stands in the block as written."""

    found: Finding
    place: int
    written: Block
    as_written: Finding

    def holds(self, found: Finding, place: int, written: Block) -> bool:
        """Tell whether this is where a finding of a block at a place still stands."""
        return self.found is found and self.place == place and self.written is written


class Joiner:
    """Joins the broken paragraphs of a document that changes, and takes indents off."""

    def __init__(self) -> None:
        self._blocks: tuple[Block, ...] = ()
        self._flush: tuple[Block, ...] = ()  # the same without indents
        self._continued: dict[int, int] = {}
        self._given: tuple[Block, ...] = ()  # the paragraphs of the last reading
        self._whole: Document | None = None  # the last that was made
        self._placed: dict[int, _Placed] = {}  # by the identity of what was found

    def read(self, document: Document, *, anew: bool) -> Unbroken:
        """Return a document with whole paragraphs; which lines go on is found `anew` or as before.

        Unchanged paragraphs are the same blocks each time.
        """
        blocks, broken = document.blocks, bool(self._continued)
        head, tail = unchanged(self._blocks, blocks)
        if anew or not self._blocks:
            self._continued = joints(blocks, by_width=True)
        elif self._continued:
            self._carry(blocks, head, tail)
        self._take_in(blocks, head, tail)
        if not self._continued:
            same = unchanged(self._given, self._flush) if broken else (head, tail)
            self._given = self._flush
            return Unbroken(self._made(document, self._flush), blocks, range(len(blocks)), same)
        rows = paragraphs(self._continued)
        places = [at for at in range(len(blocks)) if at not in self._continued]
        made = [
            _whole(tuple([blocks[n] for n in rows[at]])) if at in rows else self._flush[at]
            for at in places
        ]
        lines = {n: tuple(_lines(blocks, rows[at])) for n, at in enumerate(places) if at in rows}
        same = unchanged(self._given, made)
        self._given = tuple(made)
        return Unbroken(self._made(document, self._given), blocks, places, same, lines)

    def _take_in(self, blocks: tuple[Block, ...], head: int, tail: int) -> None:
        """Take the indents off what stands between head and tail; most texts have none."""
        stop, behind = len(blocks) - tail, len(self._blocks) - tail
        fresh = [_flush(block) for block in blocks[head:stop]]
        if self._flush is self._blocks and all(map(is_, fresh, blocks[head:stop])):
            self._flush = blocks
        else:
            self._flush = (*self._flush[:head], *fresh, *self._flush[behind:])
        self._blocks = blocks

    def _made(self, document: Document, blocks: tuple[Block, ...]) -> Document:
        """Return a document with other blocks: itself, or the last one made, where it has them."""
        if blocks is document.blocks or blocks == document.blocks:
            return document
        last = self._whole
        if last is None or last.blocks != blocks or last.details is not document.details:
            last = self._whole = replace(document, blocks=blocks)
        return last

    def placed(self, unbroken: Unbroken, found: Iterable[Finding]) -> list[Finding]:
        """Return findings where they stand in the document as it is, in order of place.

        Those that are the same as before in paragraphs that are, too, stay the same.
        """
        made: list[Finding] = []
        known, self._placed = self._placed, {}
        whole, written = unbroken.document.blocks, unbroken.blocks
        places, lines = unbroken.places, unbroken.lines
        for one in found:
            block = one.span.block
            place = places[block]
            local = _local(one)
            if local and place == block and whole[block] is written[place]:
                made.append(one)
                continue
            last = known.get(id(one)) if local and block not in lines else None
            if last is None or not last.holds(one, place, written[place]):
                last = _Placed(one, place, written[place], unbroken.placed(one))
            self._placed[id(one)] = last
            made.append(last.as_written)
        return sorted(made, key=PLACE) if lines else made

    def _carry(self, blocks: Sequence[Block], head: int, tail: int) -> None:
        """Take the lines that went on before the change to where they stand after it."""
        delta = len(blocks) - len(self._blocks)
        behind = len(self._blocks) - tail
        gone = range(head, behind if delta else head)
        self._continued = {
            at + delta * (at >= behind): before + delta * (before >= behind)
            for at, before in self._continued.items()
            if at not in gone and before not in gone
        }


def _local(found: Finding) -> bool:
    """Tell whether all mends of a finding are edits of the text it stands in."""
    block = found.span.block
    return all(
        isinstance(edit, TextEdit) and edit.block == block
        for fix in found.fixes
        for edit in fix.edits
    )


def _flush(block: Block) -> Block:
    """Return a paragraph of running text without the spaces that set its first line in."""
    if block.role not in _INDENTED or block.runs[:1] == () or block.runs[0].text[0] not in SPACES:
        return block
    text = block.text
    words = len(text) - len(text.lstrip(SPACES))
    return replace(block, runs=cut(block.runs, words, len(text)))


def _met(lines: Sequence[Line], start: int, end: int) -> Sequence[Line]:
    """Return the lines that a stretch meets, the one it stands in where it is empty."""
    first = max(bisect_right(lines, start, key=lambda line: line.start) - 1, 0)
    last = max(bisect_right(lines, end - 1, key=lambda line: line.start), first + 1)
    return lines[first:last]


@lru_cache(maxsize=8192)  # the paragraphs of a text between two readings
def _whole(rows: tuple[Block, ...]) -> Block:
    return joined(rows)


def _lines(blocks: Sequence[Block], rows: Sequence[int]) -> Iterator[Line]:
    """Yield the lines of a paragraph as `joined` puts them together."""
    at = 0
    for n, (between, start, end) in zip(rows, joins([blocks[n].text for n in rows]), strict=True):
        at += len(between)
        yield Line(at, at + end - start, n, start)
        at += end - start
