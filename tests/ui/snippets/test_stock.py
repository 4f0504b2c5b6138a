"""Completion from the formulations, a damaged store, the shared folder."""

from __future__ import annotations

import sqlite3

from snippet_window import OWN_ONE, keep, type_query

from app.snippets import Snippet, opened
from app.snippets.store import NAME


def filled(stock):
    stock.offers("甲乙")
    return stock.ready


def wait_filled(stock, qtbot):
    qtbot.waitUntil(lambda: filled(stock), timeout=30_000)  # idle slices: long where all is busy


def test_what_is_written_twice_and_saved_is_offered(draft, qtbot):
    stock = draft.workplace.stock
    wait_filled(stock, qtbot)
    for text in ("推行亮灯督办工作法。", "全面推行亮灯督办工作法。推行亮灯督办工作法。"):
        draft.editor.insert(text)
        draft.run_command("save")
    assert "督办工作法" in [offer.rest for offer in stock.offers("要求：推行亮灯")]


def test_the_text_of_an_opened_file_is_not_learned_for_the_writers_own(draft, tmp_path, qtbot):
    stock = draft.workplace.stock
    wait_filled(stock, qtbot)
    path = tmp_path / "别人的稿子.txt"
    path.write_text("工作要点\n推行亮灯督办工作法。\n坚持挂图作战机制。\n", encoding="utf-8")
    for _ in range(3):
        draft.open_path(path)
    assert stock.library.store.learned() == {}


def test_what_is_kept_or_deleted_changes_what_is_offered(draft, qtbot):
    stock = draft.workplace.stock
    many = [Snippet(f"own-{n}", f"挂牌督战第{n}轮行动。", "我的表述") for n in range(40)]
    stock.offers("甲乙")  # the reading of the phrases begins
    stock.keep(many[:1])
    wait_filled(stock, qtbot)
    assert stock.offers("挂牌督战")
    stock.keep(many)
    wait_filled(stock, qtbot)
    assert len(stock.offers("挂牌督战")) > 1
    for one in many:
        stock.delete(one.id)
    wait_filled(stock, qtbot)
    assert stock.offers("挂牌督战") == []
    stock.restore()
    wait_filled(stock, qtbot)
    assert {offer.rest.rstrip("。") for offer in stock.offers("挂牌督战")} == {"第39轮行动"}


def test_phrases_are_offered_while_typing_and_the_setting_switches_that_off(draft, qtbot):
    stock = draft.workplace.stock
    wait_filled(stock, qtbot)
    draft.details.refresh()
    assert draft.details.offers("坚持真抓")
    draft.workplace.change(completion=False)
    assert not draft.details.offers("坚持真抓")


def test_a_damaged_store_is_replaced_and_the_user_told(window, workplace):
    folder = workplace.folders.data / "snippets"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_bytes(b"not a database, but something the user may want back" * 99)
    window.run_command("to-snippets")
    assert "已损坏" in window.banner.text
    assert window.snippets.current() is not None


def test_a_store_of_a_later_version_leaves_the_shipped_ones_usable(window, workplace):

    folder = workplace.folders.data / "snippets"
    opened(folder).store.close()
    raw = sqlite3.connect(folder / NAME)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    window.run_command("to-snippets")
    assert "升级" in window.banner.text
    assert window.snippets.current() is not None


def test_closing_the_last_window_keeps_a_backup(draft, answers, workplace):
    keep(draft, OWN_ONE)
    answers.choices = ["discard"]
    draft.close()
    assert (workplace.folders.data / "snippets" / "snippets-backup.sqlite3").is_file()


def test_a_backup_that_cannot_be_written_does_not_keep_a_window_open(
    draft, answers, workplace, caplog
):
    keep(draft, OWN_ONE)
    (workplace.folders.data / "snippets" / "snippets-backup.new").mkdir()
    answers.choices = ["discard"]
    draft.close()
    assert workplace.windows == []
    assert "请检查磁盘空间" in caplog.text


def test_a_shared_folder_is_read_beside_the_writing_and_may_be_absent(
    draft, panel, tmp_path, qtbot
):
    shared = tmp_path / "共享"
    draft.workplace.change(shared_snippets=str(shared))
    qtbot.waitUntil(lambda: "共享" in draft.banner.text)
    shared.mkdir()
    (shared / "局里.toml").write_text(
        '[[snippets]]\nid = "a"\ncategory = "局里"\ntext = "挂图作战、销号管理。"\n', "utf-8"
    )
    draft.workplace.change(shared_snippets="")
    draft.workplace.change(shared_snippets=str(shared))
    type_query(panel, qtbot, "挂图作战")
    qtbot.waitUntil(lambda: panel.current().snippet.category == "局里")
    assert not panel.current().own
