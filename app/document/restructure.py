"""Changes by the tree, each a tuple of edits that includes the renumbering that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.document.edits import Edit, Splice, TextEdit, apply
from app.document.ladder import below, levelled, role_of, written
from app.document.markdown import VEIL, bare, veiled
from app.document.model import Block, Document, Role, Run, clean, normal
from app.document.numbering import Form, write
from app.document.outline import Node, NodeType, outline, walk
from app.document.renumbering import followed, renumber
from app.document.sentences import after_point, with_copy, without
from app.document.series import scheme
from app.document.unfolding import INLINE, folded, unfolded
from app.document.wrapping import join_paragraph, join_title

__all__ = [
    "carried",
    "demote",
    "duplicate",
    "insert_after",
    "insert_child",
    "move",
    "promote",
    "remove",
    "remove_all",
    "rename",
    "renumber",
    "scheme",
]


def move(document: Document, start: int, stop: int, to: int) -> tuple[Edit, ...]:
    """Return the edits that bring the blocks `start` to `stop` in front of block `to`.

    Nothing where `to` lies within them.
    """
    return followed(document, _taken_to(document, start, stop, to))


def carried(document: Document, nodes: Sequence[Node], to: int) -> tuple[Splice, ...]:
    """Return the edits of a move of sections in front of block `to`, the numbers as they are.

    Nothing where `to` lies within one of them.
    """
    spans = _merged(nodes)
    if len(spans) == 1:
        return _taken_to(document, *spans[0], to)
    if any(start < to < stop for start, stop in spans):
        return ()
    taken = [block for start, stop in spans for block in document.blocks[start:stop]]
    place = to - sum(stop - start for start, stop in spans if stop <= to)
    cuts = [Splice(start, stop) for start, stop in reversed(spans)]
    return (*cuts, Splice(place, place, tuple(taken))) if taken else ()


def _taken_to(document: Document, start: int, stop: int, to: int) -> tuple[Splice, ...]:
    """Return the edits that bring blocks in front of block `to`.

    The blank line between sections goes along, so that the last section of a text can change
    places with another.
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
    return (Splice(first, last), Splice(place, place, tuple(moved)))


def promote(document: Document, node: Node) -> tuple[Edit, ...]:
    """Return the edits that raise a section one level; its own sections rise with it.

    The points of a paragraph become items, each a paragraph. Nothing for parts and what stands at
    the top.
    """
    nodes = outline(document)
    if node.type is NodeType.POINT:
        return followed(document, unfolded(document, nodes, node), nodes)
    parent = next((one for one in walk(nodes) if node in one.children), None)
    if parent is None or parent.type is NodeType.PART:
        return ()
    if parent.form is None or parent.form is Form.DASH:
        return ()
    edits = levelled(document, nodes, node, parent.form, parent.number)
    return followed(document, edits, nodes)


def demote(document: Document, node: Node) -> tuple[Edit, ...]:
    """Return the edits that lower a section one level, into the section before it.

    Items below which the document has no level become the points of the paragraph before them.
    Nothing for points and parts and for a section with none of its level before it.
    """
    nodes = outline(document)
    siblings = next((one.children for one in walk(nodes) if node in one.children), nodes)
    earlier = siblings[: siblings.index(node)] if node in siblings else ()
    above = earlier[-1] if earlier else None
    if node.type is NodeType.ITEM and node.form in INLINE:
        return followed(document, folded(document, nodes, node), nodes)
    if above is None or NodeType.POINT in (node.type, above.type) or node.type is NodeType.PART:
        return ()
    form, like = below(nodes, above)
    if form is None:
        return ()
    return followed(document, levelled(document, nodes, node, form, like), nodes)


def insert_after(document: Document, node: Node) -> tuple[Edit, ...]:
    """Return the edits that put an empty section of the same level behind one, numbered."""
    if node.type is NodeType.POINT:
        return after_point(document, outline(document), node)
    number = written(node.form, node.value + 1, node.number) if node.form else ""
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
    number = written(form, last.value + 1 if last else 1, like)
    role = document.blocks[last.block].role if last else role_of(form, alone=False)
    return _insert(document, node.stop, number, role)


def remove(document: Document, node: Node) -> tuple[Edit, ...]:
    """Return the edits that delete a section, or the sentence of a point."""
    if node.type is NodeType.POINT:
        return without(document, outline(document), node)
    return remove_all(document, (node,))


def remove_all(document: Document, nodes: Sequence[Node]) -> tuple[Edit, ...]:
    """Return the edits that delete several sections."""
    spans = _merged(nodes)
    whole = spans == [(0, len(document.blocks))]
    cuts = [Splice(start, stop, (Block(),) if whole else ()) for start, stop in reversed(spans)]
    return followed(document, cuts)


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
    return followed(document, edits)


def rename(document: Document, node: Node, text: str) -> tuple[Edit, ...]:
    """Return the edit that gives a node another text; its number and what follows stay."""
    said = " ".join(clean(text).split())
    line = document.blocks[node.block].text
    veil = veiled(line)
    if not bare(veil[node.start : node.end]).endswith(node.text):
        return _joined_first(document, node, said)
    labelled = document.blocks[node.block].label
    start = node.start + (0 if labelled else len(node.number))
    while start < node.end and line[start].isspace():
        start += 1
    if VEIL not in veil[start : node.end].lstrip(VEIL):  # the marks around all of it stay
        while start < node.end and veil[start] == VEIL:
            start += 1
    end = max(node.end, start)
    return () if line[start:end] == said else (TextEdit(node.block, start, end, said),)


def _joined_first(document: Document, node: Node, said: str) -> tuple[Edit, ...]:
    """Return the edits that give a text over several lines another, the lines made one."""
    joined = join_title(document, node.block) or join_paragraph(document, node.block)
    after = apply(document, joined)
    known = (node.type, node.number, node.text)
    same = [one for one in walk(outline(after)) if (one.type, one.number, one.text) == known]
    here = min(same, key=lambda one: abs(one.block - node.block), default=None)
    return (*joined, *rename(after, here, said)) if joined and here is not None else ()


def _insert(document: Document, at: int, number: str, role: Role) -> tuple[Edit, ...]:
    """Return the edits that put a numbered paragraph in, spaced as its neighbours are."""
    blocks = [Block(normal([Run(number)]), role)]
    if _blank(document.blocks, at - 1):
        blocks.append(Block(role=Role.BLANK))
    elif _spaced(document.blocks, at):
        blocks.insert(0, Block(role=Role.BLANK))
    return followed(document, (Splice(at, at, tuple(blocks)),))


def _merged(nodes: Sequence[Node]) -> list[tuple[int, int]]:
    """Return the block ranges of sections in order, neighbours as one, those inside left out."""
    spans: list[tuple[int, int]] = []
    for start, stop in sorted((node.block, node.stop) for node in nodes):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(stop, spans[-1][1]))
        else:
            spans.append((start, stop))
    return spans


def _blank(blocks: Sequence[Block], at: int) -> bool:
    return 0 <= at < len(blocks) and blocks[at].role is Role.BLANK


def _spaced(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether the paragraphs before a place are set apart by blank lines."""
    return at >= 2 and any(_blank(blocks, n) for n in range(max(at - 4, 0), at))
