from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from app.document.edits import RoleEdit, Splice, TextEdit
from app.document.model import Align, Block, Document, Role, Run, Span, block
from app.document.notation import dump, parse
from ui.editor.editor import Editor

BODY = "各级各部门要高度重视，切实加强组织领导，层层压实责任，确保各项任务落到实处。"


@pytest.fixture
def editor(qtbot):
    found = Editor()
    qtbot.addWidget(found)
    found.resize(900, 600)
    found.show()
    found.setFocus()
    return found


def show(editor, notation, block=0, offset=None):
    editor.load(parse(notation))
    at = len(editor.snapshot().blocks[block]) if offset is None else offset
    editor.show_span(Span(block, at, at))


def text_of(editor):
    return dump(editor.snapshot())


def key(editor, name, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(editor, name, modifiers)


def type_in(editor, text):
    for sign in text:
        if ord(sign) < 0x100:
            QTest.keyClicks(editor, sign)
        else:
            commit(editor, sign)


def commit(editor, text):
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def preedit(editor, text):
    QApplication.sendEvent(editor, QInputMethodEvent(text, []))


def test_typing_six_characters_is_one_undo_step_as_in_a_plain_text_edit(editor, qtbot):
    plain = QTextEdit()
    qtbot.addWidget(plain)
    show(editor, f"body| {BODY}")
    plain.setPlainText(BODY)
    for one in (editor, plain):
        one.moveCursor(editor.textCursor().MoveOperation.End)
        QTest.keyClicks(one, "abcdef")
        one.undo()
    assert plain.toPlainText() == BODY
    assert text_of(editor) == f"body| {BODY}"
    editor.redo()
    assert text_of(editor) == f"body| {BODY}abcdef"


def test_typing_a_number_makes_a_heading_and_one_undo_takes_back_just_that(editor):
    show(editor, f"body| {BODY}\nbody| ", 1)
    type_in(editor, "一、")
    assert editor.snapshot().blocks[1].role is Role.HEADING1
    editor.undo()
    assert text_of(editor).endswith("body| 一、")
    editor.redo()
    assert text_of(editor).endswith("heading1| 一、")


def test_after_the_heading_was_undone_the_paragraph_is_left_alone(editor):
    show(editor, f"body| {BODY}\nbody| ", 1)
    type_in(editor, "一、")
    editor.undo()
    type_in(editor, "甲")
    assert text_of(editor).endswith("body!| 一、甲")


def test_a_preedit_changes_nothing_and_tells_of_nothing(editor, qtbot):
    show(editor, f"body| {BODY}")
    before = editor.revision
    with qtbot.assertNotEmitted(editor.edited):
        preedit(editor, "gong zuo")
        assert editor.composing
        assert text_of(editor) == f"body| {BODY}"
        preedit(editor, "")
    assert not editor.composing
    assert editor.revision == before


def test_a_commit_is_typing(editor, qtbot):
    show(editor, "body| ")
    preedit(editor, "gong zuo")
    with qtbot.waitSignal(editor.edited):
        commit(editor, "工作")
    assert editor.snapshot().texts == ("工作",)
    assert not editor.composing


def test_a_commit_in_place_of_a_selection_leaves_no_composition_behind(editor):
    show(editor, "body| 甲乙丙", 0, 3)
    preedit(editor, "gong")
    editor.show_span(Span(0, 0, 2))
    preedit(editor, "gong zuo")
    commit(editor, "工作")
    assert editor.snapshot().texts == ("工作丙",)
    assert editor.document().firstBlock().layout().preeditAreaText() == ""


def test_a_composition_over_a_selection_takes_it_out_in_our_way(editor):
    show(editor, "heading1!| 一、甲\nbody| 乙丙", 0, 0)
    cursor = editor.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(5, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    preedit(editor, "gong")
    assert text_of(editor) == "body| 丙"


def test_a_composition_in_an_object_is_refused(with_table):
    before = with_table.snapshot()
    with_table.show_span(Span(1, 1, 1))
    preedit(with_table, "gong")
    commit(with_table, "工")
    assert with_table.snapshot().blocks[1].object == "t1" or before != with_table.snapshot()


def test_the_input_method_is_told_where_the_caret_is_at_every_zoom(editor, qtbot):
    editor.activateWindow()
    qtbot.waitUntil(editor.hasFocus)
    show(editor, f"body| {BODY * 40}", 0, 200)
    for zoom in (50, 100, 150, 200, 100):
        editor.set_zoom(zoom)
        QApplication.processEvents()
        told = QGuiApplication.inputMethod().cursorRectangle().topLeft()
        shown = editor.viewport().mapTo(editor.window(), editor.cursorRect().topLeft())
        assert abs(told.x() - shown.x()) < 3
        assert abs(told.y() - shown.y()) < 3
        assert editor.viewport().rect().contains(editor.cursorRect().center())


def test_a_body_paragraph_comes_after_a_heading(editor):
    show(editor, "heading1| 一、加强领导")
    key(editor, Qt.Key.Key_Return)
    assert text_of(editor) == "heading1| 一、加强领导\nbody| "
    editor.undo()
    assert text_of(editor) == "heading1| 一、加强领导"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("item| 3.抓好落实。", "item| 4."),
        ("item| 二是抓好落实。", "item| 三是"),
        ("item| （2）抓好落实。", "item| （3）"),
        ("heading2| （二）抓好落实。各级要重视。", "heading2| （三）"),
    ],
)
def test_enter_offers_the_next_number_and_enter_again_takes_it_away(editor, before, after):
    show(editor, before)
    key(editor, Qt.Key.Key_Return)
    assert text_of(editor) == f"{before}\n{after}"
    key(editor, Qt.Key.Key_Return)
    assert text_of(editor) == f"{before}\nbody| "


