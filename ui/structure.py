"""The tree of one window kept true to its text: rows, badges, slots, scheme, references."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.document.model import Document
from app.document.outline import Node, NodeType, outline
from app.document.series import infer
from app.document.targets import changed_titles, retitled
from ui.moved_numbers import MovedNumbers
from ui.open_slots import open_slots
from ui.outline_rows import Marks

if TYPE_CHECKING:
    from app.checks import Finding
    from app.kinds import Slot
    from ui.window import Window

_PAUSE = 120  # milliseconds of quiet before the tree follows the text


class Structure(QObject):
    """Reads the tree a moment after each change and shows it; `nodes` is the last one read."""

    read = Signal()  # the tree has been read anew

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.nodes: tuple[Node, ...] = ()
        self.slots: tuple[Slot, ...] = ()
        self.numbers = MovedNumbers(window.editor.bridge)
        self._before: Document | None = None  # the text before a change not yet looked into
        self._timer = self._made_timer(_PAUSE)
        self._timer.timeout.connect(self._follow)
        self._numbers_timer = self._made_timer(0)
        self._numbers_timer.timeout.connect(self.settle)

    def _made_timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    @property
    def pending(self) -> bool:
        """Whether the text has changed since the tree was read."""
        return self._timer.isActive()

    @property
    def tree(self) -> tuple[Node, ...]:
        """The tree of the text as it stands."""
        if self.pending:
            self.refresh()
        if self._window.editor.composing:
            return outline(self._window.session.document())
        return self.nodes

    def clear(self) -> None:
        """Another document is shown."""
        self._before = None
        self.nodes = ()
        self.numbers.clear()

    def edited(self) -> None:
        """The text has changed: read it when it has been quiet for a moment."""
        self._timer.start()

    def stop(self) -> None:
        """The window closes."""
        self._timer.stop()
        self._numbers_timer.stop()

    def refresh(self) -> None:
        """Bring the tree up to date now."""
        self._timer.stop()
        self._follow()

    def show(self) -> None:
        """Show the tree with the findings and slots as they are known now."""
        window = self._window
        counted: dict[str, Counter[int]] = {n: Counter() for n in ("error", "warning", "hint")}
        for one in window.shown_findings:
            counted[one.severity][one.span.block] += 1
        slots = Counter(slot.span.block for slot in self.slots)
        marks = Marks(counted["error"], counted["warning"], counted["hint"], slots)
        target = window.workplace.settings.section_target
        window.outline.show_outline(window.session.document(), self.nodes, marks, target)

    def starts(self) -> list[tuple[int, str]]:
        """Return where the sections with a heading begin, as (block, title)."""
        kinds = {NodeType.PART, NodeType.HEADING}
        return [(n.block, f"{n.number}{n.text}") for n in self.nodes if n.type in kinds]

    def numbers_moved(self, before: Document) -> None:
        """A change of the tree may have changed numbers that the text refers to: look soon."""
        self.settle()
        self._before = before
        self._numbers_timer.start()

    def settle(self) -> None:
        """Look now for references that the last change of the tree has left with old numbers."""
        if self._before is None:
            return
        before, self._before = self._before, None
        self._numbers_timer.stop()
        found = self.numbers.changed(before, self._window.session.document())
        if found:
            self._window.say(f"文中有 {found} 处引用的编号变了，见问题列表。按 F8 逐处核对。")

    def findings(self) -> tuple[Finding, ...]:
        """Return the references that stand with an old number, as findings."""
        self.settle()
        document = self._window.session.document()
        return self.numbers.findings(document, self.tree)

    def _follow(self) -> None:
        window = self._window
        if window.editor.composing:
            self._timer.start()
            return
        began = time.perf_counter()
        before, self.nodes = self.nodes, outline(window.session.document())
        self._follow_titles(before)
        self._show_slots(window.session.document())
        self.show()
        details = window.session.details
        window.status.show_scheme(infer(self.nodes, dict(details.numbering)).describe())
        cost = round(1000 * (time.perf_counter() - began))
        self._timer.setInterval(max(_PAUSE, 4 * cost))  # the larger, the later
        self.read.emit()

    def _follow_titles(self, before: Sequence[Node]) -> None:
        session = self._window.session
        if session.details.targets or self.numbers.places():
            names = changed_titles(before, self.nodes)
            if names:
                self.numbers.retitled(names)
                session.set_details(retitled(session.details, names))

    def _show_slots(self, document: Document) -> None:
        slots, window = open_slots(document), self._window
        if slots != self.slots:
            self.slots = slots
            window.fields.show_slots(document, slots)
            window.tabs.setTabText(2, f"要素 {len(slots)}" if slots else "要素")
