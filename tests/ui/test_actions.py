"""Every action is sound: it runs something, has its picture, and no two ask for one key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton

from app.resources import shipped
from ui import actions, menus
from ui.dialogs.matching import matches
from ui.dialogs.palette import PaletteDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.preferences import PreferencesDialog

COMMANDS = actions.commands()


def test_ids_are_unique():
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


def test_no_two_actions_ask_for_one_key():
    assert actions.conflicts(COMMANDS) == ()


def test_no_action_asks_for_a_key_that_an_input_method_keeps_for_itself():
    kept = {  # of fcitx5 and of the Chinese input methods of Windows, as they are installed
        "Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+;", "Ctrl+Shift+F", "Ctrl+Shift+B",
        "Ctrl+Alt+P", "Ctrl+Alt+B", "Ctrl+Alt+H", "Ctrl+Alt+J",
    }  # fmt: skip
    assert {command.id: command.keys for command in COMMANDS if command.keys in kept} == {}


@pytest.mark.parametrize("command", COMMANDS, ids=[command.id for command in COMMANDS])
def test_an_action_has_a_title_a_menu_and_its_drawing(command):
    assert command.title
    assert command.menu.partition("/")[0] in actions.MENUS
    if command.icon:
        assert (shipped("resources") / "icons" / f"{command.icon}.svg").is_file()
    if command.keys:
        assert QKeySequence(command.keys).toString()


def test_every_action_runs_a_method_of_the_window(window):
    for command in window.commands:
        assert callable(menus.resolved(window, command.run)), command.id


def test_menus_show_every_action_once(window):
    shown = [a.data() for menu in window.menus.values() for a in menu.actions() if a.data()]
    assert sorted(n for n in shown if n in window.commands_by_id) == sorted(c.id for c in COMMANDS)


def test_each_menu_has_room_below_its_title_on_a_small_screen(window, workplace, qapp):
    workplace.dress(qapp)
    heights = {name: menu.sizeHint().height() for name, menu in window.menus.items()}
    assert {name: height for name, height in heights.items() if height > 768 - 80} == {}


def test_a_switch_shows_its_tick_in_the_menu(window):
    switches = [one for one in window.commands if one.checkable]
    assert {one.id for one in switches} > {"show-outline", "typewriter", "dark"}
    assert not any(window.commands_by_id[one.id].isIconVisibleInMenu() for one in switches)


@pytest.mark.parametrize("typed", ["重新编号", "cxbh", "chongxin", "CXBH"])
def test_the_palette_finds_by_characters_pinyin_and_initials(window, typed):
    window.run_command("palette")
    palette = window.findChild(PaletteDialog)
    palette.search.setText(typed)
    titles = [
        palette.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(palette.list.count())
    ]
    assert "全文重新编号…" in titles
    palette.close()


def test_enter_in_the_palette_runs_the_first_hit(window, qtbot):
    window.opening.create_blank()
    window.run_command("palette")
    palette = window.findChild(PaletteDialog)
    palette.search.setText("zzxz")
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert window.left.isHidden()
    window.run_command("focus")


def test_pinyin_begins_with_a_syllable():
    assert matches("nc", "农村改革")
    assert matches("cung", "农村改革")
    assert not matches("nc", "脱贫成果")


def test_names_match_scattered_characters_but_not_in_another_order():
    assert matches("编号", "全文重新编号")
    assert matches("全号", "全文重新编号")
    assert not matches("号编", "全文重新编号")


def test_a_changed_key_holds_at_once_and_a_taken_one_is_refused(window, workplace):
    window.opening.create_blank()
    window.run_command("shortcuts")
    dialog = window.findChild(ShortcutsDialog)
    dialog.search.setText("另存为")
    dialog.keys.setKeySequence(QKeySequence("Ctrl+S"))
    dialog._set()  # noqa: SLF001  the button beside the field
    assert "已经用于" in dialog.state.text()
    dialog.keys.setKeySequence(QKeySequence("F12"))
    dialog._set()  # noqa: SLF001  the button beside the field
    assert window.commands_by_id["save-as"].shortcut() == QKeySequence("F12")
    assert window.commands_by_id["save-as"].toolTip().endswith("（F12）")
    assert dict(workplace.settings.shortcuts) == {"save-as": "F12"}
    dialog.close()


@pytest.mark.parametrize("keys", ["A", "Shift+1", "Space", "Return", "Ctrl+Left", "Ctrl+Home"])
def test_a_key_that_writing_needs_is_refused(window, workplace, qtbot, keys):
    window.run_command("shortcuts")
    dialog = window.findChild(ShortcutsDialog)
    dialog.search.setText("检查报告")
    dialog.keys.setKeySequence(QKeySequence(keys))
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "设为此键")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "要用来写作" in dialog.state.text()
    assert not workplace.settings.shortcuts
    dialog.close()


def test_a_second_key_known_from_other_programs_works_and_is_taken(window, qtbot, monkeypatch):
    window.opening.create_blank()
    window.show()
    called = []
    monkeypatch.setattr(window.files, "save_as_asked", lambda: called.append("F12"))
    qtbot.keyClick(window.editor, Qt.Key.Key_F12)
    assert called == ["F12"]
    wished = actions.with_shortcuts(COMMANDS, {"report": "F12"})
    assert [(one.id, other.id) for one, other in actions.conflicts(wished)] == [
        ("save-as", "report")
    ]


def test_preferences_change_what_they_show(window, workplace):
    window.run_command("preferences")
    dialog = window.findChild(PreferencesDialog)
    assert set(dialog.controls) == {name for name, _, _ in actions_settings()}
    dialog.controls["zoom"].set(150)
    dialog.controls["lock_tree"].set(True)
    dialog.controls["theme"].set("dark")
    assert (workplace.settings.zoom, workplace.settings.theme) == (150, "dark")
    assert window.outline.model.locked
    dialog.close()


def actions_settings():
    from app.settings import declared

    return declared()


def test_a_rule_switched_off_in_the_preferences_finds_nothing(window, workplace, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("关于开会的通知\n现将有关事项通知如下。。\n", encoding="utf-8")
    window.open_path(path)
    window.wait_for_checks()
    assert "doubled_punctuation" in {one.check for one in window.shown_findings}
    window.run_command("preferences")
    dialog = window.findChild(PreferencesDialog)
    dialog.rules.item("doubled_punctuation").setCheckState(0, Qt.CheckState.Unchecked)
    assert workplace.settings.rules_off == ("doubled_punctuation",)
    dialog.close()
    window.wait_for_checks()
    assert "doubled_punctuation" not in {one.check for one in window.shown_findings}


def test_the_menu_over_a_finding_offers_its_mend(window, tmp_path):
    from ui.text_menu import text_menu

    path = tmp_path / "a.txt"
    path.write_text("关于开会的通知\n现将有关事项通知如下。。\n", encoding="utf-8")
    window.open_path(path)
    window.wait_for_checks()
    finding = next(one for one in window.shown_findings if one.check == "doubled_punctuation")
    window.checks.go(finding)
    menu = text_menu(window, window.editor.cursorRect().center() - _left())
    titles = [action.text() for action in menu.actions()]
    fix = next(a for a in menu.actions() if a.text() == finding.fixes[0].title)
    fix.trigger()
    assert window.editor.snapshot().texts[1] == "现将有关事项通知如下。"
    assert "忽略" in titles
    assert isinstance(menu, QMenu)
    menu.deleteLater()


def _left():
    from PySide6.QtCore import QPoint

    return QPoint(12, 0)
