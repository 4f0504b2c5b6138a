"""Completion of known phrases: what may follow the characters before the caret."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from heapq import merge
from pathlib import Path
from typing import TYPE_CHECKING

from app.document.model import Document, Role
from app.snippets.damage import telling
from app.snippets.particulars import particulars
from app.snippets.store import NAME, OFTEN

if TYPE_CHECKING:
    import datetime as dt

    from app.snippets.library import Library

LEAST = 2  # characters typed before anything is offered
_LONGEST = 24  # characters before the caret that are looked at
_CLAUSE_LENGTH = range(6, 41)
_CLAUSES = re.compile(r"[，。；：！？\n]")
_SMALLER = re.compile(r"[，。；：！？、\n]")
_CLOSING = "，。；：！？、”）》】的了和与及"
_OPENING = "，。；：！？、“（《】）　 "
_SET_PHRASE = re.compile(r"(?:[^、，]{4}|[^、，]{4}[、，][^、，]{4}|[^、，]{5,6})$")
_HEADS = range(1, 5)  # characters that may be left out at the beginning of a phrase
_CORE = 5  # characters that are left of it at least
_MANY = 60_000  # phrases from which on their ends are not looked for
_STEP, _RUN, _MERGED = 200, 8000, 2000  # phrases looked at, sorted and merged in one step
_CLOSED = re.compile(
    r"^[^“”《》（）【】]*(?:(?:“[^“”]*”|《[^《》]*》|（[^（）]*）)[^“”《》（）【】]*)*$"
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A completion: the phrase, and how many of its characters stand before the caret."""

    phrase: str
    typed: int

    @property
    def rest(self) -> str:
        """What is put in when the offer is accepted."""
        return self.phrase[self.typed :]


class Completer:
    """Known phrases in order; heavier ones are offered first, 1 is the usual weight."""

    def __init__(self, phrases: Iterable[str] = ()) -> None:
        self._weights: dict[str, float] = {}  # where it is not the usual one
        self._sorted = sorted(set(phrases))

    def __len__(self) -> int:
        """Return the number of known phrases."""
        return len(self._sorted)

    def __contains__(self, phrase: str) -> bool:
        """Return whether a phrase is known."""
        at = bisect_left(self._sorted, phrase)
        return self._sorted[at : at + 1] == [phrase]

    def learn(self, phrase: str, weight: float = 1.0) -> None:
        """Add a phrase, or make a known one heavier."""
        if phrase in self:
            self._weights[phrase] = self._weights.get(phrase, 1.0) + weight
        else:
            insort(self._sorted, phrase)
            self._weights[phrase] = weight

    def take(self, ordered: list[str], weights: dict[str, float]) -> None:
        """Know these phrases and no others: sorted, each once; `weights` where not the usual."""
        self._weights, self._sorted = weights, ordered

    def forget(self, phrase: str) -> None:
        """Take a phrase out; nothing happens where it is unknown."""
        if phrase in self:
            del self._sorted[bisect_left(self._sorted, phrase)]
            self._weights.pop(phrase, None)

    def complete(self, prefix: str, limit: int = 8) -> list[str]:
        """Return the phrases that go on from `prefix`, heaviest and then shortest first."""
        if len(prefix) < LEAST:
            return []
        low = bisect_left(self._sorted, prefix)
        high = bisect_left(self._sorted, prefix + "\U0010ffff", low)
        found = [phrase for phrase in self._sorted[low : min(high, low + 200)] if phrase != prefix]
        found.sort(key=lambda phrase: (-self._weights.get(phrase, 1.0), len(phrase), phrase))
        return found[:limit]

    def offers(self, before: str, limit: int = 8) -> list[Offer]:
        """Return what may be completed at the caret, given the text before it.

        The longest known beginning wins. Within a clause two characters are too few to go by,
        except for set phrases that stand by themselves.
        """
        tail = before[-_LONGEST:]
        for start in range(len(tail) - LEAST + 1):
            prefix = tail[start:]
            found = self.complete(prefix, limit)
            if len(prefix) == LEAST and start and tail[start - 1] not in _OPENING:
                found = [phrase for phrase in found if _SET_PHRASE.match(phrase)]
            if found:
                return [Offer(phrase, len(prefix)) for phrase in found]
        return []


