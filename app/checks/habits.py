"""What a text writes one way throughout: told once, not at each of its places as a slip is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.checks.check import Paragraph, Reading, Severity, Spot
from app.document.model import Block

_MANY = 4


@dataclass(frozen=True, slots=True)
class Habit:
    """How a rule tells of a text that does throughout what the rule finds fault with.

    `kept` finds the same thing written as it should be; without it, it is what the mend puts in,
    each for itself. `least` places make a habit. `severity` is that of the first place (None: the
    rule's own); the others are hints, whose mends stay, so that all can be mended at once. `mixed`
    tells once of what a text writes both ways too.
    """

    kept: re.Pattern[str] | None = None
    severity: Severity | None = None
    least: int = _MANY
    mixed: bool = False

    def facts(
        self, function: Callable[[Paragraph], Iterator[Spot]]
    ) -> Callable[[Paragraph], tuple[Spot, ...] | None]:
        """Return the facts function of a rule that reads paragraphs: what it finds in one."""

        def found(paragraph: Paragraph) -> tuple[Spot, ...] | None:
            return tuple(function(paragraph)) or None

        return found

    def told(self, reading: Reading) -> Iterator[Spot]:
        """Yield what the paragraphs gave, as a habit where it is one."""
        spots = [spot.at(block) for block, given in reading.present() for spot in given]
        usual: set[str | None] = set()
        if len(spots) >= self.least:
            usual = self._usual(spots, reading.document.blocks)
        alike = [spot for spot in spots if spot.fix in usual]
        if len(alike) < self.least:
            yield from spots
        else:
            yield from [spot for spot in spots if spot.fix not in usual]
            yield from once(alike, self.severity)

    def _usual(self, spots: Sequence[Spot], blocks: Sequence[Block]) -> set[str | None]:
        """Return the mends of what is written wrong more than twice as often as right."""
        groups = Counter(spot.fix for spot in spots)
        if self.mixed:
            return set(groups)
        if self.kept is not None:
            kept = self.kept
            counts = (sum(1 for _ in kept.finditer(block.text)) for block in blocks)
            return set(groups) if _rarer(counts, len(spots)) else set()
        return {
            fix
            for fix, many in groups.items()
            if fix and _rarer((block.text.count(fix) for block in blocks), many)
        }


def once(spots: Sequence[Spot], severity: Severity | None = None) -> Iterator[Spot]:
    """Yield spots of one kind: the first tells how many they are, if more than it, others hint."""
    for number, spot in enumerate(spots):
        if number:
            yield replace(spot, message=f"{spot.message}（全文如此）", severity=Severity.HINT)
        else:
            mends = "，可以同类全部改正" if spot.fix is not None or spot.edits else ""
            said = f"。全文共{len(spots)}处{mends}" if len(spots) > 1 else ""
            yield replace(spot, message=spot.message + said, severity=severity or spot.severity)


def many(spots: Sequence[Spot]) -> Iterator[Spot]:
    """Yield spots of one kind: told once where they are many, each where they are few."""
    return once(spots) if len(spots) >= _MANY else iter(spots)


def _rarer(counts: Iterable[int], many: int) -> bool:
    """Whether counts come to less than half of many; they are read no further than needed."""
    total = 0
    for count in counts:
        total += count
        if 2 * total >= many:
            return False
    return True
