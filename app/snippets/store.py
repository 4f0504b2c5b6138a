"""The user's own snippets and habits in one SQLite file that several windows may share."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import sqlite3
import time
import uuid
from collections.abc import Callable, Generator, Iterable
from dataclasses import replace
from pathlib import Path

from app.errors import AppError, UnwritableFile
from app.snippets import index
from app.snippets.damage import is_damage, is_sound, telling, understood
from app.snippets.model import Place, Snippet
from app.snippets.ranking import Habits, Use
from app.snippets.source import read, write

NAME = "snippets.sqlite3"
_BACKUP = "snippets-backup.sqlite3"
_VERSION = 2
_DAY = 86400.0
_LEARNED = 20_000  # phrases; beyond them the rarest are forgotten
OFTEN = 2  # times a phrase was written before it is offered
_ONCE = 90.0  # days after which a phrase written only once is forgotten
_BATCH = 1000  # entries put in between two reports of progress
_TABLES = """
CREATE TABLE IF NOT EXISTS usage(
  id TEXT NOT NULL, place TEXT NOT NULL, weight REAL NOT NULL, last REAL NOT NULL,
  PRIMARY KEY (id, place));
CREATE TABLE IF NOT EXISTS favourite(id TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS deleted(id TEXT PRIMARY KEY, content TEXT NOT NULL, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS learned(
  phrase TEXT PRIMARY KEY, weight REAL NOT NULL, last REAL NOT NULL);
"""


class NewerStore(AppError):
    """The store was written by a later version of the program."""

    def __init__(self, path: Path) -> None:
        """`path` is the store's file."""
        super().__init__(
            f"“{path.name}”是较新版本的文衡写的，本版本不能使用。请升级程序；文件没有改动。"
        )


class Store:
    """The own snippets of one user. Each change is one short transaction.

    `notes` holds messages for the user about what happened to the file; whoever shows them clears
    it. A file that is damaged is set aside and replaced by the last backup.
    """

    def __init__(self, folder: Path) -> None:
        """`folder` is the user's data folder; it is made where it is absent."""
        self.path = folder / NAME
        self.backup_path = folder / _BACKUP
        self.notes: list[str] = []
        self._changed = False
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = "存放常用表述的文件夹不能写入，请检查权限。"
            raise UnwritableFile(self.path, reason) from error
        self.connection = self._opened()

    def close(self) -> None:
        """Back up what has changed and close the file. Raises AppError where there is no copy."""
        try:
            if self._changed:
                self.backup()
        finally:
            self.connection.close()

    def backup(self) -> bool:
        """Keep a copy of the store beside it, from which a damaged one is rebuilt.

        False where the store is damaged: then the last sound copy stays. Raises UnwritableFile.
        """
        fresh = self.backup_path.with_suffix(".new")
        try:
            fresh.unlink(missing_ok=True)
            sound = self._copied_to(fresh)
            if sound:
                fresh.replace(self.backup_path)
            else:
                fresh.unlink()
        except (OSError, sqlite3.Error) as error:
            reason = "常用表述的备份没有写成，原来的内容没有动。请检查磁盘空间和文件夹权限。"
            raise UnwritableFile(self.backup_path, reason) from error
        self._changed = self._changed and not sound
        return sound

    def _copied_to(self, fresh: Path) -> bool:
        """Copy the store and return whether the copy is sound."""
        copy = sqlite3.connect(fresh)
        try:
            self.connection.backup(copy)
            return is_sound(copy)
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                return False
            raise
        finally:
            copy.close()

    def mend(self) -> None:
        """Rebuild what is damaged: the table of the search, or else the whole from the backup."""
        if not is_sound(self.connection):
            self.recover()
            return
        try:
            self.connection.execute("INSERT INTO found(found) VALUES ('integrity-check')")
        except sqlite3.DatabaseError:
            with self._writing() as connection:
                index.rebuild(connection)

    def recover(self) -> None:
        """Set the damaged file aside and go on with the last backup, or with an empty store."""
        with contextlib.suppress(sqlite3.Error):
            self.connection.close()
        self._set_aside()
        self.connection = self._opened()

    # -- snippets

    def add(self, snippet: Snippet) -> Snippet:
        """Keep a snippet, a new one (id "") or in place of the one of its id; return it as kept."""
        kept = snippet if snippet.id else replace(snippet, id=new_id())
        with self._writing():
            index.add(self.connection, [kept])
        return kept

    def add_all(
        self,
        snippets: Iterable[Snippet],
        progress: Callable[[int], bool] | None = None,
    ) -> int:
        """Keep many snippets; return how many.

        `progress` is told the number done and answers whether to go on; what is done stays.
        """
        done = 0
        batch: list[Snippet] = []
        for snippet in snippets:
            batch.append(snippet if snippet.id else replace(snippet, id=new_id()))
            if len(batch) == _BATCH:
                done += self._add_batch(batch)
                batch = []
                if progress is not None and not progress(done):
                    return done
        done += self._add_batch(batch)
        if progress is not None:
            progress(done)
        return done

    def delete(self, name: str) -> Snippet | None:
        """Delete a snippet so that `restore` brings it back; None where there is none."""
        with telling(self.path):
            found = index.snippets(self.connection, [name]).get(name)
        if found is None:
            return None
        with self._writing() as connection:
            index.remove(connection, name)
            connection.execute(
                "INSERT OR REPLACE INTO deleted VALUES (?,?,?)", (name, write([found]), _now())
            )
        return found

    def restore(self, name: str = "") -> Snippet | None:
        """Bring back a deleted snippet, the last one for ""; None where there is none."""
        row = self.connection.execute(
            "SELECT id, content FROM deleted WHERE ?1 IN ('', id) ORDER BY at DESC LIMIT 1", (name,)
        ).fetchone()
        if row is None:
            return None
        (snippet,) = read(self.path, row[1])
        with self._writing() as connection:
            index.add(connection, [snippet])
            connection.execute("DELETE FROM deleted WHERE id = ?", (row[0],))
        return snippet

    def count(self) -> int:
        """Return the number of own snippets."""
        with telling(self.path):
            return self.connection.execute("SELECT count(*) FROM snippet").fetchone()[0]

    def all(self) -> tuple[Snippet, ...]:
        """Return the own snippets in the order in which they were added."""
        with telling(self.path):
            return index.listed(self.connection)

    # -- habits

    def used(self, name: str, place: Place) -> None:
        """Remember that a snippet was inserted at a place."""
        now = _now()
        with self._writing() as connection:
            row = connection.execute(
                "SELECT weight, last FROM usage WHERE id = ? AND place = ?", (name, place)
            ).fetchone()
            weight = (Use(*row).worth(now) if row else 0.0) + 1
            connection.execute(
                "INSERT OR REPLACE INTO usage VALUES (?,?,?,?)", (name, place, weight, now)
            )

    def favourite(self, name: str, *, on: bool) -> None:
        """Make a snippet a favourite or not."""
        with self._writing() as connection:
            if on:
                connection.execute("INSERT OR IGNORE INTO favourite VALUES (?)", (name,))
            else:
                connection.execute("DELETE FROM favourite WHERE id = ?", (name,))

    def habits(self) -> Habits:
        """Return what the user uses and likes."""
        uses: dict[str, Use] = {}
        placed: dict[tuple[str, str], Use] = {}
        now = _now()
        for name, place, weight, last in self.connection.execute(
            "SELECT id, place, weight, last FROM usage ORDER BY last"
        ):
            placed[name, place] = Use(weight, last)
            before = uses.pop(name, Use()).worth(now)
            uses[name] = Use(before + Use(weight, last).worth(now), now)
        favourites = self.connection.execute("SELECT id FROM favourite")
        return Habits(uses, placed, frozenset(name for (name,) in favourites))

    def version(self) -> tuple[int, int]:
        """Return what changes when this or another window has changed the store."""
        (others,) = self.connection.execute("PRAGMA data_version").fetchone()
        return others, self.connection.total_changes

    # -- phrases learned for completion

    def learn(self, phrases: Iterable[str]) -> list[str]:
        """Remember phrases that the user has written; return those written often by now."""
        now, written = _now(), list(phrases)
        with self._writing() as connection:
            connection.executemany(
                "INSERT INTO learned VALUES (?1, 1, ?2) ON CONFLICT(phrase)"
                " DO UPDATE SET weight = weight + 1, last = ?2",
                [(phrase, now) for phrase in written],
            )
            connection.execute(
                "DELETE FROM learned WHERE weight BETWEEN 0 AND 1 AND last < ?", (now - _ONCE,)
            )
            connection.execute(
                "DELETE FROM learned WHERE weight >= 0 AND phrase IN (SELECT phrase FROM learned"
                " ORDER BY weight DESC, last DESC LIMIT -1 OFFSET ?)",
                (_LEARNED,),
            )
        often = "SELECT value FROM json_each(?) JOIN learned ON phrase = value AND weight >= ?"
        rows = self.connection.execute(often, (json.dumps(written), OFTEN))
        return [phrase for (phrase,) in rows]

    def learned(self) -> dict[str, float]:
        """Return the phrases learned, with how often each was written; below 0 those refused."""
        return dict(self.connection.execute("SELECT phrase, weight FROM learned"))

    def refuse(self, phrase: str) -> None:
        """Never offer a phrase again, wherever it comes from."""
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO learned VALUES (?, -1e9, 0)", (phrase,))

    # -- the file

    @contextlib.contextmanager
    def _writing(self) -> Generator[sqlite3.Connection]:
        connection = self.connection
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            self._roll_back()
            raise understood(error, self.path) from error
        except BaseException:
            self._roll_back()
            raise
        self._changed = True

    def _roll_back(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")

    def _add_batch(self, batch: list[Snippet]) -> int:
        with self._writing() as connection:
            return index.add(connection, batch)

    def _opened(self) -> sqlite3.Connection:
        try:
            return _connect(self.path)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and "malformed" not in str(error):
                reason = "自己的常用表述打不开，请检查磁盘空间和文件夹权限。"
                raise UnwritableFile(self.path, reason) from error
            self._set_aside()
            return _connect(self.path)

    def _set_aside(self) -> None:
        """Rename the damaged file and put the last backup in its place, if there is a sound one."""
        stamp = dt.datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
        aside = self.path.with_name(f"snippets-{stamp}-损坏.sqlite3")
        if self.path.exists():
            try:
                self.path.replace(aside)
            except OSError as error:
                reason = "文件已损坏，又被别的窗口占用，换不下来。请关闭所有文衡窗口后再打开。"
                raise UnwritableFile(self.path, reason) from error
        for ending in ("-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        note = f"自己的常用表述文件已损坏，原文件留作“{aside.name}”。"
        if self.backup_path.exists():
            made = dt.datetime.fromtimestamp(self.backup_path.stat().st_mtime).astimezone()
            try:
                count = _copied(self.backup_path, self.path)
            except sqlite3.DatabaseError:
                self.path.unlink(missing_ok=True)
                note += "备份也已损坏，只能从空库开始；可以从导出的文件再次导入。"
            else:
                note += f"已用{made:%Y年%m月%d日%H:%M}的备份恢复，共{count}条。"
        else:
            note += "没有备份，只能从空库开始；可以从导出的文件再次导入。"
        self.notes.append(note)


def new_id() -> str:
    """Return an id that no other snippet has."""
    return f"own-{uuid.uuid4().hex[:12]}"


def _now() -> float:
    return time.time() / _DAY


def _connect(path: Path) -> sqlite3.Connection:
    """Return a connection to a sound store, made where it is absent; raises DatabaseError."""
    connection = sqlite3.connect(path, timeout=3, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        version = _known_version(connection, path)
        if version < _VERSION:
            index.create(connection)
            connection.executescript(_TABLES)
            if version:
                index.rebuild(connection)
            connection.execute(f"PRAGMA user_version = {_VERSION}")
        index.try_out(connection)
        connection.execute("SELECT * FROM usage LIMIT 1").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _known_version(connection: sqlite3.Connection, path: Path) -> int:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > _VERSION:
        raise NewerStore(path)
    return version


def _copied(backup: Path, path: Path) -> int:
    """Copy a sound backup to the store's place; return how many snippets it holds."""
    source = sqlite3.connect(backup)
    try:
        if not is_sound(source):
            raise sqlite3.DatabaseError("damaged")
        count = source.execute("SELECT count(*) FROM snippet").fetchone()[0]
        target = sqlite3.connect(path)
        try:
            source.backup(target)
        finally:
            target.close()
    finally:
        source.close()
    return count
