"""通知如下 above and 特此通知 below."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.patterns import regex

_ABOVE = regex(r"(通知|报告|函复|批复|通报|公告|通告)如下")
_BELOW = regex(r"^\s*(?:特此|此)(通知|报告|函复|复|通报|公告|通告)")


def closings(paragraph: Paragraph) -> tuple[str, str, int, int] | None:
    """Return an announcement or closing with its place: a facts function."""
    below = _BELOW.match(paragraph.text)
    if below is not None:
        return "below", below[1], *below.span()
    above = _ABOVE.search(paragraph.text)
    return ("above", above[1], *above.span()) if above else None


@rule(
    group="要素",
    severity=Severity.HINT,
    scope="document",
    triggers=("如下", "特此", "此复"),
    facts=closings,
)
def doubled_as_follows(reading: Reading) -> Iterator[Spot]:
    """“通知如下”与“特此通知”重复。

    前文已有“现通知如下”，文末可以不再写“特此通知”。

    来源：公文写作惯例
    Bad:
        现将有关事项通知如下：
        一、时间。
        ⟦特此通知⟧。
    Good:
        现将有关事项通知如下：
        一、时间。
    """
    above = {word for _, (sort, word, _, _) in reading.present() if sort == "above"}
    for block, (sort, word, start, end) in reading.present():
        if sort == "below" and word in above:
            yield Spot(start, end, f"前文已有“{word}如下”，可以不写", block=block)
