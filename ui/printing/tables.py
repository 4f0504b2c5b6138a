"""Objects of an opened file set for print: tables with their columns and lines, pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, groupby
from typing import NamedTuple

from app.document.model import Align, Block, Role, Run, normal
from app.docx.layout import Look
from app.docx.measures import twips, width
from app.docx.objects import Cell, Grid, Picture, Shown
from app.docx.tables import LINE, SIZE
from ui.printing.faces import ASCENT, POINT, Style, widths
from ui.printing.images import Image, fitted, image
from ui.printing.paragraphs import Paragraph, Piece, Place, line_places, pieces, set_lines

_PICTURE = "〔图片〕"
_PADDING = 5.4  # points beside the text of a cell; 108 twips as Word has it
_RULE = 0.5  # points; the width of the lines
_FACE = "宋体"  # of what stands in the frame of a picture that cannot be shown
_AS_SPACE = str.maketrans("\n\t", "  ")  # within a cell, as its readable text has them
_SIDES = {"top": (0, 0, 1, 0), "left": (0, 0, 0, 1), "bottom": (0, 1, 1, 1), "right": (1, 0, 1, 1)}


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line from (x, y) to (right, bottom) of a width, all in points."""

    x: float
    y: float
    right: float
    bottom: float
    width: float = _RULE
    color: str = "000000"


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a cell's paragraph, or a picture with its size; `height` in points."""

    height: float
    line: int = 0
    paragraph: Paragraph | None = None
    picture: Picture | None = None
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """A cell at its place in the row, with what stands in it below each other."""

    x: float
    width: float
    items: tuple[Item, ...]
    cell: Cell

    @property
    def height(self) -> float:
        """What it needs in points, a line of the table included."""
        return sum([item.height for item in self.items]) + bool(self.cell.edges) * _RULE


