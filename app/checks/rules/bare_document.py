"""The name of a law or a letter without book-title marks: 符合政府采购法第九条, 致家长一封信."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.document_names import statute_known
from app.checks.language.han import HAN
from app.document.model import HEADINGS, Role
from app.patterns import regex

_STATE = "中华人民共和国"
_BY = "根据|依据|按照|依照|遵照|违反|触犯|符合|适用|执行|遵守|参照|属于"
_LAW = regex(
    rf"(?:{_BY})(?:了|新修订的|修订后的)?(?P<name>(?:{_STATE})?(?P<bare>[{HAN}]{{3,20}}?(?:法|条例)))"
    r"(?=(?:的)?(?:有关|相关|具体)?(?:规定|要求|条款)|第[0-9一二三四五六七八九十百]+[条章])"
)
_LETTER = regex(
    rf"(?:散发|发放|印发|发送|发布|张贴|推送|写了?|发出了?|送达|宣读|刊登|转发|阅读)(?:了)?(?P<name>致(?:(?!的)[{HAN}]){{2,14}}(?:的一?|一)封信)(?![{HAN}]{{0,2}}[》”])"
)
_LEAST = 5  # characters of a law that is not called by its short name alone
_TITLES = frozenset((*HEADINGS, Role.TITLE, Role.SUBTITLE))


@rule(
    group="标点",
    severity=Severity.HINT,
    idle=True,
    triggers=(
        "封信",
        *(
            f"{law}{behind}"
            for law in ("法", "条例")
            for behind in ("第", "规定", "的规", "有关", "相关", "的有", "的相", "要求", "具体")
        ),
    ),
)
def bare_document(paragraph: Paragraph) -> Iterator[Spot]:
    """法规、文件的名称没有用书名号。

    引用法律、法规和文件的名称用书名号；《刑法》《宪法》一类简称习惯上不用的，不提示。

    来源：GB/T 15834—2011 4.15
    Bad: 供应商应当符合⟦政府采购法⟧第二十二条的规定。 -> 供应商应当符合《政府采购法》第二十二条的规定。
    Bad: 根据⟦中华人民共和国档案法⟧的有关规定，印发⟦致家长一封信⟧。 -> 根据《中华人民共和国档案法》的有关规定，印发《致家长一封信》。
    Good: 符合《政府采购法》第二十二条的规定，依照刑法第一百条处罚，根据本法有关规定，根据倒推法的要求。
    Good: 发放《致家长一封信》，给家长写了一封信。
    """
    if paragraph.role in _TITLES:
        return
    text = paragraph.text
    for found in _LAW.finditer(text):
        bare = found["bare"].removeprefix(_STATE)
        if len(found["name"]) >= _LEAST and statute_known(bare):
            yield Spot(*found.span("name"), "法规名称用书名号", f"《{found['name']}》")
    for found in _LETTER.finditer(text):
        yield Spot(*found.span("name"), "文件名称用书名号", f"《{found['name']}》")
