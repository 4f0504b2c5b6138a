"""A date and the weekday given with it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_DATED = regex(
    r"(?:(20[0-9]{2})年)?([0-9]{1,2})月([0-9]{1,2})日[，、]?[（(]?(?:星期|周|礼拜)([一二三四五六日天])[）)]?"
)
# 3月14日—3月20日（周一至周日）: the weekdays are those of both ends.
_UP_TO = regex(r"[0-9日][-—–－～~至到]{1,2}$")
_ON = regex(r"[-—–－～~至到]{1,2}(?:星期|周|礼拜)?[一二三四五六日天]")
_YEAR = regex("20[0-9]{2}(?=年)")
_NAMES = "一二三四五六日"


class _Day(NamedTuple):
    """A date, the weekday written with it and where; where its year stands, whether with it."""

    date: dt.date
    written: str
    start: int
    at: int | None
    full: bool

    def weekday(self, off: int) -> str:
        """Return the weekday of the day so many years later."""
        try:
            return _NAMES[self.date.replace(year=self.date.year + off).weekday()]
        except ValueError:
            return ""  # 29 February

    def fits(self, off: int) -> bool:
        """Whether the weekday is that of the day so many years later."""
        return self.weekday(off) == self.written


@rule(group="要素", severity=Severity.WARNING, triggers=("星期", "周", "礼拜"))
def weekday(paragraph: Paragraph) -> Iterator[Spot]:
    """日期与星期不符。

    会议通知等写明星期几的，应当与日期相符；没有写年份的，按文稿的年份推算。

    来源：历法；公文校对惯例
    Bad{2026-03-01}: ⟦2025⟧年3月5日（星期四）报到，3月6日（星期五）开班。 -> 2026年3月5日（星期四）报到，3月6日（星期五）开班。
    Bad{2026-03-01}: 定于2026年3月5日（星期⟦三⟧）召开会议 -> 定于2026年3月5日（星期四）召开会议
    Good{2026-03-01}: 定于3月5日（星期四）召开会议
    Good{2020-12-25}: 2021年元旦：1月1日（星期五）至3日放假，2月7日（星期日）上班。
    Good: 2026年3月16日—3月22日（周一至周日），2026年3月16日-3月22日（周一-周日）展出。
    Good: 3月5日一周内
    """
    text = paragraph.text
    days = [day for found in _DATED.finditer(text) if (day := _day(paragraph, found)) is not None]
    wrong = [day for day in days if not day.fits(0)]
    years = {day.at for day in wrong}
    if len(days) == len(wrong) > 1 and len(years) == 1 and (at := years.pop()) is not None:
        for off in (1, -1):
            if all(day.fits(off) for day in wrong):
                year = wrong[0].date.year
                said = f"{year}年的日期与写出的星期都不符，疑为{year + off}年"
                yield Spot(at, at + 4, said, str(year + off))
                return
    for day in wrong:
        one, right = day.date, day.weekday(0)
        said = f"{one.year}年{one.month}月{one.day}日是星期{right}"
        severity = None if day.at is not None or paragraph.dated else Severity.HINT
        fix = right if day.full else None
        yield Spot(day.start, day.start + 1, said, fix, severity=severity)


def _day(paragraph: Paragraph, found: re.Match[str]) -> _Day | None:
    """Return a date with its weekday, None for the end of a range and for no date."""
    text, start = paragraph.text, found.start()
    if _UP_TO.search(text, max(start - 3, 0), start) and _ON.match(text, found.end(4)):
        return None
    # 2021年元旦：1月1日（星期五）: the year is told once, before.
    told = None if found[1] else [*_YEAR.finditer(text, 0, start)][-1:]
    at = start if told is None else told[0].start() if told else None
    year = paragraph.date.year if at is None else int(text[at : at + 4])
    try:
        date = dt.date(year, int(found[2]), int(found[3]))
    except ValueError:
        return None
    return _Day(date, found[4].replace("天", "日"), found.start(4), at, found[1] is not None)
