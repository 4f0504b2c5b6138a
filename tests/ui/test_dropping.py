"""Files and text dragged into a window with the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.document.model import Block, Document, Role, Run, Span
from app.document.notation import dump, parse
from ui.editor import clipboard
from ui.start.page import StartPage

BOTH = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "另一份.txt"
    path.write_text("关于另一件事的通知\n各单位要抓好落实。\n", encoding="utf-8")
    return path


def files(*paths):
    found = QMimeData()
    found.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return found


def drag(widget, place, content):
    """Drag a content over a widget and let go; return the action, None where nobody takes it."""
    enter = QDragEnterEvent(place, BOTH, content, LEFT, NONE)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return None
    over = QDragMoveEvent(place, BOTH, content, LEFT, NONE)
    QApplication.sendEvent(widget, over)
    drop = QDropEvent(QPointF(place), BOTH, content, LEFT, NONE)
    QApplication.sendEvent(widget, drop)
    return drop.dropAction() if drop.isAccepted() else None


def titles(workplace):
    return [one.session.path.name for one in workplace.windows if one.session.path is not None]


SPOTS = {
    "text": lambda window: window.editor.viewport(),
    "tree": lambda window: window.outline.view.viewport(),
    "filter": lambda window: window.outline.filter,
    "findings": lambda window: window.findings,
    "menu": lambda window: window.menuBar(),
    "status": lambda window: window.statusBar(),
    "frame": lambda window: window,
}


@pytest.mark.parametrize("spot", SPOTS)
def test_a_file_dropped_anywhere_is_opened_and_stays_where_it_was(
    window, workplace, draft, qtbot, spot
):
    window.editor.load(Document((Block((Run("正在写的文稿。"),)),)))
    window.blank = False
    action = drag(SPOTS[spot](window), QPoint(5, 5), files(draft))
    assert action is Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: titles(workplace) == [draft.name])
    assert window.editor.snapshot().texts == ("正在写的文稿。",)
    assert draft.exists()


@pytest.mark.parametrize("spot", ["page", "search", "field"])
def test_a_file_dropped_on_the_start_page_is_opened_there(window, workplace, draft, qtbot, spot):
    window.show_start_page()
    page = window.findChild(StartPage)
    target = {"page": page, "search": page.search, "field": next(iter(page.edits.values()))}[spot]
    assert drag(target, QPoint(5, 5), files(draft)) is Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: titles(workplace) == [draft.name])
    assert window.session.path == draft


def test_a_file_pasted_from_the_file_manager_is_opened(window, workplace, draft, qtbot):
    window.editor.insertFromMimeData(files(draft))
    qtbot.waitUntil(lambda: titles(workplace) == [draft.name])


def test_a_file_dropped_on_the_model_text_beside_is_opened(window, workplace, draft, qtbot):
    window.opening.split(on=True)
    beside = window.split.widget(window.split.count() - 1)
    editor = beside.findChild(type(window.editor))
    assert drag(editor.viewport(), QPoint(5, 5), files(draft)) is Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: draft.name in titles(workplace))


def test_text_dropped_on_the_text_is_cleaned_and_one_undo_brings_back_what_was_cleaned(window):
    window.editor.load(parse("body| 甲。\nbody| 乙。"))
    content = QMimeData()
    content.setText("各 级 要重视")
    content.setHtml('<p style="color:red">各 级 要<b>重视</b></p>')
    place = window.editor.cursorRect(window.editor.bridge.select(1, 0, 0)).center()
    drag(window.editor.viewport(), place, content)
    assert dump(window.editor.snapshot()) == "body| 甲。\nbody| 各级要**重视**乙。"
    window.editor.undo()
    assert window.editor.snapshot().texts == ("甲。", "各 级 要重视乙。")
    window.editor.undo()
    assert window.editor.snapshot().texts == ("甲。", "乙。")


def test_our_own_text_dropped_keeps_its_roles(window):
    window.editor.load(parse("heading1| 一、甲\nbody| 文。\nbody| 尾。"))
    content = clipboard.mime(parse("heading2| （一）子\nbody| **丑**。"))
    place = window.editor.cursorRect(window.editor.bridge.select(2, 0, 0)).center()
    drag(window.editor.viewport(), place, content)
    roles = [one.role for one in window.editor.snapshot().blocks]
    assert roles == [Role.HEADING1, Role.BODY, Role.HEADING2, Role.BODY]
    window.editor.undo()
    assert dump(window.editor.snapshot()) == "heading1| 一、甲\nbody| 文。\nbody| 尾。"


class _From(QDropEvent):
    """A drop that comes from a widget of the program."""

    def __init__(self, source, place, content):
        super().__init__(QPointF(place), BOTH, content, LEFT, NONE)
        self._source = source
        self.setDropAction(Qt.DropAction.MoveAction)

    def source(self):
        return self._source


def drop_selection(giver, taker, block):
    place = taker.cursorRect(taker.bridge.select(block, 0, 0)).center()
    content = giver.createMimeDataFromSelection()
    event = _From(giver.viewport(), place, content)
    taker.dropEvent(event)
    return event


def test_text_dragged_to_the_other_view_of_a_text_moves_in_one_step(window):
    window.editor.load(parse("body| 甲。\nheading1| 一、乙\nbody| 丙。"))
    window.opening.split(on=True)
    beside = window.split.widget(window.split.count() - 1).findChild(type(window.editor))
    giver = window.editor
    cursor = giver.textCursor()
    cursor.setPosition(giver.bridge.position(1, 0))
    cursor.setPosition(giver.bridge.position(2, 0), cursor.MoveMode.KeepAnchor)
    giver.setTextCursor(cursor)
    event = drop_selection(giver, beside, 0)
    assert event.dropAction() is Qt.DropAction.CopyAction
    assert dump(giver.snapshot()) == "heading1| 一、乙\nbody| 甲。\nbody| 丙。"
    giver.undo()
    assert dump(giver.snapshot()) == "body| 甲。\nheading1| 一、乙\nbody| 丙。"


def test_text_dragged_to_another_document_is_copied(window, workplace):
    window.editor.load(parse("body| 甲。\nbody| 乙。"))
    other = workplace.new_window()
    other.editor.load(parse("body| 丙。"))
    window.editor.show_span(Span(0, 0, 2))
    event = drop_selection(window.editor, other.editor, 0)
    assert event.dropAction() is Qt.DropAction.CopyAction
    assert other.editor.snapshot().texts == ("甲。丙。",)
    assert window.editor.snapshot().texts == ("甲。", "乙。")
