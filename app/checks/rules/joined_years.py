"""Two years without the dash between them."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_YEARS = regex(
    r"(?P<first>(?:19|20)(?<![0-9.]..)[0-9]{2})(?P<second>(?:19|20)[0-9]{2})(?= ?(?:年|学年))"
)
_LONGEST = 50  # years that a plan or a post lasts at most


@rule(group="数字", severity=Severity.ERROR, triggers=("年",))
def joined_years(paragraph: Paragraph) -> Iterator[Spot]:
    """两个年份连在了一起。

    “2021—2025年”的连接号在复制、转换时容易丢失，成了“20212025年”。

    来源：GB/T 15834—2011 4.13.3；公文校对惯例
    Bad: 《纲要（⟦20212025⟧年）》 -> 《纲要（2021—2025年）》
    Bad: 上交⟦20232024⟧ 学年成绩单。 -> 上交2023—2024 学年成绩单。
    Good: 《纲要（2021—2025年）》，编号20212025，20252021年。
    """
    for found in _YEARS.finditer(paragraph.text):
        first, second = int(found["first"]), int(found["second"])
        if 0 < second - first <= _LONGEST:
            yield Spot(*found.span(), "两个年份之间缺少“—”", f"{first}—{second}")
