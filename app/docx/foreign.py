"""Pages of the web and RTF as a new package: what is read of them where no other program does it.

Many office systems hand out such files under the name of a Word document.
"""

from __future__ import annotations

from app.document.model import Block, Details, Document, Role, Run, normal
from app.document.recognize import recognized
from app.docx import rtf, web
from app.docx.layout import NATIONAL, load
from app.docx.measures import width
from app.docx.passages import Grid, Passages
from app.docx.tables import Table
from app.docx.write import write

_WIDEST, _LEAST = 20.0, 2.0  # characters that decide the width of a column


def packaged(content: bytes) -> bytes | None:
    """Return a page of the web or an RTF document as a package in the national layout.

    Words and tables go along, None where nothing of them can be read.
    """
    found = (rtf if rtf.is_rtf(content) else web).passages(content)
    return _package(found) if any(isinstance(row, Grid) or row.runs for row in found) else None


def _package(found: Passages) -> bytes:
    tables: dict[str, Table] = {}
    blocks: list[Block] = []
    for row in found:
        if isinstance(row, Grid):
            name = f"table-{len(tables)}"
            tables[name] = _table(row)
            shown = "\n".join(["\t".join(cells) for cells in tables[name].rows])
            blocks.append(Block(normal([Run(shown)]), Role.OBJECT, object=name))
        else:
            blocks.append(Block(row.runs))
    if blocks[-1].object:  # Word wants a paragraph behind the last table of a text
        blocks.append(Block())
    document = recognized(Document(tuple(blocks), Details(layout=NATIONAL)))
    return write(document, load(NATIONAL), tables=tables)


def _table(grid: Grid) -> Table:
    rows = grid.even
    widest = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return Table(rows, tuple([min(max(wide, _LEAST), _WIDEST) for wide in widest]))
