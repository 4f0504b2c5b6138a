"""Words put for others of the same sound, as an input method offers them: 思想人士 for 思想认识.

Both characters may differ. A word counts as such a slip where it has never been met beside its
neighbours and another word of its sound is far likelier between them. The tables are described in
resources/lexicons/README.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from app.checks.language import Language, language
from app.checks.near import near
from app.checks.segments import segments

_USUAL = 170  # a word above this cost is too rare to be what was meant
_DEAR, _DEAR_LAST = 205, 90  # what a word and the one behind it cost where it may be wrong
_GAIN, _ASKED = 45, 22  # what a slip must gain, what a neighbour must ask for it
_LONE = 110  # what one must gain that fell apart into two characters
_OFTEN = 75  # what a slip must gain where the right word is the rarer of the two
_SURE, _SURELY = 90, 30  # from here on there is little doubt: gain, what a neighbour asks
_SURE_LONE = 150
_UNASKED = 190  # what one that fell apart must gain where no neighbour asks for it
# Characters of grammar, numerals, places: they stand alone in any sentence.
_LIGHT = frozenset(
    "的了在是和与及或也都就又而且以于为从把被将向对到由之其这那个些有无不没未再还已年月日仍"
    "一二三四五六七八九十百千万亿两余多名县市省乡镇村区上下党她他促联实抓管建强助任等要使让给请经据按因如若则即"
    "并但各每本该此所者性化率度们中内外前后里间时来去出入起过着得地能可会应须需至自凡更最很太较极均皆仅只才便却乃"
    "乎吧吗呢人事物处点线面部局厅科室组站院校厂矿店行户队班"
)
# 全县, 我市, 一项, 各级: what counts or points takes any word behind it.
_NAMED = frozenset("“”《》〔・·")  # beside these stands what has its own name
_BEFORE = frozenset("全我本该各每某一二两三四五六七八九十几此这那哪")


@dataclass(frozen=True, slots=True)
class Homophone:
    """A word of two characters at `start`, the likelier one of its sound, whether it is sure."""

    start: int
    wrong: str
    right: str
    sure: bool


def homophones(text: str) -> Iterator[Homophone]:
    """Yield the words of a text for which others of their sound are far likelier."""
    cut = segments(text)
    tables = language()
    words, numbers, costs = cut.words, cut.numbers, cut.costs
    last, alone = len(words) - 1, tables.cost
    for at, word in enumerate(words):
        behind = words[at + 1] if at < last else ""
        if len(word) == 2:
            following = costs[at + 1] if behind else 0
            if costs[at] + following < (_DEAR if following else _DEAR_LAST):
                continue
            number, other = numbers[at], numbers[at + 1] if behind else None
            if number is None or word in tables.office or word[0] in _BEFORE:
                continue
            # A neighbour makes the one behind it likelier: they have been met together.
            if costs[at] < alone[number] or (other is not None and following < alone[other]):
                continue
            slip = _replaced(tables, words, at, at + 1)
        elif (
            len(word) == len(behind) == 1
            and cut.starts[at] in cut.loose
            and cut.starts[at + 1] in cut.loose
            and word not in _LIGHT
            and behind not in _LIGHT
            and not _NAMED.intersection((*words[at - 1 : at], *words[at + 2 : at + 3]))
        ):
            slip = _replaced(tables, words, at, at + 2)
        else:
            continue
        if slip is not None:
            yield Homophone(cut.starts[at], *slip)


def _replaced(
    tables: Language, words: list[str], first: int, stop: int
) -> tuple[str, str, bool] | None:
    """Return what stands between two words, the likeliest of its sound, whether that is sure."""
    written = "".join(words[first:stop])
    twins = _twins(written)
    if not twins or (stop - first == 2 and written in tables.number):
        return None
    before = words[first - 1] if first else ""
    behind = words[stop] if stop < len(words) else ""
    if stop - first == 1 and (tables.met(before, written) or tables.met(written, behind)):
        return None
    row = [before, *words[first:stop], behind]
    now = sum(_after(tables, one, other) for one, other in pairwise(row))
    costs = [_after(tables, before, one) + _after(tables, one, behind) for one in twins]
    right = twins[costs.index(min(costs))]
    gain = now - min(costs)
    asked = tables.single(right) - _after(tables, before, right) if before else 0
    if behind:
        asked = max(asked, tables.single(behind) - _after(tables, right, behind))
    if stop - first == 2:
        sure = gain >= _SURE_LONE and asked >= _ASKED
        least = _LONE if asked >= _ASKED // 2 else _UNASKED
        return (written, right, sure) if gain >= least else None
    sure = gain >= _SURE and asked >= _SURELY
    usual = gain >= _OFTEN or tables.single(right) <= tables.single(written)
    return (written, right, sure) if usual and gain >= _GAIN and asked >= _ASKED else None


def _after(tables: Language, first: str, second: str) -> int:
    """Return the cost of a word behind another; nothing costs nothing, before nothing all alone."""
    if not second:
        return 0
    return tables.after(first, second) if first else tables.single(second)


@lru_cache(maxsize=5_000)
def _twins(word: str) -> tuple[str, ...]:
    """Return the usual words of the same sound as one of two characters."""
    sound = _voice(word[0]) + _voice(word[1])
    return tuple([other for other in _by_sound().get(sound, ()) if other != word])


def _sounding(character: str) -> str:
    return near().of(character).partition("|")[0]


@lru_cache(maxsize=8_000)
def _voice(character: str) -> str:
    """Return one character that stands for all of the sound of this one."""
    leader = _sounding(character)[:1] or character
    return min((leader, *_sounding(leader)))


@lru_cache(maxsize=1)
def _by_sound() -> dict[str, list[str]]:
    """Return the usual words of two characters by their sound."""
    tables = language()
    found: dict[str, list[str]] = {}
    for word, number in tables.number.items():
        if len(word) == 2 and tables.cost[number] <= _USUAL and "\u4e00" <= word[0] <= "\u9fff":
            found.setdefault(_voice(word[0]) + _voice(word[1]), []).append(word)
    return found
