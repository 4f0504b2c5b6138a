"""Points within a paragraph that are parted by unlike marks: 一是……；二是……，三是……。"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from unicodedata import numeric

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.han import CLOSING, DIGITS
from app.document.model import Role
from app.patterns import regex

_WORDED = regex(
    rf"(?:^|(?<=[，。；：、！{CLOSING}]))(?P<number>[{DIGITS}])(?P<of>是|要)(?![{DIGITS}](?:[，、。；]|$))"
)
_POINTS = (
    _WORDED,
    regex(f"(?:^|(?<=[，。；：]))(?P<of>第)(?P<number>[{DIGITS}])，"),
    regex("(?P<of>)(?P<number>[①-⑩])"),
    regex("(?P<of>（)(?P<number>[1-9])）"),
)
_MARKS = frozenset("，；。")
_LEAST = 3  # points of a row that tells which mark is usual in it


@rule(
    group="标点",
    severity=Severity.WARNING,
    idle=True,
    triggers=("三是", "三要", "第三，", "③", "（3）"),
    yields_to=("semicolon_over_period",),
)
def point_marks(paragraph: Paragraph) -> Iterator[Spot]:
    """段内各分项之间标点不一。

    “一是……；二是……；三是……”各项之间用同一种标点：项内没有句号的都用分号（短的也可以都用逗号），项内有句号的都用句号。

    来源：GB/T 15834—2011 4.6
    Bad: 一是建好台账；二是逐户走访⟦，⟧三是分类帮扶；四是定期回访。 -> 一是建好台账；二是逐户走访；三是分类帮扶；四是定期回访。
    Bad: 一是摸清底数。对照名册逐一核对。二是建好台账。做到一户一档⟦，⟧三是定期回访。 -> 一是摸清底数。对照名册逐一核对。二是建好台账。做到一户一档。三是定期回访。
    Bad: ①核对身份证；②填写登记表⟦。⟧③领取号牌；④等候叫号。 -> ①核对身份证；②填写登记表；③领取号牌；④等候叫号。
    Bad: 第一，摸清底数⟦，⟧第二，建好台账⟦。⟧第三，定期回访。 -> 第一，摸清底数；第二，建好台账；第三，定期回访。
    Good: 一是建好台账；二是逐户走访；三是分类帮扶。
    Good: 一要抓早，二要抓小，三要抓实。一是摸清底数。逐一核对。二是建好台账。三是定期回访。
    Good: 一是建好台账，二是逐户走访。
    """
    if paragraph.role is Role.OBJECT:
        return
    for pattern in _POINTS:
        for row in _rows(paragraph.text, pattern):
            yield from _odd(paragraph.text, row)


def _rows(text: str, pattern: re.Pattern[str]) -> Iterator[list[tuple[int, int]]]:
    """Yield the rows of points, each as where its number stands and where its words begin."""
    row: list[tuple[int, int]] = []
    of = ""
    for found in pattern.finditer(text):
        number, said = int(numeric(found["number"])), found["of"]
        if number == 1:
            if len(row) >= _LEAST:
                yield row
            row, of = [(found.start(), found.end())], said
        elif row and said == of and number == len(row) + 1:
            row.append((found.start(), found.end()))
    if len(row) >= _LEAST:
        yield row


def _odd(text: str, row: Sequence[tuple[int, int]]) -> Iterator[Spot]:
    """Report the marks before the points of a row that are unlike the usual one."""
    places: list[int] = []
    for start, _ in row[1:]:
        at = start - 1
        while at > 0 and text[at] in CLOSING + " ":
            at -= 1
        places.append(at)
    marks = Counter(text[at] for at in places)
    if len(marks) < 2 or not marks.keys() <= _MARKS:
        return
    items = [text[end:at] for (_, end), at in zip(row, places, strict=False)]
    usual, count = marks.most_common(1)[0]
    if any("。" in item for item in items):
        usual = "。"
    elif 2 * count <= len(places):
        usual = "；"
    for at in places:
        if text[at] != usual:
            yield Spot(at, at + 1, f"各分项之间标点不一，这里宜用“{usual}”", usual)
