"""一是…二是… inside a paragraph with a number missing or twice."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.checks.language.han import DIGITS
from app.patterns import regex

_POINT = regex(
    r"(?:^|(?<=[。；：，、！？”）]))\s*(?P<number>[一二三四五六七八九十])(?P<word>是|要)"
    r"(?![一二三四五六七八九十](?:[，、。；！]|$))"
)
_TRIGGERS = tuple(number + word for number in DIGITS[1:] for word in "是要")


@rule(group="编号", severity=Severity.WARNING, triggers=_TRIGGERS)
def point_sequence(paragraph: Paragraph) -> Iterator[Spot]:
    """段内“一是、二是”序号不连续。

    同一段里的“一是、二是、三是”或“一要、二要”应当从一起、逐一递增。

    来源：GB/T 15834—2011 附录B.3；公文写作惯例
    Bad: 一是加强领导。⟦三⟧是压实责任。 -> 一是加强领导。二是压实责任。
    Bad: 要抓好三件事：一要抓早，二要抓小，⟦二⟧要抓实。 -> 要抓好三件事：一要抓早，二要抓小，三要抓实。
    Bad: 主要措施：⟦二⟧是压实责任；三是严格考核。
    Bad: 一要提高认识，二要明确责任，⟦三⟧加强督导，四要严肃问责。 -> 一要提高认识，二要明确责任，三要加强督导，四要严肃问责。
    Good: 一是加强领导。二是压实责任。一是抓早。二是抓小。
    Good: 一是聚焦基层。一要配强班子，二要抓好培训。二是聚焦队伍。
    Good: 做到一要听完、二要讲透、三要记录。
    Good: 二是压实责任。三是严格考核。
    Good: 一是建好队伍，二是备足物资，三要加强演练，四要畅通信息，五是落实值班。
    Good: 一是传达精神；二是通报情况；三是三家单位发言；四是签订责任书。
    Good: 丁是丁，卯是卯，一是一、二是二。
    Good: 原因之一是重视不够，之二是投入不足。
    """
    text = paragraph.text
    last: dict[str, int] = {}
    last_end, ahead = 0, 0
    for found in _POINT.finditer(text):
        word, number = found["word"], DIGITS.index(found["number"]) + 1
        start, end = found.span("number")
        before = last.get(word)
        opens = before is None and not text[:start].strip()
        opens = opens or (before is None and f"一{word}" in text[:start])
        mixed = number == ahead + 1  # 三是……，四要……，五是……
        ahead = number
        if (
            number != 1
            and not opens
            and not mixed
            and number != (before or 0) + 1
            and before != len(DIGITS)
        ):
            if before is None:
                said = f"“{found[0].strip()}”前面缺少“一{word}”"
                yield Spot(start, end, said, severity=Severity.HINT)
            elif (bare := _without(text, last_end, start, before)) is not None:
                right = DIGITS[before] + word
                yield Spot(bare, bare + 1, f"“{DIGITS[before]}”后面缺“{word}”", right)
            else:
                number = before + 1
                right = DIGITS[before : before + 1]
                said = f"“{DIGITS[before - 1]}{word}”之后应当是“{right}{word}”"
                yield Spot(start, end, said, right or None)
        last[word], last_end = number, end


def _without(text: str, start: int, end: int, before: int) -> int | None:
    """Return where the next number stands without its word between two points, None if nowhere."""
    found = re.search(rf"(?<=[，。；]){DIGITS[before]}(?=[\u4e00-\u9fff]{{2}})", text[start:end])
    return start + found.start() if found else None
