"""References that a change of the tree has left with an old number, as findings until mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from app.document.model import Document, Span

if TYPE_CHECKING:
    from app.checks import Finding
    from app.document.edits import Edit
    from app.document.outline import Node
    from app.document.references import Moved, Reference
    from ui.editor.bridge import Bridge

CHECK = "moved_reference"
TITLE = "引用的编号已经变动"
REASON = "移动、增删或重新编号以后，文中“第三部分”“第（二）项”这类引用不会自动改写，请核对后改正。"


class MovedNumbers:
    """Keeps what references meant before a change; cursors carry them along while text changes."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._known: list[tuple[QTextCursor, Reference]] = []

    def clear(self) -> None:
        """Forget everything: another document is shown."""
        self._known = []

    def places(self) -> tuple[Reference, ...]:
        """Return what is kept, each where it stands now; what was deleted is left out."""
        found: list[Reference] = []
        for cursor, reference in self._known:
            if cursor.hasSelection():
                block, start = self._bridge.place(cursor.selectionStart())
                end = self._bridge.place(cursor.selectionEnd())[1]
                found.append(replace(reference, span=Span(block, start, end)))
        return tuple(found)

    def hold(self, references: Sequence[Reference]) -> None:
        """Keep these references and no others, each where it stands now."""
        self._known = [
            (self._bridge.select(one.span.block, one.span.start, one.span.end), one)
            for one in references
        ]

    def take(self, moved: Sequence[Moved]) -> int:
        """Keep what a change has left with an old number in the text as it stands; return how many.

        What is kept already is left out.
        """
        kept = self.places()
        held = {one.span for one in kept}
        new = [one.reference for one in moved if one.reference.span not in held]
        self.hold((*kept, *new))
        return len(new)

    def retitled(self, names: dict[str, str]) -> None:
        """Follow titles that were changed in place."""
        self._known = [
            (cursor, replace(one, target=replace(one.target, text=names[one.target.text])))
            if one.target.text in names
            else (cursor, one)
            for cursor, one in self._known
        ]

    def findings(self, document: Document, nodes: Sequence[Node]) -> tuple[Finding, ...]:
        """Return what is still to be mended, those left out that the user has put aside."""
        from app.checks import kept
        from app.document.references import outdated

        if not self._known:
            return ()
        found = [_finding(one) for one in outdated(document, nodes, self.places())]
        return tuple(kept(found, document))


def _finding(moved: Moved) -> Finding:
    from app.checks import Finding, Fix, Severity

    edits: tuple[Edit, ...] = () if moved.fix is None else (moved.fix,)
    fixes = (Fix(f"改为“{moved.fix.text}”", edits),) if moved.fix is not None else ()
    return Finding(CHECK, Severity.WARNING, moved.reference.span, moved.message, fixes)
