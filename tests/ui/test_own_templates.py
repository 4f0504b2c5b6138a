"""Templates made from a text, and broken ones, driven as a user drives them."""

from __future__ import annotations

import pytest

from app import kinds
from app.document.model import document
from app.document.recognize import recognized
from ui.start.page import StartPage

BROKEN = 'id = "own-bad"\nname = "坏的"\ngroup = "我的文种"\nwrong = 1\n'


@pytest.fixture
def own(workplace):
    folder = workplace.folders.data / "kinds"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def test_a_model_becomes_a_template_that_the_new_page_lists(window, answers, own):
    lines = (
        "清河县2025年民政工作要点",
        "一、抓好养老服务",
        "建成站点。",
        "二、抓好救助",
        "全部完成。",
    )
    window.show_document(recognized(document(*lines)), "要点", unsaved=False)
    answers.text = lambda *_: "民政要点"
    window.run_command("extract")
    written = list(own.glob("*.toml"))
    assert len(written) == 1
    assert kinds.read_file(written[0]).name == "民政要点"
    assert str(written[0]) in window.banner.text
    assert window.fields.kind.findText("民政要点") >= 0
    window.show_start_page()
    page = window.findChild(StartPage)
    names = [
        page.model.item(g).child(n).text()
        for g in range(page.model.rowCount())
        for n in range(page.model.item(g).rowCount())
    ]
    assert "民政要点" in names


def test_two_templates_do_not_overwrite_each_other(window, answers, own):
    window.show_document(recognized(document("工作要点", "一、抓落实", "好。")), "x", unsaved=False)
    answers.text = lambda *_: "要点"
    window.run_command("extract")
    window.run_command("extract")
    assert len(list(own.glob("*.toml"))) == 2


def test_a_text_without_bones_gives_a_message_and_no_file(window, answers, own):
    window.show_document(document(""), "x", unsaved=False)
    answers.text = lambda *_: "空"
    window.run_command("extract")
    assert any("没有可以提取" in told for told in answers.told)
    assert list(own.glob("*.toml")) == []


def test_a_broken_template_is_told_once_and_the_rest_load(window, own):
    (own / "bad.toml").write_text(BROKEN, encoding="utf-8")
    window.show_start_page()
    page = window.findChild(StartPage)
    assert "bad.toml" in page.banner.text
    assert page.model.rowCount() >= 2
    page.banner.hide()
    window.show_start_page()
    assert page.banner.text == ""


def test_choosing_a_broken_template_says_why(window, own):
    (own / "bad.toml").write_text(BROKEN, encoding="utf-8")
    window.show_start_page()
    page = window.findChild(StartPage)
    page.search.setText("坏的")
    assert not page.create_button.isEnabled()
