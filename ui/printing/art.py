"""Tables and pictures as the editor shows them: what print shows, in the colours of the page."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, takewhile

from PySide6.QtGui import QPainter

from app.document.model import Block
from app.docx.layout import Layout
from app.docx.objects import Shown, sideways
from app.docx.sideways import stands_across, turned
from ui.printing.faces import POINT
from ui.printing.paint import paint_page
from ui.printing.paragraphs import Place
from ui.printing.tables import TextLine, row_images, row_pieces, row_rules, set_table, text_lines
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
        self._text = block.text
        self._lines: list[TextLine] | None = None
        heights = [height / 20 for height in self._table.heights]
        self._tops = list(accumulate(heights, initial=0.0))

    @property
    def height(self) -> float:
        """How high it is."""
        return self._tops[-1] * self._share

    def top(self, row: int) -> float:
        """Return where a row begins."""
        return self._tops[min(row, len(self._tops) - 1)] * self._share

    def stretches(self, start: int, end: int) -> list[tuple[float, float, float, float]]:
        """Return where the characters from `start` to `end` of the readable text are shown.

        Left and upper edge, width and height of each line that has some of them.
        """
        lines, share = self._set(), self._share
        first = max(bisect_right(lines, start, key=lambda line: line.start) - 1, 0)
        found: list[tuple[float, float, float, float]] = []
        for line in takewhile(lambda line: line.start < end, lines[first:]):
            begin = max(start - line.start, 0)
            stop = min(end - line.start, len(line.places) - 1)
            if begin < stop:
                left, wide = line.places[begin], line.places[stop] - line.places[begin]
                found.append((left * share, line.top * share, wide * share, line.height * share))
        return found

    def at(self, x: float, y: float) -> int:
        """Return the offset in the readable text that is shown nearest to a place."""
        x, y = x / self._share, y / self._share

        def away(line: TextLine) -> tuple[float, float]:
            across = max(line.places[0] - x, x - line.places[-1], 0.0)
            return max(line.top - y, y - line.top - line.height, 0.0), across

        line = min(self._set(), key=away, default=None)
        if line is None:
            return 0
        return line.start + max(bisect_right(line.places, x) - 1, 0)

    def _set(self) -> list[TextLine]:
        if self._lines is None:  # only what is marked or pointed at needs them
            self._lines = text_lines(self._table, self._text, self._tops, self._spacing)
        return self._lines

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
