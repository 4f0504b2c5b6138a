"""What waits for the first paint of a text."""

from PySide6.QtCore import QEvent, QObject, QTimer

from ui import main
from ui.after_paint import AfterPaint


class Watch(QObject):
    def __init__(self, seen):
        super().__init__()
        self.seen = seen

    def eventFilter(self, watched, event):  # noqa: N802  Qt calls it
        if event.type() is QEvent.Type.Paint:
            self.seen.append("paint")
        return super().eventFilter(watched, event)


def test_the_text_is_painted_before_the_tree_is_read(window, tmp_path, qtbot):
    draft = tmp_path / "通知.txt"
    draft.write_text("关于开展检查的通知\n一、总体要求\n按计划进行。\n", encoding="utf-8")
    seen = []
    watch = Watch(seen)
    window.editor.viewport().installEventFilter(watch)
    window.following.structure.read.connect(lambda: seen.append("tree"))
    window.open_path(draft)
    qtbot.waitUntil(lambda: "tree" in seen)
    assert seen.index("paint") < seen.index("tree")
    window.editor.viewport().removeEventFilter(watch)


def test_a_text_in_a_window_that_is_not_shown_gets_its_tree_too(workplace, tmp_path, qtbot):
    draft = tmp_path / "通知.txt"
    draft.write_text("关于开展检查的通知\n一、总体要求\n按计划进行。\n", encoding="utf-8")
    hidden = main.make_window(workplace)
    hidden.open_path(draft)
    qtbot.waitUntil(lambda: len(hidden.following.structure.nodes) > 0)


def test_it_runs_out_once_where_nothing_is_painted(window, qtbot):
    told = []
    timer = AfterPaint(window.editor.viewport(), window)
    timer.timeout.connect(lambda: told.append("told"))
    window.editor.setUpdatesEnabled(False)  # as of a window that is minimized
    timer.wait()
    qtbot.waitUntil(lambda: told == ["told"])
    window.editor.setUpdatesEnabled(True)
    done = []
    QTimer.singleShot(20, window, lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))
    assert told == ["told"]


def test_the_tree_of_a_text_just_opened_is_read_once(window, tmp_path, qtbot):
    draft = tmp_path / "通知.txt"
    draft.write_text("关于开展检查的通知\n一、总体要求\n按计划进行。\n", encoding="utf-8")
    structure, seen = window.following.structure, []
    structure.read.connect(lambda: seen.append("tree"))
    window.open_path(draft)
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.waitUntil(lambda: not structure.pending)
    assert seen == ["tree"]
    assert window.roles.currentText() == "大标题"


def test_a_late_paint_keeps_no_later_change_waiting(window, qtbot):
    timer = AfterPaint(window.editor.viewport(), window)
    window.editor.setUpdatesEnabled(False)
    timer.wait()
    qtbot.waitSignal(timer.timeout).wait()
    window.editor.setUpdatesEnabled(True)
    window.editor.viewport().repaint()
    assert timer.interval() == 0
