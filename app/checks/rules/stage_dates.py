"""Stages of a plan whose months leave a gap or overlap."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_STAGE = regex(
    r"阶段[^（。；，]{0,12}（(?P<all>(?:(?P<year>20[0-9]{2})年)?(?P<month>[0-9]{1,2})月(?:份|(?P<day>[0-9]{1,2})日|[上中下]旬|底|初|末)?"
    r"(?:至|到|—|－|～|-)(?:(?P<year2>20[0-9]{2})年)?(?:(?P<month2>[0-9]{1,2})月)?(?:份|(?P<day2>[0-9]{1,2})日|[上中下]旬|底|初|末|前)?)"
)


def stages(paragraph: Paragraph) -> tuple[tuple[int, int, int, int, int, int], ...] | None:
    """Return the stages a paragraph dates: place, first and last day and month, counted: facts."""
    if paragraph.role is Role.OBJECT:
        return None
    found: list[tuple[int, int, int, int, int, int]] = []
    for m in _STAGE.finditer(paragraph.text):
        year = int(m["year"] or paragraph.date.year)
        month, month2 = int(m["month"]), int(m["month2"] or m["month"])
        year2 = int(m["year2"] or year + (month2 < month))
        first, last = year * 12 + month, year2 * 12 + month2
        opening, _, closing = re.sub("到|—|－|～|-", "至", m["all"]).partition("至")
        days = _day(m["day"], opening), _day(m["day2"], closing)
        found.append((*m.span("all"), first, days[0], last, days[1]))
    return tuple(found) or None


def _day(day: str | None, said: str) -> int:
    """Return the day of a month that is said, 0 where none is, -1 for a part of the month."""
    if day:
        return int(day)
    return -1 if re.search("旬|底|初|末|前", said) else 0


def _between(last: int, last_day: int, first: int, day: int) -> int:
    """Return the days between two stages whose days are told, 0 where they are not."""
    if last_day < 1 or day < 1:
        return 0
    try:
        one, other = (
            dt.date((month - 1) // 12, (month - 1) % 12 + 1, of)
            for month, of in ((last, last_day), (first, day))
        )
    except ValueError:
        return 0
    return (other - one).days - 1


@rule(
    group="一致",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=("阶段",),
    facts=stages,
)
def stage_dates(reading: Reading) -> Iterator[Spot]:
    """各阶段的时间不衔接。

    实施方案里各阶段的起止时间应当前后衔接：后一阶段不早于前一阶段开始，中间不空出整月，时间也不重叠。空出几天、同一个月写进两个阶段的，只作提示。

    来源：公文校对惯例
    Bad:
        （一）动员部署阶段（2026年3月至4月）。印发方案。
        （二）组织实施阶段（⟦2026年6月至8月⟧）。逐项整治。
        （三）总结验收阶段（2026年9月至10月）。总结经验。
    Bad:
        （一）动员部署阶段（3月1日至3月20日）。印发方案。
        （二）组织实施阶段（⟦3月11日至9月30日⟧）。逐项整治。
        （三）总结验收阶段（10月1日至10月31日）。总结经验。
    Bad:
        （一）准备阶段（5月20日至5月31日）。制定方案。
        （二）实施阶段（⟦6月5日至6月25日⟧）。推进活动。
        （三）总结阶段（6月26日至7月5日）。总结经验。
    Bad:
        （一）动员部署阶段（1月至3月）。制定方案。
        （二）组织实施阶段（4月至10月）。推进工作。
        （三）总结考核阶段（⟦10月至12月⟧）。总结经验。
    Good:
        （一）动员部署阶段（1月至3月上旬）。制定方案。
        （二）组织实施阶段（3月中旬至10月）。推进工作。
        （三）总结考核阶段（11月至12月）。总结经验。
    Good:
        （一）动员部署阶段（2026年3月至4月）。印发方案。
        （二）组织实施阶段（2026年4月至9月）。逐项整治。
        （三）总结验收阶段（2026年9月至2027年1月）。总结经验。
    Good:
        （一）排查阶段（3月1日至3月20日）。全面排查。
        （二）整治阶段（3月21日至9月30日）。逐项整治。
    """
    found = [(block, *one) for block, ones in reading.present() for one in ones]
    # Where some stages begin in the month behind, one that shares a month has it by mistake.
    apart = any(after[3] == before[5] + 1 for before, after in pairwise(found))
    for before, after in pairwise(found):
        block, start, end, first, day, *_ = after
        last, last_day = before[5], before[6]
        if first < before[3]:
            continue
        idle = _between(last, last_day, first, day)
        if first > last + 1 or idle > 1:
            said = "与上一阶段之间空出时间，请核实"
            yield Spot(start, end, said, block=block, severity=Severity.HINT)
        elif apart and first == last and not day and not last_day:
            said = f"与上一阶段都有{(first - 1) % 12 + 1}月，请核实"
            yield Spot(start, end, said, block=block, severity=Severity.HINT)
        elif first < last or (first == last and 0 < day <= last_day):
            yield Spot(start, end, "与上一阶段的时间重叠，请核实", block=block)
