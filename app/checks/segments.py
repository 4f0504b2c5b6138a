"""A text cut into words for all that look for slips of the pen: our own words are left whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

from ahocorasick_rs import AhoCorasick

from app.checks.language import language
from app.checks.words import KEPT, Word, parts


@dataclass(frozen=True)
class Segments:
    """A text cut into words without gaps: where they start, the end of the text behind them.

    `words` are they, an empty one at the end; `lone` tells which of them are characters that stand
    alone and in no office word.
    """

    starts: list[int]
    words: list[str]
    lone: list[int]

    @cached_property
    def loose(self) -> frozenset[int]:
        """The places of the characters that stand alone."""
        return frozenset([self.starts[place] for place in self.lone])

    @cached_property
    def numbers(self) -> list[int | None]:
        """The numbers of the words in the tables of the language, None for one in none."""
        return [*map(language().number.get, self.words)]

    @property
    def costs(self) -> list[int]:
        """What each word costs behind the one before it."""
        return self._chain[0]

    @property
    def met(self) -> list[bool]:
        """Whether each word has been seen behind the one before it."""
        return self._chain[1]

    @cached_property
    def _chain(self) -> tuple[list[int], list[bool]]:
        return language().chain(self.words, self.numbers)


@lru_cache(maxsize=KEPT)
def segments(text: str) -> Segments:
    """Return the words of a text; several rules ask in turn for those of some paragraphs."""
    words = [*parts(text), ""]
    starts = [*accumulate(map(len, words[:-1]), initial=0)]
    ends = dict(pairwise(starts))
    across = [
        (start, end)
        for _, start, end in _office().find_matches_as_indexes(text, overlapping=True)
        if ends.get(start) != end
    ]
    covered: set[int] = set()
    for start, end in across:
        covered.update(range(start, end))
    for start, end in _whole([span for span in across if span[0] in ends], starts):
        first, stop = bisect_left(starts, start), bisect_left(starts, end)
        words[first:stop] = [text[start:end]]
        del starts[first + 1 : stop]
    lone = [
        place
        for place, word in enumerate(words)
        if len(word) == 1 and "\u4e00" <= word <= "\u9fff" and starts[place] not in covered
    ]
    return Segments(starts, words, lone)


def _whole(longer: list[Word], starts: list[int]) -> Iterator[Word]:
    """Yield those of our words that end where a word does; of two that meet the longest counts."""
    if not longer:
        return
    bounds = {*starts}
    taken: set[int] = set()
    for start, end in sorted(longer, key=lambda span: span[0] - span[1]):
        if end in bounds and taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            yield start, end


@lru_cache(maxsize=1)
def _office() -> AhoCorasick:
    return AhoCorasick(sorted(language().office))
