"""Enter and Backspace in an opened file: what stands beside the text is saved where it stood."""

from __future__ import annotations

import zipfile

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from wordml import p, package, r

NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
LINK = f'<w:hyperlink w:anchor="a">{r("链接文字")}</w:hyperlink>'


def body(path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode()


def place(window, offset: int) -> None:
    cursor = QTextCursor(window.editor.document())
    cursor.setPosition(offset)
    window.editor.setTextCursor(cursor)


def test_enter_and_backspace_keep_notes_links_and_raised_signs(window, qtbot, tmp_path):
    path = tmp_path / "甲.docx"
    raised = r("2", '<w:vertAlign w:val="superscript"/>')
    first = p(r("今年以来各项工作取得成效，面积达到十"), raised, NOTE, LINK)
    path.write_bytes(package(first + p(r("各地要认真抓好落实。"), NOTE)))
    window.files.load(path)
    place(window, 8)
    qtbot.keyClick(window.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(window.editor, "abc")
    qtbot.keyClick(window.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    saved = body(path)
    assert saved.count("<w:p>") == 3
    assert saved.index("abc") < saved.index("superscript") < saved.index("footnoteReference")
    assert saved.count("footnoteReference") == 2
    assert "hyperlink" in saved
    window.editor.moveCursor(QTextCursor.MoveOperation.End)
    window.editor.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
    qtbot.keyClick(window.editor, Qt.Key.Key_Backspace)
    qtbot.keyClick(window.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    joined = body(path)
    assert joined.count("<w:p>") == 2
    assert joined.count("footnoteReference") == 2
    assert "hyperlink" in joined
