"""X月X4日: a placeholder half replaced."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_HALF = regex(
    r"(?<![A-Za-z0-9+])(?!×100[%％])(?:[XxＸ×]+[0-9]+|[0-9]+[XxＸ×]+)(?=[月日号时万亿元人个户家％%])"
    r"|(?<=[XxＸ×]月)[0-9]+[XxＸ×]+"
)


@rule(group="待填与杂质", severity=Severity.WARNING, triggers=tuple("XxＸ×"))
def half_filled(paragraph: Paragraph) -> Iterator[Spot]:
    """占位符替换不完整。

    占位符和数字混在一处，多半是替换时漏改。

    来源：公文校对惯例
    Bad: X月⟦X4⟧日，全省会议召开
    Good: X月X日，全省会议召开
    Good: 面积3×5米，型号X20
    Good: 利用率=（还田面积+离田面积）÷可收集量×100%。
    """
    for found in _HALF.finditer(paragraph.text):
        yield Spot(*found.span(), "这里只填了一半，还有没填的")
