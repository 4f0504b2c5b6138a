"""特此通知！ and 特此通知，请转告 without a stop: the closing sentence and its mark."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, lacking, rule
from app.document.model import Role
from app.patterns import regex

_CLOSING = regex(
    r"\s*(?:特此|专此|现予)[\u4e00-\u9fff]{2,6}(?:(?P<loud>[！!])|，[^，。！？；：]{2,20}(?P<last>[\u4e00-\u9fff])(?P<open>))\s*$"
)


@rule(group="标点", severity=Severity.WARNING, idle=True, triggers=("特此", "专此", "现予"))
def closing_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """结束语的标点。

    “特此通知”是平实的陈述，用句号或者不用标点，不用叹号；后面另有分句的，已经是句子，末尾要有句号。

    来源：GB/T 15834—2011 4.1、4.3；公文写作惯例
    Bad: body| 特此通报⟦！⟧ -> 特此通报。
    Bad: body| 特此函告，盼予支⟦持⟧ -> 特此函告，盼予支持。
    Good: 特此通报
    Good: 特此函告，盼予支持。
    Good: 特此批准，现予公布，自2026年5月1日起施行。
    Good: title| 特此公告，盼予支持
    """
    found = _CLOSING.match(paragraph.text)
    if found is None or paragraph.role is Role.TITLE:
        return
    if found["loud"]:
        yield Spot(*found.span("loud"), "公文结束语不用叹号", "。")
    else:
        at = found.start("open")
        yield lacking("。", at, at, "句末缺句号")
