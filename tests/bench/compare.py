"""Time the comparison of two versions of a large text, word by word.

    python tests/bench/compare.py [CHARACTERS...]

Half of the paragraphs of the new version are touched; the last line compares two other texts.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.checks.language.words import cut
from app.document.compare import Change, compare
from app.document.model import Document, document

WORDS = (
    "统筹推进工作落实责任清单考核评估机制建设服务群众基层治理产业发展项目投资环境改革创新".strip()
)


def text(characters: int, seed: int) -> Document:
    """Return a text of that many characters, each paragraph its own."""
    chance = random.Random(seed)  # noqa: S311  the same text each time
    lines: list[str] = []
    while characters > 0:
        lines.append("".join(chance.choices(WORDS, k=chance.randint(30, 170))) + "。")
        characters -= len(lines[-1])
    return document(*lines)


def touched(version: Document) -> Document:
    """Return the text with every second paragraph reworded, some gone and some new."""
    chance = random.Random(7)  # noqa: S311  the same changes each time
    lines: list[str] = []
    for at, line in enumerate(version.texts):
        if at % 20 == 5:
            continue
        if at % 20 == 11:
            lines.append("".join(chance.choices(WORDS, k=80)) + "。")
        place = chance.randrange(len(line))
        lines.append(line[:place] + "进一步" + line[place + 2 :] if at % 2 else line)
    return document(*lines)


def main() -> None:
    """Print the sizes asked for, 100k and 1M where none is."""
    cut("工作")  # the dictionary is read once
    for size in [int(given) for given in sys.argv[1:]] or [100_000, 1_000_000]:
        old = text(size, 1)
        for name, new in (("half touched", touched(old)), ("another text", text(size, 2))):
            began = time.perf_counter()
            rows = compare(old, new, cut)
            took = (time.perf_counter() - began) * 1000
            differing = sum(row.change is not Change.SAME for row in rows)
            print(f"{size:>9} {name}: {took:.0f} ms, {differing} of {len(rows)} rows differ")


if __name__ == "__main__":
    main()
