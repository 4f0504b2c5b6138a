"""Typeset pages painted: on a printer, into a PDF, on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, groupby

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPen, QRawFont

from app.docx.layout import Layout
from ui.printing.faces import POINT, SCALE, Glyph, glyphs, widths
from ui.printing.images import image
from ui.printing.paragraphs import Piece
from ui.printing.typeset import Page

_BLACK = "000000"
Ink = dict[str, dict[int, str]]  # font → glyph → the characters it was drawn for, in order of use


def paint_page(
    painter: QPainter, page: Page, points: float, ink: Ink | None = None, *, color: str = _BLACK
) -> None:
    """Paint a page at the painter's origin, `points` device units to the point.

    `ink` takes down which glyph was drawn for which characters; `color` is that of all that has
    none of its own.
    """
    painter.save()
    painter.scale(points, points)
    _paint(painter, page, ink, color)
    if page.aside is not None:
        painter.translate(0.0, page.turned)
        painter.rotate(-90.0)
        _paint(painter, page.aside, ink, color)
    painter.restore()


def _paint(painter: QPainter, page: Page, ink: Ink | None, color: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for found in page.images:
        shown = image(found.content)
        if shown is not None:
            painter.drawImage(QRectF(found.x, found.y, found.width, found.height), shown)
    for rule in page.rules:
        painter.setPen(
            QPen(QColor(f"#{color if rule.color == _BLACK else rule.color}"), rule.width)
        )
        painter.drawLine(QLineF(rule.x, rule.y, rule.right, rule.bottom))
    painter.scale(1 / SCALE, 1 / SCALE)
    for piece in page.pieces:
        shade = QColor(f"#{piece.style.color or color}")
        painter.setPen(shade)
        for run in _runs(piece, ink):
            painter.drawGlyphRun(QPointF(piece.x * SCALE, piece.y * SCALE), run)
        if piece.style.underline:
            wide = sum(_advances(piece))
            under = (piece.y + piece.style.size * 0.14) * SCALE
            painter.setPen(QPen(shade, piece.style.size * SCALE / 20))
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
    for font, group in groupby(glyphs(piece.style, piece.text), key=_font):
        drawn = list(group)
        run = QGlyphRun()
        run.setRawFont(font)
        run.setGlyphIndexes([glyph.index for _, _, glyph in drawn])
        run.setPositions(
            [QPointF((starts[at] + glyph.offset) * SCALE, 0.0) for at, _, glyph in drawn]
        )
        if ink is not None:
            _take_down(drawn, ink)
        yield run


def _font(drawn: tuple[int, str, Glyph]) -> QRawFont:
    return drawn[2].font


def _take_down(drawn: list[tuple[int, str, Glyph]], ink: Ink) -> None:
    taken = ink.setdefault(drawn[0][2].name, {})
    for _, text, glyph in drawn:
        if not glyph.index:  # the box for what no font has
            continue
        if "\u2e80" <= taken.get(glyph.index, "\u2e80") <= "\u2fdf":  # none yet, or a radical
            taken[glyph.index] = text
