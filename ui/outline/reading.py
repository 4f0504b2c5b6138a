"""What the panels show of the structure of a text, as a value: a worker reads a long one."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.document.model import Document
from app.document.outline import Node, outline
from app.document.series import infer
from ui.open_slots import open_slots
from ui.outline.rows import Branch, Marks, tree

if TYPE_CHECKING:
    from app.checks import Finding
    from app.kinds import Slot


@dataclass(frozen=True, slots=True)
class Order:
    """A text to be read, with the findings that its rows tell of.

    `nodes` is the tree where it is known already, None to read it; `target` is the wished length of
    a section.
    """

    document: Document
    nodes: tuple[Node, ...] | None
    findings: tuple[Finding, ...]
    target: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: tree, rows of the panel, open slots, the scheme of the numbers in words.

    `cost` is in milliseconds.
    """

    order: Order
    nodes: tuple[Node, ...]
    branches: tuple[Branch, ...]
    slots: tuple[Slot, ...]
    scheme: str
    cost: int


def read(order: Order) -> Reading:
    """Return what an order asks for; takes values only, so that any thread may call it."""
    began = time.perf_counter()
    document = order.document
    nodes = outline(document) if order.nodes is None else order.nodes
    slots = open_slots(document)
    counted: dict[str, Counter[int]] = {n: Counter() for n in ("error", "warning", "hint")}
    for one in order.findings:
        counted[one.severity][one.span.block] += 1
    told = {one.span for one in order.findings if one.severity != "hint"}  # by a badge already
    held = Counter(slot.span.block for slot in slots if slot.span not in told)
    marks = Marks(counted["error"], counted["warning"], counted["hint"], held)
    branches = tree(document, nodes, marks, order.target)
    scheme = infer(nodes, dict(document.details.numbering)).describe()
    cost = round(1000 * (time.perf_counter() - began))
    return Reading(order, nodes, branches, slots, scheme, cost)
