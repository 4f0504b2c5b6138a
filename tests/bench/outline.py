"""Times reading the structure of a 100,000-character draft beside a plain pass over its lines."""

from __future__ import annotations

import re
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.document.model import document  # noqa: E402  the path above comes first
from app.document.outline import outline  # noqa: E402
from app.document.recognize import local_role, recognized  # noqa: E402
from app.document.restructure import move, renumber  # noqa: E402

SIZE = 100_000
ROUNDS = 15
_NUMBER = re.compile(r"\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、])")
_BODY = (
    "各单位要对照年初确定的目标任务，一项一项梳理，一件一件销号，做到底数清、责任明、措施实。"
    "对进展较慢的，要查找原因、倒排工期；对已经完成的，要总结经验、巩固提高。"
)


def draft(size: int = SIZE) -> str:
    """Return a draft of about `size` characters: headings, items, points and bodies."""
    lines = ["关于全年重点工作的方案", "", "各单位："]
    length, section = 0, 0
    while length < size:
        section += 1
        lines.append(
            f"{'一二三四五六七八九'[section % 9]}、抓好第{section}批重点工作，确保落地见效"
        )
        lines.append(_BODY * 2)
        for item in range(1, 6):
            points = "一是压实责任，明确到人；二是加强调度，及时通报；三是严格考核，奖优罚劣。"
            lines.append(f"{item}.扎实做好第{item}项任务。{_BODY}{points}{_BODY * 2}")
        length = sum(map(len, lines))
    return "\n".join(lines)


def timed(run: object) -> float:
    """Return the median milliseconds of calling `run`."""
    spent: list[float] = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        run()  # type: ignore[operator]  # a callable without arguments
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent)


def main() -> None:
    """Print a table: milliseconds, and how often the baseline's time that is."""
    text = draft()
    plain = document(*text.split("\n"))
    read = recognized(plain)
    texts, roles = read.texts, [block.role for block in read.blocks]
    nodes = outline(read)
    half = nodes[len(nodes) // 2]
    base = timed(lambda: [_NUMBER.match(line) for line in text.splitlines()])
    rows = (
        ("splitlines and one match a line", lambda: [_NUMBER.match(t) for t in text.splitlines()]),
        ("recognized", lambda: recognized(plain)),
        ("outline", lambda: outline(read)),
        ("recognized and outline", lambda: outline(recognized(plain))),
        ("local_role of one paragraph", lambda: local_role(texts, len(texts) // 2, roles)),
        ("move half of the sections", lambda: move(read, half.block, nodes[-1].stop, 3)),
        ("renumber", lambda: renumber(read)),
    )
    print(f"{len(text):,} characters, {len(plain.blocks)} blocks")
    for name, run in rows:
        spent = timed(run)
        print(f"{name:<34} {spent:8.2f} ms  {spent / base:8.1f} x")


if __name__ == "__main__":
    main()
