"""Where the blocks, places and nodes of a text stand after edits, to come back to them there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.document.edits import Edit, Splice, apply
from app.document.ends import common_ends
from app.document.model import Block, Document
from app.document.outline import Node, NodeType, walk


def arrivals(document: Document, edits: Iterable[Edit]) -> dict[int, int]:
    """Return where each block of a document stands after edits; those that are gone are left out.

    A block taken out and put in again elsewhere has moved; one put in place of another is that.
    """
    blocks = list(document.blocks)
    came: list[int | None] = list(range(len(blocks)))  # the old place of each block
    gone: list[tuple[Block, int]] = []
    for edit in edits:
        if isinstance(edit, Splice):
            _splice(blocks, came, gone, edit)
        else:
            alone = Document((blocks[edit.block],))
            blocks[edit.block] = apply(alone, (replace(edit, block=0),)).blocks[0]
    return {old: at for at, old in enumerate(came) if old is not None}


def place_after(
    before: Document, after: Document, arrived: Mapping[int, int], place: tuple[int, int]
) -> tuple[int, int] | None:
    """Return where a (block, offset) place has come to, by the words around it; None where gone."""
    at = arrived.get(place[0])
    if at is None:
        return None
    old, new = before.blocks[place[0]].text, after.blocks[at].text
    head, tail = common_ends(old, new)
    rest = len(old) - place[1]
    return (at, len(new) - rest) if rest <= tail else (at, min(place[1], head))


def nodes_after(
    nodes: Sequence[Node], arrived: Mapping[int, int], tree: Sequence[Node]
) -> list[Node | None]:
    """Return nodes of a text in the tree of the text after edits, None for each that is gone.

    A point is known again by its words, among several by its place; so is one that has become a
    paragraph, or the other way round.
    """
    there: dict[int, list[Node]] = {}
    worded: dict[str, list[Node]] = {}
    for one in walk(tree):
        there.setdefault(one.block, []).append(one)
        worded.setdefault(one.text, []).append(one)
    found: list[Node | None] = []
    for node in nodes:
        at = arrived.get(node.block)
        here = _again(node, there.get(at, [])) if at is not None else None
        if here is None and node.text:
            same, place = worded.get(node.text, []), node.block if at is None else at
            changed = [one for one in same if NodeType.POINT in (one.type, node.type)]
            here = min(changed, key=lambda one: abs(one.block - place), default=None)
        found.append(here)
    return found


def _again(node: Node, here: Sequence[Node]) -> Node | None:
    """Return a node among those of its block."""
    if node.type is not NodeType.POINT:
        return next((one for one in here if one.type is not NodeType.POINT), None)
    same = [one for one in here if one.type is NodeType.POINT and one.text == node.text]
    return min(same, key=lambda one: abs(one.start - node.start), default=None)


def _splice(
    blocks: list[Block], came: list[int | None], gone: list[tuple[Block, int]], edit: Splice
) -> None:
    """Put a splice in and follow what it takes out and brings back."""
    out = list(zip(blocks[edit.start : edit.end], came[edit.start : edit.end], strict=True))
    gone += [(block, old) for block, old in out if old is not None]
    back = [_taken(gone, block) for block in edit.blocks]
    left = {old for _, old in gone}
    for at, ((_, old), known) in enumerate(zip(out, back, strict=False)):
        if known is None and old in left:
            back[at] = old
            gone[:] = [entry for entry in gone if entry[1] != old]
    blocks[edit.start : edit.end] = edit.blocks
    came[edit.start : edit.end] = back


def _taken(gone: list[tuple[Block, int]], block: Block) -> int | None:
    """Return the old place of a block that was taken out, and forget it."""
    for at, (known, old) in enumerate(gone):
        if known is block or known == block:
            del gone[at]
            return old
    return None
