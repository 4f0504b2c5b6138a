"""Months in brackets that are not those of the quarter or half of the year before them."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.numbering import from_chinese
from app.patterns import regex

_MONTHS = regex(
    r"(?:(?P<q>[一二三四1-4])季度|(?<!至)(?<!到)(?P<h>[上下])半年|(?P<f>前三)季度)(?P<said>[（(](?:20[0-9]{2}年)?(?P<a>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月?份?"
    r"(?:至|到|—|－|～|~|-)(?P<b>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?[）)])"
)
_QUARTER = 3  # months


@rule(
    group="一致",
    severity=Severity.WARNING,
    idle=True,
    triggers=("季度（", "半年（", "季度(", "半年("),
)
def quarter_months(paragraph: Paragraph) -> Iterator[Spot]:
    """季度、半年与所注月份不符。

    第一季度是1月至3月，上半年是1月至6月，依此类推；括号里注的月份应当相符。只注其中几个月的不报。

    来源：历法；公文校对惯例
    Bad: 第一季度⟦（1月至4月）⟧共受理投诉26件。
    Bad: 第三季度⟦（六月至九月）⟧降水偏多。
    Bad: 上半年⟦（1—7月）⟧完成投资3.2亿元。
    Good: 第一季度（1月至3月）共受理投诉26件，第四季度（10—12月）共受理31件。
    Good: 上半年（1至5月）完成投资3.2亿元，下半年（7月至12月）计划完成5亿元。
    Good: 前三季度（1—9月）完成投资7亿元，一季度（含春节）客流量增长。
    """
    for found in _MONTHS.finditer(paragraph.text):
        if found["q"]:
            first = _QUARTER * (from_chinese(found["q"]) or 0) - 2
            last = first + 2
        elif found["f"]:
            first, last = 1, 3 * _QUARTER
        else:
            first, last = (1, 6) if found["h"] == "上" else (7, 12)
        begins, ends = from_chinese(found["a"]) or 0, from_chinese(found["b"]) or 0
        if begins < first or ends > last:
            said = f"{found[0][: found.start('said') - found.start()]}是{first}月至{last}月"
            yield Spot(*found.span("said"), said)
