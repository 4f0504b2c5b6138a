"""Years of two figures."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_FOUND = re.compile(
    r"(?<![\d.．—～~\-第近约余超满逾])(?P<year>[12]\d|9\d)年"
    r"(?=(?:1[0-2]|0?[1-9])月|(?:上|下)半年|[一二三四]季度|(?:年)?(?:初|底|末|度))"
)
_QUOTED = re.compile(r"[’'](?P<year>\d\d)年?")


@rule(group="数字", severity=Severity.WARNING, triggers=("年", "’", "'"))
def short_year(paragraph: Paragraph) -> Iterator[Spot]:
    """年份简写成两位数。

    年份要写全四位数字，不能简写。

    来源：GB/T 15835—2011 4.1.2；GB/T 9704—2012 7.3.5.4
    Bad: ⟦26年⟧3月5日印发 -> 2026年3月5日印发
    Bad: 截至⟦25年⟧底 -> 截至2025年底
    Bad: ⟦98年⟧下半年 -> 1998年下半年
    Good: 工作20年来
    Good: 2026年3月5日
    Good: 任期15年，满20年度假一次
    Good: 第12年上半年
    Good: 近20年底层收入
    """
    for found in _FOUND.finditer(paragraph.text):
        if paragraph.text[found.end() :].startswith("度") and not paragraph.text[
            found.end() :
        ].startswith(("度工作", "度考核", "度计划", "度预算", "度目标")):
            continue
        year = found["year"]
        century = "19" if year[0] == "9" else "20"
        start, end = found.span()
        yield Spot(start, end, f"年份“{year}年”应写全四位", f"{century}{year}年")
