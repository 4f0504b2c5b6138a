from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog

from app.document.model import Document, block
from app.errors import UnwritableFile
from ui.apart import apart

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_work_is_done_beside_the_window_whose_timers_go_on():
    begun = threading.Event()
    QTimer.singleShot(0, begun.set)

    def work():
        assert begun.wait(10)  # only the thread of the window sets it
        return threading.get_ident()

    assert apart(work, "正在保存…", None) != threading.get_ident()


def test_what_goes_wrong_is_told_to_the_one_who_asked(tmp_path):
    def work():
        raise UnwritableFile(tmp_path / "甲.docx", "磁盘满了。")

    with pytest.raises(UnwritableFile, match="磁盘满了"):
        apart(work, "正在保存…", None)


def test_a_window_does_not_close_over_a_file_half_written(window, tmp_path):
    window.session.start(Document((block("甲"),)), "新稿")
    QTimer.singleShot(0, window.close)
    window.session.save(tmp_path / "甲.docx")
    assert window.isVisible()
    assert (tmp_path / "甲.docx").is_file()


def test_a_window_says_what_takes_long():
    shown = []
    look = QTimer()
    look.setInterval(20)
    look.timeout.connect(
        lambda: shown.extend(
            one.labelText()
            for one in QApplication.topLevelWidgets()
            if isinstance(one, QProgressDialog) and one.isVisible()
        )
    )
    look.start()
    stop = threading.Event()
    QTimer.singleShot(1500, stop.set)
    apart(lambda: stop.wait(10), "正在保存“长稿.docx”…", None)
    assert "正在保存“长稿.docx”…" in shown
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible()]
