"""The library a user searches: what is shipped, what is his own, and what he uses."""

from __future__ import annotations

import datetime as dt
import sqlite3
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import AppError
from app.resources import shipped as shipped_folder
from app.snippets import index, query, source
from app.snippets.index import Candidate
from app.snippets.model import BrokenSnippets, Category, Place, Snippet, category_tree
from app.snippets.query import Pattern
from app.snippets.ranking import Habits, Use, fitting, quality

if TYPE_CHECKING:
    from app.snippets.store import Store

_ENOUGH = 12  # hits after which looser readings of the query are not tried
_FEW = 3  # hits after which slips are not looked for
_SLIPS = 3  # the reading that looks for slips
_STAGE = 10.0  # what a looser reading costs

Terms = tuple[tuple[tuple[Pattern, ...], ...], ...]


class Library:
    """Snippets from several sources, searched together.

    The own ones come from `store`, those of a folder on the office network from `shared`; both may
    be None. The shipped and shared ones are read and indexed at the first question, not before. A
    shared folder that is absent, or a broken file in it, does no harm: `notes` says so.
    """

    def __init__(
        self, folder: Path, *, store: Store | None = None, shared: Path | None = None
    ) -> None:
        """`folder` holds the TOML files of the shipped groups."""
        self._folder, self._shared_folder = folder, shared
        self._shipped: sqlite3.Connection | None = None
        self._shared: sqlite3.Connection | None = None
        self.store = store
        self._habits = Habits()
        self._version = -1
        self._notes: list[str] = []

    def search(
        self,
        text: str,
        *,
        place: Place | None = None,
        day: dt.date | None = None,
        limit: int = 50,
    ) -> list[Snippet]:
        """Return what a query finds, best first; for an empty query what is used most.

        A query is characters from anywhere in a snippet, words in any order, pinyin, initials or
        a mixture. Formulations not valid on `day` come after equally good ones that are.
        """
        terms = query.words(text)
        if not terms:
            return self.suggested(place=place, day=day, limit=limit)
        try:
            return self._found(terms, place, day, limit)
        except sqlite3.DatabaseError:
            if self.store is None:
                raise
            self.store.recover()
            return self._found(terms, place, day, limit)

    def _found(
        self, terms: tuple[str, ...], place: Place | None, day: dt.date | None, limit: int
    ) -> list[Snippet]:
        ranked: dict[str, tuple[float, Candidate, sqlite3.Connection]] = {}
        for stage, reading in enumerate(_readings(terms)):
            self._collect(ranked, reading, stage * _STAGE)
            if len(ranked) >= min(_ENOUGH if stage < _SLIPS - 1 else _FEW, limit):
                break
        if not ranked:
            self._collect_in_part(ranked, query.pairs(terms))
        if not ranked and len(terms) == 1 and (alike := query.initials_of(terms[0])):
            self._collect(ranked, (((alike,),),), 5 * _STAGE)
        now = time.time() / 86400
        today = (day or dt.datetime.now().astimezone().date()).isoformat()
        habits = self.habits()

        def key(name: str) -> tuple[float, bool, float, bool, bool, float, int, int]:
            score, hit, _ = ranked[name]
            here, favourite, use = habits.worth(name, place, now)
            valid = (hit.since or "") <= today and (hit.until is None or today <= hit.until)
            fits = fitting(hit, place)
            return (
                score,
                not valid,
                -here,
                not fits,
                not favourite,
                -use,
                len(hit.chars),
                hit.number,
            )

        best = sorted(ranked, key=key)[:limit]
        return self._fetch([(name, ranked[name][2]) for name in best])

    def suggested(
        self, *, place: Place | None = None, day: dt.date | None = None, limit: int = 50
    ) -> list[Snippet]:
        """Return what the user is likely to want before he has typed anything."""
        now = time.time() / 86400
        habits = self.habits()
        names = sorted(
            {*habits.uses, *habits.favourites},
            key=lambda name: tuple(-float(part) for part in habits.worth(name, place, now)),
        )
        found = {name: snippet for name in names[:limit] if (snippet := self.get(name))}
        for connection in self._sources():
            if len(found) < limit:
                where = "" if place in (None, Place.ANY) else place
                for snippet in index.placed(connection, where, day, limit):
                    found.setdefault(snippet.id, snippet)
        return list(found.values())[:limit]

    def get(self, name: str) -> Snippet | None:
        """Return the snippet with this id, None where there is none."""
        for connection in self._sources():
            found = index.snippets(connection, [name])
            if found:
                return found[name]
        return None

    def successor(self, snippet: Snippet, day: dt.date | None = None) -> Snippet | None:
        """Return what stands in the place of a formulation on a day; None where nothing does."""
        seen = {snippet.id}
        after = self.get(snippet.successor) if snippet.successor else None
        while after and after.successor and not after.valid_on(day) and after.id not in seen:
            seen.add(after.id)
            after = self.get(after.successor)
        return after

    def listing(self, category: str = "", limit: int | None = None) -> list[Snippet]:
        """Return the snippets of a category and its branches, own ones first; all for ""."""
        return [s for c in self._sources() for s in index.listed(c, category, limit)][:limit]

    def categories(self) -> tuple[Category, ...]:
        """Return the tree of categories with the number of snippets in each."""
        paths: dict[str, int] = {}
        for connection in reversed(self._sources()):
            for path, count in index.counts(connection).items():
                paths[path] = paths.get(path, 0) + count
        return category_tree(paths)

    def used(self, name: str, place: Place = Place.ANY) -> None:
        """Remember that a snippet was inserted at a place."""
        if self.store is not None:
            self.store.used(name, place)
            self._habits = self.store.habits()
            return
        now = time.time() / 86400
        before, at = (
            self._habits.uses.get(name, Use()),
            self._habits.placed.get((name, place), Use()),
        )
        self._habits = replace(
            self._habits,
            uses={**self._habits.uses, name: Use(before.worth(now) + 1, now)},
            placed={**self._habits.placed, (name, place): Use(at.worth(now) + 1, now)},
        )

    def favourite(self, name: str, on: bool) -> None:  # noqa: FBT001  the state to be in
        """Make a snippet a favourite or not."""
        if self.store is not None:
            self.store.favourite(name, on=on)
            self._habits = self.store.habits()
            return
        others = self._habits.favourites - {name}
        self._habits = replace(self._habits, favourites=others | {name} if on else others)

    def habits(self) -> Habits:
        """Return what the user uses and likes, in any window."""
        if self.store is not None and (version := self.store.version()) != self._version:
            self._version, self._habits = version, self.store.habits()
        return self._habits

    def favourites(self) -> list[Snippet]:
        """Return the favourite snippets."""
        return [s for name in sorted(self.habits().favourites) if (s := self.get(name))]

    def recent(self, limit: int = 20) -> list[Snippet]:
        """Return the snippets inserted last, the latest first."""
        last: dict[str, float] = {}
        for (name, _), use in self.habits().placed.items():
            last[name] = max(last.get(name, 0.0), use.last)
        names = sorted(last, key=lambda name: -last[name])[:limit]
        return [s for name in names if (s := self.get(name))]

    def own(self, name: str) -> bool:
        """Return whether a snippet is the user's own, and may be edited and deleted."""
        return self.store is not None and name in index.snippets(self.store.connection, [name])

    def notes(self) -> tuple[str, ...]:
        """Return messages for the user that have not been returned before."""
        found = [*self._notes, *(self.store.notes if self.store else [])]
        self._notes = []
        if self.store is not None:
            self.store.notes = []
        return tuple(dict.fromkeys(found))

    def refresh(self) -> None:
        """Read the shared folder anew at the next question."""
        if self._shared is not None:
            self._shared.close()
            self._shared = None

    def _sources(self) -> list[sqlite3.Connection]:
        """Return the connections to ask, own snippets first."""
        if self._shipped is None:
            self._shipped = _indexed(read_folder(self._folder))
        if self._shared is None and self._shared_folder is not None:
            self._shared = _indexed(self._read_shared(self._shared_folder))
        own = self.store.connection if self.store is not None else None
        return [c for c in (own, self._shared, self._shipped) if c is not None]

    def _read_shared(self, folder: Path) -> list[Snippet]:
        found: dict[str, Snippet] = {}
        try:
            paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".toml")
        except OSError:
            self._notes.append(f"共享的常用表述文件夹“{folder.name}”现在打不开，先用本机的。")
            return []
        for path in paths:
            try:
                found |= {snippet.id: snippet for snippet in source.read_file(path)}
            except AppError as error:
                self._notes.append(str(error))
        return list(found.values())

    def _collect(
        self,
        ranked: dict[str, tuple[float, Candidate, sqlite3.Connection]],
        terms: Terms,
        handicap: float,
    ) -> None:
        if not terms:
            return
        expression = " AND ".join(
            "(" + " OR ".join(f"({pattern.match})" for pattern in patterns) + ")"
            for pieces in terms
            for patterns in pieces
        )
        preferred = [*self.habits().uses, *self.habits().favourites][-200:]
        for connection in self._sources():
            for hit in index.candidates(connection, expression, preferred=preferred):
                if hit.id in ranked:
                    continue
                score = quality(hit, terms)
                if score is not None:
                    ranked[hit.id] = score + handicap, hit, connection

    def _collect_in_part(
        self,
        ranked: dict[str, tuple[float, Candidate, sqlite3.Connection]],
        pairs: tuple[str, ...],
    ) -> None:
        """Take what holds at least half of the pairs of characters, where nothing holds all."""
        if len(pairs) < 2:
            return
        for connection in self._sources():
            for hit in index.candidates(connection, query.any_of(pairs)):
                held = sum(pair in hit.chars for pair in pairs)
                if held * 2 >= len(pairs):
                    ranked[hit.id] = len(pairs) - held, hit, connection

    def _fetch(self, names: list[tuple[str, sqlite3.Connection]]) -> list[Snippet]:
        found: dict[str, Snippet] = {}
        for connection in self._sources():
            wanted = [name for name, home in names if home is connection]
            found |= index.snippets(connection, wanted)
        return [found[name] for name, _ in names]


