"""Numbers with their units in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from app.checks.language.words import KEPT
from app.patterns import regex

UNITS = (
    "[万亿]?(?:平方公里|公斤|千克|平方千米|平方米|立方米|公里|千米|人次|人|名|个|家|户|件|项|份|篇|条|亩|元|吨|座|处|所|台|套|部|"
    "场|次|期|起|辆|封|斤|棵|箱|袋|公顷|宗|株|头|只|天|张|册|批|类|米|岁|支|位|间|栋)"
)
# The first digit stands before what must not precede it: the engine then looks for digits only.
_QUANTITY = regex(
    rf"([0-9](?:(?<![0-9.〔第年月].)|(?<=[0-9]{{4}}年.))[0-9]*(?:\.[0-9]+)?)(余|多)?({UNITS})(?:(?<=[批次起场件户])|(?![0-9]))(?!月)"
)
_SCALE = {"万": 1e4, "亿": 1e8}
_OPEN = regex(r"(?<![签预])(?:约|近|超过?|突破|逾|以上|左右|上下)[为有达到]{0,2}$")
_LAST = "约近超过破逾上右下为有达到"  # what those end in
_AND_MORE = regex(r"[^。！？\n]?(?:等(?![奖级次额])|以上|左右|上下)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and place; `exact` unless the text says about.

    `value` is counted in the bare unit (1.2万亩 is 12,000 of 亩), `step` what its last digit stands
    for; `least` marks a number with 以上 behind it; `unit` is the bare unit.
    """

    value: float
    unit: str
    start: int
    end: int
    exact: bool
    step: float
    scale: float = 1.0
    least: bool = False

    def shown(self, value: float) -> str:
        """Return another value in the words of this one."""
        large = {1e4: "万", 1e8: "亿"}.get(self.scale, "")
        return f"{round(value / self.scale, 4):g}{large}{self.unit}"


def scaled(unit: str) -> tuple[float, str]:
    """Return what a 万 or 亿 before a unit multiplies it by, and the bare unit."""
    scale = _SCALE.get(unit[:1]) if len(unit) > 1 else None
    return (1.0, unit) if scale is None else (scale, unit[1:])


def quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Return the numbers with a unit between two places of a text, those of whole sentences."""
    stop = len(text) if end is None else end
    return [one for one in counted(text) if start <= one.start and one.end <= stop]


@lru_cache(maxsize=KEPT)
def counted(text: str) -> tuple[Quantity, ...]:
    """Return all numbers with a unit; several rules ask in turn for those of some paragraphs."""
    return tuple([_quantity(text, found) for found in _QUANTITY.finditer(text)])


def _quantity(text: str, found: re.Match[str]) -> Quantity:
    at = found.start()
    behind = text[found.end() : found.end() + 2]
    about = text[at - 1 : at] in _LAST and _OPEN.search(text[max(at - 6, 0) : at]) is not None
    scale, unit = scaled(found[3])
    unit = intern(unit)
    return Quantity(
        float(found[1]) * scale,
        unit,
        at,
        found.end(1),
        not found[2] and not about and not _AND_MORE.match(behind),
        scale * 10.0 ** -len(found[1].partition(".")[2]),
        scale,
        behind == "以上" and not about,
    )
