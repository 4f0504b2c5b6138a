"""Checks beside the writing: a quiet moment, a worker, and results that are still true."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QThreadPool, QTimer, Signal

from app.document.model import Document
from app.settings import Settings
from app.turns import Turns
from ui.one_heap import one_heap
from ui.rule_choice import is_on, options_of

if TYPE_CHECKING:
    from app.checks import Checker, Finding
    from app.kinds import Kind

_LOG = logging.getLogger("wenheng")
_IDLE = 900  # milliseconds of quiet after the first findings, before the slower rules run


class Source(Protocol):
    """Where the checks get their text from."""

    composing: bool


@dataclass(frozen=True, slots=True)
class Order:
    """One run of the checks; `turn` tells whether its result still holds.

    `edition` moves on with the lexicons that the rules read.
    """

    turn: int
    document: Document
    idle: bool
    chosen: Settings
    edition: int


class Checking(QObject):
    """Runs the checks of one document. Give it `edited()` at each change; it answers `found`."""

    found = Signal(object)  # tuple[Finding, ...]
    failed = Signal(str)
    _answered = Signal(object, object)  # Order, tuple[Finding, ...]

    def __init__(
        self,
        source: Source,
        document: Callable[[], Document],
        parent: QObject,
        own_kinds: Path | None = None,
    ) -> None:
        """`document` gives the text as it stands; `own_kinds` is the folder of the user's kinds."""
        super().__init__(parent)
        self._source, self._document = source, document
        self._checker: Checker | None = None
        self._checker_of: object = None  # what it was made for
        self._edition = 0
        self._reported: set[str] = set()  # rules that failed
        self._kind: Kind | None = None
        self._own_kinds = own_kinds
        self.turn = 0  # counts the changes
        self.turn_of_findings = -1  # the turn that the last findings belong to
        self._last: tuple[Finding, ...] = ()  # what was found then
        self._busy = False
        self._waiting: bool | None = None  # an order to give when the worker is free: idle or not
        self._done_turn = -1  # the turn whose slow rules have answered
        self.automatic = True
        self.chosen = Settings()
        self._turns = Turns()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._quiet, self._idle = QTimer(self), QTimer(self)
        for timer in (self._quiet, self._idle):
            timer.setSingleShot(True)
        self._quiet.setInterval(300)
        self._idle.setInterval(_IDLE)
        self._quiet.timeout.connect(self._run_quick)
        self._idle.timeout.connect(self._run_slow)
        self._answered.connect(self._take)

    @property
    def current(self) -> bool:
        """Whether the last findings, slow rules included, are those of the present text."""
        return self._done_turn == self.turn

    @property
    def awaited(self) -> str:
        """What to say of a text just opened until it has been checked."""
        return "正在检查…" if self.automatic else "写作时不检查，按 F7 检查全文。"

    def set_quiet(self, milliseconds: int) -> None:
        """Change the pause after which the checks start."""
        self._quiet.setInterval(milliseconds)

    def edited(self, *_: object) -> None:
        """The text or what the checks depend on has changed."""
        self.turn += 1
        self._turns.claim()
        self._idle.stop()
        if self.automatic:
            self._quiet.start()

    def run(self) -> None:
        """Check now, slow rules included."""
        self._quiet.stop()
        self._order(idle=True)

    def renew(self) -> None:
        """Check again with rules that have read their lexicons anew."""
        self._edition += 1
        self.turn += 1
        self.run()

    def tell_again(self) -> None:
        """Answer with the last findings once more, where they are those of the present text."""
        if self.turn_of_findings == self.turn:
            self.found.emit(self._last)

    def wait(self, timeout_ms: int) -> bool:
        """Let events run until the present text has been checked; False when time ran out."""
        if not self.current:
            self.run()
        deadline = QDeadlineTimer(timeout_ms)
        loop = QEventLoop()
        self.found.connect(loop.quit)
        self.failed.connect(loop.quit)
        while not self.current and not deadline.hasExpired():
            timer = QTimer()
            timer.setSingleShot(True)
            timer.timeout.connect(loop.quit)
            timer.start(max(int(deadline.remainingTime()), 0))
            loop.exec()
        self.found.disconnect(loop.quit)
        self.failed.disconnect(loop.quit)
        return self.current

    def close(self) -> None:
        """Stop, and wait for the worker."""
        self._quiet.stop()
        self._idle.stop()
        self._waiting = None
        self.turn += 1
        self._pool.waitForDone()

    def _run_quick(self) -> None:
        if self._source.composing:
            self._quiet.start()
        else:
            self._order(idle=False)

    def _run_slow(self) -> None:
        if self._source.composing:
            self._idle.start()
        else:
            self._order(idle=True)

    def _order(self, *, idle: bool) -> None:
        if self._busy:
            self._waiting = idle or bool(self._waiting)
            return
        self._busy = True
        one_heap()
        order = Order(self.turn, self._document(), idle, self.chosen, self._edition)
        self._pool.start(partial(self._work, order))

    def _work(self, order: Order) -> None:
        """Run the checks; called in the worker, with values only."""
        found: tuple[Finding, ...] | None = None
        try:
            found = self._checked(order)
        except Exception:  # noqa: BLE001  whatever a rule does, writing goes on
            _LOG.exception("the checks failed")
        self._answered.emit(order, found)

    def _checked(self, order: Order) -> tuple[Finding, ...]:
        from app.kinds import UnknownKind, load

        chosen = order.chosen
        if self._checker is None or _rules_of(order) != self._checker_of:
            self._checker, self._checker_of = _checker(chosen), _rules_of(order)
        name = order.document.details.kind
        if name != (self._kind.id if self._kind else None):
            try:
                self._kind = load(name, self._own_kinds) if name else None
            except UnknownKind:
                self._kind = None
        document = order.document
        if chosen.ignored_always:
            ignored = document.details.ignored.union(chosen.ignored_always)
            document = replace(document, details=replace(document.details, ignored=ignored))
        with self._turns.giving_way():
            found = self._checker.run(document, kind=self._kind, idle=order.idle)
        self._report(self._checker)
        return found

    def _report(self, checker: Checker) -> None:
        """Tell once of each rule that raised and is off until the program ends."""
        titles = {rule.id: rule.title for rule in checker.rules}
        for name in checker.failures.keys() - self._reported:
            self._reported.add(name)
            _LOG.error("rule %s failed: %s", name, checker.failures[name])
            self.failed.emit(f"检查规则“{titles[name]}”出错，本次不再使用；其他检查照常。")

    def _take(self, order: Order, found: tuple[Finding, ...] | None) -> None:
        self._busy = False
        waiting, self._waiting = self._waiting, None
        if found is None:
            self._done_turn = order.turn
            self.failed.emit("检查出错，已记入日志。")
        elif order.turn == self.turn:
            if order.idle:
                self._done_turn = order.turn
            else:
                self._idle.start()
            self.turn_of_findings, self._last = order.turn, found
            self.found.emit(found)
        if waiting is not None:
            self._order(idle=waiting)


def _rules_of(order: Order) -> object:
    """Return what decides over the rules: the settings and the lexicons."""
    chosen = order.chosen
    return order.edition, chosen.rules_off, chosen.rules_on, chosen.rule_options


def _checker(chosen: Settings) -> Checker:
    from app.checks import Checker
    from app.checks.registry import rules

    return Checker(
        on={rule.id: is_on(chosen, rule) for rule in rules()},
        options={rule.id: options_of(chosen, rule) for rule in rules() if rule.options},
    )
