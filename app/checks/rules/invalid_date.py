"""Days that no calendar has."""

from calendar import monthrange
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_DAY = regex(r"(?P<month>[0-9](?<![0-9].)[0-9]?)月(?P<day>[0-9]{1,2})日")
_YEAR = regex(r"(20[0-9]{2}|19[0-9]{2})年\Z")
_LEAP = 2024  # where no year is said, there may be a 29th of February
_SURE = 28  # a day that every month has
_LONG = 5  # characters of a year
# 201年12月, 016年5月, 20215年3月: a digit too few or too many in a year of our time.
_SHORT = regex(
    r"(?<![0-9.])(?P<year>(?:20[0-9]|0[0-9]{2})(?=年[01]?[0-9]月)|(?:19|20)[0-9]{3}(?=年(?:[01]?[0-9]月|[，。；、）]|$)))"
)
# In Chinese numerals only what few days have runs the rule.
_HAN = (
    *(f"{month}月三十一日" for month in ("二", "四", "六", "九", "十一")),
    *("二月三十日", "二月二十九日", "月三十二日"),
)
_MOON = regex("年$|农历|阴历|夏历|旧历|闰|古")
_FAR = 8  # characters before a day in which its calendar is said
_TURNED = regex("(?<=月[0-9])曰|(?<=月[0-9]{2})曰")
_PAST = regex("(?:公元前?|元|汉|晋|唐|吴|魏|前)$")
_CLOCK = regex(
    r"(?:上午|下午|晚上|中午|凌晨|[日晚于至前在])\s?(?P<time>(?P<hour>[0-9]{1,2})[:：](?P<minute>[0-9]{2}))(?![0-9:：])"
)
_HALVES = ("上午", "凌晨", "早上", "早晨")
_HOUR = regex(
    rf"(?P<half>{'|'.join(_HALVES)})(?P<hour>1[3-9]|2[0-9])(?=[:：时点][0-9整半，。；前之起至—]?)"
)
_MONTH = regex(r"(?<=年)([0-9]{1,2})月(?!份?[—～])")


@rule(
    group="要素",
    severity=Severity.ERROR,
    triggers=(
        *(f"{n}月" for n in range(10)),
        *_HAN,
        *(f"{mark}{n}" for mark in ":：" for n in range(10)),
        *(f"{half}{n}" for half in _HALVES for n in (1, 2)),
    ),
)
def invalid_date(paragraph: Paragraph) -> Iterator[Spot]:
    """不存在的日期。

    2月30日、6月31日、13月等日历上没有的日期，24:60、上午14时之类没有的时刻。

    来源：历法；公文校对惯例
    Bad: 防火期至⟦6月31日⟧结束
    Bad: ⟦2025年2月29日⟧召开会议
    Bad: 2025年⟦13月⟧
    Bad: ⟦202⟧年11月，⟦016⟧年5月动工
    Bad: 自⟦20215⟧年3月起施行
    Bad: 请于5月3⟦曰⟧前报送 -> 请于5月3日前报送
    Good: 赤壁之战发生在公元208年11月前后。
    Bad: 请于3月5日⟦24:60⟧前到达
    Bad: 会议定于⟦上午15⟧时召开
    Good: 3月5日9:30开会，上午11时结束，比例为1:60，日前24:00截止。
    Bad: 请于⟦六月三十一日⟧前报送总结，⟦二〇二五年二月二十九日⟧公布名单。
    Good: 十二月三十日公布名单，农历二月三十日举办庙会，光绪三十年二月三十日立碑。
    Good: 2024年2月29日召开会议，2月29日前报送，6月30日结束。
    """
    literals = paragraph.literals
    ends = {literal[-1] for literal in literals.difference(_HAN)}
    if not literals.isdisjoint(_HAN):
        yield from paragraph.placed(_days(paragraph.figures.text, han=True))
    elif "月" in ends:
        yield from _days(paragraph.text)
    if "月" in ends:
        yield from _years(paragraph.text)
    if ends - {"月"}:
        yield from _times(paragraph.text)


def _days(text: str, *, han: bool = False) -> Iterator[Spot]:
    """Report days and months that there are not, but days by the moon in Chinese numerals."""
    for found in _DAY.finditer(text):
        month, day, start = int(found["month"]), int(found["day"]), found.start()
        if 1 <= month <= 12 and 1 <= day <= _SURE:
            continue
        of = _YEAR.search(text, max(start - _LONG, 0), start)
        if han and of is None and _MOON.search(text, max(start - _FAR, 0), start):
            continue
        year = int(of[1]) if of else _LEAP
        if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
            yield Spot(of.start() if of else start, found.end(), f"没有{month}月{day}日")
    for found in _MONTH.finditer(text):
        follows = text[found.end() : found.end() + 1]
        if not 1 <= int(found[1]) <= 12 and not follows.isdigit():
            yield Spot(*found.span(), f"没有{found[1]}月")


def _years(text: str) -> Iterator[Spot]:
    """Report years of our time with a digit too few or too many, and 曰 for 日."""
    for found in _SHORT.finditer(text):
        if not _PAST.search(text, max(found.start() - 3, 0), found.start()):
            yield Spot(*found.span("year"), "年份不是四位数，请核实")
    for found in _TURNED.finditer(text):
        yield Spot(*found.span(), "“日”误作“曰”", "日")


def _times(text: str) -> Iterator[Spot]:
    """Report times of the day that there are not."""
    for found in _CLOCK.finditer(text):
        hour, minute = int(found["hour"]), int(found["minute"])
        if hour > 24 or minute > 59:
            yield Spot(*found.span("time"), f"没有{found['time']}这个时刻")
    for found in _HOUR.finditer(text):
        yield Spot(found.start(), found.end("hour"), f"{found['half']}没有{found['hour']}时")
