"""The words that differ from a given one in a character of like sound or shape."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, TypeAlias

from app.checks.frames import Frames
from app.checks.near import near

BEFORE: Final = 1  # a character before a word makes a longer one
BEHIND: Final = 2

_LONGEST = 4  # characters of the words that are looked for
_REMEMBERED = 8_000  # words for which is remembered what may be meant by them
_MASK = (1 << 17) - 1  # ten times as many places as there are halves of four characters
_HEAD, _TAIL = 1, 2

# The number of a word, where it differs, the character there.
Twin: TypeAlias = tuple[int, int, str]


class Twins:
    """The words that differ from others of two to four characters.

    For each character those that make a word with it are a number with a bit for each, so that
    they are held against what is like a character in one step.

    `extended` has by the number of a word in how many ways it is all but one end of a longer one.
    """

    def __init__(self, words: Mapping[str, int]) -> None:
        """Take the words with their numbers, which go up from 0."""
        # The words that differ from one of two characters in either of them.
        self.pairs = lru_cache(maxsize=_REMEMBERED)(self._pairs)
        self._words = words
        self._bits: dict[str, int] = {}
        self._before: dict[str, int] = {}
        self._behind: dict[str, int] = {}
        self._like: dict[str, int] = {}
        for word in words:
            if len(word) == 2:
                self._add(*word)
        self._characters = list(self._bits)
        longer = [word for word in words if 2 < len(word) <= _LONGEST]
        self._frames = Frames(longer)
        self._halves = bytearray(_MASK + 1)
        self.extended = bytearray(len(words))
        for word in longer:
            if len(word) == _LONGEST:
                self._halves[hash(word[:2]) & _MASK] |= _HEAD
                self._halves[hash(word[2:]) & _MASK] |= _TAIL
            for part, side in ((word[1:], BEFORE), (word[:-1], BEHIND)):
                if (number := words.get(part)) is not None:
                    self.extended[number] |= side

    def _add(self, first: str, last: str) -> None:
        one, other = [self._bits.setdefault(c, len(self._bits)) for c in (first, last)]
        self._before[last] = self._before.get(last, 0) | 1 << one
        self._behind[first] = self._behind.get(first, 0) | 1 << other

    def _pairs(self, word: str) -> tuple[Twin, ...]:
        first, last = word
        found: list[Twin] = []
        if fitting := self._before.get(last, 0) & self._alike(first):
            found += [(self._words[c + last], 0, c) for c in self._told(fitting)]
        if fitting := self._behind.get(first, 0) & self._alike(last):
            found += [(self._words[first + c], 1, c) for c in self._told(fitting)]
        return tuple(found)

    def longer(self, word: str, place: int) -> list[Twin]:
        """Return the words that differ from one of three or four characters at a place."""
        if len(word) == _LONGEST:
            half, side = (word[2:], _TAIL) if place < 2 else (word[:2], _HEAD)
            if not self._halves[hash(half) & _MASK] & side:
                return []
        completing = self._frames.completing(word, place)
        if not completing:
            return []
        like = near().of(word[place])
        meant = sorted({c for c in completing if c in like})
        twins = [(self._words.get(f"{word[:place]}{c}{word[place + 1 :]}"), c) for c in meant]
        return [(number, place, c) for number, c in twins if number is not None]

    def _alike(self, character: str) -> int:
        """Return the bits of the characters like a given one."""
        found = self._like.get(character)
        if found is None:
            found = 0
            for other in near().of(character):
                if (bit := self._bits.get(other)) is not None:
                    found |= 1 << bit
            self._like[character] = found
        return found

    def _told(self, bits: int) -> list[str]:
        """Return the characters of some bits, sorted."""
        found: list[str] = []
        while bits:
            lowest = bits & -bits
            found.append(self._characters[lowest.bit_length() - 1])
            bits ^= lowest
        return sorted(found)
