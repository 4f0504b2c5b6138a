"""Totals, parts and shares in running text, and where they contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNITS = (
    "平方公里|平方千米|平方米|立方米|公里|千米|万元|亿元|万亩|万人次|万人|万户|万吨|万份|人次|万平方米|"
    "人|名|个|家|户|件|项|份|篇|条|亩|元|吨|座|处|所|台|套|部|场|次|期|起|辆|宗|株|头|只|天|张|册|批|类|米|岁|支|位|间|栋"
)
_QUANTITY = re.compile(rf"(?<![0-9.〔第年月])([0-9]+(?:\.[0-9]+)?)(余|多)?({_UNITS})(?![0-9])")
_AMONG = re.compile(r"[，、；。（]?(?:其中|包括|分别为|分别是)[：，]?")
_PERCENT = re.compile(
    r"(?:占比?(?:为|达到?|的)?|占[^，。；、0-9]{1,10}的?|率(?:为|达到?)?|比例(?:为|达到?)?|比重(?:为|达到?)?)([0-9]+(?:\.[0-9]+)?)[%％]"
)
_OPEN = re.compile(r"等|以上|左右|约|近|超过|上下")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and place; `exact` unless the text says about."""

    value: float
    unit: str
    start: int
    end: int
    exact: bool
    decimals: int


def claims(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches that contradict the other numbers of their sentence, and how."""
    for sentence in re.finditer(r"[^。！？\n]+", text):
        found = list(_quantities(sentence[0], sentence.start()))
        if len(found) >= 2:
            yield from _parts(text, sentence.start(), sentence.end(), found)
            yield from _shares(text, sentence.start(), sentence.end(), found)


def _quantities(sentence: str, offset: int) -> Iterator[Quantity]:
    for found in _QUANTITY.finditer(sentence):
        about = (
            sentence[max(found.start() - 3, 0) : found.start()]
            + sentence[found.end() : found.end() + 2]
        )
        yield Quantity(
            float(found[1]),
            found[3],
            found.start() + offset,
            found.end(1) + offset,
            not found[2] and not _OPEN.search(about),
            len(found[1].partition(".")[2]),
        )


def _parts(
    text: str, start: int, end: int, found: list[Quantity]
) -> Iterator[tuple[int, int, str]]:
    """Check a total against the parts that follow it in one of the usual ways of saying so."""
    for among in _AMONG.finditer(text, start, end):
        before = [q for q in found if q.end <= among.start()]
        after = [q for q in found if q.start >= among.end()]
        if not before or not after or among.start() - before[-1].end > 14:
            continue
        total = before[-1]
        if "；" not in text[total.end : among.start()]:
            yield from _against(total, _listed(text, among.end(), after, total.unit), near=0.25)
    for among in _OF.finditer(text, start, end):
        total = next((q for q in found if q.start == among.start(1)), None)
        if total is not None:
            after = [q for q in found if q.start >= among.end()]
            yield from _against(total, _listed(text, among.end(), after, total.unit), near=0.0)
    yield from _rest(text, found)
    for noun in _TOTAL.finditer(text, start, end):
        total = next((q for q in found if q.start == noun.end()), None)
        if total is not None:
            parts = [
                q
                for q in found
                if q.start > total.end and q.unit == total.unit and _called(text, q, noun[1])
            ]
            yield from _against(total, parts, near=0.1)


_OF = re.compile(rf"([0-9]+)(?:{_UNITS})[^，。；0-9]{{1,8}}中[，、]?(?!的)")
_TOTAL = re.compile(r"总(?:建筑|占地)?(面积|投资|资金|收入|支出|金额|人数)(?:为|达到?)?")
_REST = re.compile(rf"(?:其余|剩余|余下|尚有|还有)(?:的)?(?=[0-9]+(?:{_UNITS}))")


def _called(text: str, quantity: Quantity, noun: str) -> bool:
    """Whether a quantity is introduced by the noun of the total."""
    return text[: quantity.start].endswith((noun, f"{noun}为", f"{noun}约"))


def _rest(text: str, found: list[Quantity]) -> Iterator[tuple[int, int, str]]:
    """Check 26项任务已完成21项，其余6项."""
    for at, quantity in enumerate(found):
        if at < 2 or not _REST.search(text[max(quantity.start - 4, 0) : quantity.end + 4]):
            continue
        total, part = found[at - 2], found[at - 1]
        if not total.unit == part.unit == quantity.unit or total.value < part.value:
            continue
        if not re.search("已|完成|办结|整改|销号|达标", text[total.end : part.start]):
            continue
        if quantity.exact and part.exact and part.value + quantity.value != total.value:
            right = total.value - part.value
            said = f"{total.value:g}减{part.value:g}等于{right:g}，与{quantity.value:g}不符"
            yield quantity.start, quantity.end, said


def _against(
    total: Quantity, parts: list[Quantity], *, near: float
) -> Iterator[tuple[int, int, str]]:
    """Report parts that add up to more than the total, or to a little less than it."""
    if len(parts) < 2 or not total.exact or not all(p.exact for p in parts):
        return
    added = sum(p.value for p in parts)
    smallest = 10 ** -max(total.decimals, *[p.decimals for p in parts])
    if abs(added - total.value) < smallest / 2:
        return
    if added > total.value or total.value - added <= near * total.value:
        said = f"各项合计{added:g}{total.unit}，与{total.value:g}{total.unit}不符"
        yield total.start, parts[-1].end, said


def _listed(text: str, at: int, after: list[Quantity], unit: str) -> list[Quantity]:
    """Return the quantities of the unit that a list holds, one to a clause."""
    parts: list[Quantity] = []
    for quantity in after:
        between = text[at : quantity.start]
        if "；" in between or "。" in between or _OTHER.search(between):
            break
        if quantity.unit != unit:
            continue
        if len(re.split("[，、]", between)) > 3 or len(between) > 24:
            break
        parts.append(quantity)
        at = quantity.end
    return parts


_OTHER = re.compile(r"比|较|增长|完成率|同期|占|累计|投资|平均|同时|此外|另")


def _shares(
    text: str, start: int, end: int, found: list[Quantity]
) -> Iterator[tuple[int, int, str]]:
    """Check A……B，占C%: the share against the pairs of quantities of one unit before it."""
    for share in _PERCENT.finditer(text, start, end):
        said, decimals = float(share[1]), len(share[1].partition(".")[2])
        before = [q for q in found if share.start() - 60 < q.start and q.end <= share.start()]
        pairs = [
            (part, whole)
            for i, part in enumerate(before)
            for whole in found
            if whole.start < part.start and whole.unit == part.unit
            if whole.value >= part.value > 0 and before[i:][-1].end - part.end < 14
        ]
        rates = [100 * part.value / whole.value for part, whole in pairs]
        if not rates or any(abs(rate - said) <= 0.6 * 10**-decimals for rate in rates):
            continue
        exact = [
            r for r, (part, whole) in zip(rates, pairs, strict=True) if part.exact and whole.exact
        ]
        for rate in exact:
            right = f"{rate:.{decimals}f}"
            if sorted(right) == sorted(share[1]) or abs(rate - said) < 3:
                yield share.start(1), share.end(1) + 1, f"按所给数目计算应为{right}%"
                break
