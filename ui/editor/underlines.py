"""The one owner of an editor's extra selections: findings, search hits, slots, current line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit

from app.document.model import Role, Span
from app.patterns import regex
from ui.editor.bridge import Bridge
from ui.editor.formats import is_object
from ui.editor.look import LIGHT, EditorColors
from ui.editor.revision_marks import Mark, RevisionMarks, visible

MANY = 1000  # hits beyond which a cursor is made for the visible ones only
_FEW = 100  # marks beyond which only those near what is visible are drawn: each costs every key
_AT_ONCE = 400  # cursors made before waiting keys have their turn
_BEYOND = 20  # paragraphs above and below the visible ones
_LONG = 30  # characters of a hint of which only the head is underlined
_HEAD = 4
_SCREEN = 80  # blocks that are looked through for slots from the first visible one on
_SLOT = regex("【[^【】\n]*】")


class Marked(Protocol):
    """What the editor must know of a finding."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...

    @property
    def severity(self) -> str:
        """How sure it is: error, warning or hint."""
        ...

    @property
    def message(self) -> str:
        """What is wrong, for the tooltip."""
        ...


class Underlines:
    """Shows marks in an editor; cursors carry them along while the text changes."""

    def __init__(self, edit: QTextEdit, bridge: Bridge) -> None:
        self._edit = edit
        self._bridge = bridge
        self._colors = LIGHT
        self._findings: list[tuple[QTextCursor, Marked]] = []
        self._hits: list[QTextCursor] = []
        self._many_hits: list[Span] = []  # where there are too many for a cursor each
        self._current_hit: QTextCursor | None = None
        self._slots: list[QTextCursor] = []
        self._slot_spans: list[Span] = []
        self._top = 0  # the first block on the screen
        self._count = 0  # of blocks, when slots were last looked for
        self._typed_at: int | None = None
        self._waiting = False  # whether a finding is not shown because the caret types in it
        self._at_object = False  # whether the selection began or ended in a table or picture
        self.current_line = False
        self.revisions = RevisionMarks(edit, bridge)
        edit.selectionChanged.connect(self._repaint_object)

    def set_colors(self, colors: EditorColors) -> None:
        """Show all marks in the colours of another theme."""
        self._colors = self.revisions.colors = colors
        self.show()

    def set_findings(self, findings: Sequence[Marked]) -> None:
        """Underline these findings and no others; those outside the text are left out."""
        for _ in self.placing(findings):
            pass

    def placing(self, findings: Sequence[Marked]) -> Iterator[None]:
        """Do the same some at a time; given up where the text changes meanwhile."""
        count, revision = len(self._bridge), self._bridge.revision
        known = {finding.span: cursor for cursor, finding in self._findings}
        placed: list[tuple[QTextCursor, Marked]] = []
        for number, finding in enumerate(sorted(findings, key=_place), 1):
            span = finding.span
            if 0 <= span.block < count:
                cursor = self._kept(known.get(span), span) or self._cursor(span)
                placed.append((cursor, finding))
            if number % _AT_ONCE == 0:
                yield
                if self._bridge.revision != revision:
                    return
        self._findings = placed
        self.show()

    @staticmethod
    def _kept(cursor: QTextCursor | None, span: Span) -> QTextCursor | None:
        """Return the cursor of a finding that has not changed, None where its text has."""
        if cursor is None or cursor.blockNumber() != span.block:
            return None
        stands = cursor.positionInBlock() == span.end
        whole = cursor.selectionEnd() - cursor.selectionStart() == span.end - span.start
        return cursor if stands and whole else None

    def set_hits(self, spans: Iterable[Span], current: Span | None = None) -> None:
        """Mark what a search found, `current` more strongly."""
        found = list(spans)
        self._many_hits = found if len(found) > MANY else []
        self._hits = [] if self._many_hits else [self._cursor(span) for span in found]
        self._current_hit = None if current is None else self._cursor(current)
        self.show()

    def set_revisions(self, marks: Sequence[Mark]) -> None:
        """Mark these tracked changes and comments and no others."""
        if marks or self.revisions:
            self.revisions.set(marks)
            self.show()
            self._edit.viewport().update()

    def clear(self) -> None:
        """Forget all marks, as before another text."""
        self.revisions.set(())
        self._findings, self._hits, self._many_hits, self._current_hit = [], [], [], None
        self._top, self._typed_at = 0, None
        self._find_slots()
        self.show()

    def caret_moved(self) -> None:
        """Show what waited, once the caret has left the place it was typing at."""
        left = self._typed_at is not None and self._edit.textCursor().position() != self._typed_at
        if left:
            self._typed_at = None
        if (left and self._waiting) or self.current_line:
            self.show()
        self._repaint_object()

    def _repaint_object(self) -> None:
        """Paint a table anew in which the selection is: Qt does where its plain text would be."""
        cursor = self._edit.textCursor()
        places = {cursor.position(), cursor.anchor()}
        before = self._at_object
        self._at_object = any(is_object(self._bridge.text.findBlock(at)) for at in places)
        if self._at_object or before:
            self._edit.viewport().update()

    def finding_at(self, position: int) -> Marked | None:
        """Return the finding at a position of the text document, the shortest of several."""
        found = [
            (cursor.selectionEnd() - cursor.selectionStart(), number, finding)
            for number, (cursor, finding) in enumerate(self._findings)
            if cursor.selectionStart() <= position < cursor.selectionEnd()
        ]
        return min(found, key=lambda entry: entry[:2])[2] if found else None

    def current_span(self, finding: Marked) -> Span | None:
        """Return where a finding stands by now, None where its text is gone."""
        for cursor, known in self._findings:
            if known is finding and cursor.hasSelection():
                number, start = self._bridge.place(cursor.selectionStart())
                return Span(number, start, self._bridge.place(cursor.selectionEnd())[1])
        return None

    def findings(self) -> list[Marked]:
        """Return the findings whose text still stands, in the order they were given."""
        return [finding for cursor, finding in self._findings if cursor.hasSelection()]

    def show(self) -> None:
        """Set the extra selections anew from all that is to be marked."""
        marks: list[QTextEdit.ExtraSelection] = []
        if self.current_line:
            marks.append(self._line())
        marks += self.revisions.selections()
        marks += self._slot_marks()
        marks += [_mark(c, _filled(self._colors.hit)) for c in self._near_hits()]
        if self._current_hit is not None:
            shape = _filled(self._colors.selection)
            shape.setForeground(QColor(self._colors.selection_text))
            marks.append(_mark(self._current_hit, shape))
        marks += self._waves()
        if marks or self._edit.extraSelections():
            self._edit.setExtraSelections(marks)
            if self._bridge.layout.gallery is not None:
                self._edit.viewport().update()

    def text_changed(self) -> None:
        """Note a change: the finding at the caret waits, the slots are looked for again."""
        cursor = self._edit.textCursor()
        self._typed_at = cursor.position()
        number, count = cursor.blockNumber(), len(self._bridge)
        here = any(span.block == number for span in self._slot_spans)
        # a key in a paragraph without slots needs no look at the others
        if count == self._count and not here and "【" not in self._bridge.block(number).text:
            return
        self._count = count
        if self._find_slots():
            self.show()

    def scrolled(self) -> None:
        """Mark what came into view."""
        self._top = self._bridge.text.findBlock(visible(self._edit)[0]).blockNumber()
        if (
            self._find_slots()
            or self._many_hits
            or max(len(self._findings), len(self._hits)) > _FEW
        ):
            self.show()

    def _find_slots(self) -> bool:
        """Look for slots on the screen and a little below; tell whether they are others."""
        stop = min(self._top + _SCREEN, len(self._bridge))
        spans = [
            Span(number, found.start(), found.end())
            for number in range(self._top, stop)
            if (block := self._bridge.block(number)).role is not Role.NOISE
            if "【" in (text := block.text)
            for found in _SLOT.finditer(text)
        ]
        if spans == self._slot_spans:
            return False
        self._slot_spans = spans
        self._slots = [self._bridge.select(span.block, span.start, span.end) for span in spans]
        return True

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = self._bridge.select(span.block, span.start, span.end)
        cursor.setKeepPositionOnInsert(True)
        return cursor

    def _waves(self) -> list[QTextEdit.ExtraSelection]:
        stretch = self._near([cursor for cursor, _ in self._findings])
        standing = [one for one in self._findings[stretch] if one[0].hasSelection()]
        shown = [one for one in standing if not self._waits(one[0])]
        self._waiting = len(shown) < len(standing)
        return [
            _mark(_marked_part(cursor, finding), self._wave(finding.severity))
            for cursor, finding in shown
        ]

    def _waits(self, cursor: QTextCursor) -> bool:
        at = self._typed_at
        return at is not None and cursor.selectionStart() <= at <= cursor.selectionEnd()

    def _near(self, cursors: Sequence[QTextCursor]) -> slice:
        """Return which of some cursors, in the order of the text, to show: those near the screen.

        All, where they are few.
        """
        if len(cursors) <= _FEW:
            return slice(None)
        numbers = [self._bridge.text.findBlock(at).blockNumber() for at in visible(self._edit)]
        top = self._bridge.position(max(numbers[0] - _BEYOND, 0), 0)
        bottom = self._bridge.position(min(numbers[1] + _BEYOND, len(self._bridge) - 1), 0)
        start = bisect_left(cursors, top, key=QTextCursor.selectionStart)
        return slice(start, bisect_right(cursors, bottom, key=QTextCursor.selectionStart))

    def _near_hits(self) -> list[QTextCursor]:
        if not self._many_hits:
            return [c for c in self._hits[self._near(self._hits)] if c.hasSelection()]
        first, last = visible(self._edit)
        shown = self._bridge.place(first)[0], self._bridge.place(last)[0]
        start = bisect_left(self._many_hits, shown[0], key=lambda span: span.block)
        stop = bisect_right(self._many_hits, shown[1], key=lambda span: span.block)
        return [self._cursor(span) for span in self._many_hits[start : min(stop, start + MANY)]]

    def _slot_marks(self) -> list[QTextEdit.ExtraSelection]:
        return [_mark(c, _filled(self._colors.slot)) for c in self._slots if c.hasSelection()]

    def _line(self) -> QTextEdit.ExtraSelection:
        shape = _filled(self._colors.ground)
        shape.setProperty(QTextFormat.Property.FullWidthSelection.value, True)  # noqa: FBT003  Qt's
        cursor = self._edit.textCursor()
        cursor.clearSelection()
        return _mark(cursor, shape)

    def _wave(self, severity: str) -> QTextCharFormat:
        color = {
            "error": self._colors.error,
            "warning": self._colors.warning,
        }.get(severity, self._colors.hint)
        shape = QTextCharFormat()
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        shape.setUnderlineColor(QColor(color))
        return shape


def _place(finding: Marked) -> tuple[int, int]:
    return finding.span.block, finding.span.start


def _marked_part(cursor: QTextCursor, finding: Marked) -> QTextCursor:
    """Return what of a finding is underlined: a line under a whole paragraph for a hint shouts."""
    start = cursor.selectionStart()
    if finding.severity != "hint" or cursor.selectionEnd() - start <= _LONG:
        return cursor
    head = QTextCursor(cursor)
    head.setPosition(start)
    head.setPosition(start + _HEAD, QTextCursor.MoveMode.KeepAnchor)
    return head


def _filled(color: str) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setBackground(QColor(color))
    return shape


def _mark(cursor: QTextCursor, shape: QTextCharFormat) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue]  a field, wrongly typed
    mark.format = shape  # pyright: ignore[reportAttributeAccessIssue]  a field, wrongly typed
    return mark
