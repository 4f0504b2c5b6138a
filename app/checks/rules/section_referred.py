"""A part of this paper referred to that it does not have: 本预案第六部分, with five parts."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.numbers import NUMBERED
from app.document.model import Role
from app.document.numbering import Form, from_chinese, leading
from app.patterns import regex

_N = "[一二三四五六七八九十]{1,3}|[1-9][0-9]?"
_PART = regex(
    rf"(?:本(?:预案|方案|通知|意见|办法|制度|细则|规定|报告|要点|规划|计划|文|合同|协议|章程)|前述|上述|前文|上文|下文|见)(?:中|的)?(?P<claim>第(?P<n>{_N})(?P<of>部分|章|条))(?!第)"
)
_FORMS = {"部分": (Form.CHINESE, Form.PART), "章": (Form.PART,), "条": (Form.ARTICLE,)}
_ARTICLE = regex(rf"^\s*第({_N})条")

Told = tuple[tuple[tuple[int, int, int, str], ...], str, int]
_SKIPPED = frozenset((Role.OBJECT, Role.BLANK))


def parts(paragraph: Paragraph) -> Told | None:
    """Return the parts a paragraph refers to, the form of its own number and its value: facts."""
    if paragraph.role in _SKIPPED:
        return None
    text = paragraph.text
    referred = _PART.finditer(text) if "第" in text else ()
    claims = tuple([(*m.span("claim"), from_chinese(m["n"]) or 0, m["of"]) for m in referred])
    article = _ARTICLE.match(text)
    number = leading(text) if paragraph.role in NUMBERED else None
    if article is not None:
        return claims, Form.ARTICLE, from_chinese(article[1]) or 0
    if number is not None:
        return claims, number.form, number.value
    return (claims, "", 0) if claims else None


@rule(group="一致", severity=Severity.WARNING, scope="document", idle=True, facts=parts)
def section_referred(reading: Reading) -> Iterator[Spot]:
    """提到的部分、条款本文没有。

    “按照本预案第六部分”“本办法第二十条”，本文应当有这一部分、这一条；只有五个部分而说第六部分，多半是删改以后没有跟着改。

    来源：公文校对惯例
    Bad:
        一、工作原则
        二、组织机构
        各工作组要按照本预案⟦第六部分⟧明确的职责抓好落实。
        三、应急处置
    Bad:
        第一条 为规范管理，制定本办法。
        第二条 本办法适用于全县。违反本办法⟦第八条⟧的，予以通报。
        第三条 本办法自印发之日起施行。
    Good:
        一、工作原则
        二、组织机构
        各工作组要按照本预案第三部分明确的职责抓好落实。
        三、应急处置
    Good: 按照本方案第六部分的要求执行，依照本条例第八条处理。
    """
    found = list(reading.present())
    last: dict[str, int] = {}
    for _, (_, form, value) in found:
        last[form] = max(last.get(form, 0), value)
    for block, (claims, *_) in found:
        for start, end, claimed, of in claims:
            whole = max([last.get(form, 0) for form in _FORMS[of]])
            if whole > 1 and claimed > whole:
                parts = f"{whole}个部分" if of == "部分" else f"{whole}{of}"
                yield Spot(start, end, f"本文只有{parts}，请核对", block=block)
