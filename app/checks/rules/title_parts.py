"""A title without year or matter where its kind needs them."""

from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import title_line, titles
from app.document.model import Role
from app.patterns import regex

_YEARLY = regex(r"(?:工作要点|工作总结|工作计划|工作安排|述职述廉报告|述职报告|述廉报告)$")
_YEAR = regex(
    r"[0-9０-９XxＸ×]{2,4}\s?年|二〇..年|年份|年度|[上下]半年|[一二三四]季度|[0-9一二三四五六七八九十]+月份?"
)
# A paper on one campaign or event tells its time by it.
_EVENT = regex(
    r"(?:教育|活动|行动|整治|整改|攻坚战?|战役|改革|督查|督导|巡察|检查|创建|培训班?|大会|会议|试点|项目|换届|普查|演练|大赛|节)(?:专项)?(?:工作)?(?:总结|计划|安排|要点)$"
)
_BARE = regex(r"(?:工作)?(?:要点|总结|计划|安排|通知|请示|报告|函|意见|决定|方案|纪要)$")

_BELOW, _SHORT = 8, 30  # lines below a title that may tell the year


@rule(
    group="标题",
    severity=Severity.WARNING,
    scope="document",
    facts=title_line,
    yields_to=("bare_year",),
)
def title_parts(reading: Reading) -> Iterator[Spot]:
    """标题缺少年份或者事由。

    公文标题一般由发文机关、事由、文种组成；年度性的要点、总结、计划、述职报告还要写明年份。文头已有发文机关的，标题可以省去机关。

    来源：《党政机关公文处理工作条例》第九条
    Bad: title| ⟦全县组织工作要点⟧
    Bad: title| ⟦工作总结⟧
    Good: title| 2026年全县组织工作要点
    Good:
        title| 中共某县委组织部
        title| 2026年全县组织工作要点
    Good: title| 在全县组织工作会议上的讲话
    Good: title| 关于召开全县组织工作会议的通知
    Good: title| 区教育局党组主题教育工作总结
    Good: title| 第七次全国人口普查工作总结
    """
    blocks = reading.document.blocks
    heads = [b.text for b in blocks if b.role in (Role.SUBTITLE, Role.DATE_LINE)]
    heads += [b.text for b in blocks[:_BELOW] if len(b.text) < _SHORT]
    for title in titles(reading):
        text = title.text
        place = (
            len(title.lines[-1]) - len(title.lines[-1].lstrip()),
            len(title.lines[-1].rstrip()),
        )
        if _BARE.fullmatch(text):
            yield Spot(*place, "标题只有文种，缺少年份、单位和事由", block=title.blocks[-1])
        elif _EVENT.search(text):
            continue
        elif _YEARLY.search(text) and not _YEAR.search(text + "".join(heads)):
            yield Spot(*place, "年度性文稿的标题缺少年份", block=title.blocks[-1])
