"""近100余人: approximate twice over."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_NUMBER = r"[0-9.]+|[一二三四五六七八九十百千]+"
_BEFORE = re.compile(
    rf"(近|约|大约|将近|接近|超过|达到|突破|不足|至少|超|逾)((?:{_NUMBER})[万亿]?)(余|多)(?=[万亿]?(?:[个名人次项家件份场户亩吨元天年月公里米位部台套处座]|平方))"
)
_AFTER = re.compile(
    rf"(近|约|大约|将近|接近|超过|不足|至少|逾)((?:{_NUMBER})[万亿]?(?:[个名人次项家件份场户亩吨元天年岁公里米位部台套处座%％]|万元|亿元|平方米|公里)?)(左右|上下|以上)"
)


@rule(group="数字", severity=Severity.WARNING, triggers=("余", "多", "左右", "上下", "以上"))
def doubled_approximate(paragraph: Paragraph) -> Iterator[Spot]:
    """约数重复。

    “近、约、超过”与“余、多、左右、以上”都表示约数，不能同时用在一个数上。

    来源：GB/T 15835—2011 5.2；语法规范
    Bad: 更新电梯⟦近60余⟧部
    Bad: 投资⟦约50万元左右⟧
    Bad: 覆盖⟦超过100多⟧个村
    Good: 更新电梯60余部，投资约50万元，覆盖超过100个村，达到60余户。
    Good: 年满60岁以上，多数群众。
    """
    for found in _BEFORE.finditer(paragraph.text):
        if found[1] != "达到":
            yield Spot(*found.span(), f"“{found[1]}”与“{found[3]}”重复")
    for found in _AFTER.finditer(paragraph.text):
        if not (found[1] == "至少" and found[3] == "左右" and not found[2]):
            yield Spot(*found.span(), f"“{found[1]}”与“{found[3]}”重复")
