"""Documents set into pages: every line with its place, in points from the sheet's upper left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import overload

from app.document.model import Document
from app.docx.layout import Layout
from app.docx.objects import NOTHING, Shown
from ui.printing.faces import ASCENT, POINT, Style, widths
from ui.printing.images import Image
from ui.printing.official import Band
from ui.printing.paging import Pager, Placed
from ui.printing.paragraphs import Piece, pieces
from ui.printing.tables import Rule, Table, row_images, row_pieces, row_rules


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page; `first` is the index of the block that its first line belongs to.

    Where `turned` is not 0, its text stands in `aside`: to be drawn a quarter turned to the left
    from that many points below the sheet's upper left.
    """

    number: int
    first: int
    pieces: tuple[Piece, ...]
    rules: tuple[Rule, ...] = ()
    images: tuple[Image, ...] = ()
    turned: float = 0.0
    aside: Page | None = None


def pages(document: Document, layout: Layout, objects: Mapping[str, Shown] = NOTHING) -> Pages:
    """Return the pages of a document, at least one; `objects` are its tables and pictures."""
    return Pages(document, Pager(layout, objects))


class Pages(Sequence[Page]):
    """Pages of a document; each is composed when it is asked for, so that many cost little."""

    def __init__(self, document: Document, pager: Pager) -> None:
        self._document, self._pager, self._layout = document, pager, pager.layout
        self._left = pager.layout.page.left * POINT
        self._count = pager.put(document)

    def faces(self) -> tuple[str, ...]:
        """Return the faces that the pages ask for, in the order of the text."""
        found = dict[str, None]()
        for at, block in enumerate(self._document.blocks):
            lines = self._pager.lines(at)
            if isinstance(lines, Table):
                found[self._layout.roles[block.role].face] = None
            else:
                found |= dict.fromkeys([style.face for _, style in lines.runs])
        found[self._layout.number.face] = None
        for band in (self._pager.head, self._pager.foot):
            found |= dict.fromkeys([piece.style.face for piece in band.pieces])
        return tuple(found)

    def __len__(self) -> int:
        """Return the number of pages."""
        return self._count

    def place(self, block: int, char: int) -> tuple[int, float]:
        """Return the page, from 0, that shows a character of a block, and its height on it.

        The height is where its line begins, in points from the upper edge of the sheet.
        """
        page, placed, line = self._pager.find(block, char)
        if self._pager.is_turned(block):
            return page, self._layout.page.top * POINT
        lines = self._pager.lines(block)
        top = placed.top / 20
        if not isinstance(lines, Table):
            top += (line - placed.first) * lines.height / 20
        return page, self._layout.page.top * POINT + top

    @overload
    def __getitem__(self, index: int) -> Page: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Page]: ...
    def __getitem__(self, index: int | slice) -> Page | Sequence[Page]:
        """Return a page, or several."""
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        number = range(len(self))[index] + 1
        put = list(self._pager.placed(number - 1))
        first = put[0].block if put else max(len(self._document.blocks) - 1, 0)
        aside = bool(put) and self._pager.is_turned(first)
        text = self._text(number, first, put, self._pager.turned if aside else self._layout)
        composed, rules = ([], []) if aside else (list(text.pieces), list(text.rules))
        for band, top in self._bands(number):
            composed += [_moved(piece, self._left, top) for piece in band.pieces]
            rules += [_moved_rule(rule, self._left, top) for rule in band.rules]
        if number > 1 or self._pager.head.numbered:
            composed += _page_number(number, self._layout)
        if not aside:
            return replace(text, pieces=tuple(composed), rules=tuple(rules))
        high = self._layout.page.height * POINT
        return Page(number, first, tuple(composed), tuple(rules), turned=high, aside=text)

    def _text(self, number: int, first: int, put: Sequence[Placed], layout: Layout) -> Page:
        """Return the text of a page without head, foot and number."""
        left, top = layout.page.left * POINT, layout.page.top * POINT
        composed: list[Piece] = []
        rules: list[Rule] = []
        images: list[Image] = []
        for placed in put:
            below = top + placed.top / 20
            composed += [_moved(piece, left, 0.0) for piece in self._pieces(placed, below)]
            rules += [_moved_rule(rule, left, 0.0) for rule in self._rules(placed, below)]
            images += [replace(one, x=one.x + left) for one in self._images(placed, below)]
        return Page(number, first, tuple(composed), tuple(rules), tuple(images))

    def _bands(self, number: int) -> Iterator[tuple[Band, float]]:
        """Yield head and version block where a page has them, and where they begin."""
        sheet = self._layout.page
        if number == 1:
            yield self._pager.head, sheet.top * POINT
        if number == len(self):
            foot = self._pager.foot
            yield foot, (sheet.top + sheet.type_height) * POINT - foot.height / 20

    def _pieces(self, placed: Placed, top: float) -> Iterator[Piece]:
        spacing = self._layout.grid.spacing
        lines = self._pager.lines(placed.block)
        if isinstance(lines, Table):
            yield from row_pieces(lines, placed.first, top, spacing)
            return
        height = lines.height / 20
        size = self._pager.look(placed.block).size
        for line in range(placed.first, placed.stop):
            base = top + (height - size) / 2 + size * ASCENT
            for piece in pieces(lines, line, spacing):
                yield _moved(piece, 0.0, base)
            top += height

    def _rules(self, placed: Placed, top: float) -> Iterator[Rule]:
        lines = self._pager.lines(placed.block)
        if isinstance(lines, Table):
            yield from row_rules(lines, placed.first, top)

    def _images(self, placed: Placed, top: float) -> Iterator[Image]:
        lines = self._pager.lines(placed.block)
        if isinstance(lines, Table):
            yield from row_images(lines, placed.first, top)


def _moved(piece: Piece, x: float, y: float) -> Piece:
    return Piece(piece.x + x, piece.y + y, piece.text, piece.style, piece.step)


def _moved_rule(rule: Rule, x: float, y: float) -> Rule:
    return replace(rule, x=rule.x + x, y=rule.y + y, right=rule.right + x, bottom=rule.bottom + y)


def _page_number(number: int, layout: Layout) -> Iterator[Piece]:
    """Yield the page number, right on odd and left on even pages (GB/T 9704-2012, 7.5)."""
    setting, sheet = layout.number, layout.page
    if number == 1 and not setting.first:
        return
    style = Style(setting.face, setting.size)
    text = f"{setting.before}{number}{setting.after}"
    inset = setting.inset * setting.size
    x = sheet.left * POINT + inset
    if number % 2:
        wide = sum(map(widths(style, 0.0).__getitem__, text))
        x = (sheet.left + sheet.type_width) * POINT - inset - wide
    # The dash lies in the middle of its character: its top is `below` under the type area.
    middle = (sheet.top + sheet.type_height + setting.below) * POINT
    yield Piece(x, middle + setting.size * 0.33, text, style)
