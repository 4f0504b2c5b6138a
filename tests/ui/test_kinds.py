"""Parts, phrases, choices and slots, driven as a user drives them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app import kinds
from app.document.model import Span, document
from app.document.recognize import recognized
from ui.editor.completion import Completion

LINES = (
    "清河县民政局关于申请资金的请示",
    "清河县人民政府：",
    "因养老站点建设需要，现申请资金。",
    "妥否，请批示。",
    "清河县民政局",
    "2026年3月5日",
)


@pytest.fixture
def guided(window):
    """A request whose closing is missing, with the guide in sight."""
    window.show_document(recognized(document(*LINES[:3], *LINES[4:])), "请示", unsaved=False)
    window.set_kind("qingshi")
    window.run_command("to-guide")
    return window


def groups(window):
    tree = window.kinds.guide.tree
    return [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]


def group(window, title):
    return next(one for one in groups(window) if one.text(0) == title)


def states(window):
    parts = group(window, "写哪些部分")
    return {parts.child(n).text(0): parts.child(n).text(1) for n in range(parts.childCount())}


def commit(widget, text):
    """Write as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def texts(window):
    return window.session.document().texts


# The guide.


def test_the_guide_lists_the_parts_in_order_and_marks_the_missing_one(guided):
    kind = kinds.load("qingshi")
    assert list(states(guided)) == [part.name for part in kind.parts]
    document_ = guided.session.document()
    missing = {part.name for part in kinds.missing(kind, document_)}
    assert missing
    assert {name for name, state in states(guided).items() if state == "还没写"} == missing


def test_a_part_that_is_written_is_no_longer_missing(guided, qtbot):
    before = states(guided)
    guided.go_to_end_of(2)
    qtbot.keyClick(guided.editor, Qt.Key.Key_Return)
    commit(guided.editor, "妥否，请批示。")
    qtbot.waitUntil(lambda: states(guided) != before)
    assert "还没写" not in states(guided).values()


def test_a_click_on_a_part_goes_there(guided, qtbot):
    tree = guided.kinds.guide.tree
    item = group(guided, "写哪些部分").child(1)
    guided.go_to_end_of(4)
    place = tree.visualItemRect(item).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert guided.editor.caret().block == 1


def test_the_card_shows_the_hint_of_the_part(guided):
    guide = guided.kinds.guide
    guide.tree.setCurrentItem(group(guided, "写哪些部分").child(0))
    assert kinds.load("qingshi").parts[0].hint in guide.text.text()


def test_enter_on_a_phrase_inserts_it_at_the_caret_as_one_step(guided, qtbot):
    phrase = kinds.load("qingshi").closings[0]
    guided.go_to_end_of(2)
    before = texts(guided)
    tree = guided.kinds.guide.tree
    tree.setCurrentItem(group(guided, "结尾").child(0))
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert texts(guided)[2] == before[2] + phrase
    assert guided.editor.hasFocus()
    guided.editor.undo()
    assert texts(guided) == before


def test_a_double_click_on_a_phrase_inserts_it(guided, qtbot):
    guided.go_to_end_of(2)
    tree = guided.kinds.guide.tree
    item = group(guided, "开头").child(0)
    tree.scrollToItem(item)
    place = tree.visualItemRect(item).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert texts(guided)[2].endswith(kinds.load("qingshi").openings[0])


def test_a_folded_group_stays_folded_while_the_text_is_written_on(guided):
    group(guided, "开头").setExpanded(False)
    guided.go_to_end_of(2)
    commit(guided.editor, "【金额】")
    guided.kinds.follow()
    assert not group(guided, "开头").isExpanded()


def test_without_a_kind_the_guide_says_what_to_do(window, qtbot):
    window.show_document(document("随便写写"), "草稿", unsaved=False)
    window.run_command("to-guide")
    guide = window.kinds.guide
    assert guide.tree.isHidden()
    qtbot.mouseClick(guide.choosing, Qt.MouseButton.LeftButton)
    assert window.fields.kind.hasFocus()


# Choices at a slot.


