"""Changes by the tree, each a tuple of edits that includes the renumbering that follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.document.edits import Edit, RoleEdit, Splice, TextEdit, apply
from app.document.ladder import below, role_of, shifted
from app.document.model import Block, Document, Role, Run, clean, normal
from app.document.numbering import Form, from_chinese, write
from app.document.outline import Node, NodeType, outline, walk
from app.document.sentences import after_point, reordered, with_copy, without
from app.document.series import infer, rows, scheme

__all__ = [
    "demote",
    "duplicate",
    "insert_after",
    "insert_child",
    "move",
    "move_all",
    "move_point",
    "promote",
    "remove",
    "rename",
    "renumber",
    "scheme",
]


def renumber(document: Document, start: int = 0, stop: int | None = None) -> tuple[Edit, ...]:
    """Return the edits that put every number in order, or those of the blocks `start` to `stop`.

    Each number keeps its style; rows begin at 1, and run through where the scheme says so.
    """
    nodes = outline(document)
    last = len(document.blocks) if stop is None else stop
    changes = [
        (node, due)
        for row in rows(nodes, infer(nodes, dict(document.details.numbering)))
        for node, due in zip(row.nodes, row.due(), strict=True)
        if start <= node.block < last
    ]
    return _numbers(document, changes)


def move(document: Document, start: int, stop: int, to: int) -> tuple[Edit, ...]:
    """Return the edits that bring the blocks `start` to `stop` in front of block `to`.

    Nothing where `to` lies within them. The blank line between sections goes along, so that the
    last section of a text can change places with another.
    """
    if start <= to <= stop or start == stop:
        return ()
    blocks = document.blocks
    moved, first, last = list(blocks[start:stop]), start, stop
    if _blank(blocks, start - 1) and not _blank(blocks, stop - 1) and to < start:
        first -= 1
        moved.append(blocks[first])
    elif _blank(blocks, stop - 1) and to > stop and not _blank(blocks, to - 1):
        moved.insert(0, moved.pop())
    place = to if to <= first else to - (last - first)
    return _follow(document, (Splice(first, last), Splice(place, place, tuple(moved))))


def move_all(document: Document, nodes: Sequence[Node], to: int) -> tuple[Edit, ...]:
    """Return the edits that bring several sections, in their order, in front of block `to`."""
    spans = _merged(nodes)
    if any(start < to < stop for start, stop in spans):
        return ()
    taken = [block for start, stop in spans for block in document.blocks[start:stop]]
    place = to - sum(stop - start for start, stop in spans if stop <= to)
    cuts: list[Edit] = [Splice(start, stop) for start, stop in reversed(spans)]
    return _follow(document, (*cuts, Splice(place, place, tuple(taken)))) if taken else ()


def promote(document: Document, node: Node) -> tuple[Edit, ...]:
    """Return the edits that raise a section one level; its own sections rise with it.

    Nothing for points, parts and what stands at the top.
    """
    nodes = outline(document)
    parent = next((one for one in walk(nodes) if node in one.children), None)
    if parent is None or parent.type is NodeType.PART or node.type is NodeType.POINT:
        return ()
    if parent.form is None or parent.form is Form.DASH:
        return ()
    return _shift(document, nodes, node, parent.form, parent.number)


def demote(document: Document, node: Node) -> tuple[Edit, ...]:
    """Return the edits that lower a section one level, into the section before it.

    Nothing for points and parts and for a section with none of its level before it.
    """
    nodes = outline(document)
    siblings = next((one.children for one in walk(nodes) if node in one.children), nodes)
    earlier = siblings[: siblings.index(node)] if node in siblings else ()
    above = earlier[-1] if earlier else None
    if above is None or NodeType.POINT in (node.type, above.type) or node.type is NodeType.PART:
        return ()
    form, like = below(nodes, above)
    return () if form is None else _shift(document, nodes, node, form, like)


def insert_after(document: Document, node: Node) -> tuple[Edit, ...]:
    """Return the edits that put an empty section of the same level behind one, numbered."""
    if node.type is NodeType.POINT:
        return after_point(document, outline(document), node)
    number = _written(node.form, node.value + 1, node.number) if node.form else ""
    role = document.blocks[node.block].role
    return _insert(document, node.stop, number, role)


def insert_child(document: Document, node: Node) -> tuple[Edit, ...]:
    """Return the edits that put an empty section of the next level at the end of one, numbered.

    Nothing for points.
    """
    if node.type is NodeType.POINT:
        return ()
    form, like = below(outline(document), node)
    if form is None:
        return ()
    last = next((one for one in reversed(node.children) if one.form is form), None)
    number = _written(form, last.value + 1 if last else 1, like)
    role = document.blocks[last.block].role if last else role_of(form, alone=False)
    return _insert(document, node.stop, number, role)


def remove(document: Document, node: Node) -> tuple[Edit, ...]:
    """Return the edits that delete a section, or the sentence of a point."""
    if node.type is NodeType.POINT:
        return without(document, outline(document), node)
    whole = node.block == 0 and node.stop == len(document.blocks)
    return _follow(document, (Splice(node.block, node.stop, (Block(),) if whole else ()),))


def duplicate(document: Document, node: Node) -> tuple[Edit, ...]:
    """Return the edits that put a copy of a section behind it, with the next number."""
    if node.type is NodeType.POINT:
        return with_copy(document, outline(document), node)
    copies = [replace(block) for block in document.blocks[node.block : node.stop]]
    at = node.stop
    if not _blank(copies, len(copies) - 1) and _blank(document.blocks, node.block - 1):
        copies.insert(0, replace(document.blocks[node.block - 1]))
    first = at + next(n for n, block in enumerate(copies) if block.role is not Role.BLANK)
    edits: list[Edit] = [Splice(at, at, tuple(copies))]
    if node.number and node.form and not document.blocks[node.block].label:
        number = write(node.form, node.value + 1, node.number)
        edits.append(TextEdit(first, node.start, node.start + len(node.number), number))
    return _follow(document, edits)


def rename(document: Document, node: Node, text: str) -> tuple[Edit, ...]:
    """Return the edit that gives a node another text; its number and what follows stay."""
    said = " ".join(clean(text).split())
    line = document.blocks[node.block].text
    labelled = document.blocks[node.block].label
    start = node.start + (0 if labelled else len(node.number))
    while start < node.end and line[start].isspace():
        start += 1
    end = max(node.end, start)
    return () if line[start:end] == said else (TextEdit(node.block, start, end, said),)


def move_point(document: Document, node: Node, to: int) -> tuple[Edit, ...]:
    """Return the edits that bring a point to place `to` among the points beside it."""
    return reordered(document, outline(document), node, to)


def _insert(document: Document, at: int, number: str, role: Role) -> tuple[Edit, ...]:
    """Return the edits that put a numbered paragraph in, spaced as its neighbours are."""
    blocks = [Block(normal([Run(number)]), role)]
    if _blank(document.blocks, at - 1):
        blocks.append(Block(role=Role.BLANK))
    elif _spaced(document.blocks, at):
        blocks.insert(0, Block(role=Role.BLANK))
    return _follow(document, (Splice(at, at, tuple(blocks)),))


def _shift(
    document: Document, nodes: Sequence[Node], node: Node, form: Form, like: str
) -> tuple[Edit, ...]:
    """Return the edits that give a section another form, and its own sections theirs below it."""
    edits: list[Edit] = []
    for one, new, style in shifted(nodes, node, form, like):
        block = document.blocks[one.block]
        if block.label:
            return ()
        number = _written(new, max(one.value, 1), style)
        edits.append(TextEdit(one.block, one.start, one.start + len(one.number), number))
        alone = _stands_alone(document, one)
        edits.append(RoleEdit(one.block, role_of(new, alone=alone), chosen=block.chosen))
    return _follow(document, edits)


def _written(form: Form, value: int, like: str) -> str:
    """Return a number in the style of another; 三 before a space gives none to follow."""
    bare = form is Form.CHINESE and from_chinese(like) is not None
    return write(form, value, "" if bare else like)


def _stands_alone(document: Document, node: Node) -> bool:
    """Tell whether a paragraph is a heading line above text of its own."""
    rest = document.blocks[node.block].text[node.end :].strip()
    below_ = [block.role for block in document.blocks[node.block + 1 : node.stop]]
    return not rest and any(role is not Role.BLANK for role in below_)


def _follow(document: Document, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the edits and behind them the renumbering of the rows they changed.

    Rows whose paragraphs are all as before keep their numbers, mistakes included: they are for the
    checks to report. A row that did not begin at 1 goes on beginning where it did.
    """
    made = tuple(edits)
    if not made:
        return ()
    after = apply(document, made)
    old = outline(document)
    counting = infer(old, dict(document.details.numbering))
    known = {_key(document, row.nodes): row.nodes[0].value for row in rows(old, counting)}
    first = {place: base for key, base in known.items() for place in key}
    changes: list[tuple[Node, str]] = []
    for row in rows(outline(after), counting):
        key = _key(after, row.nodes)
        if key not in known:
            base = next((first[place] for place in key if place in first), 1)
            changes += zip(row.nodes, row.due(base), strict=True)
    return (*made, *_numbers(after, changes))


