"""Next year's work told under a heading, or in a sentence, with a year that is over."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import papers, title_line
from app.document.model import HEADINGS, Role
from app.patterns import regex

_YEAR = regex(r"20[0-9]{2}(?=年)")
_REPORT = regex(r"总结|述职|述责述廉|工作报告|情况(?:的)?(?:报告|汇报)|工作情况|工作完成情况")
_AHEAD = regex(
    r"(?P<year>20[0-9]{2})年(?:度)?(?:的)?(?:重点)?(?:工作|主要)?(?:打算|工作打算|计划|工作计划|工作思路|思路|工作安排|重点工作安排|目标任务|努力方向)"
)
_BACK = regex(
    r"(?P<year>20[0-9]{2})年(?:度)?(?:主要)?(?:工作)?(?:总结|回顾|完成情况|开展情况|情况|成效)$"
)


@rule(group="一致", severity=Severity.WARNING, scope="document", idle=True, facts=title_line)
def year_ahead(reading: Reading) -> Iterator[Spot]:
    """标题里的年份与总结、打算不符。

    总结某一年的文稿，“工作打算”是下一年的；小标题写成同一年或者更早的，多半是沿用旧稿没有改。

    来源：公文校对惯例
    Bad:
        title| 青石县2023年乡村振兴工作总结
        heading1| 一、2023年工作情况
        heading1| 二、⟦2023⟧年工作打算 -> 二、2024年工作打算
    Bad:
        title| 青石县2024年工作总结及2025年工作计划
        heading1| 一、⟦2023⟧年工作总结
        heading1| 二、2025年工作计划
    Good:
        title| 青石县2023年乡村振兴工作总结
        heading1| 一、2023年工作情况
        heading1| 二、2024年工作打算
    Good:
        title| 青石县2024年工作总结及2025年工作计划
        heading1| 一、2024年工作总结
        heading1| 二、2025年工作计划
    """
    for title, paper in papers(reading):
        years = [int(year) for year in _YEAR.findall(title.text)]
        if not years or _REPORT.search(title.text) is None or min(years) < max(years) - 1:
            continue
        told = min(years)
        for block in range(paper.start, paper.stop):
            one = reading.document.blocks[block]
            if one.role not in HEADINGS and not (one.role is Role.BODY and len(one.text) < 24):
                continue
            ahead, back = _AHEAD.search(one.text), _BACK.search(one.text)
            if ahead is not None and int(ahead["year"]) <= told:
                said = f"总结的是{told}年，打算应是{told + 1}年"
                yield Spot(*ahead.span("year"), said, str(told + 1), block=block)
            elif back is not None and int(back["year"]) < told:
                said = f"标题是{told}年的总结，这里写作{back['year']}年"
                yield Spot(*back.span("year"), said, block=block)
