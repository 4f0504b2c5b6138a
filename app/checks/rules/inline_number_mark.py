"""1、…；2、…；3.… in one paragraph: one number with another mark than the rest."""

from collections import Counter
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.han import HAN
from app.patterns import regex

_NUMBER = regex(
    rf"(?:^|(?<=[。；：，！？”）]))\s*(?P<n>[1-9]|1[0-9])(?P<mark>[、.．，])(?=[{HAN}“《])"
)
_LEAST = 3  # numbers of a row


@rule(
    group="编号",
    severity=Severity.WARNING,
    idle=True,
    triggers=tuple(f"{n}{mark}" for n in (2, 3) for mark in "、.．，"),
    yields_to=("arabic_number_mark", "full_width_number_dot"),
)
def inline_number_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """段内序号的标点不一。

    同一段里的“1.”“2.”“3.”，数字后的标点应当一样。

    来源：GB/T 15834—2011 附录B.3；公文写作惯例
    Bad: 1、清理杂物；2、检修线路；3⟦.⟧登记造册。 -> 1、清理杂物；2、检修线路；3、登记造册。
    Bad: 要求：1.清理杂物；2⟦，⟧检修线路；3.登记造册。 -> 要求：1.清理杂物；2.检修线路；3.登记造册。
    Good: 1.清理杂物；2.检修线路；3.登记造册。共有2、3两组，第1，2组先到。
    """
    row: list[tuple[int, str]] = []
    for found in _NUMBER.finditer(paragraph.text):
        number = int(found["n"])
        if number == len(row) + 1:
            row.append((found.start("mark"), found["mark"]))
        elif number == 1:
            yield from _told(row)
            row = [(found.start("mark"), found["mark"])]
    yield from _told(row)


def _told(row: list[tuple[int, str]]) -> Iterator[Spot]:
    """Report the marks of a row that are not those of most of its numbers."""
    usual = Counter(mark for _, mark in row).most_common(1)[0][0] if len(row) >= _LEAST else ""
    for at, mark in row:
        if usual and mark != usual:
            yield Spot(at, at + 1, f"这一段的序号后面用的是“{usual}”", usual)
