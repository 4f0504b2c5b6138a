from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCharFormat, QTextCursor
from strategies import documents, edits_of

from app.document.edits import RoleEdit, Splice, TextEdit, apply
from app.document.model import Block, Document, Role, Run, block
from ui.editor import bridge
from ui.editor.bridge import Bridge

pytestmark = pytest.mark.usefixtures("qapp")
examples = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@st.composite
def edited(draw, most=4):
    """Return a document and a few edits, each of which fits what those before it left."""
    start = now = draw(documents())
    edits = []
    for _ in range(draw(st.integers(1, most))):
        edits.append(draw(edits_of(now)))
        now = apply(now, edits[-1:])
    return start, tuple(edits)


def laden(document):
    found = Bridge()
    found.load(document)
    return found


@examples
@given(documents())
def test_reading_what_was_loaded_gives_the_document(document):
    assert bridge.read(bridge.load(document)) == document


def test_decisions_on_tracked_changes_are_part_of_the_text_and_of_its_undo():
    before = Document((block("甲"), block("乙")))
    decided = Block(before.blocks[1].runs, decided=frozenset({"+a1", "-b2"}))
    live = laden(before)
    live.apply([Splice(1, 2, (decided,))])
    assert live.snapshot().blocks[1] == decided
    live.text.undo()
    assert live.snapshot() == before


def test_edits_that_change_nothing_are_no_undo_step():
    live = laden(Document((block("甲"), block("甲"))))
    live.apply([Splice(0, 1, ()), Splice(1, 1, (block("甲"),))])
    assert not live.text.isUndoAvailable()


@examples
@given(edited())
def test_applying_edits_is_what_the_values_say(case):
    document, edits = case
    live = laden(document)
    live.apply(edits)
    assert bridge.read(live.text) == apply(document, edits)


@examples
@given(edited())
def test_the_cached_snapshot_is_what_the_text_says(case):
    document, edits = case
    live = laden(document)
    live.snapshot()
    for edit in edits:
        live.apply([edit])
        assert live.snapshot() == bridge.read(live.text)
    while live.text.isUndoAvailable():
        live.text.undo()
        assert live.snapshot() == bridge.read(live.text)


@examples
@given(edited())
def test_one_undo_takes_back_all_edits_and_redo_brings_them_again(case):
    document, edits = case
    live = laden(document)
    live.apply(edits)
    after = apply(document, edits)
    if live.text.isUndoAvailable():
        live.text.undo()
    assert bridge.read(live.text) == document
    assert not live.text.isUndoAvailable()
    if live.text.isRedoAvailable():
        live.text.redo()
    assert bridge.read(live.text) == after


@examples
@given(edited())
def test_the_looks_after_edits_are_those_of_a_fresh_load(case):
    document, edits = case
    live = laden(document)
    live.apply(edits)
    fresh = bridge.load(apply(document, edits))
    assert looks(live.text) == looks(fresh)


def looks(text):
    found = []
    at = text.firstBlock()
    while at.isValid():
        parts = [(p.start, p.length, QTextCharFormat(p.format)) for p in at.textFormats()]
        found.append((at.blockFormat(), parts))
        at = at.next()
    return found


@examples
@given(documents(), st.data())
def test_positions_and_places_are_inverse(document, data):
    live = laden(document)
    number = data.draw(st.integers(0, len(document.blocks) - 1))
    offset = data.draw(st.integers(0, len(document.blocks[number])))
    assert live.place(live.position(number, offset)) == (number, offset)


def test_plain_paragraphs_in_a_row_look_as_each_alone():
    rows = [
        block(text, role) for role in (Role.BODY, Role.HEADING1) for text in ("甲\n乙", "", "丙")
    ]
    together = looks(bridge.load(Document(tuple(rows))))
    assert together == [look for row in rows for look in looks(bridge.load(Document((row,))))]


def test_a_text_out_of_normal_form_is_known_as_it_is_shown():
    parted = Block((Run("甲"), Run(""), Run("乙")), object="")
    live = laden(Document((parted, block("丙"))))
    assert live.snapshot() == bridge.read(live.text) == Document((block("甲乙"), block("丙")))


def test_a_label_and_an_object_survive_loading():
    table = Block((Run("甲\t乙"),), Role.OBJECT, object="表1")
    document = Document((Block((Run("加强领导"),), Role.ITEM, label="1."), table))
    assert bridge.read(bridge.load(document)) == document


def test_a_loaded_document_is_unmodified_and_has_nothing_to_undo():
    text = bridge.load(Document((block("甲"), block("乙"))))
    assert not text.isModified()
    assert not text.isUndoAvailable()


def test_an_edit_outside_the_document_changes_nothing():
    live = laden(Document((block("甲"),)))
    with pytest.raises(IndexError):
        live.apply([TextEdit(0, 0, 1, "乙"), TextEdit(3, 0, 1, "丙")])
    assert live.snapshot().texts == ("甲",)
    assert not live.text.isUndoAvailable()


def test_a_document_emptied_between_two_edits_is_replaced():
    live = laden(Document((block("甲"),)))
    live.apply([Splice(0, 1), Splice(0, 0, (block("乙"), block("丙")))])
    assert live.snapshot().texts == ("乙", "丙")
    live.text.undo()
    assert live.snapshot().texts == ("甲",)


def test_a_role_that_is_already_there_leaves_no_step():
    live = laden(Document((block("甲", Role.ITEM),)))
    live.apply([RoleEdit(0, Role.ITEM, chosen=False)])
    assert not live.text.isUndoAvailable()


def test_a_change_of_text_moves_the_revision_and_is_told_once(qtbot):
    live = laden(Document((block("甲"),)))
    live.snapshot()
    before = live.revision
    with qtbot.waitSignal(live.changed):
        QTextCursor(live.text).insertText("乙")
    assert live.revision == before + 1


def test_a_run_in_heading_has_two_faces():
    text = bridge.load(Document((block("一、加强领导。各级要重视。", Role.HEADING1),)))
    parts = text.firstBlock().textFormats()
    assert [(part.start, part.length) for part in parts] == [(0, 7), (7, 6)]
    assert parts[0].format.fontFamilies() != parts[1].format.fontFamilies()
