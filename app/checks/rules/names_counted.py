"""A number of persons that the names listed before it contradict."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.han import clause_start
from app.checks.language.people import ends_as_place, personal
from app.document.numbering import from_chinese
from app.patterns import regex
from app.surnames import SURNAMES

_PERSON = (
    "同志|员工|职工|干部|党员|教师|老师|同学|学生|医生|护士|民警|委员|代表|选手|队员|工作人员|负责人|"
    "被告人|当事人|责任人|村民|群众|企业家|专家|教授|劳模|先进个人|志愿者|退役军人|战士|工人|农民|同事|家长"
)
# The first digit stands before what may follow it: the engine then looks for digits only.
_CLAIM = regex(
    "(?P<claim>(?P<n>[0-9两二三四五六七八九十](?:(?<=[0-9])[0-9]?|(?<![0-9])[两二三四五六七八九十]{0,2}))"
    f"(?:[名位个](?:{_PERSON})|同志|人(?=[，。；为的任]|予以|给予|受到|获|荣获|被)))"
)
_TRIGGERS = tuple(
    f"{n}{of}" for n in "0123456789两二三四五六七八九十" for of in ("名", "位", "个", "同志", "人")
)
_FIRST = regex(rf"[{SURNAMES}][\u4e00-\u9fff]{{1,2}}$")
_OTHERS = regex("带领|率领|带队|陪同|会同|等|以及|之外|除|其中|另|另外|加上")


@rule(group="一致", severity=Severity.WARNING, idle=True, triggers=_TRIGGERS)
def names_counted(paragraph: Paragraph) -> Iterator[Spot]:
    """人数与所列的姓名不符。

    姓名列了几个，后面就应当说几名；没有列全的，姓名后面用“等”。

    来源：公文校对惯例
    Bad: 对陈小燕、赵志刚⟦三名员工⟧予以通报表扬。
    Bad: 任命李建国、王海、张晓梅⟦两名同志⟧为副主任。
    Bad: 给予周强、吴敏和郑丽华⟦2名干部⟧嘉奖。
    Good: 对陈小燕、赵志刚两名员工予以通报表扬，任命李建国、王海、张晓梅三名同志为副主任。
    Good: 对陈小燕、赵志刚等三名员工予以通报表扬，由王海带领李强、张敏三名干部驻村。
    Good: 对高新区、周口市三名干部予以表扬，抽调一科李强、二科张敏，三科两名同志。
    Bad: 张丽、李强、王海、赵敏等⟦三名教师⟧获奖。
    Good: 财务科陈小燕、赵志刚，人事科孙丽、李强四名同志参加。
    """
    text = paragraph.text
    for found in _CLAIM.finditer(text) if "、" in text else ():
        start = clause_start(text, found.start(), "，。；：！？（）《》“”")
        clause = text[start : found.start()]
        open_ = clause.endswith("等")
        clause = clause.removesuffix("等")
        if "、" not in clause or _OTHERS.search(clause):
            continue
        first, *others = re.split("[、和与及]", clause)
        names = len(others) + 1
        named = _FIRST.search(first) and not ends_as_place(first)
        if not named or not all(map(personal, others)):
            continue
        claimed = from_chinese(found["n"]) or 0
        goes_on = start > 0 and text[start - 1] in "，）"
        if claimed < names or (claimed > names and not goes_on and not open_):
            yield Spot(*found.span("claim"), f"前面列出{names}人，请核对")
