"""Bold, italic, underline and alignment of the text at the caret, shown where they are set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from app.document.model import Align
from ui.editor.editor import Editor, Mark, selected_runs, typing_look

_MOST = 60  # selected paragraphs that are read; of more, only what would be typed is shown
_ALIGNED = {f"align-{align}": align for align in Align if align is not Align.JUSTIFY}


class MarksShown(QObject):
    """Keeps the actions for looks pressed where the text has the look."""

    def __init__(self, editor: Editor, actions: Mapping[str, QAction]) -> None:
        super().__init__(editor)
        self._editor = editor
        self._actions = {name: actions[name] for name in (*get_args(Mark), *_ALIGNED)}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._show)
        for action in self._actions.values():
            action.setCheckable(True)
            action.setIconVisibleInMenu(False)  # it would stand in place of the tick
            action.triggered.connect(self._later)
        editor.selectionChanged.connect(self._later)
        editor.cursorPositionChanged.connect(self._later)
        editor.currentCharFormatChanged.connect(self._later)
        editor.edited.connect(self._later)

    def _later(self, *_: object) -> None:
        self._timer.start()

    def _show(self) -> None:
        editor = self._editor
        if editor.composing:
            return
        numbers = editor.selected_blocks()
        few = len(numbers) <= _MOST
        runs = (selected_runs(editor) if few else []) or [typing_look(editor)]
        for mark in get_args(Mark):
            self._actions[mark].setChecked(all(getattr(run, mark) for run in runs))
        shown = numbers if few else [editor.caret().block]
        aligned = {editor.bridge.block(number).align for number in shown}
        for name, align in _ALIGNED.items():
            self._actions[name].setChecked(aligned == {align})
