"""A heading of its own line that ends in a mark."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import HEADINGS, Role

_END = re.compile(r"[，、；：。,;:]+\s*$")
_ROLES = frozenset((*HEADINGS, Role.PART))


@rule(group="标题", severity=Severity.ERROR)
def heading_end_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """独立成行的标题末尾有标点。

    独立成行的标题末尾不用逗号、顿号、分号、冒号和句号；问号、叹号和省略号可以用。标题之后接排正文时，标题后用句号。

    来源：GB/T 15834—2011 附录B.4
    Bad: heading1| 五、聚焦汇才，做好人才工作⟦，⟧ -> 五、聚焦汇才，做好人才工作
    Bad: heading2| （一）加强组织领导⟦；⟧ -> （一）加强组织领导
    Bad: heading1| 五、聚焦汇才，做好人才工作⟦。⟧ -> 五、聚焦汇才，做好人才工作
    Good: heading1| 五、聚焦汇才，做好人才工作
    Good: heading1| 一、问题出在哪里？
    Good: heading1| 一、加强组织领导。成立专班，明确分工。
    Good: 会议强调，
    Good: item| 1.加强组织领导。
    """
    if paragraph.role not in _ROLES:
        return
    found = _END.search(paragraph.text)
    if found is None:
        return
    mark = found[0].strip()
    if mark == "。" and (
        paragraph.role in (Role.HEADING3, Role.HEADING4) or "。" in paragraph.text[: found.start()]
    ):
        return
    yield Spot(*found.span(), f"标题末尾不用“{mark}”", "", title=f"删去“{mark}”")
