"""The line at the foot of the window: kind, length, findings, numbering, layout, saved or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QStyle, QStyleOption, QToolButton, QWidget

if TYPE_CHECKING:
    from app.counts import Counts


class StatusLine(QStatusBar):
    """Shows what is so at all times at the right and passing messages at the left."""

    kind_wished = Signal()
    findings_wished = Signal()
    counts_wished = Signal()
    layout_wished = Signal()
    scheme_wished = Signal()
    zoom_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.kind = self._button("文种", "更换文种", self.kind_wished)
        self.counts = self._button("0 字", "字数统计", self.counts_wished)
        self.findings = self._button("", "转到问题列表", self.findings_wished)
        self.scheme = self._button("", "编号方式，按提纲推断", self.scheme_wished)
        self.layout_name = self._button("", "保存和打印时采用的版式", self.layout_wished)
        self.zoom = self._button("100%", "回到实际大小", self.zoom_wished)
        self.page = QLabel("", self)
        self.page.setToolTip("按国标或所选版式排出的页数")
        self.saved = QLabel("", self)
        self._parts = (self.kind, self.page, self.counts, self.findings, self.scheme,
                       self.layout_name, self.zoom, self.saved)  # fmt: skip
        for widget in self._parts:
            self.addPermanentWidget(widget)
        self._given_up = (self.scheme, self.layout_name, self.page, self.kind)  # the first first
        self.messageChanged.connect(self._make_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what matters least where not all of it has room."""
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a message that is too long with an ellipsis; the mouse brings the whole."""
        said, metrics = self.currentMessage(), self.fontMetrics()
        room = min((part.x() for part in self._parts if part.isVisible()), default=self.width())
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room - 12)
        if shown == said:
            super().paintEvent(event)
            return
        with QPainter(self) as painter:
            option = QStyleOption()
            option.initFrom(self)
            panel = QStyle.PrimitiveElement.PE_PanelStatusBar
            self.style().drawPrimitive(panel, option, painter, self)
            painter.setPen(self.palette().windowText().color())
            box = self.rect().adjusted(6, 0, 0, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)

    def _make_room(self, *_: object) -> None:
        said = self.currentMessage()
        self.setToolTip(said)
        room = self.width() - (self.fontMetrics().horizontalAdvance(said) + 16 if said else 0)
        widths = {part: part.sizeHint().width() + 6 for part in self._parts if _says(part)}
        for part in self._given_up:
            fits = sum(widths.values()) <= room
            part.setVisible(fits and _says(part))
            if not fits:
                widths.pop(part, None)

    def show_kind(self, name: str) -> None:
        """Show the document kind."""
        self.kind.setText(name or "文种未定")

    def show_counts(self, counts: Counts, selected: Counts | None = None) -> None:
        """Show the length, and that of the selection where there is one."""
        chosen = f"{selected.words} / " if selected is not None and selected.words else ""
        self.counts.setText(f"{chosen}{counts.words} 字")

    def show_counting(self) -> None:
        """Show that neither length nor findings of a text just opened are known yet."""
        self.counts.setText("… 字")
        self.findings.setText("")

    def show_page(self, page: int, pages: int) -> None:
        """Show on which printed page the caret stands."""
        self.page.setText(f"第 {page} 页，共 {pages} 页")

    def show_findings(self, errors: int, warnings: int, hints: int) -> None:
        """Show how many findings there are of each severity, gravest first."""
        named = ((errors, "差错"), (warnings, "存疑"), (hints, "提示"))
        shown = "  ".join(f"{name} {count}" for count, name in named if count)
        self.findings.setText(shown or "没有问题")

    def show_scheme(self, text: str) -> None:
        """Show how the numbers count, as inferred or chosen."""
        first, _, more = text.partition("，")
        self.scheme.setText(f"{first}…" if more else first)
        self.scheme.setToolTip(f"编号方式：{text}")
        self._make_room()

    def show_layout(self, name: str) -> None:
        """Show the layout that saving and printing use."""
        self.layout_name.setText(name)
        self._make_room()

    def show_saved(self, text: str) -> None:
        """Show whether there is something to save."""
        self.saved.setText(text)

    def _button(self, text: str, tip: str, signal: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        button.clicked.connect(signal)
        return button


def _says(part: QLabel | QToolButton) -> bool:
    """Tell whether a part has something to say."""
    return bool(part.text())
