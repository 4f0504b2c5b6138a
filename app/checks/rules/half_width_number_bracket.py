"""(一) where （一） belongs."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.checks.numbers import NUMBERED
from app.patterns import regex

_BRACKETED = regex(r"\s*((?:\(|（)([一二三四五六七八九十]{1,3}|[0-9]{1,2})(?:\)|）))")
_KEPT = regex(r"^\s*（(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})）")


@rule(
    group="编号",
    severity=Severity.ERROR,
    triggers=("(", ")"),
    habit=Habit(_KEPT, Severity.HINT, least=2),
)
def half_width_number_bracket(paragraph: Paragraph) -> Iterator[Spot]:
    """序号用了半角括号。

    “（一）”“（1）”用全角括号。全文一直用半角括号的，是录入的习惯，只提示一次，可以同类全部改正。

    来源：GB/T 9704—2012 7.3.3
    Bad: ⟦(一)⟧加强领导 -> （一）加强领导
    Bad: ⟦（2)⟧明确分工。逐项落实。 -> （2）明确分工。逐项落实。
    Good: （一）加强领导
    Good: 函数f(1)的值不变。
    """
    found = _BRACKETED.match(paragraph.text)
    if found and paragraph.role in NUMBERED and ("(" in found[1] or ")" in found[1]):
        yield Spot(*found.span(1), "序号的括号应为全角", f"（{found[2]}）")
