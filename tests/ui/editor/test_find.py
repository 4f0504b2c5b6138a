from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document.model import Block, Document, Role, Run, Span, block, document
from app.document.notation import parse
from ui.editor import find_bar, search
from ui.editor.editor import Editor
from ui.editor.find_bar import FindBar
from ui.editor.replace_preview import ReplacePreview
from ui.editor.search import BadPattern, Query, find, only_empty, replacement, section


def pairs(text):
    """Cut a text into words of two characters."""
    return [(at, min(at + 2, len(text))) for at in range(0, len(text), 2)]


def found(query, *texts, where=None):
    hits = find(document(*texts), query, where, words=pairs)
    return [(hit.span.block, hit.span.start, hit.span.end) for hit in hits]


def test_every_hit_is_found_in_order():
    assert found(Query("工作"), "工作工作", "做工作") == [(0, 0, 2), (0, 2, 4), (1, 1, 3)]


def test_a_loose_search_passes_over_width_and_punctuation():
    assert found(Query("ABC抓落实", loose=True), "ａｂｃ，抓 落、实。") == [(0, 0, 9)]
    assert found(Query("学习、贯彻", loose=True), "学习贯彻") == [(0, 0, 4)]
    assert found(Query("，", loose=True), "甲，乙") == [(0, 1, 2)]


def test_case_counts_only_when_asked_for():
    assert found(Query("abc"), "ABC") == [(0, 0, 3)]
    assert found(Query("abc", case=True), "ABC") == []


def test_whole_words_begin_and_end_where_words_do():
    assert found(Query("工作", whole_word=True), "工作做工作的") == [(0, 0, 2)]


def test_a_regular_expression_finds_and_its_groups_are_replaced():
    query = Query(r"(\d+)月(\d+)日", regex=True)
    hits = find(document("3月5日和4月6日"), query, words=pairs)
    edits = replacement(hits, query, r"\2/\1")
    assert [(edit.start, edit.text) for edit in edits] == [(5, "6/4"), (0, "5/3")]


def test_a_bad_pattern_is_told_in_chinese():
    with pytest.raises(BadPattern, match="正则表达式有误：第 1 个字符处"):
        found(Query("(", regex=True), "甲")
    query = Query("(甲)", regex=True)
    with pytest.raises(BadPattern, match="替换内容有误"):
        replacement(find(document("甲"), query, words=pairs), query, r"\2")


def test_a_search_stays_within_its_stretches():
    assert found(Query("甲"), "甲甲甲", "甲", where=[Span(0, 1, 3)]) == [(0, 1, 2), (0, 2, 3)]


def test_the_section_of_a_block_is_that_of_its_heading():
    text = parse("heading1| 一、甲\nbody| 乙\nbody| 丙\nheading1| 二、丁\nbody| 戊")
    assert [span.block for span in section(text, 1)] == [0, 1, 2]
    assert [span.block for span in section(text, 4)] == [3, 4]


def test_what_stands_before_the_first_heading_is_a_section_too():
    text = parse("title| 要点\nbody| 导语\nheading1| 一、甲\nbody| 乙")
    assert [span.block for span in section(text, 1)] == [0, 1]
    assert [span.block for span in section(parse("body| 甲\nbody| 乙"), 1)] == [0, 1]


@pytest.fixture
def editor(qtbot):
    made = Editor()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.load(parse("body| 抓工作促工作\nbody| 工作要实\nbody| 其他"))
    made.show()
    return made


@pytest.fixture
def bar(editor, qtbot):
    made = FindBar(editor, pairs)
    qtbot.addWidget(made)
    made.open(replacing=True)
    return made


def marked(editor):
    return [mark.cursor.selectedText() for mark in editor.extraSelections()]


def look_for(bar, text):
    bar.wanted.setText(text)
    bar.search()


def test_all_hits_are_marked_and_counted(bar, editor):
    look_for(bar, "工作")
    assert marked(editor) == ["工作"] * 3
    assert bar.count.text() == "共 3 处"


