"""Kinds, drafts and renewal beside what any program pays for the same files and text.

    python tests/bench/kinds.py

Prints one row a task: the time, the baseline of the same run, and the ratio. The goal for the list
of 100 kinds is 50 ms.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app import extract, kinds, rollover
from app.document.model import Document, document
from app.document.recognize import recognized
from app.resources import shipped

ROUNDS = 9


def main() -> int:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        own = hundred(Path(folder))
        text = draft_of(100_000)
        whole = "\n".join(text.texts)
        filled = [kinds.load(name.id) for name in kinds.listing()]
        rows = [
            ("list 100 kinds", lambda: kinds.listing(own), "read the 100 files", lambda: read(own)),
            ("load all kinds", kinds.load_all, "parse their TOML", parse_all),
            (
                "guess the kind, 100k characters",
                lambda: kinds.guess(text),
                "join the text",
                lambda: "\n".join(text.texts),
            ),
            (
                "slots, 100k characters",
                lambda: kinds.slots(text),
                "count 【",
                lambda: whole.count("【"),
            ),
            (
                "parts of 28 kinds, 100k",
                lambda: [kinds.parts_found(k, text) for k in filled],
                "",
                None,
            ),
            (
                "rules of 28 kinds, 100k",
                lambda: [kinds.objections(k, text) for k in filled],
                "",
                None,
            ),
            (
                "renewal, 100k characters",
                lambda: rollover.proposals(text, 2027, old=2026),
                "",
                None,
            ),
            (
                "template from 100k characters",
                lambda: extract.extract(text),
                "recognize it",
                lambda: recognized(text),
            ),
        ]
        print(f"{'task':36}{'ms':>9}  {'baseline':24}{'ms':>9}{'ratio':>8}")
        for name, task, beside, baseline in rows:
            took = median(task)
            base = median(baseline) if baseline else None
            ratio = f"{took / base:8.1f}" if base else ""
            print(f"{name:36}{took:9.2f}  {beside:24}{base or 0:9.2f}{ratio}")
    return 0


def median(task: Callable[[], object]) -> float:
    """Return the median time of a task in milliseconds."""
    times: list[float] = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        task()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def hundred(folder: Path) -> Path:
    """Return a folder that makes the kinds listed a hundred: copies of shipped ones."""
    paths = sorted(shipped("templates").glob("*.toml"))
    for number in range(100 - len(paths)):
        source = paths[number % len(paths)]
        text = source.read_text("utf-8").replace(f'id = "{source.stem}"', f'id = "own-{number}"', 1)
        (folder / f"own-{number}.toml").write_text(text, encoding="utf-8")
    return folder


def read(own: Path) -> list[bytes]:
    """Return the bytes of all templates."""
    files = [*shipped("templates").glob("*.toml"), *own.glob("*.toml")]
    return [file.read_bytes() for file in files]


def parse_all() -> list[object]:
    """Return the shipped templates as tomllib reads them."""
    files = shipped("templates").glob("*.toml")
    return [tomllib.loads(file.read_text("utf-8")) for file in files]


def draft_of(size: int) -> Document:
    """Return a recognised text of about `size` characters made of drafts."""
    kind = kinds.load("gongzuo-yaodian")
    lines = [text for text in kinds.draft(kind, {"年份": "2026"}).texts if text]
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < size:
        paragraphs += lines
    return recognized(document(*paragraphs))


if __name__ == "__main__":
    raise SystemExit(main())
