"""The numbers of a tree as rows that count together, and the way each form counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Literal

from app.document.model import Document
from app.document.numbering import Form, write
from app.document.outline import Node, NodeType, outline

Counting = Literal["restart", "through"]
WORDED = (Form.FIRST, Form.SIDE, Form.ONE)
_UNSAID = (*WORDED, Form.DASH)  # their counting is nothing to choose


@dataclass(frozen=True, slots=True)
class Run:
    """Numbered siblings of one form under one parent, in order; `part` holds them, None for none.

    `block` is that of the parent, -1 at the top.
    """

    form: Form
    nodes: tuple[Node, ...]
    part: int
    inside: bool  # points inside a paragraph

    @property
    def first(self) -> int:
        """The value of the first number."""
        return self.nodes[0].value

    @property
    def last(self) -> int:
        """The value of the last number."""
        return self.nodes[-1].value


@dataclass(frozen=True, slots=True)
class Row:
    """Numbers that count together: one run, or several where the form counts through."""

    form: Form
    nodes: tuple[Node, ...]

    def due(self, base: int = 1) -> tuple[str, ...]:
        """Return the number each node should have, each in its own style, counting from `base`."""
        if self.form in WORDED:
            return _worded(self.nodes)
        return tuple(
            [
                node.number if node.value == value else write(self.form, value, node.number)
                for value, node in enumerate(self.nodes, base)
            ]
        )


@dataclass(frozen=True, slots=True)
class Scheme:
    """How the forms of a document count: `within` parts, and `across` from part to part.

    Forms that stand in neither restart.
    """

    within: Mapping[Form, Counting]
    across: Mapping[Form, Counting]

    def describe(self) -> str:
        """Return what was found in Chinese, "" where nothing is numbered below the first level."""
        said = [
            f"“{write(form, 1)}”{'全文连续编号' if counting == 'through' else '每节重新编号'}"
            for form, counting in self.within.items()
            if form not in _UNSAID
        ]
        said += [
            f"“{write(form, 1)}”跨部分连续编号"
            for form, counting in self.across.items()
            if counting == "through" and form not in _UNSAID and self.within.get(form) != "through"
        ]
        return "，".join(said)


def scheme(document: Document) -> Scheme:
    """Return how each form counts: as the details say, else as most of its runs do."""
    return infer(outline(document), dict(document.details.numbering))


def infer(nodes: Sequence[Node], chosen: Mapping[str, str]) -> Scheme:
    """Return the scheme of a tree; `chosen` maps a form to restart or through and wins."""
    votes: dict[tuple[Form, bool], int] = {}
    before: dict[Form, Run] = {}
    for run in runs(nodes):
        last = before.get(run.form)
        if last is not None and not run.inside:
            key = (run.form, last.part != run.part)
            votes[key] = votes.get(key, 0) + _vote(last, run)
        if not run.inside:
            before[run.form] = run
    within: dict[Form, Counting] = {}
    across: dict[Form, Counting] = {}
    for (form, parts), vote in votes.items():
        (across if parts else within)[form] = "through" if vote > 0 else "restart"
    for form in Form:
        wish = chosen.get(form)
        if wish in ("restart", "through"):
            within[form] = "through" if wish == "through" else "restart"
    return Scheme(within, across)


def runs(nodes: Sequence[Node], part: int = -1) -> Iterator[Run]:
    """Yield the runs of a tree in the order of their first numbers."""
    found = list(_runs(nodes, part))
    yield from sorted(found, key=lambda run: (run.nodes[0].block, run.nodes[0].start))


def rows(nodes: Sequence[Node], counting: Scheme) -> tuple[Row, ...]:
    """Return the rows of a tree: its runs, joined where their form counts through."""
    made: list[list[Node]] = []
    open_: dict[Form, tuple[Run, list[Node]]] = {}
    for run in runs(nodes):
        last = open_.get(run.form)
        if last is not None and not run.inside and _joined(last[0], run, counting):
            last[1].extend(run.nodes)
            open_[run.form] = (run, last[1])
            continue
        row = list(run.nodes)
        made.append(row)
        if not run.inside:
            open_[run.form] = (run, row)
    return tuple([Row(row[0].form, tuple(row)) for row in made if row[0].form is not None])


def _joined(last: Run, run: Run, counting: Scheme) -> bool:
    ways = counting.within if last.part == run.part else counting.across
    return ways.get(run.form) == "through"


def _vote(last: Run, run: Run) -> int:
    """Return 1 where a run goes on with the one before, -1 where it begins anew, else 0."""
    if run.first == 1:
        return -1
    return 1 if run.first > last.first else 0


def _runs(nodes: Sequence[Node], part: int) -> Iterator[Run]:
    open_: dict[tuple[Form, bool], list[Node]] = {}
    for at, node in enumerate(nodes):
        if node.children:
            inner = node.block if node.type is NodeType.PART else part
            yield from _runs(node.children, inner)
        if node.form is None or node.form is Form.DASH:
            continue
        inside = node.type is NodeType.POINT
        row = open_.get((node.form, inside))
        if row is not None and not _begins(row, nodes, at):
            row.append(node)
            continue
        if row is not None:
            yield Run(node.form, tuple(row), part, inside)
        open_[node.form, inside] = [node]
    for (form, inside), row in open_.items():
        yield Run(form, tuple(row), part, inside)


def _begins(row: Sequence[Node], nodes: Sequence[Node], at: int) -> bool:
    """Tell whether a number 1 begins a second run beside the first and was not just moved there.

    It does where the run before is one in good order and the next number is 2; points begin anew
    with every paragraph.
    """
    node = nodes[at]
    if node.value != 1:
        return False
    if node.type is NodeType.POINT:
        return node.block != row[-1].block or len(row) > 1
    if row[0].value != 1 or len(row) < 2:
        return False
    after = next((one for one in islice(nodes, at + 1, None) if one.form is node.form), None)
    return after is not None and after.value == 2


def _worded(nodes: Sequence[Node]) -> tuple[str, ...]:
    """Return the words of 首先 or 一方面 in order; those that are in order already stay."""
    values = [node.value for node in nodes]
    if values[0] == 1 and all(a < b for a, b in pairwise(values)):
        return tuple([node.number for node in nodes])
    form = nodes[0].form or Form.FIRST
    ends = form is Form.FIRST and len(nodes) > 2 and any("最后" in node.number for node in nodes)
    return tuple(
        [
            write(form, 5 if ends and place == len(nodes) else place, node.number)
            for place, node in enumerate(nodes, 1)
        ]
    )
