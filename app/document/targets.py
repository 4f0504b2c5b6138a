"""Wished lengths of sections, kept in the details under the titles, so that they go with a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.document.model import Details
from app.document.outline import Node, walk

MOST = 99_999


def with_target(details: Details, node: Node, length: int) -> Details:
    """Return the details with the wished length of a section set; 0 takes it away."""
    targets = {**dict(details.targets), node.text: min(max(length, 0), MOST)}
    return replace(details, targets=tuple((title, n) for title, n in targets.items() if n))


def retitled(details: Details, before: Sequence[Node], after: Sequence[Node]) -> Details:
    """Return the details after a text has changed: a wished length follows a changed title.

    A title is known to have changed where it is gone, and one new title stands in its place
    between the same neighbours. That of a section which is gone stays, for undo to bring it back.
    """
    if not details.targets:
        return details
    old = [node.text for node in walk(before)]
    new = [node.text for node in walk(after)]
    if old == new:
        return details
    there = set(new)
    names = dict(_changed(old, new))
    targets = {
        names.get(title, title) if title not in there else title: length
        for title, length in details.targets
    }
    return replace(details, targets=tuple(targets.items()))


def _changed(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    """Return the titles that changed in place, each with what it is now."""
    if len(old) != len(new):
        return []
    known = set(old)
    return [(one, other) for one, other in zip(old, new, strict=True) if one != other not in known]
