"""Stages of a plan whose months leave a gap or overlap."""

import re
from collections.abc import Iterator
from itertools import pairwise

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role

_STAGE = re.compile(
    r"阶段[^（。；，]{0,12}（(?P<all>(?:(?P<year>20[0-9]{2})年)?(?P<month>[0-9]{1,2})月(?:份|(?P<day>[0-9]{1,2})日|[上中下]旬|底|初|末)?"
    r"(?:至|到|—|－|～|-)(?:(?P<year2>20[0-9]{2})年)?(?:(?P<month2>[0-9]{1,2})月)?(?:份|(?P<day2>[0-9]{1,2})日|[上中下]旬|底|初|末|前)?)"
)


def stages(paragraph: Paragraph) -> tuple[tuple[int, int, int, int, int, int], ...] | None:
    """Return the stages a paragraph dates: place, first and last day and month, counted: facts."""
    if paragraph.role in (Role.NOISE, Role.OBJECT):
        return None
    found: list[tuple[int, int, int, int, int, int]] = []
    for m in _STAGE.finditer(paragraph.text):
        year = int(m["year"] or paragraph.date.year)
        month, month2 = int(m["month"]), int(m["month2"] or m["month"])
        year2 = int(m["year2"] or year + (month2 < month))
        first, last = year * 12 + month, year2 * 12 + month2
        found.append((*m.span("all"), first, int(m["day"] or 0), last, int(m["day2"] or 0)))
    return tuple(found) or None


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

    实施方案里各阶段的起止时间应当前后衔接：后一阶段不早于前一阶段开始，中间不空出整月，时间也不重叠。

    来源：公文校对惯例
    Bad:
        （一）动员部署阶段（2026年3月至4月）。印发方案。
        （二）组织实施阶段（⟦2026年6月至8月⟧）。逐项整治。
        （三）总结验收阶段（2026年9月至10月）。总结经验。
    Bad:
        （一）动员部署阶段（3月1日至3月20日）。印发方案。
        （二）组织实施阶段（⟦3月11日至9月30日⟧）。逐项整治。
        （三）总结验收阶段（10月1日至10月31日）。总结经验。
    Good:
        （一）动员部署阶段（2026年3月至4月）。印发方案。
        （二）组织实施阶段（2026年4月至8月）。逐项整治。
        （三）总结验收阶段（2026年9月至2027年1月）。总结经验。
    Good:
        （一）排查阶段（3月1日至3月20日）。全面排查。
        （二）整治阶段（3月21日至9月30日）。逐项整治。
    """
    found = [(block, *one) for block, ones in reading.present() for one in ones]
    for before, after in pairwise(found):
        block, start, end, first, day, *_ = after
        last, last_day = before[5], before[6]
        if first < before[3]:
            continue
        if first > last + 1:
            said = "与上一阶段之间空出时间，请核实"
            yield Spot(start, end, said, block=block, severity=Severity.HINT)
        elif first < last or (first == last and 0 < day <= last_day):
            yield Spot(start, end, "与上一阶段的时间重叠，请核实", block=block)
