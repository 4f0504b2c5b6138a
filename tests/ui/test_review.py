"""Tracked changes and comments gone through in the window, with mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from wordml import package, p, r

from app import formats
from app.docx import review
from ui.window import Window

WHEN = 'w:author="张三" w:date="2026-03-05T14:20:00Z"'
BODY = (
    p(r("各股室要"), f'<w:ins w:id="1" {WHEN}>{r("认真")}</w:ins>', r("落实工作。"))
    + p(
        r("按时报送"),
        f'<w:del w:id="2" {WHEN}><w:r><w:delText>书面</w:delText></w:r></w:del>',
        r("材料。"),
    )
    + p(r("末段。"))
)


@pytest.fixture
def window(make_window, tmp_path) -> Window:
    path = tmp_path / "稿.docx"
    path.write_bytes(package(BODY))
    found = make_window()
    found.open_path(path)
    found.review.follow()
    return found


def test_changes_are_listed_in_a_tab_of_their_own(window):
    rows = window.review.panel.entries()
    assert [row.title for row in rows] == [
        "插入 · 张三 · 2026年3月5日 14:20",
        "删除 · 张三 · 2026年3月5日 14:20",
    ]
    assert [row.text for row in rows] == ["认真", "书面"]
    assert "修订批注 2" in [window.tabs.tabText(at) for at in range(window.tabs.count())]


def test_a_file_without_changes_has_no_such_tab(make_window, tmp_path):
    path = tmp_path / "稿.docx"
    path.write_bytes(package(p(r("甲"))))
    found = make_window()
    found.open_path(path)
    found.review.follow()
    assert found.tabs.indexOf(found.review.panel) < 0


def test_a_click_goes_to_the_change(window, qtbot):
    panel = window.review.panel
    window.tabs.setCurrentWidget(panel)
    place = panel.list.visualItemRect(panel.list.item(1)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.editor.caret().block == 1
    assert window.editor.caret().start == 4


def test_a_refused_insertion_goes_and_comes_back_with_undo(window, qtbot):
    panel = window.review.panel
    window.tabs.setCurrentWidget(panel)
    panel.list.setCurrentRow(0)
    qtbot.mouseClick(panel.refuse, Qt.MouseButton.LeftButton)
    assert window.editor.snapshot().texts[0] == "各股室要落实工作。"
    assert [row.text for row in panel.entries()] == ["书面"]
    window.editor.undo()
    window.review.follow()
    assert window.editor.snapshot().texts[0] == "各股室要认真落实工作。"
    assert [row.text for row in panel.entries()] == ["认真", "书面"]


def test_all_are_accepted_in_one_step_and_saved(window, qtbot):
    window.run_command("refuse-revisions")
    assert window.editor.snapshot().texts[:2] == ("各股室要落实工作。", "按时报送书面材料。")
    window.editor.undo()
    assert window.editor.snapshot().texts[0] == "各股室要认真落实工作。"
    window.run_command("accept-revisions")
    assert window.session.modified
    path = window.session.path
    window.save_as(path)
    assert review.review(path.read_bytes()).revisions == ()
    assert formats.open_file(path).document.texts == window.editor.snapshot().texts
    window.save_as(path)
    assert review.review(path.read_bytes()).revisions == ()


def test_keys_step_through_the_changes_and_decide_the_one_at_the_caret(window):
    window.run_command("next-revision")
    assert (window.editor.caret().block, window.editor.caret().start) == (0, 4)
    window.run_command("next-revision")
    assert window.editor.caret().block == 1
    window.run_command("refuse-revision")
    assert window.editor.snapshot().texts[1] == "按时报送书面材料。"
    assert [row.text for row in window.review.panel.entries()] == ["认真"]


def test_marks_follow_typing_and_tell_what_was_deleted(window, qtbot):
    window.editor.show_span(window.review.panel.entries()[0].span)
    window.editor.insert("请")
    window.review.follow()
    assert window.review.panel.entries()[1].span.start == 4
    marks = window.editor.underlines.revisions
    cursor = window.editor.bridge.select(1, 4, 4)
    window.show()
    place = window.editor.cursorRect(cursor).center()
    assert "书面" in marks.message_at(place)


def test_a_recovered_text_keeps_its_decisions(window):
    window.run_command("accept-revisions")
    window.session.record()
    window.session.finish_writing()
    document = window.session.document()
    assert review.decisions(document)
