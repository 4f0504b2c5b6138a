"""A set phrase of four characters with one of them wrong, or with two exchanged."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.idioms import torn
from app.checks.set_phrases import idiom_slips
from app.document.model import Role

_FRAME = re.compile("非.不可")  # any verb may stand in it: 非改不可


@rule(
    group="词语", severity=Severity.WARNING, idle=True, yields_to=("wrong_word", "near_miss_phrase")
)
def idiom_slip(paragraph: Paragraph) -> Iterator[Spot]:
    """成语和固定语里的别字。

    与成语、四字固定语只差一个音近或者形近的字，或者颠倒了其中的字。公文常用成语错的字与原字不像的，只作提示。

    来源：成语与固定语词表（resources/lexicons/README.md）
    Bad: 学习满足于一知半⟦结⟧ -> 学习满足于一知半解
    Bad: 旧观念根深⟦地⟧固 -> 旧观念根深蒂固
    Bad: 有的报告⟦斟字酌句⟧不够 -> 有的报告字斟句酌不够
    Bad: 调研满足于走马⟦灯⟧花 -> 调研满足于走马观花
    Bad: 记录千⟦遍⟧一律 -> 记录千篇一律
    Good: 旧制度非改不可。
    Good: 学习不能满足于一知半解
    Good: 因村制宜、一村一策，依法治县。
    """
    if paragraph.role is Role.OBJECT:
        return
    text = paragraph.text
    told: set[int] = set()
    for found in torn(text):
        if told.isdisjoint(range(found.start, found.end)):
            told.update(range(found.start, found.end))
            said = f"“{text[found.start : found.end]}”应为“{found.right}”（{found.idiom}）"
            severity = None if found.sure else Severity.HINT
            yield Spot(found.start, found.end, said, found.right, severity=severity)
    for slip in idiom_slips(text):
        if slip.at in told or _FRAME.fullmatch(slip.word):
            continue
        said = f"“{slip.word}”疑误：“{slip.wrong}”应为“{slip.right}”"
        yield Spot(slip.at, slip.at + 1, said, slip.right)
