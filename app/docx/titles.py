"""Long titles in rows that break at sense and stand in the shape of a trapezium or rhombus."""

from __future__ import annotations

import re
from functools import lru_cache, partial
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
    "|(?<!关于)(?<![0-9—－-])(?=[0-9]{4}年)"
    "|(?<!关于)(?<![〇零一二三四五六七八九至到])(?=[〇零一二三四五六七八九]{4}年)"
    "|(?<!关于)(?<!进一步)(?=印发|转发|批转|开展|进一步|加强|加快|做好|推进|推动|全面|深入|贯彻|落实|"
    "实施|建立|完善|规范|切实|严格|认真|组织|召开|举办|情况|工作|活动|指导意见|管理办法|若干)"
)
# Where none may end: inside brackets, numbers and Latin words, before marks and particles.
_NEVER = re.compile("^[的和与及之等、，。：；》”）〕]|^[0-9A-Za-z%．.]")
_LATIN = re.compile("[0-9A-Za-z]$")
_NUMERALS = "〇零一二三四五六七八九十百"
_OPENS, _CLOSES = "《“（〔", "》”）〕"
_BAD = 12.0  # what a row that ends inside a word costs, in characters of imbalance
_ROW = 6.0  # what a row more than need be costs
_LEAST = 4.0  # characters of a row
_MOST = 5  # breaks of a title; a longer one is broken by the program that shows it
_SEAM = re.compile(r"(?<=[0-9A-Za-z])(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])(?=[0-9A-Za-z])")
_GAP = 0.25  # characters that some programs leave between Chinese and Latin


@lru_cache(maxsize=64)  # the same title is asked about for screen, pages and file
def breaks(title: str, most: float) -> tuple[int, ...]:
    """Return the places at which a title of more than `most` characters goes on in a new row.

    A title that fits, or has rows of its own, gives none.
    """
    wide = _wide(title)
    if wide <= most or "\n" in title:
        return ()
    count = int(-(-wide // most)) - 1
    costs = _costs(title)
    found: list[tuple[float, tuple[int, ...]]] = []
    for number in range(count, min(count + 1, _MOST) + 1):
        best = (_shaped if number < 3 else _even)(title, costs, number, most)
        found += [(cost + _ROW * (number - count), places) for cost, places in best]
    return min(found)[1] if found else ()


def title_rows(title: str, layout: Layout) -> tuple[int, ...]:
    """Return the places at which the rows of a title end in a layout, none for one row."""
    look = layout.roles[Role.TITLE]
    return breaks(title, layout.page.type_width * MM / (look.size + layout.grid.spacing))


def _shaped(
    title: str, costs: dict[int, float], number: int, most: float
) -> list[tuple[float, tuple[int, ...]]]:
    """Return the best of so many breaks with what it costs, nothing where none will do."""
    found: list[tuple[float, tuple[int, ...]]] = []
    for places in combinations(costs, number):
        rows = [_wide(title[a:b]) for a, b in pairwise((0, *places, len(title)))]
        if max(rows) <= most and min(rows) >= _LEAST:
            found.append((sum(costs[place] for place in places) + _shape(rows), places))
    return [min(found)] if found else []


def _even(
    title: str, costs: dict[int, float], number: int, most: float
) -> list[tuple[float, tuple[int, ...]]]:
    """Return the same for many breaks, the rows as even as may be: all cannot be compared."""
    even, row = _wide(title) / (number + 1), partial(_row, title, {}, most)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for stops in (*[tuple(costs)] * number, (len(title),)):
        further: dict[int, tuple[float, tuple[int, ...]]] = {}
        for stop in stops:
            ways = [
                (cost + abs(wide - even) + costs.get(stop, 0.0), (*places, stop))
                for start, (cost, places) in best.items()
                if (wide := row(start, stop))
            ]
            if ways:
                further[stop] = min(ways)
        best = further
    return [(cost, places[:-1]) for cost, places in best.values()]


def _row(
    title: str, known: dict[tuple[int, int], float], most: float, start: int, stop: int
) -> float:
    """Return how wide a row is, 0.0 for one that cannot be."""
    if not 0 < stop - start <= 2 * most:
        return 0.0
    if (start, stop) not in known:
        wide = _wide(title[start:stop])
        known[start, stop] = wide if _LEAST <= wide <= most else 0.0
    return known[start, stop]


def _wide(row: str) -> float:
    """Return the room in characters that a row takes in any program."""
    return width(row) + _GAP * len(_SEAM.findall(row))


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
    if before[-1] in _NUMERALS and behind[0] in f"{_NUMERALS}年月日号届次":
        return True
    return bool(_NEVER.match(behind)) and not (
        behind[0].isascii() and behind[0].isalnum() and not _LATIN.search(before)
    )
