"""A series of items that does not start at 1."""

from collections.abc import Iterator
from itertools import pairwise

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.numbers import Number, all_series, numbered, numbers, rewritten
from app.document.numbering import Form

_BRACKETED = (Form.CHINESE_BRACKET, Form.ARABIC_BRACKET, Form.ARABIC_PAREN)


@rule(group="编号", severity=Severity.WARNING, scope="document", facts=numbered)
def first_number(reading: Reading, *, excerpt: bool = False) -> Iterator[Spot]:
    """序号不从一开始。

    每一层的第一个序号应当是一；接续上一部分的编号除外。摘录的文稿可以在选项里关闭（excerpt）。

    来源：GB/T 15834—2011 附录B.3
    选项：excerpt 文稿是节选，第一个序号可以不是一
    Bad:
        ⟦二、⟧压实工作责任
        三、严格督查考核
    Bad:
        一、加强组织领导
        ⟦4.⟧加强督导。每月通报。
        5.严格考核。年底兑现。
    Bad:
        第一章　总则
        第一条　为规范管理，制定本办法。
        第二条　本办法适用于全县。
        第二章　附则
        ⟦第四条⟧　本办法自印发之日起施行。
    Good:
        一、加强组织领导
        1.成立专班。各部门参加。
        二、压实工作责任
        2.加强督导。每月通报。
        3.严格考核。年底兑现。
    Good:
        一、工作目标
        （一）全面整改。年底完成。
        （二）持续改善。稳步提高。
        二、组织领导
        （1）强化责任。各部门参加。
        （二）加强督导。每月通报。
    """
    if excerpt:
        return
    before = {after.block: one for one, after in pairwise(numbers(reading))}
    for series in all_series(reading):
        first = series.members[0]
        if _styled(before.get(first.block), first):
            continue
        if first.value in (0, 1, series.before + 1, series.counted + 1):
            continue
        found = first.enumerator
        right = rewritten(found, series.before + 1)
        if series.before:
            said = f"序号不接上文：上一个是“{rewritten(found, series.before)}”，这里应当从头编号或者是“{right}”"
        else:
            said = f"序号从“{found.text}”开始，前面没有“{right}”"
        yield Spot(found.start, found.end, said, block=first.block)


def _styled(last: Number | None, first: Number) -> bool:
    """Whether (1) stands before （二）: the form of the one before is at fault, not the number."""
    return (
        last is not None
        and 0 < last.value == first.value - 1
        and last.enumerator.form in _BRACKETED
        and first.enumerator.form in _BRACKETED
    )
