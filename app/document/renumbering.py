"""Numbers put in order: of a whole text, of a section, and of the rows that a change touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.document.edits import Edit, TextEdit, apply
from app.document.model import Document
from app.document.numbering import Form, leading, places, within
from app.document.outline import Node, NodeType, outline, walk
from app.document.series import Row, infer, rows


def renumber(document: Document, start: int = 0, stop: int | None = None) -> tuple[Edit, ...]:
    """Return the edits that put every number in order, or those of the blocks `start` to `stop`.

    Each number keeps its style; rows begin at 1, and run through where the scheme says so.
    """
    nodes = outline(document)
    last = len(document.blocks) if stop is None else stop
    found = rows(nodes, infer(nodes, dict(document.details.numbering)))
    changes = [
        (node, due)
        for row in found
        for node, due in zip(row.nodes, row.due(), strict=True)
        if start <= node.block < last
    ]
    return numbered(document, _with_places(nodes, found, changes))


def followed(
    document: Document, edits: Iterable[Edit], tree: Sequence[Node] | None = None
) -> tuple[Edit, ...]:
    """Return the edits and behind them the renumbering of the rows they changed.

    `tree` is that of the document where it is known already. Rows whose paragraphs are all as
    before keep their numbers, mistakes included: they are for the checks to report. A row that
    did not begin at 1 goes on beginning where it did.
    """
    made = tuple(edits)
    if not made:
        return ()
    after = apply(document, made)
    old = outline(document) if tree is None else tree
    counting = infer(old, dict(document.details.numbering))
    known = {_key(document, row.nodes): row.nodes[0].value for row in rows(old, counting)}
    first = {place: base for key, base in known.items() for place in key}
    changes: list[tuple[Node, str]] = []
    new = outline(after)
    found = rows(new, counting)
    for row in found:
        key = _key(after, row.nodes)
        if key not in known:
            base = next((first[place] for place in key if place in first), 1)
            changes += zip(row.nodes, row.due(base), strict=True)
    return (*made, *numbered(after, _with_places(new, found, changes)))


def _key(document: Document, nodes: Sequence[Node]) -> tuple[tuple[int, int], ...]:
    """Return what tells a row again: its blocks, which edits keep as they are, and the places."""
    return tuple([(id(document.blocks[node.block]), node.start) for node in nodes])


def _with_places(
    nodes: Sequence[Node], found: Iterable[Row], changes: Sequence[tuple[Node, str]]
) -> Sequence[tuple[Node, str]]:
    """Return the changes, and those of the decimal numbers that stand below a changed one."""
    if all(row.form is not Form.DECIMAL for row in found):
        return changes
    due = {(node.block, node.start): number for node, number in changes}
    made: list[tuple[Node, str]] = []
    above: list[tuple[Node, tuple[int, ...], tuple[int, ...]]] = []  # its places, and those due
    for node in walk(nodes):
        while above and not node.block < above[-1][0].stop:
            above.pop()
        key = (node.block, node.start)
        number = due.get(key, node.number)
        if node.form is Form.DECIMAL and above:
            _, old, now = above[-1]
            own = places(node.number)
            if len(own) == len(now) + 1 and (own[:-1] == old or key in due):
                number = within(number, now)
        if key in due or number != node.number:
            made.append((node, number))
        if node.form is not None and node.type is not NodeType.POINT:
            above.append((node, places_of(node.form, node.number), places_of(node.form, number)))
    return made


def places_of(form: Form, number: str) -> tuple[int, ...]:
    """Return the places of a number: one but for a decimal number."""
    if form is Form.DECIMAL:
        return places(number)
    lead = leading(f"{number} 文", sure=True)
    return (lead.value,) if lead is not None else ()


def numbered(document: Document, changes: Iterable[tuple[Node, str]]) -> tuple[TextEdit, ...]:
    """Return the edits that write numbers, last first; shown labels are not text and stay."""
    edits = [
        TextEdit(node.block, node.start, node.start + len(node.number), due)
        for node, due in changes
        if node.number != due
        and (node.type is NodeType.POINT or not document.blocks[node.block].label)
    ]
    return tuple(sorted(edits, key=_place, reverse=True))


def _place(edit: TextEdit) -> tuple[int, int]:
    return edit.block, edit.start
