"""Time a key in the editor beside a bare QTextEdit on the same text, face and size.

    QT_QPA_PLATFORM=offscreen python tests/bench/keystroke.py [CHARACTERS...]

Prints per size median and 99th percentile of typing at the start, the middle and the end, the
ratio of the medians, and what loading and reading cost. Painting is included.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from app.document.model import Document, Role, Run, document
from app.document.recognize import recognized
from ui.editor.editor import Editor
from ui.editor.look import char_format

KEYS = 200
PARAGRAPH = (
    "各级各部门要切实提高政治站位，强化责任担当，坚持问题导向和目标导向，细化工作举措，层层压实责任，"
    "确保各项任务落地见效。要加强统筹协调，健全工作机制，形成齐抓共管的良好局面。"
)


def lines(characters: int) -> list[str]:
    """Return the paragraphs of a draft of about that many characters, with headings and items."""
    made = ["清河县2026年重点工作要点"]
    length = 0
    while length < characters:
        at = len(made)
        head = "一、强化组织领导" if at % 12 == 1 else f"{at}.{PARAGRAPH}" if at % 3 else PARAGRAPH
        made.append(head)
        length += len(head)
    return made


def text(characters: int) -> Document:
    """Return them as a plain draft."""
    return recognized(document(*lines(characters)))


def typing(edit: QTextEdit, position: int) -> list[float]:
    """Return the milliseconds of each of many keys typed at a position, painting included."""
    cursor = QTextCursor(edit.document())
    cursor.setPosition(position)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    QApplication.processEvents()
    took: list[float] = []
    for number in range(KEYS):
        sign = "国家"[number % 2]
        began = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
            QApplication.sendEvent(edit, event)
        QApplication.processEvents()
        took.append((time.perf_counter() - began) * 1000)
    return took


def shown(edit: QTextEdit) -> QTextEdit:
    """Return the widget shown in the size of an office screen."""
    edit.resize(1100, 700)
    edit.show()
    QApplication.processEvents()
    return edit


def report(characters: int) -> None:
    """Print one size."""
    value = text(characters)
    bare = QTextEdit()
    bare.setFont(char_format(Role.BODY, Run(""), lead=False).font())
    bare.setPlainText("\n".join(value.texts))
    shown(bare)
    editor = Editor()
    began = time.perf_counter()
    editor.load(value)
    loaded = time.perf_counter()
    shown(editor)
    painted = time.perf_counter()
    editor.snapshot()
    first = time.perf_counter()
    editor.insert("新")
    edited = time.perf_counter()
    editor.snapshot()
    again = time.perf_counter()
    print(
        f"{characters:>9} characters, {len(value.blocks)} paragraphs: load {_ms(began, loaded)}, "
        f"first paint {_ms(loaded, painted)}, snapshot cold {_ms(painted, first)}, "
        f"after an edit {_ms(edited, again)}"
    )
    gc.collect()
    gc.freeze()
    end = bare.document().characterCount() - 2
    for place, position in (("start", 20), ("middle", end // 2), ("end", end)):
        plain, ours = typing(bare, position), typing(editor, position)
        ratio = statistics.median(ours) / statistics.median(plain)
        print(f"   {place:>6}: bare {_row(plain)}   editor {_row(ours)}   ratio {ratio:.2f}")
    bare.close()
    editor.close()


def _ms(began: float, ended: float) -> str:
    return f"{(ended - began) * 1000:.1f} ms"


def _row(took: list[float]) -> str:
    p99 = statistics.quantiles(took, n=100)[98]
    return f"p50 {statistics.median(took):6.2f} p99 {p99:6.2f}"


def main() -> None:
    """Print the sizes asked for, 10k, 100k and 1M where none is."""
    program = QApplication([])
    for size in [int(given) for given in sys.argv[1:]] or [10_000, 100_000, 1_000_000]:
        report(size)
    program.quit()


if __name__ == "__main__":
    main()
