"""How many places are still to be filled in."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.rules.left_placeholder import PLACE_TRIGGERS, places


@rule(
    group="待填与杂质",
    severity=Severity.HINT,
    scope="document",
    idle=True,
    triggers=PLACE_TRIGGERS,
    facts=places,
)
def slot_count(reading: Reading, *, least: int = 3) -> Iterator[Spot]:
    """待填处的数目。

    起草中的文稿还有几处待填，在第一处报出总数，填一处少一处。

    来源：公文校对惯例
    选项：least 至少有几处才报
    Bad:
        定于⟦X⟧月X日召开会议。
        联系人【联系人】，电话____。
    Good: 定于3月5日召开会议，联系人【联系人】。
    """
    found = [(block, span) for block, spans in reading.present() for span in spans]
    if len(found) >= least:
        block, (start, end) = found[0]
        yield Spot(start, end, f"全文还有{len(found)}处待填", block=block)
