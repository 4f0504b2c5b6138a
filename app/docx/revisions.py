"""Tracked changes of an opened text: which there are, where they stand, what they are called."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from app.document.model import Span
from app.docx.fingerprint import fingerprint
from app.docx.scan import Text, block_of, shown
from app.docx.tree import Element, local, w

_CONTENT = ("ins", "del", "moveFrom", "moveTo")
_CELLS = ("cellIns", "cellDel", "cellMerge")
_FORMATS = ("rPrChange", "pPrChange", "sectPrChange", "numberingChange", "tblPrChange")
_TABLE_FORMATS = ("tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange")
TAGS = tuple(map(w, (*_CONTENT, *_CELLS, *_FORMATS, *_TABLE_FORMATS)))
_RANGES = tuple(map(w, ("moveFromRangeStart", "moveToRangeStart")))
_RANGE_ENDS = tuple(map(w, ("moveFromRangeEnd", "moveToRangeEnd")))
_MOVES = {w("moveFrom"): "moveFromRangeStart", w("moveTo"): "moveToRangeStart"}
_ID, _NAME, _AUTHOR, _DATE = w("id"), w("name"), w("author"), w("date")
_P, _PPR, _TEXTS = w("p"), w("pPr"), frozenset({w("t"), w("delText")})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MARK = "¶"  # stands for the end of a paragraph that was itself inserted or deleted


class Change(StrEnum):
    """What was done to the text."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    FORMAT = "format"


@dataclass(frozen=True, slots=True)
class Revision:
    """One change as a reader counts them; `keys` are those of the marks it is written as.

    `date` is as written in the file, "" where absent. `text` is what was inserted or deleted.
    `span` is where it stands in the text, an empty one for what was deleted.
    """

    change: Change
    author: str
    date: str
    text: str
    span: Span
    keys: tuple[str, ...]


class Place(NamedTuple):
    """An element inside a block, with the offsets of the block's text that it reaches over."""

    node: Element
    block: int
    start: int
    end: int


def keys_of(root: Element) -> dict[Element, str]:
    """Return every mark of a tracked change in the order of the text, with a key for each.

    The key is made from what the mark says, so that a later reading of the file finds it again.
    """
    copies: dict[str, int] = {}
    keys: dict[Element, str] = {}
    for node in root.iter(*TAGS):
        parent = node.getparent()
        said = [local(node), "" if parent is None else local(parent)]
        said += [node.get(name, "") for name in (_ID, _AUTHOR, _DATE)]
        said.append("".join([t.text or "" for t in node.iter(w("delText"))]))
        key = fingerprint("\0".join(said))
        copies[key] = copies.get(key, 0) + 1
        keys[node] = key if copies[key] == 1 else f"{key}.{copies[key]}"
    return keys


def places(text: Text, nodes: Collection[Element]) -> list[Place]:
    """Return where elements stand, in the order of the text; those outside it are left out."""
    at_of = {block: at for at, block in enumerate(text.elements)}
    holding = {block for node in nodes if (block := block_of(node, at_of)) is not None}
    pieces = shown(text, {at_of[block] for block in holding})
    found: list[Place] = []
    for at in sorted(at_of[block] for block in holding):
        lengths = {piece.node: len(piece.text) for piece in pieces.get(at, ())}
        reached: list[tuple[Element, int, int]] = []
        whole = _walk(text.elements[at], 0, lengths, nodes, reached)
        for node, start, end in reached:  # the mark of a paragraph's end is written before its text
            found.append(Place(node, at, *((whole, whole) if is_mark(node) else (start, end))))
    return found


def _walk(
    parent: Element,
    offset: int,
    lengths: Mapping[Element, int],
    nodes: Collection[Element],
    reached: list[tuple[Element, int, int]],
) -> int:
    """Note the wanted elements below `parent` and return the offset behind it."""
    for child in parent:
        start, known = offset, len(reached)
        if child in lengths:
            offset += lengths[child]
        else:
            offset = _walk(child, offset, lengths, nodes, reached)
        if child in nodes:
            reached.insert(known, (child, start, offset))
    return offset


