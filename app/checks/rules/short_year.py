"""20年 where 2020年 belongs."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_BEHIND = "全|我|县|市|区|省|工作|完成|实现|累计|共|以来|度|上半年|下半年|第|的工作|计划|新"
_SHORT = regex(rf"(?:^|(?<=[，。；：（、至到自从在]))[’'‘]?([12][0-9])年(?=[，]?(?:{_BEHIND}))")


# 08年地震: no stretch of years begins with 0.
_ZERO = regex("(?<![0-9.〇零])(0[0-9])年(?!代)")


@rule(
    group="数字",
    severity=Severity.HINT,
    triggers=(
        *(f"年{mark}{word}" for mark in ("", "，") for word in _BEHIND.split("|")),
        *(f"0{n}年" for n in range(10)),
    ),
)
def short_year(paragraph: Paragraph) -> Iterator[Spot]:
    """年份简写。

    年份写全四位，“2020年”不写作“20年”。表示时间长短的“20年”不在此列。

    来源：GB/T 15835—2011 4.1、5.1.4
    Bad: ⟦21年⟧全县完成投资5亿元
    Bad: ⟦08年⟧地震后重修了校舍 -> 2008年地震后重修了校舍
    Good: 2021年全县完成投资5亿元，2008年地震，00年代
    Good: 20年来，用了20年，近20年，10年的实践。
    """
    for found in _SHORT.finditer(paragraph.text):
        if found.end(1) and not paragraph.text[found.end() :].startswith("来"):
            yield Spot(*found.span(), f"年份应写全，如“20{found[1]}年”")
    for found in _ZERO.finditer(paragraph.text):
        yield Spot(*found.span(), "年份应写全", f"20{found[1]}年")
