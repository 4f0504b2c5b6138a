"""How far two sequences agree from their beginning, and at both ends."""

from __future__ import annotations

from collections.abc import Sequence


def common_head(one: Sequence[object], other: Sequence[object]) -> int:
    """Return the length of the common beginning."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))


def common_ends(one: Sequence[object], other: Sequence[object]) -> tuple[int, int]:
    """Return the lengths of the common beginning and of the common end behind it."""
    head = common_head(one, other)
    return head, common_head(one[head:][::-1], other[head:][::-1])
