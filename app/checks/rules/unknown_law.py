"""A law of the People's Republic of which the list of laws has no such name."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.document_names import statute_known, statute_meant
from app.patterns import regex

_LAW = regex(
    r"《(?P<name>中华人民共和国(?P<bare>[\u4e00-\u9fff、（）]{2,30}法))(?:（[^（）]{2,12}）)?》"
)
_PARTY = regex(
    r"《(?P<name>中国共产党(?P<bare>[\u4e00-\u9fff、（）]{2,30}(?:条例|准则)))(?:（[^（）]{2,12}）)?》"
)
_DRAFT = regex(r"草案|征求意见|制定|起草|立法|拟")


@rule(
    group="提法", severity=Severity.HINT, idle=True, triggers=("《中华人民共和国", "《中国共产党")
)
def unknown_law(paragraph: Paragraph) -> Iterator[Spot]:
    """没有查到的法律名称。

    “《中华人民共和国……法》”“《中国共产党……条例》”不在现行和已经废止的名称之中，可能是写错了名称，也可能是新近出台的，请核对。

    来源：全国人大常委会公布的法律目录；词表 resources/lexicons/statutes.txt（由整理者辑录，只作核对线索）
    Bad: 根据⟦《中华人民共和国安全法》⟧等法律法规，加强监管。
    Bad: 严格执行⟦《中国共产党干部管理条例》⟧。
    Good: 根据《中华人民共和国安全生产法》《中华人民共和国城市规划法》和《中国共产党章程》。
    Good: 学习《中国共产党纪律处分条例》，配合起草《中华人民共和国药典》。
    """
    text = paragraph.text
    for pattern in (_LAW, _PARTY):
        for found in pattern.finditer(text):
            known = statute_known(found["bare"]) or statute_meant(found["name"]) is not None
            if not known and not _DRAFT.search(text[max(found.start() - 12, 0) : found.end() + 6]):
                yield Spot(*found.span(), "没有查到这个名称，请核对")
