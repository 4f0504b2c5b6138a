"""Typeset pages painted: on a printer, into a PDF, on the screen."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPen

from app.docx.layout import Layout
from ui.printing.typeset import POINT, Page, Style, font

_SCALE = 20  # fonts are made this many times too large and painted smaller: pixel sizes are whole


def paint_page(painter: QPainter, page: Page, points: float) -> None:
    """Paint a page at the painter's origin, `points` device units to the point."""
    # Qt multiplies absolute letter spacing by the device's resolution over the screen's.
    screen = QGuiApplication.primaryScreen().logicalDotsPerInchY()
    spacing = _SCALE * screen / painter.device().logicalDpiY()
    painter.save()
    painter.scale(points, points)
    for rule in page.rules:
        painter.setPen(QPen(QColor(f"#{rule.color}"), rule.width))
        painter.drawLine(QLineF(rule.x, rule.y, rule.right, rule.bottom))
    painter.scale(1 / _SCALE, 1 / _SCALE)
    for piece in page.pieces:
        painter.setPen(QColor(f"#{piece.style.color or '000000'}"))
        painter.setFont(_spaced(piece.style, spacing))
        painter.drawText(QPointF(piece.x * _SCALE, piece.y * _SCALE), piece.text)
    painter.restore()


def sheet(layout: Layout, points: float = 1.0) -> QRectF:
    """Return the sheet of a layout in device units, `points` of them to the point."""
    return QRectF(0, 0, layout.page.width * POINT * points, layout.page.height * POINT * points)


@cache
def _spaced(style: Style, spacing: float) -> QFont:
    made = font(style, _SCALE)
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.spacing * spacing)
    return made
