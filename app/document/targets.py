"""Wished lengths of sections, kept in the details under the titles, so that they go with a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.document.model import Details
from app.document.outline import Node, walk

MOST = 99_999


def with_target(details: Details, node: Node, length: int) -> Details:
    """Return the details with the wished length of a section set; 0 takes it away."""
    targets = {**dict(details.targets), node.text: min(max(length, 0), MOST)}
    return replace(details, targets=tuple((title, n) for title, n in targets.items() if n))


def retitled(details: Details, names: Mapping[str, str]) -> Details:
    """Return the details with the wished lengths under the new names of changed titles.

    That of a section which is gone stays, for undo to bring it back.
    """
    moved = {names.get(title, title): length for title, length in details.targets}
    return replace(details, targets=tuple(moved.items()))


def changed_titles(before: Sequence[Node], after: Sequence[Node]) -> dict[str, str]:
    """Return the titles that were changed in place, each with what it is now.

    A title is known to have changed where a new one stands in its place among as many others.
    """
    old = [node.text for node in walk(before)]
    new = [node.text for node in walk(after)]
    if old == new or len(old) != len(new):
        return {}
    known, there = set(old), set(new)
    return {
        one: other
        for one, other in zip(old, new, strict=True)
        if one != other and other not in known and one not in there
    }
