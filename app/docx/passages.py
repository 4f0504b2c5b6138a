"""What a reader of foreign text gives: paragraphs with their looks, and tables of plain cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from app.document.model import Run, normal

MANY = 100_000  # paragraphs or tags of an embedded document that are read


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: its runs, its outline level from 0, its alignment as Word names it or ""."""

    runs: tuple[Run, ...]
    outline: int | None = None
    align: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the text of each cell, row by row; at least one row."""

    rows: tuple[tuple[str, ...], ...]

    @property
    def even(self) -> tuple[tuple[str, ...], ...]:
        """The rows, short ones filled up with empty cells to the length of the longest."""
        wide = max([len(row) for row in self.rows])
        return tuple([(*row, *[""] * (wide - len(row))) for row in self.rows])


Passages: TypeAlias = Sequence[Passage | Grid]


def trimmed(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs without blanks and line breaks around their text, spaces of one em left."""
    found = [run for run in normal(runs) if run.text]
    while found and not found[0].text.lstrip(" \n"):
        del found[0]
    while found and not found[-1].text.rstrip(" \n"):
        del found[-1]
    if found:
        found[0] = found[0].like(found[0].text.lstrip(" \n"))
        found[-1] = found[-1].like(found[-1].text.rstrip(" \n"))
    return tuple(found)