def phrases(text: str) -> list[str]:
    """Return the clauses of a text that are worth completing: whole, and without slots."""
    found = [*_CLAUSES.split(text), *_SMALLER.split(text)]
    if "\n" not in text:
        found.append(text)
    return [
        clause
        for clause in dict.fromkeys(found)
        if len(clause) in _CLAUSE_LENGTH and _CLOSED.match(clause)
    ]


def written(before: Document, after: Document) -> set[str]:
    """Return the phrases that have come into a document, for a completer to learn.

    Those with names, dates or numbers in them are left out: they are of use once.
    """
    return {p for p in _clauses(after) - _clauses(before) if not particulars(p)}


def completer(library: Library, today: dt.date | None = None) -> Completer:
    """Return a completer of what a library holds that is not out of date on a day.

    What its user has written often is in it too, and what he has refused is not.
    """
    found = Completer()
    for _ in fill(found, library, today):
        pass
    return found


def fill(completer: Completer, library: Library, today: dt.date | None = None) -> Iterator[None]:
    """Teach a completer what a library holds, as `_fill` does. Raises AppError where it fails."""
    with telling(Path(NAME)):
        yield from _fill(completer, library, today)


def _fill(completer: Completer, library: Library, today: dt.date | None) -> Iterator[None]:
    """Teach a completer what a library holds, bit by bit; of use once it has come to its end.

    Each step takes a few milliseconds. What is out of date on `today` is left out, what has been
    used or written often is heavier, and what phrases end with lighter: 提高政治站位 of
    要切实提高政治站位. Phrases are sorted in runs, so that no step has all of them to sort.
    """
    yield from library.prepare()
    weights: dict[str, float] = {}
    for _ in _weigh(weights, library, today):
        yield
    refused = [phrase for phrase, weight in weights.items() if weight < 0]
    known = set(weights)
    runs = [sorted(known)]
    for texts in library.texts(today):
        yield from _add({phrase for text in texts for phrase in phrases(text)}, known, runs)
    whole = list(known) if len(known) < _MANY else []
    for start in range(0, len(whole), _STEP):
        light = {end for phrase in whole[start : start + _STEP] for end in _ends(phrase)} - known
        weights |= dict.fromkeys(light, 0.5)
        yield from _add(light, known, runs)
    ordered: list[str] = []
    for phrase in merge(*runs):
        ordered.append(phrase)
        if len(ordered) % _MERGED == 0:
            yield
    completer.take(ordered, weights)
    for phrase in refused:
        completer.forget(phrase)


def _add(found: set[str], known: set[str], runs: list[list[str]]) -> Iterator[None]:
    """Put what is new of some phrases into a run of its own; runs of like length become one."""
    new = found - known
    known |= new
    runs.append(sorted(new))
    yield
    while len(runs) > 1 and len(runs[-2]) <= len(runs[-1]) < _RUN:
        runs.append(sorted(runs.pop() + runs.pop()))
        yield


def _weigh(weights: dict[str, float], library: Library, today: dt.date | None) -> Iterator[None]:
    """Give weights to what the user inserts and writes, negative ones to what he has refused."""
    for name, use in library.habits().uses.items():
        snippet = library.get(name)
        if snippet is not None and snippet.valid_on(today):
            for phrase in phrases(snippet.text):
                weights[phrase] = weights.get(phrase, 1.0) + use.weight
        yield
    for phrase, weight in library.store.learned().items() if library.store else ():
        if weight >= OFTEN:
            weights[phrase] = weights.get(phrase, 1.0) + weight
        elif weight < 0:
            weights[phrase] = weight
    yield


def _ends(phrase: str) -> Iterator[str]:
    """Yield what a phrase ends with, where that may stand by itself."""
    for at in _HEADS:
        end = phrase[at:]
        if len(end) >= _CORE and end[0] not in _CLOSING and _CLOSED.match(end):
            yield end


def _clauses(document: Document) -> Counter[str]:
    return Counter(
        clause
        for block in document.blocks
        if block.role not in {Role.NOISE, Role.OBJECT}
        for clause in _CLAUSES.split(block.text)
        if len(clause) in _CLAUSE_LENGTH and _CLOSED.match(clause)
    )


@cache
def _shipped() -> Completer:
    from app.snippets.library import shipped

    return completer(shipped())


def complete(prefix: str) -> list[str]:
    """Return the shipped phrases that go on from `prefix`, best first."""
    return _shipped().complete(prefix)
