"""减少3倍: a decrease by a multiple."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_TIMES = re.compile(
    r"(?:减少|降低|下降|缩短|缩小|压缩|节约|削减)了?(?:[0-9.]+|[一二三四五六七八九十]+)(?:多)?倍"
)


@rule(group="数字", severity=Severity.WARNING, triggers=("倍",))
def decrease_times(paragraph: Paragraph) -> Iterator[Spot]:
    """减少不能用倍数。

    减少、降低不用“倍”，应改用分数或百分数。

    来源：GB/T 15835—2011；语法规范
    Bad: 办理时限⟦缩短了3倍⟧
    Good: 办理时限缩短了75%，产值增长3倍。
    """
    for found in _TIMES.finditer(paragraph.text):
        yield Spot(*found.span(), "减少的量不用“倍”，改用百分数或分数")
