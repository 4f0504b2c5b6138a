"""A character left out of a word of two: 加大传力度 for 加大宣传力度.

The other one stands alone, where a word that holds it would be far likelier. What that is worth
tells a linear model (tools/learn.py), which knows how usual the two are, which neighbour asks for
the word, and which characters often stand alone. The tables are described in
resources/lexicons/README.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from app.checks.language.learned import BIAS, step, weight
from app.checks.language.likelihood import MARK, language
from app.checks.language.segments import Segments, segments
from app.checks.reading.passages import BETWEEN, EDGES, Suspect

TABLE = "gap-marks.tsv"
_USUAL = 148  # a word above this cost is too rare to be what was meant
# What a character alone and the word, or the mark, behind it cost where one may be missing.
_DEAR, _ENDED = 210, 240
_GAIN = 40  # what a gap must gain to be looked at
_LIKELY = 300  # how likely a gap must be in the unit of learned.SCALE
# What office papers say with one character more often than the texts that the model was taught:
# verbs, ends of names and of what is listed.
_ALONE = frozenset(
    "须需应任当可会要能或规管告调组员部法节点院校县市省镇乡村局厅站厂店馆队团班科股室委协社园桥线路所率度型级类式件段期病批备进拓老"
)


@dataclass(frozen=True, slots=True)
class Gap(Suspect):
    """A character that stands alone, and the word it is of."""

    word: str


class Lacking(NamedTuple):
    """A character that stands alone and a word that holds it and is likelier in its place.

    It is told by where the character stands, what the text gains by the word, what that costs less
    behind the word before and what the one behind costs less (None where they have never been met),
    what the character costs and what the word does, which of the two of the word it is, whether it
    has been met beside its neighbours, and how long these are, 0 for marks.
    """

    start: int
    alone: str
    word: str
    gain: int
    led: int | None
    followed: int | None
    cost: int
    other: int
    met: int
    before: int
    behind: int

    @property
    def signs(self) -> list[str]:
        """What is seen of it: a letter for what is looked at, a number for how much it is."""
        led = step(self.led) if self.before else "m"
        followed = step(self.followed) if self.behind else "m"
        return [
            f"g{min(self.gain // 10, 20)}",
            f"l{led}",
            f"r{followed}",
            f"a{led},{followed}",
            f"w{min(self.cost // 12, 20)}",
            f"c{self.other // 12}",
            f"m{self.met}",
            f"p{self.word.index(self.alone)}",
            f"b{self.before}",
            f"e{self.behind}",
            self.alone,
        ]


def gaps(text: str) -> Iterator[Gap]:
    """Yield where a character is left out."""
    for one in lacking(text):
        if weight(TABLE, [BIAS, *one.signs]) >= _LIKELY:
            yield Gap(one.start, one.start + 1, one.word)


def lacking(text: str) -> Iterator[Lacking]:
    """Yield the characters that stand alone for which words are likelier."""
    cut = segments(text)
    words, costs, met, lengths = cut.words, cut.costs, cut.met, cut.lengths
    for place in cut.lone:
        if (
            costs[place] + costs[place + 1] >= (_DEAR if lengths[place + 1] < MARK else _ENDED)
            and not (met[place] and met[place + 1])
            and words[place] not in _ALONE
            and EDGES.isdisjoint((words[place - 1], words[place + 1]))
        ):
            found = _lacking(cut, place)
            if found is not None and not _paired(text, found.start):
                yield found


def _paired(text: str, at: int) -> bool:
    """Whether it is one of a pair said alike (依纪依规, 公、私), or ends a word with an aside."""
    around = text[at - 1 : at + 2 : 2]
    first = max(at - 3, text.rfind(BETWEEN, max(at - 3, 0), at) + 1)
    alike = text[at - 1] in (text[first], text[at + 1], "）")
    return alike or "、" in around or "“" in around or "”" in around


def _lacking(cut: Segments, place: int) -> Lacking | None:
    """Return the likeliest word that holds a character and that a neighbour has been met beside."""
    tables, alone, lengths = language(), cut.words[place], cut.lengths
    words, numbers = _holding().get(alone, ("", ()))
    led, followed = lengths[place - 1] < MARK, lengths[place + 1] < MARK
    now = cut.costs[place] + (cut.costs[place + 1] if followed else 0)
    if not numbers or not (led or followed):
        return None
    before = cut.ids[place - 1] if led else -1
    behind = cut.ids[place + 1] if followed else -1
    likely = [
        (cost + (further if followed else 0), which, cost, further)
        for which, cost, further in tables.between(before, numbers, behind, now - _GAIN)
    ]
    if not likely:
        return None
    spent, which, cost, further = min(likely)
    number = numbers[which]
    asked = tables.asked(before, number, cost), tables.asked(number, behind, further)
    if asked == (None, None):
        return None
    return Lacking(
        cut.starts[place],
        alone,
        words[2 * which : 2 * which + 2],
        now - spent,
        *asked,
        tables.single(alone),
        tables.cost[number],
        2 * cut.met[place] + cut.met[place + 1],
        lengths[place - 1] if led else 0,
        lengths[place + 1] if followed else 0,
    )


@lru_cache(maxsize=1)
def _holding() -> dict[str, tuple[str, tuple[int, ...]]]:
    """Return the usual words of two characters that hold each character, and their numbers."""
    tables = language()
    found: dict[str, list[str]] = {}
    for word, number in tables.number.items():
        if len(word) == 2 and word[0] != word[1] and tables.cost[number] <= _USUAL:
            for character in word:
                found.setdefault(character, []).append(word)
    return {
        character: ("".join(words), tuple([tables.number[word] for word in words]))
        for character, words in found.items()
    }
