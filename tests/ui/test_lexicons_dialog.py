"""The lexicons as an office keeps them: looked at, taken in, refused, given back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app import lexicons
from app.checks import registry
from ui.dialogs.lexicons import LexiconsDialog

DRAFT = "关于开展专项活动的通知\n各科室：\n　　县委组织开展清风廉韵专项活动，做好活动的布署。\n"


@pytest.fixture
def opened(window, tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text(DRAFT, encoding="utf-8")
    window.open_path(path)
    assert window.wait_for_checks()
    yield window
    for name in list(lexicons.own_folder().glob("*")) if lexicons.own_folder().is_dir() else []:
        name.unlink()
    registry.read_anew()


@pytest.fixture
def dialog(opened):
    opened.run_command("lexicons")
    return opened.findChild(LexiconsDialog)


def wrong_words(window):
    assert window.wait_for_checks()
    texts = window.editor.snapshot().texts
    return [
        texts[one.span.block][one.span.start : one.span.end]
        for one in window.shown_findings
        if one.check == "wrong_word"
    ]


def row(dialog, title):
    return dialog.tree.findItems(title, Qt.MatchFlag.MatchExactly)[0]


def test_each_lexicon_is_listed_with_its_size_and_where_it_comes_from(dialog):
    shown = row(dialog, "提法表")
    assert int(shown.text(1)) > 300
    assert shown.text(2).endswith("月")
    assert shown.text(3) == "随程序"
    assert not dialog.removing.isEnabled()


def test_an_imported_lexicon_checks_the_open_document_at_once(
    opened, dialog, answers, tmp_path, qtbot
):
    assert wrong_words(opened) == ["布署"]
    own = tmp_path / "wrong-words.tsv"
    own.write_text("清风廉韵\t清风廉运\n", "utf-8")
    answers.files = [own]
    qtbot.mouseClick(dialog.importing, Qt.MouseButton.LeftButton)
    assert dialog.tree.currentItem().text(0) == "错别字"
    assert dialog.tree.currentItem().text(1) == "1"
    assert dialog.tree.currentItem().text(3).startswith("本单位")
    assert wrong_words(opened) == ["清风廉韵"]
    qtbot.mouseClick(dialog.removing, Qt.MouseButton.LeftButton)
    assert dialog.tree.currentItem().text(3) == "随程序"
    assert wrong_words(opened) == ["布署"]


def test_another_window_is_checked_by_it_too(workplace, dialog, answers, tmp_path, qtbot):
    other = workplace.new_window()
    path = tmp_path / "另一份.txt"
    path.write_text(DRAFT, encoding="utf-8")
    other.open_path(path)
    assert wrong_words(other) == ["布署"]
    own = tmp_path / "wrong-words.tsv"
    own.write_text("清风廉韵\t清风廉运\n", "utf-8")
    answers.files = [own]
    qtbot.mouseClick(dialog.importing, Qt.MouseButton.LeftButton)
    assert wrong_words(other) == ["清风廉韵"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("misquotes.tsv", "# 说明\n误\t正\n", "第2行"),
        ("提法.tsv", "误\t正\n", "文件名应为"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_and_nothing_changes(  # noqa: PLR0917  fixtures
    opened, dialog, answers, tmp_path, qtbot, name, text, said
):
    (tmp_path / name).write_text(text, "utf-8")
    answers.files = [tmp_path / name]
    qtbot.mouseClick(dialog.importing, Qt.MouseButton.LeftButton)
    assert said in answers.told[-1]
    assert name in answers.told[-1]
    assert all(dialog.tree.topLevelItem(at).text(3) == "随程序"
               for at in range(dialog.tree.topLevelItemCount()))  # fmt: skip
    assert wrong_words(opened) == ["布署"]


def test_with_keys_alone_a_lexicon_is_chosen_and_copied(dialog, answers, tmp_path, qtbot):
    dialog.tree.setFocus()
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Down)
    assert dialog.tree.currentItem().text(0) == "有时间性的提法"
    answers.saves = [tmp_path / "superseded.tsv"]
    dialog.copying.setFocus()
    qtbot.keyClick(dialog.copying, Qt.Key.Key_Space)
    assert answers.proposed.name == "superseded.tsv"
    assert (tmp_path / "superseded.tsv").read_text("utf-8").startswith("# 有时间性的提法")
    answers.files = [tmp_path / "superseded.tsv"]
    dialog.importing.setFocus()
    qtbot.keyClick(dialog.importing, Qt.Key.Key_Space)
    assert dialog.tree.currentItem().text(3).startswith("本单位")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
