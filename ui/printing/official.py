"""Head and version block of an official document (版头、版记) as pieces and rules on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from app.document.model import Details, Role
from app.docx.headwork import above_line
from app.docx.layout import Layout
from app.docx.masthead import mark_of, spare
from app.docx.measures import twips
from app.docx.official import Foot, Format, Head, foot, format_of, head
from ui.printing.breaking import break_lines
from ui.printing.faces import ASCENT, POINT, Style, widths
from ui.printing.paragraphs import Piece
from ui.printing.tables import Rule

_LABEL = "签发人："
_DOUBLE = (2.25, 0.75)  # points: the thick and the thin line of a letter's double lines
_DOUBLE_GAP = 1.0


@dataclass(frozen=True, slots=True)
class Band:
    """What stands above or below the text; places in points from the type area's upper left.

    `height` is what it takes from the text in twips.
    """

    pieces: tuple[Piece, ...] = ()
    rules: tuple[Rule, ...] = ()
    height: int = 0
    numbered: bool = True  # whether its page carries a number


@dataclass(slots=True)
class _Rows:
    """Pieces and rules while they are put below each other; `y` is where the next row begins."""

    layout: Layout
    y: float = 0.0
    pieces: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)

    @property
    def width(self) -> float:
        return self.layout.page.type_width * POINT

    def write(self, text: str, x: float, style: Style, line: float = 0.0) -> None:
        """Write a text in the row that begins at `y` and is `line` points high."""
        line = line or self.layout.grid.pitch
        base = self.y + (line - style.size) / 2 + style.size * ASCENT
        for piece in _written(text, style, self.layout):
            self.pieces.append(replace(piece, x=x + piece.x, y=base))

    def band(self, *, numbered: bool = True) -> Band:
        return Band(tuple(self.pieces), tuple(self.rules), twips(self.y), numbered)


def head_band(details: Details, layout: Layout, below: float = 0.0) -> Band:
    """Return the head; empty where no field of it is filled.

    `below` are the points that the text needs on the first page.
    """
    found = head(details, below)
    if found is None:
        return Band()
    if found.format is Format.LETTER:
        return _letter(found, layout)
    return _order(found, layout) if found.format is Format.ORDER else _general(found, layout)


def foot_band(details: Details, layout: Layout) -> Band:
    """Return the version block, which hangs at the foot of the last page; places from its top."""
    found = foot(details)
    if found is None:
        return Band()
    return _version(found, layout, ruled=format_of(details) is not Format.LETTER)


def _general(found: Head, layout: Layout) -> Band:
    rows = _Rows(layout)
    _corner(rows, found)
    setting, free = layout.head, spare(found, layout) * layout.grid.pitch
    if found.mark:
        _mark(rows, found, setting.drop)
        rows.y += free
    if found.mark or found.number or found.signers:
        _number(rows, found)
        thick = setting.thick * POINT
        rows.y += above_line(layout) + thick / 2
        rows.rules.append(Rule(0.0, rows.y, rows.width, rows.y, thick, setting.color))
        rows.y += thick / 2 + free
    return rows.band()


def _order(found: Head, layout: Layout) -> Band:
    """The mark 20 mm down, two lines, the number of the order, two lines."""
    rows = _Rows(layout)
    _corner(rows, found)
    _mark(rows, found, layout.head.order)
    if found.number:
        rows.y += 2 * layout.grid.pitch
        style = _body(layout)
        rows.write(found.number, (rows.width - _wide(found.number, style, layout)) / 2, style)
        rows.y += 3 * layout.grid.pitch
    return rows.band()


def _letter(found: Head, layout: Layout) -> Band:
    """The mark and a double line across the page, the number right of the corner's first row."""
    rows, setting, page = _Rows(layout), layout.head, layout.page
    _mark(rows, found, setting.letter - page.top)
    rows.y += setting.line * POINT
    _double(rows, rows.y, thick_first=True)
    _double(rows, (page.height - setting.letter_foot - page.top) * POINT, thick_first=False)
    rows.y = max(rows.y, 0.0) + _body(layout).size * 7 / 8
    style = _body(layout)
    rows.write(found.number, rows.width - _wide(found.number, style, layout), style)
    _corner(rows, found)
    if not found.corner:
        rows.y += layout.grid.pitch
    rows.y += 2 * layout.grid.pitch
    return rows.band(numbered=False)


def _corner(rows: _Rows, found: Head) -> None:
    body = _body(rows.layout)
    for text, strong in found.corner:
        rows.write(text, 0.0, replace(body, face=rows.layout.head.strong) if strong else body)
        rows.y += rows.layout.grid.pitch


