"""Two versions of a text held against each other: paragraph by paragraph, then word by word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TypeAlias

from app.document.edits import Edit, Splice
from app.document.ends import common_ends
from app.document.model import Block, Document, with_text_label

Words: TypeAlias = Callable[[str], Iterable[tuple[int, int]]]

_WORD = re.compile(r"[0-9A-Za-z.%]+|.", re.DOTALL)
_REACH = 24  # how far from its own place in a rewritten passage a paragraph's old form is sought
_ALIKE = 0.35  # the share of common pairs of characters from which two paragraphs are one


class Change(StrEnum):
    """What became of a paragraph from the old version to the new one."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a changed paragraph; SAME, ADDED or REMOVED."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph in both versions: its block in each, None where it is not, and its pieces.

    `place` is the block of the new version that it is, or before which it would stand.
    """

    change: Change
    old: int | None
    new: int | None
    place: int
    pieces: tuple[Piece, ...]


def compare(old: Document, new: Document, words: Words | None = None) -> tuple[Row, ...]:
    """Return the paragraphs of both versions in order, those that are one beside each other.

    Only what can be read is compared, automatic numbers included. `words` cuts a text into words;
    without it every character but those of numbers and foreign words is one.
    """
    before, after = _shown(old), _shown(new)
    found: list[Row] = []
    for i, j in _pairs(before, after):
        place = j if j is not None else (_behind(found))
        if j is None and i is not None:
            found.append(Row(Change.REMOVED, i, None, place, _whole(Change.REMOVED, before[i])))
        elif i is None:
            found.append(Row(Change.ADDED, None, j, place, _whole(Change.ADDED, after[place])))
        elif before[i] == after[place]:
            found.append(Row(Change.SAME, i, j, place, _whole(Change.SAME, before[i])))
        else:
            pieces = differences(before[i], after[place], words)
            found.append(Row(Change.CHANGED, i, j, place, pieces))
    return tuple(found)


def take_over(rows: Iterable[Row], old: Document, new: Document) -> tuple[Edit, ...]:
    """Return the edits that give the new version the paragraphs of the old one in these rows.

    Tables and pictures stay as they are: those of another file cannot be taken along.
    """
    edits: list[Edit] = []
    for row in sorted(rows, key=_standing, reverse=True):
        now = () if row.new is None else (new.blocks[row.new],)
        then = () if row.old is None else (old.blocks[row.old],)
        if row.change is not Change.SAME and not any(block.object for block in (*now, *then)):
            taken = tuple([_carried(block, now) for block in then])
            edits.append(Splice(row.place, row.place + len(now), taken))
    return tuple(edits)


def differences(before: str, after: str, words: Words | None = None) -> tuple[Piece, ...]:
    """Return the pieces that turn one text into another, what goes before what comes."""
    one, other = _cut(before, words), _cut(after, words)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Change.SAME, "".join(one[i1:i2])))
            continue
        if i2 > i1:
            pieces.append(Piece(Change.REMOVED, "".join(one[i1:i2])))
        if j2 > j1:
            pieces.append(Piece(Change.ADDED, "".join(other[j1:j2])))
    return tuple(_readable(pieces))


def _shown(document: Document) -> list[str]:
    return [block.label + block.text for block in document.blocks]


def _whole(change: Change, text: str) -> tuple[Piece, ...]:
    return (Piece(change, text),) if text else ()


def _behind(rows: Sequence[Row]) -> int:
    """Return the block of the new version before which what follows these rows stands."""
    return rows[-1].place + (rows[-1].new is not None) if rows else 0


def _standing(row: Row) -> tuple[int, bool, int]:
    """Return where a row stands among others: what went, before what stands there now."""
    return row.place, row.new is not None, row.old or 0


def _carried(block: Block, now: Sequence[Block]) -> Block:
    """Return a block of the old version as the new one can hold it: its number becomes text."""
    return block if now and now[0].label == block.label else with_text_label(block)


def _pairs(before: list[str], after: list[str]) -> Iterator[tuple[int | None, int | None]]:
    """Yield the paragraphs of both versions in order, None where one has no counterpart."""
    head, tail = common_ends(before, after)
    yield from ((at, at) for at in range(head))
    one, other = before[head : len(before) - tail], after[head : len(after) - tail]
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(range(head + i1, head + i2), range(head + j1, head + j2), strict=True)
        else:
            for i, j in _aligned(one[i1:i2], other[j1:j2]):
                yield (
                    None if i is None else head + i1 + i,
                    None if j is None else head + j1 + j,
                )
    shift = len(after) - len(before)
    yield from ((at, at + shift) for at in range(len(before) - tail, len(before)))


def _aligned(one: list[str], other: list[str]) -> Iterator[tuple[int | None, int | None]]:
    """Yield the paragraphs of a rewritten passage, those that are alike paired, none crossing.

    A paragraph's counterpart is sought near its own place only, so that the cost of a long passage
    grows with its length and not with its square.
    """
    rows, columns = len(one), len(other)
    pairs_of = [_characters(text) for text in one], [_characters(text) for text in other]
    best: dict[tuple[int, int], tuple[float, str]] = {}

    def gain(i: int, j: int) -> float:
        return best.get((i, j), (0.0, "end" if i == rows or j == columns else ""))[0]

    for i in range(rows - 1, -1, -1):
        middle = i * columns // rows
        for j in range(min(middle + _REACH, columns) - 1, max(middle - _REACH, 0) - 1, -1):
            like = _likeness(pairs_of[0][i], pairs_of[1][j])
            ways = [(gain(i + 1, j), "old"), (gain(i, j + 1), "new")]
            if like >= _ALIKE:
                ways.append((like + gain(i + 1, j + 1), "both"))
            best[i, j] = max(ways)
    i = j = 0
    while i < rows or j < columns:
        way = best.get((i, j), (0.0, "old" if i < rows else "new"))[1]
        yield (i if way != "new" else None, j if way != "old" else None)
        i, j = i + (way != "new"), j + (way != "old")


def _characters(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a text."""
    return frozenset([text[at : at + 2] for at in range(max(len(text) - 1, 1))])


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of common pairs, 1 where all are."""
    return 2 * len(one & other) / (len(one) + len(other))


def _cut(text: str, words: Words | None) -> list[str]:
    if words is None:
        return _WORD.findall(text)
    return [text[start:end] for start, end in words(text)]


def _readable(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield pieces with the lone marks taken in that stand between two changes of the same sort."""
    gone, come = "", ""
    for at, piece in enumerate(pieces):
        lone = piece.change is Change.SAME and len(piece.text) == 1 and not piece.text.isalnum()
        if piece.change is Change.REMOVED:
            gone += piece.text
        elif piece.change is Change.ADDED:
            come += piece.text
        elif lone and gone and come and at + 2 < len(pieces) and _replaces(pieces[at + 1 :]):
            gone, come = gone + piece.text, come + piece.text
        else:
            yield from _turned(gone, come)
            gone, come = "", ""
            yield piece
    yield from _turned(gone, come)


def _replaces(pieces: list[Piece]) -> bool:
    """Tell whether pieces begin with one that goes and one that comes in its place."""
    return [piece.change for piece in pieces[:2]] == [Change.REMOVED, Change.ADDED]


def _turned(gone: str, come: str) -> Iterator[Piece]:
    if gone:
        yield Piece(Change.REMOVED, gone)
    if come:
        yield Piece(Change.ADDED, come)
