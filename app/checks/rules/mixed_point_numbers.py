"""一是 paragraphs in one section, 1. paragraphs in the others."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.numbers import Series, all_series, numbered
from app.document.numbering import Form

_ARABIC = (Form.ARABIC, Form.ARABIC_BRACKET)


@rule(group="编号", severity=Severity.WARNING, scope="document", facts=numbered)
def mixed_point_numbers(reading: Reading) -> Iterator[Spot]:
    """各部分的分项编号方式不一。

    有的部分用“一是、二是”分段，其他部分用“1.”“2.”分段，应当统一。

    来源：公文写作惯例
    Bad:
        一、加强组织领导
        ⟦一是⟧成立专班。各部门参加。
        二是明确分工。逐项落实。
        二、压实工作责任
        1.加强督导。每月通报。
        2.严格考核。年底兑现。
        三、强化工作保障
        3.保障经费。及时拨付。
        4.配强力量。专人负责。
    Good:
        一、加强组织领导
        一是成立专班。各部门参加。
        二是明确分工。逐项落实。
        二、压实工作责任
        一是加强督导。每月通报。
        二是严格考核。年底兑现。
    """
    series = [s for s in all_series(reading) if s.parent is not None]
    sections: dict[int, list[Series]] = {}
    for one in series:
        if one.parent is not None and one.parent.enumerator.form is Form.CHINESE:
            sections.setdefault(one.parent.block, []).append(one)
    worded = [s for s in sections.values() if s[0].form in (Form.IS, Form.MUST)]
    figured = [s for s in sections.values() if s[0].form in _ARABIC]
    if len(figured) < 2 or len(worded) >= len(figured):
        return
    for section in worded:
        first = section[0].members[0]
        found = first.enumerator
        said = (
            f"这一部分用“{found.text}”分项，其他部分用“{figured[0][0].members[0].enumerator.text}”"
        )
        yield Spot(found.start, found.end, said, block=first.block)
