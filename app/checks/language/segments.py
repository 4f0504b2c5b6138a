"""A text cut into words for all that look for slips of the pen: our own words are left whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, compress, pairwise

from ahocorasick_rs import AhoCorasick

from app.checks.language.likelihood import language
from app.checks.language.words import KEPT, Word, parts

# For a length of words: a table that leaves it and turns the others into 0.
_ONLY = [bytes(length) + bytes([length]) + bytes(255 - length) for length in range(3)]


class _Sized(dict[int, bytes]):
    """Bytes as many as a word has characters, the first of them telling how many these are."""

    def __missing__(self, length: int) -> bytes:
        found = bytes([min(length or 1, 255)]).ljust(length, b"\0")
        self[length] = found
        return found


_SIZED = _Sized()


@dataclass(frozen=True)
class Segments:
    """A text cut into words without gaps: where they start, the end of the text behind them.

    `words` are they, an empty one at the end; `ids` the numbers of theirs in the tables of the
    language, below 0 for those in none; `lone` tells which of them are characters that stand alone
    and in no office word. `lengths` has how many characters each word has; marks are given a length
    that no word has. `bounds` has bytes other than 0 where the dictionary sees a word begin or end.
    """

    starts: list[int]
    words: list[str]
    ids: list[int]
    lengths: bytes
    lone: list[int]
    bounds: bytes

    @cached_property
    def loose(self) -> frozenset[int]:
        """The places of the characters that stand alone."""
        return frozenset([self.starts[place] for place in self.lone])

    @cached_property
    def costs(self) -> list[int]:
        """What each word costs behind the one before it."""
        return self._chain[0]

    @cached_property
    def met(self) -> list[bool]:
        """Whether each word has been seen behind the one before it."""
        return self._chain[1]

    @cached_property
    def _chain(self) -> tuple[list[int], list[bool]]:
        return language().chain(self.ids)


@lru_cache(maxsize=KEPT)
def segments(text: str) -> Segments:
    """Return the words of a text, or of several in one; many rules ask in turn for the same."""
    words = [*parts(text), ""]
    lengths = [*map(len, words)]
    starts = [*accumulate(lengths[:-1], initial=0)]
    sizes = b"".join(map(_SIZED.__getitem__, lengths))
    covered = bytearray(len(sizes))
    longer: list[Word] = []
    for _, start, end in _office().find_matches_as_indexes(text, overlapping=True):
        size = end - start
        if sizes[start] != size:
            covered[start:end] = b"\1" * size
            if sizes[start] and sizes[end]:
                longer.append((start, end))
    if longer:
        starts, words = _joined(text, starts, words, longer)
    ids, kinds = _known(words)
    lone = [place for place in places(kinds, 1) if not covered[starts[place]]]
    return Segments(starts, words, ids, kinds, lone, sizes)


def _joined(
    text: str, starts: list[int], words: list[str], longer: list[Word]
) -> tuple[list[int], list[str]]:
    """Return the words of a text and where they start, each stretch of some made one word."""
    left: list[int] = []
    kept: list[str] = []
    stop = 0
    for start, end in _apart(longer):
        first = bisect_left(starts, start, stop)
        left += starts[stop : first + 1]
        kept += words[stop:first]
        kept.append(text[start:end])
        stop = bisect_left(starts, end, first)
    return left + starts[stop:], kept + words[stop:]


def parted(text: str, starts: list[int]) -> Segments:
    """Return a text cut at some places, no character of it said to stand alone."""
    words = [*(text[low:high] for low, high in pairwise(starts)), ""]
    return Segments(starts, words, *_known(words), [], b"")


def _known(words: list[str]) -> tuple[list[int], bytes]:
    """Return the numbers of some words and how long they are."""
    tables = language()
    ids = tables.numbers(words)
    return ids, bytes([tables.lengths[one] for one in ids])


def places(lengths: bytes, length: int) -> Iterator[int]:
    """Yield which of some words are of a length."""
    return compress(range(len(lengths)), lengths.translate(_ONLY[length]))


def _apart(longer: list[Word]) -> list[Word]:
    """Return stretches in order of place without those that meet a longer one."""
    longer.sort()
    kept: list[Word] = []
    meeting: list[Word] = []
    last = 0
    for span in longer:
        if span[0] >= last:
            kept += _longest(meeting)
            meeting = []
        meeting.append(span)
        last = max(last, span[1])
    return kept + _longest(meeting)


def _longest(meeting: list[Word]) -> list[Word]:
    """Return those of stretches that meet one another which meet no longer one, nor one before."""
    if len(meeting) < 2:
        return meeting
    taken: set[int] = set()
    kept: list[Word] = []
    for start, end in sorted(meeting, key=lambda span: (span[0] - span[1], span[1])):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept.append((start, end))
    return sorted(kept)


@lru_cache(maxsize=1)
def _office() -> AhoCorasick:
    return AhoCorasick(sorted(language().office))
