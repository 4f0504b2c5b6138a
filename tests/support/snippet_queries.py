"""The table of queries with the entry each should find, and how well the library does on it."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.snippets import shipped

_TABLE = Path(__file__).resolve().parents[1] / "golden" / "snippets" / "queries.tsv"


@dataclass(frozen=True)
class Query:
    """One row: what is typed, in which way, and the title of the entry meant."""

    sort: str
    query: str
    expected: str


with _TABLE.open(encoding="utf-8", newline="") as _file:
    QUERIES = tuple(Query(**row) for row in csv.DictReader(_file, delimiter="\t"))


def ranks() -> dict[Query, int]:
    """Return the rank of the expected entry for each query, 1 the best, 0 where it is not found."""
    library = shipped()
    found: dict[Query, int] = {}
    for row in QUERIES:
        titles = [snippet.title for snippet in library.search(row.query)]
        found[row] = titles.index(row.expected) + 1 if row.expected in titles else 0
    return found


def mean_rank(found: dict[Query, int]) -> float:
    """Return the mean rank of what was found."""
    some = [rank for rank in found.values() if rank]
    return sum(some) / len(some)


def mean_reciprocal_rank(found: dict[Query, int], sorts: Iterable[str] = ()) -> float:
    """Return the mean of 1/rank over the queries of some sorts, all for none; 0 where not found."""
    wanted = set(sorts)
    some = [rank for row, rank in found.items() if not wanted or row.sort in wanted]
    return sum(1 / rank for rank in some if rank) / len(some)
