"""（1） within a paragraph and （1） again at the head of the next: the row begins twice."""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_FORMS = (
    regex(r"[（(](?P<n>[1-9])[）)]"),
    regex(r"(?P<n>[①②③④⑤⑥⑦⑧⑨])"),
    regex(r"（(?P<n>[一二三四五六七八九])）"),
)
_DIGITS = {
    sign: at
    for row in ("123456789", "①②③④⑤⑥⑦⑧⑨", "一二三四五六七八九")
    for at, sign in enumerate(row, 1)
}
_LEAD = 12  # characters of what stands in front of the first point


class _Numbers(NamedTuple):
    """The form of a paragraph's own number, its value and place, and what it ends with inside."""

    form: int
    value: int
    start: int
    end: int
    inside: int  # the form of a （1） that alone stands within the paragraph, -1 for none


def numbers(paragraph: Paragraph) -> _Numbers | None:
    """Return how the numbers in brackets of a paragraph stand: a facts function."""
    if paragraph.role in (Role.OBJECT, Role.BLANK):
        return None
    text = paragraph.text
    own, inside = (-1, 0, 0, 0), -1
    for form, pattern in enumerate(_FORMS):
        row = list(pattern.finditer(text))
        if row and not text[: row[0].start()].strip():
            own = (form, _DIGITS[row[0]["n"]], row[0].start(), row[0].end())
        elif len(row) == 1 and row[0]["n"] in "1①一" and _leads(text[: row[0].start()]):
            inside = form
    return _Numbers(*own, inside)


def _leads(before: str) -> bool:
    """Whether what stands in front of a （1） is only the head of the row."""
    return len(before) <= _LEAD and before.endswith(("：", "法", "施", "求", "容", "项", "骤"))


@rule(
    group="编号",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=("（1）", "(1)", "(1）", "（1)", "①", "（一）"),
    facts=numbers,
)
def inline_restart(reading: Reading) -> Iterator[Spot]:
    """同一列序号重复起头。

    上一段已经写了“（1）”，下一段接着分条却又从“（1）”起，后面的序号应当顺次后推。

    来源：公文校对惯例
    Bad:
        title| 秋播技术要点
        3.整地要求：（1）深翻二十厘米以上，打碎土块。
        ⟦（1）⟧施足底肥，每亩施农家肥两方；
        （2）耙平耙细，上虚下实。
    Good:
        title| 秋播技术要点
        3.整地要求：（1）深翻二十厘米以上，打碎土块。
        （2）施足底肥，每亩施农家肥两方；
        （3）耙平耙细，上虚下实。
    Good:
        title| 秋播技术要点
        整地要求：（1）深翻；（2）耙平。
        （1）选种要精；
        （2）播期要准。
    """
    for (block, one), (after, other) in itertools.pairwise(reading.present()):
        if after == block + 1 and one.inside >= 0 and (other.form, other.value) == (one.inside, 1):
            yield Spot(other.start, other.end, "上一段已经有这个序号", block=after)
