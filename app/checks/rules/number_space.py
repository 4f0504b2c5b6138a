"""A space after a number where the others have none."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.numbers import NUMBERED
from app.patterns import regex

_NUMBER = regex(
    r"\s*(?:[0-9]{1,3}[.．、]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)([ \u3000\t\xa0]*)"
)


def spaced(paragraph: Paragraph) -> tuple[int, int] | None:
    """Return the stretch of spaces after a number, empty where none: a facts function."""
    found = _NUMBER.match(paragraph.text) if paragraph.role in NUMBERED else None
    return found.span(1) if found and found.end() < len(paragraph.text) else None


@rule(group="编号", severity=Severity.HINT, scope="document", facts=spaced)
def number_space(reading: Reading) -> Iterator[Spot]:
    """序号后多了空格。

    序号与文字之间不空格；全文都空的，视为统一的写法。

    来源：GB/T 9704—2012 7.3.3；排版惯例
    Bad:
        1.成立专班。各部门参加。
        2.⟦ ⟧明确分工。逐项落实。 -> 2.明确分工。逐项落实。
        3.严格考核。年底兑现。
    Good:
        1. 成立专班。各部门参加。
        2. 明确分工。逐项落实。
    """
    found = [(block, span) for block, span in reading.present()]
    wide = [(block, span) for block, span in found if span[1] > span[0]]
    if len(wide) * 2 > len(found):
        return
    for block, (start, end) in wide:
        yield Spot(start, end, "序号后有空格，与其他各项不一致", "", title="删去空格", block=block)
