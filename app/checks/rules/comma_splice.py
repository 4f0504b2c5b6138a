"""A sentence of many clauses with commas alone, one of which opens anew."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_SPLICE = re.compile(
    r"(?<=之年|批示|会议|成绩|关键)，(?=(?:今年|明年|全年|下面|现在|接下来)[^，。]{2,})"
)


@rule(
    group="标点",
    severity=Severity.HINT,
    idle=True,
    triggers=("，今年", "，明年", "，全年", "，下面", "，现在", "，接下来"),
)
def comma_splice(paragraph: Paragraph) -> Iterator[Spot]:
    """一逗到底。

    意思已经说完、另起一层的地方应当用句号。

    来源：GB/T 15834—2011 4.1
    Bad: 今年是脱贫攻坚决战决胜之年⟦，⟧今年全县工作的总体思路是稳中求进。 -> 今年是脱贫攻坚决战决胜之年。今年全县工作的总体思路是稳中求进。
    Bad: 书记作出了重要批示⟦，⟧下面我传达批示精神。 -> 书记作出了重要批示。下面我传达批示精神。
    Good: 今年是决胜之年。全县工作的总体思路是稳中求进，今年要抓好三件事。
    """
    for found in _SPLICE.finditer(paragraph.text):
        yield Spot(*found.span(), "意思已完，宜用句号", "。")
