"""Slips of the pen found by what characters usually stand together.

A character is suspected where the segmenter leaves it alone, where another that sounds or looks
like it would make a common word with its neighbour, and where the neighbours make that other one
far likelier. The tables are described in resources/lexicons/README.md.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from app.checks.lexicons import formulations, rows
from app.checks.words import pieces

_HAN = re.compile("[\u4e00-\u9fff]{2,}")
_REPRESENTED = (1.0, 2.4, 6.0, 17.0, 55.0, 200.0, 900.0)
_SIZE = 1_800_000.0
_EDGE = "\0"
# Characters that stand alone in any sentence: their absence is never a slip of another.
_FUNCTION = frozenset(
    "的了在是和与及或也都就又而且以于为从把被将向对到由之其这那个些有无不没未再还已年月日"
)


@dataclass(frozen=True, slots=True)
class Slip:
    """A character at `at`, the one likelier there, the word it makes, and how much likelier."""

    at: int
    wrong: str
    right: str
    word: str
    start: int
    gain: float
    sound: bool
    shape: bool


def slips(text: str, least: float) -> Iterator[Slip]:
    """Yield the slips of a text with the most likely mend of each, at least `least` likelier."""
    tables = _tables()
    lone = loose(text)
    for run in _HAN.finditer(text):
        piece, offset = run[0], run.start()
        if len(piece) <= 4 and _apart(text, run.start(), run.end()):
            continue
        alone = frozenset([at - offset for at in lone if offset <= at < run.end()])
        for at in sorted(alone):
            found = tables.likeliest(piece, at, alone)
            if found is not None and found.gain >= least:
                yield Slip(
                    found.at + offset,
                    found.wrong,
                    found.right,
                    found.word,
                    found.start + offset,
                    found.gain,
                    found.sound,
                    found.shape,
                )


def alike(one: str, other: str) -> bool:
    """Whether two characters sound or look alike."""
    return other in _tables().near.get(one, "")


def commonness(word: str) -> float:
    """Return how often a word of two characters is used, 0 where it is no such word."""
    return _tables().words.get(word, 0.0)


@lru_cache(maxsize=8)
def loose(text: str) -> frozenset[int]:
    """Return where a text has words of one character that no list of office words knows."""
    return _alone(text) - _tables().known(text)


def idiom_slips(text: str) -> Iterator[Slip]:
    """Yield the places where one character keeps four from being a set phrase.

    The wrong character sounds or looks like the right one and stands in no longer word itself.
    """
    tables = _tables()
    for at in sorted(loose(text)):
        near = tables.near.get(text[at])
        if near is None:
            continue
        for place in range(4):
            start = at - place
            three = text[max(start, 0) : at] + text[at + 1 : start + 4]
            right = tables.others.get(f"{place}{three}", "")
            found = next((other for other in right if other in near), None)
            if found is not None and text[start : start + 4] not in tables.idioms:
                yield tables.slip(text[start : start + 4], found, place, start)


def _apart(text: str, start: int, end: int) -> bool:
    """Whether a short stretch stands between spaces or at the ends: a name, most likely."""
    before, after = text[start - 1 : start] if start else " ", text[end : end + 1] or " "
    return before.isspace() and after.isspace()


def _alone(text: str) -> frozenset[int]:
    """Return where a text has words of one Chinese character."""
    words = pieces(text)
    return frozenset(
        [start for start, end in words if end - start == 1 and "\u4e00" <= text[start] <= "\u9fff"]
    )


class _Tables:
    """The tables, read once."""

    def __init__(self) -> None:
        self.sound: dict[str, frozenset[str]] = {}
        self.blurred: dict[str, frozenset[str]] = {}
        self.shape: dict[str, frozenset[str]] = {}
        for character, sound, blurred, shape in _padded("near-characters.txt", 4):
            self.sound[character] = frozenset(sound)
            self.blurred[character] = frozenset(blurred)
            self.shape[character] = frozenset(shape)
        self.near = {c: self.sound[c] | self.blurred[c] | self.shape[c] for c in self.sound}
        words = [
            word
            for name in ("known-words.txt", "phrases.txt")
            for row in rows(name)
            for word in row[0].split()
        ]
        for entry in formulations():
            words += [member for group in entry.groups for member in group if len(member) > 1]
        self._known = AhoCorasick(words)
        self.idioms = frozenset([word for (word,) in rows("four-characters.txt")])
        # What stands in the place left out of a set phrase: "1走观花" → "马".
        self.others: dict[str, str] = {}
        for idiom in self.idioms:
            for place in range(4):
                key = f"{place}{idiom[:place]}{idiom[place + 1 :]}"
                self.others[key] = self.others.get(key, "") + idiom[place]
        after: dict[str, set[str]] = {}
        before: dict[str, set[str]] = {}
        self.words: dict[str, float] = {}
        for word, count in rows("common-words.txt"):
            self.words[word] = float(count)
            after.setdefault(word[0], set()).add(word[1])
            before.setdefault(word[1], set()).add(word[0])
        self.after, self.before = after, before
        self.count: dict[str, float] = {}
        self.alone: dict[str, float] = {}
        self.followers: dict[str, tuple[str, ...]] = {}
        self.kinds: dict[str, int] = {}
        for character, count, alone, *classes in _padded("neighbours.txt", 10):
            self.count[character] = float(count)
            self.alone[character] = float(alone)
            self.followers[character] = tuple(classes)
            self.kinds[character] = sum(map(len, classes))

    def slip(self, four: str, right: str, place: int, start: int) -> Slip:
        """Return the slip that keeps `four`, which begins at `start`, from being a set phrase."""
        wrong, idiom = four[place], four[:place] + right + four[place + 1 :]
        sound, shape = right in self.sound[wrong], right in self.shape[wrong]
        return Slip(start + place, wrong, right, idiom, start, 0.0, sound, shape)

    def likelihood(self, first: str, second: str) -> float:
        """Return the logarithm of the chance that `second` follows `first`."""
        alone = (self.count.get(second, 0.0) + 0.5) / _SIZE
        total = self.count.get(first, 0.0)
        if not total:
            return math.log(alone)
        seen = 0.0
        for count, followers in zip(_REPRESENTED, self.followers[first], strict=True):
            if second in followers:
                seen = count
                break
        kinds = self.kinds[first]
        return math.log((seen + kinds * alone) / (total + kinds))

    def known(self, piece: str) -> frozenset[int]:
        """Return the places inside words that the dictionary lacks and officials use."""
        found = self._known.find_matches_as_indexes(piece, overlapping=True)
        return frozenset([at for _, start, end in found for at in range(start, end)])

    def seen(self, pair: str) -> bool:
        """Whether the two characters have been seen side by side more than three times."""
        return any(pair[1] in followers for followers in self.followers.get(pair[0], ())[2:])

    def likeliest(self, piece: str, at: int, alone: frozenset[int]) -> Slip | None:
        """Return the best other character for a place, None where there is none."""
        wrong = piece[at]
        near = self.near.get(wrong)
        if near is None:
            return None
        left = piece[at - 1] if at else _EDGE
        right = piece[at + 1] if at + 1 < len(piece) else _EDGE
        none: frozenset[str] = frozenset()
        after = near & self.after.get(left, none) if at - 1 in alone else none
        before = near & self.before.get(right, none) if at + 1 in alone else none
        if (after and self.seen(left + wrong)) or (before and self.seen(wrong + right)):
            return None
        best: Slip | None = None
        now = self._around(left, wrong, right)
        for other in after | before:
            start = at - 1 if other in after else at
            word = left + other if other in after else other + right
            partner = left if other in after else right
            gain = self._around(left, other, right) - now + self._joined(word, wrong, partner)
            if best is None or gain > best.gain:
                sound = other in self.sound[wrong]
                best = Slip(at, wrong, other, word, start, gain, sound, other in self.shape[wrong])
        return best

    def _joined(self, word: str, wrong: str, partner: str) -> float:
        """Return how much likelier the word is than its two characters as words of their own."""
        apart = (self.alone.get(wrong, 0.0) + 1) * (self.alone.get(partner, 0.0) + 1)
        return math.log(self.words[word] * 1_100_000 / apart) - 6

    def _around(self, left: str, middle: str, right: str) -> float:
        given = (
            self.likelihood(left, middle)
            if left != _EDGE
            else math.log((self.count.get(middle, 0.0) + 0.5) / _SIZE)
        )
        return given + (self.likelihood(middle, right) if right != _EDGE else 0.0)


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    return _Tables()


def _padded(name: str, width: int) -> Iterator[list[str]]:
    for fields in rows(name):
        yield (fields + [""] * width)[:width]
