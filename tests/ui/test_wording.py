"""Dialogs of Qt's own that the program shows speak Chinese."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QGroupBox, QLabel

from ui import main

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