def test_enter_goes_on_and_shift_enter_back_round_the_ends(bar, editor):
    look_for(bar, "工作")
    QTest.keyClick(bar.wanted, Qt.Key.Key_Return)
    assert editor.caret() == Span(0, 1, 3)
    assert bar.count.text() == "第 1 处，共 3 处"
    QTest.keyClick(bar.wanted, Qt.Key.Key_Return)
    QTest.keyClick(bar.wanted, Qt.Key.Key_Return)
    assert editor.caret() == Span(1, 0, 2)
    QTest.keyClick(bar.wanted, Qt.Key.Key_Return)
    assert editor.caret() == Span(0, 1, 3)
    QTest.keyClick(bar.wanted, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert editor.caret() == Span(1, 0, 2)


def test_replace_all_is_one_undo_step(bar, editor):
    look_for(bar, "工作")
    bar.by.setText("任务")
    bar.replace_all()
    assert editor.snapshot().texts == ("抓任务促任务", "任务要实", "其他")
    assert bar.count.text() == "已替换 3 处"
    editor.undo()
    assert editor.snapshot().texts == ("抓工作促工作", "工作要实", "其他")


def test_replacing_goes_from_hit_to_hit(bar, editor):
    look_for(bar, "工作")
    bar.by.setText("大工作")
    bar.next()
    bar.replace()
    bar.replace()
    assert editor.snapshot().texts == ("抓大工作促大工作", "工作要实", "其他")
    assert editor.caret() == Span(1, 0, 2)


def test_the_preview_replaces_what_keeps_its_tick(bar, editor):
    look_for(bar, "工作")
    bar.by.setText("任务")
    bar.preview()
    preview = bar.window().findChild(ReplacePreview)
    assert preview.tree.topLevelItem(0).text(1) == "抓〔任务〕促工作"
    preview.tree.topLevelItem(1).setCheckState(0, Qt.CheckState.Unchecked)
    preview.accept()
    assert editor.snapshot().texts == ("抓任务促工作", "任务要实", "其他")


def test_a_search_in_the_selection_leaves_the_rest_alone(bar, editor):
    cursor = editor.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(10, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    bar.open(replacing=True)
    look_for(bar, "工作")
    assert bar.count.text() == "共 2 处"
    bar.by.setText("")
    bar.replace_all()
    assert editor.snapshot().texts == ("抓工作促", "要实", "其他")


def test_objects_are_found_but_not_replaced(bar, editor):
    editor.load(Document((block("工作"), Block((Run("工作"),), Role.OBJECT, object="t"))))
    look_for(bar, "工作")
    assert bar.count.text() == "共 2 处"
    bar.by.setText("任务")
    bar.replace_all()
    assert editor.snapshot().texts == ("任务", "工作")


def test_escape_closes_the_bar_and_takes_the_marks_away(bar, editor, qtbot):
    look_for(bar, "工作")
    with qtbot.waitSignal(bar.closed):
        QTest.keyClick(bar.wanted, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert marked(editor) == []


@pytest.mark.parametrize("bad", ["(?au)工作", "(?V0V1)工作", "(" * 3000 + ")" * 3000])
def test_flags_that_exclude_each_other_and_endless_brackets_are_told(bar, bad):
    bar.regex.setChecked(True)
    look_for(bar, bad)
    assert "正则表达式有误" in bar.fault.text()


def test_a_bad_pattern_is_told_in_the_bar(bar):
    bar.regex.setChecked(True)
    look_for(bar, "[")
    assert "正则表达式有误" in bar.fault.text()
    bar.regex.setChecked(False)
    assert bar.fault.isHidden()


SLOW = "(a|aa)+$"  # tries every way to cut a row of letters in two


def test_a_pattern_that_would_take_for_ever_is_given_up(monkeypatch):
    monkeypatch.setattr(search, "LONGEST", 0.05)
    texts = ("a" * 90 + "b", "工作")
    with pytest.raises(BadPattern, match="太慢"):
        found(Query(SLOW, regex=True), *texts)
    with pytest.raises(BadPattern, match="太慢"):
        only_empty(document(*texts), Query(SLOW, regex=True))
    assert found(Query("工.", regex=True), *texts) == [(1, 0, 2)]


def test_a_slow_pattern_is_told_in_the_bar_and_replaces_nothing(bar, editor, qtbot, monkeypatch):
    monkeypatch.setattr(search, "LONGEST", 0.05)
    editor.load(document("ab", "a" * 90 + "b", "ab"))
    bar.regex.setChecked(True)
    bar.by.setText("c")
    look_for(bar, "(a|aa)+c|^ab")
    assert "太慢" in bar.fault.text()
    assert marked(editor) == []
    bar.replace_all()
    bar.preview()
    QTest.keyClick(bar.by, Qt.Key.Key_Return)
    assert editor.snapshot().texts == ("ab", "a" * 90 + "b", "ab")
    assert not editor.document().isUndoAvailable()
    assert "太慢" in bar.fault.text()
    monkeypatch.setattr(find_bar, "find", None)  # nothing is looked for while the text changes
    QTest.keyClick(editor, Qt.Key.Key_A)
    qtbot.wait(200)
    monkeypatch.undo()
    look_for(bar, "^ab")
    assert bar.fault.isHidden()
    assert bar.count.text() == "共 1 处"


def test_a_pattern_that_only_matches_between_characters_is_told_so(bar, editor):
    bar.regex.setChecked(True)
    look_for(bar, "^")
    assert bar.count.text() == "只找到空的位置"
    bar.by.setText("甲")
    before = editor.snapshot()
    bar.replace_all()
    assert editor.snapshot() == before


def test_a_group_that_is_not_there_is_told_in_chinese(bar, editor):
    bar.open(replacing=True)
    bar.regex.setChecked(True)
    look_for(bar, "工作")
    before = editor.snapshot()
    for by in (r"\2", "甲\\"):
        bar.by.setText(by)
        bar.replace_all()
        assert "第一个括号" in bar.fault.text()
        assert not any(sign.isascii() and sign.isalpha() for sign in bar.fault.text())
    assert editor.snapshot() == before


def test_editing_while_the_bar_is_open_searches_again(bar, editor, qtbot):
    look_for(bar, "工作")
    editor.show_span(Span(2, 0, 0))
    editor.insert("工作")
    qtbot.waitUntil(lambda: bar.count.text() == "共 4 处")


def test_the_selected_word_is_looked_for_at_once(editor, qtbot):
    editor.show_span(Span(0, 1, 3))
    made = FindBar(editor, pairs)
    qtbot.addWidget(made)
    made.open()
    assert made.wanted.text() == "工作"
    assert made.count.text() == "第 1 处，共 3 处"