def _mark(rows: _Rows, found: Head, drop: float) -> None:
    """The mark in the middle; of several organs one below the other, 文件 on their right.

    The upper edge of its characters lies `drop` millimetres below that of the type area, or below
    the corner where that reaches further down.
    """
    setting, mark = rows.layout.head, mark_of(found, rows.layout)
    style = Style(setting.face, mark.size, color=setting.color)
    natural = widths(style, 0.0)
    rows.y = max(rows.y + mark.margin, drop * POINT) if drop > 0 else drop * POINT
    base = rows.y + mark.size * ASCENT
    for at, (name, step) in enumerate(mark.rows):
        x = mark.left
        if len(mark.rows) == 1:
            x = (rows.width - sum([natural[char] for char in name])) / 2
        rows.pieces.append(Piece(x, base + at * mark.line, name, style, step))
    if mark.paper:
        place = Piece(mark.paper_left, base + mark.paper_top, mark.paper, style)
        rows.pieces.append(place)
    rows.y += mark.height - 2 * mark.margin


def _number(rows: _Rows, found: Head) -> None:
    """The number in the middle; beside signers left, on the row of the last of them."""
    layout, body = rows.layout, _body(rows.layout)
    if not found.signers:
        rows.write(found.number, (rows.width - _wide(found.number, body, layout)) / 2, body)
        rows.y += layout.grid.pitch
        return
    names = replace(body, face=layout.head.names)
    texts = ["　".join(row) for row in found.signers]
    x = rows.width - layout.character - max([_wide(text, names, layout) for text in texts])
    for at, text in enumerate(texts):
        if not at:
            rows.write(_LABEL, x - _wide(_LABEL, body, layout), body)
        if at == len(texts) - 1:
            rows.write(found.number, layout.character, body)
        rows.write(text, x, names)
        rows.y += layout.grid.pitch


def _double(rows: _Rows, y: float, *, thick_first: bool) -> None:
    setting = rows.layout.head
    wide = setting.letter_width * POINT
    left = (rows.layout.page.width - setting.letter_width) / 2 * POINT
    left -= rows.layout.page.left * POINT
    thick, thin = _DOUBLE
    order = (thick, thin) if thick_first else (thin, thick)
    for width in order:
        middle = y + width / 2
        rows.rules.append(Rule(left, middle, left + wide, middle, width, setting.color))
        y += width + _DOUBLE_GAP


def _version(found: Foot, layout: Layout, *, ruled: bool) -> Band:
    rows, setting = _Rows(layout), layout.head
    style = replace(_body(layout), size=setting.small)
    edges = [setting.thick * POINT]
    rows.rules.append(Rule(0.0, 0.0, rows.width, 0.0, edges[0]))
    if found.copies:
        for text, x in _copies(f"抄送：{found.copies}", style, layout, rows.width):
            rows.write(text, x, style)
            rows.y += layout.grid.pitch
    if found.printer or found.printed:
        if found.copies:
            rows.rules.append(Rule(0.0, rows.y, rows.width, rows.y, setting.thin * POINT))
        rows.write(found.printer, setting.small, style)
        right = rows.width - setting.small - _wide(found.printed, style, layout)
        rows.write(found.printed, right, style)
        rows.y += layout.grid.pitch
    rows.rules.append(Rule(0.0, rows.y, rows.width, rows.y, edges[0]))
    return rows.band() if ruled else replace(rows.band(), rules=())


def _copies(text: str, style: Style, layout: Layout, width: float) -> Iterator[tuple[str, float]]:
    """Yield the lines of who gets copies with their places; they go on after the colon."""
    inset = layout.head.small
    cells = [widths(_latin(style, char, layout), layout.grid.spacing)[char] for char in text]
    ends = list(accumulate(cells, initial=0.0))
    lines = break_lines(text, ends, lambda line: width - 2 * inset - (3 * inset if line else 0))
    for number, (start, end) in enumerate(lines):
        yield text[start:end], inset + (3 * inset if number else 0)


def _written(text: str, style: Style, layout: Layout) -> Iterator[Piece]:
    """Yield the pieces of a text from x = 0, Latin letters in their own face."""
    x, spacing, start = 0.0, layout.grid.spacing, 0
    for at in range(1, len(text) + 1):
        if at == len(text) or text[at].isascii() != text[start].isascii():
            own = _latin(style, text[start], layout)
            yield Piece(x, 0.0, text[start:at], own, spacing)
            x += _wide(text[start:at], own, layout)
            start = at


def _latin(style: Style, char: str, layout: Layout) -> Style:
    """Return the style of a character: digits of what is set in 黑体 are so too."""
    narrow = char.isascii() and style.face != layout.head.strong
    return replace(style, face=layout.latin) if narrow else style


def _wide(text: Sequence[str], style: Style, layout: Layout) -> float:
    return sum([widths(_latin(style, char, layout), layout.grid.spacing)[char] for char in text])


def _body(layout: Layout) -> Style:
    look = layout.roles[Role.BODY]
    return Style(look.face, look.size)
