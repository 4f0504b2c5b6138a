"""省、市县 and the like, with one of the marks left out."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_LEVELS = regex(
    r"(?<![\u4e00-\u9fff])(?:省、市县|市、县区(?!域)|县、乡村|省、市级(?=层面|部门)|市、县级(?=层面|部门))"
)
_PLACES = regex(r"(?<=[到入往下进])(?:嘎查)?村社区(?=调研|走访|开展|宣讲|指导|[，。])")
_FIXES = {
    "省、市县": "省、市、县",
    "市、县区": "市、县、区",
    "县、乡村": "县、乡、村",
    "省、市级": "省、市",
    "市、县级": "市、县",
}


@rule(group="标点", severity=Severity.HINT, triggers=(*_FIXES, "村社区"))
def bare_coordinates(paragraph: Paragraph) -> Iterator[Spot]:
    """并列的层级之间漏了顿号。

    “省、市、县”这样的并列，顿号要么都用、要么都不用。

    来源：GB/T 15834—2011 4.5
    Bad: 推动各项部署落地，⟦省、市县⟧三级联动
    Bad: 利用三分之一的时间到⟦村社区⟧调研
    Good: 推动各项部署落地，省、市、县三级联动，省市县党委高度重视，到村（社区）调研。
    """
    for pattern in (_LEVELS, _PLACES):
        for found in pattern.finditer(paragraph.text):
            right = _FIXES.get(found[0], "村、社区")
            yield Spot(*found.span(), f"并列的成分标点不一，可写作“{right}”")
