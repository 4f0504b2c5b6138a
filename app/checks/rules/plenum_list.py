"""Plenary sessions listed with a gap, without the latest, or without 精神."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.lookback import looks_back
from app.patterns import regex

_HELD = {
    18: (
        "2012-11-14",
        "2012-11-15",
        "2013-02-28",
        "2013-11-12",
        "2014-10-23",
        "2015-10-29",
        "2016-10-27",
        "2017-10-14",
    ),
    19: (
        "2017-10-24",
        "2017-10-25",
        "2018-01-19",
        "2018-02-28",
        "2019-10-31",
        "2020-10-29",
        "2021-11-11",
        "2022-10-12",
    ),
    20: ("2022-10-22", "2022-10-23", "2023-02-28", "2024-07-18", "2025-10-23"),
}
_NAMES = {18: "十八届", 19: "十九届", 20: "二十届"}
_ALL_SINCE = {19: "2021-11-11", 20: "2025-10-23"}
_N = "一二三四五六七"
_LIST = regex(
    rf"(十八|十九|二十)届((?:[{_N}]中(?:全会)?(?:精神)?[、，和及与]?(?:(?:党的)?(?:十九|二十)届)?)+)(全会)?(精神)?"
)
# 党的十九大和十九届三中…: the row goes on from the congress, so none may be missing.
_BEGUN = regex("(?:十八|十九|二十)大[^。；]{0,12}$")
_CHOSEN = 2  # sessions of a list that may have been chosen on purpose
_SPIRIT = regex(r"(?:学习|贯彻|落实|宣传|领会|深入|全面)(?:[^。，；]{0,8})$")


def listed(paragraph: Paragraph) -> tuple[tuple[int, int, int, str, bool], ...] | None:
    """Return the lists of plenums: place, congress, sessions and whether 精神 follows; facts."""
    found: list[tuple[int, int, int, str, bool]] = []
    for m in _LIST.finditer(paragraph.text):
        congress = {"十八": 18, "十九": 19, "二十": 20}[m[1]]
        sessions = "".join(re.findall(rf"([{_N}])中", m[2]))
        end = m.start() + len(m[0].rstrip("、，和及与"))
        found.append((m.start(), end, congress, sessions, "精神" in m[0]))
    return tuple(found) or None


@rule(
    group="提法",
    severity=Severity.ERROR,
    scope="document",
    triggers=tuple(f"届{n}中" for n in _N),
    facts=listed,
)
def plenum_list(reading: Reading) -> Iterator[Spot]:
    """全会排列不完整。

    “二中、三中、四中全会精神”要从二中起依次排列，不漏届次（一中全会不列入），并列到文稿日期之前最近的一次；已改用“历次全会精神”的，一般不再逐次排列；前面没有“党的某某大”的两次全会，也可能是有意选出的：都只作提示。

    来源：提法表F001—F030
    Bad{2021-02-15}: 学习贯彻党的十九大和⟦十九届三中、四中、五中全会精神⟧ -> 学习贯彻党的十九大和十九届二中、三中、四中、五中全会精神
    Bad{2021-02-15}: 学习贯彻党的十九大和⟦十九届二中、三中、四中全会精神⟧
    Bad{2026-02-15}: 学习贯彻党的二十大和⟦二十届二中、三中全会精神⟧
    Bad{2021-02-15}: 认真学习党的十九大和⟦十九届二中、三中、四中、五中全会⟧，深入贯彻新发展理念。
    Good{2020-02-15}: 学习贯彻党的十九大和十九届二中、三中、四中全会精神
    Good{2021-02-15}: 深入学习贯彻党的十九届五中全会精神
    Good{2021-02-15}: 党的十九届四中全会审议通过了《决定》
    """
    if not reading.dated:
        return
    for block, lists in reading.present():
        text = reading.document.blocks[block].text
        for start, end, congress, sessions, spirit in lists:
            said, right = _fault(reading, congress, sessions)
            chosen = len(sessions) <= _CHOSEN and not _BEGUN.search(text, 0, start)
            severity = Severity.HINT if said and ("一般" in said or chosen) else None
            if said is None and len(sessions) > 1 and not spirit and _SPIRIT.search(text[:start]):
                said = "“全会”后缺少“精神”"
            if said is None or looks_back(text, start, end, reading.date.year):
                continue
            fix = right + ("全会精神" if spirit else "全会") if right else None
            fixed = fix if fix and text[start:end].endswith(("全会精神", "全会")) else None
            yield Spot(start, end, said, fixed, block=block, severity=severity)


def _fault(reading: Reading, congress: int, sessions: str) -> tuple[str | None, str | None]:
    """Return what is wrong with a list of sessions on the document's day, and the right list."""
    numbers = [_N.index(s) + 1 for s in sessions]
    latest = _last_held(congress, reading.date.isoformat())
    future = max(numbers) > _last_held(congress, reading.dating.latest.isoformat())
    if future and (congress, max(numbers)) != (20, 5):
        return f"{_NAMES[congress]}{sessions[-1]}中全会在文稿日期之后才召开", None
    if len(numbers) == 1:
        return None, None
    name = _NAMES[congress]
    right = name + "、".join(f"{_N[n - 1]}中" for n in range(2, max(numbers) + 1))
    since = _ALL_SINCE.get(congress)
    gap = numbers != list(range(min(numbers), max(numbers) + 1))
    if gap or (min(numbers) != 2 and not (since and reading.date.isoformat() >= since)):
        return f"全会排列不完整，应为“{right[3:]}”", right
    if since and reading.date.isoformat() > _month_after(since):
        return f"{since[:7].replace('-', '年')}月后一般写“{name}历次全会精神”", None
    if max(numbers) < latest and reading.date.isoformat() > _month_after(_HELD[congress][latest]):
        return f"没有列到最近的{name}{_N[latest - 1]}中全会", None
    return None, None


def _last_held(congress: int, day: str) -> int:
    """Return the number of the last session of a congress up to a day, 0 for none."""
    return max((n for n, held in enumerate(_HELD[congress]) if n and held <= day), default=0)


def _month_after(day: str) -> str:
    """Return the day a fortnight later or so: papers in the press may keep the old list."""
    year, month, date = map(int, day.split("-"))
    return (
        f"{year}-{month:02}-{min(date + 15, 31):02}"
        if date <= 15
        else f"{year}-{month + 1:02}-{date - 15:02}"
    )
