"""Paragraphs broken into lines, as a paste from a PDF is: the rules read each as a whole."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from app.checks.check import Finding, Fix
from app.checks.reading.paragraphs import unchanged
from app.document.edits import Edit, Splice, TextEdit
from app.document.model import Block, Document, Span
from app.document.wrapping import joined, joins, joints, paragraphs


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

    `places` has the block of each paragraph, that of its first line; `lines` those of the
    paragraphs that were broken.
    """

    document: Document
    places: Sequence[int] = ()
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
        text = self.document.blocks[block].text
        return self.lines.get(block) or (Line(0, len(text), self.places[block], 0),)

    def _mend(self, fix: Fix) -> Fix | None:
        edits: list[Edit] = []
        for edit in fix.edits:
            if isinstance(edit, TextEdit):
                edits.extend(self._split(edit))
            elif isinstance(edit, Splice) and self._is_whole(edit):
                first, last = self.places[edit.start], self.places[edit.end - 1]
                edits.append(replace(edit, start=first, end=last + 1))
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


class Joiner:
    """Joins the broken paragraphs of a document that changes."""

    def __init__(self) -> None:
        self._blocks: tuple[Block, ...] = ()
        self._continued: dict[int, int] = {}

    def read(self, document: Document, *, anew: bool) -> Unbroken:
        """Return a document with whole paragraphs; which lines go on is found `anew` or as before.

        Unchanged paragraphs are the same blocks each time.
        """
        blocks = document.blocks
        if anew or not self._blocks:
            self._continued = joints(blocks, by_width=True)
        elif self._continued:
            self._carry(blocks)
        self._blocks = blocks
        if not self._continued:
            return Unbroken(document)
        rows = paragraphs(self._continued)
        places = [at for at in range(len(blocks)) if at not in self._continued]
        whole = [
            _whole(tuple([blocks[n] for n in rows[at]])) if at in rows else blocks[at]
            for at in places
        ]
        lines = {n: tuple(_lines(blocks, rows[at])) for n, at in enumerate(places) if at in rows}
        return Unbroken(replace(document, blocks=tuple(whole)), places, lines)

    def _carry(self, blocks: Sequence[Block]) -> None:
        """Take the lines that went on before the change to where they stand after it."""
        head, tail = unchanged(self._blocks, blocks)
        delta = len(blocks) - len(self._blocks)
        behind = len(self._blocks) - tail
        gone = range(head, behind if delta else head)
        self._continued = {
            at + delta * (at >= behind): before + delta * (before >= behind)
            for at, before in self._continued.items()
            if at not in gone and before not in gone
        }


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
