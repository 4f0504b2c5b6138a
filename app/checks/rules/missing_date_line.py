"""A speech or work points without a date below the title or at the end."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import title_line, titles
from app.document.model import Role
from app.patterns import regex

_KIND = regex(r"(?:工作要点|讲话|讲话提纲)$")


@rule(group="要素", severity=Severity.HINT, scope="document", idle=True, facts=title_line)
def missing_date_line(reading: Reading) -> Iterator[Spot]:
    """题下没有日期。

    工作要点、讲话一般在标题下用括号注明日期；日期写在文末的不提示。

    来源：公文写作惯例
    Bad:
        title| ⟦在全县组织工作会议上的讲话⟧
        同志们：
        今天我们开会。
    Good:
        title| 在全县组织工作会议上的讲话
        date_line| （2026年3月5日）
        同志们：
    """
    roles = {b.role for b in reading.document.blocks}
    if Role.DATE_LINE in roles or Role.DATE in roles:
        return
    for title in titles(reading):
        if _KIND.search(title.text):
            line = title.lines[-1]
            start = len(line) - len(line.lstrip())
            said = "标题下没有日期，文末也没有"
            yield Spot(start, len(line.rstrip()), said, block=title.blocks[-1])
