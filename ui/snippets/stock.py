"""The snippets that all windows share, the phrases offered from them, and what they learn."""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from app.errors import AppError

if TYPE_CHECKING:
    from app.snippets import Completer, Library, Offer, Place, Snippet
    from ui.editor.bridge import Bridge
    from ui.session import Session

_LOG = logging.getLogger("wenheng")
_SLICE = 0.005  # seconds of reading at a time, so that no key waits for it
_BETWEEN = 15  # milliseconds between two slices
_FEW = 20  # snippets kept at once whose phrases are added one by one
_LATER = 2500  # milliseconds after the first document is shown


class SnippetStock(QObject):
    """Opens the library when it is first asked for; reads what completion needs in idle moments."""

    changed = Signal()  # own or shared snippets, favourites
    noted = Signal(str)  # what the user must know: a damaged store, an absent shared folder
    _shared = Signal(object, object)  # snippets and notes

    def __init__(self, folder: Path, parent: QObject) -> None:
        """`folder` is where the user's own snippets lie."""
        super().__init__(parent)
        self._folder = folder
        self._shared_folder = ""
        self._library: Library | None = None
        self._completer: Completer | None = None  # complete when `_filling` is None
        self._filling: Iterator[None] | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fill)
        self._shared.connect(self._take_shared)

    @property
    def ready(self) -> bool:
        """Whether the phrases have been read."""
        return self._completer is not None and self._filling is None

    @property
    def library(self) -> Library:
        """The snippets, shipped, shared and own; without the own ones where they cannot be read."""
        if self._library is None:
            from app import snippets

            try:
                self._library = snippets.opened(self._folder)
            except AppError as error:
                _LOG.exception("own snippets cannot be read")
                self._library = snippets.shipped()
                self.noted.emit(f"{error}自己的常用表述暂时不能用，程序自带的照常可用。")
            self._read_shared()
        self.tell_notes()
        return self._library

    def tell_notes(self) -> None:
        """Tell what happened to the store or the shared folder, once."""
        for note in self._library.notes() if self._library else ():
            self.noted.emit(note)

    def use_shared(self, folder: str) -> None:
        """Show the snippets of another shared folder, "" for none."""
        if folder != self._shared_folder:
            self._shared_folder = folder
            if self._library is not None:
                self._library.share(())
                self._read_shared()

    def close(self) -> None:
        """Back up and let go of the store; the next question opens it again."""
        self._timer.stop()
        self._read_anew()
        self._pool.waitForDone()
        store = self._library.store if self._library is not None else None
        self._library = None
        try:
            if store is not None:
                store.close()
        except AppError:
            _LOG.exception("no backup of the own snippets")

    # Own snippets.

    def keep(self, snippets: Iterable[Snippet]) -> int:
        """Keep own snippets, new or changed; return how many. Raises AppError."""
        from app.snippets.completion import phrases

        kept, store = list(snippets), self.library.store
        if store is None:
            raise AppError("自己的常用表述现在不能保存：存放它们的文件打不开。")
        store.add_all(kept)
        if len(kept) > _FEW or self._filling is not None:
            self._read_anew()
        elif self._completer is not None:
            for phrase in (phrase for one in kept for phrase in phrases(one.text)):
                self._completer.learn(phrase)
        return len(kept)

    def delete(self, name: str) -> Snippet | None:
        """Delete an own snippet and return it; None where there is none. Raises AppError."""
        store = self.library.store
        found = store.delete(name) if store is not None else None
        self._read_anew()  # its phrases may be those of other snippets too
        return found

    def restore(self) -> Snippet | None:
        """Bring back the snippet deleted last; None where there is none. Raises AppError."""
        store = self.library.store
        found = store.restore() if store is not None else None
        self._read_anew()
        return found

    def used(self, snippet: Snippet, place: Place | None) -> None:
        """Remember that a snippet was put in; where that fails nothing is lost but its rank."""
        from app.snippets import Place

        try:
            self.library.used(snippet.id, place or Place.ANY)
        except AppError:
            _LOG.exception("use not remembered")

    def backup(self) -> None:
        """Keep a copy of the store, after much was put in; where that fails the log says so."""
        store = self.library.store
        try:
            if store is not None and not store.backup():
                self.mend()
        except AppError:
            _LOG.exception("no backup of the own snippets")

    def mend(self) -> None:
        """Rebuild what is damaged, and tell what was lost."""
        try:
            self.library.mend()
        except AppError as error:
            self.noted.emit(str(error))
        self.tell_notes()
        self.changed.emit()

    # Completion.

    def offers(self, before: str) -> list[Offer]:
        """Return what may go on from the text before the caret, best first.

        Nothing while the phrases are still being read.
        """
        if self._completer is None or not self.ready:
            self._start_filling(0)
            return []
        return self._completer.offers(before)

    def warm_up(self) -> None:
        """Read the phrases in the idle moments that come after the start."""
        self._start_filling(_LATER)

    def learn(self, phrases: Iterable[str]) -> None:
        """Remember phrases the user has written or taken; those written often are offered."""
        written = list(phrases)
        store = self.library.store
        if store is None or not written:
            return
        try:
            known = store.learn(written)
        except AppError:
            _LOG.exception("phrases not learned")
            return
        if self._completer is not None:
            for phrase in known:
                self._completer.learn(phrase)

    def took(self, phrase: str) -> None:
        """An offered phrase was taken: offer it sooner."""
        if self._completer is not None:
            self._completer.learn(phrase)
        self.learn([phrase])

    def refuse(self, phrase: str) -> None:
        """Never offer a phrase again. Raises AppError."""
        if self.library.store is not None:
            self.library.store.refuse(phrase)
        if self._completer is not None:
            self._completer.forget(phrase)

    def _read_anew(self) -> None:
        """Forget the phrases; they are read again at the next pause."""
        self._filling = self._completer = None

    def _start_filling(self, delay: int) -> None:
        if self._completer is None and not self._timer.isActive():
            self._timer.start(delay)
        elif self._filling is not None and not self._timer.isActive():
            self._timer.start(_BETWEEN)

    def _fill(self) -> None:
        from app.snippets import Completer
        from app.snippets.completion import fill
        from app.snippets.damage import DamagedStore

        if self._completer is None:
            self._completer = Completer()
            today = dt.datetime.now().astimezone().date()
            self._filling = fill(self._completer, self.library, today)
        until = time.perf_counter() + _SLICE
        while self._filling is not None and time.perf_counter() < until:
            try:
                next(self._filling)
            except StopIteration:
                self._filling = None
            except DamagedStore:
                _LOG.exception("phrases not read")
                self.mend()
                self._read_anew()
            except AppError:
                _LOG.exception("phrases not read")
                self._filling = None
        if self._filling is not None:
            self._timer.start(_BETWEEN)

    # The shared folder: it may lie on a network that does not answer, so a worker reads it.

    def _read_shared(self) -> None:
        if self._shared_folder:
            self._pool.start(_Reading(Path(self._shared_folder), self._shared.emit))

    def _take_shared(self, snippets: list[Snippet], notes: list[str]) -> None:
        if self._library is not None:
            self._library.share(snippets, notes)
            self.tell_notes()
            self.changed.emit()


class _Reading:
    """Reads a shared folder in a worker and hands over what it holds."""

    def __init__(self, folder: Path, done: Callable[[object, object], object]) -> None:
        self._folder, self._done = folder, done

    def __call__(self) -> None:
        from app.snippets import read_shared

        self._done(*read_shared(self._folder))


class Learning(QObject):
    """Learns from one window's document what its user writes, each time it is saved."""

    def __init__(self, session: Session, bridge: Bridge, stock: SnippetStock) -> None:
        super().__init__(session)
        self._session, self._bridge, self._stock = session, bridge, stock
        self._text = bridge.text  # the text that `_known` is of
        self._known = session.document()  # what need not be learned any more
        session.changed.connect(self._follow)

    def _follow(self) -> None:
        session, before = self._session, self._known
        other = self._text is not self._bridge.text  # what is opened nobody has written here
        if session.modified and not other:
            return
        self._text, self._known = self._bridge.text, session.document()
        if not other and before.blocks != self._known.blocks:
            from app.snippets import written

            self._stock.learn(written(before, self._known))
