"""The line at the foot of the window: kind, length, findings, numbering, layout, saved or not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from app.counts import Counts
from app.document.outline import Node, NodeType


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
        self.saved = QLabel("", self)
        for widget in (self.kind, self.counts, self.findings, self.scheme, self.layout_name,
                       self.zoom, self.saved):  # fmt: skip
            self.addPermanentWidget(widget)

    def show_kind(self, name: str) -> None:
        """Show the document kind."""
        self.kind.setText(name or "文种未定")

    def show_counts(self, counts: Counts, selected: Counts | None = None) -> None:
        """Show the length, and that of the selection where there is one."""
        chosen = f"{selected.words} / " if selected is not None and selected.words else ""
        self.counts.setText(f"{chosen}{counts.words} 字")

    def show_findings(self, errors: int, warnings: int, hints: int) -> None:
        """Show how many findings there are of each severity, gravest first."""
        named = ((errors, "差错"), (warnings, "存疑"), (hints, "提示"))
        shown = "  ".join(f"{name} {count}" for count, name in named if count)
        self.findings.setText(shown or "没有问题")

    def show_scheme(self, nodes: Sequence[Node], chosen: str | None) -> None:
        """Show how the items are numbered; `chosen` is what the user has set, if anything."""
        found = chosen or inferred(nodes)
        names = {"through": "条目通编", "restart": "条目分节编号"}
        self.scheme.setVisible(found is not None)
        self.scheme.setText(names.get(found or "", ""))

    def show_layout(self, name: str) -> None:
        """Show the layout that saving and printing use."""
        self.layout_name.setText(name)

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


def inferred(nodes: Sequence[Node]) -> str | None:
    """Return "through" or "restart" as the items of the headings are numbered, None if unclear."""
    through = restart = 0
    last = 0
    for heading in nodes:
        items = [
            child.value
            for child in heading.children
            if child.type is NodeType.ITEM and child.value and child.number
        ]
        if not items:
            continue
        if last:
            through += items[0] == last + 1
            restart += items[0] == 1
        last = items[-1]
        inner = inferred(heading.children)
        through += inner == "through"
        restart += inner == "restart"
    if not through and not restart:
        return None
    return "through" if through > restart else "restart"
