"""A date of writing that cannot be that of what the title arranges: 2027年春节放假, written in 2026年1月."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_YEAR = regex("20[0-9]{2}(?=年|春节|元旦|清明|端午|中秋|国庆|寒假|暑假|五一|级|届)")
_DAY = regex("(?P<year>20[0-9]{2})年(?P<month>1[0-2]|0?[1-9])月(?:[0-9]{1,2}日)?")
_EVENT = regex(
    "放假|值班安排|春节|元旦|清明|五一|劳动节|端午|中秋|国庆|寒假|暑假|工作要点|工作计划|活动方案|实施方案|招聘|招生"
)
_HOLIDAY = regex("放假|值班安排|春节|元旦|清明|五一|劳动节|端午|中秋|国庆|寒假|暑假")
_BACK = regex("总结|报告|情况|通报|决算|公示|公布|结果|名单|表彰|考核|批复|补充|调整|转发")
_EARLY = 9  # month from which next year's work is arranged


def dated_line(paragraph: Paragraph) -> tuple[bool, int, int, int] | None:
    """Return the year of a title or date line: whether it is a date, month, year, start: facts."""
    text = paragraph.text
    if paragraph.role is Role.TITLE:
        if not _EVENT.search(text) or _BACK.search(text):
            return None
        years = [*_YEAR.finditer(text)]
        if len(years) != 1:
            return None
        return False, 13 if _HOLIDAY.search(text) else 0, int(years[0][0]), years[0].start()
    if paragraph.role is not Role.DATE:
        return None
    day = _DAY.search(text)
    return (True, int(day["month"]), int(day["year"]), day.start()) if day else None


@rule(group="一致", severity=Severity.HINT, scope="document", facts=dated_line)
def title_date(reading: Reading) -> Iterator[Spot]:
    """成文日期与标题的年份不合。

    安排某年节假日、年度工作的通知和计划，成文在当年，最早在前一年秋后；早了一整年或者晚了一年的，多半是年份沿用了旧稿。

    来源：公文校对惯例
    Bad:
        title| 2027年春节放假通知
        后勤保障处
        date| ⟦2026⟧年1月10日
    Bad:
        title| 2026年全县统计工作要点
        青石县统计局
        date| ⟦2027⟧年3月2日
    Good:
        title| 2027年春节放假通知
        后勤保障处
        date| 2027年1月10日
    Good:
        title| 2027年元旦放假通知
        后勤保障处
        date| 2026年12月26日
    Good:
        title| 2026年全县统计工作总结
        青石县统计局
        date| 2027年1月5日
    """
    title: tuple[int, int] | None = None
    for block, (is_date, month, year, start) in reading.present():
        if not is_date:
            title = (year, month) if title is None else None
            continue
        if title is None:
            continue
        told, holiday = title
        ahead = year == told - 1 and month >= _EARLY
        late = year == told + 1 and (holiday or month > 1)
        if (year == told - 1 and not ahead) or late:
            said = f"标题写的是{told}年，成文在{year}年{month}月，请核对年份"
            yield Spot(start, start + 4, said, block=block)
        title = None
