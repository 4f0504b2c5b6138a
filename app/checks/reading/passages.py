"""Some paragraphs read as one text by what looks for slips of the pen.

What each of them costs by itself would be more than what its words cost.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice
from typing import Final, Self, TypeAlias

from ahocorasick_rs import AhoCorasick

# Between two paragraphs: no text has it, no word holds it, and it counts as a space.
BETWEEN: Final = "\x1e"
EDGES: Final = frozenset(("", BETWEEN))
_AT_ONCE = 400  # paragraphs in which words are counted at once


@dataclass(frozen=True, slots=True)
class Suspect:
    """What may be wrong, from `start` up to `end` of a text."""

    start: int
    end: int

    def behind(self, start: int) -> Self:
        """Return it as it stands in the text that begins at a place."""
        return replace(self, start=self.start - start, end=self.end - start)


# Finds what may be wrong in a text, or in one of several.
Seek: TypeAlias = Callable[[str], Iterable[Suspect]]


class Passage:
    """Paragraphs joined into one text."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the texts of the paragraphs."""
        self.text = BETWEEN.join(texts)
        self._starts = [*accumulate([len(text) + 1 for text in texts], initial=0)][:-1]

    def suspected(self, seek: Seek) -> Iterator[tuple[int, list[Suspect]]]:
        """Yield the numbers of the paragraphs in which something is found, and what."""
        found: dict[int, list[Suspect]] = {}
        for one in seek(self.text):
            found.setdefault(bisect_right(self._starts, one.start) - 1, []).append(one)
        for number, held in found.items():
            start = self._starts[number]
            yield number, [one.behind(start) for one in held]


def around(text: str, at: int) -> tuple[int, int]:
    """Return where the paragraph begins and ends that has a place of a text."""
    end = text.find(BETWEEN, at)
    return text.rfind(BETWEEN, 0, at) + 1, end if end >= 0 else len(text)


def told(words: Iterable[str], texts: Iterable[str]) -> Counter[str]:
    """Return how often words stand in some texts, those that overlap included."""
    named = [*{*words}]
    automaton = AhoCorasick(named)
    seen: Counter[int] = Counter()
    left = iter(texts)
    while some := BETWEEN.join(islice(left, _AT_ONCE)):
        seen.update([one for one, *_ in automaton.find_matches_as_indexes(some, overlapping=True)])
    return Counter({named[one]: many for one, many in seen.items()})