def _key(document: Document, nodes: Sequence[Node]) -> tuple[tuple[int, int], ...]:
    """Return what tells a row again: its blocks, which edits keep as they are, and the places."""
    return tuple([(id(document.blocks[node.block]), node.start) for node in nodes])


def _numbers(document: Document, changes: Iterable[tuple[Node, str]]) -> tuple[Edit, ...]:
    """Return the edits that write numbers, last first; shown labels are not text and stay."""
    edits = [
        TextEdit(node.block, node.start, node.start + len(node.number), due)
        for node, due in changes
        if node.number != due
        and (node.type is NodeType.POINT or not document.blocks[node.block].label)
    ]
    return tuple(sorted(edits, key=_place, reverse=True))


def _place(edit: TextEdit) -> tuple[int, int]:
    return edit.block, edit.start


def _merged(nodes: Sequence[Node]) -> list[tuple[int, int]]:
    """Return the block ranges of sections in order, those inside others left out."""
    spans: list[tuple[int, int]] = []
    for start, stop in sorted((node.block, node.stop) for node in nodes):
        if not spans or start >= spans[-1][1]:
            spans.append((start, stop))
    return spans


def _blank(blocks: Sequence[Block], at: int) -> bool:
    return 0 <= at < len(blocks) and blocks[at].role is Role.BLANK


def _spaced(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether the paragraphs before a place are set apart by blank lines."""
    return at >= 2 and any(_blank(blocks, n) for n in range(max(at - 4, 0), at))
