"""The particulars of a text, names, dates, numbers, that become slots when it is kept for reuse."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from app.surnames import NAMING

_OFFICES = "同志|书记|主任|局长|部长|县长|市长|区长|镇长|乡长|处长|科长|院长|校长|主席|总经理|教授"
_HAN = r"[\u4e00-\u9fff]"
_DIGITS = r"[〇○零一二三四五六七八九十]"
_LEVEL = "(?:省|市|县|区|乡|镇|街道)"
_UNITS = "名个项条件次期家户场人元亩吨公里处座批轮篇份起村所套"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("日期", rf"(?:\d{{4}}|{_DIGITS}{{4}})年(?:\d{{1,2}}|{_DIGITS}+)月(?:\d{{1,2}}|{_DIGITS}+)日"),
    ("日期", r"\d{1,2}月\d{1,2}日"),
    ("年月", r"\d{4}年\d{1,2}月"),
    ("年份", r"\d{4}(?=年)"),
    ("发文字号", rf"{_HAN}{{1,8}}〔\d{{4}}〕\d+号"),
    ("文件名称", r"(?<=《)[^《》【】]{2,60}(?=》)"),
    ("电话", r"(?<!\d)(?:1\d{10}|0\d{2,3}-?\d{7,8})(?!\d)"),
    ("姓名", rf"(?<!{_HAN})[{NAMING}]{_HAN}{{1,2}}(?={_OFFICES})"),
    ("姓名", rf"(?<=[、，：由请向对])[{NAMING}]{_HAN}{{1,2}}(?={_OFFICES})"),
    ("比例", r"\d+(?:\.\d+)?(?=%|个百分点)"),
    ("数", rf"\d+(?:\.\d+)?(?=\s*(?:余|多)?\s*[万亿]?[{_UNITS}])"),
    (
        "单位",
        rf"(?<!{_HAN}){_HAN}{{2,6}}{_LEVEL}(?:委|政府|{_HAN}{{1,6}}(?:局|委|办|中心|部))",
    ),
    ("地区", rf"(?<=[到在赴])(?!全|各|本|我|该){_HAN}{{2}}[省市县区镇乡](?!{_HAN}?[委域级])"),
    ("地区", rf"(?<!{_HAN})(?!全|各|本|我|该){_HAN}{{2,4}}[省市县区镇乡](?!{_HAN}?[委域级])"),
)
_SLOT = re.compile(r"【[^【】\n]*】")
# General names of laws and party texts are no particulars: everybody cites them.
_PUBLIC = re.compile(r"中国共产党|中华人民共和国|条例$|章程$|准则$|法$")


@dataclass(frozen=True, slots=True)
class Particular:
    """A stretch of a text that is peculiar to one occasion, and the name of a slot for it."""

    start: int
    end: int
    name: str


def particulars(text: str) -> tuple[Particular, ...]:
    """Return the names, dates and numbers of a text in order; none overlaps another."""
    taken = [False] * len(text)
    for slot in _SLOT.finditer(text):
        taken[slot.start() : slot.end()] = [True] * (slot.end() - slot.start())
    found: list[Particular] = []
    for name, pattern in _compiled():
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]) or (name == "文件名称" and _PUBLIC.search(match[0])):
                continue
            taken[start:end] = [True] * (end - start)
            found.append(Particular(start, end, name))
    return tuple(sorted(found, key=lambda particular: particular.start))


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns, compiled when they are first needed: start-up has no use for them."""
    return tuple((name, re.compile(pattern)) for name, pattern in _PATTERNS)


def with_slots(text: str, chosen: Sequence[Particular]) -> str:
    """Return a text with the chosen particulars replaced by slots of their names.

    Particulars of one name that differ get slots of different names: 数, 数2.
    """
    names: dict[tuple[str, str], str] = {}
    used: dict[str, int] = {}
    pieces: list[str] = []
    at = 0
    for particular in sorted(chosen, key=lambda chosen: chosen.start):
        key = particular.name, text[particular.start : particular.end]
        if key not in names:
            used[particular.name] = used.get(particular.name, 0) + 1
            number = used[particular.name]
            names[key] = particular.name + (str(number) if number > 1 else "")
        pieces += [text[at : particular.start], f"【{names[key]}】"]
        at = particular.end
    return "".join([*pieces, text[at:]])
