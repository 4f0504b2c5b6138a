"""Numbered paragraphs gathered into series of siblings, for the rules about numbering."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from app.checks.check import Paragraph, Reading
from app.document.model import HEADINGS, Role
from app.document.numbering import Enumerator, Form, leading, write

NUMBERED = frozenset((*HEADINGS, Role.ITEM, Role.PART, Role.BODY))
_RANKS = {
    Form.PART: 0,
    Form.ARTICLE: 0.25,  # goes on from chapter to chapter; half a rank is taken by heads
    Form.CHINESE: 1,
    Form.CHINESE_BRACKET: 2,
    Form.ARABIC: 3,
    Form.ARABIC_BRACKET: 4,
    Form.ARABIC_PAREN: 4,
    Form.CIRCLED: 5,
    Form.ORDINAL: 6,
    Form.IS: 6,
    Form.MUST: 7,
}
_SECTIONS = {"章": 0.1, "节": 0.2}  # parts of a part, and parts of those
_FRAMES = ("【", "〔", "〖")
_ENDS = ("。", "；", "，", "：", "、")


@dataclass(frozen=True, slots=True)
class Number:
    """The enumerator a block opens with, the block's role, and whether it ends without a mark."""

    block: int
    role: Role
    enumerator: Enumerator
    bare: bool = False

    @property
    def value(self) -> int:
        """The value of the enumerator."""
        return self.enumerator.value


@dataclass(slots=True)
class Series:
    """Siblings of one form; `before` is the last number of the form before them, 0 for none.

    `counted` is what that number would be had each gone up by one.
    """

    form: Form
    members: list[Number] = field(default_factory=list[Number])
    parent: Number | None = None
    before: int = 0
    counted: int = 0

    @property
    def values(self) -> list[int]:
        """The values in order."""
        return [member.value for member in self.members]


def numbered(paragraph: Paragraph) -> tuple[Role, Enumerator, bool] | None:
    """Return what a Number has beside its block, None for other paragraphs: a facts function."""
    if paragraph.role not in NUMBERED:
        return None
    article = paragraph.role is Role.ITEM and paragraph.text.lstrip().startswith("第")
    framed = _framed(paragraph.text)
    found = framed or leading(paragraph.text, sure=article)
    if found is None or found.form not in _RANKS:
        return None
    inside = found.form in (Form.IS, Form.MUST, Form.ORDINAL)
    if paragraph.role is Role.BODY and not inside and framed is None:
        return None
    return paragraph.role, found, not paragraph.text.rstrip().endswith(_ENDS)


def _framed(text: str) -> Enumerator | None:
    """Return the number of a part in brackets: 【第一章 总则】."""
    found = leading(text[1:]) if text[:1] in _FRAMES else None
    if found is None or found.form is not Form.PART:
        return None
    return replace(found, start=found.start + 1, end=found.end + 1)


def numbers(reading: Reading) -> Iterator[Number]:
    """Yield the numbered blocks of a rule whose facts function is `numbered`, made once."""

    def make(_: object) -> Any:
        return [Number(block, *fact) for block, fact in reading.present()]

    yield from reading.once("numbers", make)


def all_series(reading: Reading) -> list[Series]:
    """Return every series of siblings in order of its first member, made once for a run."""

    def make(_: object) -> Any:
        return _gathered(_own(reading), {number.block for number in heads(reading)})

    return reading.once("series", make)


def heads(reading: Reading) -> list[Number]:
    """Return the numbers of lines over a row of the same form, made once for a run.

    Such is 1.总经理 over 1.主持工作； or over 1、主持工作.
    """

    def make(_: object) -> Any:
        over = [
            one
            for one, other in pairwise(_own(reading))
            if one.bare and other.value == 1 and one.enumerator.form is other.enumerator.form
            if not other.bare or _sign(one) != _sign(other)
        ]
        values = [one.value for one in over]
        return over if len(over) > 1 and values == [*range(1, len(values) + 1)] else []

    return reading.once("heads", make)


def _sign(number: Number) -> str:
    """Return the mark behind a number."""
    return number.enumerator.text.strip()[-1:]


def _own(reading: Reading) -> list[Number]:
    """Return the numbered blocks but articles of other papers, which are cited."""
    found = list(numbers(reading))
    articles = [one for one in found if one.enumerator.form is Form.ARTICLE]
    if articles and articles[0].value != 1:
        return [one for one in found if one.enumerator.form is not Form.ARTICLE]
    return found


def _gathered(found: list[Number], above_own: set[int]) -> list[Series]:
    """Return the series of some numbers, of which those of some blocks stand above their own."""
    done: list[Series] = []
    open_: dict[float, Series] = {}
    last: dict[float, int] = {}
    counted: dict[float, int] = {}
    for number in found:
        form, of = number.enumerator.form, _rank(number.enumerator)
        rank = of - 0.5 * (number.block in above_own)
        for deeper in [r for r in open_ if r > rank]:
            del open_[deeper]
        series = open_.get(rank)
        if series is None or series.form is not form or _restarts(series, number):
            parent = max((r for r in open_ if r < rank), default=None)
            above = open_[parent].members[-1] if parent is not None else None
            goes_on = number.value != 1
            before = last.get(of, 0) if goes_on else 0
            series = Series(form, [], above, before, counted.get(of, 0) if goes_on else 0)
            open_[rank] = series
            done.append(series)
        series.members.append(number)
        counted[of] = 1 if number.value == 1 else counted.get(of, 0) + 1
        last[of] = number.value
    return done


def _rank(found: Enumerator) -> float:
    """Return the rank of a number: that of its form, of 章 and 节 one of its own."""
    return _RANKS[found.form] + (
        _SECTIONS.get(found.text.strip()[-1:], 0) if found.form is Form.PART else 0
    )


def _restarts(series: Series, number: Number) -> bool:
    """Tell whether a number begins a series anew: 1 after more than a lone 1."""
    return number.value == 1 and series.values != [1]


def rewritten(enumerator: Enumerator, value: int) -> str:
    """Return the enumerator as written with another value."""
    return write(enumerator.form, value, enumerator.text)
