"""The rules of one sort, those that run while typing or those that wait, read some paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from app.checks.amounts.quantities import counted
from app.checks.check import FactsFunction, Hit, Paragraph, Rule, Spot
from app.checks.language.segments import segments
from app.checks.language.words import AT_ONCE, cut, parts, pieces
from app.checks.reading.passages import Passage, Seek, Suspect
from app.checks.reading.tight import loosened, tightened
from app.checks.registry import Literals
from app.document.model import Role
from app.document.numbering import Form, leading

_ENOUGH = 60_000  # characters of the paragraphs that are read at once
_PASSAGE = 30_000  # of those in which slips of the pen are looked for at once

Given: TypeAlias = tuple[Rule, Spot]


@dataclass(slots=True)
class Source:
    """A facts function with the rules that use it and the union of their triggers."""

    name: str
    function: FactsFunction
    rules: list[Rule]
    triggers: set[str]
    idle: bool
    seek: Seek | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What one paragraph gave: the spots of the block rules, and facts by their source."""

    spots: list[Given] = field(default_factory=list[Given])
    facts: dict[str, Any] = field(default_factory=dict[str, Any])


# Groups whose rules read marks as they are typed.
_OF_MARKS = frozenset(("标点", "编号", "数字", "标题", "要素"))

# Behind the mark of such a number a sentence begins, for the rules about words.
_OF_WORDS = "词语"
_MARKED = frozenset((Form.CHINESE, Form.CHINESE_BRACKET, Form.ARABIC, Form.ARABIC_BRACKET))

# A paragraph, what it gave so far, the literals in it of the rule that reads it next.
_Read: TypeAlias = tuple[Paragraph, Result, Sequence[Hit]]


class _Readings(NamedTuple):
    """A paragraph as it was typed, with wide marks, and both of them tight; alike ones are one."""

    typed: _Read
    wide: _Read
    tight: _Read
    tight_wide: _Read


# One of those in which something may be wrong, and what.
_Suspected: TypeAlias = tuple[_Read, Sequence[Suspect]]


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
        self.names = frozenset(source.name for source in self.sources)
        self._options = options
        self._failures = failures
        triggers: list[tuple[str, Iterable[str]]] = [(r.id, r.triggers) for r in self.rules]
        triggers += [(source.name, sorted(source.triggers)) for source in self.sources]
        self._literals = Literals(triggers)
        self._seeks: list[tuple[str, Seek, Sequence[Rule]]] = [
            *((r.id, r.seek, (r,)) for r in self.rules if r.seek is not None),
            *((one.name, one.seek, one.rules) for one in self.sources if one.seek is not None),
        ]
        self._noisy = frozenset(r.id for r in self.rules if r.noise)
        self._of_words = frozenset(r.id for r in self.rules if r.group == _OF_WORDS)
        # Which of the readings of a paragraph is that of a rule or source.
        self._read_as = {
            **{r.id: (0 if r.as_typed else 2) + (r.group not in _OF_MARKS) for r in self.rules},
            **{s.name: int(all(r.group not in _OF_MARKS for r in s.rules)) for s in self.sources},
        }

    def read(self, paragraphs: Iterable[Paragraph]) -> Iterator[Result]:
        """Yield what each paragraph gives; noise is read only by rules that ask for it.

        Rule after rule reads some paragraphs at once: what a rule needs stays near the processor,
        and all take six tenths of the time of one paragraph after the other. Those read are let
        go of: what was found on the way holds four kilobytes each. So are their words.
        """
        for some in _gathered(paragraphs):
            yield from self._batch(some)
            for kept in (cut, parts, pieces, segments, counted):
                kept.cache_clear()

    def _batch(self, paragraphs: Sequence[Paragraph]) -> list[Result]:
        """Return what each paragraph gives.

        Rules that are not about marks read half-width ones behind Chinese characters as wide, block
        rules that do not ask for what was typed read it without the spaces beside digits.
        """
        typed: list[_Read] = [(paragraph, Result(), ()) for paragraph in paragraphs]
        readings = [_readings(read) for read in typed]
        called: defaultdict[str, list[_Read]] = defaultdict(list)
        parted = partial(_parted, {})
        for versions in readings:
            self._call(called, versions, parted)
        clean = [versions for versions in readings if versions.typed[0].role is not Role.NOISE]
        sought = self._sought([versions.wide for versions in clean])
        for r in self.rules:
            if r.id in self._failures:
                continue
            if r.seek is not None:
                own = _suspected(sought[r.id])
            elif r.triggers:
                self._run(r, called.pop(r.id, ()))
                continue
            else:
                own = map(itemgetter(self._read_as[r.id]), readings if r.noise else clean)
            self._run(r, map(parted, own) if r.id in self._of_words else own)
        for source in self.sources:
            if source.seek is not None:
                own = _suspected(sought[source.name])
            elif source.triggers:
                own = called.pop(source.name, ())
            else:
                own = map(itemgetter(self._read_as[source.name]), clean)
            self._note(source, own)
        return [result for _, result, _ in typed]

    def _call(
        self,
        called: defaultdict[str, list[_Read]],
        versions: _Readings,
        parted: Callable[[_Read], _Read],
    ) -> None:
        """Note which rules a paragraph has literals of, and where these stand."""
        typed = versions.typed
        noise = typed[0].role is Role.NOISE
        alone = versions.wide is typed and versions.tight is typed
        for read in (typed,) if alone else {id(read): read for read in versions}.values():
            paragraph, result, _ = read
            words, _, _ = parted(read)
            for owner, hits in self._literals.hits(paragraph.text).items():
                if (alone or versions[self._read_as[owner]] is read) and (
                    not noise or owner in self._noisy
                ):
                    seen = words if owner in self._of_words else paragraph
                    called[owner].append((seen, result, hits))

    def _sought(self, read: Sequence[_Read]) -> Mapping[str, Sequence[_Suspected]]:
        """Return by rule or source the paragraphs in which its `seek` finds something, and what.

        All of them look through one passage after the other, then its words are let go of.
        """
        found: defaultdict[str, list[_Suspected]] = defaultdict(list)
        for some in _passages(read):
            passage = Passage([paragraph.text for paragraph, _, _ in some])
            for owner, seek, rules in self._seeks:
                try:
                    for number, suspects in passage.suspected(seek):
                        found[owner].append((some[number], suspects))
                except Exception as error:  # noqa: BLE001  a faulty rule must not take the others along
                    self._fail(rules, error)
            for kept in (parts, segments):
                kept.cache_clear()
        return found

    def _run(self, r: Rule, read: Iterable[_Read]) -> None:
        """Note what a rule yields; one that raises is remembered and off from then on."""
        options = self._options.get(r.id)
        function = partial(r.function, **options) if options else r.function
        try:
            for paragraph, result, hits in read:
                paragraph.hits = hits
                tight = paragraph.tight
                for spot in function(paragraph):
                    result.spots.append((r, spot if tight is None else loosened(spot, tight)))
        except Exception as error:  # noqa: BLE001  a faulty rule must not take the others along
            self._fail([r], error)

    def _note(self, source: Source, read: Iterable[_Read]) -> None:
        """Note what a facts function returns; one that raises takes the rules that use it along.

        Equal facts are kept once: most paragraphs tell little.
        """
        same: dict[Any, Any] = {}
        try:
            for paragraph, result, hits in read:
                paragraph.hits = hits
                fact = source.function(paragraph)
                if fact is not None:
                    result.facts[source.name] = same.setdefault(fact, fact)
        except Exception as error:  # noqa: BLE001  a faulty rule must not take the others along
            self._fail(source.rules, error)

    def _fail(self, rules: Iterable[Rule], error: Exception) -> None:
        """Remember rules as faulty, with what was raised."""
        for r in rules:
            self._failures[r.id] = f"{type(error).__name__}: {error}"


