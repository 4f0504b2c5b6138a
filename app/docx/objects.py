"""Tables and pictures of an opened package as values: what printing and the screen show of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from app.document.model import Align, Block, Role, Run, normal
from app.docx.body import ALIGNMENTS
from app.docx.borders import EDGES, Styles, borders, edges, ruled, table_styles
from app.docx.layout import Layout
from app.docx.measures import MM
from app.docx.pieces import BLOCKS, CELLS, FRAMES, ROWS, entered, table_text
from app.docx.revisions import is_copy
from app.docx.scan import Text, Written, cells, object_names, parsed
from app.docx.shapes import as_run
from app.docx.sheet import Sheet, look
from app.docx.sideways import across
from app.docx.tree import Element, local, on, value, w

_EMU = 12700  # of them make a point
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75}
_LEAST = 10.0  # points; the size where neither run nor style nor defaults name one
STYLE = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_CSS = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?)(pt|in|cm|mm|px)")
_ROW, _CELL, _PPR, _TABLE, _W = w("trPr"), w("tcPr"), w("pPr"), w("tblPr"), w("w")
_COLUMNS = f"{w('tblGrid')}/{w('gridCol')}"
_PARTS = ("{*}extent", "{*}shape", "{*}rect", "{*}blip", "{*}imagedata")
_MANY, _SLACK = 9, 12.0  # columns; points that a table may hang out of the type area
_MOST, _HIGHEST = 200, 600.0  # columns that a cell may span; points that a row may ask for


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as its file has it, empty where there is none; sizes in points, 0 for unknown."""

    content: bytes
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its paragraphs, how many columns and rows it spans, which of its edges are ruled.

    `rows` is 0 for the part of a cell that began in a row above. `middle` tells that its text
    stands in the middle of its height.
    """

    paragraphs: tuple[Block, ...]
    pictures: tuple[Picture, ...] = ()
    columns: int = 1
    rows: int = 1
    edges: frozenset[str] = frozenset(EDGES)
    middle: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: widths of its columns, rows of cells, the least height of each row, in points.

    `columns` is empty where the file names no widths. The first `heads` rows are repeated on each
    page. `align` tells where it stands when it is narrower than the type area. `sideways` is a
    table that its file has on pages wider than high.
    """

    columns: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heights: tuple[float, ...]
    heads: int = 0
    align: Align = Align.LEFT
    sideways: bool = False

    @property
    def count(self) -> int:
        """The number of columns."""
        return max([sum([cell.columns for cell in row]) for row in self.rows], default=0)


Shown: TypeAlias = Grid | tuple[Picture, ...]
NOTHING: Mapping[str, Shown] = {}


@lru_cache(maxsize=2)  # the same package is asked for again and again while it is open
def shown_objects(package: bytes) -> Mapping[str, Shown]:
    """Return the objects of a package by the names that the blocks of its document give them."""
    text = parsed(package, "原文件")
    names = object_names(text)
    if not names:
        return NOTHING
    known = {row.id: row.target for row in text.package.relations(text.part) if not row.external}

    def content(relation: str) -> bytes:
        target = known.get(relation, "")
        return text.package.content(target) if target in text.package else b""

    size, written = default_size(text), cells(text)
    reading = _Reading(text.sheet, table_styles(text), content, size, written)
    turned = across(text)
    made: dict[str, Shown] = {}
    for at, name in names.items():
        shown = reading.shown(text.elements[at])
        if isinstance(shown, Grid) and text.elements[at] in turned:
            shown = replace(shown, sideways=True)
        made[name] = shown
    return made


def sideways(objects: Mapping[str, Shown]) -> frozenset[str]:
    """Return the names of the objects that stand sideways."""
    return frozenset(
        [name for name, shown in objects.items() if isinstance(shown, Grid) and shown.sideways]
    )


def standing(objects: Mapping[str, Shown], names: frozenset[str]) -> Mapping[str, Shown]:
    """Return objects of which those named stand sideways and no others do."""
    return {
        name: replace(shown, sideways=name in names) if isinstance(shown, Grid) else shown
        for name, shown in objects.items()
    }


def crowded(shown: Shown, layout: Layout) -> bool:
    """Tell whether a table that stands upright has more columns than an upright page shows well."""
    if not isinstance(shown, Grid) or shown.sideways:
        return False
    too_wide = sum(shown.columns) > layout.page.type_width * MM + _SLACK
    return too_wide or shown.count >= _MANY


