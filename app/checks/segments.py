"""A text cut into words for all that look for slips of the pen: our own words are left whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, compress, pairwise

from ahocorasick_rs import AhoCorasick

from app.checks.language import language
from app.checks.words import KEPT, Word, parts

# For a length of words: a table that leaves it and turns the others into 0.
_ONLY = [bytes(length) + bytes([length]) + bytes(255 - length) for length in range(3)]


@dataclass(frozen=True)
class Segments:
    """A text cut into words without gaps: where they start, the end of the text behind them.

    `words` are they, an empty one at the end; `ids` the numbers of theirs in the tables of the
    language, below 0 for those in none; `lone` tells which of them are characters that stand alone
    and in no office word. `lengths` has how many characters each word has; marks are given a length
    that no word has.
    """

    starts: list[int]
    words: list[str]
    ids: list[int]
    lengths: bytes
    lone: list[int]

    @cached_property
    def loose(self) -> frozenset[int]:
        """The places of the characters that stand alone."""
        return frozenset([self.starts[place] for place in self.lone])

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
        return language().chain(self.ids)


@lru_cache(maxsize=KEPT)
def segments(text: str) -> Segments:
    """Return the words of a text; several rules ask in turn for those of some paragraphs."""
    cut = parts(text)
    starts = [0, *accumulate(map(len, cut))]
    words = [*cut, ""]
    bounds = bytearray(len(text) + 1)
    for start in starts:
        bounds[start] = 1
    covered = bytearray(len(text) + 1)
    longer: list[Word] = []
    for _, start, end in _office().find_matches_as_indexes(text, overlapping=True):
        if not bounds[start] or bounds.find(1, start + 1) != end:
            covered[start:end] = b"\1" * (end - start)
            if bounds[start] and bounds[end]:
                longer.append((start, end))
    for start, end in _apart(longer):
        first = bisect_left(starts, start)
        stop = first + bounds.count(1, start, end)
        words[first:stop] = [text[start:end]]
        del starts[first + 1 : stop]
    ids, lengths = _known(words)
    lone = [place for place in places(lengths, 1) if not covered[starts[place]]]
    return Segments(starts, words, ids, lengths, lone)


def parted(text: str, starts: list[int]) -> Segments:
    """Return a text cut at some places, no character of it said to stand alone."""
    words = [*(text[low:high] for low, high in pairwise(starts)), ""]
    return Segments(starts, words, *_known(words), [])


def _known(words: list[str]) -> tuple[list[int], bytes]:
    """Return the numbers of some words and how long they are."""
    tables = language()
    ids = [*map(tables.number.__getitem__, words)]
    return ids, bytes([tables.lengths[one] for one in ids])


def places(lengths: bytes, length: int) -> Iterator[int]:
    """Yield which of some words are of a length."""
    return compress(range(len(lengths)), lengths.translate(_ONLY[length]))


def _apart(longer: list[Word]) -> list[Word]:
    """Return stretches without those that meet a longer one."""
    if len(longer) < 2:
        return longer
    taken: set[int] = set()
    kept: list[Word] = []
    for start, end in sorted(longer, key=lambda span: span[0] - span[1]):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept.append((start, end))
    return kept


@lru_cache(maxsize=1)
def _office() -> AhoCorasick:
    return AhoCorasick(sorted(language().office))
