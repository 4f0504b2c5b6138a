"""One table of snippets in SQLite with its full-text index, in memory or in the user's file."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from app.snippets import query, tokens
from app.snippets.model import EVERYWHERE, Place, Scope, Snippet
from app.snippets.pinyin import readings

_CANDIDATES = 200  # hits of one expression that are ranked
_INSERT = """
INSERT INTO snippet(id, text, category, title, tags, place, since, until, successor, members,
  chars, spelled) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)
"""
_INSERT_FOUND = "INSERT INTO found(rowid, chars, syllables, initials, single) VALUES (?,?,?,?,?)"
# The columns in the order of _snippet.
_COLUMNS = "id, text, category, title, tags, place, since, until, successor, members"
_SELECT = f"SELECT {_COLUMNS} FROM snippet"  # noqa: S608  constants
_NAMED = "id IN (SELECT value FROM json_each(?))"
_BY_ID = f"{_SELECT} WHERE {_NAMED}"
_EXISTING = f"SELECT id FROM snippet WHERE {_NAMED}"  # noqa: S608  constants
_BRANCH = "(category = ?1 OR category > ?1 || '/' AND category < ?1 || '0')"  # 0 follows /
_BY_CATEGORY = f"{_SELECT} WHERE {_BRANCH} ORDER BY number LIMIT ?2"
_ROWS = " AND +rowid IN (SELECT number FROM snippet WHERE "
_ABBREVIATIONS = f"{_SELECT} WHERE members <> '' ORDER BY number"
_TEXTS = (
    "SELECT number, text FROM snippet WHERE number > ? AND coalesce(until, '9') >= ?"
    " ORDER BY number LIMIT 200"
)
_CANDIDATE = "number, id, place, since, until, chars, spelled"
_ALL = f"{_SELECT} ORDER BY number LIMIT ?"

SCHEMA = """
CREATE TABLE IF NOT EXISTS snippet(
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL, category TEXT NOT NULL,
  title TEXT NOT NULL, tags TEXT NOT NULL, place TEXT NOT NULL, since TEXT, until TEXT,
  successor TEXT NOT NULL, members TEXT NOT NULL, chars TEXT NOT NULL, spelled TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS snippet_category ON snippet(category);
"""
_FOUND = """
CREATE VIRTUAL TABLE IF NOT EXISTS found USING fts5(
  chars, syllables, initials, single, content='')
"""
_BY_PLACE = _SELECT + (
    " WHERE ?1 IN ('', place) AND (?2 = '' OR coalesce(since, '') <= ?2"
    " AND coalesce(until, '9') >= ?2)"
    f" AND (?4 = '' OR {_BRANCH.replace('?1', '?4')}) ORDER BY number LIMIT ?3"
)


class Candidate(NamedTuple):
    """A hit before it is ranked. `chars` and `spelled` hold title, text and tags, in that order."""

    number: int
    id: str
    place: str
    since: str | None
    until: str | None
    chars: str
    spelled: str


def create(connection: sqlite3.Connection) -> None:
    """Make the tables where they are absent."""
    connection.executescript(SCHEMA)
    connection.execute(_FOUND)


def try_out(connection: sqlite3.Connection) -> None:
    """Ask both tables something; raises DatabaseError where one is not as we make it."""
    connection.execute("SELECT id, spelled FROM snippet LIMIT 1").fetchone()
    connection.execute("SELECT rowid FROM found WHERE found MATCH 'chars : a'").fetchone()


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the full-text table anew from the snippets, as after its tokens have changed."""
    connection.execute("DROP TABLE IF EXISTS found")
    connection.execute(_FOUND)
    for row in connection.execute(f"SELECT number, {_COLUMNS} FROM snippet").fetchall():  # noqa: S608  constants
        connection.execute(_INSERT_FOUND, (row[0], *_tokens(*_fields(_snippet(row[1:])))))


def of(snippets: Iterable[Snippet]) -> sqlite3.Connection:
    """Return an index in memory of some snippets, the ids of which differ."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    create(connection)
    add(connection, snippets, fresh=True)
    return connection


def add(connection: sqlite3.Connection, snippets: Iterable[Snippet], *, fresh: bool = False) -> int:
    """Put snippets in; an entry of the same id is replaced. Return how many were put in.

    `fresh` promises that none of the ids is there yet, which saves looking.
    """
    given = list(snippets)
    if not fresh:
        for name in existing(connection, [snippet.id for snippet in given]):
            remove(connection, name)
    for snippet in {snippet.id: snippet for snippet in given}.values():
        fields, spelled = _fields(snippet)
        cursor = connection.execute(
            _INSERT,
            (*_values(snippet), query.SEPARATOR.join(fields), _joined(spelled)),
        )
        connection.execute(_INSERT_FOUND, (cursor.lastrowid, *_tokens(fields, spelled)))
    return len(given)


def existing(connection: sqlite3.Connection, names: Sequence[str]) -> list[str]:
    """Return those ids of which there is a snippet."""
    rows = connection.execute(_EXISTING, (json.dumps(list(names)),))
    return [name for (name,) in rows]


def remove(connection: sqlite3.Connection, name: str) -> bool:
    """Take a snippet out; return whether it was there."""
    there = snippets(connection, [name])
    if name not in there:
        return False
    fields, spelled = _fields(there[name])
    row = connection.execute("SELECT number FROM snippet WHERE id = ?", (name,)).fetchone()
    connection.execute(
        "INSERT INTO found(found, rowid, chars, syllables, initials, single)"
        " VALUES ('delete',?,?,?,?,?)",
        (row[0], *_tokens(fields, spelled)),
    )
    connection.execute("DELETE FROM snippet WHERE number = ?", (row[0],))
    return True


def candidates(
    connection: sqlite3.Connection,
    expression: str,
    *,
    preferred: Sequence[str] = (),
    scope: Scope = EVERYWHERE,
) -> Iterator[Candidate]:
    """Yield entries that a full-text expression finds: all, or some hundred where there are more.

    Of more than that those added last are taken, those that begin with the match, and those whose
    id is in `preferred`.
    """
    within, wanted = _within(scope)
    found = _matching(connection, expression, f"{within} ORDER BY rowid DESC", wanted)
    seen = {hit[0] for hit in found}
    if len(found) == _CANDIDATES:
        beginning = expression.replace(' : "', ' : ^"')
        more = _matching(connection, beginning, within, wanted)
        if preferred:
            liked = f"{within}{_ROWS}{_NAMED})"
            more += _matching(connection, expression, liked, [*wanted, json.dumps(preferred)])
        found += list({hit[0]: hit for hit in more if hit[0] not in seen}.values())
    return map(Candidate._make, found)


def _matching(
    connection: sqlite3.Connection, expression: str, rest: str, wanted: Sequence[str]
) -> list[tuple[Any, ...]]:
    return connection.execute(
        f"SELECT {_CANDIDATE} FROM (SELECT rowid AS hit FROM found WHERE found MATCH ?{rest}"  # noqa: S608  constants
        " LIMIT ?) CROSS JOIN snippet ON number = hit",
        (expression, *wanted, _CANDIDATES),
    ).fetchall()


def _within(scope: Scope) -> tuple[str, list[str]]:
    """Return the condition that keeps hits within a scope, "" for everywhere, and its values.

    The plus keeps SQLite from asking the full-text table about each entry of the scope.
    """
    if scope.names is not None:
        return f"{_ROWS}{_NAMED})", [json.dumps(scope.names)]
    if scope.category:
        return _ROWS + _BRANCH.replace("?1", "?") + ")", [scope.category] * 3
    return "", []


def snippets(connection: sqlite3.Connection, names: Sequence[str]) -> dict[str, Snippet]:
    """Return the snippets with these ids, by id; those that do not exist are left out."""
    rows = connection.execute(_BY_ID, (json.dumps(list(names)),))
    return {row[0]: _snippet(row) for row in rows}


def listed(
    connection: sqlite3.Connection, category: str = "", limit: int | None = None
) -> tuple[Snippet, ...]:
    """Return the snippets of a category and its branches in their order; of all for ""."""
    most = -1 if limit is None else limit
    if category:
        rows = connection.execute(_BY_CATEGORY, (category, most))
    else:
        rows = connection.execute(_ALL, (most,))
    return tuple(_snippet(row) for row in rows)


def with_members(connection: sqlite3.Connection) -> tuple[Snippet, ...]:
    """Return the abbreviations of which the members are known."""
    return tuple(map(_snippet, connection.execute(_ABBREVIATIONS)))


def texts(connection: sqlite3.Connection, day: dt.date | None) -> Iterator[list[str]]:
    """Yield the texts of the snippets in their order, batch by batch; no lock is held between.

    With a day those are left out that were out of date by then.
    """
    last, until = -1, day.isoformat() if day else ""
    while rows := connection.execute(_TEXTS, (last, until)).fetchall():
        yield [text for _, text in rows]
        last = rows[-1][0]


def placed(
    connection: sqlite3.Connection, place: str, day: dt.date | None, limit: int, category: str = ""
) -> tuple[Snippet, ...]:
    """Return the first snippets of a place and a category, "" for all, that are valid on a day."""
    rows = connection.execute(_BY_PLACE, (place, day.isoformat() if day else "", limit, category))
    return tuple(_snippet(row) for row in rows)


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many snippets each category has, in the order of their first entries."""
    return dict(
        connection.execute(
            "SELECT category, count(*) FROM snippet GROUP BY category ORDER BY min(number)"
        )
    )


def _fields(snippet: Snippet) -> tuple[tuple[str, ...], tuple[list[str], ...]]:
    """Return title, text and tags as bare characters, and their readings, position by position."""
    title, text = query.bare(snippet.title), query.bare(snippet.text)
    rest = query.bare("".join((*snippet.tags, snippet.category)))
    fields = (title, text, rest)
    table = readings()
    spelled = [table.syllables_of(title), table.syllables_of(text), _read_rest(rest)]
    return fields, tuple([s or "_" for s in field] for field in spelled)


@lru_cache(maxsize=256)
def _read_rest(rest: str) -> list[str]:
    """Return the readings of tags and category, which come back in many entries."""
    return readings().syllables_of(rest)


def _tokens(fields: tuple[str, ...], spelled: tuple[list[str], ...]) -> tuple[str, ...]:
    return (
        tokens.index_characters(fields),
        tokens.index_syllables(spelled),
        tokens.index_initials(spelled),
        tokens.index_single(fields, spelled),
    )


def _joined(spelled: tuple[list[str], ...]) -> str:
    return f" {query.SEPARATOR} ".join(["", *(" ".join(field) for field in spelled), ""])[2:]


def _values(snippet: Snippet) -> tuple[str | None, ...]:
    return (
        snippet.id,
        snippet.text,
        snippet.category,
        snippet.title,
        "\n".join(snippet.tags),
        snippet.place,
        snippet.since.isoformat() if snippet.since else None,
        snippet.until.isoformat() if snippet.until else None,
        snippet.successor,
        "\n".join(snippet.members),
    )


def _snippet(row: Sequence[str | None]) -> Snippet:
    name, text, category, title, tags, place, since, until, successor, members = row
    return Snippet(
        id=name or "",
        text=text or "",
        category=category or "",
        title=title or "",
        tags=tuple(tags.split("\n")) if tags else (),
        place=Place(place or Place.ANY),
        since=dt.date.fromisoformat(since) if since else None,
        until=dt.date.fromisoformat(until) if until else None,
        successor=successor or "",
        members=tuple(members.split("\n")) if members else (),
    )
