"""How likely words are, alone and after one another: the table resources/lexicons/word-pairs.bin.

Costs are whole numbers, 32 to a power of ten: a word of cost 96 is one in a thousand.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache

from app.checks.lexicons import formulations, rows
from app.patterns import regex
from app.resources import shipped

_OFFICE = 150  # cost of a word that our lists of office words know
_RARE = 175  # of a word that only the segmenter knows
_ALONE = 215  # of a character that stands alone and is no usual word
_MARK = 80  # of a mark, of a number, of the end
_REMEMBERED = 10_000  # words whose numbers lie close together
_COUNTED = 1_100_000.0  # words behind the counts of common-words.txt


# Words in no list have numbers below 0 by their sort: what such a word costs, how long it is. Marks
# and what has both marks and characters are given lengths beyond those of words.
MARK, MIXED = 200, 201
_SORTS = (
    *((_RARE, length) for length in range(2, 10)),
    (_ALONE, 1),
    (_RARE, MIXED),
    (_MARK, MIXED),
    (_MARK, MARK),
)
_MARKS = "，。、；：“”（）《》？！—…·～〔〕0123456789%. "  # those that are met most often
_HAN = regex("[\u4e00-\u9fff]+")


class _Numbers(dict[str, int]):
    """Words and some marks with their numbers; what is in no list has the number of its sort."""

    __slots__ = ()

    @staticmethod
    @lru_cache(maxsize=2_000)
    def __missing__(word: str) -> int:
        cost = cost_of_unknown(word)
        if _HAN.fullmatch(word):
            return _SORTS.index((cost, min(len(word), 9))) - len(_SORTS)
        length = MIXED if _HAN.search(word) else MARK
        return _SORTS.index((cost, length)) - len(_SORTS)


class _Lately(dict[str, int]):
    """The numbers of the words that were asked for lately: nearly all that a text has.

    The table of all words is too large to stay near the processor.
    """

    __slots__ = ("_number",)

    def __init__(self, number: Mapping[str, int]) -> None:
        super().__init__()
        self._number = number

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = self._number[word]
        return found


class Language:
    """The words of the language with their costs; word numbers are its own.

    `lengths` has by number how many characters a word has.
    """

    def __init__(self) -> None:
        """Read the tables: the pairs of words first, then words that only our lists know."""
        raw = (shipped("resources") / "lexicons" / "word-pairs.bin").read_bytes()
        at = 4 + int.from_bytes(raw[:4], "little")
        words = raw[4:at].decode().split("\n")
        size = len(words)
        self.number = _Numbers((word, number) for number, word in enumerate(words))
        self.cost = bytearray(raw[at : at + size])
        self._further = bytearray(raw[at + size : at + 2 * size])
        at += 2 * size
        self._rows = array("I", raw[at : at + 4 * size + 4])
        at += 4 * size + 4
        pairs = self._rows[-1]
        self._next = array("H", raw[at : at + 2 * pairs])
        self._pair_cost = raw[at + 2 * pairs :]
        for word, count in rows("common-words.txt"):
            self._add(word, min(_RARE, round(32 * math.log10(_COUNTED / max(float(count), 0.5)))))
        office = _office_words()
        for word in sorted(office):  # the same numbers each time
            self._add(word, _OFFICE)
        self.office = frozenset([word for word in self.number if word in office])  # one string each
        self.lengths = bytes([*map(len, self.number), *(length for _, length in _SORTS)])
        self.cost += bytes([cost for cost, _ in _SORTS])
        self._further += bytes(len(_SORTS))
        self._rows.extend(self._rows[-1:] * len(_SORTS))
        self.number.update(dict.fromkeys(_MARKS, -1))
        self._lately = _Lately(self.number)

    def _add(self, word: str, cost: int) -> None:
        number = self.number.get(word)
        if number is None:
            self.number[word] = len(self.cost)
            self.cost.append(cost)
            self._further.append(0)
            self._rows.append(self._rows[-1])
        else:
            self.cost[number] = min(self.cost[number], cost)

    def numbers(self, words: Iterable[str]) -> list[int]:
        """Return the numbers of the words of a text."""
        return [*map(self._lately.__getitem__, words)]

    def single(self, word: str) -> int:
        """Return the cost of a word whatever stands before it."""
        number = self.number.get(word)
        return self.cost[number] if number is not None else cost_of_unknown(word)

    def after(self, first: str, second: str) -> int:
        """Return the cost of a word behind another."""
        other = self.number.get(second)
        if other is None:
            return cost_of_unknown(second)
        return self.cost_after(self.number.get(first), other)

    def cost_after(self, one: int | None, other: int) -> int:
        """Return the cost of the word of a number behind another, None for one in no list."""
        cost = self.cost[other]
        if one is None or one < 0 or other < 0:
            return cost
        cost += self._further[one]
        end = self._rows[one + 1]
        place = bisect_left(self._next, other, self._rows[one], end)
        if place < end and self._next[place] == other and self._pair_cost[place] < cost:
            return self._pair_cost[place]
        return cost

    def between(
        self, before: int, words: Iterable[int], behind: int, most: int
    ) -> list[tuple[int, int, int]]:
        """Return which of some words cost at most so much, together with the one behind them.

        That is the place of each, what it costs behind one word, what the other costs behind it;
        a neighbour in no list costs what its sort does, and makes nothing likelier.
        """
        cost, further = self.cost, self._further
        rows, follow, pair = self._rows, self._next, self._pair_cost
        more, last = further[before], cost[behind]
        low, high = (rows[before], rows[before + 1]) if before >= 0 else (0, 0)
        found: list[tuple[int, int, int]] = []
        for number, word in enumerate(words):
            led, followed = cost[word] + more, last
            if high:
                place = bisect_left(follow, word, low, high)
                if place < high and follow[place] == word and pair[place] < led:
                    led = pair[place]
            if led > most:
                continue
            if behind >= 0:
                followed += further[word]
                end = rows[word + 1]
                place = bisect_left(follow, behind, rows[word], end)
                if place < end and follow[place] == behind and pair[place] < followed:
                    followed = pair[place]
            if led + followed <= most:
                found.append((number, led, followed))
        return found

    def chain(self, numbers: Iterable[int]) -> tuple[list[int], list[bool]]:
        """Return what each word costs behind the one before, and whether the two have been met."""
        cost, further = self.cost, self._further
        rows, follow, pair = self._rows, self._next, self._pair_cost
        costs: list[int] = []
        met: list[bool] = []
        one = -1
        for other in numbers:
            least = cost[other]
            known = False
            if other >= 0 <= one:
                least += further[one]
                end = rows[one + 1]
                place = bisect_left(follow, other, rows[one], end)
                if place < end and follow[place] == other:
                    known = True
                    if pair[place] < least:  # noqa: PLR1730  a call would take twice the time
                        least = pair[place]
            costs.append(least)
            met.append(known)
            one = other
        return costs, met

    def met(self, first: str, second: str) -> bool:
        """Whether the two words have been seen one behind the other."""
        one, other = self.number.get(first), self.number.get(second)
        return one is not None and other is not None and self.known(one, other)

    def asked(self, one: int, other: int, cost: int) -> int | None:
        """Return how much less than alone a word costs behind another, where it costs so much.

        None where the two have never been met, or one of them is in no list.
        """
        met = one >= 0 and other >= 0 and self.known(one, other)
        return self.cost[other] - cost if met else None

    def known(self, one: int, other: int) -> bool:
        """Whether the words of two numbers have been seen one behind the other."""
        end = self._rows[one + 1]
        place = bisect_left(self._next, other, self._rows[one], end)
        return place < end and self._next[place] == other


@lru_cache(maxsize=2_000)
def cost_of_unknown(word: str) -> int:
    """Return the cost of a word that is in no list."""
    if not "\u4e00" <= word[:1] <= "\u9fff":
        return _MARK
    return _RARE if len(word) > 1 else _ALONE


@lru_cache(maxsize=1)
def language() -> Language:
    """Return the tables, read once."""
    return Language()


def _office_words() -> set[str]:
    """Return the words of our own lists: office words, phrases, members of formulations."""
    words = {
        w for name in ("known-words.txt", "phrases.txt") for r in rows(name) for w in r[0].split()
    }
    for entry in formulations():
        words.update(member for group in entry.groups for member in group)
    return {
        word for word in words if len(word) > 1 and all("\u4e00" <= c <= "\u9fff" for c in word)
    }
