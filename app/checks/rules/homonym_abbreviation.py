"""“五个必须” and other abbreviations with more than one meaning."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_MEANINGS = {
    "“五个必须”": "既指2015年的政治纪律要求，也指2025年12月中央经济工作会议的提法",
    "“六个坚持”": "二十届三中全会与“十五五”建议各有所指",
}


@rule(group="提法", severity=Severity.HINT, triggers=tuple(_MEANINGS), default=False)
def homonym_abbreviation(paragraph: Paragraph) -> Iterator[Spot]:
    """同形缩略语。

    “五个必须”“六个坚持”等缩略语先后有不同所指，应在文中说明。默认关闭。

    来源：提法表F080、F081、F083、F084
    Bad: 严格落实⟦“五个必须”⟧要求
    Good: 严格遵守政治纪律“五个必须”要求，贯彻中央经济工作会议“五个必须”。
    """
    for name, start, end in paragraph.hits:
        around = paragraph.text[max(start - 20, 0) : end + 20]
        if not re.search("政治纪律|政治规矩|经济工作|三中全会|四中全会|十五五", around):
            yield Spot(start, end, f"{name}{_MEANINGS[name]}，请核对所指")
