"""Last year's text becomes this year's: every proposed change is shown, and taken or left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from app.document.model import Document
from app.rollover import Proposal, base_year, proposals, rolled
from ui import theme
from ui.dialogs.frame import Frame
from ui.dialogs.renewal_look import RenewalLook, RowRole, box_end
from ui.dialogs.renewal_rows import Row, Sure, moved, rows
from ui.number_field import NumberField
from ui.theme import Theme

_EVERY = "全部"
_CHECKED, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class RenewalDialog(Frame):
    """Stays open beside the text, which may be written on meanwhile; `show_text` keeps it true."""

    place_chosen = Signal(object)  # Span: show it in the text
    text_wished = Signal()  # go to the text
    taking_wished = Signal()  # bring the text up to date (`show_text`) before it is changed
    taken = Signal(object, int, bool)  # accepted proposals, the new year, fields too

    def __init__(self, document: Document, colors: Theme, parent: QWidget | None) -> None:
        super().__init__("旧稿翻新", parent, 468, 640)
        self._document = document
        self._colors = colors
        self.old, self.new = _year_box("旧稿的年份", self), _year_box("新的年份", self)
        year = base_year(document)
        self.old.setValue(year or date.today().year - 1)  # noqa: DTZ011  the user's day
        self.new.setValue(self.old.value() + 1)
        self.filter = QComboBox(self)
        self.filter.setAccessibleName("只看哪些建议")
        self.list = _List(self)
        self.reason = self.add_note("")
        self.wording = QLineEdit(self)
        self.fields = QCheckBox(self)
        self._place()
        for box in (self.old, self.new):
            box.valueChanged.connect(self._propose)
        self.filter.currentIndexChanged.connect(self._sift)
        self.list.currentItemChanged.connect(self._show_row)
        self.list.itemClicked.connect(self._show_row)
        self.list.itemChanged.connect(self._count)
        self.list.itemActivated.connect(self.text_wished)
        self.wording.textEdited.connect(self._reword)
        self._propose()
        self.list.setFocus()

    def _place(self) -> None:
        note = self.add_note("勾选的改动一次改好，合为一步，可以撤销；没有勾选的一处也不改。")
        self.column.removeWidget(self.reason)
        self.column.removeWidget(note)
        years = QHBoxLayout()
        years.setSpacing(8)
        for part in (QLabel("把", self), self.old, QLabel("的文稿改成", self), self.new):
            years.addWidget(part)
        years.addWidget(QLabel("的", self))
        years.addStretch()
        years.addWidget(self.filter)
        words = QHBoxLayout()
        words.setSpacing(8)
        label = QLabel("改为(&W)", self)
        label.setBuddy(self.wording)
        self.wording.setAccessibleName("改为")
        words.addWidget(label)
        words.addWidget(self.wording, 1)
        self.next_button = QPushButton("下一处待决定", self)
        self.next_button.clicked.connect(self.next_open)
        words.addWidget(self.next_button)
        self.list.setItemDelegate(RenewalLook(self._colors, self.list))
        for one in (years, note, self.list, self.reason, words, self.fields):
            if isinstance(one, QHBoxLayout):
                self.column.addLayout(one)
            else:
                self.column.addWidget(one, 1 if one is self.list else 0)
        self.every_button, self.none_button = QPushButton("全选", self), QPushButton("全不选", self)
        self.every_button.clicked.connect(self._check_all)
        self.none_button.clicked.connect(self._check_none)
        self.taking = QPushButton("", self)
        self.taking.setProperty("primary", "true")
        self.taking.clicked.connect(self._take)
        self.add_buttons(
            [self.every_button, self.none_button], [self.closing_button(), self.taking]
        )
        self.taking.setDefault(False)  # Enter in the list goes to the text

    @property
    def year(self) -> int:
        """The year the new text is for."""
        return self.new.value()

    def rows(self) -> list[Row]:
        """Return the rows as they stand, those filtered out too."""
        return [self.list.item(n).data(RowRole) for n in range(self.list.count())]

    def show_text(self, document: Document) -> None:
        """The text has changed: places follow, and what no longer stands there goes."""
        if document.texts == self._document.texts:
            self._document = document
            return
        found = moved([row.proposal for row in self.rows()], self._document, document)
        states = [self.list.item(n).checkState() for n in range(self.list.count())]
        kept = [(one, state) for one, state in zip(found, states, strict=True) if one is not None]
        at = max(self.list.currentRow(), 0)
        self._document = document
        self._fill([one for one, _ in kept], [state for _, state in kept])
        self._go(min(at, self.list.count() - 1))

    def next_open(self) -> None:
        """Go to the next place that the writer has to decide, round at the end."""
        count, here = self.list.count(), self.list.currentRow()
        for step in range(1, count + 1):
            number = (here + step) % count
            item = self.list.item(number)
            if item.data(RowRole).sure is Sure.OPEN:
                if item.isHidden():
                    self.filter.setCurrentIndex(0)
                self.list.setCurrentRow(number)
                self.list.setFocus()
                return

    def showEvent(self, event: QShowEvent) -> None:
        """Show the place of the first row from the start."""
        super().showEvent(event)
        self._show_row()

    def _propose(self, *_: object) -> None:
        found = proposals(self._document, self.year, old=self.old.value())
        self._fill(found, [_CHECKED if one.certain else _OFF for one in found])
        details = self._document.details
        changed = rolled(details, self.year)
        self.fields.setVisible(changed != details)
        self.fields.setChecked(True)
        emptied = any(value and not changed.field(name) for name, value in details.fields)
        also = "，日期留空待填" if emptied else ""
        self.fields.setText(f"要素里的年份也改到{self.year}年{also}")
        self._go(0)

    def _fill(self, found: Sequence[Proposal], states: Sequence[Qt.CheckState]) -> None:
        self.list.blockSignals(True)  # noqa: FBT003  Qt's signature
        self.list.clear()
        for row, state in zip(rows(self._document, found), states, strict=True):
            item = QListWidgetItem()
            self.list.addItem(item)
            _show(item, row, state)
        self.list.blockSignals(False)  # noqa: FBT003  Qt's signature
        self._name_filters()
        self._sift()

    def _name_filters(self) -> None:
        counts = [(_EVERY, self.list.count())]
        counts += [(str(s), sum(row.sure is s for row in self.rows())) for s in Sure]
        kept = max(self.filter.currentIndex(), 0)
        self.filter.blockSignals(True)  # noqa: FBT003  Qt's signature
        self.filter.clear()
        for name, count in counts:
            self.filter.addItem(f"{name}  {count}", name)
        self.filter.setCurrentIndex(kept)
        self.filter.blockSignals(False)  # noqa: FBT003  Qt's signature
        self.next_button.setEnabled(counts[-1][1] > 0)

    def _sift(self, *_: object) -> None:
        wanted = self.filter.currentData()
        for number, row in enumerate(self.rows()):
            self.list.item(number).setHidden(wanted not in (_EVERY, str(row.sure)))
        current = self.list.currentItem()
        if current is None or current.isHidden():
            shown = [n for n in range(self.list.count()) if not self.list.item(n).isHidden()]
            self._go(shown[0] if shown else -1)
        self._count()

    def _go(self, number: int) -> None:
        """Make a row the current one, and show its words even where it was so before."""
        self.list.setCurrentRow(number)
        self._show_row()

    def _show_row(self, *_: object) -> None:
        item = self.list.currentItem()
        self.wording.setEnabled(item is not None)
        if item is None:
            empty = "这篇文稿里没有找到要改的年份和提法。" if not self.list.count() else ""
            self.reason.setText(empty)
            self.wording.clear()
            return
        row: Row = item.data(RowRole)
        self.reason.setText(row.proposal.reason)
        if not self.wording.hasFocus():
            self.wording.setText(row.proposal.new or "")
        self.wording.setPlaceholderText("想好怎么改，就写在这里" if row.sure is Sure.OPEN else "")
        if self.isVisible():
            self.place_chosen.emit(row.proposal.span)

    def _reword(self, text: str) -> None:
        item = self.list.currentItem()
        if item is not None:
            _show(item, item.data(RowRole).worded(text), _CHECKED)
            self._name_filters()

    def _count(self, *_: object) -> None:
        count = len(self._checked())
        self.taking.setText(f"接受选中的 {count} 处")
        self.taking.setEnabled(count > 0)

    def _checked(self) -> list[Proposal]:
        return [
            self.list.item(number).data(RowRole).proposal
            for number in range(self.list.count())
            if self.list.item(number).checkState() is _CHECKED
        ]

    def _check_all(self) -> None:
        self._set_all(_CHECKED)

    def _check_none(self) -> None:
        self._set_all(_OFF)

    def _set_all(self, state: Qt.CheckState) -> None:
        """Check or clear the rows in sight that propose something."""
        for number, row in enumerate(self.rows()):
            item = self.list.item(number)
            if not item.isHidden() and row.proposal.new is not None:
                item.setCheckState(state)

    def _take(self) -> None:
        self.taking_wished.emit()
        with_fields = not self.fields.isHidden() and self.fields.isChecked()
        self.fields.hide()
        self.taken.emit(self._checked(), self.year, with_fields)


class _List(QListWidget):
    """A list whose boxes the mouse reaches where they are drawn, and the space key too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("建议的改动")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space key checks or clears the row."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            _turn(item)
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the box checks or clears the row."""
        place = event.position().toPoint()
        item = self.itemAt(place)
        super().mouseReleaseEvent(event)
        if (
            item is not None
            and place.x() < box_end()
            and event.button() is Qt.MouseButton.LeftButton
        ):
            _turn(item)


def _turn(item: QListWidgetItem) -> None:
    if item.data(RowRole).proposal.new is not None:
        item.setCheckState(_OFF if item.checkState() is _CHECKED else _CHECKED)


def _show(item: QListWidgetItem, row: Row, state: Qt.CheckState) -> None:
    """Put a row into an item; a proposal without new words has no box."""
    item.setData(RowRole, row)
    item.setData(
        Qt.ItemDataRole.AccessibleTextRole, f"{row.sure}：{row.change}。{row.proposal.reason}"
    )
    item.setToolTip(f"{row.change}\n{row.proposal.reason}")
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    if row.proposal.new is None:
        item.setData(Qt.ItemDataRole.CheckStateRole, None)
    else:
        item.setCheckState(state)


def _year_box(name: str, parent: QWidget) -> NumberField:
    box = NumberField(parent)
    box.setRange(1990, 2100)
    box.setSuffix("年")
    box.setFixedWidth(theme.grown(96))
    box.setAccessibleName(name)
    return box
