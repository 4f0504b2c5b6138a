"""A unit or a percent sign whose number was never filled in."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.han import NUMERALS

_UNIT = "(?:[万亿]元|元|万?[亩吨]|万?[千公]米|万平方米|[万亿]千瓦时|人次|万人次|个百分点)"
# What is never said of an amount without its number: 上万亩, 达亿元 and 近万人 are.
_AMOUNT = re.compile(
    "(?:约|共计|合计|总计|分别为|稳定在|同比(?:增长|下降|增加|减少)|较?上年(?:增长|下降|增加|减少))了?"
    f"(?P<odd>{_UNIT})(?!以上|以下|左右|户|村|镇|级)"
)
_PERCENT = re.compile(
    f'(?<![0-9０-９{NUMERALS}零千万两半XxＸ×_＿○〇*＊）)〉》”"（(/、%％ \u3000])(?P<odd>[%％])'
)


@rule(
    group="待填与杂质",
    severity=Severity.WARNING,
    triggers=("%", "％", "元", "亩", "吨", "米", "千瓦时", "人次", "百分点"),
)
def missing_number(paragraph: Paragraph) -> Iterator[Spot]:
    """数字漏填。

    单位或百分号前面没有数字，多半是等着填数或者复制时丢了。“超万亩”“达亿元”“近万人”自成数量，不在此列。

    来源：公文校对惯例
    Bad: 实现税收约⟦亿元⟧，同比增长⟦%⟧。
    Bad: 播种面积稳定在⟦万亩⟧，其中粮食⟦%⟧。
    Good: 实现税收约3亿元，同比增长5%，面积稳定在万亩以上，产值达亿元。
    Good: 单位：亿元、%。增幅（%）一栏，增长X%，增长百分之五，建成约万亩级基地。
    """
    for pattern in (_AMOUNT, _PERCENT):
        for found in pattern.finditer(paragraph.text):
            yield Spot(*found.span("odd"), f"“{found['odd']}”前面没有数字")
