"""A fixed phrase that breaks off before its last character."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.likelihood import language
from app.checks.language.segments import segments
from app.checks.reading.passages import BETWEEN, Suspect
from app.document.model import Role

_AFTER = f"，。；、：”）！？及和与并{BETWEEN}"


@dataclass(frozen=True, slots=True)
class _Broken(Suspect):
    phrase: str


def _broken_off(text: str) -> Iterator[_Broken]:
    cut, whole = _cut()
    for index, start, end in cut.find_matches_as_indexes(text, overlapping=True):
        phrase = whole[index]
        behind = text[end : end + 1]
        if (
            behind != phrase[-1]
            and behind in _AFTER
            and segments(text).bounds[end - 1] == 1
            and text[end - 2 : end] not in language().number
            and (text[end - 1], phrase[-1]) != ("队", "伍")
        ):
            yield _Broken(start, end, phrase)


@rule(
    group="词语",
    severity=Severity.WARNING,
    idle=True,
    seek=_broken_off,
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
    suspects: Sequence[_Broken] = paragraph.suspects
    for found in suspects:
        said = f"“{found.phrase}”缺了“{found.phrase[-1]}”"
        yield Spot(found.start, found.end, said, found.phrase)


@lru_cache(maxsize=1)
def _cut() -> tuple[AhoCorasick, tuple[str, ...]]:
    """Return an automaton of the phrases without their last characters, and the phrases."""
    office = language().office
    whole = tuple(sorted([word for word in office if len(word) >= 5 and word[:-1] not in office]))
    return AhoCorasick([word[:-1] for word in whole]), whole
