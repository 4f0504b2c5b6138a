"""Long titles in rows that break at sense and stand in the shape of a trapezium or rhombus."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from app.document.model import Role
from app.docx.layout import Layout
from app.docx.measures import MM, width

# Places where a row may well end: behind marks, before the word that opens a part of the title.
_GOOD = re.compile("(?<=[、，》”）])(?![、，》”）的])|(?=关于|暨|以及)")
_FAIR = re.compile(
    "(?<=[的和与及])"
    "|(?<=年)(?!度|来|级|以)"
    "|(?<=年度)"
    "|(?<!关于)(?<!进一步)(?=印发|转发|批转|开展|进一步|加强|加快|做好|推进|推动|全面|深入|贯彻|落实|"
    "实施|建立|完善|规范|切实|严格|认真|组织|召开|举办|情况|工作|活动|指导意见|管理办法|若干)"
)
# Where none may end: inside brackets, numbers and Latin words, before marks and particles.
_NEVER = re.compile("^[的和与及之等、，。：；》”）〕]|^[0-9A-Za-z%．.]")
_LATIN = re.compile("[0-9A-Za-z]$")
_OPENS, _CLOSES = "《“（〔", "》”）〕"
_BAD = 12.0  # what a row that ends inside a word costs, in characters of imbalance


def breaks(title: str, most: float) -> tuple[int, ...]:
    """Return the places at which a title of more than `most` characters goes on in a new row.

    A title that fits, or has rows of its own, gives none.
    """
    wide = width(title)
    if wide <= most or "\n" in title:
        return ()
    count = int(-(-wide // most)) - 1
    costs = _costs(title)
    for number in (count, count + 1):
        best = _best(title, costs, number, most)
        if best:
            return best
    return ()


def title_rows(title: str, layout: Layout) -> tuple[int, ...]:
    """Return the places at which the rows of a title end in a layout, none for one row."""
    look = layout.roles[Role.TITLE]
    return breaks(title, layout.page.type_width * MM / (look.size + layout.grid.spacing))


def _best(title: str, costs: dict[int, float], number: int, most: float) -> tuple[int, ...]:
    found: tuple[float, tuple[int, ...]] | None = None
    if number > 3:  # a title of five rows is none; the program that shows it breaks it
        return ()
    for places in combinations(costs, number):
        rows = [width(title[a:b]) for a, b in pairwise((0, *places, len(title)))]
        if max(rows) > most or min(rows) < 4:
            continue
        cost = sum(costs[place] for place in places) + _shape(rows)
        if found is None or cost < found[0]:
            found = (cost, places)
    return () if found is None else found[1]


def _shape(rows: list[float]) -> float:
    """Return how far rows are from a good shape: a waist is worst, then great difference."""
    cost = (max(rows) - min(rows)) * 0.6
    if any(rows[at] < min(rows[at - 1], rows[at + 1]) for at in range(1, len(rows) - 1)):
        cost += _BAD
    return cost


def _costs(title: str) -> dict[int, float]:
    """Return place → what a break there costs, for every place where one may be."""
    good = {found.start() for found in _GOOD.finditer(title)}
    fair = {found.start() for found in _FAIR.finditer(title)}
    costs: dict[int, float] = {}
    depth = 0
    for at, character in enumerate(title):
        if at and not _forbidden(title, at):
            cost = 0.0 if at in good else 3.0 if at in fair else _BAD
            costs[at] = cost + (4.0 if depth else 0.0)
        depth += (character in _OPENS) - (character in _CLOSES)
    return costs


def _forbidden(title: str, at: int) -> bool:
    before, behind = title[:at], title[at:]
    if before[-1] in _OPENS or before.endswith("关于"):
        return True
    if _LATIN.search(before) and behind[0] in "年月日号届次":
        return True
    return bool(_NEVER.match(behind)) and not (
        behind[0].isascii() and behind[0].isalnum() and not _LATIN.search(before)
    )
