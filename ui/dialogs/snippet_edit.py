"""One snippet to write or change: text, title, category, tags, place, and slots for particulars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app.snippets import Particular, Place, Snippet, particulars, with_slots
from app.snippets.source import beginning
from ui.dialogs.frame import Frame

_CHECKED = Qt.CheckState.Checked
_ROWS = 4  # proposed slots in sight


class SnippetDialog(Frame):
    """Emits `kept` with the snippet as the user wants it; he stays in the dialog until it fits."""

    kept = Signal(object)  # Snippet

    def __init__(
        self,
        snippet: Snippet,
        categories: Sequence[str],
        parent: QWidget | None,
        *,
        proposing: bool,
    ) -> None:
        """`proposing` proposes slots for the names, dates and numbers of the text."""
        super().__init__("编辑常用表述" if snippet.id else "存为常用表述", parent, 560)
        self._snippet = snippet
        self._original = snippet.text
        self._particulars = particulars(snippet.text) if proposing else ()
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName("内容")
        self.text.setFixedHeight(128)
        self.text.setTabChangesFocus(True)
        self.slots = QListWidget(self)
        self.slots.setAccessibleName("改成待填项的内容")
        self.slots.setProperty("role", "card")
        self.title = QLineEdit(snippet.title, self)
        self.title.setPlaceholderText("不填就用内容的开头")
        self.category = QComboBox(self)
        self.category.setEditable(True)
        self.category.addItems(sorted({"我的表述", snippet.category, *categories}, key=_own_first))
        self.category.setCurrentText(snippet.category)
        self.category.setToolTip("可以写新的类别；用“/”分层，如：我的表述/督查")
        self.tags = QLineEdit("、".join(snippet.tags), self)
        self.tags.setPlaceholderText("用顿号隔开，可以不填")
        self.place = QComboBox(self)
        for place in Place:
            self.place.addItem(place.label, place)
        self.place.setCurrentIndex(self.place.findData(snippet.place))
        self.warning = self.add_note("")
        self._propose()
        self._place()
        self.text.textChanged.connect(self._validate)
        self.category.editTextChanged.connect(self._validate)
        self._validate()

    def _place(self) -> None:
        page = QWidget(self)
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow("内容(&C)", self.text)
        if self._particulars:
            form.addRow("改成待填项", self.slots)
        for label, widget in (
            ("标题(&T)", self.title),
            ("类别(&K)", self.category),
            ("标签(&G)", self.tags),
            ("用在(&P)", self.place),
        ):
            form.addRow(label, widget)
        self.slots.setVisible(bool(self._particulars))
        self.column.removeWidget(self.warning)
        area = self.add_scrolled(page)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keys
        self.column.addWidget(self.warning)
        self.slot_button = QPushButton("选中的文字改成待填项", self)
        self.slot_button.setToolTip("在内容里选中一段再按，改成【待填】")
        self.slot_button.clicked.connect(self._make_slot)
        self.keep_button = QPushButton("保存", self)
        self.keep_button.clicked.connect(self._keep)
        self.add_buttons([self.slot_button], [self.closing_button("取消"), self.keep_button])
        self.slots.itemChanged.connect(self._apply_slots)

    def _propose(self) -> None:
        """List the particulars of the text, all of them checked."""
        with QSignalBlocker(self.slots):
            for one in self._particulars:
                words = self._original[one.start : one.end]
                item = QListWidgetItem(f"{words} → 【{one.name}】")
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(_CHECKED)
                self.slots.addItem(item)
        rows = min(self.slots.count(), _ROWS)
        self.slots.setFixedHeight(max(self.slots.sizeHintForRow(0), 20) * rows + 6)
        self._apply_slots()

    def _apply_slots(self, *_: object) -> None:
        chosen: list[Particular] = [
            one
            for number, one in enumerate(self._particulars)
            if self.slots.item(number).checkState() is _CHECKED
        ]
        self.text.setPlainText(with_slots(self._original, chosen))

    def _make_slot(self) -> None:
        cursor = self.text.textCursor()
        if cursor.hasSelection():
            words = cursor.selectedText()
            name = next((one.name for one in particulars(words)), "待填")
            self.text.insertPlainText(f"【{name}】")
        self.text.setFocus()

    def _validate(self) -> None:
        text, category = self.text.toPlainText().strip(), self.category.currentText().strip("/ ")
        missing = "请写内容。" if not text else "" if category else "请写类别。"
        if text.count("【") != text.count("】"):
            missing = "待填项的【】没有成对。"
        self.warning.setText(missing)
        self.keep_button.setEnabled(not missing)

    def _keep(self) -> None:
        text = self.text.toPlainText().strip()
        tags = self.tags.text().replace("，", "、").replace(",", "、").split("、")
        self.kept.emit(
            replace(
                self._snippet,
                text=text,
                title=self.title.text().strip() or beginning(text),
                category="/".join(p.strip() for p in self.category.currentText().split("/") if p),
                tags=tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip())),
                place=Place(self.place.currentData()),
            )
        )
        self.accept()


def _own_first(path: str) -> tuple[bool, str]:
    return not path.startswith("我的"), path
