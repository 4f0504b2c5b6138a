"""特此通知 at the end of a circular: the closing of another kind."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_CLOSING = regex(
    r"^\s*(?:特此|专此)(?P<kind>通知|通报|公告|通告|函告|函复|函达|报告|批复|请示|答复|回复|布告|决定)[。！]?\s*$"
)
_KINDS = {
    "通知": "通知",
    "通报": "通报",
    "公告": "公告",
    "通告": "通告",
    "报告": "报告",
    "批复": "批复",
    "请示": "",
    "函": "函告|函复|函达|答复|回复",
}
_LETTER = {"函": "函告", "请示": ""}
_TITLE = regex(r"(通知|通报|公告|通告|请示|报告|批复|函)(?:（[^（）]*）)?$")
_FREE = regex(r"述职|述廉|调研|调查|考察")


def closings(paragraph: Paragraph) -> tuple[str, str, int, int] | None:
    """Return the kind that a title names, or that a closing names, with its place: facts."""
    if paragraph.role is Role.TITLE:
        found = _TITLE.search(paragraph.text.strip())
        if found is None or _FREE.search(paragraph.text):
            return None
        return "title", found[1], 0, 0
    found = _CLOSING.match(paragraph.text)
    return ("closing", found["kind"], *found.span("kind")) if found else None


@rule(
    group="要素",
    severity=Severity.ERROR,
    scope="document",
    idle=True,
    triggers=("特此", "专此", *_KINDS),
    facts=closings,
)
def closing_kind(reading: Reading) -> Iterator[Spot]:
    """结束语与文种不符。

    通报以“特此通报”结束，通知以“特此通知”结束，报告以“特此报告”结束，函以“特此函告”“特此函复”一类的话结束，不能互用。

    来源：公文写作惯例
    Bad:
        title| 关于食品安全专项检查情况的通报
        现将有关情况通报如下：
        特此⟦通知⟧。 -> 特此通报。
    Bad:
        title| 关于做好防汛工作的通知
        各单位要抓好落实。
        特此⟦报告⟧。 -> 特此通知。
    Bad:
        title| 关于商请支持有关工作的函
        请予研究支持。
        特此⟦通知⟧。 -> 特此函告。
    Bad:
        title| 关于经费使用情况的报告
        已使用5万元。
        特此⟦请示⟧。 -> 特此报告。
    Bad:
        title| 关于道路封闭施工的通告
        请绕行。
        特此⟦公告⟧。 -> 特此通告。
    Good:
        title| 关于食品安全专项检查情况的通报
        特此通报。
    Good:
        title| 关于商请支持有关工作的复函
        特此函复。
    Good:
        title| 关于同意设立示范区的批复
        此复。
    Good:
        title| 关于做好防汛工作的通知
        各单位要抓好落实，情况特此报告。
    """
    kind = ""
    for block, (sort, named, start, end) in reading.present():
        if sort == "title":
            kind = named
        elif kind and named not in (_KINDS[kind] or "无").split("|"):
            right = _LETTER.get(kind, kind)
            said = f"文种是“{kind}”，结束语" + (f"用“特此{right}”" if right else "不用这一句")
            yield Spot(start, end, said, right or None, block=block)
