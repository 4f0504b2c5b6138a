"""A year without 年 behind it: 2021全区工作."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_BEHIND = (
    "全国", "全省", "全市", "全县", "全区", "全州", "全盟", "全旗", "全乡", "全镇", "全村", "全街道", "全校",
    "全院", "全局", "全系统", "全行业", "全公司", "上半年", "下半年", "春节", "元旦", "国庆", "中秋", "清明",
    "端午", "第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度", "四季度", "工作总结",
    "工作要点", "工作计划", "党建", "党务", "纪检", "综治", "元宵", "暑期", "寒假", "暑假", "秋季", "春季", "是我",
    "金融危机", "新年", "被评为", "被授予", "荣获",
)  # fmt: skip
# What stands before a number that is no year: of a standard, a model, a document, an amount.
_YEAR = regex(
    rf"(?<![0-9A-Za-z.．〔［\[（(\-－—–~～/#])(?<![编文型序]号)(?<![第共达约近至])(?P<year>(?:19[5-9]|20[0-4])[0-9])"
    rf"(?={'|'.join(_BEHIND)})"
)


@rule(
    group="数字",
    severity=Severity.WARNING,
    triggers=tuple([f"{n}{words}" for n in range(10) for words in _BEHIND]),
)
def bare_year(paragraph: Paragraph) -> Iterator[Spot]:
    """年份后面缺“年”字。

    年份用“2021年”的形式，“年”字不省略。

    来源：GB/T 15835—2011 4.1、5.1.4
    Bad: ⟦2021⟧全区组织工作要抓好落实。 -> 2021年全区组织工作要抓好落实。
    Bad: ⟦2025⟧春节将至，各单位要安排好值班。 -> 2025年春节将至，各单位要安排好值班。
    Bad: 该站⟦1994⟧被评为先进集体。 -> 该站1994年被评为先进集体。
    Bad: title| ⟦2024⟧工作总结 -> 2024年工作总结
    Good: 2021年底，2021年全区组织工作；依据GB/T 9704—2012全文执行。
    Good: 2023至2024全国联赛开赛。
    Good: 〔2021〕全县统一编号，共2021全部入库。
    """
    for found in _YEAR.finditer(paragraph.text):
        yield Spot(*found.span("year"), "年份后面缺“年”字", f"{found['year']}年")