@pytest.fixture
def chosen(window):
    """A draft with a slot that has values of its own, selected, and the list over it."""
    text = document("关于【事项：表彰/处分】的决定", "现予【事项：表彰/处分】。")
    window.show_document(text, "决定", unsaved=False)
    window.editor.setFocus()
    window.editor.show_span(Span(0, 2, 12))
    assert text.blocks[0].text[2:12] == "【事项：表彰/处分】"
    return window


def test_a_selected_slot_offers_its_values_and_enter_takes_one(chosen, qtbot):
    choices = chosen.kinds.choices
    qtbot.waitUntil(choices.list.isVisible)
    qtbot.keyClick(chosen.editor, Qt.Key.Key_Down)
    qtbot.keyClick(chosen.editor, Qt.Key.Key_Return)
    assert texts(chosen) == ("关于处分的决定", "现予处分。")
    assert not choices.list.isVisible()
    chosen.editor.undo()
    assert "【事项：表彰/处分】" in texts(chosen)[0]


def test_a_click_takes_a_value(chosen, qtbot):
    listed = chosen.kinds.choices.list
    qtbot.waitUntil(listed.isVisible)
    place = listed.visualItemRect(listed.item(0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert texts(chosen)[0] == "关于表彰的决定"


def test_escape_puts_the_list_away_and_typing_replaces_the_slot(chosen, qtbot):
    choices = chosen.kinds.choices
    qtbot.waitUntil(choices.list.isVisible)
    qtbot.keyClick(chosen.editor, Qt.Key.Key_Escape)
    assert not choices.list.isVisible()
    commit(chosen.editor, "任免")
    assert texts(chosen)[0] == "关于任免的决定"


def test_a_caret_that_passes_through_a_slot_is_left_alone(chosen):
    choices = chosen.kinds.choices
    chosen.editor.show_span(Span(0, 5, 5))
    choices.offer()
    assert not choices.list.isVisible()


def test_a_field_with_choices_offers_them_and_is_filled_everywhere(window, qtbot):
    kind = next(k for k in kinds.load_all()[0] if any(f.choices for f in k.fields))
    field = next(f for f in kind.fields if f.choices)
    window.show_document(
        document(f"【{field.name}】工作", f"再说【{field.name}】"), "x", unsaved=False
    )
    window.set_kind(kind.id)
    window.editor.setFocus()
    window.editor.show_span(Span(0, 0, len(field.name) + 2))
    qtbot.waitUntil(window.kinds.choices.list.isVisible)
    qtbot.keyClick(window.editor, Qt.Key.Key_Return)
    assert texts(window) == (f"{field.choices[0]}工作", f"再说{field.choices[0]}")
    assert window.session.details.field(field.name) == field.choices[0]


# Slots written over in the text.


@pytest.fixture
def open_draft(window):
    """A text with two slots of one name and one of another, the first selected."""
    assert window.kinds  # made once the window is up
    text = document("【单位】工作总结", "【时间】，【单位】开展工作。", "落款：【单位】")
    window.show_document(text, "总结", unsaved=False)
    window.editor.setFocus()
    window.editor.show_span(Span(0, 0, 4))
    return window


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_a_slot_written_over_is_filled_everywhere_when_left(open_draft, qtbot, key):
    commit(open_draft.editor, "县民政局")
    qtbot.keyClick(open_draft.editor, key)
    filled = ("县民政局工作总结", "【时间】，县民政局开展工作。", "落款：县民政局")
    qtbot.waitUntil(lambda: texts(open_draft) == filled)
    assert open_draft.editor.caret() == Span(1, 0, 4)
    assert open_draft.session.details.field("单位") == "县民政局"
    open_draft.editor.undo()
    assert texts(open_draft)[1:] == ("【时间】，【单位】开展工作。", "落款：【单位】")


def test_no_phrase_is_offered_in_the_value_of_a_slot_so_that_tab_goes_on(
    open_draft, qtbot, monkeypatch
):
    offer = SimpleNamespace(phrase="县直各部门（单位）", rest="（单位）")
    monkeypatch.setattr(open_draft.workplace.stock, "offers", lambda _: [offer])
    qtbot.waitUntil(lambda: open_draft.findChild(Completion) is not None)
    completion = open_draft.findChild(Completion)
    commit(open_draft.editor, "县直各部门")
    completion.offer()
    assert completion.shown == ""
    qtbot.keyClick(open_draft.editor, Qt.Key.Key_Tab)
    assert texts(open_draft)[0] == "县直各部门工作总结"
    open_draft.editor.show_span(Span(0, 5, 5))
    completion.offer()
    assert completion.shown == ""  # before a word nothing is offered
    open_draft.editor.show_span(Span(0, 9, 9))
    completion.offer()
    assert completion.shown == "（单位）"


def test_tab_passes_over_the_slots_it_has_just_filled(open_draft, qtbot):
    open_draft.editor.show_span(Span(1, 5, 9))
    commit(open_draft.editor, "县民政局")
    qtbot.keyClick(open_draft.editor, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: open_draft.editor.caret() == Span(1, 0, 4))


def test_a_changed_field_follows_where_a_slot_was_written_over(open_draft, qtbot):
    commit(open_draft.editor, "县局")
    qtbot.keyClick(open_draft.editor, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "落款：县局" in texts(open_draft))
    open_draft.set_field("单位", "市局")
    assert texts(open_draft)[2] == "落款：市局"


def test_enter_on_an_open_slot_goes_on_and_leaves_it_open(open_draft, qtbot):
    qtbot.keyClick(open_draft.editor, Qt.Key.Key_Return)
    assert open_draft.editor.caret() == Span(1, 0, 4)
    assert texts(open_draft)[0] == "【单位】工作总结"


def test_sentences_written_into_a_slot_are_text_and_enter_makes_a_paragraph(open_draft, qtbot):
    commit(open_draft.editor, "这一年，我们做了很多工作。")
    qtbot.keyClick(open_draft.editor, Qt.Key.Key_Return)
    assert len(texts(open_draft)) == 4
    assert texts(open_draft)[-1] == "落款：【单位】"


def click_into(window, qtbot, block, offset):
    editor = window.editor
    place = editor.cursorRect(editor.bridge.select(block, offset, offset)).center()
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_selects_a_slot_and_typing_replaces_it(open_draft, qtbot):
    click_into(open_draft, qtbot, 1, 2)
    qtbot.waitUntil(lambda: open_draft.editor.caret() == Span(1, 0, 4))
    commit(open_draft.editor, "今年")
    assert texts(open_draft)[1] == "今年，【单位】开展工作。"


def test_a_second_click_puts_the_caret_into_the_slot(open_draft, qtbot):
    click_into(open_draft, qtbot, 0, 2)  # it is selected already
    qtbot.wait(30)
    assert open_draft.editor.caret() == Span(0, 2, 2)


def test_a_click_beside_a_slot_is_a_click(open_draft, qtbot):
    click_into(open_draft, qtbot, 0, 6)
    qtbot.wait(30)
    assert open_draft.editor.caret() == Span(0, 6, 6)


def test_a_slot_taken_back_by_undo_fills_nothing(open_draft, qtbot):
    commit(open_draft.editor, "县民政局")
    open_draft.editor.undo()
    qtbot.keyClick(open_draft.editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(20)
    assert texts(open_draft)[0] == "【单位】工作总结"
    assert open_draft.session.details.field("单位") == ""


# Slots that a foreign text brought.


def test_an_unnamed_slot_gets_a_name_wherever_it_is_written_alike(window, answers):
    window.show_document(document("XX县工作", "XX县讲话", "某某"), "x", unsaved=False)
    answers.text = lambda *_: "【县名】"
    answers.choices = ["all"]
    window.run_command("name-slot")
    assert texts(window) == ("【县名】县工作", "【县名】县讲话", "某某")
    window.editor.undo()
    assert texts(window) == ("XX县工作", "XX县讲话", "某某")


def test_only_the_slot_at_the_caret_gets_a_name_where_that_is_wished(window, answers):
    window.show_document(document("XX县工作", "XX县讲话"), "x", unsaved=False)
    window.go_to_end_of(0)
    answers.text = lambda *_: "县名"
    answers.choices = ["one"]
    window.run_command("name-slot")
    assert texts(window) == ("XX县工作", "【县名】县讲话")
