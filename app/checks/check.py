"""What a rule is, what it is given to read, and what it says: the words all of app.checks share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from inspect import signature
from typing import TYPE_CHECKING, Any, TypeAlias

from app.checks.amounts.figures import Figures, figures
from app.checks.dates import Dating
from app.checks.examples import Example, examples, read
from app.checks.language.han import widened
from app.checks.language.words import Word, cut
from app.checks.reading.passages import Seek
from app.document.edits import Edit, Splice, TextEdit
from app.document.model import Document, Role, Span
from app.patterns import regex
from app.turns import step

if TYPE_CHECKING:
    from app.checks.habits import Habit
    from app.document.outline import Node
    from app.kinds import Kind


class Severity(StrEnum):
    """How sure a finding is."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def label(self) -> str:
        """The name in the interface."""
        return {"error": "差错", "warning": "存疑", "hint": "提示"}[self.value]


@dataclass(frozen=True, slots=True)
class Fix:
    """A certain mend: what it does, in Chinese, and the edits, each for the result before it."""

    title: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One place a rule objects to."""

    check: str
    severity: Severity
    span: Span
    message: str
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """What a rule yields: a stretch of a block, what is wrong with it and how to mend it.

    `fix` is the text to put in place of the stretch, None where no mend is certain; `edits` are
    those of a mend that reaches beyond the stretch. A block rule leaves `block` at 0, in its edits
    too. `severity` None means the rule's own.
    """

    start: int
    end: int
    message: str
    fix: str | None = None
    edits: tuple[Edit, ...] = ()
    title: str = ""
    block: int = 0
    severity: Severity | None = None

    def at(self, block: int) -> Spot:
        """Return the spot of a block rule moved to the block where it stands."""
        edits = tuple([_moved(edit, block) for edit in self.edits])
        return replace(self, block=self.block + block, edits=edits)


_AT_ONCE = 64  # facts read before waiting keys have their turn

Hit: TypeAlias = tuple[str, int, int]


@dataclass
class Paragraph:
    """What a block rule reads: one paragraph.

    `date` is that which decides what holds for the document, `dated` whether the document tells it
    by more than a year that its text names;
    `kind` the id of its kind, None where unknown. `hits` are the literals of the rule that reads,
    and where they stand, overlapping ones included; `suspects` what its `seek` found; `tight`
    tells where the text stood before the spaces beside its digits were left out, None where it is
    as typed.
    """

    text: str
    role: Role = Role.BODY
    date: dt.date = dt.date(2026, 1, 1)
    kind: str | None = None
    dated: bool = True
    hits: Sequence[Hit] = ()
    suspects: Sequence[Any] = ()
    tight: Figures | None = None

    @property
    def literals(self) -> set[str]:
        """Which literals of the rule that reads stand in the text."""
        return {literal for literal, _, _ in self.hits}

    @cached_property
    def words(self) -> list[Word]:
        """The words of the text, (start, end) each."""
        return cut(self.text)

    @cached_property
    def wide(self) -> str:
        """The text with its half-width marks behind Chinese characters made full width."""
        return widened(self.text)

    @cached_property
    def figures(self) -> Figures:
        """The text with its amounts in digits: Chinese numerals and full width digits too.

        Half-width marks behind Chinese characters are made full width.
        """
        return figures(self.wide)

    def placed(self, spots: Iterable[Spot]) -> Iterator[Spot]:
        """Yield spots of the text of the figures where they stand in the paragraph."""
        shifted = self.figures
        for spot in spots:
            start, end = shifted.span(spot.start, spot.end)
            yield replace(spot, start=start, end=end)

    @cached_property
    def bounds(self) -> frozenset[int]:
        """The offsets at which a word starts, the end of the text included."""
        return frozenset([start for start, _ in self.words] + [len(self.text)])


@dataclass
class Reading:
    """What a document rule reads: the document and what its facts function found in its blocks."""

    document: Document
    dating: Dating
    dated: bool = True
    kind: Kind | None = None
    facts: Iterable[tuple[int, Any]] = ()
    shared: dict[str, Any] = field(default_factory=dict[str, Any])

    def present(self) -> Iterator[tuple[int, Any]]:
        """Yield block and fact wherever the facts function found something."""
        for number, one in enumerate(self.facts):
            if number % _AT_ONCE == 0:
                step()
            yield one

    def once(self, name: str, make: Callable[[Document], Any]) -> Any:
        """Return make(document), computed once for all rules of a run that ask by this name."""
        if name not in self.shared:
            self.shared[name] = make(self.document)
        return self.shared[name]

    @property
    def date(self) -> dt.date:
        """The day by which the document is judged."""
        return self.dating.day

    @property
    def outline(self) -> tuple[Node, ...]:
        """The structure tree of the document."""
        from app.document.outline import outline

        return self.once("outline", outline)


RuleFunction: TypeAlias = Callable[..., Iterator[Spot]]
FactsFunction: TypeAlias = Callable[[Paragraph], Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what the user reads about it, when it runs, and the function that runs.

    `options` are its options with their defaults, `meanings` what the user reads about each.
    """

    id: str
    title: str
    reason: str
    source: str
    group: str
    severity: Severity
    scope: str
    idle: bool
    default: bool
    triggers: tuple[str, ...]
    options: Mapping[str, Any]
    meanings: Mapping[str, str]
    function: RuleFunction
    facts: FactsFunction | None = None
    yields_to: frozenset[str] = frozenset()
    noise: bool = False
    as_typed: bool = False
    seek: Seek | None = None
    docstring: str = ""

    @property
    def examples(self) -> tuple[Example, ...]:
        """The examples, read anew each time: few are ever looked at."""
        return examples(self.docstring)

    @property
    def bad(self) -> tuple[Example, ...]:
        """The examples that the rule finds fault with."""
        return tuple([example for example in self.examples if example.marks])

    @property
    def good(self) -> tuple[Example, ...]:
        """The examples that the rule leaves alone."""
        return tuple([example for example in self.examples if not example.marks])


