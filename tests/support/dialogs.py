"""The dialogs of a window by the commands that open them."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from ui.window import Window

DIALOGS = (
    "preferences", "official", "rollover", "compare", "versions", "preview", "renumber", "target",
    "numbering", "go-to", "counts", "lexicons", "ignored", "fix-rule", "explain", "palette", "tour",
    "shortcuts", "about", "manual", "new-snippet", "save-snippet",
)  # fmt: skip


def opened_by(window: Window, command: str) -> list[QWidget]:
    """Return the windows that a command opens in a draft with findings."""
    before = set(QApplication.topLevelWidgets())
    window.editor.setFocus()
    window.go_to_end_of(6)
    if command in ("fix-rule", "explain", "ignored"):
        window.run_command("next-finding")
    window.run_command(command)
    QApplication.processEvents()
    return [w for w in QApplication.topLevelWidgets() if w not in before and w.isVisible()]
