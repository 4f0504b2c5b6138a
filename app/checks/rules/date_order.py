"""A span of time that ends before it begins."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_SPAN = regex(
    r"(?<![0-9])(?:(?P<year>[0-9]{4})年)?(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?"
    r"[上下午晨晚0-9时：:]{0,8}(?:开始，|起，|开始|起)?(?:至|到|—+|－|～|-)(?:(?P<to_year>[0-9]{4})年)?(?:(?P<to_month>[0-9]{1,2})月)?"
    r"(?:(?P<to_day>[0-9]{1,2})日)?"
)


@rule(group="数字", severity=Severity.ERROR, triggers=("至", "到", "—", "－", "～", "-"))
def date_order(paragraph: Paragraph) -> Iterator[Spot]:
    """起止日期颠倒。

    起止时间应当先起后止。跨年的写明年份或者“次年”；没有写年份的只比较同一个月里的两天。

    来源：公文校对惯例
    Bad: 集中整治时间为⟦9月30日至9月1日⟧。
    Bad: 采暖期为⟦2017年1月15日至2016年3月31日⟧。
    Bad: 报名时间为6月⟦20日至10日⟧。
    Bad: 任期自⟦2021年9月至2020年8月⟧。
    Good: 采暖期为11月15日至3月15日，活动时间9月1日至30日。
    Good: 2016年11月15日至2017年3月15日，自2021年9月至2022年8月。
    Good: 上午8时至11时，9月30日至次年1月1日，3月5日到10月1日。
    """
    if "月" not in paragraph.text:
        return
    for found in _SPAN.finditer(paragraph.text):
        part = {name: int(said) for name, said in found.groupdict().items() if said}
        months = {"to_year", "to_month"} <= part.keys() and "year" in part
        days = "day" in part and "to_day" in part
        same = part.get("to_month", part["month"]) == part["month"]
        if months:
            first, last = (part["year"], part["month"]), (part["to_year"], part["to_month"])
            wrong = last < first or (last == first and days and part["to_day"] < part["day"])
        else:
            wrong = "to_year" not in part and days and same and part["to_day"] < part["day"]
        if wrong:
            start = found.start("day") if "to_month" not in part else found.start()
            yield Spot(start, found.end(), "起止时间颠倒，或者其中一个写错")
