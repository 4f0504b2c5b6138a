"""首先 without 其次, 一方面 without another."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.patterns import regex

_FIRST = regex(r"(?:^|(?<=[。；：]))(?:首先，|一方面[，要是]|一是(?![一二]|个|由|因))")
_SECOND = regex(r"其次|再次|最后|然后|接下来|下面|同时，|第二|二是|二要")
_POINT = regex("二是|二要|其二|二来|二则|另一|再者|再就是|三是|二、|（二）|第二|以及是")
_SIDE = regex(r"(?:另|再|又)一方面|另外|同时")
_PARTNERS = {"首先": _SECOND, "一方面": _SIDE, "一是": _POINT}


def opened(paragraph: Paragraph) -> tuple[tuple[int, int, str], ...] | None:
    """Return where an opening word stands without its partner in the paragraph: a facts function."""
    lone: list[tuple[int, int, str]] = []
    for found in _FIRST.finditer(paragraph.text):
        word = next(word for word in _PARTNERS if found[0].startswith(word))
        partner = _PARTNERS[word]
        if not partner.search(paragraph.text, found.end()):
            lone.append((found.start(), found.start() + len(word), word))
    return tuple(lone) or None


@rule(
    group="编号",
    severity=Severity.HINT,
    scope="document",
    triggers=("首先，", "一方面", "一是"),
    facts=opened,
)
def lone_first(reading: Reading, *, ahead: int = 6) -> Iterator[Spot]:
    """有“首先”没有“其次”，有“一方面”没有“另一方面”，有“一是”没有“二是”。

    序数词语要前后呼应。

    来源：公文写作惯例
    选项：ahead 往后看多少段
    Bad: ⟦首先⟧，我向各位代表表示感谢。会议开得很好。
    Bad: ⟦一方面⟧，要加强领导。
    Bad: 组织全体教职工学习培训。⟦一是⟧明确学习内容，集中学习理论读本。
    Good: 一是明确内容，二是明确时间；公平问题一是一，原因之一是投入不足。
    Good: 首先，要加强领导。其次，要严格考核。
    Good:
        首先，我讲讲成绩。
        其次，我讲讲不足。
    Good: 做好工作，首先要统一思想。
    """
    texts = reading.document.texts if any(reading.facts) else ()
    for block, spots in reading.present():
        following = "\n".join(texts[block + 1 : block + 1 + ahead])
        for start, end, word in spots:
            if not _PARTNERS[word].search(following):
                yield Spot(start, end, f"“{word}”之后没有呼应的词语", block=block)
