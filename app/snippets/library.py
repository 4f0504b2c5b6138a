"""The library a user searches: what is shipped, what is his own, and what he uses."""

from __future__ import annotations

import datetime as dt
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from app.snippets import index, query
from app.snippets.damage import DamagedStore, is_damage
from app.snippets.index import Candidate
from app.snippets.model import EVERYWHERE, Category, Place, Scope, Snippet, category_tree
from app.snippets.query import Pattern
from app.snippets.ranking import Habits, Use, fitting, quality
from app.snippets.shipment import Shipment, read_shared

if TYPE_CHECKING:
    from app.snippets.store import Store

_ENOUGH = 12  # hits after which looser readings of the query are not tried
_FEW = 3  # hits after which slips are not looked for
_SLIPS = 3  # the reading that looks for slips
_STAGE = 10.0  # what a looser reading costs

# What a writer is likely to look for in a place before he has typed anything.
_FIRST = {
    Place.OPENING: ("开头", "总体要求成分"),
    Place.BODY: ("过渡", "措施", "成效", "问题", "下步打算"),
    Place.ITEM: ("措施",),
    Place.CLOSING: ("结尾", "要求与号召", "公文惯用语"),
}

_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")
Terms = tuple[tuple[tuple[Pattern, ...], ...], ...]
Ranked = dict[str, tuple[float, Candidate, sqlite3.Connection]]


def _mending(
    ask: Callable[Concatenate[Library, _Given], _Answer],
) -> Callable[Concatenate[Library, _Given], _Answer]:
    """Return a question that mends what is damaged and is then asked once more."""

    @wraps(ask)
    def asked(self: Library, *given: _Given.args, **named: _Given.kwargs) -> _Answer:
        try:
            return ask(self, *given, **named)
        except (sqlite3.DatabaseError, DamagedStore) as error:
            if isinstance(error, sqlite3.DatabaseError) and not is_damage(error):
                raise
            self.mend()
            return ask(self, *given, **named)

    return asked


