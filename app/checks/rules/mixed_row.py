"""One comma in a row whose other members are parted by 、: 抓好教学、科研，后勤、安全工作."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.rows import CHARACTER, sent_to
from app.checks.verbs import another
from app.checks.words import nominal, shape, sorts
from app.document.model import Role

_STOP = re.compile("[。；！？：“”（）《》\n]")
_HAN = re.compile(f"{CHARACTER}+")
_CLOSED = re.compile("以及|[和与及等]")
_POST = re.compile(r"\s*(?:主任|委员|成员|组长)[:：]")
_HAVING = "有无不敢能"  # 有计划、有步骤
_LED = ("还是", "更是", "也是", "又是", "而是", "不是", "既是", "就是")  # a clause of its own
_GROUP = ("以及", "及其", "还有", "包括", "其中")  # a group of its own, which a comma may part
# 14个方队，……: a number or a sort, of which the row tells what they are.
_SUMMED = re.compile(r"[0-9０-９几数多各种类个名支]|不止|不仅|不只|除了?|主要是")
_BODIES = frozenset("局委办部院厅会处科室站所校司团")
_LINES = frozenset((Role.OBJECT, Role.SALUTATION))
_LEAST, _MOST = 2, 8  # characters of a member


@rule(
    group="标点",
    severity=Severity.WARNING,
    idle=True,
    triggers=("、",),
    yields_to=("list_comma", "row_comma"),
)
def mixed_row(paragraph: Paragraph) -> Iterator[Spot]:
    """一列词语里顿号、逗号混用。

    同一层的并列词语，前后都用顿号，中间夹一个逗号，读者会以为另起一句。两个两个成组、组与组之间用逗号的，不算混用。

    来源：GB/T 15834—2011 4.5
    Bad: 不得瞒报⟦，⟧谎报、漏报、迟报。 -> 不得瞒报、谎报、漏报、迟报。
    Bad: 走访学校、物流园区⟦，⟧工业园区、建筑工地、沿街门店，发放资料。 -> 走访学校、物流园区、工业园区、建筑工地、沿街门店，发放资料。
    Bad: 完善值班制度、巡查制度⟦，⟧考勤制度，做到有章可循。 -> 完善值班制度、巡查制度、考勤制度，做到有章可循。
    Bad: 购置了锣鼓、音响⟦，⟧图书等15件文化器材。 -> 购置了锣鼓、音响、图书等15件文化器材。
    Bad: 联合市教育局⟦，⟧市文化广电和旅游局、市体育局、团市委开展活动。 -> 联合市教育局、市文化广电和旅游局、市体育局、团市委开展活动。
    Bad: 全队上下，担重任、打硬仗⟦，⟧挑大梁。 -> 全队上下，担重任、打硬仗、挑大梁。
    Good: 赶火车、赶汽车，赶上了，青砖房、红瓦顶，好气派。
    Good: 不仅是一次实践活动，还是一次思想教育活动、国情教育活动。
    Good: 晚会共有4个节目，快板节目、相声节目、合唱节目各有特色；排水靠开挖沟渠，主沟、支沟、边沟相连。
    Good: 参演的有县剧团、乡剧团，以及村剧社、校剧社；公司是县里的骨干企业，先后获评纳税企业、环保企业、守信企业。
    Good: 做到早发现、早报告，早隔离、早治疗；学习、宣传，贯彻、落实。
    Good: 加强思想建设、组织建设，制度建设、作风建设也有进展。
    Good: 压减会议、文件，减轻负担等工作继续推进，走访学校、企业，学生和家长都很满意。
    """
    text = paragraph.text
    if paragraph.role in _LINES or sent_to(text) or _POST.match(text) or "，" not in text:
        return
    at = 0
    for sentence in _STOP.split(text):
        if "、" in sentence and "，" in sentence:
            for (_, left), (start, right) in pairwise(_clauses(sentence, at)):
                if len(left) + len(right) > 2 and _one_row(left, right):
                    yield Spot(start - 1, start, "同一列词语里夹了逗号", "、")
        at += len(sentence) + 1


def _clauses(sentence: str, at: int) -> Iterator[tuple[int, list[str]]]:
    """Yield where the clauses of a sentence begin that stands at a place, and their members."""
    for clause in sentence.split("，"):
        if clause:
            yield at, clause.split("、")
        at += len(clause) + 1


def _one_row(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the members on both sides of a comma belong to one row."""
    if len(left) == len(right) > 1 or not all((*left, *right)):  # two and two
        return False
    if len(left) == 1 and _SUMMED.search(left[0]):
        return False
    if not _HAN.fullmatch(left[-1][-2:] + right[0][:2]) or right[0].startswith(_LED + _GROUP):
        return False
    return (
        _between(left, right)
        or _echoed(left, right)
        or _last_of_all(left, right)
        or _of_one_sort(left, right)
        or _closed(left, right)
    )


