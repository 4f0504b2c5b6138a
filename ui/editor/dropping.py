"""What is pasted or dropped into an editor: files to open, text of its own, text of others."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent

from ui.editor.editor import Editor
from ui.editor.paste import NO_TEXT, move, paste


def take_files(editor: Editor, source: QMimeData) -> bool:
    """Ask for the files that a content names to be opened; tell whether it names any."""
    paths = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
    if paths:
        editor.files_dropped.emit(paths)
    return bool(paths)


def offer_files(event: QDropEvent) -> bool:
    """Accept dragged files, of which whoever sends them keeps his own; False for all else."""
    named = any(url.isLocalFile() for url in event.mimeData().urls())
    if named:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    return named


def take_dropped(editor: Editor, event: QDropEvent) -> bool:
    """Ask for dropped files to be opened; False for all else."""
    return offer_files(event) and take_files(editor, event.mimeData())


def dropped(editor: Editor, event: QDropEvent) -> None:
    """Open files, move what comes from the text itself, put all else in where it was let go.

    Qt would put it in within an edit of its own, of which nobody is told until it is over, and
    would take what was moved out of its text without regard to paragraphs.
    """
    if take_dropped(editor, event) or editor.isReadOnly():
        return
    target = editor.cursorForPosition(event.position().toPoint())
    giver = _giver(event)
    moved = giver is not None and giver.bridge is editor.bridge
    if giver is not None and moved and event.dropAction() == Qt.DropAction.MoveAction:
        move(giver, target.position())
        editor.setTextCursor(giver.textCursor())
    else:
        editor.setTextCursor(target)
        paste_at_caret(editor, event.mimeData())
    editor.setFocus()
    event.setDropAction(Qt.DropAction.CopyAction)  # nobody else takes anything out
    event.accept()


def _giver(event: QDropEvent) -> Editor | None:
    """Return the editor that something is dragged from, None for another program."""
    source = event.source()
    holder = source.parent() if source is not None else None
    return next((one for one in (source, holder) if isinstance(one, Editor)), None)


def paste_at_caret(editor: Editor, source: QMimeData, *, bare: bool = False) -> None:
    """Put a content in place of the selection; `bare` takes the text alone."""
    cursor = editor.textCursor()
    if editor.isReadOnly() or editor.keys.guarded(cursor):
        return
    if not (source.hasText() or source.hasHtml()):
        if source.hasImage():
            editor.told.emit(NO_TEXT)
        return
    span = cursor.selectionStart(), cursor.selectionEnd()
    stop, note = paste(editor.bridge, span, source, bare=bare, shifts=editor.keys.shifts)
    cursor.setPosition(stop)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    if note:
        editor.told.emit(note)
