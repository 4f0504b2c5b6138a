"""The list of all replacements before they are made, each with a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from app.document.model import Document
from ui import theme
from ui.dialogs.frame import Frame
from ui.editor.search import Hit

_AROUND = 12  # characters shown on both sides of a hit


class ReplacePreview(Frame):
    """Shows what stands there and what will; nothing is replaced before the button is pressed."""

    accepted_hits = Signal(object)  # the list of hits that keep their tick
    shown_hit = Signal(object)  # the hit whose row was chosen

    def __init__(
        self,
        document: Document,
        hits: Sequence[Hit],
        texts: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("预览替换", parent, 760, 420)
        self._hits = list(hits)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels(["现在", "替换后"])
        self.tree.setRootIsDecorated(False)
        self.tree.setAlternatingRowColors(True)
        self.tree.setColumnWidth(0, (self.width() - 2 * theme.grown(20)) // 2)
        for hit, text in zip(hits, texts, strict=True):
            self.tree.addTopLevelItem(_row(document, hit, text))
        self.tree.currentItemChanged.connect(self._chosen)
        self.tree.itemChanged.connect(self._count)
        self._label = QLabel()
        self.go = QPushButton("替换打勾的", self)
        self.go.clicked.connect(self.accept)
        self.column.addWidget(self._label)
        self.column.addWidget(self.tree)
        self.add_buttons([], [self.closing_button("取消"), self.go])
        self._count()

    def ticked(self) -> list[Hit]:
        """Return the hits that are to be replaced."""
        return [
            hit
            for row, hit in enumerate(self._hits)
            if self._item(row).checkState(0) == Qt.CheckState.Checked
        ]

    def accept(self) -> None:
        """Tell which hits to replace and close."""
        self.accepted_hits.emit(self.ticked())
        super().accept()

    def _item(self, row: int) -> QTreeWidgetItem:
        found = self.tree.topLevelItem(row)
        if found is None:
            raise IndexError(row)
        return found

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.shown_hit.emit(self._hits[self.tree.indexOfTopLevelItem(item)])

    def _count(self) -> None:
        ticked = len(self.ticked())
        self._label.setText(f"共 {len(self._hits)} 处，将替换 {ticked} 处。")
        self.go.setEnabled(ticked > 0)


def _row(document: Document, hit: Hit, text: str) -> QTreeWidgetItem:
    whole = document.blocks[hit.span.block].text
    before = whole[max(hit.span.start - _AROUND, 0) : hit.span.start]
    after = whole[hit.span.end : hit.span.end + _AROUND]
    item = QTreeWidgetItem([f"{before}〔{hit.text}〕{after}", f"{before}〔{text}〕{after}"])
    item.setCheckState(0, Qt.CheckState.Checked)
    item.setToolTip(0, whole)
    item.setSizeHint(0, QSize(0, theme.grown(28)))
    return item
