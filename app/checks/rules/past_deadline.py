"""A time that is still to come, by the sentence, but lies before the date of the paper."""

import datetime as dt
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.lookback import titled
from app.document.model import Role
from app.patterns import regex

_DAY = r"(?P<when>(?P<year>20[0-9]{2})年(?:(?P<month>1[0-2]|[1-9])月)?(?:(?P<day>[12][0-9]|3[01]|[1-9])日|底|初|末|上旬|中旬|下旬)?)"
_ASKED = regex(
    rf"(?:请|务必|必须|须|应当?|(?<![主重需])要|确保|力争|要求)(?:各[^，。；]{{0,16}}|你[^，。；]{{0,6}}|贵[^，。；]{{0,6}}|务必)?(?:于|在){_DAY}(?:[（(][^（）()]{{1,6}}[)）])?(?:[上下]午)?[0-9时:：]{{0,6}}(?:前|之前|以前)"
)
_PLANNED = regex(
    rf"(?<!原)(?<!曾)(?:定于|拟于|计划于|将于|决定于|兹定于|拟定于|预计于|预计到|力争到|争取到|力争在|确保到){_DAY}"
)
_WILL = regex(
    r"(?P<when>(?P<year>20[0-9]{2})年)(?:度)?(?P<month>)(?P<day>)，?(?:全[县市区镇乡省国][^，。；]{0,4}|我[们县市区镇乡局]|各级)?(?:要(?![求素点闻])|将(?!军|[^，。；]{0,14}(?:纳入|作为|列为|列入|其))|力争|预计|拟(?!定|订))"
)
# 2025年1月23日起，: when what a notice arranges begins.
_BEGINS = regex(rf"^(?:[^，。：]{{0,10}}：)?(?:自|从)?{_DAY}起(?=，|，?至)")
# 请于3月16日前报送: the year of the paper is meant.
_SOON = regex(
    r"(?:请|务必|务于)(?:各[^，。；]{0,16}|你[^，。；]{0,6}|贵[^，。；]{0,6}|务必)?(?:于|在)(?P<year>)(?P<when>(?P<month>1[0-2]|[1-9])月(?P<day>[12][0-9]|3[01]|[1-9])日)"
    r"(?:[（(][^（）()]{1,6}[)）])?(?:[上下]午)?[0-9时:：]{0,6}(?:前|之前|以前)"
)
# 会议时间：2023年3月15日, or the day and hour in a line of its own: held after a notice of it
_HELD = regex(
    rf"^(?=.*(?:时间[：:]|[上下]午|晚上|[0-9][时点:：]))(?:[^，。：:]{{0,8}}时间[：:])?\s*{_DAY}(?:[（(][^（）()]{{1,6}}[)）])?\s*[上下午晚时点分整半至到:：0-9—－-]*[。；，]?\s*$"
)
_NOTICE = regex("(?:通知|公告|通告|邀请函)$")
_SLACK, _YEAR_OFF, _NEXT_YEAR = 3, 250, 180  # days
_YEAR = 4  # digits
_PAST = regex("原定|原计划|当时|曾|已于|已经|根据|依据|按照|规定|要求的?时|回顾|去年|上年|以来|《")


def times(paragraph: Paragraph) -> tuple[tuple[int, int, int, int, int, int], ...] | None:
    """Return the years, months and days that are told as still to come: a facts function.

    Each with the place of its date and the days by which it may lie before the date of the paper.
    The year is 0 where none is told; no day is granted to what only a notice tells of beforehand.
    """
    if paragraph.role in (Role.OBJECT, Role.TITLE, Role.DATE, Role.DATE_LINE):
        return None
    text = paragraph.text
    found: list[tuple[int, int, int, int, int, int]] = []
    for pattern in (_ASKED, _PLANNED, _WILL, _BEGINS, _SOON, _HELD):
        for m in pattern.finditer(text):
            low = max(text.rfind(mark, 0, m.start()) for mark in "。；") + 1
            if _PAST.search(text[low : m.start()]) or titled(text, m.start(), m.end()):
                continue
            month, day = int(m["month"] or 12), int(m["day"] or 28)
            slack = {_BEGINS: _YEAR_OFF, _HELD: 0}.get(pattern, _SLACK)
            found.append((*m.span("when"), int(m["year"] or 0), month, day, slack))
    return tuple(found) or None


