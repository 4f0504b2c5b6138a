"""下午13:00: the half of the day before an hour that tells it."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_HALVES = "下午|午后|晚上|晚间|当晚|傍晚"
_TOLD = regex(
    rf"(?P<half>{_HALVES}) ?(?P<hour>1[3-9]|2[0-4])(?P<rest>[:：][0-5][0-9]|[时点](?:[0-5]?[0-9]分|半(?![场程数部天年价]))?)(?![0-9间候])"
)


@rule(
    group="数字",
    severity=Severity.HINT,
    idle=True,
    triggers=tuple(
        f"{half}{space}{n}" for half in _HALVES.split("|") for space in ("", " ") for n in (1, 2)
    ),
)
def half_day_clock(paragraph: Paragraph) -> Iterator[Spot]:
    """24小时制前又写“下午”。

    13时以后的时刻已经说明是下午、晚上，前面不再写“下午”“晚上”；或者改用12小时制（下午2:30）。

    来源：公文校对惯例
    Bad: 会议定于⟦下午14:30⟧召开，⟦下午17时⟧结束。 -> 会议定于14:30召开，17时结束。
    Bad: 工作人员⟦下午17点30分⟧下班，⟦晚上19点半⟧清场。 -> 工作人员17点30分下班，19点半清场。
    Bad: 晚会于⟦晚上19:00⟧开始。 -> 晚会于19:00开始。
    Good: 会议定于下午2:30召开，14:30报到，晚上8时结束，下午1点前到达。
    Good: 当晚24名队员留守，下午13个代表团分组讨论。
    """
    for found in _TOLD.finditer(paragraph.text):
        said = f"{int(found['hour'])}时已经说明是{found['half']}"
        yield Spot(*found.span(), said, found["hour"] + found["rest"])
