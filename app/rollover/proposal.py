"""One proposed change of an old text, and how proposals that touch the same words are settled."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from app.document.model import Span

_STOP = re.compile(r"[。！？；\n]")
_TITLED = re.compile(r"《[^》]*》|〔\d{4}〕")
# Where a sentence looks back, its years and formulations are history and stay.
_BACK = re.compile(r"回顾|当时|曾经|历史上|过去五年|五年来|以来，|取得了?.{0,8}成就|印发的?《")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change to accept or refuse.

    `new` is None where the program cannot tell what should stand there and only points at it.
    `certain` is True where `new` is right beyond reasonable doubt.
    """

    span: Span
    old: str
    new: str | None
    reason: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one block, with what the searches need to know of it."""

    block: int
    text: str
    titled: tuple[tuple[int, int], ...]  # stretches in 《》 and 〔〕, which are names of documents
    stops: tuple[int, ...]  # where sentences end, rising
    heading: bool = False  # the title of the text

    def propose(
        self, start: int, end: int, new: str | None, reason: str, *, certain: bool = False
    ) -> Proposal:
        """Return a proposal for a stretch of the passage; one in a document's name is uncertain."""
        inside = any(a <= start < b for a, b in self.titled)
        if inside and new is not None:
            reason += "；在文件名称里，请核对"
        sure = certain and not inside and new is not None
        return Proposal(Span(self.block, start, end), self.text[start:end], new, reason, sure)

    def in_title(self, at: int) -> bool:
        """Return whether a place stands in the name of a document."""
        return any(a <= at < b for a, b in self.titled)

    def sentence(self, at: int) -> str:
        """Return the sentence in which a place stands."""
        number = bisect_right(self.stops, at)
        start = self.stops[number - 1] if number else 0
        return self.text[start : self.stops[number] if number < len(self.stops) else None]

    def looks_back(self, at: int) -> bool:
        """Return whether the sentence at a place speaks of history."""
        return _BACK.search(self.sentence(at)) is not None


def passage(block: int, text: str, *, heading: bool = False) -> Passage:
    """Return a block's text made ready to search."""
    titled = tuple(match.span() for match in _TITLED.finditer(text))
    stops = tuple(match.end() for match in _STOP.finditer(text))
    return Passage(block, text, titled, stops, heading)


def settled(found: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return the proposals in the order of the text, none overlapping: the first given wins.

    What is right as it stands also keeps others off its words.
    """
    kept: dict[int, list[Proposal]] = {}
    for proposal in found:
        span = proposal.span
        beside = kept.setdefault(span.block, [])
        if not any(span.start < p.span.end and p.span.start < span.end for p in beside):
            beside.append(proposal)
    changing = [p for block in kept.values() for p in block if p.new != p.old]
    return tuple(sorted(changing, key=lambda p: (p.span.block, p.span.start)))
