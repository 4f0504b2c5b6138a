"""The mends of one rule, each to be seen and accepted before they go in together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from app.document.edits import Splice, TextEdit
from app.document.model import Document
from ui.dialogs.frame import Frame

if TYPE_CHECKING:
    from app.checks import Finding, Fix

_AROUND = 14


class FixAllDialog(Frame):
    """Shows each place before and after; emits the pairs that were accepted."""

    accepted_fixes = Signal(object)  # list[tuple[Finding, Fix]]

    def __init__(
        self, document: Document, findings: Sequence[Finding], parent: QWidget | None
    ) -> None:
        super().__init__("同类问题全部改正", parent, 620, 460)
        self._pairs: list[tuple[Finding, Fix]] = [(one, one.fixes[0]) for one in findings]
        self.add_note(
            "勾选的地方会一次改好，合为一步，可以一次撤销。〔〕只标出改动的地方，不写进正文。"
        )
        self.list = QListWidget(self)
        self.list.setAccessibleName("要改正的地方")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        grades = {one.severity for one in findings}
        for finding, fix in self._pairs:
            less_sure = finding.severity == "hint" and len(grades) > 1
            graded = f"（{finding.severity.label}）" if less_sure else ""
            place = f"第{finding.span.block + 1}段{graded}　"
            item = QListWidgetItem(place + preview(document, finding, fix))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            left = less_sure and _takes_away(fix)
            item.setCheckState(Qt.CheckState.Unchecked if left else Qt.CheckState.Checked)
            item.setToolTip(finding.message)
            self.list.addItem(item)
        self.list.itemChanged.connect(self._count)
        self.column.addWidget(self.list)
        every, none = QPushButton("全选", self), QPushButton("全不选", self)
        every.clicked.connect(self._check_all)
        none.clicked.connect(self._check_none)
        self.taking = QPushButton("", self)
        self.taking.clicked.connect(self._take)
        self.add_buttons([every, none], [self.closing_button("取消"), self.taking])
        self._count()

    def _chosen(self) -> list[tuple[Finding, Fix]]:
        return [
            pair
            for row, pair in enumerate(self._pairs)
            if self.list.item(row).checkState() is Qt.CheckState.Checked
        ]

    def _count(self, *_: object) -> None:
        count = len(self._chosen())
        self.taking.setText(f"改正 {count} 处")
        self.taking.setEnabled(bool(count))

    def _check_all(self) -> None:
        self._set_all(Qt.CheckState.Checked)

    def _check_none(self) -> None:
        self._set_all(Qt.CheckState.Unchecked)

    def _set_all(self, state: Qt.CheckState) -> None:
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)

    def _take(self) -> None:
        chosen = self._chosen()
        self.accept()
        self.accepted_fixes.emit(chosen)


def preview(document: Document, finding: Finding, fix: Fix) -> str:
    """Return the place as it stands and as it will, for a list."""
    span = finding.span
    text = document.blocks[span.block].text
    before, after = text[max(span.start - _AROUND, 0) : span.start], text[span.end :][:_AROUND]
    old = f"{before}〔{text[span.start : span.end]}〕{after}"
    edits = [edit for edit in fix.edits if isinstance(edit, TextEdit) and edit.block == span.block]
    if len(edits) != len(fix.edits):
        return f"{old}\n→ {fix.title}".replace("\r", "")
    changed = text
    for edit in sorted(edits, key=_start, reverse=True):
        changed = f"{changed[: edit.start]}{edit.text}{changed[edit.end :]}"
    end = span.end + len(changed) - len(text)
    mended, after = changed[span.start : max(end, span.start)], changed[max(end, 0) :][:_AROUND]
    new = f"{before}〔{mended}〕{after}"
    return f"{old}\n→ {new}"


def _takes_away(fix: Fix) -> bool:
    """Whether a mend takes whole paragraphs away."""
    return any(isinstance(edit, Splice) and not edit.blocks for edit in fix.edits)


def _start(edit: TextEdit) -> int:
    return edit.start
