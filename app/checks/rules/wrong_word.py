"""Curated pairs of wrong and right words."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.han import MARKS, clause_start
from app.checks.language.words import pieces
from app.checks.lexicons import wrong_words
from app.patterns import regex

_WORDS = wrong_words()
_NEXT = regex(f"[{MARKS}]")


@rule(group="词语", severity=Severity.ERROR, triggers=tuple(_WORDS))
def wrong_word(paragraph: Paragraph) -> Iterator[Spot]:
    """错别字。

    常见的别字：音近、形近而误，在公文里没有第二种解释的才收进词表。

    来源：《现代汉语词典》；词表 resources/lexicons/wrong-words.tsv
    Bad: 把考核结果⟦做为⟧选拔任用的依据 -> 把考核结果作为选拔任用的依据
    Bad: 工程已经⟦峻工⟧ -> 工程已经竣工
    Bad: ⟦布署⟧今年的工作 -> 部署今年的工作
    Bad: 力求⟦防犯于未然⟧ -> 力求防患于未然
    Good: 面对严峻工作形势，绝不松劲。
    Good: 叫做为民办实事
    Good: 整台联欢晚会，会编竹篮的老人，在度的把握上稳妥一些。
    """
    last = -1
    longest_first = sorted(paragraph.hits, key=lambda hit: (hit[1], -hit[2]))
    for wrong, start, end in longest_first:
        entry = _WORDS[wrong]
        if start < last or entry.excused(paragraph.text, start, end):
            continue
        if entry.bounded and not _whole(paragraph.text, start, end):
            continue
        last = end
        yield Spot(start, end, f"“{wrong}”应为“{entry.right}”{entry.why}", entry.right)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether words of the dictionary begin at both ends of a stretch, or its clause ends there.

    New words that the segmenter would guess at hide some: 应暑名.
    """
    low = clause_start(text, start, MARKS)
    found = _NEXT.search(text, end)
    high = found.start() if found else len(text)
    edges = {low + at for at, _ in pieces(text[low:high])} | {high}
    return {start, end} <= edges
