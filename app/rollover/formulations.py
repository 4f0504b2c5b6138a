"""Formulations, meetings and names of institutions that have been replaced since an old text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.lexicons import rows
from app.rollover.proposal import Passage, Proposal
from app.rollover.successions import Succession

_CONGRESS = r"(?:十[八九]|二十[一二]?)"
_PLENUM = rf"{_CONGRESS}届(?:[一二三四五六七]中[、和])*[一二三四五六七]中全会|{_CONGRESS}届历次全会"
_SEQUENCE = re.compile(
    rf"(?:党的)?{_CONGRESS}大(?:精神)?(?:[和、及]|以及|，)?(?:党的)?(?:{_PLENUM})(?:[、和](?:{_PLENUM}))*(?:精神)?"
)
_SINGLE = re.compile(rf"(?:党的)?(?:{_PLENUM})(?:精神)?")
_ALONE = re.compile(rf"党的{_CONGRESS}大(?:精神|报告|以来)?")
_CURRENT = re.compile(r"贯彻|学习|落实|宣传|宣讲|领会|为指导|精神")
_HORIZON = date(2026, 9, 1)  # the list of meetings ends before it


@dataclass(frozen=True, slots=True)
class Meeting:
    """A congress or plenum, since when, and how it and those before are written from then on."""

    since: str
    name: str
    spirit: str


@lru_cache(maxsize=1)
def meetings() -> tuple[Meeting, ...]:
    """Return the congresses and plenums, oldest first."""
    return tuple(Meeting(*row) for row in rows("meetings.tsv"))


def found(passage: Passage, day: date, replaced: Iterable[Succession]) -> Iterator[Proposal]:
    """Yield the proposals on formulations and names in a passage, for a text of a day.

    `replaced` are the `successions` of the day.
    """
    yield from _meetings(passage, day)
    yield from _replaced(passage, replaced)


def latest(day: date) -> Meeting:
    """Return the last congress or plenum before a day; the first known one before all."""
    month = f"{day:%Y-%m}"
    return [m for m in meetings() if m.since <= month][-1] if month >= "2012-11" else meetings()[0]


def _meetings(passage: Passage, day: date) -> Iterator[Proposal]:
    now = latest(day)
    doubt = "；此后的会议请核对" if day >= _HORIZON else ""
    for match in _SEQUENCE.finditer(passage.text):
        before = passage.text[max(match.start() - 8, 0) : match.start()]
        ends = match[0].endswith("精神")
        text = now.spirit if ends else now.spirit.removesuffix("精神")
        if not match[0].startswith("党的") and before.endswith("党的"):
            text = text.removeprefix("党的")
        current = ends or _CURRENT.search(before) is not None
        sure = current and not doubt and not passage.looks_back(match.start())
        reason = f"截至{day.year}年{day.month}月，最近一次是{now.name}{doubt}"
        yield passage.propose(match.start(), match.end(), text, reason, certain=sure)
    for match in _SINGLE.finditer(passage.text):
        text = now.name + ("精神" if match[0].endswith("精神") else "")
        if now.name.removeprefix("党的") in match[0]:
            continue
        if not match[0].startswith("党的"):
            text = text.removeprefix("党的")
        reason = f"截至{day.year}年{day.month}月，最近一次是{now.name}，请核对是否换成它{doubt}"
        yield passage.propose(match.start(), match.end(), text, reason)
    congress = re.match(rf"党的{_CONGRESS}(?=大|届)", now.name)
    for match in _ALONE.finditer(passage.text):
        name = f"{congress[0]}大" if congress else ""
        if not name or match[0].startswith(name):
            continue
        text = name + match[0][match[0].index("大") + 1 :]
        spirit = match[0].endswith("精神")
        reason = f"最近一次代表大会是{name}" + ("" if spirit else "，请核对这里是不是说历史")
        yield passage.propose(match.start(), match.end(), text, reason, certain=spirit)


def _replaced(passage: Passage, replaced: Iterable[Succession]) -> Iterator[Proposal]:
    for one in replaced:
        if one.literal and one.literal not in passage.text:
            continue
        for match in one.old.finditer(passage.text):
            sentence = passage.sentence(match.start())
            if one.excused(passage.text, sentence, *match.span()):
                continue
            back = passage.looks_back(match.start())
            reason = one.note + ("；这一句像是回顾，请核对" if back else "")
            yield passage.propose(
                match.start(), match.end(), one.new, reason, certain=one.certain and not back
            )
