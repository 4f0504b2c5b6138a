"""A change made by the tree: one undo step after which caret, view and tree are where they were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.document.arrivals import arrivals, nodes_after, place_after
from app.document.edits import Edit
from app.document.model import Document, Span
from app.document.outline import Node
from app.document.references import Reference
from ui.editor.travelling import bring_caret_to, caret_height

if TYPE_CHECKING:
    from ui.editor.editor import Editor
    from ui.window import Window


def change(window: Window, edits: Sequence[Edit], nodes: Sequence[Node] = ()) -> bool:
    """Put edits in as one undo step and select `nodes` where they are now.

    Caret, scroll position and what is unfolded stay; references that now have an old number are
    reported. Returns False where there is nothing to change.
    """
    if not edits:
        return False
    before, structure, panel = window.session.document(), window.following.structure, window.outline
    structure.settle()
    opened, noted = panel.unfolded(), structure.numbers.places()
    arrived = arrivals(before, edits)
    _steadily(window.editor, before, edits, arrived)
    after = window.session.document()
    kept = [_moved(one, before, after, arrived) for one in noted]
    structure.numbers.hold([one for one in kept if one is not None])
    structure.refresh()
    panel.unfold(_places(opened, arrived, structure.nodes))
    panel.select(_places(nodes, arrived, structure.nodes))
    structure.numbers_moved(before)
    return True


def _steadily(
    editor: Editor, before: Document, edits: Sequence[Edit], arrived: Mapping[int, int]
) -> None:
    """Apply edits; the caret stays with its words and, where it was seen, at its height."""
    caret, bar = editor.caret(), editor.verticalScrollBar()
    value, height = bar.value(), caret_height(editor)
    editor.bridge.apply(edits)  # not by the editor: a number alone changes no role
    after = editor.snapshot()
    start = place_after(before, after, arrived, (caret.block, caret.start))
    end = place_after(before, after, arrived, (caret.block, caret.end))
    if start is not None and end is not None:
        editor.setTextCursor(editor.bridge.select(start[0], start[1], end[1]))
    if height is None:
        bar.setValue(value)
    else:
        bring_caret_to(editor, height)


def _places(
    nodes: Sequence[Node], arrived: Mapping[int, int], tree: Sequence[Node]
) -> list[tuple[int, int]]:
    """Return where nodes are after a change, as (block, offset)."""
    found = nodes_after(nodes, arrived, tree)
    return [(node.block, node.start) for node in found if node is not None]


def _moved(
    reference: Reference, before: Document, after: Document, arrived: Mapping[int, int]
) -> Reference | None:
    """Return a reference where it stands after a change, None where it is gone."""
    span = reference.span
    start = place_after(before, after, arrived, (span.block, span.start))
    end = place_after(before, after, arrived, (span.block, span.end))
    if start is None or end is None:
        return None
    return replace(reference, span=Span(start[0], start[1], end[1]))
