"""1、 where 1. belongs."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.numbers import NUMBERED

_MARKED = re.compile(r"\s*[0-9]{1,3}([、，,])(?=[^0-9、，,])(?![^，。]{0,6}[、，][0-9])")


@rule(
    group="编号",
    severity=Severity.WARNING,
    triggers=tuple([f"{digit}{mark}" for digit in "0123456789" for mark in "、，,"]),
)
def arabic_number_mark(paragraph: Paragraph) -> Iterator[Spot]:
    """阿拉伯数字序号后用圆点。

    公文第三层序号写作“1.”，不写作“1、”。

    来源：GB/T 9704—2012 7.3.3；GB/T 15834—2011 附录B.3
    Bad: 1⟦、⟧成立专班。各部门参加。 -> 1.成立专班。各部门参加。
    Good: 1.成立专班。各部门参加。
    Good: 1、2、3号楼已经完工。
    Good: 2026年1月，全省召开会议。
    """
    found = _MARKED.match(paragraph.text)
    if found is not None and paragraph.role in NUMBERED:
        yield Spot(*found.span(1), f"阿拉伯数字序号后用“.”，不用“{found[1]}”", ".")
