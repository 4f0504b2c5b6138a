"""Slips of the pen: a character like another that would make a far likelier word in its place.

The words of a stretch are held against the table of word pairs. Where they cost much, each word
that differs in one character of like sound or shape is tried in their place. `certainty` of a slip
is what the text gains by it, less what speaks for the text as it stands. The tables are described
in resources/lexicons/README.md.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TypeAlias

from app.checks.frames import Frames
from app.checks.language import language
from app.checks.lexicons import rows
from app.checks.near import near
from app.checks.segments import segments

_RUN = re.compile("[\u4e00-\u9fff]{3,}")
# Characters that stand alone in any sentence, and those that number and divide.
_LIGHT = frozenset(
    "的了在是和与及或也都就又而且以于为从把被将向对到由之其这那个些有无不没未再还已年月日"
    "仍一二三四五六七八九十百千万亿两余多名县市省乡镇村区上下党她他促联实抓管建强助任"
)
# What takes any word behind it.
_FREELY = frozenset("不未能可再必勿")
_BOUND = 40  # by so much must a neighbour make a word likelier to speak for it
_DEAR, _DEAR_LAST = 250, 170  # what words and the one behind them cost where they may be wrong
_ASKED = 30  # so much speaks for a word that a neighbour asks for
_DEAREST = 165  # a word above this cost is too rare to be what was meant


@dataclass(frozen=True, slots=True)
class Slip:
    """A character at `at`, the likelier one, the word it makes from `start` on, how sure it is."""

    at: int
    wrong: str
    right: str
    word: str
    start: int
    certainty: int = 0


Twin: TypeAlias = tuple[int, str, str]  # where a word differs, the character there, it


def slips(text: str, least: int) -> Iterator[Slip]:
    """Yield the slips of a text that are at least so certain; neighbours hide one another."""
    found: list[Slip] = []
    starts = segments(text).starts
    at = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        first = bisect_left(starts, start, at)
        at = bisect_left(starts, end, first)
        if end - start > 4 or not _apart(text, start, end):
            whole = starts[first] == start and starts[at] == end
            inside = starts[first : at + 1] if whole else _cut_alone(run[0], start)
            found += _Stretch(text, inside).slips(least)
    found.sort(key=lambda slip: (-slip.certainty, slip.at))
    kept: list[Slip] = []
    for slip in found:
        if all(abs(slip.at - other.at) > 1 for other in kept):
            kept.append(slip)
    yield from sorted(kept, key=lambda slip: slip.at)


def _cut_alone(run: str, offset: int) -> list[int]:
    """Return where words start in a stretch that words of its text reach beyond, and its end."""
    return [start + offset for start in segments(run).starts]


class _Stretch:
    """A stretch of Chinese characters cut into words, of which it takes the starts and the end."""

    def __init__(self, text: str, starts: Sequence[int]) -> None:
        self.text, self.starts = text, starts
        self.words = [text[start:end] for start, end in pairwise(starts)]
        self.language = language()
        # What the words before each cost together, each behind the one before it.
        self.spent = [*accumulate(self.language.costs(self.words), initial=0)]

    def slips(self, least: int) -> Iterator[Slip]:
        """Yield what can be a slip, and at least so certain."""
        known = self.language.number
        for first, stop in self._dear():
            word = self.text[self.starts[first] : self.starts[stop]]
            twins = _twins(word) if len(word) == 2 else self._framed(first, stop, word)
            if twins and (stop - first == 1 or word not in known):
                yield from self._weighed(first, stop, twins, least)

    def _dear(self) -> Iterator[tuple[int, int]]:
        """Yield where words of two to four characters cost too much, from one up to another."""
        starts, words, office = self.starts, self.words, self.language.office
        spent = [*self.spent, self.spent[-1] + _DEAR - _DEAR_LAST]  # no word is behind the last
        end = len(words)
        for first, word in enumerate(words):
            length, before = len(word), spent[first]
            if length == 2 and spent[first + 2] - before >= _DEAR and word not in office:
                yield first, first + 1
            # Together words are doubtful only where one of them is a character alone.
            if length > 3 or first + 1 == end or (length > 1 and len(words[first + 1]) > 1):
                continue
            most = starts[first] + 4
            for stop in range(first + 2, end + 1):
                if starts[stop] > most:
                    break
                if spent[stop + 1] - before >= _DEAR:
                    yield first, stop

    def _framed(self, first: int, stop: int, word: str) -> list[Twin]:
        """Return the longer words that differ in a character which stands alone here."""
        found: list[Twin] = []
        place = 0
        for one in self.words[first:stop]:
            if len(one) == 1:
                found += _likened(word, place)
            place += len(one)
        return found

    def _weighed(self, first: int, stop: int, twins: Iterable[Twin], least: int) -> Iterator[Slip]:
        """Yield a slip for each twin that costs so much less than the words do."""
        start = self.starts[first]
        before = self.words[first - 1] if first else ""
        behind = self.words[stop] if stop < len(self.words) else ""
        tables = self.language
        now = self.spent[min(stop + 1, len(self.words))] - self.spent[first]
        for place, right, other in twins:
            _, led, followed = tables.costs((before, other, behind))
            gain = now - led - (followed if behind else 0)
            if gain + _ASKED < least:
                continue
            bound = tables.single(other) - led
            if behind:
                bound = max(bound, tables.single(behind) - followed)
            met = bound >= _BOUND
            gain -= self._doubt(first, stop, start + place, right, other, met=met)
            if gain >= least:
                yield Slip(start + place, self.text[start + place], right, other, start, gain)

    def _doubt(  # noqa: PLR0913  a slip has these sides
        self, first: int, stop: int, at: int, right: str, other: str, *, met: bool
    ) -> int:
        """Return what speaks for the character that stands there."""
        wrong = self.text[at]
        sounds = near().sounds(wrong, right)
        doubt = 60 if wrong in _LIGHT or self.text[at - 1 : at] in _FREELY else 0
        if not sounds:
            doubt += 12
        suffixed = len(other) == 3 and stop - first == 2
        if met or (len(other) > 2 and not suffixed):
            return doubt - _ASKED
        if not sounds:
            return 999
        low, high = first, stop
        while low and len(self.words[low - 1]) == 1:
            low -= 1
        while high < len(self.words) and len(self.words[high]) == 1:
            high += 1
        lone = (high - low) - (stop - first)
        return doubt + 45 + 30 * lone + 3 * max(self.language.single(other) - _DEAREST, 0)


def commonness(word: str) -> float:
    """Return how often a word of two characters is used, 0 where it is no such word."""
    return _counts().get(word, 0.0)


def idiom_slips(text: str) -> Iterator[Slip]:
    """Yield the places where one character keeps four from being a set phrase.

    The wrong character sounds or looks like the right one and stands in no longer word itself.
    """
    heads, tails = _idioms()
    for at in sorted(segments(text).loose):
        if text[at] in _LIGHT:
            continue
        # The two characters of the half that is whole stand behind, or before.
        for place, whole in enumerate((at + 2, at + 1, at - 2, at - 3)):
            halves = (
                (heads if place < 2 else tails).get(text[whole : whole + 2]) if whole >= 0 else None
            )
            if halves is not None:
                yield from _idiom(text, at, place, halves)


def _idiom(text: str, at: int, place: int, halves: Sequence[str]) -> Iterator[Slip]:
    """Yield the slip at one place of four characters, one half of which is whole."""
    start, inner = at - place, place % 2
    half = text[at - inner : at - inner + 2]
    if start < 0 or len(half) < 2 or half in halves:
        return
    like, kept = near().of(text[at]), half[1 - inner]
    fitting = [h[inner] for h in halves if h[1 - inner] == kept and h[inner] in like]
    if fitting:
        right = min(fitting)
        mended = f"{text[start:at]}{right}{text[at + 1 : start + 4]}"
        yield Slip(at, text[at], right, mended, start)


@lru_cache(maxsize=5_000)
def _twins(word: str) -> tuple[Twin, ...]:
    """Return the words that differ from one of two characters in a character like its own.

    They are kept, for a text says the same words again and again.
    """
    return (*_likened(word, 0), *_likened(word, 1))


def _likened(word: str, place: int) -> list[Twin]:
    """Return the words that differ from this one in a character like its own at one place."""
    fitting = _frames().completing(word, place)
    if not fitting:
        return []
    known, head, tail = language().number, word[:place], word[place + 1 :]
    like = sorted(near().of(word[place]).intersection(fitting))
    return [(place, c, other) for c in like if (other := f"{head}{c}{tail}") in known]


@lru_cache(maxsize=1)
def _frames() -> Frames:
    return Frames(word for word in language().number if 1 < len(word) < 5)


def _apart(text: str, start: int, end: int) -> bool:
    """Whether a short stretch stands between spaces or at the ends: a name, most likely."""
    before, after = text[start - 1 : start] if start else " ", text[end : end + 1] or " "
    return before.isspace() and after.isspace()


@lru_cache(maxsize=1)
def _idioms() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return the first halves of set phrases by their second halves, and the other way round."""
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    kept: dict[str, str] = {}  # a half stands in many: one string for all
    for (word,) in rows("four-characters.txt"):
        first, second = [kept.setdefault(half, half) for half in (word[:2], word[2:])]
        heads.setdefault(second, []).append(first)
        tails.setdefault(first, []).append(second)
    return heads, tails


@lru_cache(maxsize=1)
def _counts() -> dict[str, float]:
    return {word: float(count) for word, count in rows("common-words.txt")}
