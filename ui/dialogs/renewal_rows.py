"""Proposals for an old text as rows of a list, kept true while the text is written on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from app.document.model import HEADINGS, Document, Role, Span
from app.rollover import Proposal

_AROUND = 24
_NAMED = {Role.TITLE: "标题", Role.SUBTITLE: "副标题", Role.DATE_LINE: "题下日期"}
_SAME = 0.6  # share of letters by which a changed paragraph is known again
_REACH = 20  # paragraphs among which it is looked for
_LONGEST = 14  # characters of a heading that tell where a place is


class Sure(StrEnum):
    """How far the program can answer for a proposal; the value is what the user reads."""

    CERTAIN = "有把握"
    DOUBTFUL = "请核对"
    OPEN = "需要您决定"


@dataclass(frozen=True, slots=True)
class Row:
    """A proposal with the words around it and the place in the text where it stands."""

    proposal: Proposal
    before: str
    after: str
    place: str

    @property
    def sure(self) -> Sure:
        """How far the program answers for it."""
        if self.proposal.new is None:
            return Sure.OPEN
        return Sure.CERTAIN if self.proposal.certain else Sure.DOUBTFUL

    @property
    def change(self) -> str:
        """What is changed into what, for screen readers and tips."""
        new = self.proposal.new
        return f"{self.proposal.old} → {'？' if new is None else new or '（删去）'}"

    def worded(self, text: str) -> Row:
        """Return the row with the writer's own words as the new ones."""
        return replace(self, proposal=replace(self.proposal, new=text))


def rows(document: Document, found: Iterable[Proposal]) -> tuple[Row, ...]:
    """Return one row for each proposal."""
    starts, labels = _headings(document)
    made: list[Row] = []
    for one in found:
        block = document.blocks[one.span.block]
        above = bisect_right(starts, one.span.block) - 1
        place = _NAMED.get(block.role) or (labels[above] if above >= 0 else "开头")
        before = block.text[max(one.span.start - _AROUND, 0) : one.span.start]
        after = block.text[one.span.end : one.span.end + _AROUND]
        made.append(Row(one, before.replace("\n", " "), after.replace("\n", " "), place))
    return tuple(made)


def moved(
    found: Sequence[Proposal], before: Document, after: Document
) -> tuple[Proposal | None, ...]:
    """Return where each proposal stands after the text has changed; None where its words went."""
    old, new = before.texts, after.texts
    blocks = _kept(old, new)
    letters: dict[int, dict[int, int]] = {}
    made: list[Proposal | None] = []
    for one in found:
        span = one.span
        block = blocks.get(span.block)
        if block is None:
            made.append(None)
            continue
        if old[span.block] == new[block]:
            made.append(replace(one, span=Span(block, span.start, span.end)))
            continue
        if span.block not in letters:
            letters[span.block] = _kept(old[span.block], new[block])
        start = letters[span.block].get(span.start, -1)
        end = start + len(one.old)
        whole = start >= 0 and new[block][start:end] == one.old
        made.append(replace(one, span=Span(block, start, end)) if whole else None)
    return tuple(made)


def _kept(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return where the parts of a sequence are found again in a changed one.

    `old` is a tuple of paragraphs, of which a changed one is found too, or the text of one.
    """
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    found = {n: n for n in range(head)}
    found |= {len(old) - n: len(new) - n for n in range(1, tail + 1)}
    middle, other = old[head : len(old) - tail], new[head : len(new) - tail]
    matcher = SequenceMatcher(None, middle, other, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found |= {head + a + n: head + c + n for n in range(b - a)}
        elif tag == "replace" and isinstance(old, tuple):
            pairs = _alike(middle[a:b], other[c:d])
            found |= {head + a + one: head + c + two for one, two in pairs}
    return found


def _alike(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of changed paragraphs that are still mostly the same, in their order."""
    at = 0
    for number, text in enumerate(old):
        for other in range(at, min(at + _REACH, len(new))):
            if SequenceMatcher(None, text, new[other], autojunk=False).ratio() > _SAME:
                yield number, other
                at = other + 1
                break


def _headings(document: Document) -> tuple[list[int], list[str]]:
    found = [
        (number, block.text.split("。")[0].strip())
        for number, block in enumerate(document.blocks)
        if block.role in HEADINGS or block.role in (Role.PART, Role.ITEM)
    ]
    labels = [text[:_LONGEST] + ("…" if len(text) > _LONGEST else "") for _, text in found]
    return [number for number, _ in found], labels
