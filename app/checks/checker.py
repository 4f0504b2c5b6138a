"""Runs the rules over a document and remembers what unchanged paragraphs gave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from app.checks.aside import kept
from app.checks.check import Finding, Reading, Rule, Spot, finding
from app.checks.dates import NAMED, OPENING, TODAY, Dating, dating, decided, telling
from app.checks.reading.batches import sources_of
from app.checks.reading.paragraphs import PLACE, Change, Paragraphs
from app.checks.reading.unbroken import Joiner, Unbroken
from app.checks.reading.yielding import weaker_of
from app.checks.registry import rules
from app.document.model import Block, Document
from app.turns import step

if TYPE_CHECKING:
    from app.kinds import Kind


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
        self._giving = {r.id: r.yields_to for r in self.rules if r.yields_to}
        whole = [r for r in self.rules if r.scope == "document"]
        self._whole_rules = {idle: [r for r in whole if r.idle == idle] for idle in (False, True)}
        sources = sources_of(whole)
        self._names = {r.id: source.name for source in sources for r in source.rules}
        self._paragraphs = Paragraphs(
            [r for r in self.rules if r.scope == "block"],
            sources,
            self._giving,
            self._options,
            self.failures,
        )
        self._joiner = Joiner()
        self._context: tuple[dt.date, str | None, bool] | None = None
        self._dating: Dating | None = None
        self._fields: tuple[tuple[str, str], ...] = ()
        self._blocks: tuple[Block, ...] = ()
        # What each document rule gave last: its spots and the findings made of them.
        self._last: dict[str, tuple[list[Spot], list[Finding]]] = {}
        self._waiting: list[Finding] = []  # of the document rules that wait for a pause
        # What was read last, and the document rules that read it, not what it was before.
        self._read: tuple[Document | None, Kind | None] = None, None
        self._readers: set[str] = set()

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
        where its words stand unchanged. Without `date` the document's own decides. Paragraphs
        broken into lines are read as one.
        """
        unbroken = self._joiner.read(document, anew=idle)
        made = self._run(unbroken, kind, date, idle=idle)
        if unbroken.document is not document:
            made = self._joiner.placed(unbroken, made)
        return tuple(kept(made, document))

    def _run(
        self, unbroken: Unbroken, kind: Kind | None, date: dt.date | None, *, idle: bool
    ) -> list[Finding]:
        """Return what is found in a document whose paragraphs are whole."""
        document, (head, tail) = unbroken.document, unbroken.same
        before, judged = self._dating, self._judged(document, head, tail, date)
        teller = judged.own[1] if date is None else ""
        told = teller not in (TODAY, NAMED)  # by more than a year that the text names
        if (context := (judged.day, kind.id if kind else None, told)) != self._context:
            self._forget(context)
            head = tail = 0
        self._blocks = document.blocks
        change = self._paragraphs.read(document.blocks, head, tail, idle=idle)
        reading = Reading(document, judged, teller != TODAY, kind)
        # A title that says otherwise of what the paper is of touches the facts of none.
        carried = None if idle or judged != before else change
        self._read_whole(reading, idle=False, change=carried)
        if idle:
            self._read_whole(reading, idle=True, change=None)
            late = [one for r in self._whole_rules[True] for one in self._last[r.id][1]]
            self._waiting = sorted(late, key=PLACE)
        else:
            low, high, edited = change.followed(self._waiting)
            self._waiting[low:high] = edited
        whole = [one for r in self._whole_rules[False] for one in self._last[r.id][1]]
        made = self._together([*whole, *self._waiting])
        if self.failures:
            made = [found for found in made if found.check not in self.failures]
        return made

    def _judged(self, document: Document, head: int, tail: int, date: dt.date | None) -> Dating:
        """Return by which day the document is judged, read anew where the change can tell."""
        old, new = self._blocks, document.blocks
        fields, known = document.details.fields, self._dating
        if (
            head < OPENING
            or fields != self._fields
            or telling(old[head : len(old) - tail])
            or telling(new[head : len(new) - tail])
        ):
            known = None
        own = known.own if known else decided(document)
        day = own[0] if date is None else date
        if known is None or known.day != day:
            known = dating(document, day, own)
        self._dating, self._fields = known, fields
        return known

    def _forget(self, context: tuple[dt.date, str | None, bool]) -> None:
        """Forget everything: what decides over the paragraphs has changed."""
        self._context = context
        day, kind, sure = context
        self._paragraphs.forget(day, kind, dated=sure)
        self._blocks = ()
        self._last.clear()
        self._waiting = []
        self._readers.clear()

    def _read_whole(self, reading: Reading, *, idle: bool, change: Change | None) -> None:
        """Run the document rules of one sort; with a `change` those whose facts it touches.

        Those that have read this very document are left alone.
        """
        if self._read[0] is not reading.document or self._read[1] is not reading.kind:
            self._read = reading.document, reading.kind
            self._readers.clear()
        for r in self._whole_rules[idle]:
            if r.id in self._readers:
                continue
            step()
            name = self._names.get(r.id)
            before = self._last.get(r.id)
            spots = None
            if change is not None and name is not None and before is not None:
                spots = change.carried(name, before[0])
            if spots is None:
                reading.facts = self._paragraphs.present(name) if name is not None else ()
                spots = self._spots(r, reading)
                self._readers.add(r.id)
            if before is None or spots is not before[0]:
                blocks = reading.document.blocks
                made = [
                    finding(r, spot, blocks[spot.block].role, blocks[spot.block].text)
                    for spot in spots
                ]
                self._last[r.id] = spots, made

    def _spots(self, r: Rule, reading: Reading) -> list[Spot]:
        """Return what a rule yields; one that raises is switched off and remembered."""
        if r.id in self.failures:
            return []
        try:
            return list(r.function(reading, **self._options.get(r.id, {})))
        except Exception as error:  # noqa: BLE001  a faulty rule must not take the others along
            self.failures[r.id] = f"{type(error).__name__}: {error}"
            return []

    def _together(self, whole: list[Finding]) -> list[Finding]:
        """Return the findings of block rules and document rules in order of place.

        Those that yield to another of the same place are left out.
        """
        if not whole:
            return self._paragraphs.findings
        made = sorted([*self._paragraphs.findings, *whole], key=PLACE)
        giving = self._giving
        stronger = frozenset[str]().union(*giving.values())
        blocks = {f.span.block for f in whole if f.check in giving or f.check in stronger}
        near: dict[int, list[Finding]] = {block: [] for block in blocks}
        for found in made:
            if found.span.block in near:
                near[found.span.block].append(found)
        weaker = {id(found) for held in near.values() for found in weaker_of(held, giving)}
        return [found for found in made if id(found) not in weaker] if weaker else made


def check(
    document: Document, *, kind: Kind | None = None, date: dt.date | None = None
) -> tuple[Finding, ...]:
    """Return what all default rules find in a document whose roles are known."""
    return Checker().run(document, kind=kind, date=date)
