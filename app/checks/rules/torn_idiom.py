"""落…到实处 and other frames with their words displaced."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_TORN = regex(
    r"落(?=和[\u4e00-\u9fff]{2,20}到实处)|落(?=[\u4e00-\u9fff]{1,2}(?:部署|要求|政策|责任)[^，。]{0,8}到实处)(?!实|地|细)"
)
_LACKING = (
    (regex(r"把[^，。；]{4,40}(落到实)(?!处)"), "“落到实处”缺字"),
    (regex(r"(?:同|与)[^，。；]{4,30}紧密(结合)(?=[，。；])"), ""),
)


@rule(group="词语", severity=Severity.WARNING, triggers=("到实处", "落到实"))
def torn_idiom(paragraph: Paragraph) -> Iterator[Spot]:
    """固定格式错位。

    “把……落到实处”“贯穿……全过程”等格式，词语不能拆散错位。

    来源：公文语言惯例
    Bad: 切实把重要指示精神⟦落⟧和省市县委要求到实处
    Bad: 把各项部署⟦落到实⟧，抓出成效。
    Good: 切实把重要指示精神和省市县委要求落到实处
    """
    for found in _TORN.finditer(paragraph.text):
        yield Spot(*found.span(), "“落到实处”被拆散")
    pattern, said = _LACKING[0]
    for found in pattern.finditer(paragraph.text):
        yield Spot(*found.span(1), said)
