"""Nothing that was typed is lost: the real program is killed and started again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app import journal, settings
from app.document.model import Details, Document, block
from ui.main import ErrorHook

ROOT = Path(__file__).resolve().parents[2]

# Types into the real window, as keys, and then does nothing until it is killed. A question or an
# error told ends it: nobody is there to answer.
_TYPIST = """
import os
import sys
from PySide6.QtCore import QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui import main, window

def write():
    shown = next(w for w in QApplication.topLevelWidgets() if isinstance(w, window.Window))
    if not sys.argv[1:]:
        shown.opening.create_blank()
    QTest.keyClicks(shown.editor, "WJ2026")
    shown.editor.insert("没有保存过的话")
    print("typed", flush=True)

timer = QTimer()
timer.setSingleShot(True)
make = main.open_first
def open_first(workplace, paths):
    workplace.ask.choose = workplace.ask.tell_error = lambda *_: os._exit(1)
    make(workplace, paths)
    timer.timeout.connect(write)
    timer.start(200)
main.open_first = open_first
main.open_window(sys.argv[1:])
"""


def _killed_while_typing(home, *arguments):
    environment = os.environ | {"WENHENG_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen(  # noqa: S603  our own code
        [sys.executable, "-c", _TYPIST, *arguments],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert program.stdout is not None
    try:
        told = program.stdout.readline()
        assert told == "typed\n", (home / "data" / "log.txt").read_text("utf-8")
        typed = time.monotonic()
        recovery = home / "data" / "recovery"
        while not list(recovery.glob("*.json")) or "没有保存过的话" not in _texts(recovery):
            assert time.monotonic() - typed < 60
            time.sleep(0.05)
        return time.monotonic() - typed
    finally:
        program.send_signal(signal.SIGKILL)
        program.wait()
        program.stdout.close()


def _texts(recovery):
    return "".join(
        json.dumps(json.loads(path.read_bytes()), ensure_ascii=False)
        for path in recovery.glob("*.json")
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_draft_never_saved_survives_a_kill_and_is_offered(
    tmp_path, workplace, qtbot, monkeypatch
):
    age = _killed_while_typing(tmp_path)
    assert age < 5, "the recovery copy came too late"
    monkeypatch.setenv(settings.HOME_VARIABLE, str(tmp_path))
    workplace.folders = settings.folders()
    window = workplace.new_window()
    window.show_start_page()
    window.show()
    page = window.pages.currentWidget()
    offered = page.recovered.item(0).text()
    assert "新文稿" in offered
    assert offered.endswith("，8 字")  # as the status bar counts: a word of letters is one
    page.recovered.itemDoubleClicked.emit(page.recovered.item(0))
    assert window.editor.snapshot().texts == ("WJ2026没有保存过的话",)
    assert window.isWindowModified()
    qtbot.waitUntil(lambda: len(list((tmp_path / "data" / "recovery").glob("*.json"))) == 1)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_changes_of_a_saved_file_survive_a_kill_and_its_file_stays(
    tmp_path, workplace, monkeypatch
):
    path = tmp_path / "通知.txt"
    path.write_text("关于开会的通知\n", encoding="utf-8")
    _killed_while_typing(tmp_path / "home", str(path))
    assert path.read_text(encoding="utf-8") == "关于开会的通知\n"
    monkeypatch.setenv(settings.HOME_VARIABLE, str(tmp_path / "home"))
    workplace.folders = settings.folders()
    window = workplace.new_window()
    (copy,) = workplace.orphans()
    window.show_recovered(copy)
    assert window.editor.snapshot().texts[0] == "WJ2026没有保存过的话关于开会的通知"
    assert window.session.path == path
    assert window.files.save()
    assert path.read_text(encoding="utf-8").startswith("WJ2026没有保存过的话")
    assert workplace.orphans() == ()


def test_saving_and_closing_leave_no_recovery_copy(window, tmp_path):
    window.show_document(Document((block("一"),)), "新文稿")
    window.session.record()
    window.session.finish_writing()
    recovery = window.workplace.folders.recovery
    assert len(list(recovery.glob("*.json"))) == 1
    window.save_as(tmp_path / "a.docx")
    assert list(recovery.iterdir()) == []


def test_details_alone_are_kept_too(window):
    window.show_document(Document((block("一"),), Details(kind="tongzhi")), "新文稿")
    window.set_field("单位", "清河县")
    window.session.record()
    window.session.close(keep_copy=True)
    (copy,) = window.workplace.orphans()
    assert copy.document.details.field("单位") == "清河县"
    journal.discard(copy)


def test_an_unforeseen_error_keeps_the_text_logs_and_offers_to_go_on(window, answers):
    hook = ErrorHook(window.workplace)
    window.show_document(Document((block("还没有保存"),)), "新文稿")
    answers.choices = ["on"]
    hook(RuntimeError, RuntimeError("boom"), None)
    assert "出了点问题" in answers.told[0]
    (kept,) = window.workplace.folders.recovery.glob("*.json")
    assert "还没有保存" in kept.read_text(encoding="utf-8")


def test_a_recovery_copy_goes_only_after_a_question(window, answers, qtbot):
    window.show_document(Document((block("没有保存的话"),)), "新文稿")
    window.session.record()
    window.session.close(keep_copy=True)
    window.show_start_page()
    window.show()
    page = window.pages.currentWidget()
    drop = next(b for b in page.findChildren(QPushButton) if b.text() == "不要了")
    answers.choices = ["keep", "drop"]
    qtbot.mouseClick(drop, Qt.MouseButton.LeftButton)
    assert len(window.workplace.orphans()) == 1
    assert "6 字" in answers.told[0]
    qtbot.mouseClick(drop, Qt.MouseButton.LeftButton)
    assert window.workplace.orphans() == ()


def test_a_click_on_a_told_line_leaves_the_keys_with_the_text(window, qtbot):
    window.show_document(Document((block("一"),)), "新文稿")
    window.come_forward()
    window.banner.tell("有一件事。", "好", window.come_forward)
    window.editor.setFocus()
    qtbot.mouseClick(window.banner.button, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is window.editor
