"""Documents set into pages: every line with its place, in points from the sheet's upper left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from app.document.model import Align, Block, Document, Role, Run
from app.docx.layout import Layout, Look
from ui.printing.breaking import HANGING, break_lines

POINT = 72 / 25.4  # points in a millimetre
_SCALE = 20  # font metrics are read at this many pixels a point: screen fonts round their widths
_ASCENT = 0.86  # the part of a Chinese face above its base line


@dataclass(frozen=True, slots=True)
class Style:
    """What a character is drawn with; `spacing` is added after each, in points."""

    face: str
    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    color: str | None = None
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line in one style, from `x` on its base line `y`."""

    x: float
    y: float
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line from (x, y) to (right, bottom) of a width in points."""

    x: float
    y: float
    right: float
    bottom: float
    width: float = 0.5
    color: str = "000000"


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page; `first` is the index of the block that its first line belongs to."""

    number: int
    first: int
    pieces: tuple[Piece, ...]
    rules: tuple[Rule, ...] = ()


def pages(document: Document, layout: Layout) -> tuple[Page, ...]:
    """Return the pages of a document, at least one."""
    setter = _Setter(layout)
    previous: Role | None = None
    for at, block in enumerate(document.blocks):
        setter.add(at, block, previous)
        previous = block.role
    return setter.finish()


