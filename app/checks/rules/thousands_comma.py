"""1,234 beside 1234 in one document."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.patterns import regex

_LONG = regex(r"[0-9][0-9,]{3}")
_COMMA = regex(r"(?<![0-9.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_PLAIN = regex(r"(?<![0-9.〔\[-])[0-9]{4,}(?![0-9年号〕\]-])")


def thousands(paragraph: Paragraph) -> tuple[tuple[tuple[int, int], ...], bool] | None:
    """Return the numbers with commas, and whether there are long ones without: a facts function."""
    text = paragraph.text
    if not _LONG.search(text):
        return None
    commas = tuple([m.span() for m in _COMMA.finditer(text)]) if "," in text else ()
    plain = _PLAIN.search(text) is not None
    return (commas, plain) if commas or plain else None


@rule(group="数字", severity=Severity.HINT, scope="document", idle=True, facts=thousands)
def thousands_comma(reading: Reading) -> Iterator[Spot]:
    """数字分节写法不一。

    四位以上的数字，千分撇要么都用、要么都不用。

    来源：GB/T 15835—2011 5.1.2
    Bad: 收入⟦1,234⟧元，支出5678元
    Good: 收入1,234元，支出5,678元
    Good: 2026年收入1,234元
    """
    found = list(reading.present())
    if any(plain for _, (_, plain) in found):
        for block, (commas, _) in found:
            for start, end in commas:
                yield Spot(start, end, "有的数字用千分撇，有的不用", block=block)
