"""15～30% where 15%～30% belongs."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.habits import Habit
from app.patterns import regex

_PERCENT = regex(r"(?<![0-9.])([0-9]+(?:\.[0-9]+)?)\s*([～~—-])\s*([0-9]+(?:\.[0-9]+)?)([%％‰])")
_AMOUNT = regex(
    r"(?<![0-9.])([0-9]+(?:\.[0-9]+)?)([～~—至到])([0-9]+(?:\.[0-9]+)?)(万元|亿元|万人|万亩)"
)


@rule(
    group="数字",
    severity=Severity.WARNING,
    idle=True,
    triggers=("～", "~", "—", "-", *(f"{to}{n}" for to in "至到" for n in range(10))),
    habit=Habit(regex("[%％‰万亿][元人亩]?[～—]")),
)
def percent_range(paragraph: Paragraph) -> Iterator[Spot]:
    """百分数、大数范围的前一个数缺少单位。

    表示百分数的范围，前一个数的百分号不能省略；万、亿的范围前一个数的单位也不省略，省了不致误解的多，只作提示。

    来源：GB/T 15835—2011 5.1.3
    Bad: 提高⟦15～18%⟧ -> 提高15%～18%
    Bad: 投资⟦13～17万元⟧ -> 投资13万元～17万元
    Bad: 奖励⟦2至5万元⟧ -> 奖励2万元至5万元
    Good: 提高15%～18%，投资13万元～17万元，2025—2026年。
    """
    for found in _PERCENT.finditer(paragraph.text):
        first, mark, second, unit = found.groups()
        right = f"{first}{unit}{'～' if mark in '~-' else mark}{second}{unit}"
        yield Spot(*found.span(), f"前一个数后缺少“{unit}”", right)
    for found in _AMOUNT.finditer(paragraph.text):
        first, mark, second, unit = found.groups()
        right = f"{first}{unit}{'～' if mark == '~' else mark}{second}{unit}"
        said = f"前一个数后缺少“{unit}”"
        yield Spot(*found.span(), said, right, severity=Severity.HINT)
