"""A year or number of the title told otherwise in the text: 2026年春季运动会, 2025年春季运动会."""

import re
from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import Title, papers, title_line
from app.document.model import Role
from app.patterns import regex

# What the number is of: the characters behind it, or all up to the word 的 or the end.
_FIGURE = regex(
    r"(?P<n>20[0-9]{2})年度?(?P<of>(?![0-9第上下])[\u4e00-\u9fff]{2}[^关于的（《0-9]{2})"
    r"|(?<![0-9年月.第])(?P<m>[0-9]{1,4})(?P<noun>(?![年月日号届次期后])[\u4e00-\u9fff]{3})"
)
_OTHER = regex(
    "(?:[较比与和同继对原于至、从]|去年|上年|上届|前年|往年|以来|历年|参照|自|[0-9年月—－～-])$"
)
_HELD = regex("[春夏秋冬暑寒]|节|高考|中考|招聘|招生|培训|大赛|比赛|运动会|论坛|博览|展会|活动")


@rule(group="标题", severity=Severity.WARNING, scope="document", idle=True, facts=title_line)
def title_figure(reading: Reading) -> Iterator[Spot]:
    """标题里的年份、数目与正文的同一说法不符。

    标题写“2026年春季运动会”，正文写“2025年春季运动会”；标题写“64排螺旋CT”，正文写“128排螺旋CT”，多半是沿用旧稿没有改全。

    来源：公文校对惯例
    Bad:
        title| 实验小学2026年春季运动会安全应急预案
        我校定于4月16日举行春季运动会。
        ⟦2025⟧年春季运动会结束后，本预案自行失效。
    Bad:
        title| 县人民医院关于采购64排螺旋CT的请示
        拟购置⟦128⟧排螺旋CT 1台及配套设备。
    Good:
        title| 实验小学2026年春季运动会安全应急预案
        较2025年春季运动会增加两个项目，2026年春季运动会如期举行。
    Good:
        title| 县人民医院关于采购64排螺旋CT的请示
        我院现有CT 2台，其中16排CT于2009年购置。
        拟购置64排螺旋CT 1台，另租用32排螺旋CT 1台。
    Good:
        title| 2025年度民主生活会对照检查材料
        2024年度民主生活会查摆的问题已整改。
    """
    for title, paper in papers(reading):
        for figure in _figures(title):
            number, key, year = figure
            pattern = re.compile(
                rf"(?<![0-9.]){'(?P<n>20[0-9]{2})年度?' if year else '(?P<n>[0-9]{1,4})'}{re.escape(key)}"
            )
            found: list[tuple[int, re.Match[str]]] = []
            for block in paper:
                one = reading.document.blocks[block]
                if key in one.text and one.role not in (Role.OBJECT, Role.NOISE):
                    found += [(block, m) for m in pattern.finditer(one.text)]
            others = {m["n"] for _, m in found} - {number}
            beside = {(block, m["n"]) for block, m in found}
            if len(others) != 1:
                continue
            for block, m in found:
                before = m.string[max(m.start() - 4, 0) : m.start()]
                both = (block, number) in beside
                if m["n"] != number and not both and not _OTHER.search(before):
                    said = f"标题写的是“{number}”，请核对"
                    yield Spot(*m.span("n"), said, block=block)


def _figures(title: Title) -> Iterator[tuple[str, str, bool]]:
    """Yield the numbers of a title, what they are of, and whether each is a year."""
    found = list(_FIGURE.finditer(title.text))
    if len({m["n"] for m in found if m["n"]}) > 1:
        return
    for m in found:
        if m["n"]:
            if _HELD.search(m["of"]):
                yield m["n"], m["of"], True
        else:
            yield m["m"], m["noun"], False
