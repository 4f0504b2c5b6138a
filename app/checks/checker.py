"""Runs the rules over a document and remembers what unchanged paragraphs gave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import compress
from typing import TYPE_CHECKING, Any

from app.checks.check import FactsFunction, Finding, Paragraph, Reading, Rule, Spot, finding, keys
from app.checks.dates import dated
from app.checks.registry import Literals, rules
from app.document.model import Block, Document, Role, Span

if TYPE_CHECKING:
    from app.kinds import Kind

_MOST_KEPT = 50_000


@dataclass(slots=True)
class _Found:
    """What the block rules and the facts functions gave for one paragraph."""

    text: str
    role: Role
    typing: tuple[tuple[Rule, Spot], ...] = ()
    idle: tuple[tuple[Rule, Spot], ...] | None = None
    facts: dict[str, Any] = field(default_factory=dict[str, Any])


class Checker:
    """The rules that are on, with their options, and what they found so far.

    `failures` maps a rule that raised to what it raised; such a rule stays off.
    """

    def __init__(
        self,
        chosen: Iterable[Rule] | None = None,
        *,
        on: Mapping[str, bool] | None = None,
        options: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        """Take all rules or those `chosen`; `on` switches by id what differs from the default."""
        switched = on or {}
        self._options = {name: dict(given) for name, given in (options or {}).items()}
        taken = tuple(rules() if chosen is None else chosen)
        self.rules = tuple([r for r in taken if switched.get(r.id, r.default)])
        self.failures: dict[str, str] = {}
        self._block_rules = [r for r in self.rules if r.scope == "block"]
        self._document_rules = [r for r in self.rules if r.scope == "document"]
        self._sources = _facts_functions(self._document_rules)
        self._literals = {
            idle: Literals(_triggers(self._block_rules, self._document_rules, idle=idle))
            for idle in (False, True)
        }
        self._known: dict[tuple[str, Role], _Found] = {}
        self._context: tuple[dt.date, str | None, bool] | None = None
        self._blocks: tuple[Block, ...] = ()
        self._found: list[_Found] = []
        # The findings of the block rules, None where they are to be made anew.
        self._made: list[tuple[Finding, ...] | None] = []
        # What each document rule gave last: its spots and the findings made of them.
        self._last: dict[str, tuple[list[Spot], list[Finding]]] = {}
        self._waiting: list[tuple[Block, Rule, Spot]] = []

    def run(
        self,
        document: Document,
        *,
        kind: Kind | None = None,
        date: dt.date | None = None,
        idle: bool = True,
    ) -> tuple[Finding, ...]:
        """Return the findings in order of place; those put aside in the details are left out.

        Without `idle` only the rules that run while typing run; what the others found last stays
        where its paragraph is unchanged. Without `date` the document's own decides.
        """
        day, sure = (date, True) if date is not None else dated(document)
        self._remember((day, kind.id if kind else None, sure))
        change = self._read(document.blocks, idle=idle)
        reading = Reading(document, day, sure, kind)
        made = [found for findings in self._block_findings() for found in findings]
        for r in self._whole(reading, idle=False, change=None if idle else change):
            made.extend(self._last[r.id][1])
        if idle:
            late = self._whole(reading, idle=True, change=None)
            given = [(r, spot) for r in late for spot in self._last[r.id][0]]
            self._waiting = [(document.blocks[spot.block], r, spot) for r, spot in given]
        else:
            self._waiting = list(self._still_waiting(document.blocks, change))
        made.extend([finding(r, spot) for _, r, spot in self._waiting])
        if self.failures:
            made = [found for found in made if found.check not in self.failures]
        return tuple(sorted(_kept(self._yielded(made), document), key=_place))

    def _block_findings(self) -> Iterable[tuple[Finding, ...]]:
        """Yield the findings of the block rules, making those that are not made yet."""
        for block, made in enumerate(self._made):
            if made is None:
                found = self._found[block]
                spots = (*found.typing, *(found.idle or ()))
                made = tuple([finding(r, spot.at(block)) for r, spot in spots])  # noqa: PLW2901
                self._made[block] = made
            if made:
                yield made

    def _yielded(self, made: list[Finding]) -> list[Finding]:
        """Return the findings without those that yield to another of the same place."""
        giving = {r.id: r.yields_to for r in self.rules if r.yields_to}
        stronger = frozenset[str]().union(*giving.values())
        others: dict[int, list[Finding]] = {}
        for found in made:
            if found.check in stronger:
                others.setdefault(found.span.block, []).append(found)
        return [
            found
            for found in made
            if found.check not in giving
            or not any(
                other.check in giving[found.check] and _overlap(found.span, other.span)
                for other in others.get(found.span.block, ())
            )
        ]

    def _remember(self, context: tuple[dt.date, str | None, bool]) -> None:
        """Forget everything when what decides over the paragraphs has changed."""
        if context != self._context or len(self._known) > _MOST_KEPT:
            self._known.clear()
            self._blocks, self._found, self._made = (), [], []
            self._last.clear()
            self._context = context

    def _read(self, blocks: tuple[Block, ...], *, idle: bool) -> _Change:
        """Bring what is known of each block up to date, looking only at what has changed."""
        head, tail = _unchanged(self._blocks, blocks)
        middle = [self._paragraph(block) for block in blocks[head : len(blocks) - tail]]
        end = len(self._found) - tail
        change = _Change(head, tuple(self._found[head:end]), tuple(middle))
        self._found[head:end] = middle
        behind = self._made[end:]
        if change.delta:
            behind = [None if made else made for made in behind]
        self._made[head:] = [*[None] * len(middle), *behind]
        self._blocks = blocks
        if idle:
            for block, found in enumerate(self._found):
                if found.idle is None:
                    self._complete(found)
                    self._made[block] = None
        return change

    def _paragraph(self, block: Block) -> _Found:
        key = (block.text, block.role)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = _Found(*key)
            if found.text:
                self._apply(found, idle=False)
        return found

    def _complete(self, found: _Found) -> None:
        found.idle = ()
        if found.text:
            self._apply(found, idle=True)

    def _apply(self, found: _Found, *, idle: bool) -> None:
        """Run the block rules and the facts functions of one sort over a paragraph."""
        hits = self._literals[idle].hits(found.text)
        day, kind, _ = self._context or (dt.date.min, None, False)
        paragraph = Paragraph(found.text, found.role, [], day, kind)
        spots: list[tuple[Rule, Spot]] = []
        for r in self._block_rules:
            if r.idle == idle and (not r.triggers or r.id in hits):
                paragraph.hits = hits.get(r.id, [])
                spots.extend([(r, spot) for spot in self._spots(r, paragraph)])
        if idle:
            found.idle = tuple(spots)
        else:
            found.typing = tuple(spots)
        for source in self._sources:
            if source.idle == idle and (not source.triggers or source.name in hits):
                paragraph.hits = hits.get(source.name, [])
                found.facts[source.name] = self._fact(source, paragraph)

    def _fact(self, source: _Source, paragraph: Paragraph) -> Any:
        try:
            return source.function(paragraph)
        except Exception as error:  # noqa: BLE001  a faulty rule must not take the others along
            for r in source.rules:
                self.failures[r.id] = f"{type(error).__name__}: {error}"
            return None

    def _whole(self, reading: Reading, *, idle: bool, change: _Change | None) -> list[Rule]:
        """Run the document rules of one sort; with a `change` those whose facts it touches."""
        names = {id(r): source.name for source in self._sources for r in source.rules}
        gathered: dict[str, list[Any]] = {}
        chosen = [r for r in self._document_rules if r.idle == idle]
        for r in chosen:
            name = names.get(id(r))
            before = self._last.get(r.id)
            spots = None
            if change is not None and name is not None and before is not None:
                spots = change.carried(name, before[0])
            if spots is None:
                if name is not None and name not in gathered:
                    gathered[name] = [found.facts.get(name) for found in self._found]
                reading.facts = gathered.get(name or "", [])
                spots = self._spots(r, reading)
            if before is None or spots is not before[0]:
                self._last[r.id] = spots, [finding(r, spot) for spot in spots]
        return chosen

    def _spots(self, r: Rule, read: Paragraph | Reading) -> list[Spot]:
        """Return what a rule yields; one that raises is switched off and remembered."""
        if r.id in self.failures:
            return []
        try:
            return list(r.function(read, **self._options.get(r.id, {})))
        except Exception as error:  # noqa: BLE001  a faulty rule must not take the others along
            self.failures[r.id] = f"{type(error).__name__}: {error}"
            return []

    def _still_waiting(
        self, blocks: tuple[Block, ...], change: _Change
    ) -> Iterable[tuple[Block, Rule, Spot]]:
        """Yield what idle document rules found last in paragraphs that stand unchanged."""
        for block, r, spot in self._waiting:
            moved = change.moved(spot)
            if moved is not None and moved.block < len(blocks) and blocks[moved.block] is block:
                yield block, r, moved


@dataclass(frozen=True, slots=True)
class _Change:
    """What took the place of what, from block `head` on."""

    head: int
    gone: tuple[_Found, ...]
    come: tuple[_Found, ...]

    @property
    def delta(self) -> int:
        """How many blocks further on those behind the change stand now."""
        return len(self.come) - len(self.gone)

    def carried(self, name: str, spots: list[Spot]) -> list[Spot] | None:
        """Return what a rule found before, moved; None where the change touches its facts."""
        before = [found.facts.get(name) for found in self.gone]
        after = [found.facts.get(name) for found in self.come]
        if self.delta and any(fact is not None for fact in (*before, *after)):
            return None
        if not self.delta:
            return spots if before == after else None
        moved = [self.moved(spot) for spot in spots]
        return None if None in moved else [spot for spot in moved if spot is not None]

    def moved(self, spot: Spot) -> Spot | None:
        """Return a spot where it stands now; None where its mend stands on both sides."""
        if not self.delta or spot.block < self.head:
            return None if self.delta and spot.edits else spot
        if spot.edits or spot.block < self.head + len(self.gone):
            return None
        return replace(spot, block=spot.block + self.delta)


@dataclass(slots=True)
class _Source:
    """A facts function with the rules that use it and the union of their triggers."""

    name: str
    function: FactsFunction
    rules: list[Rule]
    triggers: set[str]
    idle: bool


def check(
    document: Document, *, kind: Kind | None = None, date: dt.date | None = None
) -> tuple[Finding, ...]:
    """Return what all default rules find in a document whose roles are known."""
    return Checker().run(document, kind=kind, date=date)


def _facts_functions(document_rules: Iterable[Rule]) -> list[_Source]:
    """Return the facts functions, each once; idle where all rules that use it are."""
    sources: dict[int, _Source] = {}
    for r in document_rules:
        if r.facts is None:
            continue
        name = f"facts of {r.id}"
        source = sources.setdefault(id(r.facts), _Source(name, r.facts, [], set(), idle=True))
        source.rules.append(r)
        source.triggers.update(r.triggers)
        source.idle = source.idle and r.idle
    return list(sources.values())


def _triggers(
    block_rules: Iterable[Rule], document_rules: Iterable[Rule], *, idle: bool
) -> list[tuple[str, Iterable[str]]]:
    given: list[tuple[str, Iterable[str]]] = [
        (r.id, r.triggers) for r in block_rules if r.idle == idle
    ]
    sources = [source for source in _facts_functions(document_rules) if source.idle == idle]
    return given + [(source.name, sorted(source.triggers)) for source in sources]


def _unchanged(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[int, int]:
    """Return how many blocks at the head and at the tail are the very same in both."""
    head = _same(old, new, min(len(old), len(new)))
    most = min(len(old), len(new)) - head
    tail = _same(old[::-1], new[::-1], most)
    return head, tail


def _same(old: tuple[Block, ...], new: tuple[Block, ...], most: int) -> int:
    """Return the length of the common beginning, at most `most`, halving the stretch compared."""
    low, high = 0, most
    if old[:high] == new[:high]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle
    return low


def _kept(made: list[Finding], document: Document) -> Iterable[Finding]:
    ignored = document.details.ignored
    if not ignored:
        return made
    return compress(made, [ignored.isdisjoint(keys(found, document)) for found in made])


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _place(found: Finding) -> tuple[int, int, int, str]:
    return found.span.block, found.span.start, found.span.end, found.check
