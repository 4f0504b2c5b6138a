"""How the levels of a text are numbered, as found or as chosen, and changing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.document.edits import TextEdit
from app.document.model import Details, Document
from app.document.numbering import Form, write
from app.document.outline import Node, NodeType, outline, walk
from app.document.renumbering import numbered
from app.document.series import WORDED, Counting, infer, rows, runs

# The ways to write the first number of a form; the first of each is that of the standard.
STYLES: Mapping[Form, tuple[str, ...]] = {
    Form.CHINESE: ("一、", "一．", "一，"),
    Form.CHINESE_BRACKET: ("（一）", "(一)", "（一）、"),
    Form.ARABIC: ("1.", "1．", "1、"),
    Form.ARABIC_BRACKET: ("（1）", "(1)", "⑴"),
    Form.ARABIC_PAREN: ("1)", "1）"),
}
_LEFT_OUT = (*WORDED, Form.DASH)


@dataclass(frozen=True, slots=True)
class Level:
    """One form of number: how it is written, how it counts, and whether the writer chose that.

    `row` tells that its numbers stand in one row, where counting on and anew are the same.
    """

    form: Form
    style: str  # the number 1 in the style of most
    counting: Counting
    chosen: bool
    count: int
    row: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """What a level shall be; `style` "" leaves each number as it is written."""

    counting: Counting
    style: str = ""


def levels(document: Document) -> tuple[Level, ...]:
    """Return the numbered levels of a text in the order of their first numbers."""
    nodes = outline(document)
    chosen = dict(document.details.numbering)
    scheme = infer(nodes, chosen)
    rows_of = Counter(run.form for run in runs(nodes) if not run.inside)
    found: dict[Form, list[Node]] = {}
    for node in walk(nodes):
        if node.form is not None and node.form not in _LEFT_OUT and node.type is not NodeType.POINT:
            found.setdefault(node.form, []).append(node)
    return tuple(
        [
            Level(
                form,
                _customary(form, same),
                scheme.within.get(form, "restart"),
                chosen.get(form) in ("restart", "through"),
                len(same),
                rows_of[form] <= 1,
            )
            for form, same in found.items()
        ]
    )


def rescheme(
    document: Document, wishes: Mapping[Form, Wish]
) -> tuple[Details, tuple[TextEdit, ...]]:
    """Return the details with the wished countings, and the edits that number the levels so.

    Levels that are not named stay as they are, mistakes included.
    """
    counting = dict(document.details.numbering) | {str(f): w.counting for f, w in wishes.items()}
    details = replace(document.details, numbering=tuple(counting.items()))
    nodes = outline(document)
    changes = [
        (node, write(row.form, value, wishes[row.form].style or node.number))
        for row in rows(nodes, infer(nodes, counting))
        if row.form in wishes
        for value, node in enumerate(row.nodes, 1)
        if node.type is not NodeType.POINT
    ]
    return details, numbered(document, changes)


def _customary(form: Form, nodes: Sequence[Node]) -> str:
    """Return the number 1 in the style that most numbers of a form have."""
    written = Counter(write(form, 1, node.number) for node in nodes)
    return written.most_common(1)[0][0]
