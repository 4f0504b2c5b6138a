"""The dialog that asks for files, as it is where the desktop has none of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QSplitter, QTreeView

from app.document.model import document
from ui.dialogs import file_choice
from ui.dialogs.file_choice import file_dialog

KINDS = "Word 文档 (*.docx);;纯文本 (*.txt)"


@pytest.fixture
def saving(window, tmp_path, qtbot):
    made = file_dialog(
        window, "另存为", tmp_path / "要点.docx", KINDS, QFileDialog.FileMode.AnyFile
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_name_takes_the_suffix_of_the_kind_chosen(saving, tmp_path, qtbot):
    kinds = saving.findChild(QComboBox, "fileTypeCombo")
    qtbot.keyClick(kinds, Qt.Key.Key_Down)
    assert saving.findChild(QLineEdit, "fileNameEdit").text() == "要点.txt"
    assert saving.selectedFiles() == [str(tmp_path / "要点.txt")]
    qtbot.keyClick(kinds, Qt.Key.Key_Up)
    assert saving.findChild(QLineEdit, "fileNameEdit").text() == "要点.docx"


def test_names_and_places_have_room(saving):
    left, right = saving.findChild(QSplitter, "splitter").sizes()
    assert 120 < left < right
    assert saving.findChild(QTreeView, "treeView").header().sectionSize(0) > 250
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
    assert home in [url.toLocalFile() for url in saving.sidebarUrls()]


def test_a_small_screen_shows_the_whole_dialog(window, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(file_choice, "room_for", lambda _: QSize(643, 324))
    made = file_dialog(window, "打开文稿", tmp_path, KINDS, QFileDialog.FileMode.ExistingFiles)
    qtbot.addWidget(made)
    made.show()
    assert made.width() <= 643
    assert made.height() <= 324


def test_files_are_looked_for_where_the_last_one_was(window, answers, tmp_path, monkeypatch):
    (tmp_path / "要点.txt").write_text("甲。\n", encoding="utf-8")
    window.open_path(tmp_path / "要点.txt")
    asked: list[Path] = []
    monkeypatch.setattr(answers, "open_files", lambda _, folder: asked.append(folder) or [])
    window.show_document(document("乙。"), "新文稿")
    window.run_command("open")
    assert asked == [tmp_path]
