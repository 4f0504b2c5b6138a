"""Places that a renewal has left to the writer: kept with the details, found again in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.document.model import Document, Span
from app.kinds.following import Setting, occurrences, setting_of
from app.rollover.proposal import Proposal

Place = tuple[str, str, str, str]  # words, reason, what stands before and after


def noted(document: Document, left: Iterable[Proposal]) -> tuple[Place, ...]:
    """Return what to keep of proposals that were neither accepted nor refused, as they stand."""
    found: list[Place] = []
    for one in left:
        around = setting_of(document, one.span)
        said = f"可改为“{one.new}”。{one.reason}" if one.new else one.reason
        found.append((one.old, said, around.before, around.after))
    return tuple(dict.fromkeys(found))


def standing(document: Document) -> Iterator[tuple[Span, str]]:
    """Yield the places still undecided, with the reason for each.

    A place is decided once its words, or what stands on both sides of them, are others.
    """
    seen: set[Span] = set()
    for words, reason, before, after in document.details.undecided:
        for span in occurrences(document, words):
            if span not in seen and setting_of(document, span).agrees(Setting(before, after)):
                seen.add(span)
                yield span, reason
