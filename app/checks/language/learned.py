"""What linear models have learned of signs: by how much each speaks for one reading of a place.

The tables are made by tools/learn.py and described in resources/lexicons/README.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from app.lexicons import rows

BIAS = ""  # its row of a table has what a place weighs before anything is seen of it
SCALE = 100  # weights are kept as hundredths of a natural logarithm


def weight(table: str, signs: Sequence[str]) -> int:
    """Return by how much signs raise the logarithm of the odds for what the table tells."""
    known = weights_of(table)
    return sum([known[sign] for sign in signs if sign in known])


def step(asked: int | None) -> str:
    """Return what is seen of how much less a word costs beside another, None where never met."""
    return "" if asked is None else f"{min(max(asked // 15, -1), 6)}"


@lru_cache(maxsize=8)
def weights_of(table: str) -> dict[str, int]:
    """Return what each sign of a table weighs."""
    return {(row[0] if len(row) > 1 else BIAS): int(row[-1]) for row in rows(table)}
