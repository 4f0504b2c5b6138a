"""Places that a renewal has left to the writer: kept with the details, found again in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.document.model import Document, Span
from app.kinds.following import Setting, occurrences, setting_of
from app.rollover.proposal import Proposal

Place = tuple[str, str, str, str, str]  # as in Details.undecided


def noted(document: Document, left: Iterable[Proposal]) -> tuple[Place, ...]:
    """Return what to keep of proposals that were neither accepted nor refused, as they stand."""
    found: list[Place] = []
    for one in left:
        around = setting_of(document, one.span)
        found.append((one.old, one.reason, around.before, around.after, one.new or ""))
    return tuple(dict.fromkeys(found))


def standing(document: Document) -> Iterator[tuple[Span, str, str]]:
    """Yield the places still undecided, with the reason and the words proposed, "" for none.

    A place is decided once its words, or what stands on both sides of them, are others.
    """
    seen: set[Span] = set()
    for words, reason, before, after, new in document.details.undecided:
        for span in occurrences(document, words):
            if span not in seen and setting_of(document, span).agrees(Setting(before, after)):
                seen.add(span)
                yield span, reason, new
