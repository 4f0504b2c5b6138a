"""A text cut into words for all that look for slips of the pen: our own words are left whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from app.checks.language import language
from app.checks.words import KEPT, Word, pieces


@dataclass(frozen=True, slots=True)
class Segments:
    """A text cut into words without gaps: where they start, the end of the text behind them.

    `loose` are the places of characters that stand alone and in no office word.
    """

    starts: list[int]
    loose: frozenset[int]


@lru_cache(maxsize=KEPT)
def segments(text: str) -> Segments:
    """Return the words of a text; several rules ask in turn for those of some paragraphs."""
    words = pieces(text)
    ends = dict(words)
    known: set[int] = set()
    longer: list[Word] = []
    for _, start, end in _office().find_matches_as_indexes(text, overlapping=True):
        if ends.get(start) == end:
            continue
        known.update(range(start, end))
        if ends.get(start, end) < end and (end in ends or end == len(text)):
            longer.append((start, end))
    alone = [at for at, end in words if end - at == 1 and "\u4e00" <= text[at] <= "\u9fff"]
    inside = _inside(longer)
    starts = [start for start, _ in words if start not in inside]
    return Segments([*starts, len(text)], frozenset(alone) - known)


def _inside(longer: list[Word]) -> set[int]:
    """Return the places inside words that are left whole; of two that meet the longest counts."""
    taken: set[int] = set()
    inside: set[int] = set()
    for start, end in sorted(longer, key=lambda span: span[0] - span[1]):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            inside.update(range(start + 1, end))
    return inside


@lru_cache(maxsize=1)
def _office() -> AhoCorasick:
    return AhoCorasick(sorted(language().office))
