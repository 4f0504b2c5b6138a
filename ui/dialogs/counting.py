"""How long the text is, whole and selected, and how long it takes to say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app import counts
from app.counts import Counts
from app.document.model import Document
from ui.dialogs.frame import Frame


class CountsDialog(Frame):
    """A table of figures."""

    def __init__(
        self, document: Document, selected: Sequence[str], speed: int, parent: QWidget | None
    ) -> None:
        super().__init__("字数统计", parent, 360)
        whole, part = counts.of_document(document), counts.of_texts(selected)
        page = QWidget(self)
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(8)
        columns = [("全文", whole), *([("选中", part)] if part.characters else [])]
        for column, (name, _) in enumerate(columns, 1):
            grid.addWidget(_right(name, muted=True), 0, column)
        for row, (name, values) in enumerate(_rows([c for _, c in columns], speed), 1):
            label = QLabel(name)
            label.setProperty("role", "muted")
            grid.addWidget(label, row, 0)
            for column, value in enumerate(values, 1):
                grid.addWidget(_right(value), row, column)
        self.add_scrolled(page).setAccessibleName("字数统计")
        self.add_note(f"水印、广告等杂质行不计入。朗读时间按每分钟 {speed} 字估算。")
        self.add_buttons([], [self.closing_button()])


def _rows(columns: Sequence[Counts], speed: int) -> list[tuple[str, list[str]]]:
    return [
        ("字数", [str(c.words) for c in columns]),
        ("字数（不计标点）", [str(c.han + c.foreign) for c in columns]),
        ("汉字", [str(c.han) for c in columns]),
        ("外文词和数字", [str(c.foreign) for c in columns]),
        ("标点符号", [str(c.words - c.han - c.foreign) for c in columns]),
        ("字符（不计空格）", [str(c.characters) for c in columns]),
        ("字符（计空格）", [str(c.with_spaces) for c in columns]),
        ("段落", [str(c.paragraphs) for c in columns]),
        ("朗读用时", [_time(counts.minutes(c, speed)) for c in columns]),
    ]


def _time(minutes: float) -> str:
    return f"{minutes:.0f} 分钟" if minutes >= 1 else f"{minutes * 60:.0f} 秒"


def _right(text: str, *, muted: bool = False) -> QLabel:
    label = QLabel(text)
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    if muted:
        label.setProperty("role", "muted")
    return label
