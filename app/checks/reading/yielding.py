"""Findings of a paragraph that are left out because another tells the same of the same place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise

from app.checks.check import Finding, Severity
from app.document.edits import TextEdit
from app.document.model import Span

_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


def weaker_of(held: Sequence[Finding], giving: Mapping[str, frozenset[str]]) -> list[Finding]:
    """Return those findings of one paragraph that yield to another of the same place."""
    by_check: dict[str, list[Span]] = {}
    for found in held:
        by_check.setdefault(found.check, []).append(found.span)
    stronger = {check: giving[check] & by_check.keys() for check in by_check if check in giving}
    places = {
        check: _Places(by_check[check]) for check in frozenset[str]().union(*stronger.values())
    }
    return [
        found
        for found in held
        if any(places[check].meet(found.span) for check in stronger.get(found.check, ()))
    ]


def told_twice(held: Sequence[Finding], text: str) -> list[Finding]:
    """Return those findings of a paragraph whose mend gives what that of another there gives.

    The graver of them is told; of two that are as grave the one that comes first.
    """
    told: dict[str, list[Finding]] = {}
    twice: list[Finding] = []
    for found in sorted(_meeting(held), key=lambda one: _RANKS[one.severity]):
        mended = _mended(found, text)
        if mended is not None:
            alike = told.setdefault(mended, [])
            if any(_overlap(found.span, other.span) for other in alike):
                twice.append(found)
            alike.append(found)
    return twice


def _meeting(held: Sequence[Finding]) -> list[Finding]:
    """Return the findings that may meet others, in the order in which they were given."""
    spans = sorted([(found.span.start, found.span.end) for found in held])
    ends = [*accumulate([end for _, end in spans], max)]
    met = [at for at, ((_, _), (start, _)) in enumerate(pairwise(spans)) if start < ends[at]]
    near = {spans[at] for at in met} | {spans[at + 1] for at in met}
    return [found for found in held if (found.span.start, found.span.end) in near]


class _Places:
    """Stretches of one paragraph, asked whether another meets any of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Take the stretches."""
        ordered = sorted([(span.start, span.end) for span in spans])
        self._starts = [start for start, _ in ordered]
        self._ends = [*accumulate([end for _, end in ordered], max)]

    def meet(self, span: Span) -> bool:
        """Whether a stretch meets one of them."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._ends[before - 1] > span.start


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
