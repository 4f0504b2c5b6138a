from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.document.model import Align, Block, Document, Role, Run, Span
from app.document.notation import dump, parse
from ui.editor import writing
from ui.editor.dates import DateForm, date_text
from ui.editor.editor import Editor
from ui.editor.pairs import Help, Helps, helped, paired


@pytest.fixture
def editor(qtbot):
    found = Editor()
    qtbot.addWidget(found)
    found.resize(900, 500)
    found.show()
    return found


def show(editor, notation, span):
    editor.load(parse(notation))
    editor.show_span(span)


def text_of(editor):
    return dump(editor.snapshot())


def undone(editor, notation):
    editor.undo()
    return text_of(editor) == notation


def test_a_paragraph_moves_up_and_down_with_its_caret(editor):
    before = "body| 甲\nheading1| 一、乙\nbody| 丙"
    show(editor, before, Span(1, 1, 1))
    writing.move_blocks(editor, -1)
    assert text_of(editor) == "heading1| 一、乙\nbody| 甲\nbody| 丙"
    assert editor.caret() == Span(0, 1, 1)
    assert undone(editor, before)
    editor.show_span(Span(1, 1, 1))
    writing.move_blocks(editor, 1)
    assert text_of(editor) == "body| 甲\nbody| 丙\nheading1| 一、乙"
    writing.move_blocks(editor, 1)
    assert editor.caret() == Span(2, 1, 1)


def test_duplicating_puts_the_caret_in_the_copy(editor):
    show(editor, "body| 甲\nbody| **乙**丙", Span(1, 1, 1))
    writing.duplicate(editor)
    assert text_of(editor) == "body| 甲\nbody| **乙**丙\nbody| **乙**丙"
    assert editor.caret() == Span(2, 1, 1)
    assert undone(editor, "body| 甲\nbody| **乙**丙")


def test_joining_makes_one_paragraph_in_one_step(editor):
    show(editor, "heading1| 一、甲\nbody| 乙\nbody| 丙", Span(0, 0, 0))
    writing.join(editor)
    assert text_of(editor) == "heading1| 一、甲乙\nbody| 丙"
    assert undone(editor, "heading1| 一、甲\nbody| 乙\nbody| 丙")
    editor.selectAll()
    writing.join(editor)
    assert text_of(editor) == "heading1| 一、甲乙丙"


def test_sentence_and_paragraph_are_selected(editor):
    show(editor, "body| 他说：“要抓好。”各级要落实！完", Span(0, 2, 2))
    writing.select_sentence(editor)
    assert editor.textCursor().selectedText() == "他说：“要抓好。”"
    editor.show_span(Span(0, 10, 10))
    writing.select_sentence(editor)
    assert editor.textCursor().selectedText() == "各级要落实！"
    writing.select_paragraph(editor)
    assert editor.caret() == Span(0, 0, 16)


def test_tab_goes_through_the_slots_and_back(editor):
    show(editor, "body| 请【单位】于××前报【联系人】", Span(0, 0, 0))
    for place in (Span(0, 1, 5), Span(0, 6, 8), Span(0, 10, 15), Span(0, 1, 5)):
        QTest.keyClick(editor, Qt.Key.Key_Tab)
        assert editor.caret() == place
    QTest.keyClick(editor, Qt.Key.Key_Backtab)
    assert editor.caret() == Span(0, 10, 15)


def test_tab_types_nothing_where_there_is_no_slot(editor):
    show(editor, "body| 甲", Span(0, 1, 1))
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert text_of(editor) == "body| 甲"


def test_tab_at_the_start_of_a_numbered_paragraph_lowers_it_and_shift_tab_raises_it(editor):
    before = "heading1| 一、甲\nbody| 文\nheading1| 二、乙\nbody| 文"
    show(editor, before, Span(2, 0, 0))
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert text_of(editor) == "heading1| 一、甲\nbody| 文\nheading2| （一）乙\nbody| 文"
    QTest.keyClick(editor, Qt.Key.Key_Backtab)
    assert editor.snapshot().texts[2] == "二、乙"


