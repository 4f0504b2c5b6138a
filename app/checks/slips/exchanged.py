"""Two characters of a word in the wrong order, told by what the words around them cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.checks.language.likelihood import language
from app.checks.language.segments import Segments, segments
from app.checks.reading.passages import Suspect

_USUAL = 150  # a word above this cost is too rare to be what was meant
_LEAST = 95  # what an exchange must gain
_BOUND = 15  # by so much must a neighbour make the word likelier to speak for it
_MET = 8  # so much speaks for two characters that have been seen one behind the other
_NUMERAL = frozenset("一二三四五六七八九十百千万亿两零〇")


@dataclass(frozen=True, slots=True)
class Exchange(Suspect):
    """Two characters that are a word the other way round, and what that gains.

    `sure` where the two are not known one behind the other, or a neighbour speaks for the word.
    """

    word: str
    gain: int
    sure: bool


def exchanges(text: str) -> Iterator[Exchange]:
    """Yield the exchanges of a text that gain enough."""
    cut = segments(text)
    known = language().number
    words = cut.words
    for place, behind in pairwise(cut.lone):
        if behind != place + 1 or words[place] == words[behind]:
            continue
        word = words[behind] + words[place]
        if word not in known or not _NUMERAL.isdisjoint(word):
            continue
        found = _exchange(cut, place, word)
        if found is not None and found.gain >= _LEAST:
            yield found


def _exchange(cut: Segments, place: int, word: str) -> Exchange | None:
    """Return what two characters gain as a word the other way round, None where it is too rare."""
    tables = language()
    if tables.single(word) > _USUAL:
        return None
    before, after = cut.words[place - 1] if place else "", cut.words[place + 2]
    led, followed = tables.after(before, word), tables.after(word, after)
    bound = max(tables.single(word) - led, tables.single(after) - followed)
    sure = bound >= _BOUND or not cut.met[place + 1]
    gain = sum(cut.costs[place : place + 3]) - led - followed - (0 if sure else _MET)
    start = cut.starts[place]
    return Exchange(start, start + 2, word, gain, sure)
