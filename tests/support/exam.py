"""An exam of recognition: drafts with trees that others wrote, compared node by node."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from trees import read_text, rows, written

from app.document.outline import outline

Row = tuple[int, str, int, str, str]


@dataclass(frozen=True, slots=True)
class Mark:
    """What came of one draft: nodes expected, those found right, those missed, those too many."""

    name: str
    expected: int
    missing: tuple[Row, ...]
    extra: tuple[Row, ...]

    @property
    def right(self) -> int:
        """How many expected nodes were found with block, type, level, number and text right."""
        return self.expected - len(self.missing)


def drafts(folder: Path) -> list[Path]:
    """Return the drafts of a folder that have a tree beside them."""
    return [path for path in sorted(folder.glob("*.txt")) if path.with_suffix(".tree").exists()]


def examine(draft: Path) -> Mark:
    """Return the mark of one draft. Space around numbers and texts does not count."""
    found = [_bare(row) for row in rows(outline(read_text(draft.read_text(encoding="utf-8-sig"))))]
    expected = [
        _bare((int(block), kind, int(level), number, text))
        for block, kind, level, number, text in written(draft.with_suffix(".tree"))
    ]
    missing = Counter(expected) - Counter(found)
    extra = Counter(found) - Counter(expected)
    return Mark(draft.stem, len(expected), tuple(missing.elements()), tuple(extra.elements()))


def _bare(row: Row) -> Row:
    block, kind, level, number, text = row
    return block, kind, level, number.strip(), text.strip()
