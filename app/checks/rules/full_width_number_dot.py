"""1．among 1. in one document."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.habits import many
from app.checks.numbers import NUMBERED
from app.patterns import regex

_DOT = regex(r"\s*[0-9]{1,3}([.．])(?![0-9])")


def dotted(paragraph: Paragraph) -> tuple[str, int] | None:
    """Return the dot of a numbered paragraph and where it stands: a facts function."""
    found = _DOT.match(paragraph.text) if paragraph.role in NUMBERED else None
    return (found[1], found.start(1)) if found else None


@rule(group="编号", severity=Severity.WARNING, scope="document", facts=dotted)
def full_width_number_dot(reading: Reading) -> Iterator[Spot]:
    """序号的圆点半角、全角混用。

    同一文稿里“1.”和“1．”只用一种，按多数统一。

    来源：GB/T 9704—2012 7.3.3 示例
    Bad:
        1.成立专班。各部门参加。
        2⟦．⟧明确分工。逐项落实。 -> 2.明确分工。逐项落实。
        3.严格考核。年底兑现。
    Good:
        1．成立专班。各部门参加。
        2．明确分工。逐项落实。
    """
    found = [(block, dot, at) for block, (dot, at) in reading.present()]
    wide = sum(dot == "．" for _, dot, _ in found)
    if wide in (0, len(found)):
        return
    right = "．" if wide * 2 > len(found) else "."
    yield from many(
        [
            Spot(at, at + 1, "序号的圆点与全文不一致", right, block=block)
            for block, dot, at in found
            if dot != right
        ]
    )
