"""3亿4千5百万: figures and words of several orders in one number."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_MIXED = regex(
    r"[0-9](?<![0-9.].)[0-9]*(?:(?:\.[0-9]+)?(?:亿|万|千|百)(?:[0-9]+(?:千|百|十|万))+(?:[0-9]+(?!\.))?|(?:千|百)(?=[多余]?[万亿元人户亩个名辆台套家件只头斤吨棵株]))"
)


@rule(group="数字", severity=Severity.WARNING, idle=True, triggers=("千", "百", "十", "万"))
def mixed_large_number(paragraph: Paragraph) -> Iterator[Spot]:
    """大数写法混杂。

    阿拉伯数字可以与“万”“亿”连用，不与“千”“百”“十”连用，也不分级混写。

    来源：GB/T 15835—2011 5.1.2
    Bad: 总投资⟦3亿4千5百⟧万元
    Bad: 补助⟦5千⟧元
    Bad: 新增轿车近⟦4千⟧辆，投入⟦2千⟧多万元。
    Good: 总投资3.45亿元，补助5000元，12万人，5千克，3千瓦，2百分点。
    """
    for found in _MIXED.finditer(paragraph.text):
        after = paragraph.text[found.end() : found.end() + 1]
        if after not in tuple("克米瓦卡分"):
            yield Spot(*found.span(), "阿拉伯数字不与“千”“百”连用，大数用“万”“亿”")
