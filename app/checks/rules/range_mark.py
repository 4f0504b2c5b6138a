"""A hyphen between two amounts."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.patterns import regex

_UNITS = "个层项名位人次项家件份场户亩吨万亿元天年月日周小时分钟米公里度倍%％岁只头台套座处篇条期批届类级"
_RANGE = regex(
    rf"(?<![0-9A-Za-z.\-—+＋“\"〕])([0-9]+(?:\.[0-9]+)?[万亿%％]?)(-+|———?|―|－|–|~)([0-9]+(?:\.[0-9]+)?)(?=[{_UNITS}左]| ?学年|不等)"
)
_DATES = regex(r"(?<=[0-9][年月日号])(?P<mark>-{1,6}|－|–|———?|―)(?=[0-9]{1,4}[年月日号])")
# 8:00--11:30, 8时－9时
_CLOCK = regex(  # 8月3日23:30——8月4日2:00
    r"(?<=[0-9][:：][0-9]{2})(?P<mark>——|-{2,6}|―|－|–)(?=[0-9]{1,2}(?:月[0-9]{1,2}日|[:：][0-9]{2}))"
)
_TIMES = regex(r"(?<=[0-9][时点])(?P<mark>-{1,6}|－|–)(?=[0-9]{1,2}[时点])")
# 1一5月: the numeral for one typed or scanned for the line.
_ONE = regex(
    r"(?:(?<=[0-9][年月日时点])|(?<=[0-9]))(?P<mark>一)(?=[0-9]{1,4}(?:[年月日号时点名期届周个天岁人米]|:[0-9]))"
)
# 2016年3月—至今: 至 says what the line says.
_TO_NOW = regex(r"(?<=[0-9年月日])(?P<mark>-{1,2}|－|–|—{1,2}|～|~|―)(?=至今)")
_KEPT = regex("(?<=[0-9年月日时点%％])[—～](?=[0-9])")

_DASHED = (
    (_ONE, "连接号误作汉字“一”"),
    (_DATES, "起止日期之间用一个“—”"),
    (_CLOCK, "起止时间之间用一个“—”"),
    (_TIMES, "起止时间之间用一个“—”"),
)


@rule(
    group="标点",
    severity=Severity.WARNING,
    triggers=(*(f"一{n}" for n in range(10)), "-", "－", "–", "~", "―", "——", "—至今", "～至今"),
    habit=Habit(_KEPT, least=2),
)
def range_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """数值范围用了短横线。

    两个数值之间表示起止，用浪纹线“～”或一字线“—”，不用短横线。

    来源：GB/T 15834—2011 4.13.3；GB/T 15835—2011 5.1.3
    Bad: 2016年3月⟦—⟧至今，任农技站站长。 -> 2016年3月至今，任农技站站长。
    Bad: 每季度列出3⟦-⟧5个问题 -> 每季度列出3～5个问题
    Bad: 新建户厕1500⟦-⟧1800座 -> 新建户厕1500～1800座
    Bad: 9月1日⟦-⟧10月30日，3月⟦——⟧5月，2024⟦-⟧2025学年 -> 9月1日—10月30日，3月—5月，2024—2025学年
    Bad: 8:00⟦--⟧11:30上班，上午8时⟦－⟧9时集合 -> 8:00—11:30上班，上午8时—9时集合
    Bad: 停电时间为5月2日22:00⟦——⟧5月3日1:30，招收18⟦----⟧45岁村民 -> 停电时间为5月2日22:00—5月3日1:30，招收18～45岁村民
    Bad: 每组邀请2⟦——⟧3位村民 -> 每组邀请2～3位村民
    Bad: 补助500⟦-⟧800不等，面向16⟦―⟧60周岁居民，3⟦-⟧5层出租 -> 补助500～800不等，面向16—60周岁居民，3～5层出租
    Bad: 1⟦一⟧5月增产8%，上午9点⟦一⟧11点开放，2021⟦一⟧2023年连续丰收 -> 1—5月增产8%，上午9点—11点开放，2021—2023年连续丰收
    Bad: 公布2023⟦--⟧2024 学年课表。 -> 公布2023—2024 学年课表。
    Good: 周一8点、初一9点开放。
    Bad: 面向1⟦~⟧3年级学生 -> 面向1～3年级学生
    Good: 每季度列出3～5个问题，2025—2026年，电话0371-12345678，“1+4+1”。
    Good: 2020-01-17发布，型号A3-2，比分3-2，G107-2标段。
    """
    for pattern, said in _DASHED:
        for found in pattern.finditer(paragraph.text):
            yield Spot(*found.span("mark"), said, "—")
    for found in _TO_NOW.finditer(paragraph.text):
        yield Spot(*found.span("mark"), "“至今”前面不用连接号", "")
    for found in _RANGE.finditer(paragraph.text):
        first, _, second = found.groups()
        after = paragraph.text[found.end() :][:2].lstrip()[:1]
        if found[2] == "―":
            said = "数值起止用“～”或“—”，“―”是另一个符号"
            yield Spot(*found.span(2), said, "—", severity=Severity.HINT)
        elif found[2] == "~":
            yield Spot(*found.span(2), "数值起止用全角的“～”", "～", severity=Severity.HINT)
        elif len(first) == 4 and first.startswith(("19", "20")) and after in ("年", "学"):
            yield Spot(*found.span(2), "年份起止用“—”", "—")
        elif (len(first) <= 3 or len(second) >= len(first)) and not re.match("0[0-9]", first):
            yield Spot(*found.span(2), "数值起止用“～”或“—”", "～")
