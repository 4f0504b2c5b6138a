"""Institutions by names they no longer bear."""

import re
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.habits import many
from app.checks.language.han import clause_start
from app.checks.lexicons import Dated, institutions, source_of
from app.checks.lookback import looks_back
from app.checks.rules.superseded_formulation import used
from app.patterns import regex

_NAMES = institutions()
_NUMBERED = regex(
    "[\u4e00-\u9fff]{0,4}[〔\\[［【（(][12][0-9]{3}[〕\\]］】）)]"
)  # 安监总办〔2015〕27号
_FREE = "联银业界会学院校集"
_JOINTLY = ("联合", "会同")
# 不再保留甲局, 乙办重组为丙局: the change itself is told.
_CHANGED = regex(
    "不再保留|更名|改名|改组|前身|转隶|撤销|(?:重组|整合|合并|组建|划转)(?:为|成立|组建|[^，。；]{0,10}局)"
)


def named(paragraph: Paragraph) -> tuple[tuple[str, int, int], ...] | None:
    """Return the old names a paragraph has, the longest where they overlap: a facts function."""
    return used(paragraph)


@rule(
    group="提法", severity=Severity.WARNING, scope="document", triggers=tuple(_NAMES), facts=named
)
def dropped_institution(reading: Reading) -> Iterator[Spot]:
    """机构已经更名。

    机构改革之后仍用旧名；同一个旧名全文都用的只说一次。回顾改革以前工作的句子、文件名称和“原××局”不在此列。

    来源：党和国家机构改革；提法表F275—F290（resources/lexicons/institutions.tsv）
    Bad{2020-03-01}: 会同市⟦环境保护局⟧开展检查
    Bad{2024-04-01}: 公安⟦、工商等⟧部门要及时通报情况
    Bad{2024-04-01}: 县⟦消防大队⟧联合县教育局开展检查
    Bad{2024-04-01}: 报⟦银监会⟧备案
    Bad{2024-04-01}: 县⟦安监局⟧会同有关部门检查
    Bad{2024-04-01}: 县⟦工商局⟧整合力量，开展巡查。
    Good{2024-04-01}: 组建市乡村振兴局，不再保留市扶贫办。
    Good{2020-03-01}: 会同市生态环境局开展检查，走访工商联、工商银行。
    Good{2020-03-01}: 开展全国税收宣传月活动，集团安全监察部加强检查。
    Good{2020-03-01}: 执行《企业落实规定》（安监总办〔2015〕27号），公司行政人事部负责培训。
    Good{2016-03-01}: 会同市环境保护局开展检查
    Good{2020-03-01}: 原市环境保护局2017年开展检查
    """
    if not reading.dated:
        return
    month = f"{reading.date.year}-{reading.date.month:02}"
    found: dict[str, list[Spot]] = {}
    for block, hits in reading.present():
        text = reading.document.blocks[block].text
        for written, start, end in hits:
            entry = _NAMES[written]
            if month <= entry.until or entry.excused(text, start, end):
                continue
            if _NUMBERED.match(text, end):
                continue
            longer = text[end : end + 1] in tuple(_FREE) and text[end : end + 2] not in _JOINTLY
            if longer or _changes(text, start) or looks_back(text, start, end, reading.date.year):
                continue
            last = _last(entry, month)
            said = f"{last.until[:4]}年机构改革后应为“{last.right}”{source_of(last.id)}"
            found.setdefault(written, []).append(Spot(start, end, said, block=block))
    for spots in found.values():
        yield from many(spots)


def _changes(text: str, at: int) -> bool:
    """Whether the sentence that has a place tells how the institutions were changed."""
    return _CHANGED.search(re.split("[。；]", text[clause_start(text, at) :])[0]) is not None


def _last(entry: Dated, month: str) -> Dated:
    """Return the change of name that is the last before a month: 银监会, 银保监会, 金融监管总局."""
    later = _NAMES.get(entry.right)
    return _last(later, month) if later is not None and month > later.until else entry
