"""Tables of our own as XML: ruled, as wide as the type area, the head repeated on each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.document.model import Role, clean
from app.docx.layout import Layout
from app.docx.markup import escape
from app.docx.measures import half_points, millimetres, twips
from app.docx.styles import style_id

SIZE, LINE = 12.0, 5 / 3  # points of the type, 小四; the line as a multiple of it
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINES = "".join([f'<w:{edge} w:val="single" w:sz="4" w:space="0"/>' for edge in _EDGES])
RULED = f"<w:tblBorders>{_LINES}</w:tblBorders>"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cell texts, the first one the head; `shares` are the columns' parts of the width."""

    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]


def table_xml(table: Table, layout: Layout) -> str:
    """Return the table as it stands in a body; `\\n` in a cell parts its paragraphs."""
    whole = millimetres(layout.page.type_width)
    widths = [round(whole * share / sum(table.shares)) for share in table.shares]
    columns = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
    rows = "".join([_row(row, widths, head=not at) for at, row in enumerate(table.rows)])
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{RULED}'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
    )


def _row(cells: Sequence[str], widths: Sequence[int], *, head: bool) -> str:
    looks = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>"
    made = [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{''.join(_paragraph(text, head=head) for text in cell.split(chr(10)))}</w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    ]
    return f"<w:tr>{looks}{''.join(made)}</w:tr>"


def _paragraph(text: str, *, head: bool) -> str:
    bold = "<w:b/>" if head else ""
    align = "center" if head or len(text) <= 3 else "left"
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(Role.OBJECT)}"/>'
        f'<w:spacing w:line="{twips(SIZE * LINE)}" w:lineRule="exact"/>'
        f'<w:jc w:val="{align}"/></w:pPr>'
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>{bold}<w:sz w:val="{half_points(SIZE)}"/>'
        f'<w:szCs w:val="{half_points(SIZE)}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r></w:p>'
    )
