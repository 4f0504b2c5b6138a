"""Start-up: from the start of the process to the painted window, beside a minimal PySide6 window.

The main window opens a text of 100,000 characters. Whole processes in turn, medians of several.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 7
LENGTH = 100_000
GOAL = 1.8  # times the minimal window

MINIMAL = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTextEdit())
window.resize(1366, 768)
window.show()
window.grab()
print("painted", flush=True)
"""

OURS = """
import sys
from pathlib import Path
from ui.main import make_application, make_window, make_workplace
application = make_application()
window = make_window(make_workplace(application))
window.resize(1366, 768)
window.open_path(Path(sys.argv[1]))
window.show()
window.grab()
print("painted", flush=True)
import os
os._exit(0)
"""


def painted(code: str, draft: Path, home: Path) -> float:
    """Return the seconds from starting a process to its painted window."""
    environment = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "WENHENG_HOME": str(home),
        "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as for a user: compiled once
    before = time.perf_counter()
    with subprocess.Popen(  # noqa: S603  our own interpreter on our own code
        [sys.executable, "-c", code, str(draft)],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"painted"
        return time.perf_counter() - before


def main() -> None:
    """Print the table."""
    sample = (ROOT / "resources" / "samples" / "工作要点样稿.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, "长稿.txt")
        draft.write_text((sample * (LENGTH // len(sample) + 1))[:LENGTH], encoding="utf-8")
        minimal: list[float] = []
        ours: list[float] = []
        for run in range(RUNS + 1):  # the first warms the caches
            times = painted(MINIMAL, draft, Path(folder)), painted(OURS, draft, Path(folder))
            if run:
                minimal.append(times[0])
                ours.append(times[1])
    ratio = statistics.median(b / a for a, b in zip(minimal, ours, strict=True))
    print(f"{'minimal window':<34} {statistics.median(minimal) * 1000:7.0f} ms   1.00")
    print(f"{'main window, 100,000 characters':<34} {statistics.median(ours) * 1000:7.0f} ms"
          f"   {ratio:.2f} (goal {GOAL})")  # fmt: skip


if __name__ == "__main__":
    main()
