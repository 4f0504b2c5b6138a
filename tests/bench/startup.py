"""Start-up: from the start of the process to the painted window, beside a minimal PySide6 window.

The program itself is started with a text of 100,000 characters: what is told is when that can be
seen, not when an empty window stands. Tree, checks and figures come later. Whole processes in turn,
medians of several. The first time is that of the clock, the second what the process itself
worked, which tells more on a machine that others use too.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 9
LENGTH = 100_000
GOAL = 1.8  # times the minimal window
SCREEN = {
    "name": "screen", "x": 0, "y": 0, "width": 1366, "height": 768,
    "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
}  # fmt: skip

MINIMAL = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTextEdit())
window.resize(1366, 768)
window.show()
window.grab()
print(time.process_time(), flush=True)
"""

OURS = """
import os
import sys
import time
from app.__main__ import main
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
run = QApplication.exec

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:  # what is written here comes right after it
            watched.removeEventFilter(self)
            QTimer.singleShot(0, tell)
        return False

def tell():
    print(time.process_time(), flush=True)
    os._exit(0)

def until_painted(_):
    shown = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow))
    watch = Watch()
    shown.editor.viewport().installEventFilter(watch)
    run()

QApplication.exec = until_painted
main([sys.argv[1]])
"""


def painted(code: str, draft: Path, home: Path) -> tuple[float, float]:
    """Return the seconds from starting a process to its painted window, and its seconds of work."""
    environment = {
        **os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={home / 'screen.json'}",
        "WENHENG_HOME": str(home), "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as for a user: compiled once
    before = time.perf_counter()
    with subprocess.Popen(  # noqa: S603  our own interpreter on our own code
        [sys.executable, "-c", code, str(draft)],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        worked = float(process.stdout.readline())
        return time.perf_counter() - before, worked


def main() -> None:
    """Print the table."""
    sample = (ROOT / "resources" / "samples" / "工作要点样稿.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, "长稿.txt")
        draft.write_text((sample * (LENGTH // len(sample) + 1))[:LENGTH], encoding="utf-8")
        Path(folder, "screen.json").write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
        painted(OURS, draft, Path(folder))  # warms the caches
        runs = [
            (painted(MINIMAL, draft, Path(folder)), painted(OURS, draft, Path(folder)))
            for _ in range(RUNS)
        ]
    for at, kind in enumerate(("by the clock", "of work")):
        minimal, ours = [a[at] * 1000 for a, _ in runs], [b[at] * 1000 for _, b in runs]
        ratio = statistics.median(b / a for a, b in zip(minimal, ours, strict=True))
        print(
            f"minimal window {statistics.median(minimal):4.0f} ms, main window with {LENGTH:,}"
            f" characters {statistics.median(ours):4.0f} ms {kind}: {ratio:.2f} (goal {GOAL})"
        )


if __name__ == "__main__":
    main()
