"""A paragraph of running text that ends in a comma, or in nothing."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role

_NONE = re.compile(r"[\u4e00-\u9fff]")
_TEXT = frozenset((Role.BODY, Role.ITEM, Role.CLOSING))
_RUNNING = frozenset((*_TEXT, Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4))


def ending(paragraph: Paragraph) -> tuple[str, int, int] | None:
    """Return how a paragraph of running text ends badly, "" for well: a facts function."""
    text = paragraph.text
    if paragraph.role is Role.BLANK:
        return None
    if paragraph.role not in _RUNNING or "\t" in text:  # a row of a table
        return "", 0, 0
    end = len(text.rstrip())
    last = text[end - 1 : end]
    if last in tuple("，、,") and paragraph.role in _TEXT:
        return "comma", end - 1, len(text)
    if len(text) > 50 and _NONE.match(last) and text.count("。") >= 2:
        return "none", end - 1, end
    return "", 0, 0


@rule(group="标点", severity=Severity.WARNING, scope="document", facts=ending)
def paragraph_end_mark(reading: Reading) -> Iterator[Spot]:
    """段末标点不当。

    一段话说完应当用句号。段末是逗号、顿号，或者没有标点，多半是误写或漏写。

    来源：GB/T 15834—2011 4.1
    Bad:
        item| 1.印发表彰先进集体的决定⟦，⟧
        item| 2.印发表彰先进个人的决定。
    Bad:
        各部门要加强组织领导。要压实责任，建立工作台账，逐项抓好落实。要严格督查考核，及时通报情况，对工作不力的严肃问责追⟦责⟧
        下一段另起一行，内容完整。
    Good:
        各部门要加强组织领导。要压实责任，逐项抓好落实。
        特此通知
    Good:
        现将有关事项通知如下：
        一、时间
    """
    found = list(reading.present())
    for at, (block, (sort, start, end)) in enumerate(found):
        last = at == len(found) - 1 or found[at + 1][0] != block + 1
        if sort == "comma":
            blocks = reading.document.blocks
            goes_on = not last and blocks[block + 1].role is Role.BODY
            severity = Severity.HINT if goes_on else None
            yield Spot(start, end, "段末不应是逗号、顿号", block=block, severity=severity)
        elif sort == "none" and not last:
            yield Spot(start, end, "段末没有标点", block=block)
