"""Slips of the pen: a character like another that would make a far likelier word in its place.

The words of a stretch are held against the table of word pairs. Where they cost much, each word
that differs in one character of like sound or shape is tried in their place. `certainty` of a slip
is what the text gains by it, less what speaks for the text as it stands. The tables are described
in resources/lexicons/README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from app.checks.language import language
from app.checks.lexicons import rows
from app.checks.near import near
from app.checks.words import Word, pieces

_RUN = re.compile("[\u4e00-\u9fff]{3,}")
# Characters that stand alone in any sentence, and those that number and divide.
_LIGHT = frozenset(
    "的了在是和与及或也都就又而且以于为从把被将向对到由之其这那个些有无不没未再还已年月日"
    "仍一二三四五六七八九十百千万亿两余多名县市省乡镇村区上下党她他促联实抓管建强助任"
)
# What takes any word behind it.
_FREELY = frozenset("不未能可再必勿")
_NONE: frozenset[str] = frozenset()
_BOUND = 40  # by so much must a neighbour make a word likelier to speak for it
_DEAR, _DEAR_LAST = 250, 170  # what words and the one behind them cost where they may be wrong
_MASK = (1 << 20) - 1
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


def slips(text: str, least: int) -> Iterator[Slip]:
    """Yield the slips of a text that are at least so certain; neighbours hide one another."""
    found: list[Slip] = []
    words = words_of(text)
    at = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        while at < len(words) and words[at][0] < start:
            at += 1
        first = at
        while at < len(words) and words[at][1] <= end:
            at += 1
        if len(run[0]) > 4 or not _apart(text, start, end):
            spans = [(low - start, high - start) for low, high in words[first:at]]
            if not spans or spans[0][0] or spans[-1][1] != len(run[0]):  # words reach beyond it
                spans = words_of(run[0])
            stretch = _Stretch(run[0], start, spans)
            found += [slip for slip in stretch.slips() if slip.certainty >= least]
    found.sort(key=lambda slip: (-slip.certainty, slip.at))
    kept: list[Slip] = []
    for slip in found:
        if all(abs(slip.at - other.at) > 1 for other in kept):
            kept.append(slip)
    yield from sorted(kept, key=lambda slip: slip.at)


class _Stretch:
    """A stretch of Chinese characters cut into words."""

    def __init__(self, run: str, offset: int, spans: list[Word]) -> None:
        self.run, self.offset, self.spans = run, offset, spans
        self.words = [run[start:end] for start, end in spans]
        tables = self.language = language()
        self.costs = [tables.single(self.words[0])]
        self.costs += [tables.after(a, b) for a, b in zip(self.words, self.words[1:], strict=False)]

    def slips(self) -> Iterator[Slip]:
        """Yield what a slip can be, wherever words of one to four characters cost too much."""
        costs, office, spans = self.costs, self.language.office, self.spans
        end = len(spans) - 1
        for first, (start, stop) in enumerate(spans):
            length = stop - start
            if length > 4:
                continue
            cost = costs[first] + (costs[first + 1] if first < end else 0)
            dear = cost >= (_DEAR if first < end else _DEAR_LAST)
            if dear and length > 1 and self.words[first] not in office:
                yield from self._tried(first, first, cost)
            # Together words are doubtful only where one of them is a character alone.
            if first == end or (length > 1 and spans[first + 1][1] - stop > 1):
                continue
            for last in range(first + 1, min(first + 4, end + 1)):
                if spans[last][1] - start > 4:
                    break
                cost += costs[last + 1] if last < end else 0
                if cost >= (_DEAR if last < end else _DEAR_LAST):
                    yield from self._tried(first, last, cost)

    def _tried(self, first: int, last: int, now: int) -> Iterator[Slip]:
        """Yield the slips that cost less than the words do `now`."""
        start = self.spans[first][0]
        word = self.run[start : self.spans[last][1]]
        if first < last and word in self.language.number:
            return
        lone = [low - start for low, high in self.spans[first : last + 1] if high - low == 1]
        others = _others(word, lone)
        if not others:
            return
        before = self.words[first - 1] if first else ""
        behind = self.words[last + 1] if last + 1 < len(self.words) else ""
        tables = self.language
        free = tables.single(behind) if behind else 0
        for place, right, other in others:
            alone = tables.single(other)
            led = tables.after(before, other) if before else alone
            followed = tables.after(other, behind) if behind else 0
            cost = led + followed
            bound = max(alone - led, free - followed)
            met = bound >= _BOUND
            gain = now - cost - self._doubt(first, last, start + place, right, other, met=met)
            if gain > 0:
                at = start + place + self.offset
                yield Slip(at, word[place], right, other, start + self.offset, gain)

    def _doubt(  # noqa: PLR0913  a slip has these sides
        self, first: int, last: int, at: int, right: str, other: str, *, met: bool
    ) -> int:
        """Return what speaks for the character that stands there."""
        wrong = self.run[at]
        doubt = 60 if wrong in _LIGHT or (at and self.run[at - 1] in _FREELY) else 0
        if not near().sounds(wrong, right):
            doubt += 12
        if first < last and self._within(first, last, at) > 1:
            doubt += 40
        suffixed = len(other) == 3 and first + 1 == last
        if met or (len(other) > 2 and not suffixed):
            return doubt - 30
        if not near().sounds(wrong, right):
            return 999
        low, high = first, last
        while low and len(self.words[low - 1]) == 1:
            low -= 1
        while high + 1 < len(self.words) and len(self.words[high + 1]) == 1:
            high += 1
        lone = (high - low) - (last - first)
        return doubt + 45 + 30 * lone + 3 * max(self.language.single(other) - _DEAREST, 0)

    def _within(self, first: int, last: int, at: int) -> int:
        """Return the length of the word in which the character stands."""
        for start, end in self.spans[first : last + 1]:
            if start <= at < end:
                return end - start
        return 0


def commonness(word: str) -> float:
    """Return how often a word of two characters is used, 0 where it is no such word."""
    return _counts().get(word, 0.0)


@lru_cache(maxsize=8)
def loose(text: str) -> frozenset[int]:
    """Return where a text has words of one character that no list of office words knows."""
    words, found = _segmented(text)
    known = {at for _, start, end in found for at in range(start, end)}
    alone = {
        start for start, end in words if end - start == 1 and "\u4e00" <= text[start] <= "\u9fff"
    }
    return frozenset(alone - known)


def idiom_slips(text: str) -> Iterator[Slip]:
    """Yield the places where one character keeps four from being a set phrase.

    The wrong character sounds or looks like the right one and stands in no longer word itself.
    """
    heads, tails = _idioms()
    for at in sorted(loose(text)):
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


def _others(word: str, alone: Sequence[int]) -> list[tuple[int, str, str]]:
    """Return the words that differ from this one in one character like its own: place, it, word.

    In words of more than two characters only those places are tried where one stands alone.
    """
    places = (0, 1) if len(word) == 2 else alone if len(word) < 5 else ()
    return [other for place in places for other in _twins(word, place)]


@lru_cache(maxsize=20_000)
def _twins(word: str, place: int) -> tuple[tuple[int, str, str], ...]:
    """Return the words that differ from this one in a character like its own at one place.

    Looked up character by character and kept, for a text says the same words again and again: sets
    of what may stand where would hold thirty megabytes.
    """
    like = near().of(word[place])
    if len(word) == 2:
        fitting: Iterable[str] = like.intersection(_beside()[place].get(word[1 - place], ""))
    elif not _frames()[hash((place, word[:place], word[place + 1 :])) & _MASK]:
        return ()
    else:
        known = language().number
        fitting = [c for c in like if f"{word[:place]}{c}{word[place + 1 :]}" in known]
    return tuple([(place, c, f"{word[:place]}{c}{word[place + 1 :]}") for c in sorted(fitting)])


@lru_cache(maxsize=1)
def _frames() -> bytearray:
    """Return a mark for each longer word less one character, at the place of its hash.

    A mark may stand for another frame too, but hardly ever where no word has the frame.
    """
    marks = bytearray(_MASK + 1)
    for word in language().number:
        for place in range(len(word) if 2 < len(word) < 5 else 0):
            marks[hash((place, word[:place], word[place + 1 :])) & _MASK] = 1
    return marks


@lru_cache(maxsize=1)
def _beside() -> tuple[dict[str, str], dict[str, str]]:
    """Return what may stand before each character, and what behind it, in words of two."""
    before: dict[str, list[str]] = {}
    behind: dict[str, list[str]] = {}
    for word in language().number:
        if len(word) == 2:
            before.setdefault(word[1], []).append(word[0])
            behind.setdefault(word[0], []).append(word[1])
    joined = [{c: "".join(others) for c, others in side.items()} for side in (before, behind)]
    return joined[0], joined[1]


@lru_cache(maxsize=4)
def words_of(run: str) -> list[Word]:
    """Return the words of a stretch; words of our own lists are left whole."""
    words, found = _segmented(run)
    bounds = {start for start, _ in words} | {len(run)}
    whole = [(start, end) for _, start, end in found if start in bounds and end in bounds]
    cover: dict[int, int] = {}
    for start, end in sorted(whole, key=lambda span: span[0] - span[1]):
        if all(end <= low or high <= start for low, high in cover.items()):
            cover[start] = end
    joined: list[Word] = []
    at = 0
    for start, end in words:
        if start >= at:
            at = cover.get(start, end)
            joined.append((start, at))
    return joined


@lru_cache(maxsize=2)
def _segmented(text: str) -> tuple[list[Word], list[tuple[int, int, int]]]:
    """Return the words of a text, and where words of our own lists stand in it."""
    return pieces(text), _office().find_matches_as_indexes(text, overlapping=True)


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


@lru_cache(maxsize=1)
def _office() -> AhoCorasick:
    return AhoCorasick(sorted(language().office))
