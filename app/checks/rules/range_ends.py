"""Two ends of a range that do not go together: 3月至五月, 2021—23年, 3月1日至到3月5日."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, lacking, rule
from app.document.numbering import from_chinese, to_chinese
from app.patterns import regex

_HAN = "一二三四五六七八九十"
_TO = "至到—～－~-"
_UNIT = "季度|年级|个月|小时|月|年(?!代)|日|天|周|名|人|个|层|岁|倍|次|级(?!台阶)"
# 3月至五月, 一至3季度; what is as soon as March comes, and a day as 五一, is none of these.
_DIGITS_FIRST = regex(
    rf"(?<![0-9.．:：A-Za-z])(?P<a>[0-9]{{1,2}})(?P<of>月|日|年|季度)?份?[{_TO}](?P<b>[{_HAN}]{{1,3}})(?P<unit>{_UNIT})"
)
_HAN_FIRST = regex(
    rf"(?<![{_HAN}百千万零几数统唯之单专任同合归初周期礼0-9.])(?!(?:[三五六七八十]一|三八|一到)[0-9{_TO}])(?P<a>[{_HAN}]{{1,3}})(?P<of>月|日|年|季度)?份?[{_TO}](?P<b>[0-9]{{1,2}})(?P<unit>{_UNIT})"
)
_IN_HAN = ("季度", "年级")
# 2021—23年; 2021—23年度 is a season. 从2000到50年后 has no second year.
_YEARS = regex(
    rf"(?<![0-9A-Za-z.])(?P<first>(?:19|20)[0-9]{{2}})年?[{_TO}](?P<second>[0-9]{{2}})(?=年(?![代后来前以内多左之期限的度级间]))"
)
_LONGEST = 40  # years that such a range lasts at most
_TWICE = regex(
    r"(?<=[0-9日月年时点号分起])(?P<odd>至到|到至|至至|到到)(?=[0-9]|次[年月日]|[今明后][年天]|[一二三四五六七八九十]{1,3}[月日年时点])"
)
# 80周至89周岁
_AGES = regex(rf"(?<=[0-9])(?P<odd>周)(?=[{_TO}][0-9]{{1,3}}周岁)")
# 9月29—10月7日
_NO_DAY = regex(rf"(?<=[0-9]月)[0-9]{{1,2}}(?=[{_TO}]{{1,2}}(?:1[0-2]|[1-9])月[0-9]{{1,2}}日)")
_TWICES = ("至到", "到至", "至至", "到到")


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=(*(f"{to}{n}" for to in _TO for n in f"0123456789{_HAN}"), *_TWICES, "周岁"),
    yields_to=("date_form",),
)
def range_ends(paragraph: Paragraph) -> Iterator[Spot]:
    """起止两端的写法不一。

    起止的两个数要么都用阿拉伯数字，要么都用汉字；年份范围的后一个年份也写全四位；“至”“到”用一个就够。

    来源：GB/T 15835—2011 4.3、5.1.3、5.1.4
    Bad: ⟦4月至六⟧月集中整治。 -> 4月至6月集中整治。
    Bad: ⟦二月至5⟧月为报名期，⟦三至5⟧年级参加。 -> 2月至5月为报名期，三至五年级参加。
    Bad: ⟦1至三⟧季度完成投资八成。 -> 一至三季度完成投资八成。
    Bad: 2022—⟦24⟧年实施技改，2019至⟦21⟧年修路。 -> 2022—2024年实施技改，2019至2021年修路。
    Bad: 画展自3月1日⟦至到⟧3月5日开放。 -> 画展自3月1日至3月5日开放。
    Bad: 80⟦周⟧至89周岁的老人每月补助一百元。 -> 80周岁至89周岁的老人每月补助一百元。
    Bad: 自查阶段为9月2⟦6⟧—10月8日。 -> 自查阶段为9月26日—10月8日。
    Good: 9月26日—10月8日，9月26—28日；4月至6月，四月至六月，三至五年级，1至3季度，五一至5月10日，一到3月就开工，统一到5个部门，3日到三天后。
    Good: 2022—2024年，2022—23年度，2000到50年后，直至到5月，从来没有到到场的程度。
    """
    text = paragraph.text
    for pattern in (_DIGITS_FIRST, _HAN_FIRST):
        for found in pattern.finditer(text):
            yield from _in_two_writings(found)
    for found in _YEARS.finditer(text):
        if 0 < int(found["second"]) - int(found["first"][2:]) <= _LONGEST:
            right = found["first"][:2] + found["second"]
            yield Spot(*found.span("second"), "后一个年份也写全四位", right)
    for found in _NO_DAY.finditer(text):
        yield lacking("日", found.end(), found.end(), "起止日期都写“日”")
    for found in _AGES.finditer(text) if "周岁" in paragraph.literals else ():
        yield Spot(*found.span("odd"), "前后都是年龄，都用“周岁”", "周岁")
    if not paragraph.literals.isdisjoint(_TWICES):
        for found in _TWICE.finditer(text):
            yield Spot(*found.span("odd"), "“至”“到”用一个", "至")


def _in_two_writings(found: re.Match[str]) -> Iterator[Spot]:
    """Report a range of which one end is written in Arabic, the other in Chinese numerals."""
    a, b = from_chinese(found["a"]), from_chinese(found["b"])
    if found["of"] not in (None, found["unit"]) or a is None or b is None or a >= b:
        return
    start, end = found.start("a"), found.end("b")
    between = found.string[found.end("a") : found.start("b")]
    first, last = (to_chinese(a), to_chinese(b)) if found["unit"] in _IN_HAN else (a, b)
    yield Spot(start, end, "起止两个数的写法要一致", f"{first}{between}{last}")
