"""Siblings whose numbers do not go up by one."""

import re
from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.habits import once
from app.checks.numbers import Number, Series, all_series, heads, numbered, rewritten
from app.document.edits import Edit, TextEdit
from app.document.numbering import Form, leading

_SECOND = 2  # the number of a row whose first member has none
_TITLE = 30  # characters of a title above a row
_STOPS = ("。", "；", "，", "、")


@rule(group="编号", severity=Severity.ERROR, scope="document", facts=numbered)
def number_gap(reading: Reading) -> Iterator[Spot]:
    """序号跳号或重号。

    同一层的序号应当逐一递增。工作要点等各部分之间接续编号、总结等各部分重新编号，都是规范的写法。小标题下面的一列从“2”开始，多半是第一段漏写了“1”。

    来源：GB/T 9704—2012 7.3.3；GB/T 15834—2011 附录B.3
    Bad:
        一、加强组织领导
        ⟦三、⟧压实工作责任 -> 二、压实工作责任
    Bad:
        一、加强组织领导
        二、压实工作责任
        ⟦二、⟧严格督查考核 -> 三、严格督查考核
    Bad:
        一、加强组织领导
        1.成立专班。各部门参加。
        2.明确分工。逐项落实。
        ⟦4.⟧加强督导。每月通报。 -> 3.加强督导。每月通报。
        5.严格考核。年底兑现。 -> 4.严格考核。年底兑现。
        二、压实工作责任
    Bad:
        ⟦1.⟧ 总经理
        1.主持全面工作；
        2.完成其他工作。
        ⟦2.⟧ 副总经理
        1.协助总经理工作；
        2.完成其他工作。
    Bad:
        第一章　总则
        第一条　为规范管理，制定本办法。
        第二条　本办法适用于全县。
        ⟦第四条⟧　档案由专人管理。
        第二章　附则
        第五条　本办法自印发之日起施行。
    Bad:
        【第一章 总则】
        为规范管理，制定本制度。
        【第二章 会员】
        会员应当遵守制度。
        【⟦第二章⟧ 附则】 -> 【第三章 附则】
        本制度自印发之日起施行。
    Bad:
        title| 办事指南
        ⟦1.⟧报名登记
        1、报名时间
        2、报名地点
        ⟦2.⟧领取证件
        1、领取时间
        2、领取地点
    Bad:
        热爱学习（10分）
        1、按时上课，认真听讲。
        2、按时完成作业。
        热爱劳动（10分）
        ⟦爱⟧护公物，按时值日。 -> 1、爱护公物，按时值日。
        2、参加义务劳动。
        3、节约水电。
    Good:
        第一章　劳动管理
        第一节　考勤
        第一条　本节适用于全体员工。
        第二节　请假
        第二条　请假应当写明事由。
        第二章　附则
        第三条　本制度由办公室解释。
    Good:
        1.时间：9月26日上午
        2.地点：二楼会议室
        3  对象：全体新职工
        4.要求：提前十分钟到场
    Good:
        关于修改部分规定的决定
        第三条　会议由办公室组织。
        第六条　会议应当有记录。
    Good:
        一、加强组织领导
        1.成立专班。各部门参加。
        2.明确分工。逐项落实。
        二、压实工作责任
        3.加强督导。每月通报。
        4.严格考核。年底兑现。
    Good:
        一、加强组织领导
        1.成立专班。各部门参加。
        二、压实工作责任
        1.加强督导。每月通报。
        2.严格考核。年底兑现。
    Good:
        第一部分 上年工作
        一、主要成绩
        二、存在不足
        第二部分 今年打算
        一、总体要求
        二、重点任务
    """
    for series in all_series(reading):
        spots = [*_in_series(reading, series)]
        bare = {one.block for one in series.members if spots and _bare(reading, one)}
        yield from [spot for spot in spots if spot.block not in bare]
    said, severity = "与下一层的序号形式相同，两层要用不同的序号", Severity.WARNING
    over = [(number.enumerator, number.block) for number in heads(reading)]
    alike = [Spot(one.start, one.end, said, block=block, severity=severity) for one, block in over]
    yield from once(alike)


def _bare(reading: Reading, number: Number) -> bool:
    """Whether the line before opens with the number before, but without its mark: 3  对象."""
    last = rewritten(number.enumerator, number.value - 1)
    figure = re.search("[0-9]+", last)
    text = reading.document.blocks[number.block - 1].text if number.block else ""
    return figure is not None and re.match(rf"\s*{figure[0]}\s+\S", text) is not None


def _begun(reading: Reading, last: Number, number: Number) -> str | None:
    """Return the text before a 2 that opens a row anew, below a title of its own; None for others.

    Between `last`, the number before, and `number` stand the title and that text.
    """
    if number.value != _SECOND or number.block - last.block <= _SECOND:
        return None
    title, first = (reading.document.blocks[number.block - back].text for back in (2, 1))
    titled = 0 < len(title.strip()) <= _TITLE and not title.rstrip().endswith(_STOPS)
    return first if titled else None


def _unnumbered(first: str, number: Number) -> Iterator[Spot]:
    """Report the first of a row where it has no number."""
    if leading(first) is None:
        at, right = len(first) - len(first.lstrip()), rewritten(number.enumerator, 1)
        block = number.block - 1
        said = f"下一段是“{number.enumerator.text}”，这一段疑缺“{right}”"
        edits = (TextEdit(block, at, at, right),)
        yield Spot(at, at + 1, said, edits=edits, title=f"加上“{right}”", block=block)


def _in_series(reading: Reading, series: Series) -> Iterator[Spot]:
    """Report each place where a series does not go on; a lone slip does not shift what follows."""
    members, last = series.members, _last_row(series.values)
    previous = members[0].value
    for at, number in enumerate(members[1:], 1):
        expected = previous + 1
        previous = number.value
        if number.value == expected:
            continue
        begun = _begun(reading, members[at - 1], number)
        if begun is not None:
            yield from _unnumbered(begun, number)
            continue
        lone = at + 1 < len(members) and members[at + 1].value == expected + 1
        if lone:
            previous = expected
        found = number.enumerator
        sort = "重复" if number.value < expected else "跳号"
        right = rewritten(found, expected)
        said = f"序号{sort}：这里应当是“{right}”"
        stop = at + 1 if lone else len(members)
        title = f"改为“{right}”" if stop == at + 1 else f"从这里起依次改为“{right}”……"
        # Articles are referred to by their numbers: those behind are not to be changed unasked.
        sure = lone or (at >= last and series.form is not Form.ARTICLE)
        mended = members[at:stop] if sure else ()
        edits = tuple([_edit(member, expected + i) for i, member in enumerate(mended)])
        yield Spot(found.start, found.end, said, edits=edits, title=title, block=number.block)


def _last_row(values: list[int]) -> int:
    """Return the place from which on all go up by one to the end."""
    at = len(values) - 1
    while at > 0 and values[at] == values[at - 1] + 1:
        at -= 1
    return at


def _edit(number: Number, value: int) -> Edit:
    found = number.enumerator
    return TextEdit(number.block, found.start, found.end, rewritten(found, value))
