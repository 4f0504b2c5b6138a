"""The preferences in use: the wheel over them, a folder to choose, back to the defaults."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton

from app.settings import Settings
from ui.preferences import PreferencesDialog


@pytest.fixture
def dialog(window):
    window.show()
    window.run_command("preferences")
    dialog = window.findChild(PreferencesDialog)
    yield dialog
    dialog.close()


def turn_wheel(widget):
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003  Qt takes it by place only
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def press(dialog, title, qtbot):
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == title)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", ["theme", "scale"])
def test_scrolling_over_a_setting_does_not_change_it(dialog, workplace, name):
    before = workplace.settings
    dialog.tabs.setFocus()
    turn_wheel(dialog.controls[name].widget)
    assert workplace.settings == before


def test_a_folder_is_chosen_with_the_mouse(dialog, workplace, answers, qtbot, tmp_path):
    answers.files = [tmp_path]
    dialog.tabs.setCurrentIndex(3)
    press(dialog, "选择…", qtbot)
    assert workplace.settings.shared_snippets == str(tmp_path)
    assert dialog.controls["shared_snippets"].widget.text() == str(tmp_path)


def test_the_defaults_come_back_only_after_a_question(dialog, workplace, answers, qtbot):
    workplace.change(speech=200, rules_off=("wrong_word",))
    answers.choices = ["keep", "reset"]
    press(dialog, "全部恢复默认", qtbot)
    assert workplace.settings.speech == 200
    press(dialog, "全部恢复默认", qtbot)
    assert workplace.settings.speech == Settings().speech
    assert workplace.settings.rules_off == ()
