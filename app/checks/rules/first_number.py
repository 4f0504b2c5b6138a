"""A series of items that does not start at 1."""

import re
from collections.abc import Iterator
from itertools import pairwise

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.numbers import Number, all_series, numbered, numbers, rewritten
from app.document.numbering import Form
from app.patterns import regex

_DECIMAL = regex(r"\s*(?!1\.1(?![0-9]))[0-9]{1,2}\.[0-9]{1,2}(?![0-9.]*[%％万亿元年月])")
# What may stand for 一是 and 第二， inside a paragraph.
_TOLD = {1: "首先|第一|一是|一要|一方面", 2: "其次|第二|二是|二要", 3: "再次|第三|三是|三要"}
_SPOKEN = (Form.IS, Form.MUST, Form.ORDINAL)
_FAR = 12  # paragraphs before in which the number before may stand
_OPENING = 3  # paragraphs with which an excerpt opens
_BRACKETED = (Form.CHINESE_BRACKET, Form.ARABIC_BRACKET, Form.ARABIC_PAREN)


@rule(group="编号", severity=Severity.WARNING, scope="document", facts=numbered)
def first_number(reading: Reading, *, excerpt: bool = False) -> Iterator[Spot]:
    """序号不从一开始。

    每一层的第一个序号应当是一；接续上一部分的编号除外。上一个序号写在前面段落当中的也除外。开头就不是一的文稿多半是节选，只作提示；摘录的文稿可以在选项里关闭（excerpt）。

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
    Bad:
        一、训练时长：1.5小时。
        ⟦2.⟧地点在二楼会议室，请提前到场。
        3.人员由各股室选派。
    Good:
        一、活动内容：1.登山，上午8时在北门集合。
        2.拔河，各科室自愿组队。每队8人。
        3.颁奖，由工会主席主持。
    Good:
        做好这项工作，首先，要摸清底数，逐户登记造册。
        第二，要分类施策，不搞一刀切。
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
    midway = _midway(reading)
    for series in all_series(reading):
        first = series.members[0]
        if _styled(before.get(first.block), first):
            continue
        if first.value in (0, 1, series.before + 1, series.counted + 1):
            continue
        if _inside(reading, first):
            continue
        found = first.enumerator
        right = rewritten(found, series.before + 1)
        if series.before:
            said = f"序号不接上文：上一个是“{rewritten(found, series.before)}”，这里应当从头编号或者是“{right}”"
        else:
            said = f"序号从“{found.text}”开始，前面没有“{right}”"
        severity = Severity.HINT if midway and not series.before else None
        yield Spot(found.start, found.end, said, block=first.block, severity=severity)


def _midway(reading: Reading) -> bool:
    """Whether the text opens in the middle of a longer one: with （二）, 第五章 or 3.2."""
    first = next((one for one in numbers(reading) if one.enumerator.form not in _SPOKEN), None)
    opening = [one.text for one in reading.document.blocks[:_OPENING]]
    numbered_on = first is not None and first.value > 1
    return numbered_on or any(_DECIMAL.match(text) for text in opening)


def _inside(reading: Reading, first: Number) -> bool:
    """Whether the number before stands inside a paragraph above: 二、联欢 （一）思路, （二）节目."""
    found = first.enumerator
    last = first.value - 1
    if found.form in _SPOKEN:
        pattern = re.compile(_TOLD.get(last) or re.escape(rewritten(found, last)))
    else:
        written = re.escape(rewritten(found, last).strip())
        pattern = re.compile(rf"(?:[：:；;。\s]|(?<=[）)])){written}(?![0-9])")
    blocks = reading.document.blocks[max(first.block - _FAR, 0) : first.block]
    return any(pattern.search(one.text) for one in blocks)


def _styled(last: Number | None, first: Number) -> bool:
    """Whether (1) stands before （二）: the form of the one before is at fault, not the number."""
    return (
        last is not None
        and 0 < last.value == first.value - 1
        and last.enumerator.form in _BRACKETED
        and first.enumerator.form in _BRACKETED
    )
