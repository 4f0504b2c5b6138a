"""A click on a wave: the list goes to that finding, whose card tells what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from ui.editor.editor import Editor
    from ui.findings.panel import FindingsPanel


class Pointing(QObject):
    """Follows the mouse in an editor; a click that selects text is none on a finding."""

    def __init__(self, editor: Editor, panel: FindingsPanel) -> None:
        super().__init__(editor)
        self._editor, self._panel = editor, panel
        editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See a button let go, and look what is there once the text has moved its caret."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        ):
            QTimer.singleShot(0, self, self._follow)
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        cursor = self._editor.textCursor()
        finding = self._editor.underlines.finding_at(cursor.position())
        if finding is not None and not cursor.hasSelection():
            self._panel.select(finding)  # pyright: ignore[reportArgumentType]  one of ours
