"""Objects of an opened file set for print: tables as ruled grids, pictures as frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.document.model import Align, Block, Role, Run
from app.docx.layout import Look
from app.docx.measures import twips, width
from ui.printing.faces import ASCENT, POINT
from ui.printing.paragraphs import Paragraph, Piece, Place, pieces, set_lines

_SIZE, _LINE = 12.0, 18.0  # points; office habit for tables: 小四
_PICTURE = "〔图片〕"
_PADDING = 5.4, 2.0  # points beside and above the text of a cell; 108 twips as Word has it


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line from (x, y) to (right, bottom) of a width, all in points."""

    x: float
    y: float
    right: float
    bottom: float
    width: float = 0.5
    color: str = "000000"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each cell set into lines; heights in twips, widths in points."""

    rows: tuple[tuple[Paragraph, ...], ...]
    heights: tuple[int, ...]
    columns: tuple[float, ...]


def set_table(block: Block, place: Place) -> Table:
    """Return the readable text of an object as a grid: tabs part cells, line breaks rows.

    A picture, whose text is empty, is a frame that says so. Rows higher than a page are parted.
    """
    texts = [row.split("\t") for row in (block.text.strip() or _PICTURE).split("\n")]
    count = max([len(row) for row in texts])
    columns = _columns([row + [""] * (count - len(row)) for row in texts], place.width)
    body = place.layout.roles[Role.BODY]
    look = Look(body.style, body.face, _SIZE, _LINE, indent=0, align=Align.LEFT)
    if count == 1:
        look = replace(look, align=Align.CENTER)
    most = int((place.layout.page.type_height * POINT - 2 * _PADDING[1]) / _LINE)
    rows: list[tuple[Paragraph, ...]] = []
    for row in texts:
        cells = [
            set_lines(Block((Run(text),)), Place(place.layout, look, wide - 2 * _PADDING[0], 0))
            for text, wide in zip(row, columns, strict=False)
        ]
        rows += _parted(cells, most)
    return Table(tuple(rows), tuple([_height(row) for row in rows]), columns)


def _parted(cells: Sequence[Paragraph], most: int) -> Iterator[tuple[Paragraph, ...]]:
    """Yield a row of cells as rows of at most so many lines."""
    lines = max([len(cell.lines) for cell in cells])
    for first in range(0, lines, most):
        yield tuple([replace(cell, lines=cell.lines[first : first + most]) for cell in cells])


def row_pieces(table: Table, number: int, top: float, spacing: float) -> Iterator[Piece]:
    """Yield what a row is drawn from below `top`, x from the left edge of the type area."""
    x = 0.0
    for cell, wide in zip(table.rows[number], table.columns, strict=False):
        for line in range(len(cell.lines)):
            base = top + _PADDING[1] + line * _LINE + (_LINE - _SIZE) / 2 + _SIZE * ASCENT
            for piece in pieces(cell, line, spacing):
                yield replace(piece, x=x + _PADDING[0] + piece.x, y=base)
        x += wide


def row_rules(table: Table, number: int, top: float) -> Iterator[Rule]:
    """Yield the lines around the cells of a row below `top`."""
    bottom, right = top + table.heights[number] / 20, sum(table.columns)
    yield Rule(0.0, top, right, top)
    yield Rule(0.0, bottom, right, bottom)
    x = 0.0
    for wide in (0.0, *table.columns):
        x += wide
        yield Rule(x, top, x, bottom)


def _height(row: tuple[Paragraph, ...]) -> int:
    lines = max([len(cell.lines) for cell in row])
    return twips(lines * _LINE + 2 * _PADDING[1])


def _columns(rows: list[list[str]], room: float) -> tuple[float, ...]:
    """Return widths in which short columns stand unbroken and long ones share the rest."""
    count = len(rows[0])
    wanted = [
        max([width(row[at]) for row in rows]) * _SIZE + 2 * _PADDING[0] + 1 for at in range(count)
    ]
    given = [0.0] * count
    left = room
    for done, at in enumerate(sorted(range(count), key=wanted.__getitem__)):
        given[at] = min(wanted[at], left / (count - done))
        left -= given[at]
    return tuple([share + left * share / (room - left) for share in given])
