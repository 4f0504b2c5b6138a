"""A mark between a modifier and the 的 that belongs to it."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_ODD = regex(r"(?<=[\u4e00-\u9fff0-9%％）”])(?P<mark>[、；：])的(?=[\u4e00-\u9fff“])(?![确士卢])")
_COMMA = regex(
    r"(?<=[0-9][元人个项岁年天亩米次名])(?P<mark>，)的(?=[\u4e00-\u9fff]{2})(?![确士卢])"
)


@rule(group="标点", severity=Severity.ERROR, triggers=("、的", "；的", "：的", "，的"))
def mark_before_de(paragraph: Paragraph) -> Iterator[Spot]:
    """“的”前面多了标点。

    “的”跟在定语后面，中间不能用顿号、分号、冒号断开。

    来源：GB/T 15834—2011；公文校对惯例
    Bad: 每月发放200元至300元⟦、⟧的职业津贴。 -> 每月发放200元至300元的职业津贴。
    Bad: 建立健全⟦、⟧的长效机制。 -> 建立健全的长效机制。
    Good: 每月发放200元至300元的职业津贴，的确不易；出租车、的士。
    """
    text = paragraph.text
    for found in (*_ODD.finditer(text), *_COMMA.finditer(text)):
        yield Spot(*found.span("mark"), "“的”前面不用标点", "")
