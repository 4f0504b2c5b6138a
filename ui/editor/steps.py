"""Undo steps that change no text: they stand in order between the steps of the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument


@dataclass(slots=True)
class _Step:
    """How to do and to take back what was done when the text had so many undo steps."""

    forth: Callable[[], None]
    back: Callable[[], None]
    depth: int
    undone: bool = False


class Steps(QObject):
    """The steps beside those of one text, for each editor that shows it."""

    def __init__(self, text: QTextDocument) -> None:
        super().__init__(text)
        self._text = text
        self._steps: list[_Step] = []
        self._before = 0  # how many steps the text had at the last look
        text.undoCommandAdded.connect(self._forget_undone)

    def take(self, forth: Callable[[], None], back: Callable[[], None]) -> None:
        """Do something that `back` takes back, as an undo step of its own."""
        self._forget_undone()
        self._before = self._text.availableUndoSteps()
        self._steps.append(_Step(forth, back, self._before))
        forth()

    def undo(self) -> bool:
        """Take back the last step beside the text; False where the text's own comes first."""
        done = next((one for one in reversed(self._steps) if not one.undone), None)
        if done is None or done.depth < self._text.availableUndoSteps():
            return False
        done.undone = True
        done.back()
        return True

    def redo(self) -> bool:
        """Bring back the step taken back last; False where the text's own comes first."""
        undone = next((one for one in self._steps if one.undone), None)
        if undone is None or undone.depth > self._text.availableUndoSteps():
            return False
        undone.undone = False
        undone.forth()
        return True

    def follow(self) -> None:
        """The text has changed: stand before the step of it that goes on, as Qt joins keys."""
        before, self._before = self._before, self._text.availableUndoSteps()
        if before == self._before:
            for one in self._steps:
                if not one.undone and one.depth == before:
                    one.depth = before - 1

    def _forget_undone(self) -> None:
        """Something new was done: what had been taken back cannot come again."""
        self._steps = [one for one in self._steps if not one.undone]