def default_size(text: Text) -> float:
    """Return the size in points of a run for which neither it nor its style names one."""
    part = text.package.related(text.part, "styles")
    path = f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('sz')}"
    size = value(None if part is None else text.package.xml(part).find(path))
    return int(size) / 2 if size.isascii() and size.isdecimal() and int(size) else _LEAST


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads objects; `content` has the bytes behind the id of a relation, none for what is not."""

    sheet: Sheet
    styles: Styles
    content: Callable[[str], bytes]
    size: float
    cells: Mapping[Element, Written]

    def shown(self, found: Element) -> Shown:
        return self._grid(found) if found.tag == w("tbl") else tuple(self._pictures(found))

    def _grid(self, table: Element) -> Grid:
        usual = ruled(borders(table, self.styles))
        columns = tuple([_twips(row.get(_W, "")) for row in table.findall(_COLUMNS)])
        rows = list(entered(table, ROWS))
        cells = [
            list(self._cells(row, usual, _outer(at, len(rows)), len(columns)))
            for at, row in enumerate(rows)
        ]
        heads = 0
        while heads < len(rows) and _is_head(rows[heads]):
            heads += 1
        grid = Grid(
            columns,
            tuple([tuple(row) for row in _spanned(cells)]),
            tuple([_least_height(row) for row in rows]),
            heads if heads < len(rows) else 0,
            ALIGNMENTS.get(value(table.find(f"{_TABLE}/{w('jc')}")), Align.LEFT),
        )
        sound = len(columns) == grid.count and min(columns, default=0) > 0
        return grid if sound else replace(grid, columns=())

    def _cells(
        self, row: Element, usual: Mapping[str, bool], outer: frozenset[str], columns: int
    ) -> Iterator[Cell]:
        """Yield the cells of a row; `outer` names the edges of the table that it lies at."""
        x = _number(row.find(f"{_ROW}/{w('gridBefore')}"), 0)
        if x:
            yield Cell((), columns=x, edges=frozenset())
        for cell in entered(row, CELLS):
            properties = cell.find(_CELL)
            span = _number(cell.find(f"{_CELL}/{w('gridSpan')}"), 1)
            merge = cell.find(f"{_CELL}/{w('vMerge')}")
            goes_on = merge is not None and value(merge, "continue") == "continue"
            sides = {"left": x == 0, "right": x + span >= columns}
            yield Cell(
                () if goes_on else tuple(self._paragraphs(cell)),
                () if goes_on else tuple(self._pictures(cell)),
                span,
                0 if goes_on else 1,
                edges(properties, usual, outer.union([side for side in sides if sides[side]])),
                value(cell.find(f"{_CELL}/{w('vAlign')}")) == "center",
            )
            x += span

    def _paragraphs(self, cell: Element) -> Iterator[Block]:
        for child in entered(cell, BLOCKS):
            if local(child) == "tbl":
                for line in table_text(child, self._line).split("\n"):
                    apart = line.replace("\t", "\u3000")  # a stop may lie close behind the words
                    yield Block(normal([Run(apart, size=self.size)]), Role.OBJECT)
                continue
            style = self.sheet.style(value(child.find(f"{_PPR}/{w('pStyle')}")))
            side = value(child.find(f"{_PPR}/{w('jc')}")) or style.align
            size = style.look.size or self.size
            mark = child.find(f"{_PPR}/{w('rPr')}")
            label, said = self.cells[child]
            runs = [Run(label, size=look(mark).size or size)] + [
                replace(as_run(piece.text, looks), size=looks.size or size) for piece, looks in said
            ]
            yield Block(
                normal(runs) or (Run("", size=look(mark).size or size),),
                Role.OBJECT,
                align=ALIGNMENTS.get(side, Align.LEFT),
            )

    def _line(self, row: Element) -> str:
        label, said = self.cells[row]
        return label + "".join([piece.text for piece, _ in said])

    def _pictures(self, found: Element) -> Iterator[Picture]:
        """Yield the pictures below an element; of alternatives only the first is taken."""
        for frame in found.iter(*FRAMES):
            nested = next(frame.iterancestors(*FRAMES), None) is not None
            if not nested and not is_copy(frame):
                yield self._picture(frame)

    def _picture(self, frame: Element) -> Picture:
        made = Picture(b"")
        for node in frame.iter(*_PARTS):
            name = local(node)
            if name == "extent" and not made.width:
                cx, cy = node.get("cx", ""), node.get("cy", "")
                made = replace(made, width=_length(cx, _EMU), height=_length(cy, _EMU))
            elif name in {"shape", "rect"} and not made.width:
                style = dict(STYLE.findall(node.get("style", "")))
                wide, high = style.get("width", ""), style.get("height", "")
                made = replace(made, width=points(wide), height=points(high))
            elif name in {"blip", "imagedata"} and not made.content:
                relation = node.get(f"{_R}embed") or node.get(f"{_R}id") or ""
                made = replace(made, content=self.content(relation))
        return made


def _outer(at: int, count: int) -> frozenset[str]:
    sides = {"top": at == 0, "bottom": at == count - 1}
    return frozenset([side for side, there in sides.items() if there])


def _spanned(rows: Sequence[list[Cell]]) -> Iterator[list[Cell]]:
    """Yield the rows, each cell with the number of rows that it spans."""
    below: dict[int, int] = {}  # column → how many rows the cell there goes on for
    made: list[list[Cell]] = []
    for row in reversed(rows):
        x, counted, spans = 0, dict[int, int](), list[Cell]()
        for cell in row:
            if cell.rows:
                spans.append(replace(cell, rows=1 + below.get(x, 0)))
            else:
                counted[x] = 1 + below.get(x, 0)
                spans.append(cell)
            x += cell.columns
        below = counted
        made.append(spans)
    yield from reversed(made)


def _is_head(row: Element) -> bool:
    mark = row.find(f"{_ROW}/{w('tblHeader')}")
    return mark is not None and on(mark)


def _least_height(row: Element) -> float:
    height = row.find(f"{_ROW}/{w('trHeight')}")
    return 0.0 if height is None else min(_twips(value(height)), _HIGHEST)


def _number(element: Element | None, otherwise: int) -> int:
    count = value(element)
    return min(int(count), _MOST) if count.isascii() and count.isdecimal() else otherwise


def _twips(length: str) -> float:
    return _length(length, 20)


def _length(length: str, unit: int) -> float:
    """Return a whole number of units as points, 0.0 for anything else."""
    return (
        int(length) / unit if length.isascii() and length.isdecimal() and len(length) < 12 else 0.0
    )


def points(length: str) -> float:
    """Return a length as style sheets write it in points, 0.0 for what is none."""
    found = _CSS.fullmatch(length.strip())
    return float(found[1]) * _UNITS[found[2]] if found else 0.0
