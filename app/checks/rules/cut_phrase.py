"""A fixed phrase that breaks off before its last character."""

from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language import language
from app.checks.words import pieces
from app.document.model import Role

_AFTER = "，。；、：”）！？及和与并"


@rule(
    group="词语",
    severity=Severity.WARNING,
    idle=True,
    yields_to=("near_miss_phrase", "formulation_misquote", "likely_slip"),
)
def cut_phrase(paragraph: Paragraph) -> Iterator[Spot]:
    """固定词语缺了末字。

    五个字以上的固定词语或提法，只写到倒数第二个字就断了，多半是漏字。

    来源：固定搭配词表与提法表（resources/lexicons）
    Bad: 坚定执行⟦党的政治路⟧，严守政治纪律。 -> 坚定执行党的政治路线，严守政治纪律。
    Bad: 认真研读⟦中央八项规⟧及其实施细则。 -> 认真研读中央八项规定及其实施细则。
    Good: 坚定执行党的政治路线，认真研读中央八项规定及其实施细则。
    Good: 建好产业路、致富路，走好群众路。
    """
    if paragraph.role is Role.OBJECT:
        return
    text = paragraph.text
    cut, whole = _cut()
    for index, start, end in cut.find_matches_as_indexes(text, overlapping=True):
        phrase = whole[index]
        behind = text[end : end + 1]
        if behind == phrase[-1] or (behind and behind not in _AFTER):
            continue
        if (end - 1, end) in pieces(text) and text[end - 2 : end] not in language().number:
            said = f"“{phrase}”缺了“{phrase[-1]}”"
            yield Spot(start, end, said, phrase)


@lru_cache(maxsize=1)
def _cut() -> tuple[AhoCorasick, tuple[str, ...]]:
    """Return an automaton of the phrases without their last characters, and the phrases."""
    office = language().office
    whole = tuple(sorted([word for word in office if len(word) >= 5 and word[:-1] not in office]))
    return AhoCorasick([word[:-1] for word in whole]), whole
