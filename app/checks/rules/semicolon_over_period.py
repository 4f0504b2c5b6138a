"""A semicolon after a point that holds a full stop itself."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_ENDS = regex(r"；(?=[二三四五六七八九十]{1,2}(?:是|要))")


@rule(
    group="标点",
    severity=Severity.HINT,
    triggers=("；二", "；三", "；四", "；五", "；六", "；七", "；八", "；九", "；十"),
)
def semicolon_over_period(paragraph: Paragraph) -> Iterator[Spot]:
    """分项内有句号，分项末用了分号。

    分号的层次低于句号。“一是……。……；二是……”中，分项内部已有句号，分项之间应当用句号。

    来源：GB/T 15834—2011 4.6
    Bad: 一是健全机制。完善各项制度，抓好落实⟦；⟧二是压实责任。 -> 一是健全机制。完善各项制度，抓好落实。二是压实责任。
    Good: 一是健全机制；二是压实责任；三是严格考核。
    Good: 一是健全机制。完善各项制度。二是压实责任。
    """
    text = paragraph.text
    for found in _ENDS.finditer(text):
        openings = list(re.finditer(r"[一二三四五六七八九]{1,2}(?:是|要)", text[: found.start()]))
        if openings and "。" in text[openings[-1].end() : found.start()]:
            yield Spot(*found.span(), "分项里已有句号，这里应用句号", "。")
