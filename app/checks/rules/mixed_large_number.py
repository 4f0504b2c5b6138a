"""Large numbers that mix digits with several Chinese units."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_FOUND = re.compile(
    r"\d+(?:\.\d+)?(?:[万亿]\d+)*[千百十](?:\d+[千百十])*[万亿]?(?=[多余]?[元人个名户家亩吨次项件])"
)


@rule(group="数字", severity=Severity.WARNING, triggers=tuple("百千万亿"))
def mixed_large_number(paragraph: Paragraph) -> Iterator[Spot]:
    """数字与“千、百、十”混写。

    阿拉伯数字只能与“万”“亿”连用，不能与“十、百、千”连用，也不能一个数里用几个单位。

    来源：GB/T 15835—2011 5.3
    Bad: 总投资⟦3亿4千5百万⟧元
    Bad: 服务群众⟦5千⟧余人
    Bad: 发放⟦8百⟧元
    Good: 总投资3.45亿元，服务群众5000余人
    Good: 发放800元，种植2万亩，产值1亿2000万元
    Good: 完成1000千瓦装机，第3百货大楼
    """
    for found in _FOUND.finditer(paragraph.text):
        yield Spot(*found.span(), f"“{found[0]}”应写成一个数，如“3.45亿”“5000”")
