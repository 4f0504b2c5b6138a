"""Words put for others of the same sound, as an input method offers them: 支部书籍 for 支部书记.

Both characters may differ. A word counts as such a slip where another word of its sound is far
likelier between its neighbours: what that is worth tells a linear model (tools/learn.py), which
knows how usual the two are and which neighbour asks for the one meant. The tables are described in
resources/lexicons/README.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from app.checks.language.learned import BIAS, step, weight
from app.checks.language.likelihood import language
from app.checks.language.near import near
from app.checks.language.segments import Segments, places, segments
from app.checks.reading.passages import Suspect

TABLE = "homophone-marks.tsv"
_USUAL = 170  # a word above this cost is too rare to be what was meant
_DEAR = 180  # what a word and the one behind it cost where it may be wrong
_GAIN = 30  # what one must gain to be looked at
# How likely a slip must be in the unit of learned.SCALE, and from where there is little doubt.
_LIKELY, _SURE = 300, 450
# What a word must gain that fell apart into two characters, what a neighbour must ask for it, and
# both from where there is little doubt.
_LONE, _ASKED = 110, 22
_SURE_LONE, _SURELY_LONE = 210, 36
# Characters of grammar, numerals, places: they stand alone in any sentence.
_LIGHT = frozenset(
    "的了在是和与及或也都就又而且以于为从把被将向对到由之其这那个些有无不没未再还已年月日仍"
    "一二三四五六七八九十百千万亿两余多名县市省乡镇村区上下党她他促联实抓管建强助任等要使让给请经据按因如若则即"
    "并但各每本该此所者性化率度们中内外前后里间时来去出入起过着得地能可会应须需至自凡更最很太较极均皆仅只才便却乃"
    "乎吧吗呢人事物处点线面部局厅科室组站院校厂矿店行户队班"
)
_NAMED = frozenset("“”《》〔・·")  # beside these stands what has its own name
# 全县, 我市, 一项, 各级: what counts or points takes any word behind it.
_BEFORE = frozenset("全我本该各每某一二两三四五六七八九十几此这那哪")


@dataclass(frozen=True, slots=True)
class Homophone(Suspect):
    """A word of two characters, the likelier one of its sound, whether it is sure."""

    wrong: str
    right: str
    sure: bool


def homophones(text: str) -> Iterator[Homophone]:
    """Yield the words of a text for which others of their sound are far likelier."""
    cut = segments(text)
    yield from _whole(cut)
    words = cut.words
    for at, behind in pairwise(cut.lone):
        if (
            behind == at + 1
            and words[at] not in _LIGHT
            and words[behind] not in _LIGHT
            and not _NAMED.intersection((*words[at - 1 : at], words[at + 2]))
            and (written := words[at] + words[behind]) not in language().number
        ):
            slip = _replaced(cut, written, at)
            if slip is not None:
                yield slip


class Doubted(NamedTuple):
    """A word for which another of its sound is likelier.

    It is told by the place of its word, what it gains, what that costs less behind the word before
    and what the one behind it costs less (None where they have never been met, or there is no
    word), what both cost, and whether what stands there has been met beside its neighbours.
    """

    place: int
    right: str
    gain: int
    led: int | None
    followed: int | None
    cost: int
    other: int
    met: int

    @property
    def signs(self) -> list[str]:
        """What is seen of it: a letter for what is looked at, a number for how much it is."""
        return [
            f"g{min(self.gain // 10, 16)}",
            f"l{step(self.led)}",
            f"r{step(self.followed)}",
            f"w{min(max(self.cost // 8, 8), 26)}",
            f"c{min(max(self.other // 8, 8), 22)}",
            f"d{min(max((self.cost - self.other) // 10, -8), 10)}",
            f"m{self.met}",
        ]


def doubted(cut: Segments) -> Iterator[Doubted]:
    """Yield the words of two characters for which others of their sound are likelier."""
    tables = language()
    office, words, ids, costs = tables.office, cut.words, cut.ids, cut.costs
    for at in places(cut.lengths, 2):
        number, word = ids[at], words[at]
        if number < 0 or word[0] in _BEFORE or word in office:
            continue
        now = costs[at] + costs[at + 1]
        if now < _DEAR:
            continue
        likely = _likeliest(cut, word, at, at + 1, now - _GAIN)
        if likely is None:
            continue
        right, other, led, followed = likely
        before, behind = ids[at - 1] if at else -1, ids[at + 1]
        yield Doubted(
            at,
            right,
            now - led - followed,
            tables.asked(before, other, led),
            tables.asked(other, behind, followed),
            tables.cost[number],
            tables.cost[other],
            2 * cut.met[at] + cut.met[at + 1],
        )


def _whole(cut: Segments) -> Iterator[Homophone]:
    """Yield the whole words for which another of their sound is far likelier."""
    for one in doubted(cut):
        certain = weight(TABLE, [BIAS, *one.signs])
        if certain >= _LIKELY:
            start = cut.starts[one.place]
            yield Homophone(start, start + 2, cut.words[one.place], one.right, certain >= _SURE)


def _replaced(cut: Segments, written: str, first: int) -> Homophone | None:
    """Return the likeliest word of its sound for one that fell apart into two characters."""
    now = sum(cut.costs[first : first + 3])
    likely = _likeliest(cut, written, first, first + 2, now - _LONE)
    if likely is None:
        return None
    right, number, led, followed = likely
    tables, behind = language(), cut.ids[first + 2]
    gain = now - led - followed
    asked = tables.cost[number] - led
    if behind >= 0:
        asked = max(asked, tables.cost[behind] - followed)
    sure = gain >= _SURE_LONE and asked >= _SURELY_LONE and written[0] != written[1]
    start = cut.starts[first]
    return Homophone(start, start + 2, written, right, sure) if asked >= _ASKED else None


def _likeliest(
    cut: Segments, written: str, first: int, stop: int, most: int
) -> tuple[str, int, int, int] | None:
    """Return the word of its sound that costs least for what is written from one word to another.

    With it come its number, what it costs and what the word behind it costs, `most` together.
    """
    meant, numbers = twins(written)
    before = cut.ids[first - 1] if first else -1
    likely = language().between(before, numbers, cut.ids[stop], most) if numbers else []
    if not likely:
        return None
    place, led, followed = min(likely, key=lambda one: one[1] + one[2])
    return meant[2 * place : 2 * place + 2], numbers[place], led, followed


@lru_cache(maxsize=5_000)
def twins(word: str) -> tuple[str, tuple[int, ...]]:
    """Return the usual words of the same sound as one of two characters, and their numbers."""
    last = _voice(word[1])
    voices, words = _by_sound().get(_voice(word[0]), ("", ""))
    twins: list[str] = []
    at = voices.find(last)
    while at >= 0:
        twin = words[2 * at : 2 * at + 2]
        if twin != word:
            twins.append(twin)
        at = voices.find(last, at + 1)
    return "".join(twins), tuple([language().number[twin] for twin in twins])


def _sounding(character: str) -> str:
    return near().of(character).partition("|")[0]


@lru_cache(maxsize=8_000)
def _voice(character: str) -> str:
    """Return one character that stands for all of the sound of this one."""
    leader = _sounding(character)[:1] or character
    return min((leader, *_sounding(leader)))


@lru_cache(maxsize=1)
def _by_sound() -> dict[str, tuple[str, str]]:
    """Return by the sound of their first characters the usual words of two characters.

    That is the sounds of their last ones, and the words, one behind the other: a table by the sound
    of both would be ten times as large.
    """
    tables = language()
    found: dict[str, tuple[str, str]] = {}
    for word, number in tables.number.items():
        if len(word) == 2 and tables.cost[number] <= _USUAL and "\u4e00" <= word[0] <= "\u9fff":
            sound = _voice(word[0])
            voices, words = found.get(sound, ("", ""))
            found[sound] = voices + _voice(word[1]), words + word
    return found
