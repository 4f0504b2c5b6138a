"""Ages and spans that the year of the paper does not give: born 1988, in 2024 aged 38."""

import datetime as dt
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})年"
_AGE = regex(
    rf"{_YEAR}(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?(?:出生|生)[^。；]{{0,24}}?(?:现年|今年|年龄)(?P<n>[1-9][0-9])(?:周岁|岁)"
)
_BEGUN = (
    "购置|建成|投用|投入使用|投产|建矿|建厂|建校|建院|建站|创办|创建|组建|参加工作|入职|入行|入党|竣工|通车|"
    "运行|启用|开馆|开业|办学"
)
_SINCE = regex(
    rf"{_YEAR}(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?[^，。；、0-9]{{0,10}}?(?:{_BEGUN})，(?:已(?:经)?(?:连续|使用|运行|服役|走过|历时|有|办学)*了?|至今已?有?|距今已?有?|(?=[0-9]{{1,3}}年来))(?P<n>[0-9]{{1,3}})年(?!代|度|月)"
)
_DAYS = regex(
    r"自(?:(?P<year>20[0-9]{2})年)?(?P<month>1[0-2]|[1-9])月(?P<day>[12][0-9]|3[01]|[1-9])日[^。；]{0,24}?(?:以来|起|至今)，[^。；0-9]{0,14}?"
    r"(?:连续|持续|已|历时)[^。；，0-9]{0,6}(?P<n>[0-9]{2,3})(?P<more>[多余])?(?:天|个日夜|个昼夜)"
)
# 生于1965年3月，到2025年3月年满59周岁
_UNTIL = regex(
    rf"(?:(?<=生于)|(?<=出生于)){_YEAR}(?:(?P<month>[0-9]{{1,2}})月)?(?P<day>[0-9]{{1,2}}日)?[^。；0-9]{{0,16}}?，[^。；0-9]{{0,6}}?(?:到|至|截至|截止)(?P<year2>(?:19|20)[0-9]{{2}})年(?:(?P<month2>[0-9]{{1,2}})月)?(?P<day2>[0-9]{{1,2}}日)?[^。；0-9]{{0,6}}?(?P<full>年满|已满|将满|满|是|为|已|达)(?P<n>[1-9][0-9])(?P<of>周岁|岁)"
)
_PAST = regex("当时|时年|那年|截至|到[0-9]{4}年")

Told = tuple[str, int, int, int, tuple[int, int, int]]  # sort, place, count, the year and day


def spans(paragraph: Paragraph) -> tuple[Told, ...] | None:
    """Return the ages and spans a paragraph tells, with what they are counted from: facts."""
    if paragraph.role is Role.OBJECT:
        return None
    text = paragraph.figures.text
    found: list[Told] = [*_until(text)]
    for sort, pattern in (("age", _AGE), ("years", _SINCE)):
        found += [
            (sort, *m.span("n"), int(m["n"]), (int(m["year"]), 1, 1))
            for m in pattern.finditer(text)
            if not _PAST.search(m[0])
        ]
    for m in _DAYS.finditer(text):
        began = (int(m["year"] or 0), int(m["month"]), int(m["day"]))
        found.append(("days", *m.span("n"), int(m["n"]), began))
    place = paragraph.figures.span
    return (
        tuple([(sort, *place(start, end), count, day) for sort, start, end, count, day in found])
        or None
    )


def _until(text: str) -> Iterator[Told]:
    """Yield ages at a day that the text tells, where the day of birth gives another age."""
    for m in _UNTIL.finditer(text) if "生于" in text else ():
        years = int(m["year2"]) - int(m["year"])
        right = {years - 1, years}
        if m["month"] and m["month2"]:
            months = int(m["month2"]) - int(m["month"])
            days = bool(m["day"] and m["day2"])
            right = {years - (months < 0)} if months or not days else right
        if m["of"] == "岁" and "满" not in m["full"]:
            right |= {years, years + 1}
        if int(m["n"]) not in right:
            yield "until", *m.span("n"), int(m["n"]), (max(right), 1, 1)


@rule(
    group="数字",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=("岁", "已", "至今", "距今", "年来", "连续", "持续"),
    facts=spans,
)
def elapsed_time(reading: Reading) -> Iterator[Spot]:
    """年龄、年数与成文日期不符。

    写明了出生年份、起始年份，又写了现年多少岁、已有多少年、连续多少天，应当与成文日期算得拢；周岁、虚岁都算相符。

    来源：历法；公文校对惯例
    Bad{2024-05-20}: 我1988年6月出生，现年⟦38⟧岁，中共党员。
    Bad{2025-10-20}: 该设备于2009年10月购置，已使用⟦12⟧年，配件停产。
    Bad{2023-06-30}: 我们矿1958年建矿，⟦75⟧年来为国家贡献了大量优质煤。
    Bad{2020-03-02}: 自1月28日首批队员出征以来，他们已经连续奋战⟦40⟧多天。
    Good{2024-05-20}: 我1988年6月出生，现年35岁，2010年7月参加工作，已有14年工龄。
    Good{2025-10-20}: 该设备于2009年10月购置，已使用16年；我们矿1958年建矿，67年来贡献突出。
    Good{2020-03-02}: 自1月28日首批队员出征以来，他们已经连续奋战30多天。
    Bad: 老李生于1964年8月，到2024年8月年满⟦61⟧周岁。
    Bad: 他生于一九七〇年十月，到二〇二五年三月已满⟦五十五⟧周岁。
    Good: 他生于1970年10月，到2025年3月已满54周岁，到2025年12月为55岁；她生于1980年，到2020年是40岁。
    Good{2021-03-02}: 1950年建校，当时现年20岁的他任教。
    """
    today = reading.date
    for block, told in reading.present():
        for sort, start, end, count, (year, month, day) in told:
            if sort == "until":
                yield Spot(start, end, f"按出生年月计算是{year}岁，请核对", block=block)
            if sort == "until" or not reading.dated:
                continue
            if sort == "days":
                right = _days(today, year, month, day)
                if right is not None and count > right:
                    yield Spot(start, end, f"到成文日期是{right}天，请核对", block=block)
                continue
            right = today.year - year
            if right > 0 and abs(count - right) > 1:
                what = "岁" if sort == "age" else "年"
                said = f"从{year}年到{today.year}年是{right}{what}，请核对"
                yield Spot(start, end, said, block=block)


def _days(today: dt.date, year: int, month: int, day: int) -> int | None:
    """Return the days up to today, both ends counted; None where that is no day of the past."""
    try:
        first = dt.date(year or today.year, month, day)
    except ValueError:
        return None
    days = (today - first).days + 1
    return days if days > 0 else None
