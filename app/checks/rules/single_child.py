"""One item alone in a section."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.numbers import all_series, numbered
from app.document.numbering import Form, to_chinese

_COUNTED = (Form.CHINESE_BRACKET, Form.ARABIC, Form.IS)


@rule(group="编号", severity=Severity.HINT, scope="document", idle=True, facts=numbered)
def single_child(reading: Reading) -> Iterator[Spot]:
    """一个部分只有一个分项。

    分项至少有两个；只有一项时不必编号，或者并入相邻部分。

    来源：公文写作惯例
    Bad:
        一、加强组织领导
        1.成立专班。各部门参加。
        2.明确分工。逐项落实。
        二、压实工作责任
        ⟦3.⟧加强督导。每月通报。
        三、强化工作保障
        4.保障经费。及时拨付。
        5.配强力量。专人负责。
    Good:
        一、加强组织领导
        1.成立专班。各部门参加。
        2.明确分工。逐项落实。
    Good:
        一、存在的问题
        一是学习不够深入；二是调研不够经常。
        二、努力方向
        继续改进。
    """
    for series in all_series(reading):
        if len(series.members) == 1 and series.parent is not None and series.form in _COUNTED:
            only = series.members[0]
            if series.parent.enumerator.form in (Form.IS, Form.MUST, Form.ARABIC_BRACKET):
                continue
            found = only.enumerator
            text = reading.document.blocks[only.block].text
            if any(f"{to_chinese(only.value + more)}是" in text for more in (1, 2)):
                continue  # the others follow in the same paragraph, one may be missing
            yield Spot(found.start, found.end, "这一部分只有一个分项", block=only.block)
