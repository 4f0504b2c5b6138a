"""Formulas that lost a number on their way: 工资＝×天数."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_TORN = regex("[＝=] ?[×÷]|[×÷] ?[＝=×÷]|[＋+] ?[×÷＝]")


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=("×", "÷", "＋＝", "＋ ＝", "+＝", "+ ＝"),
)
def broken_formula(paragraph: Paragraph) -> Iterator[Spot]:
    """算式残缺。

    两个运算符号连在一起，中间的数没有了，多半是复制时公式走了样。

    来源：公文校对惯例
    Bad: 加班费⟦＝×⟧加班天数。
    Bad: 单价⟦×＝⟧总价。
    Good: 加班费＝日工资×加班天数，5×3＝15，密码××，张××。
    """
    if paragraph.role is Role.OBJECT:
        return
    for found in _TORN.finditer(paragraph.text):
        if found[0].strip("× "):  # 密码×× is none
            yield Spot(*found.span(), "两个运算符号之间缺了内容，请核对算式")
