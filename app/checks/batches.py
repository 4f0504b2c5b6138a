"""The rules of one sort, those that run while typing or those that wait, read some paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from app.checks.check import FactsFunction, Hit, Paragraph, Rule, Spot
from app.checks.registry import Literals
from app.checks.words import AT_ONCE
from app.document.model import Role

Given: TypeAlias = tuple[Rule, Spot]
_Calls: TypeAlias = Iterable[tuple[int, list[Hit]]]  # paragraph, where the literals stand in it


@dataclass(slots=True)
class Source:
    """A facts function with the rules that use it and the union of their triggers."""

    name: str
    function: FactsFunction
    rules: list[Rule]
    triggers: set[str]
    idle: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What one paragraph gave: the spots of the block rules, and facts by their source."""

    spots: list[Given] = field(default_factory=list[Given])
    facts: dict[str, Any] = field(default_factory=dict[str, Any])


class Sort:
    """The block rules and facts functions of one sort, with the automaton of their literals."""

    def __init__(
        self,
        rules: Iterable[Rule],
        sources: Iterable[Source],
        options: Mapping[str, Mapping[str, Any]],
        failures: dict[str, str],
    ) -> None:
        """`failures` is filled with the rules that raise and what they raised."""
        self.rules = tuple(rules)
        self.sources = tuple(sources)
        self._options = options
        self._failures = failures
        triggers: list[tuple[str, Iterable[str]]] = [(r.id, r.triggers) for r in self.rules]
        triggers += [(source.name, sorted(source.triggers)) for source in self.sources]
        self._literals = Literals(triggers)
        self._noisy = frozenset(r.id for r in self.rules if r.noise)

    def read(self, paragraphs: Sequence[Paragraph]) -> Iterator[Result]:
        """Yield what each paragraph gives; noise is read only by rules that ask for it.

        Rule after rule reads some paragraphs at once: what a rule needs stays near the processor,
        and all take three quarters of the time that they take paragraph after paragraph.
        """
        for at in range(0, len(paragraphs), AT_ONCE):
            yield from self._batch(paragraphs[at : at + AT_ONCE])

    def _batch(self, paragraphs: Sequence[Paragraph]) -> list[Result]:
        results = [Result() for _ in paragraphs]
        every: list[tuple[int, list[Hit]]] = [(n, []) for n in range(len(paragraphs))]
        called: dict[str, list[tuple[int, list[Hit]]]] = {}
        clean = [(n, hits) for n, hits in every if paragraphs[n].role is not Role.NOISE]
        for n, paragraph in enumerate(paragraphs):
            for owner, hits in self._literals.hits(paragraph.text).items():
                if paragraph.role is not Role.NOISE or owner in self._noisy:
                    called.setdefault(owner, []).append((n, hits))
        for r in self.rules:
            if r.id not in self._failures:
                own = every if r.noise else clean
                self._run(r, called.get(r.id, ()) if r.triggers else own, paragraphs, results)
        for source in self.sources:
            calls = called.get(source.name, ()) if source.triggers else clean
            self._note(source, calls, paragraphs, results)
        return results

    def _run(
        self, r: Rule, calls: _Calls, paragraphs: Sequence[Paragraph], results: Sequence[Result]
    ) -> None:
        """Note what a rule yields; one that raises is remembered and off from then on."""
        options = self._options.get(r.id, {})
        try:
            for n, hits in calls:
                paragraphs[n].hits = hits
                results[n].spots.extend(
                    [(r, spot) for spot in r.function(paragraphs[n], **options)]
                )
        except Exception as error:  # noqa: BLE001  a faulty rule must not take the others along
            self._failures[r.id] = f"{type(error).__name__}: {error}"

    def _note(
        self,
        source: Source,
        calls: _Calls,
        paragraphs: Sequence[Paragraph],
        results: Sequence[Result],
    ) -> None:
        """Note what a facts function returns; one that raises takes the rules that use it along."""
        try:
            for n, hits in calls:
                paragraphs[n].hits = hits
                fact = source.function(paragraphs[n])
                if fact is not None:
                    results[n].facts[source.name] = fact
        except Exception as error:  # noqa: BLE001  a faulty rule must not take the others along
            for r in source.rules:
                self._failures[r.id] = f"{type(error).__name__}: {error}"


def sources_of(document_rules: Iterable[Rule]) -> tuple[Source, ...]:
    """Return the facts functions, each once; idle where all rules that use it are."""
    sources: dict[int, Source] = {}
    for r in document_rules:
        if r.facts is None:
            continue
        name = f"facts of {r.id}"
        source = sources.setdefault(id(r.facts), Source(name, r.facts, [], set(), idle=True))
        source.rules.append(r)
        source.triggers.update(r.triggers)
        source.idle = source.idle and r.idle
    return tuple(sources.values())
