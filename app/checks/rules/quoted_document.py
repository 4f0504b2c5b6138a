"""The name of a law or a paper in quotation marks: 依照“会计法”的规定."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.document_names import statute_known
from app.document.edits import TextEdit
from app.patterns import regex

_LAW = regex(
    r"“(?P<name>(?:中华人民共和国|中国共产党)?(?P<bare>[^“”《》，。、；：]{2,40}?(?:法典?|条例|准则|细则)))”"
)
_BEFORE = regex(
    "(?:根据|依据|按照|依照|遵照|对照|违反|触犯|贯彻|执行|实施|学习|宣传|落实|遵守|符合|适用|《[^《》]+》[、和])(?:了|新修订的|修订后的|新)?$"
)
_BEHIND = regex(
    "(?:有关|相关|的有关|的相关|的|等)?(?:规定|要求|条款)|第[0-9一二三四五六七八九十百]+[条章]|自|等法律|等法规"
)
# “考勤办法”自三月起施行
_FORCE = regex(
    r"“(?P<name>[^“”《》，。；：]{4,40}(?:办法|规定|细则|制度|条例|规则|章程))”(?=自[^，。；“”]{1,14}起(?:正式)?(?:施行|实施|执行|试行|生效)|(?:已?经)[^，。；“”]{1,14}(?:审议|会议)?通过，(?:现予|自))"
)
_SHORT = 4  # characters of a name that may be a catchword too


@rule(
    group="标点",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple(
        f"{last}”"
        for last in ("法", "法典", "条例", "准则", "细则", "办法", "规定", "制度", "规则", "章程")
    ),
)
def quoted_document(paragraph: Paragraph) -> Iterator[Spot]:
    """法规、文件的名称用了引号。

    法律、法规、规章和文件的名称用书名号，不用引号。

    来源：GB/T 15834—2011 4.15
    Bad: 依照⟦“安全生产法”⟧第九条处罚，并组织学习⟦“中华人民共和国档案法”⟧。 -> 依照《安全生产法》第九条处罚，并组织学习《中华人民共和国档案法》。
    Bad: ⟦“库房巡检制度”⟧自7月1日起试行。 -> 《库房巡检制度》自7月1日起试行。
    Good: 依照《安全生产法》第九条处罚。采用“倒推法”，总结出“四步工作法”，办“普法”“水法”专栏。
    Good: 推行“首问负责制度”自去年起成效明显，“谁执法谁普法”的规定。
    """
    text = paragraph.text
    for found in _LAW.finditer(text):
        placed = _BEFORE.search(text, max(found.start() - 24, 0), found.start())
        named = len(found["name"]) > len(found["bare"]) or len(found["bare"]) > _SHORT
        if (named or placed or _BEHIND.match(text, found.end())) and statute_known(found["bare"]):
            yield _marked(found)
    for found in _FORCE.finditer(text):
        if not statute_known(found["name"]):
            yield _marked(found)


def _marked(found: re.Match[str]) -> Spot:
    """Return the spot of a name whose quotation marks are to be book-title marks."""
    start, end = found.span()
    edits = (TextEdit(0, end - 1, end, "》"), TextEdit(0, start, start + 1, "《"))
    said = "法规、文件的名称用书名号"
    return Spot(start, end, said, edits=edits, title="改为书名号")
