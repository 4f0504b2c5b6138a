"""A number with two decimal points, or a date with a mark within it: 2.3.5亿元, 2026年.3月."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.tables import Table, each
from app.document.model import Role

_UNIT = "[万亿]|[元%％亩吨户]|公里|千米|平方米|人次"
_MEASURED = f"{_UNIT}|[～~×]|—[0-9]|[mkcd]?m(?![A-Za-z])|kg|[㎡厘毫个倍件辆台米斤度]|百分点|公斤|公顷|千克|千瓦"
# What is said, and what to put in place of the odd mark.
_KINDS: Table[tuple[str, str | None]] = Table(
    (
        (
            each(".", "0|1|2|3|4|5|6|7|8|9"),
            rf"(?P<odd>[0-9](?<![0-9.A-Za-z].)[0-9]*\.[0-9]+\.[0-9]+)(?=(?:{_UNIT}))",
            ("一个数里有两个小数点", None),
        ),
        (
            ",",
            rf"(?<![0-9,.])(?P<odd>[0-9]{{1,3}},[0-9]{{1,2}})(?![0-9,])(?=(?:{_UNIT}))",
            ("小数点误作逗号，或者千分位少了数字", None),
        ),
        (
            each("。", "0|1|2|3|4|5|6|7|8|9"),
            r"(?<![0-9第])(?P<odd>[0-9]{1,4}。[0-9]{1,2})(?=[%％℃]|[万亿]?元|公里|万?亩|吨|万人|°C|个百分点|万?平方米|万?立方米|公顷|公斤)",
            ("小数点误作句号", None),
        ),
        (
            each("，", "0|1|2|3|4|5|6|7|8|9"),
            r"(?<![0-9第.、，])(?P<odd>[0-9]{1,4}，[0-9]{1,2})(?=[%％]|[万亿]元|公里|万?亩|吨|万人)",
            ("小数点疑误作逗号", None),
        ),
        (
            each("．", "0|1|2|3|4|5|6|7|8|9"),
            rf"(?<![0-9.．A-Za-z第])(?!^)[0-9]{{1,4}}(?P<odd>．)(?=[0-9]{{1,3}}(?:{_MEASURED}))",
            ("小数点用半角", "."),
        ),
        (
            each("年", ".|．|。|,|，"),
            r"(?<=[0-9]{4}年)(?P<odd>[.．。,，])(?=[0-9]{1,2}月)",
            ("日期中间不加标点", ""),
        ),
        (
            each("月", ".|．|。|,|，"),
            r"(?<=[0-9]月)(?P<odd>[.．。,，])(?=[0-9]{1,2}日)",
            ("日期中间不加标点", ""),
        ),
        (
            "月有|月又|月以|月了|月就|月号",
            r"(?<=[0-9]月)(?P<odd>[有又以了就号])(?=[0-9]{1,2}日)",
            ("日期中间多了一个字", ""),
        ),
    )
)


@rule(
    group="数字",
    severity=Severity.ERROR,
    idle=True,
    triggers=_KINDS.triggers,
    yields_to=("half_width_punctuation",),
)
def broken_number(paragraph: Paragraph) -> Iterator[Spot]:
    """数字、日期中间夹了标点。

    一个数只有一个小数点，年、月、日之间不加标点。

    来源：GB/T 15835—2011 第5章；公文校对惯例
    Bad: 完成投资⟦3.4.6⟧亿元，户均增收⟦12,5⟧万元，增长⟦8。5⟧%，造林⟦3，6⟧万亩。
    Bad: 气温降到⟦6。5⟧℃，建筑面积⟦2。8⟧万平方米。
    Bad: 自2026年⟦.⟧4月起施行，9月⟦，⟧15日前报送。 -> 自2026年4月起施行，9月15日前报送。
    Bad: 沟深0⟦．⟧5米，行距2⟦．⟧6～2⟦．⟧7m。 -> 沟深0.5米，行距2.6～2.7m。
    Bad: 本办法自2025年6月⟦有⟧12日起施行。 -> 本办法自2025年6月12日起施行。
    Good: 完成投资3.46亿元，收入12,500元，见3.4.6节，版本3.4.6，IP为10.1.1.5。
    Good: 自2026年4月起施行；2025年、2026年4月，4月、9月15日，选项为3,5。
    """
    if paragraph.role is Role.OBJECT:
        return
    for found, told in _KINDS.found(paragraph):
        yield Spot(*found.span("odd"), *told)
