"""Two versions of the text beside each other: what differs, and what to take over."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QWidget,
)

from app.document.compare import Change, Row, Words, compare, take_over
from app.document.model import Document, Span
from ui.dialogs.compare_rows import EntryRole, RowLook, Rows, folded
from ui.dialogs.frame import Frame
from ui.theme import Theme

_PAUSE = 400  # milliseconds of quiet before the comparison follows the text


@dataclass(frozen=True, slots=True)
class Version:
    """Something the text can be compared with; `read` gives its name and text, None for neither."""

    name: str
    read: Callable[[], tuple[str, Document] | None]


class CompareDialog(Frame):
    """Compares what `document` gives with a version; stays beside the text and follows it."""

    place_chosen = Signal(object)  # Span, to be shown in the text
    edits_wished = Signal(object)  # tuple[Edit, ...]

    def __init__(
        self,
        document: Callable[[], Document],
        words: Words,
        colors: Theme,
        parent: QWidget | None,
    ) -> None:
        super().__init__("比较版本", parent, 960, 600)
        self._document, self._words = document, words
        self._versions: list[Version] = []
        self._at = -1  # the version that is shown
        self._name, self._old = "", Document()
        self._rows: tuple[Row, ...] = ()
        self.versions = QComboBox(self)
        self.versions.setAccessibleName("和哪一版比较")
        self.versions.setMinimumContentsLength(24)
        self.beside = QCheckBox("左右对照", self)
        self.beside.setChecked(True)
        self.short = QCheckBox("只看不同", self)
        self.short.setChecked(True)
        self.heads = QLabel(self), QLabel("现在的文稿", self)
        self.view = QListView(self)
        self.view.setAccessibleName("两个版本的段落")
        self.view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.model = Rows(self.view)
        self.view.setModel(self.model)
        self.look = RowLook(colors, self.view)
        self.view.setItemDelegate(self.look)
        self.state = QLabel(self)
        self.state.setProperty("role", "muted")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.compare)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        label = QLabel("和这一版比：", self)
        label.setBuddy(self.versions)
        for widget in (label, self.versions, self.beside, self.short):
            head.addWidget(widget)
        head.addStretch()
        head.addWidget(self.state)
        self._names = QHBoxLayout()
        self._names.setContentsMargins(RowLook.LEFT, 0, 0, 0)
        for name in self.heads:
            name.setProperty("role", "caption")
            self._names.addWidget(name, 1)
        self.column.addLayout(head)
        self.column.addLayout(self._names)
        self.column.addWidget(self.view, 1)
        self.back = QPushButton("上一处", self)
        self.back.setToolTip("上一处不同（Shift+F8）")
        self.onward = QPushButton("下一处", self)
        self.onward.setToolTip("下一处不同（F8）")
        self.going = QPushButton("转到正文", self)
        self.going.setToolTip("在正文里选中这一段（回车或双击）")
        self.taking = QPushButton("恢复成左边的", self)
        self.taking.setToolTip("选中的段落改回这一版的写法，可以撤销（Ctrl+回车）")
        self.add_buttons([self.back, self.onward, self.going], [self.taking, self.closing_button()])

    def _connect(self) -> None:
        self.versions.activated.connect(self._choose)
        self.beside.toggled.connect(self._show)
        self.short.toggled.connect(self._show)
        self.back.clicked.connect(self.previous)
        self.onward.clicked.connect(self.next)
        self.going.clicked.connect(self.go)
        self.taking.clicked.connect(self.take)
        self.view.activated.connect(self.go)
        self.view.selectionModel().selectionChanged.connect(self._chosen)
        for keys, do in (
            ("F8", self.next),
            ("Shift+F8", self.previous),
            ("Ctrl+Return", self.take),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Offer these and compare with the first."""
        self._versions = list(versions)
        self.versions.clear()
        for version in versions:
            self.versions.addItem(version.name)
        self._choose(0)

    def text_changed(self) -> None:
        """The text was edited: compare anew after a quiet moment."""
        self._timer.start()

    def compare(self) -> None:
        """Compare with the text as it stands now."""
        self._timer.stop()
        began = time.perf_counter()
        self._rows = compare(self._old, self._document(), self._words)
        cost = round(1000 * (time.perf_counter() - began))
        self._timer.setInterval(max(_PAUSE, 4 * cost))  # the larger the text, the later
        count = sum(row.change is not Change.SAME for row in self._rows)
        self.state.setText(f"共 {count} 处不同" if count else "两版文字相同")
        self._show()

    def next(self) -> None:
        """Go to the next difference, from the last to the first."""
        self._go(1)

    def previous(self) -> None:
        """Go to the difference before, from the first to the last."""
        self._go(-1)

    def go(self, *_: object) -> None:
        """Show the chosen paragraph in the text."""
        rows = self.chosen()
        if rows:
            row, blocks = rows[0], self._document().blocks
            at = min(row.place, len(blocks) - 1)
            self.place_chosen.emit(Span(at, 0, 0 if row.new is None else len(blocks[at])))

    def take(self) -> None:
        """Give the chosen paragraphs the form they have in the other version."""
        if self._timer.isActive():
            self.compare()
        edits = take_over(self.chosen(), self._old, self._document())
        if edits:
            self.edits_wished.emit(edits)
            self.compare()

    def chosen(self) -> list[Row]:
        """Return the rows that are selected and differ."""
        entries = [index.data(EntryRole) for index in self.view.selectedIndexes()]
        return [e for e in entries if isinstance(e, Row) and e.change is not Change.SAME]

    def _choose(self, at: int) -> None:
        found = self._versions[at].read()
        if found is None:
            self.versions.setCurrentIndex(self._at)
            return
        self._at = at
        self.versions.setCurrentIndex(at)
        self._name, self._old = found
        self.compare()
        self.next()

    def _show(self, *_: object) -> None:
        kept = self.view.currentIndex().row()
        self.look.beside = self.beside.isChecked()
        self.look.forget()
        self.heads[1].setVisible(self.look.beside)
        alone = f"{self._name}　→　现在的文稿（划线的删去了，下划线的是新写的）"
        self.heads[0].setText(self._name if self.look.beside else alone)
        shown = folded(self._rows) if self.short.isChecked() else self._rows
        if all(row.change is Change.SAME for row in self._rows) and self.short.isChecked():
            shown = ()
        self.model.show(shown)
        if 0 <= kept < len(shown):
            self.view.setCurrentIndex(self.model.index(kept, 0))
        self._chosen()

    def _go(self, way: int) -> None:
        entries = self.model.entries
        differing = [
            n for n, e in enumerate(entries) if isinstance(e, Row) and e.change is not Change.SAME
        ]
        if not differing:
            return
        here = self.view.currentIndex().row()
        if way > 0:
            at = next((n for n in differing if n > here), differing[0])
        else:
            at = next((n for n in reversed(differing) if n < here), differing[-1])
        index = self.model.index(at, 0)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index, QListView.ScrollHint.PositionAtCenter)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, *_: object) -> None:
        some = bool(self.chosen())
        self.going.setEnabled(some)
        self.taking.setEnabled(some)
        for button in (self.back, self.onward):
            button.setEnabled(any(row.change is not Change.SAME for row in self._rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out for another width."""
        super().resizeEvent(event)
        self.view.scheduleDelayedItemsLayout()
