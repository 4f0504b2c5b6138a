"""A comma of the sentence within a number: 9，426件."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

# A row of numbers (120，326，415件) has three digits in its first, too.
_FOUND = regex(
    r"(?<![0-9.,，、第—～~-])(?P<head>[1-9][0-9]?)(?P<tail>(?:，[0-9]{3})+)"
    r"(?=(?:\.[0-9]+)?(?:余|多)?(?:[件户人名家个项条份亩吨元台辆次处套本场篇栋平公米千克株头只]|[万亿][元人户亩吨立千]))"
)


@rule(group="数字", severity=Severity.WARNING, triggers=tuple(f"，{n}" for n in range(10)))
def wide_thousands_comma(paragraph: Paragraph) -> Iterator[Spot]:
    """数字中间夹了逗号。

    四位以上的数字中间不用句子里的全角逗号；要分节就用半角的千分撇，全文一致。

    来源：GB/T 15835—2011 5.1.2
    Bad: 全院共受理案件⟦9，426⟧件，执结8735件。 -> 全院共受理案件9426件，执结8735件。
    Bad: 投入资金⟦12，345，600⟧元。 -> 投入资金12345600元。
    Good: 全院共受理案件9,426件，执结8735件。
    Good: 三个乡镇分别为120，326，415件；抽查完成率居第9，426件已销号。
    Good: 到会12，其中代表426人；涉及8个村，426户已搬迁，2026，100人参加。
    """
    for found in _FOUND.finditer(paragraph.text):
        right = found[0].replace("，", "")
        yield Spot(*found.span(), "数字中间不用全角逗号", right)
