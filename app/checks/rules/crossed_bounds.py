"""Two bounds that leave nothing between them: 35岁以上、30岁以下."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_UNIT = "岁|周岁|人|万元|亿元|元|亩|年|名|平方米|公里|%|％|℃|度|天|米|分"
_FROM = regex(
    rf"(?P<low>[0-9]+(?:\.[0-9]+)?)(?P<unit>{_UNIT})(?:（含[^（）]{{0,6}}）)?(?:以上|起)(?:（含[^（）]{{0,6}}）)?[、，]?(?:且|并且|同时)?(?:不超过|低于|未满|小于)?"
    rf"(?P<high>[0-9]+(?:\.[0-9]+)?)(?P=unit)(?:（含[^（）]{{0,6}}）)?(?P<below>以下|以内)?"
)


@rule(group="数字", severity=Severity.WARNING, idle=True, triggers=("以上",))
def crossed_bounds(paragraph: Paragraph) -> Iterator[Spot]:
    """上下限颠倒。

    “35岁以上、30岁以下”没有人符合，多半是两个数目写反或者写错了。

    来源：公文校对惯例
    Bad: 年龄在⟦35岁以上、30岁以下⟧的干部。
    Bad: 对面积⟦50亩以上20亩以下⟧的地块进行核查。
    Good: 年龄在18岁以上、60岁以下，60岁以上、70岁以上老人分别为12人、8人。
    Good: 80岁以上、60岁以下的分别占10%、45%，处5万元以上20万元以下罚款。
    """
    yield from paragraph.placed(_crossed(paragraph.figures.text))


def _crossed(text: str) -> Iterator[Spot]:
    """Report lower bounds above the upper ones."""
    for found in _FROM.finditer(text):
        behind = text[found.end() : found.end() + 12]
        if not found["below"] or re.match("[^。；]{0,8}(?:分别|各占|各有|均|都)", behind):
            continue
        if float(found["low"]) > float(found["high"]):
            yield Spot(*found.span(), "下限大于上限，请核实")