def _indexed(snippets: Iterable[Snippet]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    index.create(connection)
    index.add(connection, snippets, fresh=True)
    return connection


def read_folder(folder: Path) -> Iterable[Snippet]:
    """Yield the snippets of all TOML files of a folder; raises BrokenSnippets."""
    seen: dict[str, Path] = {}
    for path in sorted(folder.glob("*.toml")):
        for snippet in source.read_file(path):
            if snippet.id in seen:
                other = seen[snippet.id].name
                raise BrokenSnippets(path, None, f"编号“{snippet.id}”已在“{other}”中用过。")
            seen[snippet.id] = path
            yield snippet


def shipped() -> Library:
    """Return the library of what is shipped, without anything of the user's."""
    return Library(_shipped_folder())


def opened(folder: Path, shared: Path | None = None) -> Library:
    """Return the library of a user whose own snippets lie in `folder`.

    `shared` is a folder of TOML files that others keep, read only, None where there is none.
    """
    from app.snippets.store import Store

    return Library(_shipped_folder(), store=Store(folder), shared=shared)


def _shipped_folder() -> Path:
    return shipped_folder("resources") / "snippets"


def _readings(terms: tuple[str, ...]) -> Iterable[Terms]:
    """Yield ever looser readings of a query; an empty one where there is none of a sort."""
    exact = tuple(query.exact(term) for term in terms)
    yield exact
    for looser in (_scattered_or_divided, _homophone):
        found = [looser(term) for term in terms]
        if any(found):
            yield tuple(
                (patterns,) if patterns else as_typed
                for patterns, as_typed in zip(found, exact, strict=True)
            )
        else:
            yield ()
    slips = [query.slipped(term) for term in terms]
    if any(slips):
        yield tuple(
            (patterns,) if patterns else as_typed
            for patterns, as_typed in zip(slips, exact, strict=True)
        )


def _scattered_or_divided(term: str) -> tuple[Pattern, ...]:
    scattered = query.scattered(term)
    return (scattered,) if scattered else query.divided(term)


def _homophone(term: str) -> tuple[Pattern, ...]:
    pattern = query.homophone(term)
    return (pattern,) if pattern else ()
