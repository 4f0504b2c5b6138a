"""Places where 的 is missing."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_MISSING = re.compile(
    r"(失去联系)(?=党员(?!管理|工作|排查))|(?:做到|践行|坚决做到)“两个维护”()(?=定力|能力|政治自觉|思想自觉|行动自觉)|在(?:同志们|大家|各级领导|全体干部职工)(?:的)?(大力支持|共同努力)(?=下)(?<!的大力支持)(?<!的共同努力)"
)


@rule(
    group="词语",
    severity=Severity.HINT,
    triggers=("失去联系党员", "“两个维护”", "大力支持下", "共同努力下"),
)
def missing_de(paragraph: Paragraph) -> Iterator[Spot]:
    """疑缺“的”。

    修饰语和中心语之间缺少“的”。

    来源：公文语言惯例
    Bad: 对与党组织⟦失去联系党员⟧作出妥善处理
    Bad: 彰显做到⟦“两个维护”定力⟧和能力
    Bad: 在同志们⟦大力支持⟧下，任务完成。
    Good: 对失去联系的党员作出妥善处理，在同志们的大力支持下，提高做到“两个维护”的能力。
    """
    for found in _MISSING.finditer(paragraph.text):
        text = paragraph.text
        if found[1]:
            yield Spot(found.start(1), found.end(1) + 2, "“失去联系”后疑缺“的”")
        elif found[3]:
            yield Spot(*found.span(3), f"“{found[3]}”前疑缺“的”")
        else:
            start = text.rfind("“", 0, found.start(2))
            yield Spot(start, found.start(2) + 2, "“两个维护”后疑缺“的”")
