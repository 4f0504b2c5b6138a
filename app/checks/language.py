"""How likely words are, alone and after one another: the table resources/lexicons/word-pairs.bin.

Costs are whole numbers, 32 to a power of ten: a word of cost 96 is one in a thousand.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from app.checks.lexicons import formulations, rows
from app.resources import shipped

_OFFICE = 150  # cost of a word that our lists of office words know
_RARE = 175  # of a word that only the segmenter knows
_ALONE = 215  # of a character that stands alone and is no usual word
_MARK = 80  # of a mark, of a number, of the end
_COUNTED = 1_100_000.0  # words behind the counts of common-words.txt


class Language:
    """The words of the language with their costs; word numbers are its own."""

    def __init__(self) -> None:
        """Read the tables: the pairs of words first, then words that only our lists know."""
        raw = (shipped("resources") / "lexicons" / "word-pairs.bin").read_bytes()
        at = 4 + int.from_bytes(raw[:4], "little")
        words = raw[4:at].decode().split("\n")
        size = len(words)
        self.number = {word: number for number, word in enumerate(words)}
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
        for word in office:
            self._add(word, _OFFICE)
        self.office = frozenset([word for word in self.number if word in office])  # one string each

    def _add(self, word: str, cost: int) -> None:
        number = self.number.get(word)
        if number is None:
            self.number[word] = len(self.cost)
            self.cost.append(cost)
            self._further.append(0)
            self._rows.append(self._rows[-1])
        else:
            self.cost[number] = min(self.cost[number], cost)

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
        if one is None:
            return cost
        cost += self._further[one]
        end = self._rows[one + 1]
        place = bisect_left(self._next, other, self._rows[one], end)
        if place < end and self._next[place] == other and self._pair_cost[place] < cost:
            return self._pair_cost[place]
        return cost

    def chain(
        self, words: Iterable[str], numbers: Iterable[int | None]
    ) -> tuple[list[int], list[bool]]:
        """Return what each word costs behind the one before, and whether the two have been met."""
        cost, further = self.cost, self._further
        rows, follow, pair = self._rows, self._next, self._pair_cost
        costs: list[int] = []
        met: list[bool] = []
        one = None
        for word, other in zip(words, numbers, strict=True):
            known = False
            if other is None:
                least = cost_of_unknown(word)
            else:
                least = cost[other]
                if one is not None:
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
        return one is not None and other is not None and self._place(one, other) >= 0

    def _place(self, one: int, other: int) -> int:
        """Return where the pair stands in the table, -1 where it does not."""
        end = self._rows[one + 1]
        place = bisect_left(self._next, other, self._rows[one], end)
        return place if place < end and self._next[place] == other else -1


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
