"""A number of things told in a heading otherwise than in the text: 构建五大体系, 构建六大体系."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import HEADINGS, Role
from app.document.numbering import leading
from app.patterns import regex

# The first digit stands before what must precede it: the engine then looks for digits only.
_TOLD = regex(
    r"(?P<n>[一两二三四五六七八九十0-9](?<=[\u4e00-\u9fff]{2}.)(?:(?<=[0-9])[0-9]|(?<![0-9])[一两二三四五六七八九十])?)(?P<of>[大个项条种张])(?P<noun>[\u4e00-\u9fff]{2,4}?)(?=[，。；、：”]|$)"
)
_NUMBERED = tuple([n + of for n in "一两二三四五六七八九十0123456789" for of in "大个项条种张"])
Told = tuple[int, int, str, str]  # the place of the number, the number, the frame around it
_SKIPPED = frozenset((Role.OBJECT, Role.TITLE))


def told(paragraph: Paragraph) -> tuple[bool, tuple[Told, ...]] | None:
    """Return whether it is a heading, and the numbers of things it tells: a facts function."""
    if paragraph.role in _SKIPPED:
        return None
    text = paragraph.text
    heading = paragraph.role in HEADINGS
    if heading:
        number = leading(text)
        end = text.find("。") + 1 or len(text)
        spans = _TOLD.finditer(text, len(number.text) if number else 0, end)
    else:
        spans = _TOLD.finditer(text)
    found = tuple(
        [
            (*m.span("n"), m["n"], f"{text[m.start() - 2 : m.start()]}…{m['of']}{m['noun']}")
            for m in spans
        ]
    )
    return (heading, found) if found else None


@rule(
    group="一致",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=_NUMBERED,
    facts=told,
)
def heading_number(reading: Reading) -> Iterator[Spot]:
    """标题里的数目与正文不符。

    前面概括为“构建五大体系”，后面的标题却是“构建六大体系”，动词、量词、名词都相同而数目不同的，多半有一处没有改。

    来源：公文校对惯例
    Bad:
        工作思路可以概括为“坚持一条主线，加快构建五大体系，强化三大保障”。
        heading1| 一、坚持一条主线
        heading1| 二、构建⟦六⟧大体系
        heading1| 三、强化三大保障
    Bad:
        全年重点实施八项行动。
        heading1| 二、实施⟦七⟧项行动
    Good:
        全年重点实施八项行动，去年实施七项行动。
        heading1| 二、实施七项行动
    Good:
        加快构建五大体系，打好三大战役。
        heading1| 二、完善六大体系
        heading1| 三、打好三大战役
    """
    found = list(reading.present())
    numbers: dict[str, set[str]] = {}
    for _, (heading, ones) in found:
        for _, _, number, frame in () if heading else ones:
            numbers.setdefault(frame, set()).add(number)
    for block, (heading, ones) in found:
        for start, end, number, frame in ones if heading else ():
            others = numbers.get(frame, set())
            if len(others) == 1 and number not in others:
                said = f"正文写的是“{frame.replace('…', next(iter(others)))}”，请核对"
                yield Spot(start, end, said, block=block)
