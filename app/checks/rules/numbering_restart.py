"""Items that restart in one section and run on in another."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.numbers import Series, all_series, numbered
from app.document.numbering import Form


@rule(group="编号", severity=Severity.WARNING, scope="document", facts=numbered)
def numbering_restart(reading: Reading) -> Iterator[Spot]:
    """分项编号有的接续、有的重起。

    “1.”“2.”要么通篇接续，要么每部分从1重起，不能混用。

    来源：公文写作惯例
    Bad:
        一、加强组织领导
        1.成立专班。各部门参加。
        2.明确分工。逐项落实。
        二、压实工作责任
        3.加强督导。每月通报。
        4.严格考核。年底兑现。
        三、强化工作保障
        ⟦1.⟧保障经费。及时拨付。
        2.配强力量。专人负责。
    Good:
        一、加强组织领导
        1.成立专班。各部门参加。
        2.明确分工。逐项落实。
        二、压实工作责任
        1.加强督导。每月通报。
        2.严格考核。年底兑现。
    """
    parts = [m.block for s in all_series(reading) if s.form is Form.PART for m in s.members]
    outlines: dict[int, list[Series]] = {}
    for series in all_series(reading):
        parent = series.parent
        if series.form is Form.ARABIC and parent and parent.enumerator.form is Form.CHINESE:
            part = sum(block <= series.members[0].block for block in parts)
            outlines.setdefault(part, []).append(series)
    for sections in outlines.values():
        yield from _mixed(sections[1:])


def _mixed(later: list[Series]) -> Iterator[Spot]:
    """Report the fewer of the sections that run on and those that start anew."""
    through = [s for s in later if s.before and s.members[0].value == s.before + 1]
    anew = [s for s in later if s.members[0].value == 1]
    odd = anew if len(through) >= len(anew) else through
    if not through or not anew:
        return
    for series in odd:
        found = series.members[0].enumerator
        way = "从头编号" if odd is anew else "接续上一部分"
        yield Spot(
            found.start, found.end, f"这里{way}，与其他部分不一致", block=series.members[0].block
        )
