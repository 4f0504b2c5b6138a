"""A long text: read by a worker and shown in slices, and true to the text all the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.document.model import Span
from app.document.outline import walk
from ui.slices import LONG

BODY = "各级各部门要切实提高政治站位，强化责任担当，确保各项任务落地见效。"
SECTIONS = LONG // 10 + 20


@pytest.fixture
def opened(window, tmp_path):
    path = tmp_path / "长稿.txt"
    lines = ["清河县2026年重点工作要点"]
    for _ in range(SECTIONS):
        lines += ["一、加强组织领导", *[BODY] * 9]
    path.write_text("\n".join(lines), encoding="utf-8")
    window.open_path(path)
    return window


def titles(window):
    nodes = walk(window.following.structure.nodes)
    return [node.text for node in nodes]


def test_tree_length_and_pages_come_by_themselves(opened, qtbot):
    qtbot.waitUntil(lambda: len(titles(opened)) == SECTIONS, timeout=20_000)
    qtbot.waitUntil(lambda: opened.outline.model.rowCount() == SECTIONS, timeout=20_000)
    words = 14 + SECTIONS * (8 + 9 * len(BODY)) - 3
    qtbot.waitUntil(lambda: opened.status.counts.text() == f"{words} 字", timeout=20_000)
    qtbot.waitUntil(lambda: "共 1 页" not in opened.status.page.text(), timeout=20_000)


def test_the_tree_follows_what_is_typed(opened, qtbot):
    qtbot.waitUntil(lambda: len(titles(opened)) == SECTIONS, timeout=20_000)
    opened.go_to_end_of(1)
    opened.editor.insert("，压实责任")
    qtbot.keyClick(opened.editor, Qt.Key.Key_Return)
    assert opened.following.structure.pending
    qtbot.waitUntil(lambda: titles(opened)[0] == "加强组织领导，压实责任", timeout=20_000)
    assert opened.outline.model.node(opened.outline.model.index(0, 0)).stop == 12


def test_a_command_sees_the_tree_of_the_text_as_it_stands(opened):
    opened.go_to_end_of(1)
    opened.editor.insert("和领导")
    assert next(walk(opened.following.structure.tree)).text == "加强组织领导和领导"


def test_checks_mark_the_text_and_fill_the_list(opened):
    opened.go_to_end_of(2)
    opened.editor.insert("要认真做为。。")
    assert opened.wait_for_checks()
    checks = [one.check for one in opened.shown_findings]
    assert "wrong_word" in checks
    assert [one.check for one in opened.editor.underlines.findings()] == checks
    assert len(opened.findings.visible()) == len(checks)


def test_references_to_numbers_that_a_key_shifts_are_told_of(window, tmp_path, qtbot):
    path = tmp_path / "长稿.txt"
    lines = ["清河县2026年重点工作要点", "各单位按照第三部分的要求办理。"]
    for title in ("一、抓学习", "二、抓项目", "三、抓落实"):
        lines += [title, *[BODY] * (LONG // 3)]
    path.write_text("\n".join(lines), encoding="utf-8")
    window.open_path(path)
    window.editor.setFocus()
    window.editor.show_span(Span(LONG // 3 + 3, 0, len("二、抓项目")))
    qtbot.keyClick(window.editor, Qt.Key.Key_Delete)
    qtbot.keyClick(window.editor, Qt.Key.Key_Delete)
    assert window.editor.bridge.block(2 * (LONG // 3) + 3).text == "二、抓落实"
    told = lambda: [one.check for one in window.shown_findings].count("moved_reference")  # noqa: E731
    qtbot.waitUntil(lambda: told() == 1, timeout=20_000)
    window.editor.undo()
    assert window.wait_for_checks()
    assert told() == 0


def test_a_window_closes_while_its_text_is_being_read(opened):
    opened.editor.insert("新")
    opened.following.structure.follow()
    opened.editor.document().setModified(False)
    assert opened.close()
