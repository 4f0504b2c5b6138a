"""A file that is not what its name says opens, and saving leaves it alone."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app import formats


def test_saving_a_plain_text_named_docx_asks_for_a_name_and_leaves_the_file(
    window, qtbot, tmp_path, answers
):
    path = tmp_path / "通知.docx"
    raw = "关于防汛的通知\n各单位：".encode("gbk")
    path.write_bytes(raw)
    window.files.load(path)
    assert window.editor.snapshot().texts == ("关于防汛的通知", "各单位：")
    qtbot.keyClicks(window.editor, "x")
    answers.saves = [tmp_path / "通知改.docx"]
    qtbot.keyClick(window.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert path.read_bytes() == raw
    assert window.session.path == tmp_path / "通知改.docx"
    assert formats.open_file(window.session.path).document.texts[0] == "x关于防汛的通知"
    qtbot.keyClicks(window.editor, "y")
    qtbot.keyClick(window.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert formats.open_file(window.session.path).document.texts[0] == "xy关于防汛的通知"
