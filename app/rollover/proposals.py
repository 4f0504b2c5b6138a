"""All proposals for an old text, and the edits of those that were accepted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from app.document.edits import Edit, TextEdit
from app.document.model import Details, Document, Role
from app.kinds import title
from app.kinds.slots import last_first
from app.rollover import formulations, years
from app.rollover.proposal import Proposal, passage, settled
from app.rollover.successions import successions
from app.rollover.years import Move

_YEARS = ("年份", "上年", "下年", "年度")
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_YEAR = re.compile(r"(?<![\d〔])((?:19|20)\d\d)(?=[年全])")


def base_year(document: Document) -> int | None:
    """Return the year an old text was written for, None where nothing tells.

    The field 年份, the first year of the title, or the year that stands most often in the text.
    """
    given = document.details.field("年份")
    if given.isdecimal() and len(given) == 4:
        return int(given)
    written = _YEAR.findall(title(document)) or [
        year for year, _ in Counter(_YEAR.findall("\n".join(document.texts))).most_common(1)
    ]
    return int(written[0]) if written else None


def proposals(
    document: Document, year: int, *, day: date | None = None, old: int | None = None
) -> tuple[Proposal, ...]:
    """Return what should change for a new year, in the order of the text, none overlapping.

    `day` is when the new text is written and decides which meetings and formulations are current;
    the end of January of the year by default. `old` is the year of the old text; where it is not
    given and cannot be found, years and dates are left alone.
    """
    then = base_year(document) if old is None else old
    when = day or date(year, 1, 31)
    found: list[Proposal] = []
    replaced = successions(f"{when:%Y-%m}")
    for number, block in enumerate(document.blocks):
        if block.role in (Role.NOISE, Role.BLANK):
            continue
        place = passage(number, block.text, heading=block.role is Role.TITLE)
        found += formulations.found(place, when, replaced)
        if then is not None:
            found += years.found(place, Move(then, year))
    return settled(found)


def accepted(chosen: Iterable[Proposal]) -> tuple[Edit, ...]:
    """Return the edits of accepted proposals, one tuple for one undo step.

    Those that propose nothing are left out.
    """
    return last_first(
        TextEdit(p.span.block, p.span.start, p.span.end, p.new) for p in chosen if p.new is not None
    )


def rolled(details: Details, year: int) -> Details:
    """Return the details of the renewed text: its years moved, its dates open again."""
    given = details.field("年份") or details.field("年度")
    shift = year - int(given) if given.isdecimal() else 0
    for name, value in details.fields:
        if name in _YEARS and value.isdecimal():
            details = details.with_field(name, str(int(value) + shift))
        elif _DATE.fullmatch(value):
            details = details.with_field(name, "")
    return details
