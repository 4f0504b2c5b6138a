"""A character too many inside a word, told by what the word costs without it: 困务难 for 困难."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.checks.language.likelihood import language
from app.checks.language.segments import Segments, segments
from app.checks.reading.passages import Suspect
from app.checks.slips.characters import LIGHT

_USUAL = 140  # a word above this cost is too rare to be torn where no neighbour asks for it
_ASKED = 20  # so much must a neighbour ask for a rarer one
_DEAR = 200  # what the character and what is behind it cost
_TORN = 220  # what a word of two characters must gain without the character in its middle
_PARTED = 170  # a longer one
_LONGEST = 6  # characters of a longer one
# What parts a verb and its object; that, and prefixes and suffixes of many a word of three.
_PARTING = frozenset("不到了好完得过来着下上成满个点些几短长真假实虚空私坏多少高低快慢旧轻重")
_OFTEN = LIGHT | _PARTING | frozenset("大小老新副总各每本该全第初非准超反类式性化率度型级")

_NUMERALS = frozenset("一二三四五六七八九十百千万亿两零〇")


@dataclass(frozen=True, slots=True)
class Leftover(Suspect):
    """A character that is too many, the word that it tears, what the text gains by that."""

    word: str
    gain: int


def leftovers(text: str) -> Iterator[Leftover]:
    """Yield the characters of a text that stand inside a word and do not belong there."""
    cut = segments(text)
    words, costs, known = cut.words, cut.costs, language().number
    last = len(words) - 2
    for place in cut.lone:
        if costs[place] + costs[place + 1] >= _DEAR and 0 < place < last:
            before, odd, behind = words[place - 1 : place + 2]
            torn = len(before) + len(behind)
            if torn <= _LONGEST and before + behind in known and odd not in (before, behind):
                if torn == 2:
                    found = _torn(cut, place)
                elif 1 in (len(before), len(behind)):
                    found = _parted(cut, place)
                else:
                    found = None
                if found is not None:
                    yield found


def _torn(cut: Segments, place: int) -> Leftover | None:
    """Return what stands between the two characters of a word, None where that may be meant."""
    words, loose = cut.words, cut.loose
    start = cut.starts[place]
    word, odd = words[place - 1] + words[place + 1], words[place]
    if odd in _PARTING or not {start - 1, start + 1} <= loose:
        return None
    if word[0] == word[1] or not _NUMERALS.isdisjoint(word + odd):
        return None
    gain, asked, cost = _gained(cut, place, word)
    beside = {start - 2, start + 2} & loose
    likely = not beside and (asked >= _ASKED or cost < _USUAL)
    return Leftover(start, start + 1, word, gain) if gain >= _TORN and likely else None


def _parted(cut: Segments, place: int) -> Leftover | None:
    """Return what stands between the parts of a longer word, None where that may be meant."""
    if cut.words[place] in _OFTEN or cut.met[place] or cut.met[place + 1]:
        return None
    word = cut.words[place - 1] + cut.words[place + 1]
    gain, asked, cost = _gained(cut, place, word)
    likely = gain >= _PARTED and (asked >= _ASKED or cost < _USUAL)
    start = cut.starts[place]
    return Leftover(start, start + 1, word, gain) if likely else None


def _gained(cut: Segments, place: int, word: str) -> tuple[int, int, int]:
    """Return what is gained by a word in place of three, what a neighbour asks for it, its cost."""
    tables = language()
    number = tables.number[word]
    before, behind = cut.ids[place - 2] if place > 1 else -1, cut.ids[place + 2]
    led, followed = tables.cost_after(before, number), tables.cost_after(number, behind)
    asked = tables.cost[number] - led
    if behind >= 0:
        asked = max(asked, tables.cost[behind] - followed)
    gain = sum(cut.costs[place - 1 : place + 3]) - led - followed
    return gain, asked, tables.cost[number]
