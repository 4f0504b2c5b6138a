"""一是…，二是…；三是…： items of one row told apart by different marks."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_BETWEEN = regex(r"(?P<mark>[，；。])(?=[二三四五六七八九十]{1,2}(?P<form>是|要)(?!否))")


@rule(
    group="标点",
    severity=Severity.WARNING,
    idle=True,
    triggers=("三是", "三要"),
)
def item_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """分项之间标点不一。

    “一是……；二是……；三是……”各分项之间用同一种标点；大多用分号而有一处用了逗号，多半是误写。

    来源：GB/T 15834—2011 4.6
    Bad: 一是认识到位⟦，⟧二是责任到位；三是措施到位；四是检查到位。 -> 一是认识到位；二是责任到位；三是措施到位；四是检查到位。
    Good: 一是认识到位；二是责任到位；三是措施到位。
    Good: 一是认识到位，二是责任到位，三是措施到位。
    Good: 一是明确分工，谁主管、谁负责；二是压实责任，一要到位，二要到底；三是严格考核。
    """
    for form in ("是", "要"):
        marks = [m for m in _BETWEEN.finditer(paragraph.text) if m["form"] == form]
        odd = [m for m in marks if m["mark"] == "，"]
        if (
            len(odd) == 1
            and len(marks) > 2
            and all(m["mark"] == "；" for m in marks if m not in odd)
        ):
            yield Spot(*odd[0].span("mark"), "各分项之间用同一种标点，这里疑应用分号", "；")