@rule(
    group="一致",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=(
        *(f"20{n}" for n in range(10, 100)),
        *(f"{at}{n}" for at in "于在" for n in range(1, 10)),
    ),
    facts=times,
)
def past_deadline(reading: Reading) -> Iterator[Spot]:
    """要求、计划的时间早于成文日期。

    “请于某日前报送”“定于某日召开”“某年要抓好”，时间应当在成文日期之后；早于成文日期的，多半是沿用旧稿，年份没有改。

    来源：公文校对惯例
    Bad{2024-09-20}: 请各单位于⟦2023⟧年10月15日前报送总结。
    Bad{2024-09-20}: 兹定于⟦2023⟧年10月10日召开会议。
    Bad{2024-09-20}: ⟦2023⟧年，全县要抓好以下工作。
    Bad{2024-12-30}: ⟦2024⟧年1月23日起，每周一至周日开放。
    Bad{2024-09-20}: 请各村于⟦2024年4月15日⟧前报送台账。
    Bad{2030-01-01}:
        关于报送台账的通知
        请各村于⟦2024年4月15日⟧前报送台账。
        date| 2024年9月20日
    Bad{2030-01-01}:
        title| 关于召开生产会议的通知
        会议时间：⟦2024年9月15日⟧上午9:00。
        请各村务必于⟦9月16日⟧前报送名单。
        date| 2024年9月20日
    Good{2030-01-01}:
        title| 关于召开生产会议的通知
        2024年9月25日（星期三）上午9:00。
        请各村于1月10日前报送总结，请于9月24日前报送名单。
        date| 2024年9月20日
    Good{2030-01-01}:
        title| 生产会议纪要
        会议时间：2024年9月15日上午9:00
        date| 2024年9月20日
    Good{2015-01-01}:
        关于报送台账的通知
        请各村于2024年10月15日前报送台账。
        date| 2024年9月20日
    Good{2024-09-20}: 2024年3月1日起，每周一开放。
    Bad{2024-09-20}: 各镇要于⟦2023⟧年10月15日前报送总结。
    Good{2024-09-20}: 请各单位于2024年10月15日前报送总结，定于2024年9月25日召开会议。
    Good{2024-09-20}: 原定于2023年10月召开的会议延期，按照规定须于2023年底前完成的任务均已完成。
    Good{2024-09-20}: 2023年计划投资12亿元，2025年要抓好以下工作。
    """
    if not reading.dated:
        return
    written, dating = reading.dating.written, reading.dating
    day = written or dating.day
    # Where a year alone tells the date, any day of it may be still to come.
    first = day if written or dating.latest == day else day.replace(month=1, day=1)
    name = "成文日期" if written else "检查所按的日期"
    blocks = reading.document.blocks
    notice = any(one.role is Role.TITLE and _NOTICE.search(one.text) for one in blocks)
    for block, spots in reading.present():
        for start, end, year, month, number, slack in spots:
            if (not year and not written) or (not slack and not (written and notice)):
                continue
            told = dt.date(year or day.year, month, min(number, 28 if month == 2 else 30))
            if not year and (day - told).days > _NEXT_YEAR:
                continue  # 请于1月10日前报送, in December
            if told < first - dt.timedelta(days=slack):
                odd = "日期" if year in {0, day.year} and slack != _YEAR_OFF else "年份"
                stop = end if odd == "日期" else start + _YEAR
                exact = f"{day.day}日" if written and odd == "日期" else ""
                said = f"早于{name}（{day.year}年{day.month}月{exact}），请核对{odd}"
                severity = Severity.HINT if slack == _YEAR_OFF else None
                yield Spot(start, stop, said, block=block, severity=severity)
