"""The first day, and what is said where no Chinese can be typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui import input_method
from ui.dialogs.tour import TourDialog
from ui.greeting import Greeting

BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/1000/bus"}


@pytest.mark.parametrize(
    ("asked", "runs", "wanted"),
    [
        ("", (), {}),
        ("fcitx", ("fcitx5",), {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}),
        ("", ("fcitx5",), {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}),
        ("ibus", ("fcitx5",), {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}),
        ("fcitx", (), {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}),
        ("fcitx", ("ibus-daemon",), {"QT_IM_MODULE": "ibus"}),
        ("ibus", ("ibus-daemon", "fcitx5"), {"QT_IM_MODULE": "ibus"}),
        ("compose", ("fcitx5",), {}),
    ],
)
def test_qt_is_led_to_the_input_method_that_runs(asked, runs, wanted):
    assert input_method.settings_for(asked, frozenset(runs)) == wanted


@pytest.mark.parametrize(
    ("runs", "environment", "named"),
    [
        (("fcitx5",), BUS, ""),
        (("ibus-daemon",), {}, ""),
        (("fcitx5",), {}, "dbus-user-session"),
        (("fcitx",), BUS, "fcitx 4"),
        ((), BUS, "fcitx5-chinese-addons"),
    ],
)
def test_one_line_says_why_no_chinese_can_be_typed_and_what_to_install(runs, environment, named):
    told = input_method.warning("xcb", environment, frozenset(runs))
    assert (named in told) if named else not told
    assert "\n" not in told


def test_nothing_is_said_where_the_desktop_brings_what_is_typed():
    assert not input_method.warning("wayland", {}, frozenset())


def test_running_input_methods_are_found_by_name(tmp_path):
    for number, name in (("12", "fcitx5"), ("13", "bash")):
        (tmp_path / number).mkdir()
        (tmp_path / number / "comm").write_text(f"{name}\n", encoding="utf-8")
    assert input_method.running(tmp_path) == {"fcitx5"}


def test_the_first_start_shows_the_tour_once_and_leads_to_a_sample(window, qtbot):
    Greeting(window.workplace).greet()
    tour = window.findChild(TourDialog)
    sample = next(b for b in tour.findChildren(QPushButton) if "样稿" in b.text())
    qtbot.mouseClick(sample, Qt.MouseButton.LeftButton)
    assert "工作要点" in "".join(window.session.document().texts)
    assert not window.isWindowModified()
    Greeting(window.workplace).greet()
    assert not [one for one in window.findChildren(TourDialog) if one.isVisible()]


def test_the_warning_stands_on_the_page_that_is_shown_until_it_is_silenced(
    window, qtbot, monkeypatch
):
    monkeypatch.setattr(input_method, "warning", lambda *_: "打不出汉字。")
    window.workplace.remember(toured=True)
    window.show_start_page()
    Greeting(window.workplace).greet()
    banner = window.pages.currentWidget().banner
    assert banner.text == "打不出汉字。"
    qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    Greeting(window.workplace).greet()
    assert banner.text == ""
