"""Tables and pictures as the editor shows them: what print shows, in the colours of the page."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtGui import QPainter

from app.document.model import Block
from app.docx.layout import Layout
from app.docx.objects import Shown, sideways
from app.docx.sideways import stands_across, turned
from ui.printing.faces import POINT
from ui.printing.paint import paint_page
from ui.printing.paragraphs import Place
from ui.printing.tables import row_images, row_pieces, row_rules, set_table
from ui.printing.typeset import Page


class Art:
    """One object, as wide as the type area; measures in points.

    A table that is printed sideways is shown smaller, so that its lines are those of print.
    """

    def __init__(self, block: Block, layout: Layout, shown: Shown | None) -> None:
        aside = stands_across(block, sideways({block.object or "": shown} if shown else {}))
        look, place = layout.roles[block.role], turned(layout) if aside else layout
        self.width = layout.page.type_width * POINT
        self._share = layout.page.type_width / place.page.type_width
        self._spacing = layout.grid.spacing
        wide = place.page.type_width * POINT
        self._table = set_table(block, Place(place, look, wide), shown)
        heights = [height / 20 for height in self._table.heights]
        self._tops = list(accumulate(heights, initial=0.0))

    @property
    def height(self) -> float:
        """How high it is."""
        return self._tops[-1] * self._share

    def top(self, row: int) -> float:
        """Return where a row begins."""
        return self._tops[min(row, len(self._tops) - 1)] * self._share

    def paint(
        self, painter: QPainter, points: float, color: str, seen: tuple[float, float]
    ) -> None:
        """Paint at the painter's origin, `points` device units to the point.

        What has no colour of its own is drawn in `color`, RRGGBB; `seen` is the stretch, in points
        from the top, that is looked at.
        """
        above, below = [height / self._share for height in seen]
        first = max(bisect_right(self._tops, above) - 1, 0)
        stop = min(bisect_right(self._tops, below), len(self._table.heights))
        rows = [(row, self._tops[row]) for row in range(self._first_of(first), stop)]
        page = Page(
            0,
            0,
            tuple([p for at, y in rows for p in row_pieces(self._table, at, y, self._spacing)]),
            tuple([rule for at, y in rows for rule in row_rules(self._table, at, y)]),
            tuple([image for at, y in rows for image in row_images(self._table, at, y)]),
        )
        paint_page(painter, page, points * self._share, color=color)

    def _first_of(self, row: int) -> int:
        """Return the row in which the cells that reach into a row begin."""
        while row and self._table.joined[row]:
            row -= 1
        return row
