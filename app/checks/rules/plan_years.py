"""Years told beside a five-year plan, or beside a number of years, that are not its own."""

from collections.abc import Iterator

from app.checks.check import Paragraph, Severity, Spot, rule
from app.document.numbering import from_chinese
from app.patterns import regex

_PLANS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
_PLAN = "“?(?P<plan>十[二三四五六]五)”?"
_N = "[一二三四五六七八九十]{1,3}|[1-9][0-9]?"
_YEARS = r"(?P<first>20[0-9]{2})年?(?:—|－|～|-|至|到)(?P<last>20[0-9]{2})年?"
_NAMED = regex(rf"{_PLAN}(?:时期|期间|规划|规划期|规划期间)?(?:（|，即|\(){_YEARS}(?=[）)，]|期间)")
_TURNED = regex(rf"{_YEARS}(?:是|为)(?:实施)?{_PLAN}(?:时期|期间|规划)")
_NTH = regex(
    rf"(?P<year>20[0-9]{{2}})年(?:，)?是(?:全面)?(?:实施|推进|落实|贯彻)?{_PLAN}(?:规划|时期|期间)?(?:实施)?的?(?P<claim>第(?P<n>[一二三四五六])年)"
)
_STAGE = regex(
    rf"(?P<year>20[0-9]{{2}})年(?:，)?是(?:全面)?(?:实施|推进|落实|贯彻)?{_PLAN}(?:规划|时期)?(?:实施)?的?(?P<claim>中期评估之年|中期之年|承上启下之年|承上启下的关键之年)"
)
_SPAN = regex(rf"{_YEARS}(?:，|期间，|的|这)(?P<claim>(?P<n>{_N})年)(?:来|间|中|里)(?![0-9前后])")
_BEFORE = regex(
    rf"(?:近|过去|前|这|连续|最近)(?P<claim>(?P<n>{_N})年)(?:来|间)?(?:（|，即|\(){_YEARS}(?=[）)，])"
)


@rule(group="一致", severity=Severity.WARNING, idle=True, triggers=("五", "年来", "年间", "年（"))
def plan_years(paragraph: Paragraph) -> Iterator[Spot]:
    """年份与规划期、年数不符。

    五年规划的起止年份是固定的（“十四五”为2021—2025年），第几年由此推得；“2021—2025年，五年来”，起止年份与年数应当相符，头尾都算或者只算一头都算相符。

    来源：提法表F103—F106；历法
    Bad: “十四五”时期（⟦2020—2025年⟧）是关键时期。 -> “十四五”时期（2021—2025年）是关键时期。
    Bad: 2024年是实施“十四五”规划的⟦第三年⟧。 -> 2024年是实施“十四五”规划的第四年。
    Bad: 2021—2025年，⟦三年⟧来全县经济稳步增长。
    Bad: 近⟦五年⟧（2022—2024年）的数据表明趋势向好。
    Good: “十四五”时期（2021—2025年）是关键时期，2024年是实施“十四五”规划的第四年。
    Good: 2021—2025年，五年来全县经济稳步增长；近三年（2022—2024年）的数据，2020—2025年，五年间。
    Good: “十四五”规划（2021—2025年）和二〇三五年远景目标纲要。
    """
    text = paragraph.text
    for found in (*_NAMED.finditer(text), *_TURNED.finditer(text)):
        first = _PLANS[found["plan"]]
        if (int(found["first"]), int(found["last"])) != (first, first + 4):
            start = found.start("first")
            end = found.end("last") + text.startswith("年", found.end("last"))
            right = f"{first}—{first + 4}年"
            yield Spot(start, end, f"“{found['plan']}”是{right}", right)
    for found in _NTH.finditer(text):
        number = int(found["year"]) - _PLANS[found["plan"]] + 1
        if 1 <= number <= 5 and number != from_chinese(found["n"]):
            right = f"第{'一二三四五'[number - 1]}年"
            yield Spot(
                *found.span("claim"), f"{found['year']}年是“{found['plan']}”的{right}", right
            )
    for found in _STAGE.finditer(text):
        number = int(found["year"]) - _PLANS[found["plan"]] + 1
        if found["claim"].startswith(("中期", "承上")) and number not in (2, 3, 4):
            said = f"{found['year']}年不在“{found['plan']}”的中期"
            yield Spot(*found.span("claim"), said, severity=Severity.HINT)
    for found in (*_SPAN.finditer(text), *_BEFORE.finditer(text)):
        years = int(found["last"]) - int(found["first"])
        if years > 0 and from_chinese(found["n"]) not in (years, years + 1):
            yield Spot(*found.span("claim"), f"起止年份之间是{years + 1}年")
