"""Every question to the user goes through one object, so that tests can answer in his place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtWidgets  # its dialogs are made when the first question is asked
from PySide6.QtWidgets import QWidget

from app.errors import AppError

OPENABLE = "文稿 (*.docx *.txt *.docm *.doc *.wps *.odt *.fodt *.rtf *.uof *.uot);;全部文件 (*)"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: the key that comes back, the words on its button, and whether Enter takes it."""

    key: str
    title: str
    default: bool = False


class Ask:
    """Asks through windows of its own; the answers come back as values."""

    def __init__(self) -> None:
        self._folder = Path.home()  # where the last file was chosen

    def choose(
        self, parent: QWidget | None, title: str, text: str, options: Sequence[Option]
    ) -> str | None:
        """Return the key of the option taken, None where the question was put away."""
        box = QtWidgets.QMessageBox(parent)
        box.setWindowTitle("文衡")
        box.setText(f"<b>{title}</b>")
        box.setInformativeText(text)
        buttons: dict[str, QtWidgets.QPushButton] = {}
        for option in options:
            button = box.addButton(option.title, QtWidgets.QMessageBox.ButtonRole.ActionRole)
            buttons[option.key] = button
            if option.default:
                box.setDefaultButton(button)
        hidden = box.addButton(QtWidgets.QMessageBox.StandardButton.Cancel)
        hidden.setVisible(False)
        box.setEscapeButton(hidden)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return next((key for key, button in buttons.items() if button is clicked), None)

    def tell(self, parent: QWidget | None, title: str, text: str = "") -> None:
        """Tell something that must be read."""
        self.choose(parent, title, text, [Option("ok", "知道了", default=True)])

    def tell_error(self, parent: QWidget | None, error: AppError) -> None:
        """Show an error the user can act on: the one place where errors are shown."""
        title, _, rest = str(error).partition("：")
        self.tell(parent, title, rest)

    def open_files(self, parent: QWidget | None, folder: Path) -> list[Path]:
        """Return the files to open, none where the question was put away."""
        mode = QtWidgets.QFileDialog.FileMode.ExistingFiles
        return self._files(parent, "打开文稿", folder, OPENABLE, mode)

    def open_one(self, parent: QWidget | None, title: str, kinds: str) -> Path | None:
        """Return a file of some kinds to read, None where the question was put away."""
        mode = QtWidgets.QFileDialog.FileMode.ExistingFile
        return next(iter(self._files(parent, title, self._folder, kinds, mode)), None)

    def folder(self, parent: QWidget | None, title: str) -> Path | None:
        """Return a folder, None where the question was put away."""
        mode = QtWidgets.QFileDialog.FileMode.Directory
        return next(iter(self._files(parent, title, self._folder, "", mode)), None)

    def save_file(
        self, parent: QWidget | None, title: str, proposed: Path, kinds: str
    ) -> Path | None:
        """Return where to save, None where the question was put away."""
        mode = QtWidgets.QFileDialog.FileMode.AnyFile
        return next(iter(self._files(parent, title, proposed, kinds, mode)), None)

    def _files(
        self,
        parent: QWidget | None,
        title: str,
        at: Path,
        kinds: str,
        mode: QtWidgets.QFileDialog.FileMode,
    ) -> list[Path]:
        from ui.dialogs.file_choice import asked, file_dialog

        chosen = asked(file_dialog(parent, title, at, kinds, mode))
        if chosen:
            self._folder = chosen[0].parent
        return chosen

    def text(self, parent: QWidget | None, title: str, label: str, value: str = "") -> str | None:
        """Return a line of text, None where the question was put away."""
        answer, accepted = QtWidgets.QInputDialog.getText(parent, title, label, text=value)
        return answer if accepted else None
