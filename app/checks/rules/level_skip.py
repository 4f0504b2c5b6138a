"""A level of numbers left out."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.numbers import all_series, numbered
from app.document.numbering import Form

_LEVELS = {Form.CHINESE: 1, Form.CHINESE_BRACKET: 2, Form.ARABIC: 3, Form.ARABIC_BRACKET: 4}


@rule(group="编号", severity=Severity.WARNING, scope="document", facts=numbered)
def level_skip(reading: Reading) -> Iterator[Spot]:
    """结构层次越级。

    层次依次为“一、”“（一）”“1.”“（1）”。只有两层时可以从“一、”直接到“1.”；从“一、”直接到“（1）”是越级。

    来源：GB/T 9704—2012 7.3.3
    Bad:
        一、加强组织领导
        ⟦（1）⟧成立专班。各部门参加。
        （2）明确分工。逐项落实。
    Good:
        一、加强组织领导
        1.成立专班。各部门参加。
        2.明确分工。逐项落实。
    Good:
        一、加强组织领导
        （一）成立专班
        1.明确分工。逐项落实。
    """
    for series in all_series(reading):
        if series.parent is None:
            continue
        level = _LEVELS.get(series.form, 0)
        above = _LEVELS.get(series.parent.enumerator.form, 9)
        if level == 4 and above == 1:
            first = series.members[0]
            found = first.enumerator
            said = f"“{series.parent.enumerator.text}”之下直接用了“{found.text}”，越过了中间的层次"
            yield Spot(found.start, found.end, said, block=first.block)
            return
