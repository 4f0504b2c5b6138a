"""Siblings that share a frame, and one that breaks it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.headings import Heading, heading, siblings, stock
from app.document.model import HEADINGS
from app.patterns import regex

_HALVES = regex("[^，。、；：]{4,8}(?P<mark>[，、])[^，。、；：]{4,8}")


@rule(group="标题", severity=Severity.HINT, scope="document", idle=True, facts=heading)
def heading_frame(reading: Reading) -> Iterator[Spot]:
    """同级标题句式不一。

    其他同级标题开头、结尾或者停顿相同，只有一个不同。

    来源：公文写作惯例
    Bad:
        heading2| （一）在思想教育上再深化
        heading2| （二）在责任落实上再加压
        heading2| （三）在督查考核上再从严
        heading2| （四）⟦加强队伍自身建设⟧
    Bad:
        heading1| 一、聚焦忠诚，着力加强政治建设
        heading1| 二、聚焦干净，着力加强干部监督
        heading1| 三、⟦突出担当，着力推进体系建设⟧
        heading1| 四、聚焦引领，着力提升组织力
    Bad:
        heading1| 一、扎根基层，甘于奉献
        heading1| 二、带领群众⟦、⟧发展产业 -> 二、带领群众，发展产业
        heading1| 三、廉洁奉公，不计得失
    Good:
        heading1| 一、扎根基层，甘于奉献
        heading1| 二、修路、引水，发展产业
        heading1| 三、廉洁奉公，不计得失
    Good:
        heading1| 一、加强组织领导
        heading1| 二、压实工作责任
        heading1| 三、严格督查考核
    Good:
        heading1| 一、关于工程进度
        heading1| 二、关于资金拨付
        heading1| 三、关于质量监督
        heading1| 四、其他事项
    """
    for group in siblings(reading):
        if len(group) < 3 or group[0].level > 6:
            continue
        odd = _odd(group)
        if odd is not None:
            one, said = odd
            if stock(one.text):
                continue
            yield Spot(one.start, one.end, said, block=one.block)
            continue
        texts = [reading.document.blocks[one.block].text.rstrip() for one in group]
        if group[0].level <= len(HEADINGS) and not any(text.endswith("；") for text in texts):
            yield from _paused(group)


def _paused(group: list[Heading]) -> Iterator[Spot]:
    """Report the one of headings of two halves that has another mark between them."""
    halves = [_HALVES.fullmatch(one.text) for one in group]
    marks = Counter(found["mark"] for found in halves if found)
    if len(marks) != 2 or min(marks.values()) > 1 or max(marks.values()) < 2:
        return
    (usual, count), (rare, _) = marks.most_common()
    for one, found in zip(group, halves, strict=True):
        if found and found["mark"] == rare:
            at = one.start + found.start("mark")
            said = f"其他{count}个同级标题中间用“{usual}”，这个不同"
            yield Spot(at, at + 1, said, usual, block=one.block)


def _beginning(text: str) -> str:
    return text[:2]


def _ending(text: str) -> str:
    """Return how a heading ends, dates and other figures in brackets left out of account."""
    end = text[-3:]
    return "" if re.search("[0-9）)]", end) else end


def _place(text: str) -> str:
    return "上" if text[:1] == "在" and "上" in text else ""


_FRAMES: dict[str, Callable[[str], str]] = {
    "开头是“{}”": _beginning,
    "末尾是“{}”": _ending,
    "句式是“在……上{}”": _place,
}


def _odd(group: list[Heading]) -> tuple[Heading, str] | None:
    """Return the one heading outside a frame all others share, and what the frame is."""
    for said, frame in _FRAMES.items():
        shapes = [frame(one.text) for one in group]
        shape, count = Counter(shapes).most_common(1)[0]
        if shape and count == len(group) - 1 and count >= 2 + (len(shape) < 3):
            at = next(i for i, one in enumerate(shapes) if one != shape)
            if at == len(group) - 1 and len(shape) == 2 and count < 3:
                continue
            return group[at], f"其他{count}个同级标题{said.format(shape)}，这个不同"
    return None
