"""The words of a request in a report."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

# Each begins with a plain character: so the engine looks for those only.
_ASKED = regex(
    r"妥否[，,]|当否[，,]|可否[，,]|请(?:予以?|给予)?(?:批示|批复|批准)|恳请.{0,12}(?:支持|解决|批准)|请予(?:审批|批准)"
)
_OTHER = regex(r"(?:批复|通知|通报|纪要|决定|公告|通告)$")


def asked(paragraph: Paragraph) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    """Return a title, or where a paragraph asks for a decision: a facts function."""
    if paragraph.role is Role.TITLE:
        return paragraph.text.strip(), ()
    found = tuple([m.span() for m in _ASKED.finditer(paragraph.text)])
    return ("", found) if found else None


@rule(group="要素", severity=Severity.ERROR, scope="document", facts=asked)
def request_words(reading: Reading) -> Iterator[Spot]:
    """报告里夹带请示事项。

    报告不得夹带请示事项，不用“妥否，请批示”等请示的结束语；确需请示的另行行文。

    来源：《党政机关公文处理工作条例》第十五条
    Bad:
        title| 关于经费使用情况的报告
        已使用5万元。
        ⟦妥否，⟧⟦请批示⟧。
    Bad:
        title| 关于撤镇设街道的批复
        同意你镇的方案。
        特此批复，⟦请批示⟧。
    Good:
        title| 关于经费使用情况的报告
        特此报告，请审阅。
    Good:
        title| 关于解决办公经费的请示
        妥否，请批示。
    """
    title = ""
    for block, (line, spans) in reading.present():
        if line:
            title = line
        elif _OTHER.search(title):
            for start, end in spans:
                yield Spot(start, end, "只有请示才用请示的结束语", block=block)
        elif title.endswith("报告") and not re.search("述职|述廉|调研|调查|考察|请示", title):
            for start, end in spans:
                yield Spot(start, end, "报告里不能夹带请示事项", block=block)
