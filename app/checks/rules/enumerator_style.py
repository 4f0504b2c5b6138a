"""一个是 beside 一是 in one paragraph."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_ONE = regex(r"(?:^|(?<=[。；：，]))(?:一个是|另一个是|再一个是|还有一个是)")
_IS = regex(r"(?:^|[。；：，])[一二三]是")


@rule(group="编号", severity=Severity.HINT, triggers=("一个是",))
def enumerator_style(paragraph: Paragraph) -> Iterator[Spot]:
    """分项用语前后不一。

    同一段里不混用“一个是、另一个是”和“一是、二是”；前者是口语。

    来源：公文写作惯例
    Bad: 主要有两条：⟦一个是⟧抓早，⟦另一个是⟧抓小。还要注意：一是防反弹，二是防松劲。
    Good: 主要有两条：一个是抓早，另一个是抓小。
    """
    if _IS.search(paragraph.text):
        for found in _ONE.finditer(paragraph.text):
            yield Spot(*found.span(), "与“一是、二是”混用")
