"""Two characters of a word in the wrong order, told by what the words around them cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.checks.language import language
from app.checks.segments import segments

_USUAL = 150  # a word above this cost is too rare to be what was meant
_BOUND = 15  # by so much must a neighbour make the word likelier to speak for it
_MET = 8  # so much speaks for two characters that have been seen one behind the other
_NUMERAL = frozenset("一二三四五六七八九十百千万亿两零〇")


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two characters from `start` on that are a word the other way round, and what that gains.

    `sure` where the two are not known one behind the other, or a neighbour speaks for the word.
    """

    start: int
    word: str
    gain: int
    sure: bool


def exchanges(text: str, least: int) -> Iterator[Exchange]:
    """Yield the exchanges of a text that gain at least so much."""
    cut = segments(text)
    known = language().number
    words = cut.words
    for place, behind in pairwise(cut.lone):
        if behind != place + 1 or words[place] == words[behind]:
            continue
        word = words[behind] + words[place]
        if word not in known or not _NUMERAL.isdisjoint(word):
            continue
        before = words[place - 1] if place else ""
        found = _exchange(text, cut.starts[place], before, words[place + 2])
        if found is not None and found.gain >= least:
            yield found


def _exchange(text: str, start: int, before: str, after: str) -> Exchange | None:
    """Return what the two characters at `start` gain the other way round, None for no word."""
    tables = language()
    one, other = text[start], text[start + 1]
    word = f"{other}{one}"
    if tables.single(word) > _USUAL:
        return None
    now = tables.after(before, one) + tables.after(one, other) + tables.after(other, after)
    led, followed = tables.after(before, word), tables.after(word, after)
    bound = max(tables.single(word) - led, tables.single(after) - followed)
    sure = bound >= _BOUND or not tables.met(one, other)
    gain = now - led - followed - (0 if sure else _MET)
    return Exchange(start, word, gain, sure)
