"""Points of a paragraph laid out as paragraphs of their own, and such paragraphs gathered again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.document.edits import Edit, Splice
from app.document.model import Block, Document, Role, Run, cut, normal
from app.document.nodes import Node, NodeType, walk
from app.document.numbering import Form
from app.document.sentences import siblings
from app.document.wrapping import joints

_SPACES = " \t\u3000\xa0"
_MARKS = "，,；;、。 "
_SOFT = "，,、"
# Forms that are numbers inside a paragraph too, and below which there is no level.
INLINE = (
    Form.IS, Form.MUST, Form.FIRST, Form.SIDE, Form.ONE, Form.ORDINAL, Form.CIRCLED,
)  # fmt: skip
_GATHERING = (Role.BODY, Role.ITEM, Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4)


def unfolded(document: Document, nodes: Sequence[Node], point: Node) -> tuple[Edit, ...]:
    """Return the edit that makes a paragraph of each point of a row: items below its paragraph.

    What stands before the row stays, what stands behind it becomes a paragraph of its own. Nothing
    for points inside points and for a paragraph that is broken into lines.
    """
    outer = any(point in one.children for one in walk(nodes) if one.type is NodeType.POINT)
    if outer or _broken(document, point.block):
        return ()
    block, row = document.blocks[point.block], siblings(nodes, point)
    text = block.text
    indent = text[: len(text) - len(text.lstrip(_SPACES))]
    stop = text.find("。", row[-1].end)
    last = stop + 1 if stop >= 0 else len(text)
    ends = [*(one.start for one in row[1:]), last]
    made: list[Block] = []
    if text[: row[0].start].strip(_SPACES):
        made.append(_closed(block, 0, row[0].start, "：", _SOFT))
    for one, end in zip(row, ends, strict=True):
        item = replace(block, role=Role.ITEM, chosen=False, label="")
        made.append(_indented(_closed(item, one.start, end, "。", _MARKS), indent))
    if text[last:].strip(_SPACES):
        rest = replace(block, role=Role.BODY, chosen=False, label="")
        made.append(_indented(_closed(rest, last, len(text), "", ""), indent))
    return (Splice(point.block, point.block + 1, tuple(made)),)


def folded(document: Document, nodes: Sequence[Node], item: Node) -> tuple[Edit, ...]:
    """Return the edit that gathers a row of items into the paragraph before them, as its points.

    Nothing where one of them has sections or paragraphs below it, or where no paragraph of text
    stands before them.
    """
    around = next((one.children for one in walk(nodes) if item in one.children), nodes)
    row = [one for one in around if one.type is NodeType.ITEM and one.form is item.form]
    first, stop = row[0].block, row[-1].block + 1
    blocks = document.blocks
    spans = [at for at in range(first, stop) if blocks[at].role is not Role.BLANK]
    if spans != [one.block for one in row] or any(blocks[at].label for at in spans):
        return ()
    before = first - 1
    while before >= 0 and blocks[before].role is Role.BLANK:
        before -= 1
    if before < 0 or len(row) < 2 or not _gathers(blocks[before]):
        return ()
    text = blocks[before].text
    runs = list(cut(blocks[before].runs, 0, len(text.rstrip(_SPACES))))
    mark = "。" if any("。" in blocks[at].text.rstrip(_MARKS) for at in spans) else "；"
    for n, at in enumerate(spans):
        line = blocks[at].text
        start = len(line) - len(line.lstrip(_SPACES))
        words = cut(blocks[at].runs, start, len(line.rstrip(_MARKS)))
        runs += [*words, words[-1].like(mark if n < len(spans) - 1 else "。")]
    gathered = replace(blocks[before], runs=normal(runs))
    return (Splice(before, stop, (gathered,)),)


def _gathers(block: Block) -> bool:
    """Tell whether a paragraph can take points in: its text ends as before a list or a sentence."""
    return block.role in _GATHERING and block.text.rstrip(_SPACES)[-1:] in "：:。，,；;"


def _broken(document: Document, at: int) -> bool:
    """Tell whether a block is one line of several of a paragraph."""
    lines = joints(document.blocks)
    return at in lines or at in lines.values()


def _closed(block: Block, start: int, end: int, mark: str, marks: str) -> Block:
    """Return a stretch of a block without the `marks` at its end, `mark` in their place.

    A stretch that ends in no such mark stays as it is, unless `marks` holds the full stop.
    """
    text = block.text[start:end].rstrip(_SPACES)
    bare = text.rstrip(marks)
    runs = cut(block.runs, start, start + len(bare))
    if bare != text or "。" in marks:
        runs = (*runs, runs[-1].like(mark))
    return replace(block, runs=normal(runs))


def _indented(block: Block, indent: str) -> Block:
    """Return a block with the space before it that its neighbours have."""
    text = block.text
    bare = cut(block.runs, len(text) - len(text.lstrip(_SPACES)), len(text))
    look = bare[0] if bare else Run("")
    return replace(block, runs=normal((look.like(indent), *bare)))
