"""Formulations used after their time, or before it."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from app.checks.check import Paragraph, Reading, Severity, Spot, rule
from app.checks.dates import CHOSEN
from app.checks.lexicons import Dated, source_of, superseded
from app.checks.lookback import looks_back, titled

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
    Bad{2016-05-09}: 党的十八大以来，⟦以习近平同志为核心的党中央⟧协调推进“四个全面”战略布局
    Bad{2015-03-09}: 坚定⟦“四个自信”⟧，推进依法治国
    Bad{2019-03-09}: 协助⟦国家乡村振兴局⟧做好调研
    Good{2016-12-09}: 党的十八大以来，以习近平同志为核心的党中央协调推进“四个全面”战略布局
    Good{2025-12-20}:
        title| 县公安局2025年工作总结
        扎实开展深入贯彻中央八项规定精神学习教育，查纠问题27个。
    Good{2020-05-01}: 提升基层党组织政治功能和组织力
    Good{2023-05-01}: 2018年以来，着力提升基层党组织政治功能和组织力。
    Good{2023-05-01}: 印发《关于提升党组织政治功能和组织力的意见》
    """
    if not reading.dated:
        return
    early = {
        written
        for _, hits in reading.present()
        for written, _, _ in hits
        if _unborn(_DATED[written], reading.dating.latest)
    }
    # A report on a year says what held in that year.
    year = reading.dating.reported
    late = min(dt.date(year, 1, 1), reading.date) if year else reading.date
    # Where much is ahead of its time, or nothing but the text tells the date, that may be wrong.
    firm = 0 < len(early) <= 2 and _told(reading)
    for block, hits in reading.present():
        text = reading.document.blocks[block].text
        for written, start, end in hits:
            entry = _DATED[written]
            unborn = written in early
            said = _early(entry, written) if unborn else _late(entry, written, late)
            if said is None or entry.excused(text, start, end):
                continue
            past = titled if unborn else partial(looks_back, year=reading.date.year)
            if past(text, start, end):
                continue
            sure = entry.certainty == "H" and (not unborn or firm)
            severity = None if sure else Severity.HINT
            yield Spot(start, end, said + source_of(entry.id), block=block, severity=severity)


def _told(reading: Reading) -> bool:
    """Whether the date was given, or stands in more than the running text."""
    day, teller = reading.dating.own
    return day != reading.date or teller == CHOSEN or reading.dating.named


def _unborn(entry: Dated, day: dt.date) -> bool:
    """Whether a wording was not yet in use on a day."""
    return bool(entry.since) and f"{day.year}-{day.month:02}" < entry.since


def _early(entry: Dated, written: str) -> str:
    """Return what is said of a wording that was not yet in use."""
    then = f"，当时的说法是“{entry.right}”" if entry.right and not entry.until else ""
    return f"“{written}”{entry.since.replace('-', '年')}月才提出，文稿日期在此之前{then}"


def _late(entry: Dated, written: str, day: dt.date) -> str | None:
    """Return what is said of a wording that is no longer in use on a day, None where it is."""
    if not entry.until or f"{day.year}-{day.month:02}" <= entry.until:
        return None
    now = f"，现在的说法是“{entry.right}”" if entry.right else ""
    return f"“{written}”{entry.until.replace('-', '年')}月起不再作为当前提法{now}"
