"""Time the checks beside nine simple regular expressions in the same run.

    python tests/bench/check_speed.py [--rules] [FOLDER]

The text is repeated from the drafts under tests/golden (or FOLDER) up to 100,000 and 1,000,000
characters, each paragraph told apart by a running number.
"""

from __future__ import annotations

import argparse
import gc
import re
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.checks import Checker  # noqa: E402  the checkout is not installed
from app.checks.registry import rules  # noqa: E402  the checkout is not installed
from app.document.edits import TextEdit, apply  # noqa: E402  the checkout is not installed
from app.document.model import Document, document  # noqa: E402  the checkout is not installed
from app.document.recognize import recognized  # noqa: E402  the checkout is not installed

_PLAIN = (
    r"，，|。。",
    r"[\u4e00-\u9fff][,;:][\u4e00-\u9fff]",
    r"“[^”]*$",
    r"[XxＸ]{2,}",
    r"^[一二三四五六七八九十]+[，.]",
    r"[0-9]+-[0-9]+个",
    r"的的|了了",
    r"做为|布署|竟争",
    r"20[0-9]{2}年0[0-9]月",
)


def main() -> int:
    """Print the timings."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "tests/golden/quality/open")
    parser.add_argument("--rules", action="store_true", help="each rule by itself")
    given = parser.parse_args()
    whole = lines(given.folder)
    small, large = sized(whole, 100_000), sized(whole, 1_000_000)
    gc.disable()  # as in the window, where garbage is collected in quiet moments
    Checker().run(sized(whole, 2_000))  # what is loaded once: lexicons, segmenter, automata
    baseline = timed(lambda: plain(small))
    print(f"nine regular expressions, 100,000 characters: {baseline:.1f} ms")
    cold = [fresh(small) for _ in range(3)]
    typing, idle = min(t for t, _ in cold), min(i for _, i in cold)
    print(f"rules while typing, cold: {typing:.1f} ms ({typing / baseline:.1f} × baseline)")
    print(f"rules at a pause, cold:   {idle:.1f} ms ({idle / baseline:.1f} × baseline)")
    print(f"a new Checker: {timed(Checker):.1f} ms")
    for name, text in (("100,000", small), ("1,000,000", large)):
        print(f"after one edit at {name} characters:")
        again(text)
    if given.rules:
        each(small)
    return 0


def lines(folder: Path) -> list[str]:
    """Return the paragraphs of all texts of a folder."""
    return [
        line
        for path in sorted(folder.rglob("*.txt"))
        for line in path.read_text("utf-8-sig").split("\n")
    ]


def sized(whole: list[str], length: int) -> Document:
    """Return a document of about `length` characters, no two paragraphs of it equal."""
    texts: list[str] = []
    total = 0
    while total < length:
        text = whole[len(texts) % len(whole)]
        if len(texts) >= len(whole) and len(text) > 30:
            text += f"第{len(texts)}段。"
        texts.append(text)
        total += len(text)
    return recognized(document(*texts))


def plain(text: Document) -> int:
    """Search every paragraph for the plain patterns."""
    patterns = [re.compile(pattern) for pattern in _PLAIN]
    return sum(len(p.findall(block.text)) for block in text.blocks for p in patterns)


def fresh(text: Document) -> tuple[float, float]:
    """Return milliseconds of the typing rules on an unknown text, and of the idle rules then."""
    checker = Checker()
    typing = timed(lambda: checker.run(text, idle=False), 1)
    return typing, timed(lambda: checker.run(text), 1)


def again(text: Document) -> None:
    """Print what one edit costs: its paragraph, the facts of the whole, all that is found."""
    typing = [r for r in rules() if not r.idle]
    checkers = {
        "block rules": Checker([r for r in typing if r.scope == "block"]),
        "whole-document facts": Checker([r for r in typing if r.scope == "document"]),
        "typing, all": Checker(),
    }
    for checker in checkers.values():
        checker.run(text)
    times: dict[str, list[float]] = {name: [] for name in (*checkers, "at a pause, all")}
    where = [i for i, b in enumerate(text.blocks) if len(b.text) > 40]
    for n in range(100):
        text = apply(text, [TextEdit(where[(n * 37) % len(where)], 9, 9, "很")])
        for name, checker in checkers.items():
            times[name].append(timed(partial(checker.run, text, idle=False), 1))
        if n % 20 == 0:
            times["at a pause, all"].append(timed(partial(checkers["typing, all"].run, text), 1))
    for name, found in times.items():
        late = sorted(found)[-max(len(found) // 100, 1)]
        print(f"    {name:20} median {statistics.median(found):8.2f} ms, p99 {late:8.2f} ms")


def each(text: Document) -> None:
    """Print the cost of each rule by itself on an unknown text, the dearest first."""
    costs = [
        (timed(lambda: Checker([r], on={r.id: True}).run(text), 1), r)  # noqa: B023  called at once
        for r in rules()
    ]
    for cost, r in sorted(costs, key=lambda one: -one[0]):
        print(f"    {cost:8.1f} ms  {'pause ' if r.idle else 'typing'} {r.scope:8} {r.id}")


def timed(work: Callable[[], object], times: int = 3) -> float:
    """Return the least milliseconds of some calls."""
    least = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        least = min(least, (time.process_time() - start) * 1000)
    return least


if __name__ == "__main__":
    raise SystemExit(main())
