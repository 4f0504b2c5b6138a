"""What is painted beside the text: list numbers, tables and pictures, marks of printed pages."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QTextLayout

from app.document.model import Block, Role, Run
from ui.editor import look

_FAINT, _QUIET = 70, 130  # of 255: how much of the colour of the text shows
_NUMBER = 0.3  # of the margin: the size of the page number beside a mark
_CHOSEN = 90


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


def draw_art(painter: QPainter, art: Art, area: QRectF, clip: QRectF, palette: QPalette) -> None:
    """Paint an object into `area`."""
    points = area.width() / art.width
    seen = (0.0, art.height)
    if clip.isValid():
        seen = ((clip.top() - area.top()) / points, (clip.bottom() - area.top()) / points)
    painter.save()
    painter.translate(area.topLeft())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = palette.color(QPalette.ColorRole.Text).name().removeprefix("#")
    art.paint(painter, points, color, seen)
    painter.restore()


def draw_veil(painter: QPainter, area: QRectF, palette: QPalette) -> None:
    """Show that the object in `area` is selected."""
    veil = QColor(palette.color(QPalette.ColorRole.Highlight))
    veil.setAlpha(_CHOSEN)
    painter.fillRect(area, veil)


def draw_frame(painter: QPainter, frame: QRectF, palette: QPalette) -> None:
    """Paint the frame around an object whose text is all that is known of it."""
    painter.save()
    painter.setPen(QPen(_faded(palette, _FAINT), 1))
    painter.drawRoundedRect(frame, 4, 4)
    painter.restore()


def draw_label(painter: QPainter, layout: QTextLayout, at: QPointF, label: str, em: float) -> None:
    """Paint the number that a list shows before a paragraph; `em` is a character in pixels."""
    line = layout.lineAt(0)
    painter.save()
    font = look.char_format(Role.BODY, Run(""), lead=False).font()
    font.setPixelSize(max(round(em), 1))
    painter.setFont(font)
    width = look.label_width(label) * em
    painter.drawText(QPointF(at.x() + line.x() - width, at.y() + line.y() + line.ascent()), label)
    painter.restore()


def draw_mark(painter: QPainter, page: int, line: QLineF, margin: float, palette: QPalette) -> None:
    """Paint where a printed page begins: a dotted line above its first line, its number beside it.

    `line` goes from edge to edge of the text, `margin` is what is free right of it.
    """
    painter.save()
    painter.setPen(QPen(_faded(palette, _FAINT), 1, Qt.PenStyle.DotLine))
    y = round(line.y1()) + 0.5
    painter.drawLine(QLineF(line.x1(), y, line.x2(), y))
    painter.setPen(_faded(palette, _QUIET))
    font = painter.font()
    font.setPixelSize(max(round(_NUMBER * margin), 8))
    painter.setFont(font)
    beside = QRectF(line.x2(), y - font.pixelSize(), margin, 2 * font.pixelSize())
    painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, str(page))
    painter.restore()


def _faded(palette: QPalette, alpha: int) -> QColor:
    color = QColor(palette.color(QPalette.ColorRole.Text))
    color.setAlpha(alpha)
    return color