class _Setter:
    """Fills one page after the other."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        sheet = layout.page
        self._left, self._top = sheet.left * POINT, sheet.top * POINT
        self._width = sheet.type_width * POINT
        self._bottom = self._top + sheet.type_height * POINT
        self._y = self._top
        self._first = 0
        self._empty = True
        self._pages: list[Page] = []
        self._pieces: list[Piece] = []
        self._rules: list[Rule] = []

    def add(self, at: int, block: Block, previous: Role | None) -> None:
        """Set one paragraph below the one before, on a new page where it is full."""
        look = self._layout.roles[block.role]
        if look.new_page and not self._empty:
            self._break()
        if not self._empty:
            self._y += self._layout.gap(previous, block.role) * self._layout.grid.pitch
        if block.object is not None and "\t" in block.text:
            self._add_table(at, block, look)
            return
        for line in _lines(block, look, self._layout, self._width):
            self._place(at, line, look)

    def _place(self, at: int, line: Sequence[Piece], look: Look) -> None:
        height = look.line or self._layout.grid.pitch
        if self._y + height > self._bottom + 0.5 and not self._empty:
            self._break()
        if self._empty:
            self._first, self._empty = at, False
        base = self._y + (height - look.size) / 2 + look.size * _ASCENT
        self._pieces += [
            Piece(self._left + piece.x, base + piece.y, piece.text, piece.style) for piece in line
        ]
        self._y += height

    def _add_table(self, at: int, block: Block, look: Look) -> None:
        """Set the readable text of a table as a ruled grid of equal columns."""
        rows = [row.split("\t") for row in block.text.split("\n")]
        columns = max(len(row) for row in rows)
        wide = self._width / columns
        cell = Look(look.style, look.face, 12.0, 18.0, indent=0, align=Align.LEFT)
        for row in rows:
            set_cells = [
                list(_lines(Block((Run(text),)), cell, self._layout, wide - 8)) for text in row
            ]
            height = max(len(lines) for lines in set_cells) * cell.line + 4
            if self._y + height > self._bottom and not self._empty:
                self._break()
            if self._empty:
                self._first, self._empty = at, False
            for column, lines in enumerate(set_cells):
                x = self._left + column * wide
                self._box(x, self._y, wide, height)
                for number, line in enumerate(lines):
                    base = self._y + 2 + number * cell.line + 3 + cell.size * _ASCENT
                    self._pieces += [Piece(x + 4 + p.x, base, p.text, p.style) for p in line]
            self._y += height

    def _box(self, x: float, y: float, width: float, height: float) -> None:
        right, bottom = x + width, y + height
        self._rules += [
            Rule(x, y, right, y), Rule(x, bottom, right, bottom),
            Rule(x, y, x, bottom), Rule(right, y, right, bottom),
        ]  # fmt: skip

    def _break(self) -> None:
        number = len(self._pages) + 1
        pieces = (*self._pieces, *_page_number(number, self._layout))
        self._pages.append(Page(number, self._first, pieces, tuple(self._rules)))
        self._pieces, self._rules = [], []
        self._y, self._empty = self._top, True

    def finish(self) -> tuple[Page, ...]:
        """Return all pages, the last one closed."""
        if not (self._empty and self._pages):
            self._break()
        return tuple(self._pages)


def _page_number(number: int, layout: Layout) -> Iterator[Piece]:
    """Return the page number, right on odd and left on even pages (GB/T 9704-2012, 7.5)."""
    setting, sheet = layout.number, layout.page
    if number == 1 and not setting.first:
        return
    style = Style(setting.face, setting.size)
    text = f"{setting.before}{number}{setting.after}"
    inset = setting.inset * setting.size
    x = sheet.left * POINT + inset
    if number % 2:
        wide = sum(_advance(char, style) for char in text)
        x = (sheet.left + sheet.type_width) * POINT - inset - wide
    # The dash lies in the middle of its character: its top is `below` under the type area.
    middle = (sheet.top + sheet.type_height + setting.below) * POINT
    yield Piece(x, middle + setting.size * 0.33, text, style)


def _lines(block: Block, look: Look, layout: Layout, width: float) -> Iterator[list[Piece]]:
    """Return the lines of a paragraph, each from x = 0 at the left edge of the type area."""
    text, styles = _styled(block, look, layout)
    character = look.size + layout.grid.spacing
    left, right = look.left * character, look.right * character
    indent = look.indent * character if (block.align or look.align) is Align.JUSTIFY else 0.0
    advances = [_advance(char, style) for char, style in zip(text, styles, strict=True)]

    def room(line: int) -> float:
        return width - left - right - (indent if line == 0 else 0.0)

    found = break_lines(text, advances, room)
    for number, (start, end) in enumerate(found):
        used = sum(advances[start:end])
        free = room(number) - used
        last = number == len(found) - 1 or text[end : end + 1] == "\n"
        x, stretch = left + (indent if number == 0 else 0.0), 0.0
        align = block.align or look.align
        if align is Align.CENTER:
            x += max(free, 0.0) / 2
        elif align is Align.RIGHT:
            x += max(free, 0.0)
        elif align is Align.JUSTIFY and not last and end - start > 1:
            if free < 0 and text[end - 1] in HANGING:
                free += advances[end - 1]
            stretch = free / (end - start - 1)
        yield list(_pieces(text, styles, advances, start, end, x, stretch))


def _pieces(  # noqa: PLR0913, PLR0917  the parts of one line
    text: str,
    styles: Sequence[Style],
    advances: Sequence[float],
    start: int,
    end: int,
    x: float,
    stretch: float,
) -> Iterator[Piece]:
    for style, group in groupby(range(start, end), key=lambda at: styles[at]):
        places = list(group)
        spaced = Style(
            style.face, style.size, style.bold, style.italic, style.underline, style.color,
            style.spacing + stretch,
        )  # fmt: skip
        yield Piece(x, 0.0, text[places[0] : places[-1] + 1], spaced)
        x += sum(advances[places[0] : places[-1] + 1]) + stretch * len(places)


def _styled(block: Block, look: Look, layout: Layout) -> tuple[str, list[Style]]:
    """Return the text of a paragraph with its label, and the style of each character."""
    runs = (Run(block.label), *block.runs) if block.label else block.runs
    text = "".join([run.text for run in runs]).replace("\t", "　")
    lead = text.find("。") + 1 if look.lead else 0
    body = layout.roles[Role.BODY].face
    styles: list[Style] = []
    for run in runs:
        for char in run.text:
            in_lead = not lead or len(styles) < lead
            face = run.font or (look.face if in_lead else body)
            styles.append(_style(char, face, run, look, layout))
    return text, styles


def _style(char: str, face: str, run: Run, look: Look, layout: Layout) -> Style:
    return Style(
        layout.latin if char.isascii() else face,
        run.size or look.size,
        run.bold or look.bold,
        run.italic,
        run.underline,
        run.color,
        layout.grid.spacing,
    )


@cache
def _metrics(style: Style) -> QFontMetricsF:
    return QFontMetricsF(font(style, _SCALE))


@cache
def _advance(char: str, style: Style) -> float:
    """Return the width of a character in points, its spacing included; Chinese ones are square."""
    if char == "\n":
        return 0.0
    if not char.isascii() and style.size:
        wide = _metrics(style).horizontalAdvance(char) / _SCALE
        return (
            style.size if wide > style.size * 0.6 or char in "“”‘’—…·" else wide
        ) + style.spacing
    return _metrics(style).horizontalAdvance(char) / _SCALE + style.spacing


def font(style: Style, scale: float) -> QFont:
    """Return the font of a style at `scale` pixels a point, without its spacing."""
    found = QFont()
    found.setFamilies(list(families(style.face)))
    found.setPixelSize(round(style.size * scale))
    found.setBold(style.bold)
    found.setItalic(style.italic)
    found.setUnderline(style.underline)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return found


@cache
def families(face: str) -> tuple[str, ...]:
    """Return the installed families for a face of a layout, the face itself first."""
    from app.docx.layout import NATIONAL, load

    wanted = (face, *load(NATIONAL).faces.get(face, ()))
    return tuple([name for name in wanted if QFontDatabase.hasFamily(name)]) or (face,)
