"""Two characters in the wrong order: those of a word, or the last of one and the first of the next."""

from collections.abc import Iterator, Sequence

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.crossed import Crossing, crossings
from app.checks.exchanged import Exchange, exchanges
from app.checks.passages import Suspect
from app.checks.people import people, within
from app.checks.spoken import spoken
from app.document.model import Role

# 由区社统筹, 产生量大、难以利用: an organ in short, a quantity and what is said of it.
_APART = frozenset(("区社", "市社", "量大", "升上", "省社", "庄村"))
_PLACES = tuple("乡镇村县市区街庄屯寨")
_SURE = 115
_NAME = 10  # characters of a name in quotation marks


def _swapped(text: str) -> Iterator[Suspect]:
    yield from crossings(text)
    yield from exchanges(text)


@rule(
    group="词语",
    severity=Severity.WARNING,
    idle=True,
    seek=_swapped,
    yields_to=(
        "wrong_word",
        "near_miss_phrase",
        "idiom_slip",
        "formulation_misquote",
        "likely_slip",
    ),
)
def exchanged_characters(paragraph: Paragraph) -> Iterator[Spot]:
    """两字颠倒。

    相邻的两个字各自与前后都连不成词，倒过来却是常用词，或者倒过来分别与前后成为常用词，多半是输入时颠倒了。

    来源：词语搭配统计（resources/lexicons/README.md）；公文校对惯例
    Bad: 进一步⟦善完⟧工作机制，定期⟦报通⟧情况。 -> 进一步完善工作机制，定期通报情况。
    Bad: 增⟦安强⟧全意识，推⟦经动⟧济社会发展。 -> 增强安全意识，推动经济社会发展。
    Good: 认真贯彻落实，家大业大，人有我优。
    Good: 深化“万企兴万村”行动，超过的由区社统筹，控制产生量大、难以利用的项目。
    """
    if paragraph.role in (Role.OBJECT, Role.SIGNATURE, Role.COPIES):
        return
    text = paragraph.text
    named = people(text)
    suspects: Sequence[Crossing | Exchange] = paragraph.suspects
    for found in suspects:
        odd = text[found.start : found.end]
        if isinstance(found, Crossing):
            said = f"“{odd}”两字颠倒，疑为“{found.words}”"
            yield Spot(found.start, found.end, said, odd[::-1])
            continue
        if odd in _APART or _quoted(text, found.start) or within(found.start, named):
            continue
        placed = text[found.start + 2 : found.start + 3] in _PLACES  # 长林乡: the name of a place
        sure = found.sure and found.gain >= _SURE and not placed and not spoken(text)
        severity = None if sure else Severity.HINT
        said = f"“{odd}”疑为“{found.word}”，两字颠倒"
        yield Spot(found.start, found.end, said, found.word, severity=severity)


def _quoted(text: str, at: int) -> bool:
    """Whether a place stands in a short name between quotation marks: “万企兴万村”行动."""
    opened = text.rfind("“", max(at - _NAME, 0), at)
    return opened >= 0 and "”" in text[at : opened + _NAME] and "”" not in text[opened:at]
