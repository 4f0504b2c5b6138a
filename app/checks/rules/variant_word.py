"""Word forms that the table of 2001 sets aside."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.lexicons import variants

_VARIANTS = variants()


@rule(group="词语", severity=Severity.HINT, triggers=tuple(_VARIANTS), yields_to=("wrong_word",))
def variant_word(paragraph: Paragraph) -> Iterator[Spot]:
    """异形词。

    同一个词有几种写法的，公文用推荐的写法。

    来源：《第一批异形词整理表》（2001）；《现代汉语词典》
    Bad: 简化⟦繁琐⟧的手续 -> 简化烦琐的手续
    Bad: 不断⟦宏扬⟧优良传统 -> 不断弘扬优良传统
    Good: 按步骤推进，辅助人员，账目清楚。
    """
    for written, start, end in paragraph.hits:
        if {start, end} <= paragraph.bounds:
            right = _VARIANTS[written]
            yield Spot(start, end, f"“{written}”推荐写作“{right}”", right)
