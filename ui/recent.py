"""How files opened lately are named in lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path


def titles(paths: Sequence[str]) -> tuple[str, ...]:
    """Return the names of files, with their folder where two have the same."""
    known = Counter(Path(path).name for path in paths)
    return tuple(
        one.name if known[one.name] == 1 else f"{one.name}（{one.parent.name}）"
        for one in map(Path, paths)
    )
