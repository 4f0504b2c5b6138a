"""Points inside a paragraph as sentences: moved, copied, removed, added.

Their numbers and the marks between them belong to the places, the words to the points: so the
numbers stay in order, and bold and the like go with the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.document.edits import Edit, Splice
from app.document.model import Block, Document, Run, cut, normal
from app.document.numbering import Form, write
from app.document.outline import Node, NodeType, walk

_MARKS = "，,；;、。 "


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a point stands in its paragraph: its number, its words, and the marks behind them."""

    start: int
    words: int
    last: int
    end: int


def siblings(nodes: Sequence[Node], point: Node) -> list[Node]:
    """Return the points that count with one: of its paragraph, form and level, in order."""
    around = next((one.children for one in walk(nodes) if point in one.children), nodes)
    near = [one for one in around if one.type is NodeType.POINT and one.form is point.form]
    row: list[Node] = []
    for one in near:
        if one.block != point.block:
            continue
        if one.value == 1 and row:
            if point in row:
                break
            row = []
        row.append(one)
    return row


def without(document: Document, nodes: Sequence[Node], point: Node) -> tuple[Edit, ...]:
    """Return the edit that takes a point out of its paragraph."""
    row = siblings(nodes, point)
    order = [n for n, one in enumerate(row) if one is not point and one != point]
    return _laid(document, row, order)


def with_copy(document: Document, nodes: Sequence[Node], point: Node) -> tuple[Edit, ...]:
    """Return the edit that puts the words of a point a second time behind it."""
    row = siblings(nodes, point)
    at = row.index(point)
    return _laid(document, row, [*range(at + 1), at, *range(at + 1, len(row))])


def after_point(document: Document, nodes: Sequence[Node], point: Node) -> tuple[Edit, ...]:
    """Return the edit that opens a further point, still without words, behind one."""
    row = siblings(nodes, point)
    at = row.index(point)
    return _laid(document, row, [*range(at + 1), None, *range(at + 1, len(row))])


def reordered(document: Document, nodes: Sequence[Node], point: Node, to: int) -> tuple[Edit, ...]:
    """Return the edit that brings a point to place `to` among the points that count with it."""
    row = siblings(nodes, point)
    at, to = row.index(point), max(0, min(to, len(row) - 1))
    order: list[int | None] = list(range(len(row)))
    order.insert(to, order.pop(at))
    return _laid(document, row, order) if at != to else ()


def _laid(document: Document, row: Sequence[Node], order: Sequence[int | None]) -> tuple[Edit, ...]:
    """Return the edit that lays the words of a row out in another order; None for no words."""
    block = document.blocks[row[0].block]
    places = _places(block.text, row)
    mark = block.text[places[0].last : places[0].end] if len(places) > 1 else "；"
    runs: list[Run] = list(cut(block.runs, 0, places[0].start))
    for n, taken in enumerate(order):
        number = row[n].number if n < len(row) else _following(row, n)
        look = cut(block.runs, places[min(n, len(row) - 1)].start, len(block))[0]
        runs.append(look.like(number))
        if taken is not None:
            runs += cut(block.runs, places[taken].words, places[taken].last)
        if n < len(order) - 1:
            between = places[n] if n < len(row) - 1 else None
            runs.append(look.like(block.text[between.last : between.end] if between else mark))
    if order:
        runs += cut(block.runs, places[-1].last, len(block))
    else:
        runs += cut(block.runs, places[-1].end, len(block))
    made: Block = replace(block, runs=normal(runs))
    return (Splice(row[0].block, row[0].block + 1, (made,)),)


def _places(text: str, row: Sequence[Node]) -> list[_Place]:
    """Return the places of a row; the last ends with its sentence, what follows is not its own."""
    places: list[_Place] = []
    for n, point in enumerate(row):
        if n + 1 < len(row):
            end = row[n + 1].start
        else:
            stop = text.find("。", point.end)
            end = stop + 1 if stop >= 0 else len(text)
        words = point.start + len(point.number)
        last = max(words, point.start + len(text[point.start : end].rstrip(_MARKS)))
        places.append(_Place(point.start, words, last, end))
    return places


def _following(row: Sequence[Node], place: int) -> str:
    """Return the number of a place behind the last of a row."""
    last = row[-1]
    return write(last.form or Form.IS, last.value + place - len(row) + 1, last.number)
