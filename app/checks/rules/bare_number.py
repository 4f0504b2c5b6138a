"""The number of a point with nothing but a space behind it: 2 不系安全带的，记3分。"""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.document.model import Role

_NUMBER = re.compile(
    "\\s*(?P<number>[1-9][0-9]?)(?P<gap>[ \u3000]{1,2}|[.．、](?![0-9])\\s*)(?=[\u4e00-\u9fff“《])"
)
_SENTENCE = re.compile("[，。；：]")
_UNITS = re.compile("[年月日号元人个户名项次周天时分秒岁米吨亩％%]")
_WIDE = re.compile("\t|\\S[ \u3000]{2,}\\S")


def numbered(paragraph: Paragraph) -> tuple[int, int, int] | None:
    """Return the number that opens a point and where its mark is missing: a facts function.

    The place is (0, 0) where a mark stands there.
    """
    if paragraph.role in (Role.TITLE, Role.OBJECT, Role.DATE, Role.SIGNATURE):
        return None
    found = _NUMBER.match(paragraph.text)
    if found is None or _UNITS.match(paragraph.text, found.end()):
        return None
    number = int(found["number"])
    if found["gap"].strip():
        return number, 0, 0
    text = paragraph.text[found.end() :]
    if not _SENTENCE.search(text) or _WIDE.search(text):
        return None
    return number, found.end("number"), found.end()


@rule(
    group="编号",
    severity=Severity.WARNING,
    scope="document",
    facts=numbered,
    triggers=tuple([f"{digit}{gap}" for digit in "0123456789" for gap in " \u3000.．、"]),
)
def bare_number(reading: Reading) -> Iterator[Spot]:
    """序号后面缺标点。

    阿拉伯数字的序号后面用“.”，不能只空一格；前后各项的序号相连，才认作序号。

    来源：GB/T 9704—2012 7.3.3
    Bad:
        1⟦ ⟧严禁酒后驾驶，违者记12分。 -> 1.严禁酒后驾驶，违者记12分。
        2⟦ ⟧驾车须系安全带，副驾驶同样如此。 -> 2.驾车须系安全带，副驾驶同样如此。
    Bad:
        1.报名条件：应届毕业生。
        2⟦  ⟧报名时间：6月1日至5日。 -> 2.报名时间：6月1日至5日。
    Good:
        1.报名条件：应届毕业生。
        2.报名时间：6月1日至5日。
    Good:
        1 张明 男 32岁
        2 李华 女 41岁
    Good: 3 月5日，召开会议。
    Good:
        1 范围
        2 术语和定义
    """
    found = list(reading.present())
    for place, (block, (number, start, end)) in enumerate(found):
        if not end:
            continue
        beside = (*found[max(place - 1, 0) : place], *found[place + 1 : place + 2])
        if any(
            other - number == (1 if at > block else -1) and abs(at - block) <= 6
            for at, (other, _, _) in beside
        ):
            yield Spot(start, end, "序号后面缺“.”", ".", block=block)
