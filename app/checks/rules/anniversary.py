"""Anniversaries of the party, the republic and the army, and the year of the document."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.patterns import regex

_FOUNDED = {
    "党": 1921,
    "中国共产党": 1921,
    "建党": 1921,
    "新中国": 1949,
    "中华人民共和国": 1949,
    "建国": 1949,
    "建军": 1927,
    "中国人民解放军建军": 1927,
}
_YEARS = regex(
    r"(?:(20[0-9]{2})年[^。；]{0,12}?)?(中国共产党|中华人民共和国|新中国|建党|建国|中国人民解放军建军|建军)(?:成立)?([0-9]{2,3})周年"
)
_NOW = regex("(?:今天|今日|明天|今年|正值|恰逢)[^。；]{0,6}$")

_HELD = {"十八大": 2012, "十九大": 2017, "二十大": 2022, "二十一大": 2027}
_CONGRESS = regex(
    r"(?:(20[0-9]{2})年|今年)[^。；]{0,40}?党的(二十一大|二十大|十九大|十八大)(?:胜利)?(?P<said>召开之年)"
)


@rule(group="要素", severity=Severity.WARNING, triggers=("周年", "召开之年"))
def anniversary(paragraph: Paragraph) -> Iterator[Spot]:
    """周年数与年份不符。

    中国共产党1921年成立，新中国1949年成立，人民军队1927年建立；周年数等于所说年份减去成立年份。

    来源：提法表 F113、F114
    Bad{2020-06-01}: 2020年是⟦中国共产党成立100周年⟧
    Bad{2024-03-01}: 今年是实施规划的第四年，也是党的⟦二十大召开之年⟧。
    Bad{2023-06-30}: 明天是⟦中国共产党成立101周年⟧纪念日。
    Good{2023-06-30}: 明天是中国共产党成立102周年纪念日，两年前隆重庆祝中国共产党成立101周年。
    Good{2022-03-01}: 今年是党的二十大召开之年。
    Good{2020-06-01}: 2021年是中国共产党成立100周年
    Good{2021-06-01}: 隆重庆祝中国共产党成立100周年
    """
    for found in _YEARS.finditer(paragraph.text):
        year = int(found[1] or paragraph.date.year)
        years = year - _FOUNDED[found[2]]
        told = found[1] or _NOW.search(paragraph.text, max(found.start() - 12, 0), found.start())
        if int(found[3]) != years and (told or abs(int(found[3]) - years) > 1):
            said = f"{year}年是{found[2]}成立{years}周年"
            severity = None if found[1] or paragraph.dated else Severity.HINT
            yield Spot(found.start(2), found.end(), said, severity=severity)
    for found in _CONGRESS.finditer(paragraph.text):
        year = int(found[1] or paragraph.date.year)
        held = _HELD[found[2]]
        if year != held:
            said = f"党的{found[2]}的召开之年是{held}年"
            severity = None if found[1] or paragraph.dated else Severity.HINT
            yield Spot(found.start(2), found.end(), said, severity=severity)
