"""Ranges whose first number lacks its percent sign or its unit of ten thousands."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_FOUND = re.compile(
    r"(?<![\d.:/—～~-])(?P<first>\d+(?:\.\d+)?)(?P<mark>[～~—－-]|至|到)(?P<second>\d+(?:\.\d+)?)"
    r"(?P<unit>%|％|万|亿)"
)


@rule(group="数字", severity=Severity.WARNING, triggers=("%", "％", "万", "亿"))
def percent_range(paragraph: Paragraph) -> Iterator[Spot]:
    """数值范围的前一个数缺少百分号或“万”“亿”。

    范围两端的百分号和“万”“亿”都要写出，否则前一个数会被读成另一个数值。

    来源：GB/T 15835—2011 5.1.3
    Bad: 增长⟦15～30%⟧ -> 增长15%～30%
    Bad: 投入⟦13—17万⟧元 -> 投入13万—17万元
    Bad: 占比在⟦20至25%⟧之间 -> 占比在20%至25%之间
    Good: 增长15%～30%
    Good: 投入13万元～17万元
    Good: 2021—2025年投入300万元
    Good: 2020-2024万元产值表
    Good: 3至5年投入20万元
    """
    for found in _FOUND.finditer(paragraph.text):
        first, second = float(found["first"]), float(found["second"])
        if first >= second or (1900 <= first <= 2100 and 1900 <= second <= 2100):
            continue
        fix = f"{found['first']}{found['unit']}{found['mark']}{found['second']}{found['unit']}"
        yield Spot(*found.span(), f"前一个数也要带“{found['unit']}”", fix)
