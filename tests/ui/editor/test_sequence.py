"""Rows of numbered paragraphs: a number comes or goes at a key, and the later ones follow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.document.model import Block, Document, Role, Run, Span, document
from app.document.notation import dump
from app.document.recognize import recognized
from ui.editor import writing
from ui.editor.editor import Editor

ENTER, BACK, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete
ROWS = [
    "一、加强领导。各级要重视。|二、压实责任。各级要负责。|三、严格督查。各级要检查。",
    "（一）加强领导。各级要重视。|（二）压实责任。各级要负责。|（三）严格督查。各级要检查。",
    "1.加强领导，各级要重视。|2.压实责任，各级要负责。|3.严格督查，各级要检查。",
    "一是加强领导。|二是压实责任。|三是严格督查。",
    "1. **加强领导**。各级要重视。|2. **压实责任**。各级要负责。|3. **严格督查**。各级要检查。",
]
THROUGH = "一、甲|1.子。|2.丑。|二、乙|3.寅。|4.卯。|三、丙|5.辰。"


@pytest.fixture
def editor(qtbot):
    made = Editor()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def show(editor, text, block, at=None):
    editor.load(recognized(document(*text.split("|"))))
    at = len(editor.bridge.block(block)) if at is None else at
    editor.show_span(Span(block, at, at))


def texts(editor):
    return "|".join(editor.snapshot().texts)


def commit(editor, text):
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def numbers(editor):
    return [text[:3] for text in editor.snapshot().texts]


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("away", [ENTER, BACK])
def test_enter_within_a_row_shifts_the_later_numbers_and_a_number_taken_away_shifts_them_back(
    editor, row, away
):
    show(editor, f"关于工作的通知|{row}", 1)
    before = editor.snapshot()
    QTest.keyClick(editor, ENTER)
    paragraphs = row.split("|")
    third = paragraphs[2][: paragraphs[2].index("严")].rstrip("*")
    now = editor.snapshot().texts
    assert now[2] == paragraphs[1][: paragraphs[1].index("压")].rstrip("*")
    assert now[3].startswith(third)
    assert "压实责任" in now[3]
    assert "严格督查" in now[4]
    assert now[4][: now[4].index("严")].rstrip("*") not in (third, "")
    QTest.keyClick(editor, away)
    assert editor.snapshot().texts == (*before.texts[:2], "", *before.texts[2:])
    editor.undo()
    assert editor.snapshot().texts == now
    assert editor.caret() == Span(2, len(now[2]), len(now[2]))
    editor.undo()
    assert dump(editor.snapshot()) == dump(before)
    assert editor.caret() == Span(1, len(before.texts[1]), len(before.texts[1]))
    editor.redo()
    assert editor.snapshot().texts == now
    assert editor.caret() == Span(2, len(now[2]), len(now[2]))


def test_a_row_that_runs_through_the_sections_follows_to_its_end(editor):
    show(editor, THROUGH, 1)
    QTest.keyClick(editor, ENTER)
    commit(editor, "新。")
    assert texts(editor) == "一、甲|1.子。|2.新。|3.丑。|二、乙|4.寅。|5.卯。|三、丙|6.辰。"


def test_a_number_typed_in_an_empty_line_shifts_the_later_ones_and_undo_takes_just_that_back(
    editor,
):
    show(editor, "一、总体|正文一。|二、措施|正文二。|三、保障|正文三。", 1)
    QTest.keyClick(editor, ENTER)
    commit(editor, "二")
    commit(editor, "、")
    assert texts(editor) == "一、总体|正文一。|二、|三、措施|正文二。|四、保障|正文三。"
    editor.undo()
    assert texts(editor) == "一、总体|正文一。|二、|二、措施|正文二。|三、保障|正文三。"
    assert editor.caret() == Span(2, 2, 2)
    editor.redo()
    commit(editor, "新增")
    assert texts(editor) == "一、总体|正文一。|二、新增|三、措施|正文二。|四、保障|正文三。"


def test_what_only_begins_like_a_number_leaves_the_others_as_they_were(editor, qtbot):
    text = "1.甲项工作已完成。|2.乙项工作已完成。|3.丙项工作已完成。"
    show(editor, text, 0)
    QTest.keyClick(editor, ENTER)
    QTest.keyClick(editor, ENTER)
    qtbot.keyClicks(editor, "2.5")
    commit(editor, "万元已到位。")
    assert texts(editor) == text.replace("|2.", "|2.5万元已到位。|2.", 1)


def test_an_edit_of_a_number_within_its_paragraph_leaves_the_others_alone(editor):
    show(editor, ROWS[2], 1, 1)
    QTest.keyClick(editor, BACK)
    assert texts(editor) == ROWS[2].replace("2.压", ".压")
    commit(editor, "4")
    assert texts(editor) == ROWS[2].replace("2.压", "4.压")


@pytest.mark.parametrize("row", ROWS)
def test_a_paragraph_of_a_row_deleted_with_its_line_shifts_the_later_ones(editor, row):
    show(editor, row, 1, 0)
    cursor = editor.textCursor()
    cursor.setPosition(editor.bridge.position(2, 0), cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, DELETE)
    paragraphs = row.split("|")
    second = paragraphs[1][: paragraphs[1].index("压")]
    third = paragraphs[2][paragraphs[2].index("严") :]
    assert texts(editor) == f"{paragraphs[0]}|{second}{third}"
    editor.undo()
    assert texts(editor) == row


def test_a_paragraph_joined_to_the_one_before_shifts_the_later_ones(editor):
    show(editor, ROWS[3], 1, 0)
    QTest.keyClick(editor, BACK)
    assert texts(editor) == "一是加强领导。二是压实责任。|二是严格督查。"
    editor.undo()
    assert texts(editor) == ROWS[3]
    show(editor, ROWS[3], 0)
    QTest.keyClick(editor, DELETE)
    assert texts(editor) == "一是加强领导。二是压实责任。|二是严格督查。"


@pytest.mark.parametrize("text", ["1.甲。|2.乙。|2.丙。|3.丁。", "1.甲。|2.乙。|4.丙。|5.丁。"])
def test_a_row_that_was_not_in_order_is_left_alone(editor, text):
    show(editor, text, 0)
    QTest.keyClick(editor, ENTER)
    assert texts(editor) == text.replace("|", "|2.|", 1)
    QTest.keyClick(editor, ENTER)
    assert texts(editor) == text.replace("|", "||", 1)


def test_a_number_committed_once_more_with_its_words_is_not_doubled(editor):
    show(editor, ROWS[3], 0)
    QTest.keyClick(editor, ENTER)
    commit(editor, "二是新增的")
    assert texts(editor) == "一是加强领导。|二是新增的|三是压实责任。|四是严格督查。"


def test_composition_behind_an_offered_number_shifts_nothing_before_or_after(editor):
    show(editor, ROWS[2], 0)
    QTest.keyClick(editor, ENTER)
    after = texts(editor)
    QApplication.sendEvent(editor, QInputMethodEvent("xin zeng", []))
    assert texts(editor) == after
    QApplication.sendEvent(editor, QInputMethodEvent("", []))
    assert texts(editor) == after
    QApplication.sendEvent(editor, QInputMethodEvent("xin", []))
    commit(editor, "新增")
    assert texts(editor) == after.replace("|2.|", "|2.新增|")
    editor.undo()
    assert texts(editor) == after
    editor.undo()
    assert texts(editor) == ROWS[2]


def test_switched_off_nothing_but_the_key_happens(editor):
    editor.keys.shifts.on = False
    show(editor, ROWS[2], 0)
    QTest.keyClick(editor, ENTER)
    assert texts(editor) == ROWS[2].replace("|", "|2.|", 1)
    QTest.keyClick(editor, BACK)
    assert texts(editor) == ROWS[2].replace("|", "||", 1)


def test_a_paragraph_moved_within_a_row_takes_the_number_of_its_place(editor):
    show(editor, ROWS[2], 2, 4)
    writing.move_blocks(editor, -1)
    assert numbers(editor) == ["1.加", "2.严", "3.压"]
    assert editor.caret() == Span(1, 4, 4)
    writing.move_blocks(editor, -1)
    assert numbers(editor) == ["1.严", "2.加", "3.压"]
    editor.undo()
    editor.undo()
    assert texts(editor) == ROWS[2]


def test_a_copy_of_a_paragraph_takes_the_next_number(editor):
    show(editor, ROWS[3], 1)
    writing.duplicate(editor)
    assert texts(editor) == "一是加强领导。|二是压实责任。|三是压实责任。|四是严格督查。"
    editor.undo()
    assert texts(editor) == ROWS[3]


def test_paragraphs_made_one_shift_the_later_numbers_back(editor):
    show(editor, ROWS[3], 0)
    writing.join(editor)
    assert texts(editor) == "一是加强领导。二是压实责任。|二是严格督查。"
    editor.undo()
    assert texts(editor) == ROWS[3]


def select(editor, start, end):
    cursor = editor.textCursor()
    cursor.setPosition(editor.bridge.position(*start))
    cursor.setPosition(editor.bridge.position(*end), cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("to", [0, 1, 2])
def test_a_paragraph_cut_and_pasted_elsewhere_takes_the_number_of_its_new_place(editor, row, to):
    show(editor, f"{row}|后面的话，各级要抓好落实。", 0)
    before = editor.snapshot()
    starts = [text[: text.index(word)] for text, word in zip(before.texts, "加压严", strict=False)]
    words = [text[len(start) :] for text, start in zip(before.texts, starts, strict=False)]
    select(editor, (1, 0), (2, 0))
    editor.cut()
    assert list(editor.snapshot().texts[:2]) == [starts[0] + words[0], starts[1] + words[2]]
    select(editor, (to, 0), (to, 0))
    editor.paste()
    moved = [words[0], words[2]]
    moved.insert(to, words[1])
    expected = [start + word for start, word in zip(starts, moved, strict=True)]
    assert list(editor.snapshot().texts) == [*expected, before.texts[3]]
    editor.undo()
    editor.undo()
    assert dump(editor.snapshot()) == dump(before)


def test_a_list_of_its_own_keeps_its_numbers_when_it_is_pasted_within_another(editor):
    show(editor, "1.甲一。|2.甲二。|正文。|1.乙一。|2.乙二。|正文。", 0)
    select(editor, (3, 0), (5, 0))
    editor.copy()
    select(editor, (1, 0), (1, 0))
    editor.paste()
    assert numbers(editor)[:4] == ["1.甲", "1.乙", "2.乙", "2.甲"]


LISTED = Document(
    tuple(
        [
            Block((Run(text),), Role.ITEM, label=f"{n}.")
            for n, text in enumerate(["甲项要办好。", "乙项要办好。", "丙项要办好。"], 1)
        ]
    )
)


def labels(editor):
    return [(block.label, block.text[:1]) for block in editor.snapshot().blocks]


def test_in_a_list_of_the_opened_file_enter_goes_on_with_its_next_number(editor):
    editor.load(LISTED)
    editor.show_span(Span(0, 6, 6))
    QTest.keyClick(editor, ENTER)
    assert labels(editor) == [("1.", "甲"), ("2.", ""), ("3.", "乙"), ("4.", "丙")]
    commit(editor, "新")
    assert labels(editor) == [("1.", "甲"), ("2.", "新"), ("3.", "乙"), ("4.", "丙")]
    editor.undo()
    editor.undo()
    assert editor.snapshot() == LISTED


@pytest.mark.parametrize("away", [ENTER, BACK])
def test_the_number_of_an_empty_paragraph_of_a_list_goes_by_enter_or_backspace(editor, away):
    editor.load(LISTED)
    editor.show_span(Span(0, 6, 6))
    QTest.keyClick(editor, ENTER)
    QTest.keyClick(editor, away)
    assert labels(editor) == [("1.", "甲"), ("", ""), ("2.", "乙"), ("3.", "丙")]
    assert editor.snapshot().blocks[1].role is Role.BODY


def test_backspace_at_the_start_of_a_listed_paragraph_takes_its_number_then_joins_it(editor):
    editor.load(LISTED)
    editor.show_span(Span(1, 0, 0))
    QTest.keyClick(editor, BACK)
    assert labels(editor) == [("1.", "甲"), ("", "乙"), ("2.", "丙")]
    QTest.keyClick(editor, BACK)
    assert editor.snapshot().texts == ("甲项要办好。乙项要办好。", "丙项要办好。")
    editor.undo()
    editor.undo()
    assert editor.snapshot() == LISTED


def test_the_numbers_that_a_file_lists_follow_even_where_those_of_the_text_shall_not(editor):
    editor.keys.shifts.on = False
    editor.load(LISTED)
    select(editor, (0, 0), (1, 0))
    QTest.keyClick(editor, DELETE)
    assert labels(editor) == [("1.", "乙"), ("2.", "丙")]


def test_a_heading_that_is_a_sentence_below_another_goes_on_with_the_next_number(editor):
    show(editor, "一、加强领导。各级要重视。|二、压实责任。", 1)
    QTest.keyClick(editor, ENTER)
    assert texts(editor) == "一、加强领导。各级要重视。|二、压实责任。|三、"
    show(editor, "一、加强领导。|二、压实责任", 1)
    QTest.keyClick(editor, ENTER)
    assert texts(editor) == "一、加强领导。|二、压实责任|"


def test_the_names_above_a_date_become_its_signature_when_it_is_typed(editor):
    show(editor, "关于防汛的通知|各级要抓好落实。|特此通知。", 2)
    for line in ("清河县人民政府", "2026年3月5日"):
        QTest.keyClick(editor, ENTER)
        for sign in line:
            commit(editor, sign)
    roles = [block.role for block in editor.snapshot().blocks]
    assert roles[2:] == [Role.CLOSING, Role.SIGNATURE, Role.DATE]
    for sign in "前，各单位":
        commit(editor, sign)
    roles = [block.role for block in editor.snapshot().blocks]
    assert roles[3:] == [Role.BODY, Role.BODY]
    while editor.document().isUndoAvailable():
        editor.undo()
    assert texts(editor) == "关于防汛的通知|各级要抓好落实。|特此通知。"


def test_enter_over_a_selection_of_several_paragraphs_is_one_step(editor):
    show(editor, f"{ROWS[2]}|正文。", 0)
    before = editor.snapshot()
    select(editor, (0, 5), (2, 5))
    QTest.keyClick(editor, ENTER)
    assert texts(editor) == "1.加强领|查，各级要检查。|正文。"
    assert editor.caret() == Span(1, 0, 0)
    editor.undo()
    assert editor.snapshot() == before


@pytest.mark.parametrize("away", [BACK, DELETE])
def test_a_paragraph_emptied_and_then_taken_out_shifts_the_later_numbers(editor, away):
    show(editor, ROWS[3], 1)
    select(editor, (1, 0), (1, 99))
    QTest.keyClick(editor, DELETE)
    assert texts(editor) == "一是加强领导。||三是严格督查。"
    QTest.keyClick(editor, away)
    assert texts(editor) == "一是加强领导。|二是严格督查。"
    editor.undo()
    editor.undo()
    assert texts(editor) == ROWS[3]


def test_a_paragraph_emptied_and_written_anew_shifts_nothing(editor):
    show(editor, ROWS[3], 1)
    select(editor, (1, 0), (1, 99))
    QTest.keyClick(editor, DELETE)
    for sign in "二是改写的。":
        commit(editor, sign)
    assert texts(editor) == "一是加强领导。|二是改写的。|三是严格督查。"


def test_behind_a_numbered_attachment_comes_the_next(editor):
    show(editor, "关于工作的通知|各单位：|请抓好落实。|附件：1.任务分工表", 3)
    QTest.keyClick(editor, ENTER)
    commit(editor, "重点项目表")
    assert texts(editor).endswith("附件：1.任务分工表|2.重点项目表")
    assert editor.snapshot().blocks[4].role is Role.ATTACHMENT_NOTE
    QTest.keyClick(editor, ENTER)
    QTest.keyClick(editor, ENTER)
    assert texts(editor).endswith("2.重点项目表|")
    show(editor, "关于工作的通知|各单位：|请抓好落实。|附件：任务分工表", 3)
    QTest.keyClick(editor, ENTER)
    assert texts(editor).endswith("附件：任务分工表|")


def test_a_numbered_paragraph_put_into_an_empty_line_and_taken_out_again_shifts_the_later(editor):
    show(editor, "1.加强领导，各级要重视。||3.严格督查，各级要检查。", 1)
    editor.insert("2.压实责任，各级要负责。")
    select(editor, (1, 0), (2, 0))
    QTest.keyClick(editor, DELETE)
    assert texts(editor) == "1.加强领导，各级要重视。|2.严格督查，各级要检查。"
