"""Empty lines at the end of a text, from the list of findings to the file."""

from __future__ import annotations

import docx
import pytest
from PySide6.QtCore import Qt
from wordml import p, package, r

from app.docx import read

TEXT = "关于开会的通知\n各科室：\n　　请按时参会，不得迟到。\n青石县水务局\n2026年3月5日\n"


@pytest.fixture
def opened(window, tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text(TEXT + "\n" * 4, encoding="utf-8")
    window.open_path(path)
    window.show()
    assert window.wait_for_checks()
    return window


def told(window):
    assert window.wait_for_checks()
    return [one for one in window.shown_findings if one.check == "empty_end"]


def test_the_lines_go_at_a_click_come_back_with_undo_and_are_not_in_the_file(
    opened, qtbot, tmp_path
):
    before = opened.editor.snapshot()
    (finding,) = told(opened)
    opened.checks.go(finding)
    assert opened.editor.caret().block == 4
    qtbot.mouseClick(opened.findings.fix_button, Qt.MouseButton.LeftButton)
    assert opened.editor.snapshot().blocks == before.blocks[:5]
    assert not told(opened)
    opened.editor.setFocus()
    qtbot.keyClick(opened.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.editor.snapshot() == before
    (again,) = told(opened)
    opened.checks.fix(again, again.fixes[0])
    opened.save_as(tmp_path / "通知.docx")
    assert docx.Document(str(tmp_path / "通知.docx")).paragraphs[-1].text == "2026年3月5日"


def test_a_line_typed_at_the_end_before_the_mend_stays(opened, qtbot):
    (finding,) = told(opened)
    opened.go_to_end_of(8)
    opened.editor.setFocus()
    qtbot.keyClicks(opened.editor, "x")
    opened.checks.fix(finding, finding.fixes[0])
    assert opened.editor.snapshot().texts[-1] == "x"


def test_a_page_break_above_them_stays_in_the_file(window, tmp_path):
    path = tmp_path / "通知.docx"
    turn = p('<w:r><w:br w:type="page"/></w:r>')
    path.write_bytes(package(p(r("请按时参会，不得迟到。")) + p() + turn + p() * 3))
    window.open_path(path)
    (finding,) = told(window)
    window.checks.fix(finding, finding.fixes[0])
    window.save_as(path)
    assert [one.unseen for one in window.editor.snapshot().blocks] == [False, False, True]
    kept, _ = read.read(path.read_bytes(), path.name)
    assert [one.unseen for one in kept.blocks] == [False, False, True]
