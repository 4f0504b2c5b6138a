"""The editor: a text document shown as a page, changed by keys or by edits, one undo step each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMoveEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from app.document.edits import AlignEdit, Edit, MarkEdit, RoleEdit, Splice, TextEdit, look_at
from app.document.model import Align, Document, Role, Run, Span, cut
from app.document.recognize import local_role as recognized_role
from ui.editor import clipboard
from ui.editor.bridge import Bridge
from ui.editor.formats import own_marks
from ui.editor.keys import Keys, LocalRole
from ui.editor.look import LIGHT, EditorColors
from ui.editor.page import Page
from ui.editor.pressed import asks_for_menu
from ui.editor.travelling import travel
from ui.editor.underlines import Marked, Underlines
from ui.editor.words import WordClicks

_MOVING = (QEvent.Type.Move, QEvent.Type.Resize)
Mark = Literal["bold", "italic", "underline"]


class Editor(QTextEdit):
    """Shows one document; `bridge` may be that of another editor, for a second view of its text.

    `composing` is True while an input method holds an unfinished word.
    """

    edited = Signal()  # text, marks or roles really changed
    caret_moved = Signal(int)  # the block the caret is in
    modified_changed = Signal(bool)  # whether there is something to save
    files_dropped = Signal(list)  # paths of files that were dropped or pasted, to be opened
    told = Signal(str)  # what the writer should know of a paste; "" once a step is taken back
    zoomed = Signal(int)  # the zoom in percent, after the writer changed it

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        bridge: Bridge | None = None,
        local_role: LocalRole = recognized_role,
    ) -> None:
        super().__init__(parent)
        self.composing = False
        self.bridge = bridge or Bridge(self)
        self.page = Page(self, self.bridge)
        self.underlines = Underlines(self, self.bridge)
        self._clicks = WordClicks(self, self.bridge)
        self.keys = Keys(self, self.bridge, local_role, self._tab)
        self._colors = LIGHT
        self._place_timer = QTimer(self)
        self._place_timer.setSingleShot(True)
        self._place_timer.setInterval(0)
        self._place_timer.timeout.connect(self.page.tell_place)
        self.setTabChangesFocus(False)
        self.setAcceptRichText(False)
        self.setAccessibleName("正文")
        self.bridge.changed.connect(self._changed)
        self.bridge.replaced.connect(self._show_text)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.verticalScrollBar().valueChanged.connect(self.underlines.scrolled)
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(clipboard.release)
        self._show_text()
        self.set_theme(LIGHT)

    @property
    def revision(self) -> int:
        """Counts the real changes of the text; never moved by composition."""
        return self.bridge.revision

    def load(self, document: Document) -> None:
        """Show another document, unmodified, the caret at its start."""
        self.bridge.load(document)

    def snapshot(self) -> Document:
        """Return the text as a value, with default details."""
        return self.bridge.snapshot()

    def apply(self, edits: Iterable[Edit]) -> None:
        """Put edits in as one undo step; the caret stays with the text it stood in.

        Blocks whose text alone was edited get the role that their new text asks for.
        """
        edits = self.bridge.sound(edits)
        cursor = self.textCursor()
        anchor = self.bridge.place(cursor.anchor())
        caret = self.bridge.place(cursor.position())
        with self.bridge.step():
            self.bridge.apply(edits)
            if all(isinstance(edit, TextEdit) for edit in edits):
                self.keys.recognize({edit.block for edit in edits if isinstance(edit, TextEdit)})
        for edit in edits:
            anchor, caret = _kept(anchor, edit), _kept(caret, edit)
        self._set_selection(anchor, caret)

    def show_span(self, span: Span) -> None:
        """Select a stretch and bring it into view, a third down the page."""
        self.setTextCursor(self.bridge.select(span.block, span.start, span.end))
        self.ensureCursorVisible()
        top = self.bridge.layout.line_of(span.block, span.start)
        self.verticalScrollBar().setValue(round(top) - self.viewport().height() // 3)

    def caret(self) -> Span:
        """Return the selection within the block of the caret, empty where nothing is selected."""
        cursor = self.textCursor()
        number, at = self.bridge.place(cursor.position())
        other, anchor = self.bridge.place(cursor.anchor())
        if other != number:
            anchor = 0 if other < number else len(self.bridge.block(number))
        return Span(number, min(at, anchor), max(at, anchor))

    def insert(self, text: str) -> None:
        """Put a text in place of the selection, as if typed in one go; one undo step."""
        self.keys.put(text)

    def set_findings(self, findings: Sequence[Marked]) -> None:
        """Underline these findings, each with its message as tooltip."""
        self.underlines.set_findings(findings)

    def finding_at(self, position: QPoint) -> Marked | None:
        """Return the finding under a point of the viewport."""
        return self.underlines.finding_at(self.cursorForPosition(position).position())

    def selected_blocks(self) -> range:
        """Return the numbers of the blocks that the selection touches, or that of the caret's."""
        cursor = self.textCursor()
        first, _ = self.bridge.place(cursor.selectionStart())
        last, _ = self.bridge.place(cursor.selectionEnd())
        return range(first, last + 1)

    def set_role(self, role: Role) -> None:
        """Give the selected paragraphs a role by the writer's choice; objects keep theirs."""
        numbers = [n for n in self.selected_blocks() if self.bridge.block(n).object is None]
        self.apply([RoleEdit(number, role) for number in numbers])

    def set_align(self, align: Align | None) -> None:
        """Give the selected paragraphs an alignment of their own, None for that of the role."""
        self.apply([AlignEdit(number, align) for number in self.selected_blocks()])

    def toggle(self, mark: Mark) -> None:
        """Set a mark on the selection, or take it off where all of it has it.

        Without a selection the mark holds for what is typed next.
        """
        runs = selected_runs(self)
        if not runs:
            run = typing_look(self)
            self._type_like(replace(run, **{mark: not getattr(run, mark)}), self.caret())
            return
        on = not all(getattr(run, mark) for run in runs)
        chosen = self.selected_stretches()
        self.apply([MarkEdit(s.block, s.start, s.end, **{mark: on}) for s in chosen])

    def selected_stretches(self) -> list[Span]:
        """Return the selection as one span a block, empty ones left out."""
        cursor = self.textCursor()
        first, start = self.bridge.place(cursor.selectionStart())
        last, end = self.bridge.place(cursor.selectionEnd())
        found = [
            Span(n, start if n == first else 0, end if n == last else len(self.bridge.block(n)))
            for n in range(first, last + 1)
        ]
        return [span for span in found if span.start < span.end]

    def set_theme(self, colors: EditorColors) -> None:
        """Show page and marks in other colours."""
        self._colors = colors
        self.page.paint(colors)
        self.underlines.set_colors(colors)

    def set_zoom(self, percent: int) -> None:
        """Show the page at a size in percent; the caret, or else the middle, stays where it is."""
        seen = self.viewport().rect()
        kept = self.textCursor()
        if not seen.contains(self.cursorRect().center()):
            kept = self.cursorForPosition(seen.center())
        before = self.cursorRect(kept).center().y()
        self.page.set_zoom(percent)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(kept).center().y() - before)

    def _type_like(self, run: Run, span: Span) -> None:
        self.setCurrentCharFormat(self.bridge.typing_format(span.block, span.start, run))
        self.keys.pending = True

    def _set_selection(self, anchor: tuple[int, int], caret: tuple[int, int]) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self.bridge.position(*anchor))
        cursor.setPosition(self.bridge.position(*caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _tab(self, numbered: int | None, way: int) -> None:
        from ui.editor import writing

        if numbered is None:
            writing.go_to_slot(self, way)
        else:
            writing.change_level(self, numbered, way)

    def _show_text(self) -> None:
        self.setDocument(self.bridge.text)
        self.bridge.text.modificationChanged.connect(self.modified_changed)
        self.bridge.layout.documentSizeChanged.connect(self.page.fit)
        self.page.fit()
        self.viewport().update()  # Qt leaves the old text there where the new one is no longer
        self.underlines.clear()
        self.edited.emit()

    def _changed(self) -> None:
        self.underlines.text_changed()
        self.edited.emit()

    def _caret_moved(self) -> None:
        self.keys.pending = False
        self.underlines.caret_moved()
        self.caret_moved.emit(self.textCursor().blockNumber())

    # What Qt calls.

    def undo(self) -> None:
        """Take back one step; the caret stays with its words where they have only moved."""
        if not self.bridge.steps.undo():
            travel(self, super().undo)
            self.told.emit("")  # what was said of it holds no more

    def redo(self) -> None:
        """Bring back one step; the caret stays with its words where they have only moved."""
        if not self.bridge.steps.redo():
            travel(self, super().redo)

    def cut(self) -> None:
        """Copy the selection and take it out as one undo step."""
        self.copy()
        self.keys.remove_selection()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selection as plain text, as HTML with the looks of the roles, as blocks."""
        return clipboard.mime(clipboard.selection(self.bridge, self.textCursor()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, HTML and our own blocks, and files to open; of a picture only the word."""
        return source.hasUrls() or source.hasText() or source.hasHtml() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop: text is cleaned, files are for the window to open."""
        from ui.editor import dropping

        if not dropping.take_files(self, source):
            dropping.paste_at_caret(self, source)

    def paste_plain(self) -> None:
        """Paste the text of the clipboard without marks and looks."""
        from ui.editor import dropping

        dropping.paste_at_caret(self, QGuiApplication.clipboard().mimeData(), bare=True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take files, and what may be put in."""
        from ui.editor import dropping

        if not dropping.offer_files(event):
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open files; move what was dragged within the text as one undo step; paste all else."""
        from ui.editor import dropping

        super().dragLeaveEvent(QDragLeaveEvent())  # the caret that shows where it would go
        dropping.dropped(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a key do what a writer of documents expects; everything else is Qt's."""

        def insert() -> None:
            QTextEdit.keyPressEvent(self, event)

        if self.keys.press(event, insert):
            event.accept()
            self.ensureCursorVisible()
        elif not asks_for_menu(event):
            insert()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method composes or commits; only a commit is typing."""
        cursor = self.textCursor()
        if event.preeditString() and not self.isReadOnly():
            if self.keys.guarded(cursor):
                return
            if cursor.hasSelection():
                self.keys.remove_selection()
        if self.composing and event.commitString():
            super().inputMethodEvent(QInputMethodEvent())  # what was composed makes way
        self.composing = bool(event.preeditString())

        def insert() -> None:
            QTextEdit.inputMethodEvent(self, event)

        if event.commitString() and not event.replacementLength():
            self.keys.type(event.commitString(), insert)
        else:
            insert()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the input method where the page is, once Qt has told it where the widget is."""
        super().focusInEvent(event)
        self._place_timer.start()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Tell the input method where the page has gone."""
        super().moveEvent(event)
        self._place_timer.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = 10 if event.angleDelta().y() > 0 else -10
            self.set_zoom(self.page.zoom + step)
            self.zoomed.emit(self.page.zoom)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in the middle."""
        super().resizeEvent(event)
        self.page.center()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the marks of deleted text over it."""
        super().paintEvent(event)
        self.underlines.revisions.paint()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the message of the finding or change under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.finding_at(event.pos())
            other = self.underlines.revisions.message_at(event.pos())
            QToolTip.showText(event.globalPos(), found.message if found else other, self)
            return True
        done = super().viewportEvent(event)
        if event.type() in _MOVING:
            self._place_timer.start()
        return done


def selected_runs(editor: Editor) -> list[Run]:
    """Return the runs of the selection, none where nothing is selected."""
    return [
        run
        for span in editor.selected_stretches()
        for run in cut(editor.bridge.block(span.block).runs, span.start, span.end)
    ]


def typing_look(editor: Editor) -> Run:
    """Return the look of what would be typed at the caret now, as an empty run."""
    if editor.keys.pending:
        return own_marks(editor.currentCharFormat())
    span = editor.caret()
    return look_at(editor.bridge.block(span.block), span.start, span.start)


def _kept(place: tuple[int, int], edit: Edit) -> tuple[int, int]:
    """Return where a place has moved to after an edit."""
    number, offset = place
    if isinstance(edit, TextEdit) and edit.block == number and offset > edit.start:
        grown = len(edit.text) - (edit.end - edit.start)
        inside = min(offset, edit.start + len(edit.text))
        return number, offset + grown if offset >= edit.end else inside
    if isinstance(edit, Splice) and number >= edit.start:
        if number >= edit.end:
            return number + len(edit.blocks) - (edit.end - edit.start), offset
        if not edit.blocks:
            return edit.start, 0  # with nothing of what follows selected
        return min(number, edit.start + len(edit.blocks) - 1), offset
    return place
