"""The tree of one window kept true to its text: rows, badges, slots, scheme, references."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from app.document.model import ENDING, Document
from app.document.outline import Node, NodeType, outline
from app.document.targets import changed_titles, retitled
from app.turns import Turns
from ui.moved_numbers import MovedNumbers
from ui.outline.reading import Order, Reading, read
from ui.slices import LONG

if TYPE_CHECKING:
    from app.checks import Finding
    from app.document.references import Moved
    from app.kinds import Slot
    from ui.window import Window

_PAUSE = 120  # milliseconds of quiet before the tree follows the text


class Structure(QObject):
    """Reads the tree a moment after each change and shows it; `nodes` is the last one read.

    A worker reads that of a long text, so that no key waits for it.
    """

    read = Signal()  # the tree has been read anew
    moved = Signal()  # references have been left with old numbers
    _answered = Signal(object)  # Reading
    _compared = Signal(object, object, int)  # Document before, tuple[Moved], revision
    _failed = Signal(object, object)  # Order, Exception

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.nodes: tuple[Node, ...] = ()
        self.slots: tuple[Slot, ...] = ()
        self.numbers = MovedNumbers(window.editor.bridge)
        self._before: Document | None = None  # the text before a change not yet looked into
        self._awaited: Order | None = None  # what the worker reads of the text as it stands
        self._turns = Turns()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._answered.connect(self._arrived)
        self._compared.connect(self._take_moved)
        self._failed.connect(self._raise)
        self._timer = self._made_timer(_PAUSE)
        self._timer.timeout.connect(self.follow)
        self._numbers_timer = self._made_timer(0)
        self._numbers_timer.timeout.connect(self._look_for_moved)
        window.editor.keys.shifts.foreseen = self.numbers_shift

    def _made_timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    @property
    def pending(self) -> bool:
        """Whether the text has changed since the tree was read."""
        awaited = self._awaited is not None and self._awaited.nodes is None
        return awaited or self._timer.isActive()

    @property
    def _long(self) -> bool:
        return len(self._window.editor.bridge) > LONG

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
        self._awaited = None
        self._before = None
        self.nodes = ()
        self.numbers.clear()

    def edited(self) -> None:
        """The text has changed: read it when it has been quiet for a moment."""
        self._turns.claim()
        self._awaited = None
        self._timer.start()

    def stop(self) -> None:
        """The window closes."""
        self._awaited = None
        self._timer.stop()
        self._numbers_timer.stop()
        self._pool.waitForDone()

    def follow(self) -> None:
        """Bring the tree up to date: now, or soon where the text is long."""
        self._timer.stop()
        if self._window.editor.composing:
            self._timer.start()
        elif self._long:
            self._ask(None)
        else:
            self._take(read(self._order(None)))

    def refresh(self) -> None:
        """Bring the tree up to date now."""
        self._timer.stop()
        if self._window.editor.composing:
            self._timer.start()
        else:
            self._take(read(self._order(None)))

    def show(self) -> None:
        """Show the tree with the findings as they are known now."""
        if self._long:
            if not self._timer.isActive():  # else the reading to come shows them
                self._ask(None if self.pending else self.nodes)
        elif self.pending:
            self.refresh()
        else:
            self._take(read(self._order(self.nodes)))

    def starts(self) -> list[tuple[int, str]]:
        """Return where the sections with a heading begin, and what stands behind them.

        As (block, title).
        """
        kinds = {NodeType.PART, NodeType.HEADING}
        found = [(n.block, f"{n.number}{n.text}") for n in self.nodes if n.type in kinds]
        blocks = self._window.session.document().blocks
        last = found[-1][0] if found else len(blocks)
        end = next((at for at in range(last, len(blocks)) if blocks[at].role in ENDING), None)
        return found if end is None else [*found, (end, "文末")]

    def numbers_moved(self, before: Document) -> None:
        """A change of the tree may have changed numbers that the text refers to: look soon."""
        if not self._long:
            self.settle()
        if self._before is None:
            self._before = before
        self._numbers_timer.start(_PAUSE if self._long else 0)

    def numbers_shift(self) -> None:
        """A key is about to shift numbers that the text may refer to: look soon."""
        document = self._window.session.document()
        if self._long or any("第" in text for text in document.texts):
            self.numbers_moved(document)

    def settle(self) -> None:
        """Look now for references that the last change of the tree has left with old numbers."""
        from app.document.references import moved_references

        if self._before is not None:
            self._numbers_timer.stop()
            before, after = self._before, self._window.session.document()
            self._take_moved(before, moved_references(before, after), self._revision)

    @property
    def _revision(self) -> int:
        return self._window.editor.bridge.revision

    def _look_for_moved(self) -> None:
        """Look for such references: now, or in a worker where the text is long."""
        if self._long and self._before is not None:
            after = self._window.session.document()
            self._pool.start(partial(self._compare, self._before, after, self._revision))
        else:
            self.settle()

    def _compare(self, before: Document, after: Document, revision: int) -> None:
        """Look for references left with old numbers; called in the worker, with values only."""
        from app.document.references import moved_references

        try:
            with self._turns.giving_way():
                moved = moved_references(before, after)
            self._compared.emit(before, moved, revision)
        except Exception as error:  # noqa: BLE001  raised again in the thread of the windows
            self._failed.emit(None, error)

    def _take_moved(self, before: Document, found: tuple[Moved, ...], revision: int) -> None:
        if before is not self._before:
            return  # looked for at once meanwhile, or another document is shown
        if revision != self._revision:  # the text has changed since: look again
            self._numbers_timer.start(_PAUSE)
            return
        self._before = None
        new = self.numbers.take(found)
        if new:
            self._window.say(f"文中有 {new} 处引用的编号变了，见问题列表。按 F8 逐处核对。")
            self.moved.emit()

    def findings(self) -> tuple[Finding, ...]:
        """Return the references that stand with an old number, as findings."""
        if not self._long:
            self.settle()
        if not self.numbers.places():
            return ()
        nodes = self.nodes if self._long else self.tree
        return self.numbers.findings(self._window.session.document(), nodes)

    def _order(self, nodes: tuple[Node, ...] | None) -> Order:
        self._awaited = None  # what is read now takes its place
        window = self._window
        document, target = window.session.document(), window.workplace.settings.section_target
        return Order(document, nodes, tuple(window.shown_findings), target)

    def _ask(self, nodes: tuple[Node, ...] | None) -> None:
        self._awaited = self._order(nodes)
        self._pool.start(partial(self._work, self._awaited))

    def _work(self, order: Order) -> None:
        """Read a text nobody has changed since; called in the worker, with values only."""
        if order is not self._awaited:
            return
        try:
            with self._turns.giving_way():
                reading = read(order)
            self._answered.emit(reading)
        except Exception as error:  # noqa: BLE001  raised again in the thread of the windows
            self._failed.emit(order, error)

    def _raise(self, order: Order, error: Exception) -> None:
        if order is self._awaited:
            self._awaited = None
        raise error

    def _arrived(self, reading: Reading) -> None:
        if reading.order is not self._awaited:
            return  # the text has changed since, or is read anew
        self._awaited = None
        if self._window.editor.composing:
            self._timer.start()
        else:
            self._take(reading)

    def _take(self, reading: Reading) -> None:
        """Show what was read of the text as it stands."""
        window = self._window
        before, self.nodes = self.nodes, reading.nodes
        anew = reading.order.nodes is None
        if anew and self._follow_titles(before):  # the lengths wished for are others
            reading = read(self._order(self.nodes))
        self._show_slots(reading.order.document, reading.slots)
        window.outline.show_rows(reading.order.document, reading.nodes, reading.branches)
        window.status.show_scheme(reading.scheme)
        if anew:
            self._timer.setInterval(max(_PAUSE, 4 * reading.cost))  # the larger, the later
            self.read.emit()

    def _follow_titles(self, before: Sequence[Node]) -> bool:
        """Let what goes by titles follow those changed in place; tell whether details changed."""
        session = self._window.session
        names: dict[str, str] = {}
        if session.details.targets or self.numbers.places():
            names = changed_titles(before, self.nodes)
        if not names:
            return False
        self.numbers.retitled(names)
        details = retitled(session.details, names)
        changed = details != session.details
        session.set_details(details)
        return changed

    def _show_slots(self, document: Document, slots: tuple[Slot, ...]) -> None:
        window = self._window
        if slots != self.slots:
            self.slots = slots
            window.fields.show_slots(document, slots)
            window.tabs.setTabText(2, f"要素 {len(slots)}" if slots else "要素")
