"""A title that ends in a mark."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_END = regex(r"[。，；、：,;.]+\s*$")
# 关于做好防汛工作的通知。 on a line of its own
_LIKE = regex(
    r"\s*关于[^，。；！？：]{4,60}的(?:通知|请示|报告|批复|通报|公告|通告|函|决定|意见|方案|决议)(?P<mark>。)\s*"
)


@rule(group="标题", severity=Severity.WARNING)
def title_end_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """标题末尾有标点。

    公文标题末尾不用句号、逗号、分号等；问号、叹号可以用。

    来源：GB/T 15834—2011 附录B.4
    Bad: title| 关于召开组织工作会议的通知⟦。⟧ -> 关于召开组织工作会议的通知
    Bad: body| 关于召开组织工作会议的通知⟦。⟧ -> 关于召开组织工作会议的通知
    Good: body| 关于召开组织工作会议的通知已经印发。
    Good: title| 关于召开组织工作会议的通知
    Good: title| 路在何方？
    """
    found = _END.search(paragraph.text) if paragraph.role is Role.TITLE else None
    if paragraph.role is Role.BODY:
        like = _LIKE.fullmatch(paragraph.text)
        if like is not None:
            said, hint = "这一行像是标题，标题末尾不用标点", Severity.HINT
            yield Spot(*like.span("mark"), said, "", title="删去标点", severity=hint)
    if found is not None:
        yield Spot(*found.span(), "标题末尾不用标点", "", title="删去标点")
