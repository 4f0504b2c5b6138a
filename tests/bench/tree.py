"""Times the tree of a window, following a key and moving half a long text, beside a rebuild."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]

from outline import draft  # noqa: E402  the path above comes first
from PySide6.QtWidgets import QApplication  # noqa: E402

from app import settings  # noqa: E402
from app.document.edits import TextEdit  # noqa: E402
from app.document.model import Document, document  # noqa: E402
from app.document.outline import outline  # noqa: E402
from app.document.recognize import recognized  # noqa: E402
from app.document.sections import Gap  # noqa: E402
from ui import main as program  # noqa: E402
from ui.dialogs.ask import Ask  # noqa: E402
from ui.outline.rows import tree  # noqa: E402
from ui.window import Window  # noqa: E402
from ui.workplace import Workplace  # noqa: E402

ROUNDS = 15


class _Quiet(Ask):
    """Answers that changes may go."""

    def choose(self, *_: object) -> str:
        return "discard"


def clock() -> tuple[float, float]:
    """Return the time of the wall and that of the processor: others may use the machine too."""
    return time.perf_counter(), time.process_time()


def since(start: tuple[float, float]) -> tuple[float, float]:
    """Return the milliseconds since a clock was read, by the wall and of the processor."""
    now = clock()
    return 1000 * (now[0] - start[0]), 1000 * (now[1] - start[1])


def figures(spent: list[tuple[float, float]]) -> str:
    """Return median, best and worst milliseconds, by the wall and of the processor."""
    said: list[str] = []
    for name, kept in zip(("wall", "processor"), zip(*spent, strict=True), strict=True):
        shown = (statistics.median(kept), min(kept), max(kept))
        said.append(name + "{:7.1f} median {:7.1f} best {:7.1f} worst".format(*shown))
    return "   ".join(said)


def key(window: Window) -> tuple[float, float]:
    """Type into the middle of the text and return how long the tree takes to follow."""
    block = len(window.editor.bridge) // 2
    window.editor.bridge.apply([TextEdit(block, 8, 8, "字")])
    start = clock()
    window.refresh_outline()
    return since(start)


def rebuild(window: Window) -> tuple[float, float]:
    """Return how long it takes to read the text and fill an empty tree, as a full reset would."""
    window.outline.model.update(Document(), ())
    start = clock()
    text = window.session.document()
    nodes = outline(text)
    window.outline.model.update(text, tree(text, nodes))
    window.outline.view.expandAll()
    return since(start)


def move(window: Window) -> tuple[tuple[float, float], tuple[float, float]]:
    """Move the first half of the text behind the other; return how long that and its undo take."""
    nodes = window.following.structure.nodes
    half = nodes[: len(nodes) // 2]
    start = clock()
    window.tree.dropped(half, Gap(None, len(nodes)))
    moved = since(start)
    QApplication.processEvents()
    start = clock()
    window.editor.undo()
    window.refresh_outline()
    return moved, since(start)


def main() -> None:
    """Print the figures for a text of 100,000 characters with everything on."""
    with tempfile.TemporaryDirectory() as home:
        os.environ[settings.HOME_VARIABLE] = home
        application = program.make_application()
        place = Workplace(settings.folders(), _Quiet())
        window = program.make_window(place)
        window.resize(1366, 768)
        window.show()
        text = recognized(document(*draft().split("\n")))
        window.show_document(text, "长文", unsaved=False)
        window.wait_for_checks()
        window.outline.expand_to(4)
        application.processEvents()
        rows = sum(1 for _ in window.outline.model.indexes())
        print(f"{sum(map(len, text.texts)):,} characters, {rows} rows in the tree; milliseconds")
        print("tree after a key      ", figures([key(window) for _ in range(ROUNDS)]))
        print("full rebuild          ", figures([rebuild(window) for _ in range(5)]))
        window.refresh_outline()
        moves = [move(window) for _ in range(7)]
        print("move of 50,000        ", figures([one for one, _ in moves]))
        print("its undo, tree and all", figures([one for _, one in moves]))
        window.close()
        place.collector.stop()


if __name__ == "__main__":
    main()
