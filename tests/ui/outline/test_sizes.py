"""The tree of texts of odd sizes: nothing, no heading, thousands of headings, a long paragraph."""

from __future__ import annotations

from PySide6.QtCore import Qt
from tree_window import ALT_SHIFT, choose, draft, index_of, labels

from app.document.edits import TextEdit
from app.document.numbering import to_chinese

_BODY = "各单位要对照目标，逐项抓好落实，确保按期完成。"


def headings(size):
    """Return `size` headings, of every hundred one of the first level."""
    return [
        f"{to_chinese(n // 100 + 1)}、抓第{n}批"
        if n % 100 == 0
        else f"（{to_chinese(n % 100)}）抓第{n}件"
        for n in range(size)
    ]


def empty_told(window):
    """Tell whether the panel says that there is nothing to show yet."""
    window.refresh_outline()
    return window.outline.model.rowCount() == 0 and window.outline._empty.isVisible()  # noqa: SLF001  what the user reads there


def test_an_empty_text_has_a_hint_in_place_of_a_tree(window):
    draft(window, "")
    assert empty_told(window)
    window.run_command("node-down")
    window.run_command("delete-node")
    window.run_command("insert-after")
    assert window.editor.snapshot().texts == ("",)


def test_a_text_without_headings_has_a_hint_until_the_first_is_typed(window, qtbot):
    draft(window, "某县简况", _BODY, _BODY)
    assert empty_told(window)
    window.editor.setFocus()
    window.go_to_end_of(2)
    qtbot.keyClick(window.editor, Qt.Key.Key_Return)
    window.editor.insert("一、抓学习")
    assert labels(window) == ["一、抓学习"]
    assert not empty_told(window)


def test_a_section_of_five_thousand_headings_moves_by_a_key_and_comes_back(window, qtbot):
    draft(window, "某县方案", *headings(5000))
    shown = labels(window)
    assert len(shown) == 5000
    choose(window, "抓第4900批")
    qtbot.keyClick(window.outline.view, Qt.Key.Key_Up, ALT_SHIFT)
    assert index_of(window, "抓第4900批").row() == 48
    window.editor.undo()
    assert labels(window) == shown


def test_typing_among_five_thousand_headings_touches_one_row(window):
    draft(window, "某县方案", *headings(5000))
    changed = []
    window.outline.model.dataChanged.connect(lambda first, _: changed.append(first))
    window.editor.bridge.apply([TextEdit(2501, len("二十六、抓"), len("二十六、抓"), "实")])
    window.refresh_outline()
    texts = {window.outline.model.node(index).text for index in changed}
    assert texts == {"抓实第2500批"}


def test_a_paragraph_of_200_000_characters_is_typed_in_and_its_points_show(window, qtbot):
    long = _BODY * 8000 + "要抓两条：一是压实责任；二是严格考核。"
    draft(window, "某县汇报", "一、情况", long)
    assert labels(window) == ["一、情况", "一是压实责任", "二是严格考核"]
    window.editor.setFocus()
    window.go_to_end_of(2)
    qtbot.keyClicks(window.editor, "abc")
    assert window.editor.snapshot().texts[2] == f"{long}abc"
    assert labels(window) == ["一、情况", "一是压实责任", "二是严格考核"]