def revisions(text: Text, keys: Mapping[Element, str]) -> tuple[Revision, ...]:
    """Return the changes that marks with keys are written as, in the order of the text.

    Neighbouring marks of one writer are one change, the two ends of a move too.
    """
    moves = move_names(text.root)
    found = [place for place in places(text, keys) if not is_copy(place.node)]
    found.sort(key=lambda place: (place.block, is_mark(place.node)))
    made: list[Revision] = []
    moved: dict[str, int] = {}
    for _, group in groupby(found, key=lambda place: _likeness(place, moves)):
        rows = list(group)
        new = _revision(rows, keys)
        name = moves.get(rows[0].node, "")
        if not name:
            made += _apart(rows, new, keys)
        elif name in moved:
            made[moved[name]] = _joined(made[moved[name]], new)
        else:
            moved[name] = len(made)
            made.append(new)
    return tuple(made)


def _apart(rows: Sequence[Place], whole: Revision, keys: Mapping[Element, str]) -> list[Revision]:
    """Return a group of marks as one change, or as several where text stands between them."""
    if whole.change is Change.FORMAT:
        return [whole]
    parts: list[list[Place]] = []
    for row in rows:
        if parts and (parts[-1][-1].end == row.start or is_mark(row.node)):
            parts[-1].append(row)
        else:
            parts.append([row])
    return [whole] if len(parts) == 1 else [_revision(part, keys) for part in parts]


def _likeness(place: Place, moves: Mapping[Element, str]) -> tuple[object, ...]:
    node = place.node
    return place.block, _change(node), node.get(_AUTHOR, ""), moves.get(node, "")


def _revision(rows: Sequence[Place], keys: Mapping[Element, str]) -> Revision:
    first = rows[0]
    change = _change(first.node)
    return Revision(
        change,
        first.node.get(_AUTHOR, ""),
        first.node.get(_DATE, ""),
        "" if change is Change.FORMAT else "".join([_said(row.node) for row in rows]),
        Span(first.block, first.start, max(row.end for row in rows)),
        tuple([keys[row.node] for row in rows]),
    )


def _joined(one: Revision, other: Revision) -> Revision:
    """Return both ends of a move as one change, placed where its text stands now."""
    seen = other if one.span.start == one.span.end else one
    return replace(seen, change=Change.MOVED, keys=(*one.keys, *other.keys))


def _change(node: Element) -> Change:
    name = local(node)
    if name in {"ins", "moveTo", "cellIns"}:
        return Change.INSERTED
    return Change.DELETED if name in {"del", "moveFrom", "cellDel"} else Change.FORMAT


def _said(node: Element) -> str:
    """Return the text that a mark stands for."""
    if is_mark(node):
        return MARK
    parent = node.getparent()
    holder = node
    if parent is not None and local(parent) in {"trPr", "tcPr"}:
        holder = next(parent.iterancestors(w("tr"), w("tc")), node)
    return "".join([t.text or "" for t in holder.iter() if t.tag in _TEXTS]) or _thing(holder)


def _thing(holder: Element) -> str:
    names = {local(node) for node in holder.iter()}
    return "〔图片〕" if names & {"drawing", "pict", "object"} else ""


def is_mark(node: Element) -> bool:
    """Tell whether a mark is about the end of a paragraph."""
    parent = node.getparent()
    above = None if parent is None else parent.getparent()
    return above is not None and above.tag == _PPR and local(node) in _CONTENT


def is_copy(node: Element) -> bool:
    """Tell whether a node stands in what programs show that cannot show the real thing."""
    return next(node.iterancestors(_FALLBACK), None) is not None


def move_names(root: Element) -> dict[Element, str]:
    """Return the name of the move that each end of one belongs to."""
    if next(root.iter(*_MOVES), None) is None:
        return {}
    open_: dict[str, tuple[str | None, str]] = {}
    names: dict[Element, str] = {}
    for node in root.iter(*_RANGES, *_RANGE_ENDS, *_MOVES):
        name = local(node)
        if node.tag in _RANGES:
            open_[name] = (node.get(_ID), node.get(_NAME, ""))
        elif node.tag in _RANGE_ENDS:
            start = name.replace("End", "Start")
            if open_.get(start, ("", ""))[0] == node.get(_ID):
                del open_[start]
        elif _MOVES[node.tag] in open_:
            names[node] = open_[_MOVES[node.tag]][1]
    return names


def move_ranges(root: Element, names: Iterable[str]) -> Iterator[Element]:
    """Yield the marks of the ranges of some moves."""
    wanted = set(names)
    starts = [node for node in root.iter(*_RANGES) if node.get(_NAME, "") in wanted]
    ids = {node.get(_ID) for node in starts}
    yield from starts
    yield from [node for node in root.iter(*_RANGE_ENDS) if node.get(_ID) in ids]
