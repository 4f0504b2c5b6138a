"""Formulations used after their time, or before it."""

import datetime as dt
from collections.abc import Iterator

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.lexicons import Dated, source_of, superseded
from app.checks.lookback import looks_back

_DATED = superseded()


def used(paragraph: Paragraph) -> tuple[tuple[str, int, int], ...] | None:
    """Return the dated formulations of a paragraph, the longest where they overlap: facts."""
    kept: list[tuple[str, int, int]] = []
    for hit in sorted(paragraph.hits, key=lambda h: h[1] - h[2]):
        if not any(hit[1] < other[2] and other[1] < hit[2] for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda h: h[1])) or None


@rule(group="提法", severity=Severity.WARNING, scope="document", triggers=tuple(_DATED), facts=used)
def superseded_formulation(reading: Reading) -> Iterator[Spot]:
    """提法已经更新，或者当时还没有。

    提法有起止时间。按文稿的日期判断：已经停用的提示现在的说法，当时还没有的提示可能写错。回顾往年的句子、引文和文件名称不在此列。

    来源：提法表（resources/lexicons/superseded.tsv）
    Bad{2023-05-01}: 提升基层党组织⟦政治功能和组织力⟧
    Bad{2019-05-01}: 深入学习贯彻⟦二十大精神⟧
    Good{2020-05-01}: 提升基层党组织政治功能和组织力
    Good{2023-05-01}: 2018年以来，着力提升基层党组织政治功能和组织力。
    Good{2023-05-01}: 印发《关于提升党组织政治功能和组织力的意见》
    """
    if not reading.dated:
        return
    blocks = reading.document.blocks
    for block, hits in reading.present():
        text = blocks[block].text
        for written, start, end in hits:
            entry = _DATED[written]
            said = _said(entry, written, reading.date)
            if said is None or entry.excused(text, start, end):
                continue
            if looks_back(text, start, end, reading.date.year):
                continue
            severity = None if entry.certainty == "H" else Severity.HINT
            yield Spot(start, end, said + source_of(entry.id), block=block, severity=severity)


def _said(entry: Dated, written: str, day: dt.date) -> str | None:
    """Return what is wrong with an entry on a day, None where it holds."""
    month = f"{day.year}-{day.month:02}"
    if entry.until and month > entry.until:
        now = f"，现在的说法是“{entry.right}”" if entry.right else ""
        return f"“{written}”{entry.until.replace('-', '年')}月起不再作为当前提法{now}"
    if entry.since and month < entry.since:
        return f"“{written}”{entry.since.replace('-', '年')}月才提出，文稿日期在此之前"
    return None
