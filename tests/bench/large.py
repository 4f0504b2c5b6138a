"""Open a large text in the whole window, tree, checks and marks on, and type into it.

    QT_QPA_PLATFORM=offscreen python tests/bench/large.py [CHARACTERS | FILE]

Prints what opening costs once the start is over, the memory held at each stage, and what a key
costs at the start, the middle and the end while checks run in between; beside it a bare QTextEdit
with the same text. The first time is that of the clock, the second what the thread of the windows
itself worked, which tells more on a machine that others use too. At last keys come when a writer
would strike them, and the time from then until each is painted is told: tree, figures, checks and
garbage run in between. What a key to an empty widget waits for then is the machine's own.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from keystroke import lines
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from soak import resident

from app.settings import Folders
from ui.main import make_application, make_window, make_workplace

KEYS = 300
PAUSE_EVERY = 15  # keys, as long as a checked clause
PAUSE = 0.5  # seconds, in which tree and checks run
STRUCK = 600  # keys that come by themselves
PAUSES = (0.15, 0.35, 0.5, 0.8, 1.0, 1.3, 2.0)  # seconds between two clauses


def timed(do: Callable[[], object]) -> str:
    """Do something and return how long it took."""
    began, worked = time.perf_counter(), time.thread_time()
    do()
    return f"{time.perf_counter() - began:.2f} s, {time.thread_time() - worked:.2f} s of work"


def rest(seconds: float) -> None:
    """Let events run for a while."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QApplication.processEvents()
        time.sleep(0.002)


def typing(edit: QTextEdit, position: int, pause: float) -> tuple[list[float], list[float]]:
    """Return milliseconds of each key by the clock and of work, painting included."""
    cursor = QTextCursor(edit.document())
    cursor.setPosition(position)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    rest(pause)
    clock: list[float] = []
    work: list[float] = []
    for number in range(KEYS):
        began, worked = time.perf_counter(), time.thread_time()
        strike(edit, number)
        clock.append((time.perf_counter() - began) * 1000)
        work.append((time.thread_time() - worked) * 1000)
        if number % PAUSE_EVERY == PAUSE_EVERY - 1:
            rest(pause)
    return clock, work


def strike(edit: QWidget, number: int) -> None:
    """Type one character and paint it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        sign = "工作，落实"[number % 5]
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
        QApplication.sendEvent(edit, event)
    QApplication.processEvents()


def struck(edit: QWidget) -> tuple[list[float], list[float]]:
    """Return milliseconds from when each key is due until it is painted, and of work in between.

    The work is that of single turns of the event loop, of which a key waits for one at most.
    """
    chance = random.Random(8)  # noqa: S311  a bench: the same keys each time
    late: list[float] = []
    turns: list[float] = []
    due = time.perf_counter()
    for number in range(STRUCK):
        due += chance.uniform(0.04, 0.16)
        if number % PAUSE_EVERY == 0:
            due += chance.choice(PAUSES)
        while time.perf_counter() < due:
            worked = time.thread_time()
            QApplication.processEvents()
            turns.append((time.thread_time() - worked) * 1000)
            time.sleep(0.001)
        strike(edit, number)
        late.append((time.perf_counter() - due) * 1000)
        due = max(due, time.perf_counter())
    return late, turns


def row(took: tuple[list[float], list[float]]) -> str:
    """Return median and 99th percentile of both."""
    return "   ".join(
        f"p50 {statistics.median(one):5.2f} p99 {statistics.quantiles(one, n=100)[98]:6.2f}"
        for one in took
    )


def laid_out(text: str) -> QTextEdit:
    """Return a bare editor that shows a text, and say what that took."""
    before, bare = resident(), QTextEdit()
    bare.resize(800, 700)
    bare.show()
    rest(0.5)
    print(f"bare: text set in {timed(lambda: bare.setPlainText(text))}")
    print(f"bare: painted in {timed(QApplication.processEvents)}")
    laid = timed(lambda: bare.document().pageCount())
    print(f"bare: laid out in {laid}, {resident() - before:.0f} MB for it")
    return bare


def typed(name: str, edit: QTextEdit, pause: float) -> None:
    """Type at three places and print what it costs."""
    end = edit.document().characterCount() - 2
    for place, position in (("start", 20), ("middle", end // 2), ("end", end)):
        print(f"{name:>6} {place:>6} {row(typing(edit, position, pause))}")
    late_keys(name, edit)


def late_keys(name: str, widget: QWidget) -> None:
    """Strike keys at a writer's pace and print how late they are painted."""
    late, turns = struck(widget)
    print(
        f"{name:>6} struck at a writer's pace: painted p50 {statistics.median(late):.2f}"
        f" p99 {statistics.quantiles(late, n=100)[98]:.2f}; the longest turns of the loop"
        f" {[round(turn) for turn in sorted(turns)[-6:]]} ms of work"
    )


def main() -> None:
    """Print all of it."""
    given = sys.argv[1] if len(sys.argv) > 1 else "1000000"
    application = make_application()
    with tempfile.TemporaryDirectory(prefix="wenheng-bench-") as home:
        path = Path(given)
        if given.isdigit():
            path = Path(home) / "text.txt"
            path.write_text("\n".join(lines(int(given))), "utf-8")
        window = make_window(make_workplace(application, Folders(Path(home), Path(home))))
        window.resize(1366, 768)
        window.show()
        print(f"window {resident():.0f} MB")
        window.wait_for_checks()  # a worker reads the rules as soon as the window stands
        rest(2)
        print(f"window at rest {resident():.0f} MB")
        print(f"opened in {timed(lambda: window.open_path(path))}, {resident():.0f} MB")
        print(f"painted in {timed(application.processEvents)}, {resident():.0f} MB")
        print(f"checked in {timed(lambda: window.wait_for_checks(600_000))}")
        rest(2)
        print(f"{len(window.shown_findings)} findings, {resident():.0f} MB in all")
        typed("window", window.editor, PAUSE)
        whole = window.editor.bridge.text.toPlainText()
        window.editor.document().setModified(False)
        window.close()
        empty = QWidget()
        empty.show()
        late_keys("empty", empty)
        empty.close()
        bare = laid_out(whole)
        typed("bare", bare, 0.01)
        bare.close()


if __name__ == "__main__":
    main()
