"""What the block rules and the facts functions gave for each paragraph of a text, remembered."""

from __future__ import annotations

import datetime as dt
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any

from app.checks.check import Finding, Paragraph, Rule, Spot, finding, moved
from app.checks.language.han import foreign
from app.checks.reading.batches import Given, Result, Sort, Source
from app.checks.reading.lent import lent
from app.checks.reading.yielding import told_twice, weaker_of
from app.document.edits import Edit, TextEdit
from app.document.model import Block, Role, Span

_SLACK = 2_000  # paragraphs remembered beyond those of the text: undo brings them back
_CHUNKS = (2048, 128, 8, 1)  # blocks compared at a time, ever fewer where they differ

_BLOCK = attrgetter("span.block")
PLACE = attrgetter("span.block", "span.start", "span.end", "check")


@dataclass(slots=True)
class _Found:
    """What one paragraph gave; `idle` is None until the rules that wait for a pause have run."""

    text: str
    role: Role
    typing: tuple[Given, ...] = ()
    idle: tuple[Given, ...] | None = None
    facts: dict[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class _Placed:
    """The facts of one sort in the order of their blocks: as pairs they would take ten times more.

    Reading it yields the pairs.
    """

    blocks: array[int] = field(default_factory=lambda: array("I"))
    facts: list[Any] = field(default_factory=list[Any])

    def __iter__(self) -> Iterator[tuple[int, Any]]:
        return zip(self.blocks, self.facts, strict=True)

    def replace(self, name: str, start: int, stop: int, found: Iterable[_Found]) -> None:
        """Put the facts of a name in place of those of the blocks from `start` up to `stop`."""
        low = bisect_left(self.blocks, start)
        high = bisect_left(self.blocks, stop, lo=low)
        held = [(block, one.facts) for block, one in enumerate(found, start) if name in one.facts]
        self.blocks[low:high] = array("I", [block for block, _ in held])
        self.facts[low:high] = [facts[name] for _, facts in held]


@dataclass(frozen=True, slots=True)
class Change:
    """What took the place of what, from block `head` on, and what stands `beside` it."""

    head: int
    gone: tuple[_Found, ...]
    come: tuple[_Found, ...]
    beside: tuple[_Found, ...] = ()

    @property
    def delta(self) -> int:
        """How many blocks further on those behind the change stand now."""
        return len(self.come) - len(self.gone)

    def carried(self, name: str, spots: list[Spot]) -> list[Spot] | None:
        """Return what a rule found before, moved; None where the change touches its facts.

        It does too where those beside it have other neighbours now.
        """
        before = [found.facts.get(name) for found in self.gone]
        after = [found.facts.get(name) for found in self.come]
        if not self.delta:
            return spots if before == after else None
        if any(fact is not None for fact in (*before, *after)):
            return None
        if any(name in found.facts for found in self.beside):
            return None
        placed = [self.moved(spot) for spot in spots]
        return None if None in placed else [spot for spot in placed if spot is not None]

    def moved(self, spot: Spot) -> Spot | None:
        """Return a spot where it stands now; None where its mend stands on both sides."""
        if not self.delta or spot.block < self.head:
            return None if self.delta and spot.edits else spot
        if spot.edits or spot.block < self.head + len(self.gone):
            return None
        return replace(spot, block=spot.block + self.delta)

    def followed(self, found: list[Finding]) -> tuple[int, int, list[Finding]]:
        """Move findings made before the change, in order of block, to where their words stand now.

        Those within the change stay in the list: returned are the first of them, the first behind
        them, and what a paragraph that was edited has left of them.
        """
        low = bisect_left(found, self.head, key=_BLOCK)
        high = bisect_left(found, self.head + len(self.gone), lo=low, key=_BLOCK)
        inside: list[Finding] = []
        if len(self.gone) == len(self.come) == 1:
            old, new = self.gone[0].text, self.come[0].text
            inside = [one for f in found[low:high] if (one := shifted(f, old, new)) is not None]
        if self.delta:
            found[high:] = [moved(one, self.delta) for one in found[high:]]
        return low, high, inside


class Paragraphs:
    """The paragraphs of a text as they were last read.

    `findings` are those of the block rules in order of place.
    """

    def __init__(
        self,
        block_rules: Sequence[Rule],
        sources: Sequence[Source],
        giving: Mapping[str, frozenset[str]],
        options: Mapping[str, Mapping[str, Any]],
        failures: dict[str, str],
    ) -> None:
        """`giving` has for some rules those they yield to.

        `failures` is filled with the rules that raise and what they raised.
        """
        self._sorts = {
            idle: Sort(
                [r for r in block_rules if r.idle == idle],
                [source for source in sources if source.idle == idle],
                options,
                failures,
            )
            for idle in (False, True)
        }
        self._giving = giving
        self._known: dict[tuple[str, Role], _Found] = {}
        self._context: tuple[dt.date, str | None, bool] = (dt.date.min, None, False)
        self._found: list[_Found] = []
        self.findings: list[Finding] = []
        self._present: dict[str, _Placed] = {}

    def forget(self, date: dt.date, kind: str | None, *, dated: bool) -> None:
        """Read everything anew from now on, as of a date and for a kind of document."""
        self._context = date, kind, dated
        self._known.clear()
        self._found, self.findings = [], []
        self._present.clear()

    def read(self, blocks: Sequence[Block], head: int, tail: int, *, idle: bool) -> Change:
        """Bring what is known up to date where only blocks between `head` and `tail` are new."""
        come = self._read(blocks[head : len(blocks) - tail])
        end = len(self._found) - tail
        beside = (*self._found[max(head - 1, 0) : head], *self._found[end : end + 1])
        change = Change(head, tuple(self._found[head:end]), tuple(come), beside)
        self._found[head:end] = come
        self._replace_findings(change)
        self._replace_facts(change)
        if idle:
            self._complete()
        if len(self._known) > len(self._found) + _SLACK:
            self._known = {(found.text, found.role): found for found in self._found}
        return change

    def present(self, name: str) -> Iterable[tuple[int, Any]]:
        """Return block and fact wherever the facts function of that name found something."""
        if name not in self._present:
            self._place_facts(name)
        return self._present[name]

    def _place_facts(self, name: str) -> None:
        """Put the facts of all sources of the sort that one of a name is of in order, in one go."""
        sort = next(sort for sort in self._sorts.values() if name in sort.names)
        placed = {other: _Placed() for other in sort.names - self._present.keys()}
        for block, found in enumerate(self._found):
            for other, fact in found.facts.items():
                if other in placed:
                    placed[other].blocks.append(block)
                    placed[other].facts.append(fact)
        self._present |= placed

    def _read(self, blocks: Iterable[Block]) -> list[_Found]:
        """Return what blocks give; the rules that run while typing read those that are new."""
        new: list[_Found] = []
        come: list[_Found] = []
        for block in blocks:
            key = (block.text, block.role)
            found = self._known.get(key)
            if found is None:
                found = self._known[key] = _Found(*key)
                if not found.text or foreign(found.text):
                    found.idle = ()
                else:
                    new.append(found)
            come.append(found)
        for found, result in self._applied(new, idle=False):
            found.typing = tuple(result.spots)
        return come

    def _complete(self) -> None:
        """Run the rules that wait for a pause over the paragraphs that lack them."""
        missing = [(block, found) for block, found in enumerate(self._found) if found.idle is None]
        for found, result in self._applied(
            list({id(f): f for _, f in missing}.values()), idle=True
        ):
            found.idle = tuple(result.spots)
        findings: list[Finding] = []
        at = 0
        for block, found in missing:
            low = bisect_left(self.findings, block, lo=at, key=_BLOCK)
            findings += self.findings[at:low]
            findings += self._findings(found, block)
            at = bisect_left(self.findings, block + 1, lo=low, key=_BLOCK)
        self.findings = findings + self.findings[at:]
        waiting = self._sorts[True].names & self._present.keys()
        for block, found in missing:
            for name in waiting & found.facts.keys():
                self._present[name].replace(name, block, block + 1, [found])

    def _applied(self, wanting: Sequence[_Found], *, idle: bool) -> Iterator[tuple[_Found, Result]]:
        """Yield what the rules of one sort find in each paragraph, with the facts noted."""
        paragraphs = (Paragraph(lent(f.text), f.role, *self._context) for f in wanting)
        for found, result in zip(wanting, self._sorts[idle].read(paragraphs), strict=True):
            found.facts.update(result.facts)
            yield found, result

    def _findings(self, found: _Found, block: int) -> list[Finding]:
        given = (*found.typing, *(found.idle or ()))
        if not given:
            return []
        return self._sorted(
            [finding(r, spot.at(block), found.role, found.text) for r, spot in given], found.text
        )

    def _sorted(self, found: list[Finding], text: str) -> list[Finding]:
        """Return the findings of one paragraph in order of place without those that yield."""
        if len(found) > 1:
            weaker = {id(one) for one in weaker_of(found, self._giving)}
            found = [one for one in found if id(one) not in weaker]
            twice = {id(one) for one in told_twice(found, text)}
            found = [one for one in found if id(one) not in twice]
        return sorted(found, key=PLACE)

    def _replace_findings(self, change: Change) -> None:
        low, high, edited = change.followed(self.findings)
        fresh = [
            one
            for block, come in enumerate(change.come, change.head)
            for one in self._findings(come, block)
        ]
        if edited and change.come[0].idle is None:
            waiting = {r.id for r in self._sorts[True].rules}
            late = [one for one in edited if one.check in waiting]
            fresh = self._sorted([*fresh, *late], change.come[0].text)
        self.findings[low:high] = fresh

    def _replace_facts(self, change: Change) -> None:
        if change.delta:
            self._present.clear()
            return
        touched = {name for found in (*change.gone, *change.come) for name in found.facts}
        stop = change.head + len(change.gone)
        for name in touched & self._present.keys():
            self._present[name].replace(name, change.head, stop, change.come)


def unchanged(old: Sequence[Block], new: Sequence[Block]) -> tuple[int, int]:
    """Return how many blocks at the head and at the tail are the same in both."""
    most = min(len(old), len(new))
    head = 0
    for chunk in _CHUNKS:
        while head + chunk <= most and old[head : head + chunk] == new[head : head + chunk]:
            head += chunk
    most -= head
    tail, a, b = 0, len(old), len(new)
    for chunk in _CHUNKS:
        while tail + chunk <= most and old[a - chunk : a] == new[b - chunk : b]:
            tail, a, b = tail + chunk, a - chunk, b - chunk
    return head, tail


def shifted(found: Finding, old: str, new: str) -> Finding | None:
    """Return a finding of a paragraph where its words stand after an edit; None if it met them."""
    if old == new:
        return found
    span, most = found.span, min(len(old), len(new))
    same = next((at for at in range(most) if old[at] != new[at]), most)
    if span.end < same:
        return found
    rest = next((at for at in range(most - same) if old[-1 - at] != new[-1 - at]), most - same)
    if span.start <= len(old) - rest:
        return None
    step = len(new) - len(old)
    fixes = [(f, _inside(f.edits, span)) for f in found.fixes]
    return replace(
        found,
        span=Span(span.block, span.start + step, span.end + step),
        fixes=tuple(
            [
                replace(
                    f,
                    edits=tuple(
                        [replace(e, start=e.start + step, end=e.end + step) for e in edits]
                    ),
                )
                for f, edits in fixes
                if edits
            ]
        ),
    )


def _inside(edits: Iterable[Edit], span: Span) -> list[TextEdit]:
    """Return edits that change nothing beyond a span; none where one of them does."""
    kept = [
        edit
        for edit in edits
        if isinstance(edit, TextEdit) and edit.block == span.block
        if span.start <= edit.start and edit.end <= span.end
    ]
    return kept if len(kept) == len(tuple(edits)) else []
