"""A date and the weekday given with it."""

import datetime as dt
import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_DATED = re.compile(
    r"(?:(20[0-9]{2})年)?([0-9]{1,2})月([0-9]{1,2})日[，、]?[（(]?(?:星期|周|礼拜)([一二三四五六日天])[）)]?"
)
# 3月14日—3月20日（周一至周日）: the weekdays are those of both ends.
_UP_TO = re.compile(r"[0-9日][-—–－～~至到]{1,2}$")
_ON = re.compile(r"[-—–－～~至到]{1,2}(?:星期|周|礼拜)?[一二三四五六日天]")
_YEAR = re.compile("20[0-9]{2}(?=年)")
_NAMES = "一二三四五六日"


@rule(group="要素", severity=Severity.WARNING, triggers=("星期", "周", "礼拜"))
def weekday(paragraph: Paragraph) -> Iterator[Spot]:
    """日期与星期不符。

    会议通知等写明星期几的，应当与日期相符；没有写年份的，按文稿的年份推算。

    来源：历法；公文校对惯例
    Bad{2026-03-01}: 定于2026年3月5日（星期⟦三⟧）召开会议 -> 定于2026年3月5日（星期四）召开会议
    Good{2026-03-01}: 定于3月5日（星期四）召开会议
    Good{2020-12-25}: 2021年元旦：1月1日（星期五）至3日放假，2月7日（星期日）上班。
    Good: 2026年3月16日—3月22日（周一至周日），2026年3月16日-3月22日（周一-周日）展出。
    Good: 3月5日一周内
    """
    for found in _DATED.finditer(paragraph.text):
        start = found.start()
        before = paragraph.text[max(start - 3, 0) : start]
        if _UP_TO.search(before) and _ON.match(paragraph.text, found.end(4)):
            continue
        # 2021年元旦：1月1日（星期五）: the year is told once, before.
        told = _YEAR.findall(paragraph.text, 0, found.start()) if not found[1] else ()
        try:
            day = dt.date(
                int(found[1] or (told[-1] if told else paragraph.date.year)),
                int(found[2]),
                int(found[3]),
            )
        except ValueError:
            continue
        right = _NAMES[day.weekday()]
        if right != found[4].replace("天", "日"):
            said = f"{day.year}年{day.month}月{day.day}日是星期{right}"
            severity = None if found[1] or told or paragraph.dated else Severity.HINT
            yield Spot(*found.span(4), said, right if found[1] else None, severity=severity)
