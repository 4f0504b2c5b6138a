"""Slips of the pen: a character like another that would make a far likelier word in its place.

The words of a text are held against the table of word pairs. Where they cost much, each word that
differs in one character of like sound or shape is tried in their place. `certainty` of a slip is
what the text gains by it, less what speaks for the text as it stands. The tables are described in
resources/lexicons/README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from app.checks.language import MIXED, language
from app.checks.near import near
from app.checks.passages import Suspect, around
from app.checks.segments import Segments, parted, places, segments
from app.checks.twins import BEFORE, BEHIND, Twin, Twins

_RUN = re.compile("[\u4e00-\u9fff]+")
# Characters that stand alone in any sentence, and those that number and divide.
LIGHT = frozenset(
    "的了在是和与及或也都就又而且以于为从把被将向对到由之其这那个些有无不没未再还已年月日"
    "仍一二三四五六七八九十百千万亿两余多名县市省乡镇村区上下党她他促联实抓管建强助任甲乙丙丁"
)
# What takes any word behind it.
_FREELY = frozenset("不未能可再必勿")
_LEAST = 60  # how certain a slip must be
_BOUND = 40  # by so much must a neighbour make a word likelier to speak for it
_DEAR = 250  # what words and the one behind them cost where they may be wrong
_LONGEST = 4  # characters of words that are tried
_ASKED = 30  # so much speaks for a word that a neighbour asks for
_COMMON = 135  # only a word up to this cost is meant where no neighbour asks for it, by its looks
_LOOKS = 25  # what speaks against a slip that only looks alike there
_DEAREST = 165  # a word above this cost is too rare to be what was meant


@dataclass(frozen=True, slots=True)
class Slip(Suspect):
    """A character, the likelier one, the word it makes, its place in that, how sure it is."""

    wrong: str
    right: str
    word: str
    place: int
    certainty: int = 0


# Words that cost too much, from one up to another, and what may be meant by them.
_Doubted: TypeAlias = tuple[int, int, Sequence[Twin]]


def slips(text: str, least: int = _LEAST) -> Iterator[Slip]:
    """Yield the slips of a text that are at least so certain; neighbours hide one another."""
    found = [slip for slip in _Costed(text).slips(least) if not _name(text, slip.start)]
    found.sort(key=lambda slip: (-slip.certainty, slip.start))
    kept: dict[int, Slip] = {}
    for slip in found:
        at = slip.start
        if kept.keys().isdisjoint((at - 1, at, at + 1)):
            kept[at] = slip
    yield from [kept[at] for at in sorted(kept)]


class _Costed:
    """A text cut into words, with the length of each and what it costs behind the one before.

    Marks and numbers are words too, and an empty one stands at the end.
    """

    def __init__(self, text: str) -> None:
        self.text, self.language, self.twins = text, language(), _all_twins()
        cut = segments(text)
        if MIXED in cut.lengths:
            cut = _parted(text, cut)
        self.starts, self.words, self.ids = cut.starts, cut.words, cut.ids
        self.lengths, self.costs = cut.lengths, cut.costs

    def slips(self, least: int) -> Iterator[Slip]:
        """Yield what can be a slip, and at least so certain."""
        for first, stop, twins in sorted([*self._dear_pairs(), *self._dear_rows()]):
            yield from self._weighed(first, stop, twins, least)

    def _dear_pairs(self) -> Iterator[_Doubted]:
        """Yield the words of two characters that cost too much with the word behind them."""
        words, costs = self.words, self.costs
        office, pairs = self.language.office, self.twins.pairs
        for first in places(self.lengths, 2):
            if costs[first] + costs[first + 1] >= _DEAR:
                word = words[first]
                if word not in office and (twins := pairs(word)):
                    yield first, first + 1, twins

    def _dear_rows(self) -> Iterator[_Doubted]:
        """Yield where words, the first or second a character alone, cost too much together.

        The word behind them is counted in.
        """
        costs, lengths, ids = self.costs, self.lengths, self.ids
        extended = self.twins.extended
        for first in self._heads():
            one, other = lengths[first], lengths[first + 1]
            size, stop = one + other, first + 2
            spent = costs[first] + costs[first + 1]
            if spent + costs[stop] >= _DEAR:
                number, side = (ids[first], BEHIND) if one > 1 else (ids[first + 1], BEFORE)
                likely = size == 2 or number < 0 or extended[number] & side
                if likely and (twins := self._framed(first, stop)):
                    yield first, stop, twins
            while (size := size + lengths[stop]) <= _LONGEST:
                spent += costs[stop]
                stop += 1
                if spent + costs[stop] >= _DEAR and (twins := self._framed(first, stop)):
                    yield first, stop, twins

    def _heads(self) -> Iterator[int]:
        """Yield the words that are short together with the next, one of the two being alone."""
        lengths = self.lengths
        for alone in places(lengths, 1):
            if alone and 1 < lengths[alone - 1] < _LONGEST:
                yield alone - 1
            if lengths[alone + 1] < _LONGEST:
                yield alone

    def _framed(self, first: int, stop: int) -> Sequence[Twin]:
        """Return the words that differ from some together in a character which stands alone."""
        start = self.starts[first]
        word = self.text[start : self.starts[stop]]
        if len(word) == 2:
            return [] if word in self.language.number else self.twins.pairs(word)
        found: list[Twin] = []
        place, longer = 0, self.twins.longer
        for length in self.lengths[first:stop]:
            if length == 1:
                found += longer(word, place)
            place += length
        return found if found and word not in self.language.number else []

    def _weighed(self, first: int, stop: int, twins: Sequence[Twin], least: int) -> Iterator[Slip]:
        """Yield a slip for each twin that costs so much less than the words do."""
        start, cost = self.starts[first], self.language.cost
        before = self.ids[first - 1] if first else -1
        behind = self.ids[stop]
        now = sum(self.costs[first : stop + 1])
        numbers = [twin[0] for twin in twins]
        most = now - least + _ASKED
        for which, led, followed in self.language.between(before, numbers, behind, most):
            number, place, right = twins[which]
            gain = now - led - followed
            bound = max(cost[number] - led, cost[behind] - followed)
            at = start + place
            other = f"{self.text[start:at]}{right}{self.text[at + 1 : self.starts[stop]]}"
            gain -= self._doubt(first, stop, at, right, other, met=bound >= _BOUND)
            if gain >= least:
                yield Slip(at, at + 1, self.text[at], right, other, place, gain)

    def _doubt(  # noqa: PLR0913  a slip has these sides
        self, first: int, stop: int, at: int, right: str, other: str, *, met: bool
    ) -> int:
        """Return what speaks for the character that stands there."""
        wrong = self.text[at]
        sounds = near().sounds(wrong, right)
        doubt = 60 if wrong in LIGHT or self.text[at - 1 : at] in _FREELY else 0
        if not sounds:
            doubt += 12
        suffixed = len(other) == 3 and stop - first == 2
        if met or (len(other) > 2 and not suffixed):
            return doubt - _ASKED
        if not sounds and (stop - first != 2 or self.language.single(other) > _COMMON):
            return 999
        low, high = first, stop
        while low and self.lengths[low - 1] == 1:
            low -= 1
        while self.lengths[high] == 1:
            high += 1
        lone = (high - low) - (stop - first)
        if not sounds:
            doubt += _LOOKS
        return doubt + 45 + 30 * lone + 3 * max(self.language.single(other) - _DEAREST, 0)


@lru_cache(maxsize=1)
def _all_twins() -> Twins:
    return Twins(language().number)


def _parted(text: str, cut: Segments) -> Segments:
    """Return a text cut into words, no mark and character in one in the paragraphs that have it."""
    cuts = set(cut.starts)
    low = high = 0
    for place in (at for at, length in enumerate(cut.lengths) if length == MIXED):
        if cut.starts[place] < high:
            continue
        low, high = around(text, cut.starts[place])
        for run in _RUN.finditer(text, low, high):
            start, end = run.span()
            if not cuts.issuperset((start, end)):
                cuts.difference_update(range(start + 1, end))
                cuts.update([start + at for at in segments(run[0]).starts])
    return parted(text, sorted(cuts))


def _name(text: str, at: int) -> bool:
    """Whether the stretch around a character is a name, most likely: it is short and set apart.

    That is between spaces or at the ends; one of two characters is told nothing about anyway.
    """
    start = end = at
    while start and _RUN.match(text, start - 1):
        start -= 1
    found = _RUN.match(text, start)
    end = found.end() if found else at
    before, behind = text[start - 1 : start] if start else " ", text[end : end + 1] or " "
    return end - start < 3 or (end - start < 5 and before.isspace() and behind.isspace())
