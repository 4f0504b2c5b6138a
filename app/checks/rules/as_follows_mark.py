"""The mark behind 如下 at the end of a paragraph."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role

_ENDS = re.compile(
    r"(?:如下|如下(?:意见|要求|安排|几点)|以下(?:意见|要求|几点|措施|安排|问题|内容|事项))(?P<mark>[；，、！？])\s*$"
)


@rule(
    group="标点",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple(
        [
            f"{word}{mark}"
            for word in ("下", "见", "求", "排", "点", "施", "题", "容", "项")
            for mark in "；，、！？"
        ]
    ),
)
def as_follows_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """“如下”后面用冒号。

    段末的“报告如下”“通知如下”引起下文，用冒号（也有用句号的），不用分号、逗号。

    来源：GB/T 15834—2011 4.7
    Bad: 现将有关情况报告如下⟦；⟧ -> 现将有关情况报告如下：
    Bad: 结合实际，提出如下意见⟦，⟧ -> 结合实际，提出如下意见：
    Bad: 经研究，现通知如下⟦、⟧ -> 经研究，现通知如下：
    Good: 现将有关情况报告如下：
    Good: 现将有关情况报告如下。
    Good: 具体安排如下，请遵照执行。
    """
    if paragraph.role is Role.OBJECT:
        return
    found = _ENDS.search(paragraph.text)
    if found is not None:
        yield Spot(*found.span("mark"), "引起下文用冒号", "：")
