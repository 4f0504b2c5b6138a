"""Findings of a paragraph that are left out because another tells the same of the same place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.checks.check import Finding, Severity
from app.document.edits import TextEdit
from app.document.model import Span

_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


def weaker_of(held: Sequence[Finding], giving: Mapping[str, frozenset[str]]) -> list[Finding]:
    """Return those findings of one paragraph that yield to another of the same place."""
    by_check: dict[str, list[Finding]] = {}
    for found in held:
        by_check.setdefault(found.check, []).append(found)
    return [
        found
        for found in held
        if any(
            _overlap(found.span, other.span)
            for stronger in giving.get(found.check, frozenset[str]()) & by_check.keys()
            for other in by_check[stronger]
        )
    ]


def told_twice(held: Sequence[Finding], text: str) -> list[Finding]:
    """Return those findings of a paragraph whose mend gives what that of another there gives.

    The graver of them is told; of two that are as grave the one that comes first.
    """
    told: dict[str, list[Finding]] = {}
    twice: list[Finding] = []
    for found in sorted(held, key=lambda one: _RANKS[one.severity]):
        mended = _mended(found, text)
        if mended is not None:
            alike = told.setdefault(mended, [])
            if any(_overlap(found.span, other.span) for other in alike):
                twice.append(found)
            alike.append(found)
    return twice


def _mended(found: Finding, text: str) -> str | None:
    """Return a paragraph as the first mend of a finding leaves it, None where it has none."""
    edits = found.fixes[0].edits if found.fixes else ()
    if not edits:
        return None
    for edit in edits:
        if not isinstance(edit, TextEdit) or edit.block != found.span.block:
            return None
        text = f"{text[: edit.start]}{edit.text}{text[edit.end :]}"
    return text


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
