"""A figure or telephone number that differs from itself elsewhere in digits changed about."""

import re
from collections.abc import Iterator
from sys import intern

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role
from app.patterns import regex

_UNIT = r"[万亿]?(?:元|人次|人|名|户|家|亩|吨|公里|千米|米|平方米|平方公里|立方米|千瓦时|公斤|件|个|起|%|％)"
_FIGURE = regex(
    rf"(?P<n>[0-9](?<![0-9.,，-].)(?:[0-9]{{0,5}}\.[0-9]{{1,2}}|(?<=[1-9])[0-9]{{3,6}}))(?P<unit>{_UNIT})"
)
_PHONE = regex(
    r"(?P<of>[\u4e00-\u9fff]{2}(?:电话|热线|号码|传真))(?:：|:|为|是)?(?P<n>(?:0[0-9]{2,3}-)?[0-9]{7,8}|1[0-9]{10})(?![0-9])"
)
_CALLED_BY = regex("(?:电话|热线|号码|传真)[：:为是]?[01-9]")
_HAN = regex("[\u4e00-\u9fff]{2,}")
_CLAUSE = regex("[。；，]")
_LEAST = 3  # digits of a figure that is not met by chance
_NEAR = 14  # characters before a figure that tell what it is of
_IDLE = frozenset(
    re.findall("..", "达到完成共计全年实现同比增长其中分别万元亿元以上全市全县全区累计收入投资资金")
)
_CALLED = 2  # characters of whose a telephone number is

Told = tuple[str, int, int, int, int]  # unit, where what is before it stands, where it stands


def figures(paragraph: Paragraph) -> tuple[Told, ...] | None:
    """Return the longer figures and telephone numbers of a paragraph, and what is before: facts."""
    if paragraph.role is Role.OBJECT:
        return None
    text = paragraph.text
    found = [
        (intern(m["unit"]), _clause(text, m.start()), m.start(), *m.span("n"))
        for m in _FIGURE.finditer(text)
    ]
    for m in _PHONE.finditer(text) if _CALLED_BY.search(text) else ():
        called = m.start("of")
        found.append(("电话", called, min(called + _CALLED, m.end("of")), *m.span("n")))
    return tuple(found) or None


@rule(
    group="一致",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=(
        *(
            f"{digit}{unit}"
            for digit in "0123456789"
            for unit in "万亿元人名户家亩吨公千米平立件个起%％"
        ),
        *("电话", "热线", "号码", "传真"),
    ),
    facts=figures,
)
def number_twin(reading: Reading) -> Iterator[Spot]:
    """同一个数前后不一致。

    同一件事的数目在两处出现，数字只是相邻两位颠倒；同一个电话号码前后差一位，多半有一处写错。

    来源：公文校对惯例
    Bad:
        追缴资金4.36万元，完善制度9项。
        对错发的低保金进行清理，追缴的⟦4.63⟧万元已全部上缴。
    Bad:
        街道值班电话：6238114。
        各村要将值班电话⟦6238144⟧张贴在服务大厅。
    Good:
        追缴资金4.36万元，完善制度9项。
        清理低保金4.63万元，追缴的4.36万元已全部上缴。
    Good:
        追缴资金16.8万元，完善制度9项。
        上月追缴资金1.68万元，完善制度3项。
    Good:
        街道值班电话：6238114。联系电话：6238144。
        粮食总产量3.42万吨，水果总产量3.24万吨。
    """
    # Figures of the same digits, and telephone numbers.
    seen: dict[tuple[str, str], list[tuple[str, int, int, int]]] = {}
    written: set[str] = set()
    blocks = reading.document.blocks
    told = [(block, *one) for block, ones in reading.present() for one in ones]
    for block, unit, first, last, start, end in told:
        text = blocks[block].text
        number = text[start:end]
        digits = "" if unit == "电话" else "".join(sorted(number))
        earlier = seen.setdefault((unit, digits), [])
        for other, where, begin, stop in earlier if number not in written else ():
            phone = unit == "电话"
            if (
                _slipped(number, other, phone=phone)
                and (block != where or phone)
                and not _pairs(text[first:last]).isdisjoint(_pairs(blocks[where].text[begin:stop]))
            ):
                yield Spot(start, end, f"前面写作“{other}”，请核对", block=block)
                break
        written.add(number)
        earlier.append((number, block, first, last))


def _clause(text: str, at: int) -> int:
    """Return where what stands before a figure begins, within its clause."""
    before = text[max(at - _NEAR, 0) : at]
    return at - len(_CLAUSE.split(before)[-1])


def _pairs(text: str) -> frozenset[str]:
    """Return the pairs of characters of a stretch but those that stand before any figure."""
    runs = _HAN.findall(text)
    return frozenset([run[i : i + 2] for run in runs for i in range(len(run) - 1)]) - _IDLE


def _slipped(one: str, other: str, *, phone: bool) -> bool:
    """Whether two numbers differ in two neighbouring digits changed about; a phone's in one."""
    if len(one) != len(other) or (len(one.replace(".", "")) < _LEAST):
        return False
    differing = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differing) == 1:
        return phone
    if len(differing) != 2:
        return False
    first, second = differing
    near = second - first == 1 or (second - first == 2 and one[first + 1] in ".-")
    digits = one[first].isdigit() and one[second].isdigit()
    return near and digits and one[first] == other[second] and one[second] == other[first]
