"""A set phrase of four characters with one of them wrong."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.slips import idiom_slips
from app.document.model import Role


@rule(
    group="词语", severity=Severity.WARNING, idle=True, yields_to=("wrong_word", "near_miss_phrase")
)
def idiom_slip(paragraph: Paragraph) -> Iterator[Spot]:
    """成语和固定语里的别字。

    与成语、四字固定语只差一个音近或者形近的字。

    来源：成语与固定语词表（resources/lexicons/README.md）
    Bad: 学习满足于一知半⟦结⟧ -> 学习满足于一知半解
    Bad: 旧观念根深⟦地⟧固 -> 旧观念根深蒂固
    Good: 学习不能满足于一知半解
    Good: 因村制宜、一村一策，依法治县。
    """
    if paragraph.role in (Role.NOISE, Role.OBJECT):
        return
    for slip in idiom_slips(paragraph.text):
        said = f"“{slip.word}”疑误：“{slip.wrong}”应为“{slip.right}”"
        yield Spot(slip.at, slip.at + 1, said, slip.right)
