"""Documents embedded in a text (`w:altChunk`) shown in place as paragraphs of it.

Programs that write reports put pages of the web, RTF or other packages into one paragraph's place
and leave it to Word to read them. They are read here too; on saving one that the writer did not
touch stands again as it was, one that he changed stays the paragraphs that he saw.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from app.document.model import Run, normal
from app.docx.body import run
from app.docx.package import Package
from app.docx.passages import Grid, Passage, Passages
from app.docx.tables import RULED
from app.docx.tree import Element, detach, element, fragments, text_of, w
from app.errors import UnreadableFile

_CHUNK = w("altChunk")
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOST = 8 * 1024 * 1024  # bytes of one that is read
Embedded: TypeAlias = Callable[[bytes], Passages]  # reads a package; raises UnreadableFile


@dataclass(frozen=True, slots=True)
class Chunk:
    """An embedded document, the blocks that stand for it in the tree, and the XML of each."""

    node: Element
    blocks: tuple[Element, ...]
    written: tuple[str, ...]


def unfold(root: Element, package: Package, part: str, embedded: Embedded) -> tuple[Chunk, ...]:
    """Put blocks in the place of each embedded document that can be read, and return these."""
    nodes = list(root.iter(_CHUNK))
    known = {row.id: row.target for row in package.relations(part) if not row.external}
    found: list[Chunk] = []
    for node in nodes:
        target = known.pop(node.get(_ID, ""), "")  # one that is named again is not shown again
        if target not in package or package.members[target].file_size > _MOST:
            continue
        try:
            xml = [_written(row) for row in _read(package.content(target), embedded)]
        except UnreadableFile:  # stays what it was, and is told of
            continue
        if not xml:
            continue
        blocks = fragments("".join(xml))
        behind = node.getnext()
        if w("p") not in {blocks[-1].tag, None if behind is None else behind.tag}:
            blocks.append(element("p"))  # a cell and a text end in a paragraph
        for block in blocks:
            node.addprevious(block)
        detach(node)
        found.append(Chunk(node, tuple(blocks), tuple([text_of(block) for block in blocks])))
    return tuple(found)


def fold(chunks: Sequence[Chunk]) -> None:
    """Put embedded documents back into the tree whose blocks stand as they were put there."""
    for chunk in chunks:
        if _stands(chunk):
            chunk.blocks[0].addprevious(chunk.node)
            for block in chunk.blocks:
                detach(block)


def _stands(chunk: Chunk) -> bool:
    before: Element | None = None
    for block, written in zip(chunk.blocks, chunk.written, strict=True):
        alone = block.getparent() is None or (before is not None and block.getprevious() != before)
        if alone or text_of(block) != written:
            return False
        before = block
    return True


def _read(content: bytes, embedded: Embedded) -> Passages:
    """Return what an embedded document says, by what it is in truth."""
    from app.docx import rtf, web  # few texts embed anything

    if content.startswith(b"PK"):
        return embedded(content)
    return (rtf if rtf.is_rtf(content) else web).passages(content)


def _written(passage: Passage | Grid) -> str:
    return _table(passage) if isinstance(passage, Grid) else _paragraph(passage)


def _paragraph(passage: Passage) -> str:
    properties = f'<w:jc w:val="{passage.align}"/>' if passage.align else ""
    if passage.outline is not None:
        properties += f'<w:outlineLvl w:val="{passage.outline}"/>'
    properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{properties}{''.join(map(run, passage.runs))}</w:p>"


def _table(grid: Grid) -> str:
    columns = "<w:gridCol/>" * len(grid.even[0])
    rows = "".join([f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in grid.even])
    looks = f'<w:tblPr><w:tblW w:w="0" w:type="auto"/>{RULED}</w:tblPr>'
    return f"<w:tbl>{looks}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _cell(text: str) -> str:
    runs = "".join(map(run, normal([Run(text)])))
    return f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr><w:p>{runs}</w:p></w:tc>'
