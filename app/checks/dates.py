"""The date that decides which formulations hold for a document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from app.document.model import Block, Document, Role
from app.document.numbering import PLAIN_DIGITS, from_chinese
from app.patterns import regex

_DAY = regex(r"(20\d{2})\s*[年./．－-]\s*(\d{1,2})\s*[月./．－-]\s*(\d{1,2})(?!\d)")
_MONTH = regex(r"(20\d{2})\s*年\s*(\d{1,2})\s*月")
_YEAR = regex(r"(?<!\d)(20\d{2})(?![\d级届款型人名户亩万余多个家字吨件米元])年?")
_NOUGHTS = "〇○零0０OoＯ"  # what is typed for 〇
_HAN_YEAR = regex(f"二[{_NOUGHTS}]([{_NOUGHTS}一二三四五六七八九]{{2}})年")
_HAN_DAY = regex(
    f"{_HAN_YEAR.pattern}([一二三四五六七八九十]{{1,2}})月([一二三四五六七八九十]{{1,3}})日"
)
_HAN = {c: i for i, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys(_NOUGHTS, 0)
# A report on a year, also one that has the plan for the next behind it.
_REPORTS = regex(
    "(?:总结|述[职廉学法]|报告|情况|检查|自查|生活会|评议)(?!.*计划)|总结.{0,10}(?:20[0-9]{2}|[明下]一?)年.*计划"
)

CHOSEN = "检查日期"  # the field in which the writer's choice is kept
TODAY = "今天"
NAMED = "文中最先写到的年份"  # a year that stands in running text: no day, no month
TITLED = "标题里的年份"
YEAR = "要素里的年份"
PUBLISHED = "网页上的日期"  # when a site put the text up: not long after it was written
_PLANS = regex("要点|计划|方案|打算|安排|意见|规划|部署|通知|责任书|任务")
_LAST = 12  # the month in which a report on a year is most likely written
OPENING = 60  # blocks in which a year is looked for where nothing else tells the date
_HEAD = frozenset({Role.TITLE, Role.SUBTITLE, Role.DATE_LINE, Role.BLANK, Role.NOISE})
TELLING = frozenset({Role.TITLE, Role.SUBTITLE, Role.DATE_LINE, Role.DATE})


@dataclass(frozen=True, slots=True)
class Dating:
    """The day by which a document is judged, and what its head and its end say of that day.

    `own` is the date that it tells itself, and what tells it; `written` that of its date line or
    below its signature, None where it has neither; `latest` the last day on which it may
    have been written; `reported` the year that it looks back on by its title, None for any other
    document; `named` whether title, date line or date write the year of the day.
    """

    day: dt.date
    own: tuple[dt.date, str]
    written: dt.date | None
    latest: dt.date
    reported: int | None
    named: bool


def telling(blocks: Iterable[Block]) -> bool:
    """Whether one of the blocks is of a role that tells the date of a document."""
    return any(block.role in TELLING for block in blocks)


def judging(day: dt.date, teller: str) -> str:
    """Return what the user is told of the day by which formulations are judged.

    Where only its year is told, the year is said, and which end of it is taken.
    """
    if teller in (NAMED, TITLED, YEAR):
        return f"提法按{day.year}年{'底' if day.month == _LAST else '初'}判断"
    return f"提法按{day.year}年{day.month}月{day.day}日判断"


def decided(document: Document) -> tuple[dt.date, str]:
    """Return the date of a document and, in Chinese, what tells it.

    What the writer chose for the checks counts first. A date line, the date below the signature or
    the field 成文日期 tells the day; the year in the title (that of a plan: its first weeks; that
    of a report on the year: its end) or in the field 年份 comes next; then the day on which a site
    put the text up; then the year that the text names first. Today is the last resort.
    """
    details = document.details
    titles = _title(document)
    for day, teller in (
        (read(details.field(CHOSEN)), CHOSEN),
        (_written(document, _earliest(titles)), "文中的日期"),
        (read(details.field("成文日期")), "要素里的成文日期"),
    ):
        if day is not None:
            return day, teller
    for text, teller in ((titles, TITLED), (details.field("年份"), YEAR)):
        year = _year(text)
        if year is not None:
            return _within(year, titles), teller
    opening = document.blocks[:OPENING]
    day = next((d for b in opening if b.role is Role.NOISE and (d := read(b.text))), None)
    if day is not None:
        return day, PUBLISHED
    for block in _own(document)[:OPENING]:
        year = None if block.role is Role.NOISE else _year(block.text)
        if year is not None:
            return _within(year, titles), NAMED
    return dt.date.today(), TODAY  # noqa: DTZ011  the user's own day


def dating(document: Document, day: dt.date, own: tuple[dt.date, str]) -> Dating:
    """Return what is known of a document judged by a day that tells its `own` date.

    A year alone tells nothing of what came up within it, but for a plan: it is made at its start.
    """
    told, teller = own
    titles = _title(document)
    plan = teller == TITLED and _PLANS.search(titles) is not None
    alone = teller in (NAMED, TITLED) and told == day
    latest = dt.date(day.year, 12, 31) if alone and not plan else day
    reported = _year(titles) if _REPORTS.search(titles) else None
    year = str(day.year)
    named = any(
        block.role in TELLING and year in block.text.translate(PLAIN_DIGITS)
        for block in document.blocks
    )
    written = _written(document, _earliest(titles))
    return Dating(day, own, written, latest, reported, named)


def _title(document: Document) -> str:
    """Return the rows of the first title, and of the subtitle below it."""
    rows = takewhile(lambda block: block.role in _HEAD, _own(document))
    return " ".join([row.text for row in rows if row.role in (Role.TITLE, Role.SUBTITLE)])


def _own(document: Document) -> Sequence[Block]:
    """Return the blocks from the title on: a day above it is that of a site."""
    blocks = document.blocks
    return blocks[next((at for at, one in enumerate(blocks) if one.role is Role.TITLE), 0) :]


def _written(document: Document, earliest: int) -> dt.date | None:
    """Return the date of the first date line, else that below the signature.

    None lies before the `earliest` year that the title allows.
    """
    closing: dt.date | None = None
    blocks, own = document.blocks, _own(document)
    signed = any(block.role is Role.SIGNATURE for block in blocks[: len(blocks) - len(own)])
    for block in blocks if signed else own:
        role = block.role
        if role is Role.DATE_LINE or (role is Role.DATE and closing is None):
            day = read(block.text)
            if day is None or day.year < earliest:
                continue
            if role is Role.DATE_LINE and closing is None:
                return day
            closing = closing or day
    return closing


def _earliest(titles: str) -> int:
    """Return the first year a paper of such a title can be of: a plan is made the year before."""
    year = _year(titles) or 0
    return year if _REPORTS.search(titles) else year - 1


def read(text: str) -> dt.date | None:
    """Return the first full date in a text, the middle of the month where the day is missing."""
    text = text.translate(PLAIN_DIGITS)
    for pattern in (_DAY, _MONTH):
        found = pattern.search(text)
        if found is not None:
            year, month, day = [int(part) for part in (*found.groups(), "15")][:3]
            return _day(year, month, day)
    return next((day for _, _, day in in_han(text) if day is not None), None)


def in_han(text: str) -> Iterator[tuple[int, int, dt.date | None]]:
    """Yield where days are written in Chinese numerals, and the days: 二〇二六年三月五日."""
    for found in _HAN_DAY.finditer(text):
        month, day = from_chinese(found[2]) or 0, from_chinese(found[3]) or 0
        yield *found.span(), _day(_han_year(found[1]), month, day)


def _day(year: int, month: int, day: int) -> dt.date | None:
    """Return a day, None for one that there is not."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _han_year(digits: str) -> int:
    return 2000 + 10 * _HAN[digits[0]] + _HAN[digits[1]]


def _year(text: str) -> int | None:
    found = _YEAR.search(text.translate(PLAIN_DIGITS))
    if found is not None:
        return int(found[1])
    han = _HAN_YEAR.search(text)
    return _han_year(han[1]) if han else None


def _within(year: int, title: str) -> dt.date:
    """Return the day in a year on which a paper of such a title is most likely written."""
    return dt.date(year, _LAST, 15) if _REPORTS.search(title) else dt.date(year, 2, 15)
