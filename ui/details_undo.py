"""Details that change together with the text come and go with its undo steps."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from app.document.model import Details
from ui.editor.bridge import Bridge
from ui.session import Session

_TURNING = ("numbering", "fields", "undecided", "layout")


@dataclass(slots=True)
class _Turn:
    """A change of details and the undo step it belongs to; `undone` while that is taken back."""

    before: Details
    after: Details
    steps: int  # undo steps there were before
    undone: bool = False


class DetailsUndo(QObject):
    """Follows the undo steps of one text."""

    def __init__(self, session: Session, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._bridge = session, bridge
        self._turns: list[_Turn] = []
        bridge.changed.connect(self._follow)
        bridge.replaced.connect(self._watch)
        self._watch()

    def note(self, before: Details, steps: int) -> None:
        """Remember that the details were `before` when the text had so many undo steps.

        Where no step has come since, no undo of the text can take them back.
        """
        if self.steps() > steps:
            self._turns.append(_Turn(before, self._session.details, steps))

    def steps(self) -> int:
        """Return how many undo steps the text has."""
        return self._bridge.text.availableUndoSteps()

    def _watch(self) -> None:
        self._turns = []
        self._bridge.text.undoCommandAdded.connect(self._forget_undone)

    def _forget_undone(self) -> None:
        """Something new was done: what had been taken back cannot come again."""
        self._turns = [turn for turn in self._turns if not turn.undone]

    def _follow(self) -> None:
        if not self._turns:
            return
        steps = self.steps()
        for turn in reversed(self._turns):
            if not turn.undone and steps <= turn.steps:
                turn.undone = True
                self._take(turn.after, turn.before)
        for turn in self._turns:
            if turn.undone and steps > turn.steps:
                turn.undone = False
                self._take(turn.before, turn.after)

    def _take(self, known: Details, wanted: Details) -> None:
        """Set what the change had set; what has been changed since by itself stays."""
        now = self._session.details
        turned = {
            name: getattr(wanted, name)
            for name in _TURNING
            if getattr(now, name) == getattr(known, name)
        }
        self._session.set_details(replace(now, **turned))