def test_what_is_typed_behind_an_offered_number_is_an_undo_step_of_its_own(editor, qtbot):
    qtbot.keyClicks(editor, "1.abc")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "de")
    assert editor.snapshot().texts == ("1.abc", "2.de")
    editor.undo()
    assert editor.snapshot().texts == ("1.abc", "2.")
    editor.undo()
    assert editor.snapshot().texts == ("1.abc",)
    assert editor.caret().end == len("1.abc")


def test_enter_on_an_empty_centred_block_inserts_a_block(editor):
    editor.load(Document((Block(role=Role.TITLE, align=Align.CENTER),)))
    key(editor, Qt.Key.Key_Return)
    assert len(editor.snapshot().blocks) == 2


def test_enter_inside_a_paragraph_splits_it(editor):
    show(editor, "body| 甲乙，丙丁。", 0, 3)
    key(editor, Qt.Key.Key_Return)
    assert editor.snapshot().texts == ("甲乙，", "丙丁。")
    assert editor.caret() == Span(1, 0, 0)


def test_enter_at_the_start_pushes_the_paragraph_down_with_its_role(editor):
    show(editor, "heading1| 一、加强领导", 0, 0)
    key(editor, Qt.Key.Key_Return)
    assert text_of(editor) == "body| \nheading1| 一、加强领导"


def test_backspace_after_an_empty_paragraph_keeps_the_heading_a_heading(editor):
    show(editor, "body| \nheading1| 一、加强领导", 1, 0)
    key(editor, Qt.Key.Key_Backspace)
    assert text_of(editor) == "heading1| 一、加强领导"


def test_backspace_at_a_join_keeps_the_role_of_the_first_block(editor):
    show(editor, "heading1| 一、加强\nbody| 领导", 1, 0)
    key(editor, Qt.Key.Key_Backspace)
    assert text_of(editor) == "heading1| 一、加强领导"
    assert editor.caret() == Span(0, 4, 4)


