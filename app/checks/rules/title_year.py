"""The year in the title and the years of the text."""

from collections import Counter
from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import papers, title_line
from app.document.model import Role
from app.patterns import regex

_YEAR = regex(r"(20\d{2})年")
_PLAN = regex(r"要点|计划|打算|安排|方案$")
_REPORT = regex(r"年度?[^0-9]*(?:总结|述职|述责|述学|述廉)")
_OPENING = regex(r"(20\d{2})年(?:，|以来|度|全年)")


@rule(group="标题", severity=Severity.WARNING, scope="document", idle=True, facts=title_line)
def title_year(reading: Reading) -> Iterator[Spot]:
    """标题年份与正文不符。

    要点、计划的标题年份，应当是正文安排工作的年份；正文开头提到的年份与标题不同、又多次出现，可能是沿用旧稿没有改全。

    来源：公文校对惯例
    Bad:
        title| ⟦2026年⟧全县工作要点
        2025年，全县工作的总体要求是坚持稳中求进。
        到2025年底，完成全部任务。2025年要抓好三件事。
    Bad:
        title| ⟦2021年⟧度述职述廉报告
        2022年，在县委的领导下，我认真履职。
        2022年共召开会议12次。
    Good:
        title| 2021年度述职述廉报告
        2022年1月，县委调整了我的分工。
        一年来，我认真履职。
    Good:
        title| 2026年全县工作要点
        2026年，全县工作的总体要求是坚持稳中求进。
    """
    for title, paper in papers(reading):
        found = _YEAR.search(title.text)
        if found is None or len(_YEAR.findall(title.text)) > 1:
            continue
        plans, reports = _PLAN.search(title.text), _REPORT.search(title.text)
        if not plans and not reports:
            continue
        blocks = reading.document.blocks[paper.start : min(paper.stop, paper.start + 300)]
        body = [b.text for b in blocks if b.role not in (Role.DATE_LINE, Role.DATE, Role.NOISE)]
        counts = Counter(year for text in body for year in _YEAR.findall(text))
        # A report opens with its year: 2022年，在县委的领导下; one of its months may be told of any.
        opens = _YEAR if plans else _OPENING
        opening = opens.search("".join(body)[:60])
        if opening and counts and opening[1] != found[1] and not counts[found[1]]:
            for line, block in zip(title.lines, title.blocks, strict=True):
                for written in _YEAR.finditer(line):
                    said = f"标题是{found[1]}年，正文写的是{opening[1]}年"
                    yield Spot(*written.span(), said, block=block)
