"""A table or picture as it stands on the page: painted, pointed at, its findings marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPalette,
    QPen,
    QTextBlock,
    QTextCharFormat,
)

from app.document.model import Block
from ui.editor.formats import points, units
from ui.editor.lines import Selection, stretches

_CHOSEN = 90  # of 255: how much of the colour of a selection shows
_WAVES = 10  # a line is so many times as high as its wave


class Art(Protocol):
    """A table or picture that can be painted; measures in points."""

    width: float

    @property
    def height(self) -> float:
        """How high it is."""
        ...

    def top(self, row: int) -> float:
        """Return where a row of it begins."""
        ...

    def stretches(self, start: int, end: int) -> list[tuple[float, float, float, float]]:
        """Return where some of its readable text is shown: left, top, width, height."""
        ...

    def at(self, x: float, y: float) -> int:
        """Return the offset in its readable text that is shown nearest to a place."""
        ...

    def paint(
        self, painter: QPainter, points: float, color: str, seen: tuple[float, float]
    ) -> None:
        """Paint at the painter's origin, `points` units to the point; see ui.printing.art."""
        ...


class Gallery(Protocol):
    """Finds the art of an object, None where there is none to show."""

    def __call__(self, name: str, block: Block) -> Art | None:
        """Return the art of the object `name`, whose readable text `block` holds."""
        ...


@dataclass(frozen=True, slots=True)
class DrawnObject:
    """The art of a paragraph, painted into an area of the page; measures in pixels."""

    block: QTextBlock
    art: Art
    area: QRectF

    @property
    def _scale(self) -> float:
        return self.area.width() / self.art.width

    def position_at(self, point: QPointF) -> int:
        """Return the position in the text document that is nearest to a point of the page."""
        along = (point - self.area.topLeft()) / self._scale
        at = self.art.at(along.x(), along.y())
        return self.block.position() + units(self.block.text(), at)

    def line_of(self, offset: int) -> float:
        """Return the height at which the line of a character of the readable text begins."""
        shown = self.art.stretches(offset, offset + 1)
        return self.area.top() + (shown[0][1] * self._scale if shown else 0.0)

    def row(self, number: int) -> float:
        """Return the height at which a row begins."""
        return self.area.top() + self.art.top(number) * self._scale

    def draw(
        self,
        painter: QPainter,
        context: QAbstractTextDocumentLayout.PaintContext,
        selections: list[Selection],
        beside: float,
    ) -> None:
        """Paint it with what of it is selected, found or underlined, and the caret `beside` it."""
        self._draw_art(painter, context)
        start, length = self.block.position(), self.block.length()
        cursor, area = context.cursorPosition, self.area
        if start <= cursor < start + length:
            x = area.left() - beside if cursor == start else area.right() + beside
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
        if any(begin <= start and end >= start + length - 1 for begin, end, _ in selections):
            highlight = context.palette.color(QPalette.ColorRole.Highlight)
            _draw_veil(painter, area, highlight)
            return
        text = self.block.text()
        for one in stretches(selections, start, length):
            begin, stop = points(text, one.start), points(text, one.start + one.length)
            for left, top, wide, high in self.art.stretches(begin, stop):
                at = area.topLeft() + QPointF(left, top) * self._scale
                _draw_stretch(
                    painter,
                    QRectF(at.x(), at.y(), wide * self._scale, high * self._scale),
                    one.format,
                )

    def _draw_art(
        self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext
    ) -> None:
        top, bottom = 0.0, self.art.height
        if context.clip.isValid():
            top = (context.clip.top() - self.area.top()) / self._scale
            bottom = (context.clip.bottom() - self.area.top()) / self._scale
        painter.save()
        painter.translate(self.area.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = context.palette.color(QPalette.ColorRole.Text).name().removeprefix("#")
        self.art.paint(painter, self._scale, color, (top, bottom))
        painter.restore()


def _draw_stretch(painter: QPainter, area: QRectF, shape: QTextCharFormat) -> None:
    """Fill or underline a stretch of a line."""
    if shape.background().style() != Qt.BrushStyle.NoBrush:
        _draw_veil(painter, area, shape.background().color())
    if shape.underlineStyle() != QTextCharFormat.UnderlineStyle.WaveUnderline:
        return
    step = max(area.height() / _WAVES, 1.0)
    base = area.bottom() - step
    turns = range(int(area.width() / step) + 1)
    wave = [QPointF(area.left() + turn * step, base - step * (turn % 2)) for turn in turns]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(shape.underlineColor(), max(step / 2, 1.0)))
    painter.drawPolyline(wave)
    painter.restore()


def _draw_veil(painter: QPainter, area: QRectF, color: QColor) -> None:
    veil = QColor(color)
    veil.setAlpha(_CHOSEN)
    painter.fillRect(area, veil)
