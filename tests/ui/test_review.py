"""Tracked changes and comments gone through in the window, with mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from wordml import p, package, r

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
def changed(window, tmp_path) -> Window:
    path = tmp_path / "稿.docx"
    path.write_bytes(package(BODY))
    window.open_path(path)
    window.review.follow()
    return window


def test_changes_are_listed_in_a_tab_of_their_own(changed):
    rows = changed.review.panel.entries()
    assert [row.title for row in rows] == [
        "插入 · 张三 · 2026年3月5日 14:20",
        "删除 · 张三 · 2026年3月5日 14:20",
    ]
    assert [row.text for row in rows] == ["认真", "书面"]
    assert "修订 2" in [changed.tabs.tabText(at) for at in range(changed.tabs.count())]


def test_a_file_without_changes_has_no_such_tab(window, tmp_path):
    path = tmp_path / "稿.docx"
    path.write_bytes(package(p(r("甲"))))
    window.open_path(path)
    window.review.follow()
    assert window.tabs.indexOf(window.review.panel) < 0


def test_a_click_goes_to_the_change(changed, qtbot):
    panel = changed.review.panel
    changed.tabs.setCurrentWidget(panel)
    place = panel.list.visualItemRect(panel.list.item(1)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert changed.editor.caret().block == 1
    assert changed.editor.caret().start == 4


def test_a_refused_insertion_goes_and_comes_back_with_undo(changed, qtbot):
    panel = changed.review.panel
    changed.tabs.setCurrentWidget(panel)
    panel.list.setCurrentRow(0)
    qtbot.mouseClick(panel.refuse, Qt.MouseButton.LeftButton)
    assert changed.editor.snapshot().texts[0] == "各股室要落实工作。"
    assert [row.text for row in panel.entries()] == ["书面"]
    changed.editor.undo()
    changed.review.follow()
    assert changed.editor.snapshot().texts[0] == "各股室要认真落实工作。"
    assert [row.text for row in panel.entries()] == ["认真", "书面"]


def test_all_are_accepted_in_one_step_and_saved(changed):
    changed.run_command("refuse-revisions")
    assert changed.editor.snapshot().texts[:2] == ("各股室要落实工作。", "按时报送书面材料。")
    changed.editor.undo()
    assert changed.editor.snapshot().texts[0] == "各股室要认真落实工作。"
    changed.run_command("accept-revisions")
    assert changed.session.modified
    path = changed.session.path
    changed.save_as(path)
    assert review.review(path.read_bytes()).revisions == ()
    assert formats.open_file(path).document.texts == changed.editor.snapshot().texts
    changed.save_as(path)
    assert review.review(path.read_bytes()).revisions == ()


def test_keys_step_through_the_changes_and_decide_the_one_at_the_caret(changed):
    changed.run_command("next-revision")
    assert (changed.editor.caret().block, changed.editor.caret().start) == (0, 4)
    changed.run_command("next-revision")
    assert changed.editor.caret().block == 1
    changed.run_command("refuse-revision")
    assert changed.editor.snapshot().texts[1] == "按时报送书面材料。"
    assert [row.text for row in changed.review.panel.entries()] == ["认真"]


def test_marks_follow_typing_and_tell_what_was_deleted(changed):
    changed.editor.show_span(changed.review.panel.entries()[0].span)
    changed.editor.insert("请")
    changed.review.follow()
    assert changed.review.panel.entries()[1].span.start == 4
    marks = changed.editor.underlines.revisions
    cursor = changed.editor.bridge.select(1, 4, 4)
    changed.show()
    place = changed.editor.cursorRect(cursor).center()
    assert "书面" in marks.message_at(place)


def test_a_recovered_text_keeps_its_decisions(changed):
    changed.run_command("accept-revisions")
    changed.session.record()
    changed.session.finish_writing()
    document = changed.session.document()
    assert review.decisions(document)
