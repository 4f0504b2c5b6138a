"""1、 where 1. belongs."""

from collections.abc import Iterator
from itertools import compress

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.habits import many, once
from app.checks.numbers import NUMBERED
from app.patterns import regex

_MARKED = regex(
    r"\s*[0-9]{1,3}(?:([、，,。])(?=[^0-9、，,。\s])(?![^，。]{0,6}[、，][0-9])|[.．](?![0-9]))"
)


def marked(paragraph: Paragraph) -> tuple[str, int] | None:
    """Return the mark behind a number, "" for a dot, and where it stands: a facts function."""
    found = _MARKED.match(paragraph.text) if paragraph.role in NUMBERED else None
    return (found[1] or "", found.start(1)) if found else None


@rule(
    group="编号",
    severity=Severity.WARNING,
    scope="document",
    facts=marked,
    triggers=tuple([f"{digit}{mark}" for digit in "0123456789" for mark in "、，,.．。"]),
)
def arabic_number_mark(reading: Reading) -> Iterator[Spot]:
    """阿拉伯数字序号后用圆点。

    公文第三层序号写作“1.”，不写作“1、”。全文大多写作“1、”的，是本单位的习惯，只作提示。

    来源：GB/T 9704—2012 7.3.3；GB/T 15834—2011 附录B.3
    Bad:
        1⟦、⟧成立专班。各部门参加。 -> 1.成立专班。各部门参加。
        2.明确分工。逐项落实。
    Bad:
        1⟦、⟧成立专班。各部门参加。 -> 1.成立专班。各部门参加。
        2⟦、⟧明确分工。逐项落实。 -> 2.明确分工。逐项落实。
    Bad:
        1⟦。⟧成立专班，各部门参加。 -> 1.成立专班，各部门参加。
        2.明确分工，逐项落实。
    Good: 1.成立专班。各部门参加。
    Good: 1、2、3号楼已经完工。
    Good: 2026年1月，全省召开会议。
    """
    found = list(reading.present())
    odd = [(block, mark, at) for block, (mark, at) in found if mark]
    habit = len(odd) * 2 > len(found)
    spots = [
        Spot(at, at + 1, f"阿拉伯数字序号后用“.”，不用“{mark}”", ".", block=block)
        for block, mark, at in odd
    ]
    usual = [habit and mark == "、" for _, mark, _ in odd]
    yield from many([spot for spot, one in zip(spots, usual, strict=True) if not one])
    yield from once([*compress(spots, usual)], Severity.HINT)
