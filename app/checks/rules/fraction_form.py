"""1/3 in running text."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.numbering import to_chinese
from app.patterns import regex

_FRACTION = regex(
    r"(?<![0-9/A-Za-z.])([1-9])/([2-9]|10)(?![0-9/A-Za-z])(?=[的以多强，。]|左右|\u4e00)"
)


@rule(group="数字", severity=Severity.HINT, triggers=("/",))
def fraction_form(paragraph: Paragraph) -> Iterator[Spot]:
    """行文里的分数。

    行文中的分数宜写作“三分之一”；表格、公式里用“1/3”。

    来源：GB/T 15835—2011 4.2
    Bad: 将⟦1/3⟧的时间用于调研 -> 将三分之一的时间用于调研
    Good: 将三分之一的时间用于调研，坡率1/50，2026/3/5。
    """
    for found in _FRACTION.finditer(paragraph.text):
        right = f"{to_chinese(int(found[2]))}分之{to_chinese(int(found[1]))}"
        yield Spot(*found.span(), f"行文中写作“{right}”", right)
