"""Slips of the pen: a character like another that would make a far likelier word in its place.

The words of a stretch are held against the table of word pairs. Where they cost much, each word
that differs in one character of like sound or shape is tried in their place. `certainty` of a slip
is what the text gains by it, less what speaks for the text as it stands. The tables are described
in resources/lexicons/README.md.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

from app.checks.frames import Frames
from app.checks.language import language
from app.checks.lexicons import rows
from app.checks.near import near
from app.checks.segments import segments
from app.checks.words import Word

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
_ALL_THERE = 30  # so much speaks for a slip whose neighbours ask for the other word
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
    words = segments(text).words
    starts = [*(start for start, _ in words), len(text)]
    at = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        first = bisect_left(starts, start, at)
        at = bisect_left(starts, end, first)
        if end - start > 4 or not _apart(text, start, end):
            whole = starts[first] == start and starts[at] == end
            spans = words[first:at] if whole else _cut_alone(run[0], start)
            found += _Stretch(text, spans).slips(least)
    found.sort(key=lambda slip: (-slip.certainty, slip.at))
    kept: list[Slip] = []
    for slip in found:
        if all(abs(slip.at - other.at) > 1 for other in kept):
            kept.append(slip)
    yield from sorted(kept, key=lambda slip: slip.at)


def _cut_alone(run: str, offset: int) -> list[Word]:
    """Return the words of a stretch that words of its text reach beyond."""
    return [(start + offset, end + offset) for start, end in segments(run).words]


class _Stretch:
    """A stretch of Chinese characters cut into words."""

    def __init__(self, text: str, spans: Sequence[Word]) -> None:
        self.text, self.spans = text, spans
        self.words = [text[start:end] for start, end in spans]
        self.language = language()

    def slips(self, least: int) -> Iterator[Slip]:
        """Yield what can be a slip, and at least so certain."""
        for first, last, cost in self._dear():
            start = self.spans[first][0]
            word = self.text[start : self.spans[last][1]]
            if first < last and word in self.language.number:
                continue
            others = _twins(word) if len(word) == 2 else self._framed(first, last, word)
            for other in others:
                slip = self._weighed(first, last, other, cost, least)
                if slip is not None:
                    yield slip

    def _dear(self) -> Iterator[tuple[int, int, int]]:
        """Yield first, last and cost where words of two to four characters cost too much."""
        spans, words, office = self.spans, self.words, self.language.office
        total = [*accumulate(self.language.costs(words), initial=0)]
        total.append(total[-1])
        end = len(spans) - 1
        for first, (start, stop) in enumerate(spans):
            length = stop - start
            if length > 4:
                continue
            before = total[first]
            if length == 2 and words[first] not in office:
                cost = total[first + 2] - before
                if cost >= (_DEAR if first < end else _DEAR_LAST):
                    yield first, first, cost
            # Together words are doubtful only where one of them is a character alone.
            if first == end or (length > 1 and len(words[first + 1]) > 1):
                continue
            for last in range(first + 1, min(first + 4, end + 1)):
                if spans[last][1] - start > 4:
                    break
                cost = total[last + 2] - before
                if cost >= (_DEAR if last < end else _DEAR_LAST):
                    yield first, last, cost

    def _framed(self, first: int, last: int, word: str) -> list[Twin]:
        """Return the longer words that differ in a character which stands alone here."""
        start = self.spans[first][0]
        lone = [low - start for low, high in self.spans[first : last + 1] if high - low == 1]
        return [twin for place in lone for twin in _likened(word, place)]

    def _weighed(self, first: int, last: int, twin: Twin, now: int, least: int) -> Slip | None:
        """Return the slip if the words with a twin in their place cost so much less than `now`."""
        place, right, other = twin
        tables = self.language
        before = self.words[first - 1] if first else ""
        behind = self.words[last + 1] if last + 1 < len(self.words) else ""
        alone = tables.single(other)
        led = tables.after(before, other) if before else alone
        followed = tables.after(other, behind) if behind else 0
        gain = now - led - followed
        if gain + _ALL_THERE < least:
            return None
        free = tables.single(behind) if behind else 0
        met = max(alone - led, free - followed) >= _BOUND
        start = self.spans[first][0]
        gain -= self._doubt(first, last, start + place, right, other, met=met)
        if gain < least:
            return None
        return Slip(start + place, self.text[start + place], right, other, start, gain)

    def _doubt(  # noqa: PLR0913  a slip has these sides
        self, first: int, last: int, at: int, right: str, other: str, *, met: bool
    ) -> int:
        """Return what speaks for the character that stands there."""
        wrong = self.text[at]
        sounds = near().sounds(wrong, right)
        led = at > self.spans[0][0] and self.text[at - 1] in _FREELY
        doubt = 60 if wrong in _LIGHT or led else 0
        if not sounds:
            doubt += 12
        suffixed = len(other) == 3 and first + 1 == last
        if met or (len(other) > 2 and not suffixed):
            return doubt - _ALL_THERE
        if not sounds:
            return 999
        low, high = first, last
        while low and len(self.words[low - 1]) == 1:
            low -= 1
        while high + 1 < len(self.words) and len(self.words[high + 1]) == 1:
            high += 1
        lone = (high - low) - (last - first)
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
        like = near().of(text[at])
        if not like or text[at] in _LIGHT:
            continue
        for place in range(min(4, at + 1)):
            start = at - place
            first, other = text[start : start + 2], text[start + 2 : start + 4]
            half, whole = (first, heads.get(other)) if place < 2 else (other, tails.get(first))
            if whole is None or half in whole or len(half) < 2:
                continue
            inner = place % 2
            kept = half[1 - inner]
            fitting = [h[inner] for h in whole if h[1 - inner] == kept and h[inner] in like]
            if fitting:
                right = min(fitting)
                four = f"{first}{other}"
                mended = f"{four[:place]}{right}{four[place + 1 :]}"
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
    for (word,) in rows("four-characters.txt"):
        heads.setdefault(word[2:], []).append(word[:2])
        tails.setdefault(word[:2], []).append(word[2:])
    return heads, tails


@lru_cache(maxsize=1)
def _counts() -> dict[str, float]:
    return {word: float(count) for word, count in rows("common-words.txt")}
