"""A title that breaks off: 学习宣传贯彻全会精神活动实施."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import title_line, titles
from app.patterns import regex

_OPEN = regex(
    "(?:(?:工作|活动|精神|建设|项目|制度|整治|行动|规划)(?P<odd>实施|开展|推进|贯彻)|(?P<of>的)|关于[^《》]{2,40}(?:工作|活动)(?P<kind>实施))$"
)


@rule(group="标题", severity=Severity.HINT, scope="document", facts=title_line)
def unfinished_title(reading: Reading) -> Iterator[Spot]:
    """标题没有写完。

    公文标题以文种收束：“活动实施”后面应当有“方案”“意见”一类的文种，标题也不能停在“的”上。

    来源：《党政机关公文处理工作条例》第九条；公文标题写法惯例
    Bad: title| 青石县人民检察院“质量提升年”活动⟦实施⟧
    Bad: title| 关于进一步加强冬季防火工作⟦的⟧
    Good: title| 青石县“质量提升年”活动实施方案
    Good: title| 加快推进乡村建设，全面贯彻新发展理念
    """
    for title in titles(reading):
        found = _OPEN.search(title.text)
        if found is None:
            continue
        last = title.lines[-1].rstrip()
        word = found[found.lastgroup or 0]
        start = len(last) - len(word)
        yield Spot(
            start,
            len(last),
            f"标题停在“{word}”上，疑漏文种",
            block=title.blocks[-1],
        )