def _readings(read: _Read) -> _Readings:
    """Return a paragraph as the rules read it; those that are alike are one."""
    paragraph, result, hits = read
    wide, tight = _widened(read), tightened(paragraph.text)
    if tight is None:
        return _Readings(read, wide, read, wide)
    close = (replace(paragraph, text=tight.text, tight=tight), result, hits)
    return _Readings(read, wide, close, _widened(close))


def _widened(read: _Read) -> _Read:
    """Return a paragraph with the half-width marks behind Chinese characters made full width."""
    paragraph, result, hits = read
    made = paragraph.wide
    return read if made is paragraph.text else (replace(paragraph, text=made), result, hits)


def _parted(known: dict[int, Paragraph], read: _Read) -> _Read:
    """Return a paragraph with the mark of the number that it opens with made a full stop.

    `known` keeps by the identity of paragraphs what was made of them.
    """
    paragraph, result, hits = read
    made = known.get(id(paragraph))
    if made is None:
        number = leading(paragraph.text)
        made = paragraph
        if number is not None and number.form in _MARKED:
            end = number.end
            made = replace(paragraph, text=f"{paragraph.text[: end - 1]}。{paragraph.text[end:]}")
        known[id(paragraph)] = made
    made.suspects = paragraph.suspects
    return made, result, hits


def _gathered(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield the paragraphs that are read at once."""
    some: list[Paragraph] = []
    size = 0
    for paragraph in paragraphs:
        some.append(paragraph)
        size += len(paragraph.text)
        if len(some) == AT_ONCE or size >= _ENOUGH:
            yield some
            some, size = [], 0
    if some:
        yield some


def _passages(read: Sequence[_Read]) -> Iterator[Sequence[_Read]]:
    """Yield the paragraphs that are looked through as one text."""
    first = size = 0
    for behind, (paragraph, _, _) in enumerate(read, 1):
        size += len(paragraph.text)
        if size >= _PASSAGE or behind == len(read):
            yield read[first:behind]
            first, size = behind, 0


def _suspected(found: Iterable[_Suspected]) -> Iterator[_Read]:
    """Yield paragraphs, each told what may be wrong in it as it is read."""
    for one, suspects in found:
        one[0].suspects = suspects
        yield one


def sources_of(document_rules: Iterable[Rule]) -> tuple[Source, ...]:
    """Return the facts functions, each once; idle where all rules that use it are.

    Raises ValueError where rules with one facts function read different paragraphs.
    """
    sources: dict[int, Source] = {}
    for r in document_rules:
        if r.facts is None:
            continue
        name = f"facts of {r.id}"
        source = sources.setdefault(
            id(r.facts), Source(name, r.facts, [], set(), idle=True, seek=r.seek)
        )
        if source.rules and bool(source.triggers) != bool(r.triggers):
            raise ValueError(f"{r.id} shares its facts with rules that read other paragraphs")
        source.rules.append(r)
        source.triggers.update(r.triggers)
        source.idle = source.idle and r.idle
    return tuple(sources.values())
