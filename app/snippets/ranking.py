"""Which of the hits come first: the better match, then the place, favourites and use."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.snippets.index import Candidate
from app.snippets.model import Place
from app.snippets.query import SEPARATOR, Pattern

_WHOLE, _START, _TITLE, _TEXT_START, _TEXT, _TAGS, _UNPLACED = 0.0, 1.0, 2.0, 2.0, 3.0, 4.0, 3.5
_BLURRED = 0.5  # added where only the blurred reading matches
HALF_LIFE = 30.0  # days after which a use counts half


@dataclass(frozen=True, slots=True)
class Use:
    """How often and when a snippet was inserted: `weight` at the time `last`, in days."""

    weight: float = 0.0
    last: float = 0.0

    def worth(self, now: float) -> float:
        """Return the weight as it counts now."""
        return self.weight * math.pow(0.5, max(now - self.last, 0.0) / HALF_LIFE)


@dataclass(frozen=True, slots=True)
class Habits:
    """What the user inserts and likes: uses by id and by (id, place), favourites by id."""

    uses: Mapping[str, Use] = field(default_factory=dict[str, Use])
    placed: Mapping[tuple[str, str], Use] = field(default_factory=dict[tuple[str, str], Use])
    favourites: frozenset[str] = frozenset()

    def worth(self, name: str, place: Place | None, now: float) -> tuple[float, bool, float]:
        """Return what speaks for a snippet: use in this place, favourite, use anywhere."""
        use = self.uses.get(name)
        at = self.placed.get((name, place)) if place is not None else None
        return (
            round(at.worth(now), 2) if at else 0.0,
            name in self.favourites,
            round(use.worth(now), 2) if use else 0.0,
        )


def quality(
    candidate: Candidate, terms: tuple[tuple[tuple[Pattern, ...], ...], ...]
) -> float | None:
    """Return how well a candidate matches all terms, 0 the best; None where one does not match."""
    total = 0.0
    for pieces in terms:
        worst = 0.0
        for patterns in pieces:
            best = min(
                (tier for p in patterns if (tier := _tier(candidate, p)) is not None), default=None
            )
            if best is None:
                return None
            worst = max(worst, best)
        total += worst
    return total / len(terms)


def fitting(candidate: Candidate, place: Place | None) -> bool:
    """Return whether a snippet is meant for the place in which the caret stands."""
    return place is not None and place is not Place.ANY and candidate.place == place


def _tier(candidate: Candidate, pattern: Pattern) -> float | None:
    if pattern.literal is not None:
        at = candidate.chars.find(pattern.literal)
        return None if at < 0 else _placed(candidate.chars, at, at + len(pattern.literal))
    if pattern.like is not None:
        near = pattern.like.search(candidate.chars)
        return _placed(candidate.chars, *near.span()) if near else None
    if pattern.spelled is None:
        return _UNPLACED
    spelled = candidate.spelled
    for expression, extra in ((pattern.spelled, 0.0), (pattern.blurred, _BLURRED)):
        found = expression.search(spelled) if expression else None
        if found:
            return _placed(spelled, found.start(), found.end()) + extra + pattern.handicap
    return None


def _placed(row: str, start: int, end: int) -> float:
    """Return the tier of a match by the field in which it stands and how much of it it fills."""
    first = row.find(SEPARATOR)
    if start <= first:
        if not row[:start].strip():
            return _WHOLE if not row[end:first].strip() else _START
        return _TITLE
    second = row.find(SEPARATOR, first + 1)
    if start <= second:
        if not row[first + 1 : start].strip():
            return _WHOLE if not row[end:second].strip() else _TEXT_START
        return _TEXT
    return _TAGS