class Library:
    """Snippets from several sources, searched together.

    The own ones come from `store`, which may be None; those of a folder on the office network are
    handed over with `share`. The shipped ones are read and indexed at the first question, or bit
    by bit with `prepare`.
    """

    def __init__(self, shipment: Shipment, *, store: Store | None = None) -> None:
        """`shipment` holds the shipped groups."""
        self._shipment = shipment
        self._shared: sqlite3.Connection | None = None
        self.store = store
        self._habits = Habits()
        self._version: tuple[int, int] | None = None
        self._notes: list[str] = []

    @_mending
    def search(
        self,
        text: str,
        *,
        place: Place | None = None,
        day: dt.date | None = None,
        limit: int = 50,
        scope: Scope = EVERYWHERE,
    ) -> list[Snippet]:
        """Return what a query finds, best first; for an empty query what is used most.

        A query is characters from anywhere in a snippet, words in any order, pinyin, initials or
        a mixture. Formulations not valid on `day` come after equally good ones that are.
        """
        terms = query.words(text)
        if not terms:
            return self._unasked(place, day, limit, scope)
        return self._found(terms, place, day, limit, scope)

    def _unasked(
        self, place: Place | None, day: dt.date | None, limit: int, scope: Scope
    ) -> list[Snippet]:
        """Return what is shown of a scope before anything is typed."""
        if scope == EVERYWHERE:
            return self.suggested(place=place, day=day, limit=limit)
        if scope.names is not None:
            return self._named(scope.names[:limit])
        if not scope.own:
            return self.listing(scope.category, limit)
        return list(index.listed(self.store.connection, limit=limit)) if self.store else []

    def _found(
        self,
        terms: tuple[str, ...],
        place: Place | None,
        day: dt.date | None,
        limit: int,
        scope: Scope,
    ) -> list[Snippet]:
        ranked: Ranked = {}
        for stage, reading in enumerate(_readings(terms)):
            self._collect(ranked, reading, stage * _STAGE, scope)
            if len(ranked) >= min(_ENOUGH if stage < _SLIPS - 1 else _FEW, limit):
                break
        if not ranked:
            self._collect_in_part(ranked, query.pairs(terms), scope)
        if not ranked and len(terms) == 1 and (alike := query.initials_of(terms[0])):
            self._collect(ranked, (((alike,),),), 5 * _STAGE, scope)
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

    @_mending
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
        found = {snippet.id: snippet for snippet in self._named(names[:limit])}
        where = "" if place in (None, Place.ANY) else place
        for category in (*_FIRST.get(place or Place.ANY, ()), ""):
            for connection in self._sources():
                if len(found) < limit:
                    for snippet in index.placed(connection, where, day, limit, category):
                        found.setdefault(snippet.id, snippet)
        return list(found.values())[:limit]

    @_mending
    def get(self, name: str) -> Snippet | None:
        """Return the snippet with this id, None where there is none."""
        return next(iter(self._named([name])), None)

    def _named(self, names: Sequence[str]) -> list[Snippet]:
        """Return the snippets with these ids in their order; own ones hide others of their id."""
        found: dict[str, Snippet] = {}
        for connection in reversed(self._sources()):
            found |= index.snippets(connection, names)
        return [found[name] for name in names if name in found]

    def successor(self, snippet: Snippet, day: dt.date | None = None) -> Snippet | None:
        """Return what stands in the place of a formulation on a day; None where nothing does."""
        seen = {snippet.id}
        after = self.get(snippet.successor) if snippet.successor else None
        while after and after.successor and not after.valid_on(day) and after.id not in seen:
            seen.add(after.id)
            after = self.get(after.successor)
        return after

    @_mending
    def listing(self, category: str = "", limit: int | None = None) -> list[Snippet]:
        """Return the snippets of a category and its branches, own ones first; all for ""."""
        return [s for c in self._sources() for s in index.listed(c, category, limit)][:limit]

    def texts(self, day: dt.date | None = None) -> Iterator[list[str]]:
        """Yield the texts of all snippets, or of those not out of date on a day, some at a time."""
        for connection in self._sources():
            yield from index.texts(connection, day)

    @_mending
    def abbreviations(self) -> list[Snippet]:
        """Return the snippets that have members, own ones first."""
        return [s for c in self._sources() for s in index.with_members(c)]

    @_mending
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
            return
        others = self._habits.favourites - {name}
        self._habits = replace(self._habits, favourites=others | {name} if on else others)

    @_mending
    def habits(self) -> Habits:
        """Return what the user uses and likes, in any window."""
        if self.store is not None and (version := self.store.version()) != self._version:
            self._version, self._habits = version, self.store.habits()
        return self._habits

    @_mending
    def favourites(self) -> list[Snippet]:
        """Return the favourite snippets."""
        return self._named(sorted(self.habits().favourites))

    def recent(self, limit: int = 20) -> list[str]:
        """Return the ids of the snippets inserted last, the latest first."""
        last: dict[str, float] = {}
        for (name, _), use in self.habits().placed.items():
            last[name] = max(last.get(name, 0.0), use.last)
        return sorted(last, key=lambda name: -last[name])[:limit]

    @_mending
    def own(self, names: Sequence[str]) -> frozenset[str]:
        """Return those of some ids that are the user's own: they may be edited and deleted."""
        if self.store is None:
            return frozenset()
        return frozenset(index.existing(self.store.connection, names))

    def notes(self) -> tuple[str, ...]:
        """Return messages for the user that have not been returned before."""
        found = [*self._notes, *(self.store.notes if self.store else [])]
        self._notes = []
        if self.store is not None:
            self.store.notes = []
        return tuple(dict.fromkeys(found))

    def mend(self) -> None:
        """Rebuild what of the files is damaged; `notes` says what was lost."""
        if self.store is not None:
            self.store.mend()
        self._shipment.discard()
        self._version = None

    def prepare(self) -> Iterator[None]:
        """Read and index what is shipped bit by bit; each step takes a few milliseconds."""
        return self._shipment.prepare()

    def share(self, snippets: Iterable[Snippet], notes: Iterable[str] = ()) -> None:
        """Show the snippets of a shared folder too, in place of those shared before."""
        if self._shared is not None:
            self._shared.close()
        self._shared = index.of(snippets)
        self._notes += notes

    def _sources(self) -> list[sqlite3.Connection]:
        """Return the connections to ask, own snippets first."""
        own = self.store.connection if self.store is not None else None
        return [c for c in (own, self._shared, self._shipment.connection) if c is not None]

    def _within(self, scope: Scope) -> list[sqlite3.Connection]:
        """Return the connections to ask within a scope."""
        return self._sources()[: bool(self.store)] if scope.own else self._sources()

    def _collect(self, ranked: Ranked, terms: Terms, handicap: float, scope: Scope) -> None:
        if not terms:
            return
        expression = " AND ".join(
            "(" + " OR ".join(f"({pattern.match})" for pattern in patterns) + ")"
            for pieces in terms
            for patterns in pieces
        )
        habits = self.habits()
        preferred = [*habits.uses, *habits.favourites][-200:]
        for connection in self._within(scope):
            for hit in index.candidates(connection, expression, preferred=preferred, scope=scope):
                if hit.id in ranked:
                    continue
                score = quality(hit, terms)
                if score is not None:
                    ranked[hit.id] = score + handicap, hit, connection

    def _collect_in_part(self, ranked: Ranked, pairs: tuple[str, ...], scope: Scope) -> None:
        """Take what holds at least half of the pairs of characters, where nothing holds all."""
        if len(pairs) < 2:
            return
        for connection in self._within(scope):
            for hit in index.candidates(connection, query.any_of(pairs), scope=scope):
                held = sum(pair in hit.chars for pair in pairs)
                if held * 2 >= len(pairs):
                    ranked[hit.id] = len(pairs) - held, hit, connection

    def _fetch(self, names: list[tuple[str, sqlite3.Connection]]) -> list[Snippet]:
        found: dict[str, Snippet] = {}
        for connection in self._sources():
            wanted = [name for name, home in names if home is connection]
            found |= index.snippets(connection, wanted)
        return [found[name] for name, _ in names]


def shipped() -> Library:
    """Return the library of what is shipped, without anything of the user's."""
    return Library(Shipment())


def opened(folder: Path, shared: Path | None = None) -> Library:
    """Return the library of a user whose own snippets lie in `folder`. Raises AppError.

    `shared` is a folder of TOML files that others keep, read only, None where there is none. That
    it is absent or that a file in it is broken does no harm: `notes` says so.
    """
    from app.snippets.store import Store

    library = Library(Shipment(folder), store=Store(folder))
    if shared is not None:
        library.share(*read_shared(shared))
    return library


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
