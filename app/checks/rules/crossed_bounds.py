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

# 3天以上（含2天）: the bound itself is what may be counted in or out.
_WITH = regex(
    rf"(?P<bound>[0-9]+(?:\.[0-9]+)?)(?P<unit>{_UNIT}|次|项|个|日|小时|个月)以[上下内](?P<odd>（含(?P<held>[0-9]+(?:\.[0-9]+)?)(?P=unit)）)"
)
# 3天（含3天以上）
_WITHIN = regex(
    rf"(?P<bound>[0-9]+(?:\.[0-9]+)?(?:{_UNIT}|次|项|个|日|小时|个月))（含(?P=bound)(?P<side>以[上下内])）"
)


@rule(group="数字", severity=Severity.WARNING, idle=True, triggers=("以上", "（含"))
def crossed_bounds(paragraph: Paragraph) -> Iterator[Spot]:
    """上下限颠倒。

    “35岁以上、30岁以下”没有人符合，多半是两个数目写反或者写错了；括号里的“含”说的是界限本身，“4天以上（含3天）”也写错了。

    来源：公文校对惯例
    Bad: 年龄在⟦35岁以上、30岁以下⟧的干部。
    Bad: 对面积⟦50亩以上20亩以下⟧的地块进行核查。
    Bad: 请假4天以上⟦（含3天）⟧的由局长审批，请假⟦2天（含2天以上）⟧的须附证明。 -> 请假4天以上（含4天）的由局长审批，请假2天以上（含2天）的须附证明。
    Good: 请假3天以上（含3天）的由局长审批，3天以上（含节假日）的须附证明。
    Good: 年龄在18岁以上、60岁以下，60岁以上、70岁以上老人分别为12人、8人。
    Good: 80岁以上、60岁以下的分别占10%、45%，处5万元以上20万元以下罚款。
    """
    yield from paragraph.placed(_crossed(paragraph.figures.text))


def _crossed(text: str) -> Iterator[Spot]:
    """Report lower bounds above the upper ones, and bounds counted in that are others."""
    for found in _WITH.finditer(text):
        if float(found["bound"]) != float(found["held"]):
            said = "“含”的数与前面的界限不同，请核实"
            yield Spot(*found.span("odd"), said, f"（含{found['bound']}{found['unit']}）")
    for found in _WITHIN.finditer(text):
        bound, side = found["bound"], found["side"]
        yield Spot(*found.span(), f"“{side}”放在括号前面", f"{bound}{side}（含{bound}）")
    for found in _FROM.finditer(text):
        behind = text[found.end() : found.end() + 12]
        if not found["below"] or re.match("[^。；]{0,8}(?:分别|各占|各有|均|都)", behind):
            continue
        if float(found["low"]) > float(found["high"]):
            yield Spot(*found.span(), "下限大于上限，请核实")
