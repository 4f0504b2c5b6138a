"""Typeset pages on the screen: a scrolling column of sheets, and thumbnails of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.docx.layout import Layout
from ui.printing.paint import paint_page, sheet
from ui.printing.typeset import Page
from ui.theme import Theme

LOWEST, HIGHEST = 25, 400  # percent
FIT_PAGE, FIT_WIDTH = "page", "width"
_GAP = 20  # pixels between sheets and around them
_PAPER = "#ffffff"  # what comes out of a printer is white in every theme


class PageView(QAbstractScrollArea):
    """Pages below each other, as large as asked for; emits the page in sight and the zoom."""

    page_changed = Signal(int)  # from 1
    zoom_changed = Signal(int)  # percent

    def __init__(
        self, pages: Sequence[Page], layout: Layout, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pages, self._layout, self._theme = pages, layout, theme
        self._zoom, self._fit, self._page = 100, FIT_PAGE, 1
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("页面")
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    def zoom(self) -> int:
        """Return the size on the screen in percent of that on paper."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Show the pages at a size in percent, the page in sight staying there."""
        self._fit = ""
        self._apply_zoom(percent)

    def fit(self, what: str) -> None:
        """Keep the whole page (FIT_PAGE) or its width (FIT_WIDTH) in the window."""
        self._fit = what
        self._apply_zoom(self._fitting())

    def page(self) -> int:
        """Return the number of the page in sight, from 1."""
        return self._page

    def show_page(self, number: int) -> None:
        """Scroll to the top of a page."""
        at = min(max(number, 1), len(self._pages)) - 1
        self.verticalScrollBar().setValue(at * self._step())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheets that are in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(event.rect(), QColor(self._theme.desk))
        top = self.verticalScrollBar().value()
        first = max((top - _GAP) // self._step(), 0)
        for at in range(first, len(self._pages)):
            area = self._area(at)
            if area.top() > self.viewport().height():
                break
            self._paint_sheet(painter, at, area)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is fitted fitting."""
        super().resizeEvent(event)
        self._apply_zoom(self._fitting() if self._fit else self._zoom)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(round(self._zoom * (1.1 if event.angleDelta().y() > 0 else 1 / 1.1)))
            event.accept()
            return
        super().wheelEvent(event)

    def _paint_sheet(self, painter: QPainter, at: int, area: QRect) -> None:
        painter.fillRect(area.translated(2, 2), QColor(0, 0, 0, 40))
        painter.fillRect(area, QColor(_PAPER))
        painter.setPen(QColor(self._theme.border))
        painter.drawRect(area.adjusted(-1, -1, 0, 0))
        painter.save()
        painter.setClipRect(area)
        painter.translate(QPointF(area.topLeft()))
        paint_page(painter, self._pages[at], self._points())
        painter.restore()

    def _points(self) -> float:
        return self._zoom / 100 * self.logicalDpiY() / 72

    def _size(self) -> QSize:
        return sheet(self._layout, self._points()).size().toSize()

    def _step(self) -> int:
        return self._size().height() + _GAP

    def _area(self, at: int) -> QRect:
        size, room = self._size(), self.viewport().width()
        left = (room - size.width()) // 2 if room > size.width() + 2 * _GAP else _GAP
        left -= self.horizontalScrollBar().value()
        top = _GAP + at * self._step() - self.verticalScrollBar().value()
        return QRect(left, top, size.width(), size.height())

    def _fitting(self) -> int:
        paper = sheet(self._layout, self.logicalDpiY() / 72)
        room = self.viewport().size()
        wide = (room.width() - 2 * _GAP) / paper.width()
        if self._fit == FIT_WIDTH:
            return int(wide * 100)
        return int(min(wide, (room.height() - 2 * _GAP) / paper.height()) * 100)

    def _apply_zoom(self, percent: int) -> None:
        at = self._page
        self._zoom = min(max(percent, LOWEST), HIGHEST)
        size, room = self._size(), self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        across.setRange(0, max(size.width() + 2 * _GAP - room.width(), 0))
        down.setRange(0, max(len(self._pages) * self._step() + _GAP - room.height(), 0))
        down.setPageStep(max(min(self._step(), room.height()), 1))
        across.setPageStep(max(room.width(), 1))
        down.setSingleStep(40)
        self.show_page(at)
        self.viewport().update()
        self.zoom_changed.emit(self._zoom)

    def _tell_page(self, value: int) -> None:
        middle = value + self.viewport().height() // 2
        if value >= self.verticalScrollBar().maximum() > 0:
            middle = max(middle, value + self.viewport().height() - _GAP - 1)
        number = min(max((middle - _GAP // 2) // self._step(), 0) + 1, len(self._pages))
        if number != self._page:
            self._page = number
            self.page_changed.emit(number)


class Thumbnails(QAbstractListModel):
    """Small pictures of the pages, made when they come in sight."""

    def __init__(
        self, pages: Sequence[Page], layout: Layout, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._pages, self._layout, self._theme = pages, layout, theme
        self._width = 96
        self._made: dict[int, QIcon] = {}

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return the number of pages."""
        return 0 if parent is not None and parent.isValid() else len(self._pages)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the number of a page, or its picture."""
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"第 {index.row() + 1} 页"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignHCenter
        return None

    def _picture(self, at: int) -> QIcon:
        if at not in self._made:
            if len(self._made) > 200:
                self._made.clear()
            self._made[at] = self._paint(at)
        return self._made[at]

    def _paint(self, at: int) -> QIcon:
        points = self._width / sheet(self._layout).width()
        size = sheet(self._layout, points * 2).size().toSize()
        picture = QPixmap(size)
        picture.fill(QColor(_PAPER))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_page(painter, self._pages[at], points * 2)
        painter.setPen(QColor(self._theme.border))
        painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
        painter.end()
        picture.setDevicePixelRatio(2)
        made = QIcon(picture)
        made.addPixmap(picture, QIcon.Mode.Selected)  # not tinted when chosen
        return made
