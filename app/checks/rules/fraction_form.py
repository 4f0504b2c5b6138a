"""Fractions with a slash in running text."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.han import HAN

_FOUND = re.compile(
    rf"(?<![\d/.A-Za-z])(?P<up>[1-9])/(?P<down>[2-9]|10)(?=以上|以下|左右|的?[{HAN}])(?!/)"
)
_DIGITS = "零一二三四五六七八九十"


@rule(group="数字", severity=Severity.HINT, triggers=("/",))
def fraction_form(paragraph: Paragraph) -> Iterator[Spot]:
    """正文里的分数用了斜线。

    行文中的分数宜写汉字，如“三分之一”；斜线只用于公式和表格。

    来源：GB/T 15835—2011 4.2
    Bad: 用⟦1/3⟧的时间下基层 -> 用三分之一的时间下基层
    Bad: 超过⟦2/3⟧以上同意 -> 超过三分之二以上同意
    Good: 2026/3/5
    Good: 电话0712-1/2号楼
    Good: 三分之一的时间
    Good: 12/15日
    """
    for found in _FOUND.finditer(paragraph.text):
        up, down = int(found["up"]), int(found["down"])
        if up < down and paragraph.text[found.end() :][:1] not in {"号", "日", "月"}:
            fix = f"{_DIGITS[down]}分之{_DIGITS[up]}"
            yield Spot(*found.span(), f"行文中宜写“{fix}”", fix)