def test_shift_enter_breaks_the_line_inside_the_paragraph(editor):
    show(editor, "title!| 关于加强管理的通知", 0, 4)
    key(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert editor.snapshot().texts == ("关于加强\n管理的通知",)


def test_bold_on_a_selection_is_one_step_and_toggles(editor):
    show(editor, "body| 甲乙丙\nbody| 丁戊")
    editor.selectAll()
    editor.toggle("bold")
    assert text_of(editor) == "body| **甲乙丙**\nbody| **丁戊**"
    editor.toggle("bold")
    assert text_of(editor) == "body| 甲乙丙\nbody| 丁戊"


@pytest.mark.parametrize(("presses", "shown"), [(1, "甲**ab**"), (2, "甲ab")])
def test_a_mark_without_a_selection_holds_for_what_is_typed_next(editor, presses, shown):
    show(editor, "body| 甲")
    for _ in range(presses):
        editor.toggle("bold")
    QTest.keyClicks(editor, "ab")
    assert text_of(editor) == f"body| {shown}"


def test_marks_without_a_selection_add_up(editor):
    show(editor, "body| 甲")
    editor.toggle("bold")
    editor.toggle("underline")
    QTest.keyClicks(editor, "ab")
    made = editor.snapshot().blocks[0].runs[-1]
    assert (made.text, made.bold, made.underline) == ("ab", True, True)


def test_typing_after_the_lead_sentence_of_a_heading_has_the_face_of_the_body(editor):
    show(editor, "heading1!| 一、加强领导。")
    commit(editor, "各级")
    fresh = Editor()
    fresh.load(editor.snapshot())
    assert shown(editor) == shown(fresh)
    fresh.close()


def shown(editor):
    parts = editor.document().firstBlock().textFormats()
    return [(p.start, p.length, p.format.fontFamilies()) for p in parts]


def test_a_role_chosen_by_the_writer_stays_while_typing(editor):
    show(editor, f"body| {BODY}\nbody| 一")
    editor.show_span(Span(1, 1, 1))
    editor.set_role(Role.BODY)
    type_in(editor, "、")
    assert text_of(editor).endswith("body!| 一、")


def test_edits_keep_the_caret_with_its_text_and_are_one_step(editor):
    show(editor, "body| 甲乙丙\nbody| 丁戊己", 1, 2)
    editor.apply([Splice(0, 1, (block("子"), block("丑"))), TextEdit(2, 0, 1, "寅卯")])
    assert editor.snapshot().texts == ("子", "丑", "寅卯戊己")
    assert editor.caret() == Span(2, 3, 3)
    editor.undo()
    assert editor.snapshot().texts == ("甲乙丙", "丁戊己")


def test_a_fix_that_makes_a_heading_gives_it_its_role_in_the_same_step(editor):
    show(editor, f"body| {BODY}\nbody| 二，加强领导\nbody| {BODY}")
    editor.apply([TextEdit(1, 1, 2, "、")])
    assert editor.snapshot().blocks[1].role is Role.HEADING1
    editor.undo()
    assert editor.snapshot().blocks[1].role is Role.BODY


@pytest.fixture
def with_table(editor):
    table = Block((Run("甲\t乙"),), Role.OBJECT, object="t1")
    editor.load(Document((block("前文"), table, block("后文"))))
    return editor


@pytest.mark.parametrize(
    ("place", "pressed"),
    [
        (Span(1, 1, 1), Qt.Key.Key_Backspace),
        (Span(1, 1, 1), Qt.Key.Key_X),
        (Span(1, 0, 2), Qt.Key.Key_Delete),
        (Span(0, 2, 2), Qt.Key.Key_Delete),
        (Span(2, 0, 0), Qt.Key.Key_Backspace),
    ],
)
def test_an_object_is_never_broken_but_selected_and_then_deleted_as_a_whole(
    with_table, place, pressed
):
    before = with_table.snapshot()
    with_table.show_span(place)
    key(with_table, pressed)
    assert with_table.snapshot() == before
    assert with_table.textCursor().selectedText() == "甲\t乙"
    key(with_table, Qt.Key.Key_Delete)
    assert with_table.snapshot().texts == ("前文", "", "后文")
    assert with_table.snapshot().blocks[1].object is None


def test_a_selection_that_breaks_into_an_object_cannot_be_deleted(with_table):
    before = with_table.snapshot()
    cursor = with_table.textCursor()
    cursor.setPosition(1)
    cursor.setPosition(4, cursor.MoveMode.KeepAnchor)
    with_table.setTextCursor(cursor)
    key(with_table, Qt.Key.Key_Delete)
    assert with_table.snapshot() == before


def test_zoom_makes_the_column_wider_and_leaves_undo_and_text_alone(editor):
    show(editor, f"body| {BODY * 3}")
    lines = editor.document().firstBlock().layout().lineCount()
    width = editor.page.width
    editor.set_zoom(200)
    QApplication.processEvents()
    assert editor.page.width == pytest.approx(2 * width, rel=0.05)
    assert editor.document().firstBlock().layout().lineCount() == lines
    assert not editor.document().isUndoAvailable()
    assert not editor.document().isModified()


def test_a_full_line_holds_28_characters(editor):
    show(editor, f"body| {'国' * 100}")
    layout = editor.document().firstBlock().layout()
    assert [layout.lineAt(n).textLength() for n in range(layout.lineCount())] == [26, 28, 28, 18]


def test_loading_shows_another_text_unmodified(editor, qtbot):
    with qtbot.waitSignal(editor.edited):
        editor.load(parse("body| 甲"))
    commit(editor, "乙")
    assert editor.document().isModified()
    editor.load(parse("body| 丙"))
    assert not editor.document().isModified()
    assert editor.snapshot().texts == ("丙",)


def test_the_caret_tells_the_block_it_is_in(editor, qtbot):
    show(editor, "body| 甲\nbody| 乙", 1)
    with qtbot.waitSignal(editor.caret_moved) as told:
        editor.show_span(Span(0, 1, 1))
    assert told.args == [0]


def test_a_second_view_shows_the_same_text(editor, qtbot):
    show(editor, "body| 甲")
    other = Editor(bridge=editor.bridge)
    qtbot.addWidget(other)
    commit(editor, "乙")
    assert other.snapshot().texts == ("乙甲",) or other.snapshot().texts == ("甲乙",)
    editor.load(parse("body| 丙"))
    assert other.toPlainText() == "丙"


def test_set_role_keeps_objects(with_table):
    with_table.selectAll()
    with_table.set_role(Role.ITEM)
    roles = [one.role for one in with_table.snapshot().blocks]
    assert roles == [Role.ITEM, Role.OBJECT, Role.ITEM]
    with_table.apply([RoleEdit(0, Role.BODY, chosen=False)])


def test_a_paragraph_taken_out_leaves_nothing_of_the_next_one_selected(editor):
    editor.load(parse("noise| 广告\ntitle| 工作要点"))
    editor.show_span(Span(0, 0, 2))
    editor.apply([Splice(0, 1)])
    assert editor.snapshot().texts == ("工作要点",)
    assert editor.caret() == Span(0, 0, 0)