GROUPS = ("编号", "标题", "要素", "待填与杂质", "标点", "数字", "词语", "提法", "一致")


def rule(  # noqa: PLR0913  a declaration: every argument is named where it is used
    *,
    group: str,
    severity: Severity,
    scope: str = "block",
    idle: bool = False,
    triggers: tuple[str, ...] = (),
    default: bool = True,
    facts: FactsFunction | None = None,
    yields_to: tuple[str, ...] = (),
    noise: bool = False,
    as_typed: bool = False,
    habit: Habit | None = None,
    seek: Seek | None = None,
) -> Callable[[RuleFunction], Rule]:
    """Return a decorator that makes a function a Rule.

    The function of a "block" rule takes a Paragraph, that of a "document" rule a Reading; both
    yield Spots, and their keyword defaults are the rule's options. `idle` rules wait for a pause
    in typing. With `triggers` a block rule (or a facts function) runs only where one of them
    stands, with `seek` only in paragraphs in which that finds something. `facts` turns a Paragraph
    into the little a document rule needs of it, hashable, or None. What it finds is left out where
    a rule that it `yields_to` finds fault with the same place. Only block rules with `noise` read
    lines that are to be deleted, only those `as_typed` see spaces beside digits and full width
    digits. With a `habit` a block rule tells once what a text does
    throughout; it has no options then.
    """
    if group not in GROUPS:
        raise ValueError(f"unknown group: {group}")

    def made(function: RuleFunction) -> Rule:
        shown = read(function.__doc__ or "")
        parameters = signature(function).parameters.values()
        return Rule(
            id=function.__name__,
            title=shown.title,
            reason=shown.reason,
            source=shown.source,
            group=group,
            severity=severity,
            scope="document" if habit else scope,
            idle=idle,
            default=default,
            triggers=triggers,
            options={p.name: p.default for p in parameters if p.kind is p.KEYWORD_ONLY},
            meanings=shown.options,
            function=habit.told if habit else function,
            facts=habit.facts(function) if habit else facts,
            yields_to=frozenset(yields_to),
            noise=noise,
            as_typed=as_typed,
            seek=seek,
            docstring=function.__doc__ or "",
        )

    return made


def lacking(
    mark: str, at: int, end: int, message: str, *, severity: Severity | None = None
) -> Spot:
    """Return the spot of a mark that is missing at a place, shown from the character before it."""
    edit = TextEdit(0, at, at, mark)
    title = f"加上“{mark}”"
    return Spot(at - 1, end, message, edits=(edit,), title=title, severity=severity)


def finding(made_by: Rule, spot: Spot, role: Role, text: str) -> Finding:
    """Return the finding that a rule's spot, already moved to its block, amounts to.

    One where something is missing is shown at the characters on both sides in the text of the
    block, for nothing can be underlined. One in a table of an opened file has no mend: its text is
    not the program's to change.
    """
    start, end = spot.start, spot.end
    missing = start == end
    span = Span(spot.block, max(start - missing, 0), min(end + missing, len(text)))
    edits = spot.edits
    if spot.fix is not None:
        edits = (TextEdit(spot.block, start, end, spot.fix), *edits)
    verb = "加上" if missing else "改为"
    title = spot.title or (f"{verb}“{spot.fix}”" if spot.fix else "删去")
    fixes = (Fix(_requoted(title), edits),) if edits and role is not Role.OBJECT else ()
    severity = spot.severity or made_by.severity
    return Finding(made_by.id, severity, span, _requoted(spot.message), fixes)


_WITHIN = regex("“[^”]*“")


def _requoted(said: str) -> str:
    """Return words with single quotes within double ones (GB/T 15834—2011 4.8.3.4).

    Words about quotation marks themselves, which do not pair, stay as they are.
    """
    if _WITHIN.search(said) is None or "““””" in said:
        return said
    depth, made = 0, ""
    for character in said:
        depth += character == "“"
        single = depth % 2 == 0
        made += {"“": "‘", "”": "’"}.get(character, character) if single and depth else character
        depth -= character == "”"
        if depth < 0:
            return said
    return made if depth == 0 else said


def moved(found: Finding, delta: int) -> Finding:
    """Return a finding `delta` blocks further on; mends that reach other blocks are left out."""
    span = replace(found.span, block=found.span.block + delta)
    fixes = [
        replace(f, edits=tuple([_moved(edit, delta) for edit in f.edits]))
        for f in found.fixes
        if all(_block_of(edit) == found.span.block for edit in f.edits)
    ]
    return replace(found, span=span, fixes=tuple(fixes))


def _block_of(edit: Edit) -> int:
    """Return the one block that an edit concerns, -1 for one that concerns several."""
    if isinstance(edit, Splice):
        return edit.start if edit.end == edit.start + 1 else -1
    return edit.block


def _moved(edit: Edit, block: int) -> Edit:
    if isinstance(edit, Splice):
        return replace(edit, start=edit.start + block, end=edit.end + block)
    return replace(edit, block=edit.block + block)
