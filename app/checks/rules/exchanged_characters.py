"""Two characters in the wrong order: those of a word, or the last of one and the first of the next."""

from collections.abc import Iterator, Sequence

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.likelihood import language
from app.checks.language.people import people, within
from app.checks.language.spoken import spoken
from app.checks.reading.passages import Suspect
from app.checks.slips.crossed import Crossing, crossings
from app.checks.slips.exchanged import Exchange, exchanges
from app.checks.slips.set_phrases import is_set_phrase
from app.document.model import Role
from app.patterns import regex
from app.surnames import SURNAMES

# 由区社统筹, 产生量大、难以利用: an organ in short, a quantity and what is said of it.
_APART = frozenset(("区社", "市社", "量大", "升上", "省社", "庄村", "家国"))
_PLACES = tuple("乡镇村县市区街庄屯寨")
# What an exchange to a word of up to some cost must gain to be told for sure.
_SURE = ((124, 115), (139, 145), (255, 165))
# 罗工组〔2025〕, （章文）: initials of a document number, the name of who wrote it.
_NUMBERED = regex(r"[〔\[（(【]\d{4}")
_PAIRED = regex(
    "[真实严细深快精准巧大敢勤常][\u4e00-\u9fff][真实严细深快精准巧小善敢勤常长][\u4e00-\u9fff]"
)
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
    Good: 以真帮实扶确保成效，认真贯彻落实，家大业大，人有我优。
    Good: 双工组〔2025〕17号，实现三个村民组通硬化路，前体物迅速累积，携儿带女返乡。
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
            around = text[found.start - 1 : found.end + 1]
            if is_set_phrase(around) or _PAIRED.fullmatch(around):
                continue  # 携儿带女, 真帮实扶
            said = f"“{odd}”两字颠倒，疑为“{found.words}”"
            yield Spot(found.start, found.end, said, odd[::-1])
            continue
        if odd in _APART or _named(text, found) or within(found.start, named):
            continue
        sure = found.sure and _gains(found) and not _placed(text, found) and not spoken(text)
        severity = None if sure else Severity.HINT
        said = f"“{odd}”疑为“{found.word}”，两字颠倒"
        yield Spot(found.start, found.end, said, found.word, severity=severity)


def _gains(found: Exchange) -> bool:
    """Whether the text gains enough by an exchange for it to be told for sure."""
    cost = language().single(found.word)
    return found.gain >= next(least for most, least in _SURE if cost <= most)


def _placed(text: str, found: Exchange) -> bool:
    """Whether the two may be the name of a place or of someone: 长林乡, 沈文英两位."""
    named = text[found.start - 1 : found.start] in tuple(SURNAMES)
    return named or text[found.end : found.end + 1] in _PLACES


def _named(text: str, found: Exchange) -> bool:
    """Whether the two stand in a name in quotation marks or brackets, or in a document number."""
    bracketed = (
        text[found.start - 1 : found.start] == "（" and text[found.end : found.end + 1] == "）"
    )
    numbered = _NUMBERED.match(text, found.end) is not None
    return bracketed or numbered or _quoted(text, found.start)


def _quoted(text: str, at: int) -> bool:
    """Whether a place stands in a short name between quotation marks: “万企兴万村”行动."""
    opened = text.rfind("“", max(at - _NAME, 0), at)
    return opened >= 0 and "”" in text[at : opened + _NAME] and "”" not in text[opened:at]