def _between(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two whole members are made alike: 、物流园区，沿街门店、."""
    one, two = left[-1], right[0]
    if min(len(left), len(right)) < 2 or one == two or not _sized(one):
        return False
    if len(one) == len(two):
        return shape(one) == shape(two) or (_thing(one) and _thing(two))
    return one[-1] == two[-1] and _nominal(one) and _nominal(two)


def _echoed(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether all members are as long and share their first or last character: 不得迟报，漏报、谎报."""
    whole = right[:-1]
    if not whole or another(whole[0]):
        return False
    long = len(whole[0])
    said = left[-1][-long:]
    if not 2 <= long <= 6 or len(said) < long or any(len(one) != long for one in whole):
        return False
    if (
        not _HAN.fullmatch(said + "".join(whole))
        or said in whole
        or (len(left) > 1 and len(left[-1]) != long)
        or not _cut(left[-1], long)
    ):
        return False
    if len(left) == 1 and sorts(said)[0][1][0] in "abn":
        return False  # 深沟，主沟、支沟: which of them there are
    row = [*whole, right[-1][:long]] if len(whole) == 1 else whole
    return len(row[-1]) == long and any(
        {one[place] for one in row} == {said[place]} for place in (0, -1)
    )


def _last_of_all(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether a clause is but the last member: 值班制度、巡查制度，考勤制度。"""
    if len(left) < 2 or len(right) > 1 or len(right[0]) != len(left[-1]):
        return False
    if not _HAN.fullmatch(left[-1] + right[0]):
        return False
    before, one, two = left[-2], left[-1], right[0]
    long = len(one)
    if not 2 <= long <= 6 or one == two:
        return False
    if long == len(before) == 3 and len(left) == 2:
        # 担重任、打硬仗，挑大梁
        return not two.endswith("了") and sorts(two)[0][1][0] in "vil"
    opens = {one[0], two[0], *before[-long:][:1]}
    if len(opens) == 1 and (long > 3 or two[0] in _HAVING):
        return True
    return {two[-1], before[-1]} == {one[-1]} and not another(two)


def _of_one_sort(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether three members end in one character: 市教育局，市文化广电和旅游局、市体育局."""
    if len(right) < 3 or not _sized(right[0], 16):
        return False
    ends = {left[-1][-1], right[0][-1], right[1][-1:]}
    if len(left) == 1 and not ends <= _BODIES:
        return False
    return len(ends) == 1 and all(sort[0] not in "vrdp" for _, sort in sorts(right[0]))


def _closed(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether 等 or 和 closes a row of names of things: 锣鼓、音响，图书等."""
    closed = _CLOSED.search(right[0])
    if len(left) < 2 or len(right) > 1 or closed is None or not _sized(left[-1]):
        return False
    if _CLOSED.search(left[-1]):
        return False
    member = right[0][: closed.start()]
    if not 2 <= len(member) <= _MOST or another(member):
        return False
    rest = right[0][closed.end() :]
    return _nominal(left[-1]) and _nominal(member) and (closed[0] == "等" or _nominal(rest))


def _sized(member: str, most: int = _MOST) -> bool:
    return _LEAST <= len(member) <= most and _HAN.fullmatch(member) is not None


def _cut(text: str, long: int) -> bool:
    """Whether a word begins so many characters before the end."""
    return long in accumulate(len(word) for word, _ in reversed(sorts(text[-10:])))


def _thing(text: str) -> bool:
    """Whether the last of nominal words is a noun."""
    return _nominal(text) and sorts(text)[-1][1][0] == "n"


def _nominal(text: str) -> bool:
    """Whether all words are names of things, of no persons."""
    return all(
        sort == "uj" or (nominal(sort) and sort[:2] not in {"nr", "ns"})
        for _, sort in (sorts(text) if text else ())
    )
