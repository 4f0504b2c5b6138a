"""What follows from the numbers of a sentence: rates of change, averages, the three sectors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from app.checks.amounts.quantities import Quantity
from app.patterns import regex

_CHANGE = regex(
    r"(?P<less>减少|下降|降低|少发?|压减|精简)?(?P<more>增加|增长|新增|多发?|增发)?(?:了)?$"
)
_RATE = regex(
    r"^[\u4e00-\u9fff]{1,3}，(?:同比|比上年同期|比去年同期|比上年|比去年|环比)?(?:下降|减少|降低|增长|上升|增加|降幅为?|增幅为?|降幅达到?|增幅达到?)"
    r"(?P<rate>[0-9]+(?:\.[0-9]+)?)[%％]"
)
_MEAN = regex(
    r"(?:平均(?:每[\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff]{0,4})|[人户班村亩校]均(?![^0-9]*(?:增|收入))[\u4e00-\u9fff]{0,4}?)(?:为|约|达到?)?$"
)
_NEAR = 12  # characters before a number in which the words stand that tell what it is
_SECTORS = regex(
    r"(?:生产总值|GDP)(?:[（(][^）)]*[）)])?[^。0-9]{0,6}(?P<all>[0-9.]+)亿元.{0,120}?"
    r"第一产业增加值[^。；0-9]{0,6}(?P<one>[0-9.]+)亿元.{0,60}?"
    r"第二产业增加值[^。；0-9]{0,6}(?P<two>[0-9.]+)亿元.{0,60}?"
    r"第三产业增加值[^。；0-9]{0,6}(?P<three>[0-9.]+)亿元",
    re.DOTALL,
)


# 比去年的3.6万亩多0.15万亩: the amount is that of before.
_BASE = regex("(?:比(?![重例率值赛分])|较(?![多少大小高低好强]))[^，。；0-9]{0,8}$")


def changes(
    text: str, start: int, end: int, found: list[Quantity]
) -> Iterator[tuple[int, int, str]]:
    """Check 6起，比去年同期减少2起，下降25%: the rate against the number and its change."""
    for now, change in pairwise(found):
        if (
            now.unit != change.unit
            or change.start - now.end > 16
            or not (now.exact and change.exact)
        ):
            continue
        rate = _RATE.match(text[change.end : end])
        if rate is None or re.search("[；。、]|其中", text[now.end : change.start]):
            continue
        sign = _CHANGE.search(text, max(change.start - _NEAR, start), change.start)
        if sign is None or not (sign["less"] or sign["more"]):
            continue
        before = now.value + change.value if sign["less"] else now.value - change.value
        if _BASE.search(text, start, now.start):
            before = now.value
        if before <= 0:
            continue
        said, decimals = float(rate["rate"]), len(rate["rate"].partition(".")[2])
        right = 100 * change.value / before
        slack = 50 * (now.step + 2 * change.step) / before if change.step < 1 else 0.0
        if abs(right - said) > 0.6 * 10**-decimals + slack:
            at = change.end + rate.start("rate")
            yield at, change.end + rate.end("rate") + 1, f"按所给数目计算应为{right:.{decimals}f}%"


def averages(text: str, start: int, found: list[Quantity]) -> Iterator[tuple[int, int, str]]:
    """Check 61个教学班、3233名学生，平均每班53人: a mean against the pair it comes nearest to."""
    for at, mean in enumerate(found):
        if (
            at < 2
            or not mean.exact
            or not _MEAN.search(
                text[max(mean.start - _NEAR, start) : mean.start].removesuffix("约")
            )
        ):
            continue
        rates = [
            whole.value / by.value
            for whole in found[:at]
            for by in found[:at]
            if whole.unit == mean.unit
            and by.unit != mean.unit
            and by.value > 1
            and whole.exact
            and by.exact
            and mean.start - by.end < 40
        ]
        close = [rate for rate in rates if abs(rate - mean.value) < 0.25 * rate]
        if len(close) != 1:
            continue
        right = close[0]
        if abs(right - mean.value) > max(mean.step, 0.02 * right):
            places = 0 if mean.step >= mean.scale else 1
            said = f"按所给数目计算应为{right / mean.scale:.{places}f}"
            yield mean.start, mean.end, said


def sectors(text: str) -> Iterator[tuple[int, int, str]]:
    """Check the gross product against the value added of the three sectors."""
    for found in _SECTORS.finditer(text) if "第一产业增加值" in text else ():
        parts = [float(found[name]) for name in ("one", "two", "three")]
        total, added = float(found["all"]), sum(parts)
        if abs(total - added) > 0.25 and abs(total - added) < 0.3 * total:
            said = f"三次产业增加值合计{added:.1f}亿元，与{total:g}亿元不符"
            yield found.start("all"), found.end("three"), said
