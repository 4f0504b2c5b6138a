"""A space inside a number: （ 三）, 1 ．, 二 、."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.numbers import NUMBERED
from app.patterns import regex

_SPACES = " \u3000\xa0"
_VALUE = "(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
_SPACED = regex(
    f"[{_SPACES}]*(?:"
    f"[（(](?P<led>[{_SPACES}]+)?{_VALUE}(?P<closed>[{_SPACES}]+)?[)）]"
    f"|{_VALUE}(?P<marked>[{_SPACES}]+)[.．、](?![0-9]))"
)


@rule(
    group="编号",
    severity=Severity.WARNING,
    triggers=tuple(
        [f"{mark}{space}" for mark in "（(" for space in _SPACES]
        + [f"{space}{mark}" for mark in "）)．.、" for space in _SPACES]
    ),
)
def space_in_number(paragraph: Paragraph) -> Iterator[Spot]:
    """序号里面有空格。

    序号的数字与它的括号、圆点、顿号写在一起，中间不空格；空了格，Word 也认不出这是序号。

    来源：GB/T 9704—2012 7.3.3；排版惯例
    Bad: （⟦ ⟧三）评审公示 -> （三）评审公示
    Bad: 1⟦ ⟧．凭证借书。逾期归还的，暂停借阅。 -> 1．凭证借书。逾期归还的，暂停借阅。
    Bad: 二⟦ ⟧、落实责任 -> 二、落实责任
    Good: （三）评审公示
    Good: 1．凭证借书。逾期归还的，暂停借阅。
    """
    found = _SPACED.match(paragraph.text) if paragraph.role in NUMBERED else None
    if found is not None:
        for name in ("led", "closed", "marked"):
            if found[name]:
                yield Spot(*found.span(name), "序号里面有空格", "", title="删去空格")