class TextLine(NamedTuple):
    """A line in a cell: where it begins in the text of the table, where its characters stand.

    `places` has the left edge of each character and the right one of the last; all in points.
    """

    start: int
    places: list[float]
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells that are set; heights in twips.

    The first `heads` rows are repeated on each page. `joined` tells of each row whether a cell
    reaches into it from the row above.
    """

    rows: tuple[tuple[Box, ...], ...]
    heights: tuple[int, ...]
    joined: tuple[bool, ...]
    heads: int = 0

    def together(self, row: int) -> int:
        """Return the height in twips of a row with those that hang together with it."""
        stop = row + 1
        while stop < len(self.rows) and self.joined[stop]:
            stop += 1
        return sum(self.heights[row:stop])


def set_table(block: Block, place: Place, shown: Shown | None = None) -> Table:
    """Return an object set for print; without what it is, its readable text as a ruled grid.

    A picture that cannot be shown is a frame. Rows higher than a page are parted.
    """
    if isinstance(shown, tuple):
        return _pictures(shown or (Picture(b""),), place)
    if shown is None and not block.text.strip():
        return _pictures((Picture(b""),), place)
    return _grid(shown or _of_text(block.text), place, fill=block.across is True)


def _of_text(text: str) -> Grid:
    """Return the readable text of a table as a grid: tabs part cells, line breaks rows."""
    rows = [row.split("\t") for row in text.split("\n")]
    count = max([len(row) for row in rows])
    align = Align.CENTER if count == 1 else Align.LEFT
    cells = [
        tuple([_plain(cell, align) for cell in row + [""] * (count - len(row))]) for row in rows
    ]
    return Grid((), tuple(cells), (0.0,) * len(cells))


def _plain(text: str, align: Align) -> Cell:
    return Cell((Block(normal([Run(text, size=SIZE)]), Role.OBJECT, align=align),))


def _pictures(found: Sequence[Picture], place: Place) -> Table:
    """Return pictures below each other, each in the middle."""
    high = place.layout.page.type_height * POINT
    cell = Cell((Block(align=Align.CENTER),), edges=frozenset())
    rows: list[tuple[Box, ...]] = []
    for picture in found:
        wide, tall = fitted(picture, place.width, high)
        item = Item(tall, picture=picture, width=wide)
        rows.append((Box((place.width - wide) / 2 - _PADDING, wide + 2 * _PADDING, (item,), cell),))
    heights = [min(twips(row[0].height), twips(high)) for row in rows]
    return Table(tuple(rows), tuple(heights), (False,) * len(rows))


def _grid(grid: Grid, place: Place, *, fill: bool) -> Table:
    columns = _columns(grid, place.width, fill=fill)
    free = place.width - sum(columns)
    left = {Align.CENTER: free / 2, Align.RIGHT: free}.get(grid.align, 0.0)
    edges = list(accumulate(columns, initial=left))
    most = place.layout.page.type_height * POINT
    rows: list[tuple[Box, ...]] = []
    least: list[float] = []
    for cells, height in zip(grid.rows, grid.heights, strict=True):
        boxes: list[Box] = []
        at = 0
        for cell in cells:
            stop = min(at + cell.columns, len(columns))
            x, wide = edges[at], edges[stop] - edges[at]
            boxes.append(Box(x, wide, tuple(_items(cell, wide, place)), cell))
            at = stop
        parts = list(_parted(boxes, most))
        rows += parts
        least += [height if len(parts) == 1 else 0.0] * len(parts)
    heights = tuple([min(twips(height), twips(most)) for height in _heights(rows, least)])
    joined = tuple([any(not box.cell.rows for box in row) for row in rows])
    tall = sum(heights[: grid.heads]) > twips(most / 2)  # then a page would hold little else
    return Table(tuple(rows), heights, joined, 0 if tall else grid.heads)


def _items(cell: Cell, wide: float, place: Place) -> Iterator[Item]:
    body = place.layout.roles[Role.BODY]
    room = max(wide - 2 * _PADDING, 6.0)
    for block in cell.paragraphs:
        size = max([run.size or SIZE for run in block.runs], default=SIZE)
        look = Look(body.style, body.face, size, size * LINE, indent=0, align=Align.LEFT)
        lines = set_lines(block, Place(place.layout, look, room))
        if block.text or not cell.pictures:
            yield from [Item(look.line, number, lines) for number in range(len(lines.lines))]
    for picture in cell.pictures:
        shown, tall = fitted(picture, room, place.layout.page.type_height * POINT / 2)
        yield Item(tall, picture=picture, width=shown)


def _parted(boxes: Sequence[Box], most: float) -> Iterator[tuple[Box, ...]]:
    """Yield a row as rows of at most so many points."""
    rest = [list(box.items) for box in boxes]
    while True:
        taken = [_taken(items, most) for items in rest]
        rest = [items[len(part) :] for items, part in zip(rest, taken, strict=True)]
        yield tuple(
            [replace(box, items=tuple(part)) for box, part in zip(boxes, taken, strict=True)]
        )
        if not any(rest):
            return


def _taken(items: Sequence[Item], most: float) -> Sequence[Item]:
    """Return the items from the first that fit into so many points, at least one."""
    high = list(accumulate([item.height for item in items]))
    return items[: max(sum([end <= most for end in high]), 1)]


def _heights(rows: Sequence[tuple[Box, ...]], least: Sequence[float]) -> list[float]:
    """Return the heights of rows in points; what a cell over several lacks goes to the last."""
    heights = [max([box.height for box in row if box.cell.rows == 1], default=0.0) for row in rows]
    heights = [max(pair) for pair in zip(heights, least, strict=True)]
    for at, row in enumerate(rows):
        for box in row:
            last = min(at + box.cell.rows, len(rows)) - 1
            if last > at:
                heights[last] += max(box.height - sum(heights[at : last + 1]), 0.0)
    return heights


def row_pieces(table: Table, number: int, top: float, spacing: float) -> Iterator[Piece]:
    """Yield what a row is drawn from below `top`, x from the left edge of the type area."""
    for box, item, y in _placed(table, number, top):
        if item.paragraph is not None:
            paragraph = item.paragraph
            size = max([style.size for _, style in paragraph.runs], default=SIZE)
            base = y + (item.height - size) / 2 + size * ASCENT
            for piece in pieces(paragraph, item.line, spacing):
                yield replace(piece, x=box.x + _PADDING + piece.x, y=base)
        elif item.picture is not None and _is_lost(item) and item.height > SIZE:
            style = Style(_FACE, max(min(SIZE, item.height / 2, item.width / 5), 1.0))
            wide = sum([widths(style, 0.0)[char] for char in _PICTURE])
            x = _left(box, item) + (item.width - wide) / 2
            yield Piece(x, y + item.height / 2 + style.size * (ASCENT - 0.5), _PICTURE, style)


def text_lines(table: Table, text: str, tops: Sequence[float], spacing: float) -> list[TextLine]:
    """Return the lines of a table in the order of its readable text, with their places on paper.

    `tops` has the upper edge of each row. What the text words otherwise, as the tables in a table,
    is left out.
    """
    starts = _starts(table, text)
    found: list[TextLine] = []
    for row, top in zip(range(len(table.rows)), tops, strict=False):
        for box, item, y in _placed(table, row, top):
            if item.paragraph is not None and id(item.paragraph) in starts:
                start = starts[id(item.paragraph)] + item.paragraph.lines[item.line][0]
                left = box.x + _PADDING
                places, _ = line_places(item.paragraph, item.line, spacing)
                found.append(TextLine(start, [left + place for place in places], y, item.height))
    return sorted(found)


def _starts(table: Table, text: str) -> dict[int, int]:
    """Return where in the readable text of a table its paragraphs begin, by their identity."""
    starts: dict[int, int] = {}
    at = 0
    for _, parts in groupby(table.rows, key=lambda row: [id(box.cell) for box in row]):
        for boxes in zip(*parts, strict=True):  # the parts of a cell that pages would part
            for item in chain.from_iterable([box.items for box in boxes]):
                if item.paragraph is None or not item.paragraph.text or item.line:
                    continue
                start = text.find(item.paragraph.text.translate(_AS_SPACE), at)
                if start >= 0:
                    starts[id(item.paragraph)] = start
                    at = start + len(item.paragraph.text)
    return starts


def row_rules(table: Table, number: int, top: float) -> Iterator[Rule]:
    """Yield the lines around the cells of a row below `top`, and the frames of lost pictures."""
    high = table.heights[number] / 20
    for box in table.rows[number]:
        inside = {"top"} if not box.cell.rows else set[str]()
        inside |= {"bottom"} if box.cell.rows > 1 or _goes_on(table, number, box) else set()
        for edge in box.cell.edges - inside:
            yield _side(edge, box.x, top, box.width, high)
    for box, item, y in _placed(table, number, top):
        if _is_lost(item):
            for edge in _SIDES if item.height > SIZE else ("top",):
                yield _side(edge, _left(box, item), y, item.width, item.height)


def row_images(table: Table, number: int, top: float) -> Iterator[Image]:
    """Yield the pictures of a row below `top`."""
    for box, item, y in _placed(table, number, top):
        if item.picture is not None and image(item.picture.content) is not None:
            x = _left(box, item)
            yield Image(x, y, item.width, item.height, item.picture.content)


def _is_lost(item: Item) -> bool:
    """Tell whether an item is a picture that cannot be shown."""
    return item.picture is not None and image(item.picture.content) is None


def _goes_on(table: Table, number: int, box: Box) -> bool:
    """Tell whether a cell that began above goes on below."""
    if box.cell.rows or number + 1 == len(table.rows):
        return False
    return any(not below.cell.rows and below.x == box.x for below in table.rows[number + 1])


def _left(box: Box, item: Item) -> float:
    """Return where a picture begins that stands as the first paragraph of its cell."""
    align = box.cell.paragraphs[0].align if box.cell.paragraphs else None
    free = box.width - 2 * _PADDING - item.width
    return (
        box.x + _PADDING + {Align.CENTER: free / 2, Align.RIGHT: free}.get(align or Align.LEFT, 0.0)
    )


def _side(edge: str, x: float, y: float, wide: float, high: float) -> Rule:
    left, top, right, bottom = _SIDES[edge]
    return Rule(x + left * wide, y + top * high, x + right * wide, y + bottom * high)


def _placed(table: Table, number: int, top: float) -> Iterator[tuple[Box, Item, float]]:
    """Yield the items of a row, each with its upper edge."""
    for box in table.rows[number]:
        y = top
        if box.cell.middle:
            rows = table.heights[number : number + max(box.cell.rows, 1)]
            y += max(sum(rows) / 20 - box.height, 0.0) / 2
        for item in box.items:
            yield box, item, y
            y += item.height


def _columns(grid: Grid, room: float, *, fill: bool) -> tuple[float, ...]:
    """Return the widths of the columns, those of the file where they fit, shrunk where not.

    With `fill` they are brought to that room always. Where the file names none, short columns stand
    unbroken and long ones share the rest.
    """
    if grid.columns:
        share = room / sum(grid.columns)
        share = share if fill else min(share, 1.0)
        return tuple([wide * share for wide in grid.columns])
    wanted = [2 * _PADDING + SIZE] * max(grid.count, 1)
    for row in grid.rows:
        at = 0
        for cell in row:
            if cell.columns == 1:
                wanted[at] = max(wanted[at], _natural(cell))
            at += cell.columns
    given = [0.0] * len(wanted)
    left = room
    for done, at in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        given[at] = min(wanted[at], left / (len(wanted) - done))
        left -= given[at]
    return tuple([share + left * share / (room - left) for share in given])


def _natural(cell: Cell) -> float:
    sizes = [
        width(block.text) * max([run.size or SIZE for run in block.runs], default=SIZE)
        for block in cell.paragraphs
    ]
    return max(sizes, default=0.0) + 2 * _PADDING + 1
