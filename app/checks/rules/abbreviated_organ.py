"""Organs and offices by short names where the full one is wanted."""

import datetime as dt
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.lookback import titled
from app.patterns import regex

_SHORT = {
    "中组部": "中央组织部",
    "中宣部": "中央宣传部",
    "中纪委": "中央纪委",
    "中政委": "中央政法委",
    "国家发改委": "国家发展改革委",
    "全国两会": "",
}
_SECRETARY = regex(r"(?<!习近平)总书记(?!的?亲切)")
_OTHER = regex("(?:胡锦涛|江泽民|胡耀邦|[任为位届])$")  # who was it before, how one is called
_SINCE = dt.date(2012, 11, 15)
_FULL = regex(r"习近平总书记")


@rule(
    group="提法",
    severity=Severity.HINT,
    triggers=("中组部", "中宣部", "中纪委", "中政委", "国家发改委", "总书记"),
)
def abbreviated_organ(paragraph: Paragraph) -> Iterator[Spot]:
    """机关、称谓用了简称。

    正式行文首次出现用全称或规范化简称；“总书记”不单独使用，写“习近平总书记”。

    来源：提法表F049；公文写作惯例
    Bad: ⟦中组部⟧部长强调
    Bad: 深入学习⟦总书记⟧重要讲话精神
    Good{2012-03-01}: 深入学习总书记重要讲话精神。
    Good: 学习胡锦涛总书记当年的讲话。
    Good: 中央组织部部长强调，深入学习习近平总书记重要讲话精神。
    """
    text = paragraph.text
    for name, start, end in paragraph.hits:
        right = _SHORT.get(name)
        if right and not titled(text, start, end):
            yield Spot(start, end, f"规范的写法是“{right}”")
    for found in _SECRETARY.finditer(text) if paragraph.date >= _SINCE else ():
        if (
            _OTHER.search(text, 0, found.start())
            or _FULL.search(text[max(found.start() - 30, 0) : found.start()])
            or titled(text, *found.span())
        ):
            continue
        if text[found.start() - 1 : found.start()] in tuple("近党支"):
            continue
        yield Spot(*found.span(), "首次出现写“习近平总书记”")
