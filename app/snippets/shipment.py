"""The snippets of TOML folders: those shipped, indexed once a version, and those shared."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.errors import AppError
from app.resources import shipped
from app.snippets import index, source
from app.snippets.model import BrokenSnippets, Snippet

_FORMAT = 2  # counts the changes of what an index holds
_STEP = 60  # entries indexed in one step
_PREFIX = "shipped-"


class Shipment:
    """The shipped snippets, read and indexed when first asked for.

    The index is kept in `folder` for the next start, under a name that tells the files it was made
    from; with None, or where it cannot be written, it lives in memory.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._connection: sqlite3.Connection | None = None
        self._making: Iterator[None] | None = None

    @property
    def connection(self) -> sqlite3.Connection:
        """The index, complete. Raises BrokenSnippets where a shipped file is damaged."""
        while self._connection is None:
            for _ in self.prepare():
                pass
        return self._connection

    def discard(self) -> None:
        """Forget the index, the kept one too, and make it anew when next asked."""
        self._connection = self._making = None
        if self._folder is not None:
            for kept in self._folder.glob(f"{_PREFIX}*.sqlite3"):
                with contextlib.suppress(OSError):  # another window reads it
                    kept.unlink()

    def prepare(self) -> Iterator[None]:
        """Make the index step by step; who stops in between may go on with another call."""
        if self._connection is None and self._making is None:
            self._making = self._make()
        while self._making is not None and self._connection is None:
            try:
                next(self._making, None)
            except AppError:
                self._making = None
                raise
            yield

    def _make(self) -> Iterator[None]:
        paths = sorted((shipped("resources") / "snippets").glob("*.toml"))
        kept = self._folder / f"{_PREFIX}{_stamp(paths)}.sqlite3" if self._folder else None
        if kept is not None and (found := _kept(kept)) is not None:
            self._connection = found
            return
        snippets: list[Snippet] = []
        for snippet in _read(paths):
            snippets.append(snippet)
            if len(snippets) % _STEP == 0:
                yield
        connection = index.of(())
        for start in range(0, len(snippets), _STEP):
            index.add(connection, snippets[start : start + _STEP], fresh=True)
            yield
        if kept is not None:
            _keep(connection, kept)
        self._connection = connection


def read_shared(folder: Path) -> tuple[list[Snippet], list[str]]:
    """Return the snippets of a shared folder, and notes on what of it could not be read."""
    found: dict[str, Snippet] = {}
    notes: list[str] = []
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".toml")
    except OSError:
        return [], [f"共享的常用表述文件夹“{folder.name}”现在打不开，先用本机的。"]
    for path in paths:
        try:
            found |= {snippet.id: snippet for snippet in source.read_file(path)}
        except AppError as error:
            notes.append(str(error))
    return list(found.values()), notes


def _read(paths: Iterable[Path]) -> Iterator[Snippet]:
    seen: dict[str, Path] = {}
    for path in paths:
        for snippet in source.read_file(path):
            if snippet.id in seen:
                other = seen[snippet.id].name
                raise BrokenSnippets(path, None, f"编号“{snippet.id}”已在“{other}”中用过。")
            seen[snippet.id] = path
            yield snippet


def _stamp(paths: Iterable[Path]) -> str:
    """Return what tells a set of files from any other: their names, sizes and times."""
    facts = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in paths]
    table = shipped("resources") / "lexicons" / "pinyin.txt"
    facts.append((table.name, table.stat().st_size, table.stat().st_mtime_ns))
    return f"{zlib.crc32(repr((_FORMAT, facts)).encode()):08x}"


def _kept(path: Path) -> sqlite3.Connection | None:
    """Return the index kept at a path; None where there is none that is sound."""
    if not path.is_file():
        return None
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
    try:
        index.try_out(connection)
    except sqlite3.DatabaseError:
        connection.close()
        return None
    return connection


def _keep(connection: sqlite3.Connection, path: Path) -> None:
    """Write an index beside the user's snippets; where that fails it is made anew next time."""
    connection.commit()
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        copy = sqlite3.connect(fresh)
        try:
            connection.backup(copy)
        finally:
            copy.close()
        for old in path.parent.glob(f"{_PREFIX}*.sqlite3"):
            old.unlink()
        fresh.replace(path)
    except (OSError, sqlite3.Error):  # a full disk, or another window reads the old one
        with contextlib.suppress(OSError):
            fresh.unlink()
