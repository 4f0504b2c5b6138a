"""Many mends put together into one change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from app.document.edits import Edit, Splice, TextEdit

_Place: TypeAlias = tuple[int, int, int]  # block, start, end
_WHOLE = 1 << 30  # behind the last character of any block


def together(mends: Iterable[Sequence[Edit]]) -> tuple[list[tuple[Edit, ...]], tuple[Edit, ...]]:
    """Return the mends that can go in at once, and their edits in the order to apply them.

    All speak of the text as it stands. A mend that meets one before it is left out as a whole: it
    is found again afterwards. So is one that does more than change text and take blocks away.
    """
    taken: list[tuple[Edit, ...]] = []
    held: dict[int, list[_Place]] = {}
    for mend in mends:
        places = _places(mend)
        if not places or any(_meet(p, q) for p in places for q in held.get(p[0], ())):
            continue
        taken.append(tuple(mend))
        for place in places:
            held.setdefault(place[0], []).append(place)
    edits = [edit for mend in taken for edit in mend]
    return taken, tuple(sorted(edits, key=_order, reverse=True))


def _places(mend: Sequence[Edit]) -> list[_Place]:
    """Return where a mend changes the text, nothing where it does something else."""
    places: list[_Place] = []
    for edit in mend:
        if isinstance(edit, TextEdit):
            places.append((edit.block, edit.start, edit.end))
        elif isinstance(edit, Splice) and not edit.blocks:
            places += [(block, 0, _WHOLE) for block in range(edit.start, edit.end)]
        else:
            return []
    return places


def _meet(one: _Place, other: _Place) -> bool:
    """Whether two places of a block share a character, or are the same point."""
    return one == other or (one[1] < other[2] and other[1] < one[2])


def _order(edit: Edit) -> tuple[int, int]:
    if isinstance(edit, Splice):
        return edit.start, 0
    return edit.block, edit.start if isinstance(edit, TextEdit) else 0
