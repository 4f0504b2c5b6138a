"""Marks in the attachment note."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.edits import TextEdit
from app.document.model import Role
from app.patterns import regex

_NOTE = regex(r"\s*附件[：:]")
_NUMBER = regex(r"(?:(?<=[：:\s])|^)[0-9]{1,2}([、，])")
_BETWEEN = regex(r"(?P<mark>[；，、。])(?=[\s\u3000]+[0-9]{1,2}[.．])")
_NAMED = regex(
    r"(?:附件[：:]\s*(?:[0-9]{1,2}[.．]\s*)?|(?<=[\s\u3000])[0-9]{1,2}[.．]\s*|^\s*[0-9]{1,2}[.．]\s*)(?P<open>《)[^《》]{2,60}(?P<close>》)(?=\s|$|（)"
)
_END = regex(r"[。；，、]\s*$")


@rule(group="要素", severity=Severity.ERROR)
def attachment_note(paragraph: Paragraph) -> Iterator[Spot]:
    """附件说明的标点。

    附件名称后不加标点；有多个附件时序号写作“1.”。附件名称不加书名号是惯例，加了的只作提示。

    来源：GB/T 9704—2012 7.3.4
    Bad: attachment_note| 附件：1.名单⟦。⟧ -> 附件：1.名单
    Bad: attachment_note| 附件：1⟦、⟧名单 -> 附件：1.名单
    Bad: attachment_note| 2⟦、⟧申报表 -> 2.申报表
    Bad: attachment_note| 附件：1.考核细则⟦；⟧　2.评分表 -> 附件：1.考核细则　2.评分表
    Bad: attachment_note| 附件：1.⟦《评分表》⟧ -> 附件：1.评分表
    Good: attachment_note| 附件：1.名单
    """
    text = paragraph.text
    if paragraph.role is not Role.ATTACHMENT_NOTE or not (_NOTE.match(text) or len(text) < 60):
        return
    end = _END.search(text)
    for found in _NUMBER.finditer(text):
        yield Spot(*found.span(1), "附件序号后用“.”", ".")
    for found in _BETWEEN.finditer(text):
        yield Spot(*found.span("mark"), "附件名称后不加标点", "", title="删去标点")
    for found in _NAMED.finditer(text):
        start, end_of = found.start("open"), found.end("close")
        edits = (TextEdit(0, end_of - 1, end_of, ""), TextEdit(0, start, start + 1, ""))
        said, title, hint = "附件名称不加书名号", "删去书名号", Severity.HINT
        yield Spot(start, end_of, said, edits=edits, title=title, severity=hint)
    if end is not None:
        yield Spot(*end.span(), "附件名称后不加标点", "", title="删去标点")
