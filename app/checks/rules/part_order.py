"""Parts that stand before those they should follow."""

import re
from collections.abc import Iterator

from app.checks.check import Reading, Severity, Spot, rule
from app.checks.titles import papers, title_line
from app.document.model import Block, Role
from app.patterns import regex

_CLOSING = regex(
    r"^\s*(?:特此(?:通知|通报|公告|通告|报告|请示|函告|函复|函达|批复)|此复|专此(?:函达|报告|函告|函复)"
    r"|(?:妥否|当否|可否|以上(?:请示|意见)[^，。]{0,6})，?请(?:予)?(?:批示|批复|审批|批准|审定|指示))[。！]?\s*$"
)
# Of a kind of paper: the later section, the one that goes before it.
_REPORTS = "总结|汇报|述职|报告|对照检查|检视剖析"
_SECTIONS = (
    (
        _REPORTS,
        "下一步|下步|今后|努力方向|打算|整改措施",
        "(?:存在|主要|突出)的?(?:主要|突出)?(?:问题|不足|差距|困难)",
    ),
    (
        _REPORTS,
        "下一步|下步|今后|努力方向|打算|整改措施",
        "主要做法|主要成效|工作成效|工作回顾|工作开展情况|取得的?成效",
    ),
    (
        "对照检查|检视剖析|调研报告|调查报告",
        "原因",
        "(?:存在|主要|突出)的?(?:主要|突出)?(?:问题|不足|差距|困难)",
    ),
    (
        "调研报告|调查报告",
        "对策|建议",
        "(?:存在|主要|突出)的?(?:主要|突出)?(?:问题|不足|差距|困难)|原因",
    ),
    ("调研报告|调查报告", "对策|建议", "基本情况|现状"),
    (
        "方案|计划|规划",
        "保障措施|组织保障|工作要求",
        "总体要求|指导思想|工作目标|总体目标|主要任务|重点任务|工作任务",
    ),
    ("方案|计划|规划", "主要任务|重点任务|工作任务", "指导思想|总体要求"),
    ("请示", "请示事项|请求事项", "必要性|可行性|基本情况|请示(?:的)?(?:缘由|理由)"),
)
_RULES = tuple([(regex(kind), regex(late), regex(early)) for kind, late, early in _SECTIONS])

_LAST = (Role.DATE, Role.ATTACHMENT_NOTE)


@rule(group="要素", severity=Severity.HINT, scope="document", idle=True, facts=title_line)
def part_order(reading: Reading) -> Iterator[Spot]:
    """各部分次序不当。

    结束语在正文的末尾，附件说明在正文之后、署名之前，署名在成文日期之上；先说问题，再分析原因，最后提建议和打算。

    来源：GB/T 9704—2012 7.3；各文种模板
    Bad:
        title| 关于解决办公经费的请示
        salutation| 县人民政府：
        ⟦妥否，请批示。⟧
        一、基本情况。我单位办公设备购置于2012年，已经超过使用年限。
        二、请示事项。现申请解决办公经费5万元。
    Bad:
        title| 青石县2025年防汛工作总结
        一、主要做法
        修订预案32个，储备物资860件。
        ⟦二、下一步打算⟧
        继续抓好隐患整改。
        三、存在的问题
        部分山塘年久失修。
    Good:
        title| 关于解决办公经费的请示
        salutation| 县人民政府：
        因办公需要，现申请解决办公经费5万元。
        妥否，请批示。
    Good:
        title| 关于养老服务的调研报告
        一、存在的问题和原因
        床位不足，投入不够。
        二、对策建议
        加大投入，补齐短板。
    """
    blocks = reading.document.blocks
    for title, paper in papers(reading):
        heads = [at for at in paper if blocks[at].role is Role.HEADING1]
        yield from _misplaced_closing(blocks, paper, heads)
        yield from _tail(blocks, paper)
        for kind, late, early in _RULES:
            if kind.search(title.text):
                yield from _exchanged(blocks, heads, late, early)


def _exchanged(
    blocks: tuple[Block, ...], heads: list[int], late: re.Pattern[str], early: re.Pattern[str]
) -> Iterator[Spot]:
    """Report a section that stands before all of those it should follow."""
    leads = {at: _lead(blocks[at]) for at in heads}
    lates = [at for at, lead in leads.items() if late.search(lead) and not early.search(lead)]
    earlies = [at for at, lead in leads.items() if early.search(lead) and not late.search(lead)]
    named = early.search(leads[earlies[0]]) if earlies else None
    if named is not None and lates and lates[-1] < earlies[0]:
        said = f"这一部分一般在“{named[0]}”之后"
        yield Spot(0, len(leads[lates[0]]), said, block=lates[0])


def _lead(block: Block) -> str:
    """Return a heading without the text that may follow it in its paragraph."""
    return block.text.partition("。")[0]


def _misplaced_closing(blocks: tuple[Block, ...], paper: range, heads: list[int]) -> Iterator[Spot]:
    """Report closing words above a heading of the same paper."""
    signed = next(
        (at for at in paper if blocks[at].role in (Role.SIGNATURE, Role.DATE)), paper.stop
    )
    last = max([head for head in heads if head < signed], default=paper.start)
    for at in range(paper.start, last):
        if _CLOSING.match(blocks[at].text):
            yield Spot(0, len(blocks[at].text), "结束语应当在正文的末尾", block=at)


def _tail(blocks: tuple[Block, ...], paper: range) -> Iterator[Spot]:
    """Report a date above the signature, and a note of attachments below the date."""
    said = [at for at in paper if blocks[at].role in _LAST and blocks[at].text.strip()]
    for at in said:
        behind = (blocks[n].role for n in range(at + 1, paper.stop) if blocks[n].text.strip())
        if blocks[at].role is Role.DATE and next(behind, None) is Role.SIGNATURE:
            yield Spot(0, len(blocks[at].text), "成文日期在署名的下一行", block=at)
    dated = next((at for at in said if blocks[at].role is Role.DATE), None)
    notes = [at for at in said if blocks[at].role is Role.ATTACHMENT_NOTE]
    if dated is not None and notes and notes[0] > dated and notes[0] - dated <= 3:
        yield Spot(0, len(blocks[notes[0]].text), "附件说明在正文之后、署名之前", block=notes[0])
