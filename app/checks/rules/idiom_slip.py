"""A set phrase of four characters with one of them wrong or left out, or with two exchanged."""

from collections.abc import Iterator, Sequence

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.reading.passages import Suspect
from app.checks.slips.characters import Slip, ends_name
from app.checks.slips.idioms import Torn, torn
from app.checks.slips.set_phrases import idiom_slips
from app.document.model import Role
from app.patterns import regex

_FRAME = regex("非.不可")  # any verb may stand in it: 非改不可


def _damaged(text: str) -> Iterator[Suspect]:
    yield from torn(text)
    yield from idiom_slips(text)


@rule(
    group="词语",
    severity=Severity.WARNING,
    idle=True,
    seek=_damaged,
    yields_to=("wrong_word", "near_miss_phrase"),
)
def idiom_slip(paragraph: Paragraph) -> Iterator[Spot]:
    """成语和固定语里的别字。

    与成语、四字固定语只差一个音近或者形近的字，漏了一个字，或者颠倒了其中的字。公文常用成语错的字与原字不像的，或者那个字与前后也能连用的，只作提示。

    来源：成语与固定语词表（resources/lexicons/README.md）
    Good: 各行各业兢兢业业，集化验室、心电室为一体。
    Bad: 学习满足于一知半⟦结⟧ -> 学习满足于一知半解
    Bad: 旧观念根深⟦地⟧固 -> 旧观念根深蒂固
    Bad: 有的报告⟦斟字酌句⟧不够 -> 有的报告字斟句酌不够
    Bad: 调研满足于走马⟦灯⟧花 -> 调研满足于走马观花
    Bad: 记录千⟦遍⟧一律 -> 记录千篇一律
    Bad: 整改要⟦持之恒⟧，干起来才能⟦得心应⟧。 -> 整改要持之以恒，干起来才能得心应手。
    Good: 旧制度非改不可，军民鱼水情，走过了不寻常的五年，“泳”往直前。
    Good: 学习不能满足于一知半解
    Good: 改革有成效，确切地说是试点，群众却不知道。
    Good: 表演二十四式太极拳。
    Good: 因村制宜、一村一策，依法治县。
    """
    if paragraph.role is Role.OBJECT:
        return
    text = paragraph.text
    told: set[int] = set()
    suspects: Sequence[Torn | Slip] = paragraph.suspects
    for found in suspects:
        if isinstance(found, Torn):
            whole = found.idiom in text[max(found.start - 1, 0) : found.end + 2]  # 各业兢兢业业
            if not whole and told.isdisjoint(range(found.start, found.end)):
                told.update(range(found.start, found.end))
                said = f"“{text[found.start : found.end]}”应为“{found.right}”（{found.idiom}）"
                severity = None if found.sure else Severity.HINT
                yield Spot(found.start, found.end, said, found.right, severity=severity)
        elif found.start not in told and not (_FRAME.fullmatch(found.word) or ends_name(found)):
            said = f"“{found.word}”疑误：“{found.wrong}”应为“{found.right}”"
            severity = None if found.certainty else Severity.HINT
            yield Spot(found.start, found.end, said, found.right, severity=severity)
