"""Earlier versions of the file: looking at them, comparing with them, taking passages back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app import files as disk
from app.document.edits import Edit
from app.document.model import Document
from app.errors import AppError
from ui.dialogs.versions import VersionsDialog, when_kept

if TYPE_CHECKING:
    from ui.dialogs.compare import CompareDialog, Version
    from ui.window import Window


class VersionCommands:
    """What the menu 文件 does with other versions of the text."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._compared: CompareDialog | None = None

    def show(self) -> None:
        """Show the earlier versions of the file, to look at or to compare with."""
        window = self._window
        path = window.session.path
        kept = self._kept()
        if path is None or not kept:
            text = "每次保存前，文衡会把旧版留一份。"
            window.workplace.ask.tell(window, "还没有旧版", text)
            return
        dialog = VersionsDialog(path, kept, window)
        dialog.open_wished.connect(self._open)
        dialog.compare_wished.connect(self._compare_with)
        dialog.open()

    def compare(self) -> None:
        """Compare the text with its file, an earlier version or another file, beside the text."""
        self._shown().show_versions(self._versions())

    def _compare_with(self, path: Path) -> None:
        kept = [one for one in self._versions() if one.name != _name(path)]
        self._shown().show_versions([self._version(_name(path), path), *kept])

    def _shown(self) -> CompareDialog:
        """Return the comparison of this window, in front."""
        from app.checks.language.words import cut
        from ui.dialogs.compare import CompareDialog

        window = self._window
        if self._compared is None:
            dialog = CompareDialog(window.session.document, cut, window.workplace.colors, window)
            dialog.place_chosen.connect(window.editor.show_span)
            dialog.edits_wished.connect(self._take)
            dialog.finished.connect(self._forget)
            window.editor.edited.connect(dialog.text_changed)
            self._compared = dialog
        self._compared.show()
        self._compared.raise_()
        self._compared.activateWindow()
        return self._compared

    def _versions(self) -> list[Version]:
        """Return what the text may be compared with, first what is most likely to differ."""
        from ui.dialogs.compare import Version

        session = self._window.session
        saved = [self._version("上次保存的文件", session.path)] if session.path is not None else []
        kept = [self._version(_name(one), one) for one in self._kept()]
        known = [*saved, *kept] if session.modified else [*kept, *saved]
        return [*known, Version("另一份文件…", self._pick)]

    def _version(self, name: str, path: Path) -> Version:
        from ui.dialogs.compare import Version

        return Version(name, partial(self._named, name, path))

    def _kept(self) -> Sequence[Path]:
        path = self._window.session.path
        return disk.versions(path, self._window.workplace.folders.backups) if path else ()

    def _pick(self) -> tuple[str, Document] | None:
        """Ask for a file and return its name and text."""
        window = self._window
        path = window.session.path
        folder = path.parent if path is not None else Path.home()
        chosen = next(iter(window.workplace.ask.open_files(window, folder)), None)
        return None if chosen is None else self._named(chosen.name, chosen)

    def _named(self, name: str, path: Path) -> tuple[str, Document] | None:
        document = self._opened(path)
        return None if document is None else (name, document)

    def _opened(self, path: Path) -> Document | None:
        from app.formats import open_file

        try:
            return open_file(path).document
        except AppError as error:
            self._window.workplace.ask.tell_error(self._window, error)
            return None

    def _take(self, edits: Sequence[Edit]) -> None:
        self._window.editor.apply(edits)
        self._window.say("已恢复成那一版的写法。按 Ctrl+Z 撤销。")

    def _forget(self, *_: object) -> None:
        if self._compared is not None:
            self._window.editor.edited.disconnect(self._compared.text_changed)
        self._compared = None

    def _open(self, path: Path, name: str) -> None:
        document = self._opened(path)
        if document is not None:
            other = self._window.workplace.new_window()
            other.show_document(document, name)
            other.come_forward()


def _name(path: Path) -> str:
    return f"旧版　{when_kept(path)}"
