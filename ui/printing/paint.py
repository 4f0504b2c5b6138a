"""Typeset pages painted: on a printer, into a PDF, on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPen, QRawFont

from app.docx.layout import Layout
from ui.printing.faces import SCALE, glyphs, widths
from ui.printing.paging import POINT
from ui.printing.paragraphs import Piece
from ui.printing.typeset import Page

Ink = dict[str, dict[int, str]]  # font → glyph → the characters it was drawn for, in order of use


def paint_page(painter: QPainter, page: Page, points: float, ink: Ink | None = None) -> None:
    """Paint a page at the painter's origin, `points` device units to the point.

    `ink` takes down which glyph was drawn for which characters.
    """
    painter.save()
    painter.scale(points, points)
    for rule in page.rules:
        painter.setPen(QPen(QColor(f"#{rule.color}"), rule.width))
        painter.drawLine(QLineF(rule.x, rule.y, rule.right, rule.bottom))
    painter.scale(1 / SCALE, 1 / SCALE)
    for piece in page.pieces:
        color = QColor(f"#{piece.style.color or '000000'}")
        painter.setPen(color)
        for run in _runs(piece, ink):
            painter.drawGlyphRun(QPointF(piece.x * SCALE, piece.y * SCALE), run)
        if piece.style.underline:
            wide = sum(_advances(piece))
            under = (piece.y + piece.style.size * 0.14) * SCALE
            painter.setPen(QPen(color, piece.style.size * SCALE / 20))
            painter.drawLine(QLineF(piece.x * SCALE, under, (piece.x + wide) * SCALE, under))
    painter.restore()


def sheet(layout: Layout, points: float = 1.0) -> QRectF:
    """Return the sheet of a layout in device units, `points` of them to the point."""
    return QRectF(0, 0, layout.page.width * POINT * points, layout.page.height * POINT * points)


def _advances(piece: Piece) -> list[float]:
    natural = widths(piece.style, 0.0)
    return [natural[char] + piece.step for char in piece.text]


def _runs(piece: Piece, ink: Ink | None) -> Iterator[QGlyphRun]:
    """Yield the glyphs of a piece, font by font."""
    starts = list(accumulate(_advances(piece), initial=0.0))
    font: QRawFont | None = None
    indexes: list[int] = []
    places: list[QPointF] = []
    for place, text, glyph in glyphs(piece.style, piece.text):
        if font is not None and font is not glyph.font:
            yield _run(font, indexes, places)
            indexes, places = [], []
        font = glyph.font
        indexes.append(glyph.index)
        places.append(QPointF((starts[place] + glyph.offset) * SCALE, 0.0))
        if ink is not None:
            drawn = ink.setdefault(glyph.name, {})
            if "\u2e80" <= drawn.get(glyph.index, "\u2e80") <= "\u2fdf":  # none, or a radical
                drawn[glyph.index] = text
    if font is not None:
        yield _run(font, indexes, places)


def _run(font: QRawFont, indexes: list[int], places: list[QPointF]) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(font)
    run.setGlyphIndexes(indexes)
    run.setPositions(places)
    return run