def test_the_writer_is_told_where_a_level_can_not_be_changed(editor, qtbot):
    show(editor, "heading1| 一、甲\nbody| 文", Span(0, 0, 0))
    for key, words in ((Qt.Key.Key_Tab, "前面没有同级"), (Qt.Key.Key_Backtab, "最高一级")):
        with qtbot.waitSignal(editor.told) as told:
            QTest.keyClick(editor, key)
        assert words in told.args[0]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (DateForm.ARABIC, "2026年11月5日"),
        (DateForm.CHINESE, "二〇二六年十一月五日"),
        (DateForm.BRACKETS, "（2026年11月5日）"),
    ],
)
def test_a_date_is_written_in_three_forms(form, text):
    assert date_text(dt.date(2026, 11, 5), form) == text


def test_clearing_takes_every_look_of_its_own_off(editor):
    runs = (Run("甲", bold=True, color="FF0000"), Run("乙", size=22.0))
    editor.load(Document((Block(runs, Role.BODY, align=Align.CENTER),)))
    writing.clear_formatting(editor)
    assert editor.snapshot().blocks == (Block((Run("甲乙"),)),)


def test_clearing_a_selection_leaves_the_rest_as_it_is(editor):
    show(editor, "body<center>| **甲乙**", Span(0, 0, 1))
    writing.clear_formatting(editor)
    assert text_of(editor) == "body<center>| 甲**乙**"


def test_the_format_painter_gives_marks_and_the_role_of_whole_paragraphs(editor, qtbot):
    show(editor, "heading1!| **一、甲**\nbody| 乙丙\nbody| 丁戊", Span(0, 1, 1))
    painter = writing.FormatPainter(editor)
    painter.take()
    editor.show_span(Span(1, 0, 2))
    painter.give()
    assert not painter.armed
    painter.give()
    assert text_of(editor) == "heading1!| **一、甲**\nheading1!| **乙丙**\nbody| 丁戊"
    painter.take()
    spot = editor.cursorRect(editor.bridge.select(2, 0, 0)).center()
    end = editor.cursorRect(editor.bridge.select(2, 1, 1)).center()
    view = editor.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    qtbot.waitUntil(lambda: not painter.armed)


def test_the_format_painter_outlives_a_click_and_esc_drops_it(editor, qtbot):
    show(editor, "heading1!| 一、甲\nbody| 乙丙", Span(0, 1, 1))
    painter = writing.FormatPainter(editor)
    painter.take()
    place = editor.cursorRect(editor.bridge.select(1, 1, 1)).center()
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.wait(20)
    assert painter.armed
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not painter.armed
    assert text_of(editor) == "heading1!| 一、甲\nbody| 乙丙"


def test_a_copied_paragraph_has_no_bookmark(editor):
    editor.load(Document((Block((Run("甲"),), bookmark=True),)))
    writing.duplicate(editor)
    assert [block.bookmark for block in editor.snapshot().blocks] == [True, False]


def type_in(editor, text):
    for sign in text:
        QTest.keyClicks(editor, sign)


def test_quotes_know_their_side_and_brackets_come_in_pairs(editor):
    show(editor, "body| ", Span(0, 0, 0))
    editor.keys.helps = Helps()
    type_in(editor, '"')
    assert editor.snapshot().texts == ("“”",)
    editor.insert("十四五")
    type_in(editor, '"')
    assert editor.snapshot().texts == ("“十四五”",)
    assert editor.caret() == Span(0, 5, 5)
    editor.insert("《")
    editor.undo()


def test_backspace_in_an_empty_pair_takes_both(editor):
    show(editor, "body| 甲", Span(0, 1, 1))
    editor.keys.helps = Helps()
    type_in(editor, '"')
    assert editor.snapshot().texts == ("甲“”",)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.snapshot().texts == ("甲",)


