"""A speech without a salutation."""

import re
from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import title_line, titles
from app.document.model import Role
from app.patterns import regex

_KIND = regex(
    r"(?<!并)(?<!发表)(?<!作)讲话$|主持词$|述职报告$|述职述廉报告$|致辞$|(?<!交流)(?<!并)(?<!作)(?<!主题)发言$|发言材料$"
)
_CALLED = regex(
    r"^\s*(?:[^，。]{0,30}(?:同志们|各位|代表们|委员们|朋友们|主任|书记|领导)[^。]{0,40}[：:！])\s*$"
)

_SPEAKER = regex("[男女合甲乙A-D][：:]|主持人[甲乙一二A-D]?[：:]")  # a script
_BEFORE = (Role.NOISE, Role.DATE_LINE, Role.SUBTITLE, Role.TITLE, Role.BLANK)


@rule(group="要素", severity=Severity.WARNING, scope="document", facts=title_line)
def missing_salutation(reading: Reading) -> Iterator[Spot]:
    """讲话没有称谓。

    讲话、主持词、述职报告标题之后先有称谓（“同志们：”），再开始正文；传达提纲除外。

    来源：公文写作惯例
    Bad:
        title| 在全县组织工作会议上的讲话
        ⟦今天我们召开全县组织工作会议，⟧总结工作，部署任务。
        一、总结成绩
    Good:
        title| 在全县组织工作会议上的讲话
        同志们：
        今天我们召开全县组织工作会议。
    Good:
        title| 主题班会主持词
        男：金秋送爽，丹桂飘香。
    """
    blocks = reading.document.blocks
    for title in titles(reading):
        if not _KIND.search(title.text):
            continue
        start = title.blocks[-1] + 1
        after = [
            (at, b)
            for at, b in enumerate(blocks[start : start + 12], start)
            if b.role not in _BEFORE and b.text.strip()
        ]
        if (
            not after
            or _SPEAKER.match(after[0][1].text)
            or any(b.role is Role.SALUTATION or _CALLED.match(b.text) for _, b in after[:3])
        ):
            continue
        at, first = after[0]
        clause = re.match(r"\s*[^，。：；]*[，。：；]?", first.text)
        end = clause.end() if clause else len(first.text)
        yield Spot(0, end, "正文之前没有称谓（如“同志们：”）", block=at)
