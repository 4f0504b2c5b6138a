"""八字方针 beside words of more or fewer characters."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.han import HAN
from app.document.numbering import from_chinese
from app.patterns import regex

_N = "(?P<n>[二两三四五六七八九]?十[二四五六八]?|[四五六八九]|[0-9]{1,2})字"
_CALLED = (
    "(?:工作|治水|治县|兴[县市镇]|发展|指导|校|厂|院)?"
    "(?:方针|要求|原则|口诀|口号|诀|精神|[校院厂警家]?训|真言|要诀|准则|方略|标准|经|法|思路|目标|理念|作风)"
)
_SAID = "“(?P<said>[^“”]{3,60})”"
_BEHIND = regex(rf"(?P<claim>“?{_N}”?(?:{_CALLED})?”?)(?:、|，即|：|即|——|是|为|就是)?{_SAID}")
_BEFORE = regex(rf"{_SAID}(?:的|这|这一|为主要内容的|为内容的)?“?(?P<claim>{_N}”?{_CALLED})")
_CHARACTER = regex(f"[{HAN}]")
_OTHER = regex(rf"[^{HAN}，、；。！：　 ]")
_LEAST = 3  # characters that are worth counting


@rule(group="一致", severity=Severity.WARNING, idle=True, triggers=("字",))
def characters_counted(paragraph: Paragraph) -> Iterator[Spot]:
    """“几字方针”与所引的字数不符。

    “八字方针”引出的话应当是八个字；多了或者少了，数字或者引文有误。

    来源：公文校对惯例
    Bad: 坚持“预防为主、综合治理”的⟦十六字方针⟧。
    Bad: 牢记⟦“十二字”⟧“勤查、细看、快报、严管”的要求。
    Bad: 落实⟦八字要求⟧：“早发现、早报告、早处置”。
    Good: 坚持“预防为主、综合治理”的八字方针，落实九字要求：“早发现、早报告、早处置”。
    Good: 会上提出“十六字”治水思路，“一河一策”落实到位，每字十分，“六字”写得端正。
    """
    text = paragraph.text
    if "“" not in text:
        return
    told: set[int] = set()
    for pattern in (_BEHIND, _BEFORE):
        for found in pattern.finditer(text):
            at = found.start("said")
            if at not in told and (counted := _other(found)):
                told.add(at)
                said = f"引的话是{counted}个字，与“{found['n']}字”不符"
                yield Spot(*found.span("claim"), said)


def _other(found: re.Match[str]) -> int:
    """Return how many characters are quoted where they are not as many as is said, else 0."""
    said = found["said"]
    number = int(found["n"]) if found["n"].isdecimal() else from_chinese(found["n"])
    counted = len(_CHARACTER.findall(said))
    return 0 if _OTHER.search(said) or counted < _LEAST or counted == number else counted
