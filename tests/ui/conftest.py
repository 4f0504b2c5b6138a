"""Windows for tests, answered in the user's place, and guards against what is left behind."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from app import settings
from ui import main
from ui.workplace import Workplace


class Answers:
    """Answers questions in the user's place; a question nobody has foreseen fails the test."""

    def __init__(self):
        self.choices: list[str | None] = []
        self.files: list[Path] = []
        self.saves: list[Path | None] = []
        self.told: list[str] = []

    def choose(self, parent, title, text, options):
        del parent
        self.told.append(f"{title}：{text}")
        assert self.choices, f"unforeseen question: {title} {text}"
        answer = self.choices.pop(0)
        assert answer is None or answer in [option.key for option in options]
        return answer

    def tell(self, parent, title, text=""):
        del parent
        self.told.append(f"{title}：{text}")

    def tell_error(self, parent, error):
        del parent
        self.told.append(str(error))

    def open_files(self, parent, folder):
        del parent, folder
        return self.files

    def open_one(self, parent, title, kinds):
        del parent, title, kinds
        return self.files.pop(0)

    def folder(self, parent, title):
        del parent, title
        return self.files.pop(0)

    def save_file(self, parent, title, proposed, kinds):
        del parent, title, kinds
        self.proposed = proposed
        return self.saves.pop(0)


@pytest.fixture(autouse=True)
def _no_modal_exec(monkeypatch):
    def refuse(self):
        raise AssertionError(f"{type(self).__name__} was executed; open it instead")

    monkeypatch.setattr(QDialog, "exec", refuse)


@pytest.fixture(autouse=True)
def _nothing_left_behind(request):
    """Fail where a test leaves a thread, a running timer or a window."""
    before = set(threading.enumerate())
    yield
    if "qapp" not in request.fixturenames:
        return
    assert QThreadPool.globalInstance().waitForDone(5000)
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    assert set(threading.enumerate()) - before == set()
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.parent() is None]
    assert windows == []
    ticking = [t for w in QApplication.topLevelWidgets() for t in w.findChildren(QTimer)
               if t.isActive()]  # fmt: skip
    assert ticking == []


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def workplace(qapp, answers):  # noqa: ARG001  the application must be there
    """What windows share, with the questions answered by `answers`."""
    place = Workplace(settings.folders(), answers)
    yield place
    for window in list(place.windows):
        answers.choices = ["discard"]
        window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    place.collector.stop()
    place.deleteLater()


@pytest.fixture
def window(workplace, qtbot):
    """A blank window, shown and active."""
    made = main.make_window(workplace)
    made.resize(1280, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.editor.setFocus()
    return made


def pytest_collection_modifyitems(items):
    """What the platform without a screen cannot do is no fault of ours."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support "))
