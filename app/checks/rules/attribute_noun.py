"""Attributes with nouns that they do not go with: 热烈好评, 艰苦的任务."""

import re
from collections.abc import Iterator
from functools import lru_cache

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.han import clause_start
from app.checks.tables import Table, each
from app.lexicons import rows
from app.patterns import regex

_Told = tuple[str, bool, re.Pattern[str] | None]
_END = r"(?=[，。；：！？、）”]|$|等|和|与|及|并|中|上|下|之|的|在|是|了|也|都|已|将|为|不|需|要|有|后|时)"
# 愿望十分激烈: what is said of it goes with it as an attribute does.
_DEGREES = "很|十分|非常|更加|越来越|日益|较为|比较|极为|相当|愈发|异常|不够|不太"
_DEGREE = f"(?:还|仍|也|都|普遍|依然)?(?:{_DEGREES})"
# These are verbs too where no 的 stands behind them: 丰富内容, 完善准备工作.
_ACTS = "丰富|完善|活跃|坚定|严格|明确|突出|稳定|充实|密切"


@lru_cache(maxsize=1)
def _pairs() -> Table[_Told]:
    """Return the attributes with the nouns that do not go with them, and what does."""
    found: list[tuple[str, str, _Told]] = []
    for row in rows("attributes.tsv"):
        attributes, nouns, right, level, excuse = (row + [""] * 4)[:5]
        literals = "|".join(
            each(attribute + of, nouns) for attribute in attributes.split("|") for of in ("", "的")
        )
        pattern = rf"(?P<odd>{attributes})(?:的|(?<!{_ACTS}))(?P<noun>{nouns}){_END}"
        told = (right, level == "提示", regex(excuse) if excuse else None)
        found.append((literals, pattern, told))
        literals = "|".join([each(word, attributes) for word in _DEGREES.split("|")])
        said = rf"(?P<noun>{nouns}){_DEGREE}(?P<odd>{attributes})(?=[，。；！]|$)"
        found.append((literals, said, told))
    return Table(found)


@rule(group="词语", severity=Severity.WARNING, idle=True, triggers=_pairs().triggers)
def attribute_noun(paragraph: Paragraph) -> Iterator[Spot]:
    """修饰语与名词搭配不当。

    “好评”是“一致”的，“竞争”是“激烈”的，“任务”是“艰巨”的，“条件”是“艰苦”的；哪个词修饰哪个词是约定的，“竞争日益激烈”这样说在后面也一样。

    来源：《现代汉语词典》；词表 resources/lexicons/attributes.tsv
    Bad: 义诊赢得了村民的⟦热烈⟧好评。 -> 义诊赢得了村民的一致好评。
    Bad: 面对⟦艰难⟧的任务，积累了⟦丰厚⟧的经验，打下⟦坚固⟧的基础。 -> 面对艰巨的任务，积累了丰富的经验，打下坚实的基础。
    Bad: 创造⟦有力⟧条件，提供⟦有利⟧保障，发展前景十分看好，有⟦宽广⟧的前景。 -> 创造有利条件，提供有力保障，发展前景十分看好，有广阔的前景。
    Bad: 村民修路的愿望十分⟦激烈⟧，工期任务非常⟦沉重⟧。 -> 村民修路的愿望十分强烈，工期任务非常繁重。
    Good: 愿望十分强烈，任务非常艰巨，经验相当丰富。
    Good: 一致好评，激烈的竞争，艰巨的任务，艰苦的条件，丰富的经验，坚实的基础，有利条件，有力保障。
    Good: 考生必须准备证件，明确特色和优势，坚定保障民生，强大支持，丰富内容，最严谨的标准。
    Good: 充分利用资金，优秀传统文化，卓越贡献，有力地创造条件，广泛群众性活动。
    """
    text = paragraph.text
    for found, (right, mild, excuse) in _pairs().found(paragraph):
        head = clause_start(text, found.start(), "，。；：！？、")
        if excuse and excuse.search(text, head, min(found.end() + 6, len(text))):
            continue
        odd = found["odd"]
        said = f"“{odd}”与“{found['noun']}”搭配不当，一般用“{right}”"
        fix = right.split("、")[0]
        yield Spot(*found.span("odd"), said, fix, severity=Severity.HINT if mild else None)
