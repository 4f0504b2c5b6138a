"""The words that differ from a given one in a character of like sound or shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, TypeAlias

from app.checks.language.near import near
from app.checks.slips.frames import Frames

BEFORE: Final = 1  # a character before a word makes a longer one
BEHIND: Final = 2
HEAD: Final = 4  # two characters behind a word of two make one of four
MIDDLE: Final = 8  # one before it and one behind it
TAIL: Final = 16  # two before it

_LONGEST = 4  # characters of the words that are looked for
_REMEMBERED = 8_000  # words for which is remembered what may be meant by them

# The numbers of some words, where each differs, and the character there.
Meant: TypeAlias = tuple[tuple[int, ...], tuple[tuple[int, str], ...]]
NONE: Final[Meant] = (), ()


class Twins:
    """The words that differ from others of two to four characters.

    For each character those that make a word with it are a number with a bit for each, so that
    they are held against what is like a character in one step.

    `extended` has by the number of a word in how many ways it is part of one of four characters,
    or all but one end of a longer one.
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
        self.extended = bytearray(len(words))
        for word in longer:
            held = [(word[1:], BEFORE), (word[:-1], BEHIND)]
            if len(word) == _LONGEST:
                held += [(word[:2], HEAD), (word[1:3], MIDDLE), (word[2:], TAIL)]
            for part, side in held:
                if (number := words.get(part)) is not None:
                    self.extended[number] |= side

    def _add(self, first: str, last: str) -> None:
        one, other = [self._bits.setdefault(c, len(self._bits)) for c in (first, last)]
        self._before[last] = self._before.get(last, 0) | 1 << one
        self._behind[first] = self._behind.get(first, 0) | 1 << other

    def _pairs(self, word: str) -> Meant:
        first, last = word
        found: list[tuple[int, str]] = []
        if fitting := self._before.get(last, 0) & self._alike(first):
            found += [(0, c) for c in self._told(fitting)]
        if fitting := self._behind.get(first, 0) & self._alike(last):
            found += [(1, c) for c in self._told(fitting)]
        words = [first + c if place else c + last for place, c in found]
        return tuple([self._words[one] for one in words]), tuple(found)

    def longer(self, word: str, places: Iterable[int]) -> Meant:
        """Return the words that differ from one of three or four characters at one of some places.

        Nothing is meant by one that is itself a word.
        """
        found: dict[tuple[int, str], int] = {}
        for place in places:
            completing = self._frames.completing(word, place)
            if completing:
                like = near().of(word[place])
                for c in completing:
                    if c in like:
                        number = self._words.get(f"{word[:place]}{c}{word[place + 1 :]}")
                        if number is not None:
                            found[place, c] = number
        if not found or word in self._words:
            return NONE
        differing = sorted(found)
        return tuple([found[one] for one in differing]), tuple(differing)

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
