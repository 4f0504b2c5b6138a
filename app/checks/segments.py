"""A text cut into words for all that look for slips of the pen: our own words are left whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

from ahocorasick_rs import AhoCorasick

from app.checks.language import language
from app.checks.words import KEPT, Word, parts


@dataclass(frozen=True)
class Segments:
    """A text cut into words without gaps: where they start, the end of the text behind them.

    `words` are they; `loose` are the places of characters that stand alone and in no office word.
    """

    starts: list[int]
    words: list[str]
    loose: frozenset[int]

    @cached_property
    def numbers(self) -> list[int | None]:
        """The numbers of the words in the tables of the language, None for one in none."""
        return language().numbers(self.words)

    @cached_property
    def costs(self) -> list[int]:
        """What each word costs behind the one before it."""
        return language().chain(self.numbers)


@lru_cache(maxsize=KEPT)
def segments(text: str) -> Segments:
    """Return the words of a text; several rules ask in turn for those of some paragraphs."""
    words = parts(text)
    lengths = [*map(len, words)]
    starts = [*accumulate(lengths, initial=0)]
    alone = {
        at
        for at, length in zip(starts, lengths, strict=False)
        if length == 1 and "\u4e00" <= text[at] <= "\u9fff"
    }
    matches = _office().find_matches_as_indexes(text, overlapping=True)
    ends = dict(pairwise(starts)) if matches else {}
    longer: list[Word] = []
    for _, start, end in matches:
        if ends.get(start) == end:
            continue
        alone.difference_update(range(start, end))
        if ends.get(start, end) < end and (end in ends or end == len(text)):
            longer.append((start, end))
    if longer:
        inside = _inside(longer)
        starts = [start for start in starts if start not in inside]
        words = [text[start:end] for start, end in pairwise(starts)]
    return Segments(starts, words, frozenset(alone))


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
