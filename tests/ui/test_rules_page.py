from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.checks.registry import rules
from ui.dialogs.rule_page import RulePage
from ui.preferences import PreferencesDialog

LONG = "坚持以高质量发展为主题深入推进产业转型升级取得更大成效"


@pytest.fixture
def page(window):
    window.run_command("preferences")
    dialog = window.findChild(PreferencesDialog)
    dialog.tabs.setCurrentWidget(dialog.rules)
    yield dialog.rules
    dialog.close()


def shown(page):
    return {rule.id for rule in rules() if not page.item(rule.id).isHidden()}


def test_words_and_state_narrow_the_list_of_rules(page, workplace):
    assert shown(page) == {rule.id for rule in rules()}
    page.search.setText("标题过长")
    assert shown(page) == {"heading_length"}
    page.search.clear()
    page.which.setCurrentText("已关闭的")
    assert shown(page) == {rule.id for rule in rules() if not rule.default}
    page.search.setText("没有这种规则")
    assert page.empty.isVisible()
    assert workplace.settings.rules_off == ()


def test_the_space_bar_switches_a_rule_off_and_a_whole_group(page, qtbot, workplace):
    page.tree.setCurrentItem(page.item("number_gap"))
    qtbot.keyClick(page.tree, Qt.Key.Key_Space)
    assert workplace.settings.rules_off == ("number_gap",)
    group = page.item("number_gap").parent()
    assert group.checkState(0) is Qt.CheckState.PartiallyChecked
    page.tree.setCurrentItem(group)
    qtbot.keyClick(page.tree, Qt.Key.Key_Space)
    assert workplace.settings.rules_off == ()
    qtbot.keyClick(page.tree, Qt.Key.Key_Space)
    held = {rule.id for rule in rules() if rule.group == "编号" and rule.default}
    assert set(workplace.settings.rules_off) == held
    assert group.checkState(0) is Qt.CheckState.Unchecked


def test_a_rule_that_is_off_by_default_can_be_switched_on(page, workplace):
    page.item("overused_word").setCheckState(0, Qt.CheckState.Checked)
    assert workplace.settings.rules_on == ("overused_word",)


def test_an_option_holds_at_once_and_goes_back_to_its_default(window, page, tmp_path, workplace):
    path = tmp_path / "要点.txt"
    path.write_text(f"全县工作要点\n一、加强领导\n二、{LONG}\n", encoding="utf-8")
    window.open_path(path)
    window.wait_for_checks()
    assert "heading_length" not in {one.check for one in window.shown_findings}
    page.tree.setCurrentItem(page.item("heading_length"))
    page.card.controls["first"].setValue(20)
    assert workplace.settings.rule_options == (("heading_length", "first", 20),)
    window.wait_for_checks()
    assert "heading_length" in {one.check for one in window.shown_findings}
    page.card.resetting.click()
    assert page.card.controls["first"].value() == 30
    window.wait_for_checks()
    assert "heading_length" not in {one.check for one in window.shown_findings}


def test_the_page_of_a_rule_opens_from_the_list(page, window):
    page.tree.setCurrentItem(page.item("heading_length"))
    page.card.explaining.click()
    opened = window.findChild(RulePage)
    assert "标题过长" in opened.windowTitle()
    opened.close()
