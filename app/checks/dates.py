"""The date that decides which formulations hold for a document."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from app.document.model import Block, Document, Role

_DAY = re.compile(r"(20\d{2})年(\d{1,2})月(\d{1,2})日")
_MONTH = re.compile(r"(20\d{2})年(\d{1,2})月")
_YEAR = re.compile(r"(?<!\d)(20\d{2})年?")
_HAN_YEAR = re.compile(r"二[〇○零0oO]([〇○零一二三四五六七八九])([〇○零一二三四五六七八九])年")
_HAN = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}

CHOSEN = "检查日期"  # the field in which the writer's choice is kept
TODAY = "今天"
OPENING = 60  # blocks in which a year is looked for where nothing else tells the date
TELLING = frozenset({Role.TITLE, Role.SUBTITLE, Role.DATE_LINE, Role.DATE})


def telling(blocks: Iterable[Block]) -> bool:
    """Whether one of the blocks is of a role that tells the date of a document."""
    return any(block.role in TELLING for block in blocks)


def dated(document: Document) -> tuple[dt.date, bool]:
    """Return the date of a document, and whether the document itself tells it."""
    day, teller = decided(document)
    return day, teller != TODAY


def decided(document: Document) -> tuple[dt.date, str]:
    """Return the date of a document and, in Chinese, what tells it.

    What the writer chose for the checks counts first. A date line, the date below the signature or
    the field 成文日期 tells the day; the year in the title (that of a plan: its first weeks; that
    of a report on the year: its end) or in the field 年份 comes next; then the year that the text
    names first. Today is the last resort.
    """
    details = document.details
    for day, teller in (
        (read(details.field(CHOSEN)), CHOSEN),
        (_written(document), "文中的日期"),
        (read(details.field("成文日期")), "要素里的成文日期"),
    ):
        if day is not None:
            return day, teller
    titles = " ".join([b.text for b in document.blocks if b.role in (Role.TITLE, Role.SUBTITLE)])
    for text, teller in ((titles, "标题里的年份"), (details.field("年份"), "要素里的年份")):
        year = _year(text)
        if year is not None:
            return _within(year, titles), teller
    for block in document.blocks[:OPENING]:
        if block.role is Role.NOISE:
            continue
        year = _year(block.text[:200])
        if year is not None:
            return _within(year, titles), "文中最先写到的年份"
    return dt.date.today(), TODAY  # noqa: DTZ011  the user's own day


def _written(document: Document) -> dt.date | None:
    """Return the date of the first date line, else that below the signature."""
    closing: dt.date | None = None
    for block in document.blocks:
        role = block.role
        if role is Role.DATE_LINE or (role is Role.DATE and closing is None):
            day = read(block.text)
            if day is not None and role is Role.DATE_LINE:
                return day
            closing = closing or day
    return closing


def read(text: str) -> dt.date | None:
    """Return the first full date in a text, the middle of the month where the day is missing."""
    for pattern in (_DAY, _MONTH):
        found = pattern.search(text)
        if found is not None:
            year, month, day = [int(part) for part in (*found.groups(), "15")][:3]
            try:
                return dt.date(year, month, day)
            except ValueError:
                return None
    return None


def _year(text: str) -> int | None:
    found = _YEAR.search(text)
    if found is not None:
        return int(found[1])
    han = _HAN_YEAR.search(text)
    return 2000 + 10 * _HAN[han[1]] + _HAN[han[2]] if han else None


def _within(year: int, title: str) -> dt.date:
    """Return the day in a year on which a paper of such a title is most likely written."""
    if re.search("总结|述职|述廉|报告|情况", title) and "计划" not in title:
        return dt.date(year, 12, 15)
    return dt.date(year, 2, 15)
