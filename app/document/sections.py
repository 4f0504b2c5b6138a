"""Sections brought to a place of the tree, dropped or pasted: they take its level and number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.document.arrivals import arrivals, nodes_after
from app.document.edits import Edit, RoleEdit, Splice, TextEdit, apply
from app.document.ladder import below, levelled, written
from app.document.model import Block, Document, Role, Run, normal, with_text_label
from app.document.numbering import Form
from app.document.outline import Node, NodeType, outline, walk
from app.document.renumbering import followed
from app.document.restructure import carried
from app.document.sentences import reordered

Change = Callable[[Document, Node], tuple[Edit, ...]]


@dataclass(frozen=True, slots=True)
class Gap:
    """A place of the tree: before the child `row` of `parent`, of the top where that is None."""

    parent: Node | None
    row: int


def gap_behind(nodes: Sequence[Node], node: Node) -> Gap:
    """Return the gap behind a node among those beside it."""
    parent = next((one for one in walk(nodes) if node in one.children), None)
    siblings = nodes if parent is None else parent.children
    return Gap(parent, siblings.index(node) + 1)


def relocated(
    document: Document, nodes: Sequence[Node], moved: Sequence[Node], gap: Gap
) -> tuple[Edit, ...]:
    """Return the edits that bring sections to a gap, or a point to one in its own paragraph.

    `nodes` is the tree of the document. Nothing where they cannot stand there: inside themselves,
    a part below the top.
    """
    if any(node.type is NodeType.POINT for node in moved):
        return _point_to(document, nodes, moved, gap)
    if not fits(moved, gap):
        return ()
    splices = carried(document, moved, _block(document, nodes, gap))
    place = _place(nodes, gap, moved)
    if not splices and all(node.form is place.form for node in moved):
        return ()
    arrived = arrivals(document, splices)
    edits = [
        replace(edit, block=arrived[edit.block])
        for n, node in enumerate(moved)
        for edit in _taken_in(document, nodes, replace(node, value=place.value + n), place)
    ]
    return followed(document, (*splices, *edits), nodes)


def pasted(
    document: Document, nodes: Sequence[Node], blocks: Sequence[Block], gap: Gap
) -> tuple[Edit, ...]:
    """Return the edits that put copied blocks into a gap, their sections at its level."""
    source = Document(tuple([with_text_label(block) for block in blocks]))
    tops = [node for node in outline(source) if node.type is not NodeType.POINT]
    to, place = _block(document, nodes, gap), _place(nodes, gap, ())
    edits = [
        replace(edit, block=edit.block + to)
        for n, node in enumerate(tops)
        for edit in _brought_in(source, nodes, replace(node, value=place.value + n), place)
    ]
    return followed(document, (Splice(to, to, source.blocks), *edits), nodes)


def copied(document: Document, nodes: Sequence[Node]) -> tuple[Block, ...]:
    """Return the blocks of sections, in order, without the blank lines behind; points as text."""
    found: list[Block] = []
    for node in nodes:
        if node.type is NodeType.POINT:
            text = document.blocks[node.block].text[node.start : node.end]
            found.append(Block(normal([Run(text)])))
            continue
        taken = list(document.blocks[node.block : node.stop])
        while len(taken) > 1 and taken[-1].role is Role.BLANK:
            taken.pop()
        found += taken
    return tuple(found)


def each(
    document: Document, nodes: Sequence[Node], change: Change, *, forwards: bool = False
) -> tuple[Edit, ...]:
    """Return the edits of one change made to several nodes, from the last to the first.

    `forwards` takes them in the order of the text: sections that sink then sink side by side.
    """
    gathered: list[Edit] = []
    for node in nodes if forwards else reversed(nodes):
        after = apply(document, gathered) if gathered else document
        here: Node | None = node
        if gathered:
            (here,) = nodes_after([node], arrivals(document, gathered), outline(after))
        if here is not None:
            gathered += change(after, here)
    return tuple(gathered)


def fits(moved: Sequence[Node], gap: Gap) -> bool:
    """Tell whether nodes can stand in a gap: none inside itself, parts at the top only.

    A point stays among the points of its paragraph.
    """
    above = gap.parent
    points = [node for node in moved if node.type is NodeType.POINT]
    if points:
        return len(moved) == 1 and (above is None or points[0] in above.children)
    if above is None:
        return True
    parts = any(node.type is NodeType.PART for node in moved)
    inside = any(node.block <= above.block < node.stop for node in moved)
    return above.type is not NodeType.POINT and not parts and not inside


@dataclass(frozen=True, slots=True)
class _Place:
    """What comes into a gap becomes: its form, None to keep its own, a number to look like.

    `value` is beyond those of the siblings, so that it begins no row of its own; the renumbering
    that follows sets it right.
    """

    form: Form | None
    like: str
    value: int


def _place(nodes: Sequence[Node], gap: Gap, moved: Sequence[Node]) -> _Place:
    """Return what sections that come into a gap become there."""
    parent, row = gap.parent, gap.row
    beside = nodes if parent is None else parent.children
    if parent is None and row and beside[row - 1].type is NodeType.PART:
        parent = beside[row - 1]
        beside, row = parent.children, len(parent.children)
    nearest = [*reversed(beside[:row]), *beside[row:]]
    numbered = [one for one in nearest if _counts(one) and one not in moved]
    value = max([one.value for one in numbered], default=0) + 1
    if numbered:
        return _Place(numbered[0].form, numbered[0].number, value)
    form, like = (None, "") if parent is None else below(nodes, parent)
    return _Place(form, like, value)


def _counts(node: Node) -> bool:
    """Tell whether a node is a numbered section."""
    kinds = (NodeType.HEADING, NodeType.ITEM)
    return node.type in kinds and node.form not in (None, Form.DASH)


def _brought_in(
    document: Document, nodes: Sequence[Node], node: Node, place: _Place
) -> tuple[TextEdit | RoleEdit, ...]:
    """Return the edits that give a section, its value set, and those in it the forms of `nodes`."""
    if place.form is None or not _counts(node):
        return ()
    return levelled(document, nodes, node, place.form, place.like)


def _taken_in(
    document: Document, nodes: Sequence[Node], node: Node, place: _Place
) -> tuple[TextEdit | RoleEdit, ...]:
    """Return the edits that give a section, its value set, the form and the style of its place.

    One that has the form already keeps the sections in it as they are.
    """
    if node.form is not place.form or place.form is None or not _counts(node):
        return _brought_in(document, nodes, node, place)
    if document.blocks[node.block].label:
        return ()
    number = written(place.form, node.value, place.like)
    return (TextEdit(node.block, node.start, node.start + len(node.number), number),)


def _point_to(
    document: Document, nodes: Sequence[Node], moved: Sequence[Node], gap: Gap
) -> tuple[Edit, ...]:
    """Return the edit that brings a point elsewhere in its own paragraph."""
    point = moved[0]
    siblings = nodes if gap.parent is None else gap.parent.children
    if len(moved) != 1 or point not in siblings:
        return ()
    row = [one for one in siblings if one.block == point.block and one.form is point.form]
    to = sum(one in row for one in siblings[: gap.row])
    return reordered(document, nodes, point, to - (to > row.index(point)))


def _block(document: Document, nodes: Sequence[Node], gap: Gap) -> int:
    """Return the block that a gap lies before."""
    siblings = nodes if gap.parent is None else gap.parent.children
    below_ = [one for one in siblings[gap.row :] if one.type is not NodeType.POINT]
    if below_:
        return below_[0].block
    if gap.parent is not None:
        return gap.parent.stop
    return siblings[-1].stop if siblings else len(document.blocks)
