"""The animal of a lunar year, and the year told or that of the document."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.dates import NAMED
from app.patterns import regex

_ANIMALS = "鼠牛虎兔龙蛇马羊猴鸡狗猪"
_NAMED = regex(
    rf"(?:(?P<year>20[0-9]{{2}})年[（(，·]?(?:农历|中国|的|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])?)?"
    rf"(?<![养肉种奶属])(?P<animal>[{_ANIMALS}])年(?=春节|新春|新年|佳节|元宵|正月|大吉|吉祥|伊始|贺岁|快乐)"
)
_LATE = 9  # the month from which papers greet the next year
_YEAR = regex("20[0-9]{2}(?=年)")


def animals(paragraph: Paragraph) -> tuple[tuple[int, int, int], ...] | None:
    """Return the animals of years named: place, and the year told with one, or 0: facts."""
    found = [(*m.span("animal"), int(m["year"] or 0)) for m in _NAMED.finditer(paragraph.text)]
    return tuple(found) or None


@rule(
    group="一致",
    severity=Severity.WARNING,
    scope="document",
    idle=True,
    triggers=tuple([f"{animal}年" for animal in _ANIMALS]),
    facts=animals,
)
def zodiac_year(reading: Reading) -> Iterator[Spot]:
    """生肖与年份不符。

    2022年春节起是虎年，2023年是兔年，十二年一轮；沿用上年的文稿容易忘记改。

    来源：干支纪年
    Bad: 2022年⟦牛⟧年春节即将到来。 -> 2022年虎年春节即将到来。
    Bad{2022-01-24}: 度过一个欢乐祥和的⟦牛⟧年春节。 -> 度过一个欢乐祥和的虎年春节。
    Bad{2024-12-20}: 提前祝大家⟦龙⟧年新春快乐。 -> 提前祝大家蛇年新春快乐。
    Good{2022-01-24}: 度过一个欢乐祥和的虎年春节，回顾极不平凡的牛年。
    Good{2024-12-20}: 2024年龙年春节期间，客流创新高；祝大家蛇年吉祥。
    Good: 2024年12月，提前祝大家蛇年新春快乐。
    Good{2023-02-06}: 2023年种牛年出栏3万头，生猪年出栏5万头。
    """
    for block, ones in reading.present():
        text = reading.document.blocks[block].text
        for start, end, told in ones:
            if not told and not reading.dated:
                continue
            year = told or reading.date.year + (reading.date.month >= _LATE)
            right = _ANIMALS[(year - 4) % 12]
            others = [] if told else [int(one) for one in _YEAR.findall(text)]
            near = {_ANIMALS[(one + more - 4) % 12] for one in others for more in (0, 1)}
            if text[start] not in {right, *near}:
                said = f"{year}年春节起是{right}年"
                severity = Severity.HINT if not told and reading.dating.own[1] == NAMED else None
                yield Spot(start, end, said, right, block=block, severity=severity)
