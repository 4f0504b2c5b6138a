"""Dialogs of Qt's own that the program shows speak Chinese."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QGroupBox, QLabel, QTreeView

from ui import main
from ui.dialogs.file_choice import file_dialog

_WORDS = {"PDF", "CUPS", "Ctrl", "Alt"}


@pytest.fixture(autouse=True)
def chinese(qapp):
    main.make_application()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def english(dialog):
    shown = [part.text() for part in dialog.findChildren(QLabel)]
    shown += [part.text() for part in dialog.findChildren(QAbstractButton)]
    shown += [part.title() for part in dialog.findChildren(QGroupBox)]
    found = {word for text in shown for word in re.findall(r"[A-Za-z]{3,}", text)}
    return found - _WORDS


@pytest.mark.parametrize(
    "mode", [QFileDialog.FileMode.ExistingFiles, QFileDialog.FileMode.Directory]
)
def test_the_dialog_for_files_is_chinese(window, tmp_path, qtbot, mode):
    dialog = QFileDialog(window, "打开文稿", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    assert not english(dialog)


def test_the_dialogs_for_printing_are_chinese(window, qtbot):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    for dialog in (QPrintDialog(printer, window), QPrintPreviewDialog(printer, window)):
        qtbot.addWidget(dialog)
        assert not english(dialog)


def test_the_dialog_for_files_says_what_chinese_desktops_say(window, tmp_path, qtbot):
    (tmp_path / "要点.txt").write_text("甲。", "utf-8")
    dialog = file_dialog(
        window, "打开文稿", tmp_path, "文稿 (*.txt)", QFileDialog.FileMode.ExistingFiles
    )
    qtbot.addWidget(dialog)
    dialog.show()
    names = dialog.findChild(QTreeView, "treeView")
    assert names is not None
    header = names.model()
    shown = [header.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert shown == ["名称", "大小", "类型", "修改日期"]
    assert "文件名(&N)：" in [part.text() for part in dialog.findChildren(QLabel)]
    tips = {part.toolTip() for part in dialog.findChildren(QAbstractButton)}
    assert "上一级文件夹" in tips
    assert not [tip for tip in tips if "目录" in tip]


def test_a_text_that_nobody_has_translated_stays(qapp):
    assert qapp.translate("QFileDialog", "unheard of") == "unheard of"
    assert qapp.translate("QLineEdit", "&Undo") == "撤销(&U)"
    assert qapp.translate("QLineEdit", "&Redo") == "重做(&R)"
