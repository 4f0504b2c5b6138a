"""A file whose paragraphs are broken into lines is offered to be joined."""

from __future__ import annotations

from PySide6.QtCore import Qt

BROKEN = """某县工作要点
今年全县工作的总体思路是：坚持稳中求进工作总基调，全面
落实上级关于粮食安全和耕地保护的部署，突出抓好产业发展
和乡村建设两件大事，推动各项工作再上新的台阶，按时完成
年度计划的编制和下达。
各单位要加强组织领导，主要负责同志要靠前指挥，分管负责
同志要具体抓，确保部署的各项任务落到实处，取得实效。
"""


def test_a_click_joins_the_lines_of_each_paragraph_and_undo_breaks_them_again(
    window, qtbot, tmp_path
):
    path = tmp_path / "要点.txt"
    path.write_text(BROKEN, "utf-8")
    window.files.load(path)
    assert "2 个段落" in window.banner.text
    qtbot.mouseClick(window.banner.button, Qt.MouseButton.LeftButton)
    texts = window.editor.snapshot().texts
    assert [text[-5:] for text in texts if text] == ["县工作要点", "制和下达。", "取得实效。"]
    assert window.banner.text == ""
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.editor.snapshot().texts == tuple(BROKEN.splitlines())


def test_a_text_whose_paragraphs_are_whole_is_left_alone(window, tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text("某县通知\n各乡镇：\n现通知如下。\n一、抓好春耕。\n", "utf-8")
    window.files.load(path)
    assert window.banner.text == ""
