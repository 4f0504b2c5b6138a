"""X and ×× in one document."""

import re
from collections import Counter
from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.rules.left_placeholder import PLACE_TRIGGERS, places


@rule(
    group="待填与杂质",
    severity=Severity.HINT,
    scope="document",
    idle=True,
    triggers=PLACE_TRIGGERS,
    facts=places,
)
def mixed_placeholders(reading: Reading) -> Iterator[Spot]:
    """占位符写法不一。

    同一文稿的占位符只用一种（X或者×），便于查找替换。

    来源：公文校对惯例
    Bad: X县、X局、X乡的工作，由⟦××⟧县委统一部署。
    Good: X县、X局、XXX乡的工作，由X县委统一部署。
    """
    found = [
        (block, start, end, _style(reading.document.blocks[block].text[start:end]))
        for block, spans in reading.present()
        for start, end in spans
    ]
    counts = Counter(style for *_, style in found if style)
    if len(counts) < 2:
        return
    usual = counts.most_common(1)[0][0]
    for block, start, end, style in found:
        if style and style != usual:
            yield Spot(start, end, f"其他占位符用“{usual}”", block=block)


def _style(text: str) -> str:
    found = re.match("[XxＸ×○〇]", text)
    return {"x": "X", "Ｘ": "X", "〇": "○"}.get(found[0], found[0]) if found else ""
