"""Own formulations brought in from files and old documents, and out into files."""

from __future__ import annotations

from PySide6.QtCore import Qt
from snippet_window import OWN_ONE, keep

from app.snippets.exchange import read
from ui.dialogs.snippet_harvest import HarvestDialog
from ui.dialogs.snippet_import import ImportDialog


def test_a_file_is_imported_with_a_summary_and_a_second_time_nothing_is_new(
    draft, answers, tmp_path, qtbot
):
    path = tmp_path / "表.csv"
    path.write_text("标题,内容,位置\n甲,真抓实干抓到底。,天上\n乙,,\n", encoding="utf-8")
    answers.files = [path, path]
    draft.run_command("import-snippets")
    dialog = draft.findChild(ImportDialog)
    qtbot.waitUntil(lambda: "新增 1 条" in dialog.words.text())
    assert "第3行没有内容" in dialog.notes.text()
    qtbot.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: draft.workplace.library.store.count() == 1)
    qtbot.waitUntil(lambda: "已导入 1 条" in draft.snippets.told.text)
    draft.run_command("import-snippets")
    again = next(d for d in draft.findChildren(ImportDialog) if d is not dialog)
    qtbot.waitUntil(lambda: "1 条已经有了" in again.words.text())
    assert not again.take_button.isEnabled()
    again.reject()


def test_many_are_imported_with_progress_and_may_be_stopped(draft, answers, tmp_path, qtbot):
    path = tmp_path / "多.txt"
    path.write_text("\n".join(f"第{n}条真抓实干。" for n in range(2000)), encoding="utf-8")
    answers.files = [path]
    draft.run_command("import-snippets")
    dialog = draft.findChild(ImportDialog)
    qtbot.waitUntil(dialog.take_button.isEnabled)
    dialog.take_button.click()
    qtbot.waitUntil(lambda: dialog.bar.value() >= 100)
    dialog.cancel_button.click()
    count = draft.workplace.library.store.count()
    assert 100 <= count < 2000
    assert f"存入了 {count} 条" in draft.snippets.told.text


def test_a_file_that_cannot_be_read_is_told_by_its_name(draft, answers, tmp_path, qtbot):
    path = tmp_path / "坏的.toml"
    path.write_text("[[", encoding="utf-8")
    answers.files = [path]
    draft.run_command("import-snippets")
    qtbot.waitUntil(lambda: bool(answers.told))
    assert "坏的.toml" in answers.told[-1]


def test_own_snippets_are_exported_and_come_back_elsewhere(draft, answers, tmp_path):
    keep(draft, OWN_ONE)
    answers.saves = [tmp_path / "导出.toml"]
    draft.run_command("export-snippets")
    assert "已导出 1 条" in answers.told[-1]

    (found,) = read(tmp_path / "导出.toml").snippets
    assert (found.text, found.tags) == (OWN_ONE.text, OWN_ONE.tags)


def test_without_own_snippets_there_is_nothing_to_export(draft, answers):
    draft.run_command("export-snippets")
    assert "没有可导出的" in answers.told[-1]


def test_old_documents_are_harvested_and_chosen_proposals_kept(draft, answers, tmp_path, qtbot):
    folder = tmp_path / "旧文稿"
    (folder / "2024").mkdir(parents=True)
    for name, count in (("2024/a.txt", 12), ("b.txt", 15)):
        (folder / name).write_text(
            f"工作总结\n一、抓学习\n坚持一线工作法，推动问题在一线解决。走访企业{count}家，群众满意。\n",
            encoding="utf-8",
        )
    (folder / "坏.docx").write_bytes(b"PK\x03\x04broken")
    answers.files = [folder]
    draft.run_command("harvest-snippets")
    dialog = draft.findChild(HarvestDialog)
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() > 0)
    assert "读了 2 篇" in dialog.words.text()
    assert "1 个文件打不开" in dialog.words.text()
    found = {item.text(0): item for item in dialog.items()}
    chosen = found["坚持一线工作法，推动问题在一线解决。"]
    assert chosen.text(3) == "2"
    assert any("走访企业【数】家" in text for text in found)
    assert not dialog.keep_button.isEnabled()
    chosen.setCheckState(0, Qt.CheckState.Checked)
    qtbot.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    (kept,) = draft.workplace.library.store.all()
    assert kept.text == "坚持一线工作法，推动问题在一线解决。"
    assert kept.category == "我的表述/采集"


def test_all_proposals_of_a_place_are_taken_in_bulk(draft, answers, tmp_path, qtbot):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(
            "工作总结\n坚持一线工作法，推动问题在一线解决。\n一、抓学习\n紧盯重点任务，逐项挂图作战。\n",
            encoding="utf-8",
        )
    answers.files = [tmp_path]
    draft.run_command("harvest-snippets")
    dialog = draft.findChild(HarvestDialog)
    qtbot.waitUntil(lambda: dialog.filter.count() > 2)
    dialog.filter.setCurrentIndex(1)
    dialog.every_button.click()
    seen = [item for item in dialog.items() if not item.isHidden()]
    assert 0 < len(seen) < len(dialog.items())
    assert dialog.keep_button.text() == f"存入 {len(seen)} 条"
    dialog.reject()


def test_harvesting_is_given_up_when_the_dialog_is_closed(draft, answers, tmp_path):
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text("工作总结\n坚持一线工作法。\n" * 50, "utf-8")
    answers.files = [tmp_path]
    draft.run_command("harvest-snippets")
    dialog = draft.findChild(HarvestDialog)
    dialog.reject()
    assert draft.workplace.library.store.count() == 0
