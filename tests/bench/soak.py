"""Edit a large text at random places through the editor and watch time and memory.

    QT_QPA_PLATFORM=offscreen python tests/bench/soak.py [CHARACTERS [EDITS]]

Types, deletes, breaks, joins, gives roles and undoes; every thousand edits the value that is kept
is compared with one read anew. Prints milliseconds per edit and the memory held.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from keystroke import text
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.document.model import Role, Span
from ui.editor import bridge
from ui.editor.editor import Editor

WORDS = ("工", "作", "，", "。", "一", "、", "2026")
_NONE = Qt.KeyboardModifier.NoModifier
KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


def edit(editor: Editor, chance: random.Random) -> None:
    """Do one random thing somewhere, mostly near the last place as a writer does."""
    if chance.random() < 0.05:
        number = chance.randrange(len(editor.bridge))
        at = chance.randint(0, len(editor.bridge.block(number)))
        editor.show_span(Span(number, at, at))
    kind = chance.random()
    if kind < 0.75:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, _NONE, chance.choice(WORDS))
        QApplication.sendEvent(editor, event)
    elif kind < 0.95:
        event = QKeyEvent(QEvent.Type.KeyPress, chance.choice(KEYS), _NONE, "")
        QApplication.sendEvent(editor, event)
    elif kind < 0.97:
        editor.set_role(chance.choice([Role.BODY, Role.HEADING1]))
    else:
        editor.undo()


def resident() -> float:
    """Return the megabytes held, 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """Run the soak and print what it cost."""
    given = [int(number) for number in sys.argv[1:]]
    characters, edits = (given + [1_000_000, 100_000][len(given) :])[:2]
    program = QApplication([])
    chance = random.Random(1)  # noqa: S311  the same edits each time
    editor = Editor()
    editor.resize(1100, 700)
    editor.show()
    before = resident()
    began = time.perf_counter()
    editor.load(text(characters))
    QApplication.processEvents()
    print(f"loaded in {time.perf_counter() - began:.2f} s, {resident() - before:.0f} MB for it")
    took: list[float] = []
    for number in range(edits):
        start = time.perf_counter()
        edit(editor, chance)
        QApplication.processEvents()
        took.append((time.perf_counter() - start) * 1000)
        if number % 1000 == 999 and editor.snapshot() != bridge.read(editor.document()):
            raise SystemExit(f"the value differs from the text after {number + 1} edits")
    p99 = statistics.quantiles(took, n=100)[98]
    print(
        f"{edits} edits: p50 {statistics.median(took):.2f} ms, p99 {p99:.2f}, max {max(took):.1f}"
    )
    print(f"{resident():.0f} MB in all, {len(editor.bridge)} paragraphs")
    editor.close()
    program.quit()


if __name__ == "__main__":
    main()
