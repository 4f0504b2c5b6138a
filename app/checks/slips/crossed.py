"""Two words crossed, the end of one and the head of the next: 增安强全 for 增强安全."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.checks.language.likelihood import language
from app.checks.language.segments import Segments, segments
from app.checks.reading.passages import Suspect

_USUAL = 155  # words above this cost are too rare to be what was meant
_GAIN = 120  # what the text must gain
_DEAR = 240  # what two of the characters cost where words may be crossed
_ASKED = 20  # so much must a neighbour ask for a word where the two have never been met together
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两零〇")


@dataclass(frozen=True, slots=True)
class Crossing(Suspect):
    """Two characters that belong the other way round, and the words that makes."""

    words: str


def crossings(text: str) -> Iterator[Crossing]:
    """Yield where two words are crossed, each left in two characters that stand alone."""
    cut = segments(text)
    lone, words, costs = cut.lone, cut.words, cut.costs
    for at, (place, following) in enumerate(pairwise(lone)):
        apart = following - place
        if apart > 2 or costs[place + 1] + costs[place + 2] < _DEAR:
            continue
        if apart == 2:
            middle, stop = words[place + 1], place + 3
        else:
            middle, stop = words[place + 1] + words[place + 2], place + 4
            if lone[at + 3 : at + 4] != [place + 3]:
                continue
        if len(middle) == 2 and (found := _crossed(cut, place, middle, stop)) is not None:
            yield found


def _crossed(cut: Segments, first: int, middle: str, stop: int) -> Crossing | None:
    """Return the words that two characters make the other way round, None where that gains little.

    They stand between the first word and the last before `stop`.
    """
    tables = language()
    before, behind = cut.words[first] + middle[1], middle[0] + cut.words[stop - 1]
    one, other = tables.number.get(before), tables.number.get(behind)
    if one is None or other is None or max(tables.cost[one], tables.cost[other]) > _USUAL:
        return None
    if len({*before, *behind}) < 4 or not _NUMERALS.isdisjoint(before + behind):
        return None
    led = tables.after(cut.words[first - 1], before) if first else tables.cost[one]
    met = tables.cost_after(one, other)
    end = cut.ids[stop]
    followed = tables.cost_after(other, end) if end >= 0 else cut.costs[stop]
    asked = max(tables.cost[one] - led, tables.cost[other] - met)
    gain = sum(cut.costs[first : stop + 1]) - led - met - followed
    if gain < _GAIN or not (tables.known(one, other) or asked >= _ASKED):
        return None
    start = cut.starts[first] + 1
    return Crossing(start, start + 2, before + behind)
