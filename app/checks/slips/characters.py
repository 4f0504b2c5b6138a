"""Slips of the pen: a character like another that would make a far likelier word in its place.

The words of a text are held against the table of word pairs. Where they cost much, each word that
differs in one character of like sound or shape is tried in their place. `certainty` of a slip is
what the text gains by it, less what speaks for the text as it stands. The tables are described in
resources/lexicons/README.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from app.checks.language.likelihood import MIXED, language
from app.checks.language.near import near
from app.checks.language.segments import Segments, parted, places, segments
from app.checks.reading.passages import Suspect, around
from app.checks.slips.twins import BEFORE, BEHIND, HEAD, MIDDLE, NONE, TAIL, Meant, Twins
from app.patterns import regex

_RUN = regex("[\u4e00-\u9fff]+")
# Characters that stand alone in any sentence, and those that number and divide.
LIGHT = frozenset(
    "的了在是和与及或也都就又而且以于为从把被将向对到由之其这那个些有无不没未再还已年月日"
    "仍一二三四五六七八九十百千万亿两余多名县市省乡镇村区上下党她他促联实抓管建强助任甲乙丙丁"
)
# What takes any word behind it.
_FREELY = frozenset("不未能可再必勿")
_SUFFIXES = frozenset("室科处站所部局院馆厅堂楼库店社组队")
_LEAST = 60  # how certain a slip must be
_BOUND = 40  # by so much must a neighbour make a word likelier to speak for it
_DEAR = 250  # what words and the one behind them cost where they may be wrong
_LONGEST = 4  # characters of words that are tried
_ASKED = 30  # so much speaks for a word that a neighbour asks for
_COMMON = 145  # only a word up to this cost is meant where no neighbour asks for it, by its looks
_LOOKS = 25  # what speaks against a slip that only looks alike there
_RARE = 25  # what speaks for a rare character: it may be of a name
_DEAREST = 165  # a word above this cost is too rare to be what was meant
_NAME = 5  # characters of a stretch that is too long for a name
_ROW = 99  # characters alone in a row beside which no slip is certain enough


@dataclass(frozen=True, slots=True)
class Slip(Suspect):
    """A character, the likelier one, the word it makes, its place in that, how sure it is."""

    wrong: str
    right: str
    word: str
    place: int
    certainty: int = 0


# Words that cost too much, from one up to another, what they cost with the one behind them, and
# what may be meant by them.
_Doubted: TypeAlias = tuple[int, int, int, Meant]


def slips(text: str) -> Iterator[Slip]:
    """Yield the slips of a text that are certain enough; neighbours hide one another."""
    found = [slip for slip in _suspected(text) if not _name(text, slip.start)]
    found.sort(key=lambda slip: (-slip.certainty, slip.start))
    kept: dict[int, Slip] = {}
    for slip in found:
        at = slip.start
        if kept.keys().isdisjoint((at - 1, at, at + 1)):
            kept[at] = slip
    yield from [kept[at] for at in sorted(kept)]


def ends_name(slip: Slip) -> bool:
    """Whether the character may end the name before it rather than begin a word: 心电室为一体."""
    return slip.place == 0 and slip.wrong in _SUFFIXES


class _Costed:
    """A text cut into words, with the length of each and what it costs behind the one before.

    Marks and numbers are words too, and an empty one stands at the end.
    """

    def __init__(self, text: str, cut: Segments) -> None:
        self.text, self.language, self.twins = text, language(), _all_twins()
        self.starts, self.words, self.ids = cut.starts, cut.words, cut.ids
        self.lengths, self.costs = cut.lengths, cut.costs

    def slips(self) -> list[Slip]:
        """Return what can be a slip, and certain enough."""
        between, ids = self.language.between, self.ids
        found: list[tuple[int, int, list[Slip]]] = []
        for first, stop, now, meant in chain(self._dear_pairs(), self._dear_rows()):
            before = ids[first - 1] if first else -1
            likely = between(before, meant[0], ids[stop], now - _LEAST + _ASKED)
            if likely:
                found.append((first, stop, self._weighed(first, stop, meant, likely)))
        return [slip for *_, slips in sorted(found) for slip in slips]

    def _dear_pairs(self) -> Iterator[_Doubted]:
        """Yield the words of two characters that cost too much with the word behind them."""
        words, costs = self.words, self.costs
        office, pairs = self.language.office, self.twins.pairs
        for first in places(self.lengths, 2):
            now = costs[first] + costs[first + 1]
            if now >= _DEAR:
                word = words[first]
                if (meant := pairs(word))[0] and word not in office:
                    yield first, first + 1, now, meant

    def _dear_rows(self) -> Iterator[_Doubted]:
        """Yield where words, the first or second a character alone, cost too much together.

        The word behind them is counted in.
        """
        costs, lengths, ids = self.costs, self.lengths, self.ids
        extended = self.twins.extended
        for first in self._heads():
            one, stop = lengths[first], first + 2
            size = one + lengths[first + 1]
            now = costs[first] + costs[first + 1] + costs[stop]
            if now >= _DEAR:
                number, side = (ids[first], BEHIND) if one > 1 else (ids[first + 1], BEFORE)
                likely = size == 2 or number < 0 or extended[number] & side
                if likely and (meant := self._framed(first, stop))[0]:
                    yield first, stop, now, meant
            while (size := size + lengths[stop]) <= _LONGEST:
                stop += 1
                now += costs[stop]
                if now >= _DEAR and self._part(first, stop):
                    meant = self._framed(first, stop)
                    if meant[0]:
                        yield first, stop, now, meant

    def _part(self, first: int, stop: int) -> bool:
        """Whether the one word of two characters in a row can be part of one of four."""
        at = self.lengths.find(2, first, stop)
        if at < 0:
            return True
        number = self.ids[at]
        side = HEAD if at == first else TAIL if at == stop - 1 else MIDDLE
        return number < 0 or self.twins.extended[number] & side > 0

    def _heads(self) -> Iterator[int]:
        """Yield the words that are short together with the next, one of the two being alone."""
        lengths = self.lengths
        for alone in places(lengths, 1):
            if alone and 1 < lengths[alone - 1] < _LONGEST:
                yield alone - 1
            if lengths[alone + 1] < _LONGEST:
                yield alone

    def _framed(self, first: int, stop: int) -> Meant:
        """Return the words that differ from some together in a character which stands alone."""
        word = self.text[self.starts[first] : self.starts[stop]]
        if len(word) == 2:
            return NONE if word in self.language.number else self.twins.pairs(word)
        if stop - first == 2:
            return self.twins.longer(word, (0 if self.lengths[first] == 1 else len(word) - 1,))
        alone: list[int] = []
        at = 0
        for length, number in zip(self.lengths[first:stop], self.ids[first:stop], strict=True):
            if length == 1 or number < 0:
                alone += range(at, at + length)
            at += length
        return self.twins.longer(word, alone)

    def _weighed(
        self, first: int, stop: int, meant: Meant, likely: Iterable[tuple[int, int, int]]
    ) -> list[Slip]:
        """Return a slip for each word that costs so much less than those that stand there do."""
        found: list[Slip] = []
        start, cost = self.starts[first], self.language.cost
        behind = self.ids[stop]
        now = sum(self.costs[first : stop + 1])
        for which, led, followed in likely:
            number, (place, right) = meant[0][which], meant[1][which]
            bound = max(cost[number] - led, cost[behind] - followed)
            at = start + place
            other = f"{self.text[start:at]}{right}{self.text[at + 1 : self.starts[stop]]}"
            gain = now - led - followed
            gain -= self._doubt(first, stop, at, right, other, met=bound >= _BOUND)
            if gain >= _LEAST:
                found.append(Slip(at, at + 1, self.text[at], right, other, place, gain))
        return found

    def _doubt(  # noqa: PLR0913  a slip has these sides
        self, first: int, stop: int, at: int, right: str, other: str, *, met: bool
    ) -> int:
        """Return what speaks for the character that stands there."""
        wrong = self.text[at]
        if wrong not in self.language.number and near().rare(wrong):
            return _RARE
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
        while low and self.lengths[low - 1] == 1 and first - low < _ROW:
            low -= 1
        while self.lengths[high] == 1 and high - stop < _ROW:
            high += 1
        lone = (high - low) - (stop - first)
        if not sounds:
            doubt += _LOOKS
        return doubt + 45 + 30 * lone + 3 * max(self.language.single(other) - _DEAREST, 0)


@lru_cache(maxsize=1)
def _all_twins() -> Twins:
    return Twins(language().number)


def _suspected(text: str) -> list[Slip]:
    """Return what can be a slip; paragraphs are cut anew in which a word has marks: T恤."""
    cut = segments(text)
    found = _Costed(text, cut).slips()
    if MIXED not in cut.lengths:
        return found
    mixed = {around(text, cut.starts[at]) for at, one in enumerate(cut.lengths) if one == MIXED}
    found = [slip for slip in found if around(text, slip.start) not in mixed]
    for start, end in mixed:
        apart = _Costed(text[start:end], _parted(text[start:end])).slips()
        found += [slip.behind(-start) for slip in apart]
    return found


def _parted(text: str) -> Segments:
    """Return a text cut into words, no mark and character in one."""
    cuts = set(segments(text).starts)
    for run in _RUN.finditer(text):
        start, end = run.span()
        if not cuts.issuperset((start, end)):
            cuts.difference_update(range(start + 1, end))
            cuts.update([start + at for at in segments(run[0]).starts])
    return parted(text, sorted(cuts))


def _name(text: str, at: int) -> bool:
    """Whether the stretch around a character is a name, most likely: it is short and set apart.

    That is between spaces or at the ends; one of two characters is told nothing about anyway.
    """
    start = at
    while start and at - start < _NAME and _RUN.match(text, start - 1, start):
        start -= 1
    found = _RUN.match(text, start, start + _NAME)
    end = found.end() if found else at
    before, behind = text[start - 1 : start] if start else " ", text[end : end + 1] or " "
    return end - start < 3 or (end - start < _NAME and before.isspace() and behind.isspace())
