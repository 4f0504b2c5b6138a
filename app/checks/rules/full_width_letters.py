"""Full-width letters and digits."""

from collections.abc import Iterator
from string import ascii_letters, digits

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.patterns import regex

_TRIGGERS = tuple([chr(ord(c) + 0xFEE0) for c in f"{digits}{ascii_letters}%"])
_WIDE = regex("[０-９Ａ-Ｚａ-ｚ]+[％]?|(?<=[0-9])％")


@rule(
    group="标点",
    severity=Severity.WARNING,
    triggers=_TRIGGERS,
    habit=Habit(mixed=True),
)
def full_width_letters(paragraph: Paragraph) -> Iterator[Spot]:
    """全角的字母、数字。

    阿拉伯数字和拉丁字母用半角。

    来源：GB/T 15835—2011；排版惯例
    Bad: 增长⟦１２％⟧ -> 增长12%
    Bad: 使用⟦ＷＰＳ⟧编辑 -> 使用WPS编辑
    Good: 增长12%，第①项，Ⅰ级响应，ＸＸ县。
    """
    for found in _WIDE.finditer(paragraph.text):
        if set(found[0]) <= set("Ｘｘ"):
            continue
        half = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in found[0])
        # A wide ％ alone is usual in print and asks for no more than a look.
        severity = Severity.HINT if half == "%" else None
        yield Spot(*found.span(), "字母、数字应为半角", half, severity=severity)
