"""、 between short items and the clause that follows them."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule

_LIST = re.compile(
    r"(?<![、\u4e00-\u9fff])(?P<one>[\u4e00-\u9fff]{2,4})(?:、[\u4e00-\u9fff]{2,4})+(?P<mark>、)(?P<clause>[\u4e00-\u9fff]{8,})(?=[，。；])"
)
# 完成投资15.6亿元、同比增长12%: behind a number another thing is told.
_TOLD = re.compile(
    r"[0-9](?:[%％]|[万亿]?(?:元|人次|人|个|户|亩|吨|件|名|家|项|公里|平方米))(?P<mark>、)"
    r"(?=同比|环比|比上年|较上年|比去年|较去年|占(?!地)|增长|下降|实到|其中|同口径)"
)
_VERB = re.compile(
    r"(?:着力|大力|全力|积极|加快|不断|持续|切实|有效|努力)?(?:推动|推进|促进|打造|构建|建设|形成|提升|实现|确保|带动|加快|完善|建立|健全|培育|壮大|开展|助力|增强)"
)


@rule(group="标点", severity=Severity.HINT, idle=True)
def pause_before_clause(paragraph: Paragraph) -> Iterator[Spot]:
    """顿号后面另起分句。

    几个短语之间用顿号，后面换成另一个完整的分句时用逗号。

    来源：GB/T 15834—2011 4.4、4.5
    Bad: 延链、补链、强链⟦、⟧推动装备制造产业集群发展。 -> 延链、补链、强链，推动装备制造产业集群发展。
    Bad: 完成投资15.6亿元⟦、⟧同比增长12%。 -> 完成投资15.6亿元，同比增长12%。
    Good: 延链、补链、强链，推动装备制造产业集群发展。
    Good: 打基础、利长远、惠民生。抓重点、补短板、强弱项、推动发展。
    """
    if "、" not in paragraph.text:
        return
    for found in _TOLD.finditer(paragraph.text):
        said = "后面另说一事，用逗号"
        yield Spot(*found.span("mark"), said, "，", severity=Severity.WARNING)
    for found in _LIST.finditer(paragraph.text):
        items = found[0][: found.start("mark") - found.start()].split("、")
        if len({len(item) for item in items}) == 1 and _VERB.match(found["clause"]):
            yield Spot(*found.span("mark"), "后面是另一个分句，用逗号", "，")