def test_a_selection_is_put_in_quotes(editor):
    show(editor, "body| 抓三化", Span(0, 1, 3))
    editor.keys.helps = Helps()
    type_in(editor, '"')
    assert editor.snapshot().texts == ("抓“三化”",)


def test_a_quote_typed_over_several_paragraphs_is_a_chinese_one(editor):
    show(editor, "body| 甲乙\nbody| 丙丁", Span(0, 1, 1))
    editor.keys.helps = Helps()
    editor.moveCursor(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    type_in(editor, '"')
    assert editor.snapshot().texts == ("甲“丙丁",)


def test_a_dash_typed_twice_is_still_one(editor):
    show(editor, "body| 甲", Span(0, 1, 1))
    editor.keys.helps = Helps()
    write(editor, "——")
    assert editor.snapshot().texts == ("甲——",)
    editor.undo()
    assert editor.snapshot().texts == ("甲",)


def test_the_next_number_keeps_the_space_behind_it(editor):
    show(editor, "item| 1. 抓学习；", Span(0, 7, 7))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.snapshot().texts == ("1. 抓学习；", "2. ")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.snapshot().texts == ("1. 抓学习；", "")


def write(editor, text):
    """Type Latin letters as keys, and Chinese as an input method commits it, sign by sign."""
    for sign in text:
        if sign.isascii():
            QTest.keyClicks(editor, sign)
        else:
            commit = QInputMethodEvent()
            commit.setCommitString(sign)
            QApplication.sendEvent(editor, commit)


@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("item| 9.抓学习。", "10."),
        ("heading2| （二）抓学习。要认真。", "（三）"),
        ("item| 二是抓学习。", "三是"),
        ("item| 1. 抓学习。", "2."),
    ],
)
def test_a_number_that_was_offered_may_be_typed_all_the_same(editor, before, number):
    show(editor, before, Span(0, 99, 99))
    editor.keys.helps = Helps()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    write(editor, f"{number}抓工作")
    assert editor.snapshot().texts[1] == f"{number}抓工作"
    assert editor.caret().start == len(number) + 3


@pytest.mark.parametrize(
    ("typed", "before", "after", "selected", "help_"),
    [
        ('"', "宽5", "", "", None),
        ("'", "it", "", "", None),
        ('"', "“甲", "乙", "", Help("”")),
        ("（", "", "甲", "", None),
        ("（", "", "", "", Help("（）", 1)),
        ("）", "（甲", "）", "", Help(over=True)),
        ("^", "甲", "", "", Help("……")),
        ("_", "甲", "", "", Help("——")),
        ("^", "2", "", "", None),
        ("…", "甲", "", "", Help("……")),
        ('"', "“GDP", "", "", Help("”")),
        ('"', "“12345", "”", "", Help(over=True)),
        ('"', "1.", "", "", Help("“”", 1)),
        ('"', "http://a.cn/?x=", "", "", None),
        ("—", "甲——", "", "", Help()),
        ("…", "甲……", "", "", Help()),
        ("—", "2026", "", "", None),
        (",", "甲", "", "", None),
        ("甲乙", "", "", "", None),
    ],
)
def test_a_help_is_given_where_it_helps(typed, before, after, selected, help_):
    assert helped(Helps(), typed, before, after, selected) == help_


def test_width_is_changed_after_chinese_only_when_switched_on():
    assert helped(Helps(wide=True), ",", "甲", "", "") == Help("，")
    assert helped(Helps(wide=True), ".", "3", "", "") is None
    assert helped(Helps(quotes=False), '"', "甲", "", "") is None


def test_a_pair_is_an_opening_mark_and_its_closing_one():
    assert paired("（）", 1)
    assert not paired("（甲）", 1)
    assert not paired("", 0)
