"""What takes the keys has a name for screen readers, in the window and in every dialog."""

from __future__ import annotations

import pytest
from dialogs import DIALOGS, opened_by
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QKeySequenceEdit,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QSpinBox,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.resources import shipped
from ui import theme

FIELDS = (QComboBox, QAbstractSpinBox, QKeySequenceEdit)  # have a name for the line they hold
QTS_OWN = (QMenuBar, QMenu, QScrollArea, QScrollBar, QTabBar)  # named by what they hold


def nameless(root):
    """Return the shown widgets that can have the focus and say nothing of themselves."""
    found = []
    for widget in root.findChildren(QWidget):
        shown = widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if not shown or isinstance(widget, QTS_OWN) or isinstance(widget.parent(), FIELDS):
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


@pytest.fixture
def written(window, tmp_path):
    """A window with a draft that has findings, slots, numbers to mend and earlier versions."""
    window.open_path(shipped("resources") / "samples" / "工作要点样稿.txt", read_only=True)
    for text in ("甲", "乙", "丙"):
        window.save_as(tmp_path / "要点.docx")
        window.editor.insert(text)
    window.wait_for_checks()
    return window


def test_the_window_and_its_panels(written):
    for command in ("replace", "split-same", "to-snippets", "to-fields", "to-guide", "to-findings"):
        written.run_command(command)
        QApplication.processEvents()
        assert nameless(written) == [], command
    written.run_command("next-finding")
    assert nameless(written) == []


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_focus_is_to_be_seen_on_every_list(written, name):
    written.setStyleSheet(theme.stylesheet(theme.THEMES[name], 100))
    for tab, view in enumerate((written.findings.view, written.snippets.view)):
        written.tabs.setCurrentIndex(tab)
        assert pictured(view, focused=True) != pictured(view, focused=False), view
    view = written.outline.view
    assert pictured(view, focused=True) != pictured(view, focused=False)


def pictured(view, *, focused):
    """Return what a list looks like with the focus, or with the focus in the text."""
    (view if focused else view.window().editor).setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return view.grab().toImage()


def controls(sheet):
    """Return one of each control that takes the keys, in a window dressed in a style sheet."""
    frame = QWidget()
    frame.setStyleSheet(sheet)
    column = QVBoxLayout(frame)
    primary = QPushButton("确定")
    primary.setProperty("primary", "true")
    made = [QLineEdit(), primary, QPushButton("取消"), QCheckBox("勾选"), QComboBox(), QSpinBox()]
    for one in made:
        column.addWidget(one)
    return frame, made


def contrast(image):
    """Return how far the darkest and the lightest pixel of a picture lie apart, of 255."""
    inside = [
        image.pixelColor(x, y).lightness()
        for x in range(6, image.width() - 6)
        for y in range(6, image.height() - 6)
    ]
    return max(inside) - min(inside)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_focus_is_to_be_seen_on_every_control(qtbot, name):
    frame, made = controls(theme.stylesheet(theme.THEMES[name], 100))
    qtbot.addWidget(frame)
    frame.show()
    frame.activateWindow()
    for one, other in zip(made, [*made[1:], made[0]], strict=True):
        other.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        without = one.grab().toImage()
        one.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        within, edge = one.grab().toImage(), QRect(6, 0, 10, 2)
        ringed = within.copy(edge) != without.copy(edge)
        assert ringed if isinstance(one, QPushButton) else within != without, one


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_a_button_that_cannot_be_pressed_yet_can_be_read(qtbot, name):
    frame, made = controls(theme.stylesheet(theme.THEMES[name], 100))
    qtbot.addWidget(frame)
    for one in made[1:3]:
        one.setEnabled(False)
    frame.show()
    for one in made[1:3]:
        assert contrast(one.grab().toImage()) > 60, one.text()


def test_the_start_page(window):
    window.show_start_page()
    assert nameless(window) == []


@pytest.mark.parametrize("command", [*DIALOGS, "insert-snippet"])
def test_each_dialog(written, command):
    opened = opened_by(written, command)
    assert [w for one in opened for w in nameless(one)] == []
    for one in opened:
        one.close()
