"""One open document: its file, details, lock, recovery copy, and saving."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from app import files, formats, journal
from app.document.model import Details, Document
from app.errors import AppError, UnwritableFile
from app.settings import Folders, Settings
from app.turns import Turns
from ui.apart import apart

_LOG = logging.getLogger("wenheng")


class Text(Protocol):
    """What a session needs of the editor."""

    def load(self, document: Document) -> None:
        """Show a document; undo starts anew and the text counts as unchanged."""
        ...

    def snapshot(self) -> Document:
        """Return the text as it stands, without details."""
        ...

    def document(self) -> QTextDocument:
        """Return Qt's document, which knows whether it was changed."""
        ...


class Session(QObject):
    """One open document. `modified` is True when text or details differ from what was saved."""

    changed = Signal()  # path, details or `modified`
    details_changed = Signal(object)  # Details
    recovery_failed = Signal(str)

    def __init__(self, text: Text, folders: Folders, chosen: Settings, window: QWidget) -> None:
        """`text` is the editor whose document this is; `window` holds both."""
        super().__init__(window)
        self._window = window
        self.writing = False  # a file is being written: the window stays as it is
        self._text = text
        self._folders = folders
        self._settings = chosen
        self.path: Path | None = None
        self.name = "新文稿"
        self.read_only = False
        self.details = Details()
        self._saved_details = Details()
        self._never_saved = False
        self._assumed: str | None = None  # a kind nobody chose: nothing a text file loses
        self._origin: formats.Origin | None = None
        self._stamp: files.Stamp | None = None
        self._lock: files.Lock | None = None
        self._journal = journal.Journal(folders.recovery)
        self._turns = Turns()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.record)

    @property
    def modified(self) -> bool:
        """Whether closing now would lose something."""
        return (
            self._never_saved
            or self.details != self._saved_details
            or self._text.document().isModified()
        )

    @property
    def origin(self) -> formats.Origin | None:
        """What the document was opened from and saving builds on, None for nothing."""
        return self._origin

    @property
    def plain(self) -> bool:
        """Whether the document lives in a text file."""
        return self.path is not None and self.path.suffix.lower() == ".txt"

    def use(self, chosen: Settings) -> None:
        """Follow changed settings."""
        self._settings = chosen

    def document(self) -> Document:
        """Return the document as it stands, details included."""
        return replace(self._text.snapshot(), details=self.details)

    def open(
        self, path: Path, *, read_only: bool = False, opened: formats.Opened | None = None
    ) -> tuple[str, ...]:
        """Show the document of a file and return notes on what of it is not shown.

        `opened` is what it was read as already. Raises AppError, FileInUse among them; what was
        open stays as it was then.
        """
        opened = opened or formats.open_file(path)
        again = self._lock is not None and path == self.path
        lock = None if read_only else self._lock if again else files.Lock(path)
        if again and not read_only:
            self._lock = None
        self._drop()
        self._lock = lock
        self._take(opened.document, path, opened.origin)
        self._stamp = files.stamp(path)
        self.read_only = read_only
        self.changed.emit()
        return opened.notes

    def start(self, document: Document, name: str, *, unsaved: bool = True) -> None:
        """Show a document that has no file yet; `unsaved` False for one not worth a question."""
        self._drop()
        self._take(document, None, None)
        self.name = name
        self._never_saved = unsaved
        self.changed.emit()
        if unsaved:
            self.touch()

    def recover(self, copy: journal.Copy) -> None:
        """Show a recovery copy and take it over; its file, where it still stands, stays as it is.

        Raises nothing: where the file cannot be opened or is in use the copy becomes a new draft.
        """
        self._drop()
        origin, lock, path = None, None, copy.path
        if path is not None:
            try:
                origin = formats.reopened(path, copy.document)
                lock = files.Lock(path)
            except AppError:
                path = None
        self._take(copy.document, path, origin)
        self.name = copy.name
        self._lock = lock
        self._stamp = files.stamp(path) if path else None
        self._never_saved = True
        self.record()
        self.finish_writing()
        journal.discard(copy)
        self.changed.emit()

    def set_details(self, details: Details) -> None:
        """Replace the details; the document then counts as changed where they differ."""
        if details != self.details:
            self.details = details
            self.details_changed.emit(details)
            self.touch()
            self.changed.emit()

    def lay_anew(self) -> None:
        """The measures of the layout have changed: the next saving sets the text in it anew."""
        if isinstance(self._origin, formats.DocxOrigin):
            self._origin = replace(self._origin, stale=True)
            self._never_saved = True
            self.touch()

    def assume_kind(self, kind: str) -> None:
        """Take the kind that the text seems to be; that alone is nothing to save."""
        known = self.details == self._saved_details
        self._assumed = kind
        details = replace(self.details, kind=kind)
        if known:
            self._saved_details = details
        self.details = details
        self.details_changed.emit(details)

    def changed_on_disk(self) -> bool:
        """Whether another program has written the file since it was opened or saved here."""
        return self.path is not None and files.changed(self.path, self._stamp)

    def save(self, path: Path) -> tuple[str, ...]:
        """Write the document under `path` and stay with that file; return what it leaves out.

        Raises AppError; document, file and `modified` are then as before.
        """
        if path.suffix.lower() not in formats.WRITABLE:
            raise UnwritableFile(path, "只能保存为 .docx 或 .txt 文件，请换一个扩展名。")
        other = self.path is None or path.absolute() != self.path.absolute() or self.read_only
        lock = files.Lock(path) if other else self._lock
        try:
            document, written = self._write(path)
        except AppError:
            if other and lock is not None:
                lock.release()
            raise
        if other and self._lock is not None:
            self._lock.release()
        self._lock, self.path, self.name, self.read_only = lock, path, path.name, False
        self._origin = written.origin
        self._stamp = files.stamp(path)
        saved = document.details
        if saved.kind is None and self._assumed is not None:  # assumed while it was written
            saved = replace(saved, kind=self._assumed)
        self._saved_details, self._never_saved = saved, False
        self._take_layout(written.origin)
        self._text.document().setModified(False)
        self._forget()
        self.changed.emit()
        return written.notes

    def _take_layout(self, origin: formats.Origin | None) -> None:
        """Keep the layout that a new file was set in."""
        if not isinstance(origin, formats.DocxOrigin) or self.details.layout is not None:
            return
        layout = origin.opened.details.layout
        if layout is not None:
            self.details = replace(self.details, layout=layout)
            self._saved_details = replace(self._saved_details, layout=layout)
            self.details_changed.emit(self.details)

    def save_copy(self, path: Path) -> tuple[str, ...]:
        """Write the document under `path` and stay with the present file. Raises AppError."""
        lock = files.Lock(path)
        try:
            return self._write(path)[1].notes
        finally:
            lock.release()

    def touch(self) -> None:
        """Text or details changed: have a recovery copy soon."""
        self._turns.claim()
        if not self._timer.isActive():
            self._timer.start(self._settings.recovery * 1000)
        self.changed.emit()

    def record(self) -> None:
        """Write the recovery copy of the present state in a worker, or remove it when saved."""
        self._timer.stop()
        if not self.modified:
            self._forget()
            return
        document, name, path = self._without_guess(self.document()), self.name, self.path
        self._pool.start(partial(self._record, document, name, path))

    def finish_writing(self) -> None:
        """Wait until the recovery copy asked for has been written."""
        self._pool.waitForDone()

    def close(self, *, keep_copy: bool = False) -> None:
        """Let go of file and lock; the recovery copy goes too unless it is to be kept."""
        self._timer.stop()
        if keep_copy:
            self.record()
            self.finish_writing()
            self._journal.leave()
            if self._lock is not None:
                self._lock.release()
        else:
            self._drop()

    def _record(self, document: Document, name: str, path: Path | None) -> None:
        try:
            with self._turns.giving_way():
                self._journal.record(document, name, path)
        except OSError as error:
            _LOG.exception("no recovery copy")
            self.recovery_failed.emit(f"恢复副本没有写成：{files.reason(error)}")

    def _write(self, path: Path) -> tuple[Document, formats.Written]:
        document = self.document()
        told = document.details
        if path.suffix.lower() == ".txt":
            document = self._without_guess(document)
        origin, backups, keep = self._origin, self._folders.backups, self._settings.backups
        self.writing = True
        try:
            said = f"正在保存“{path.name}”…"
            written = apart(lambda: _put(path, document, origin, backups, keep), said, self._window)
        finally:
            self.writing = False
        return replace(document, details=told), written

    def _without_guess(self, document: Document) -> Document:
        """Return the document without a kind that nobody chose."""
        if self._assumed is None or document.details.kind != self._assumed:
            return document
        return replace(document, details=replace(document.details, kind=None))

    def _take(self, document: Document, path: Path | None, origin: formats.Origin | None) -> None:
        self.path, self._origin = path, origin
        self.name = path.name if path else "新文稿"
        self.details = self._saved_details = document.details
        self._never_saved, self.read_only, self._stamp = False, False, None
        self._assumed = None
        self._text.load(document)
        self.details_changed.emit(self.details)

    def _drop(self) -> None:
        self._timer.stop()
        self._forget()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _forget(self) -> None:
        self._timer.stop()
        self.finish_writing()
        self._journal.forget()


def _put(
    path: Path, document: Document, origin: formats.Origin | None, backups: Path, keep: int
) -> formats.Written:
    written = formats.encoded(path, document, origin)
    files.write(path, written.content, backups=backups, keep=keep)
    return written
