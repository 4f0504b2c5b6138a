"""Dates with leading zeros, short years, Chinese digits or half-width brackets."""

import datetime as dt
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.dates import in_han
from app.checks.language.han import DIGITS
from app.document.model import Role
from app.document.numbering import from_chinese
from app.patterns import regex

_ZERO = regex(
    r"((?:20|19)(?<![0-9]..)[0-9]{2})年(0?[0-9]|1[0-2])月(?:(0[1-9]|[12][0-9]|3[01]|[1-9])日)?"
)
_SHORT = regex(r"(?<![0-9.．—～-])[’']?([12][0-9])年(?=1?[0-9]月|底|初|末)")
_MIXED = regex(r"(?P<year>[〇○零一二三四五六七八九]{4})年[0-9]{1,2}月(?:[0-9]{1,2}日)?")
# 03月08日: the year stands elsewhere.
_NO_YEAR = regex(
    r"(?<![0-9.])(?<![0-9]年)(?P<month>0[1-9]|1[0-2]|[1-9])月(?P<day>0[1-9]|[12][0-9]|3[01]|[1-9])日"
)
# 86年9月
_OLD = regex(r"(?<![0-9.．—～第-])[’']?(?P<year>[5-9][0-9])年(?=(?:1[0-2]|[1-9])月)")
# 2022年1月1起
_NO_DAY = regex(
    r"(?<=[0-9]月)(?<!起，[0-9]月)(?<!起、[0-9]月)(?P<day>[12][0-9]|3[01]|[1-9])(?=起(?!，[0-9]{1,2}月[0-9]{1,2}起|[事案火较重突交安生刑治涉]|[\u4e00-\u9fff]{0,6}(?:事故|案))|[之以][前后]|前|开始|召开|举行|上午|下午|晚上)"
)
_NO_LAST = regex(r"20[0-9]{2}年[0-9]{1,2}月(?P<day>[12][0-9]|3[01]|0?[1-9])[）)]?\s*$")  # signed
# 三月15日
_TWO_WAYS = regex(
    "(?<![一二三四五六七八九十0-9闰历])(?P<month>[一二三四五六七八九十]{1,2}|[0-9]{1,2})月(?P<day>[一二三四五六七八九十]{1,3}|[0-9]{1,2})日(?!内|[一二三四五六七八九]|游|谈)"
)
# 12中旬
_NO_MONTH = regex("(?<![0-9月第.\\-－—～~至到])(?P<month>1[0-2]|[1-9])(?=[上中下]旬)")
_VALUES = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_SINCE = dt.date(
    2012, 7, 1
)  # when the standard took effect; the one before asked for Chinese digits
_SIGNED = (Role.DATE, Role.DATE_LINE)


@rule(
    group="要素",
    severity=Severity.ERROR,
    triggers=(
        *(f"{unit}{n}" for unit in "年月" for n in f"0123456789{DIGITS}"),
        *(f"{n}{part}旬" for n in range(10) for part in "上中下"),
        *(f"0{n}月" for n in range(1, 10)),
    ),
)
def date_form(paragraph: Paragraph) -> Iterator[Spot]:
    """日期写法不规范。

    成文日期用阿拉伯数字，年份写全四位，月、日不编虚位（1不写作01），“日”字不省。引文和决定中的汉字年份不在此列。落款沿用旧式汉字日期的，只作提示。

    来源：GB/T 9704—2012 7.3.5.4；GB/T 15835—2011 4.1
    Bad: ⟦2026年03月05日⟧ -> 2026年3月5日
    Bad: date| ⟦二〇二六年三月五日⟧ -> 2026年3月5日
    Bad: 会议定于⟦二〇二四⟧年3月5日召开。 -> 会议定于2024年3月5日召开。
    Bad: 自⟦26年⟧3月起施行 -> 自2026年3月起施行
    Bad: 请于⟦05月10日⟧前报送。 -> 请于5月10日前报送。
    Bad: ⟦86年⟧9月建站 -> 1986年9月建站
    Bad: date| 2026年3月⟦5⟧ -> 2026年3月5日
    Bad: 自2026年3月⟦1⟧起施行 -> 自2026年3月1日起施行
    Bad: 请于5月⟦10⟧前报送。 -> 请于5月10日前报送。
    Bad: ⟦三月15日⟧至四月十日集中植树。 -> 3月15日至四月十日集中植树。
    Bad: ⟦11⟧中旬组织了验收。 -> 11月中旬组织了验收。
    Good: 农历三月15日，完成4月一日一练，请于3月五日内办结。
    Good: 3月发生事故3起，4月1起，都是小事故；其中5月1起，6月2起。
    Good: 2026年3月5日，11月中旬，11月至12月上旬
    Good: 到二〇三五年基本实现社会主义现代化
    Good: date| 二〇〇九年五月二十日
    Good: 5月10日，刑期97年7个月，2026年10月10日，10月20日
    Good: 用了20年时间，近20年来，10年底子薄。
    Good: 2020年10月10日至2026年1月20日
    """
    text = paragraph.text
    for found in _NO_MONTH.finditer(text):
        yield Spot(*found.span("month"), "月份后面缺“月”字", f"{found['month']}月")
    yield from _unlike(text)
    for found in _ZERO.finditer(text):
        year, month, day = found.groups()
        if month.startswith("0") or (day or "").startswith("0"):
            right = f"{year}年{int(month)}月" + (f"{int(day)}日" if day else "")
            if int(month):
                yield Spot(*found.span(), "月、日前不加0", right)
    for found in _NO_DAY.finditer(text):
        yield Spot(*found.span(), "缺“日”", f"{found['day']}日")
    for found in _SHORT.finditer(text):
        if text[found.end() : found.end() + 1].isdigit():
            yield Spot(*found.span(), "年份应写全四位", f"20{found[1]}年")
    yield from _short_ones(text)
    if paragraph.role in _SIGNED:
        yield from _in_han(text)
        if (found := _NO_LAST.search(text)) is not None:
            yield Spot(*found.span("day"), "缺“日”", f"{int(found['day'])}日")


def _short_ones(text: str) -> Iterator[Spot]:
    """Yield days with noughts whose year stands elsewhere, and years of the last century."""
    for found in _NO_YEAR.finditer(text):
        if "0" in (found["month"][0], found["day"][0]):
            right = f"{int(found['month'])}月{int(found['day'])}日"
            yield Spot(*found.span(), "月、日前不加0", right, severity=Severity.WARNING)
    for found in _OLD.finditer(text):
        right = f"19{found['year']}年"
        yield Spot(*found.span(), "年份应写全四位", right, severity=Severity.WARNING)


def _in_han(text: str) -> Iterator[Spot]:
    """Report the dates of a line in Chinese digits, where the standard asks for Arabic ones."""
    for start, end, day in in_han(text):
        if day is not None and day >= _SINCE:
            right = f"{day.year}年{day.month}月{day.day}日"
            said = "成文日期用阿拉伯数字"
            yield Spot(start, end, said, right, severity=Severity.HINT)


def _unlike(text: str) -> Iterator[Spot]:
    """Yield the dates of which one part is in Chinese numerals and another is not."""
    for found in _TWO_WAYS.finditer(text):
        if found["month"].isascii() != found["day"].isascii():
            right = f"{from_chinese(found['month'])}月{from_chinese(found['day'])}日"
            said, severity = "月、日的数字要一致", Severity.WARNING
            yield Spot(*found.span(), said, right, severity=severity)
    for found in _MIXED.finditer(text):
        right = found["year"].translate(_VALUES)
        yield Spot(*found.span("year"), "年份与月、日的数字要一致", right)
