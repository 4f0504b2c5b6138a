"""Prints how recognition does on folders of drafts with trees: structure_exam.py [FOLDER...]."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from exam import drafts, examine  # noqa: E402  the paths above come first


def main() -> int:
    """Print a line a draft with what was missed, and the total; the open exam by default."""
    folders = [Path(name) for name in sys.argv[1:]] or [ROOT / "tests/golden/structure/open"]
    marks = [examine(draft) for folder in folders for draft in drafts(folder)]
    for mark in marks:
        print(f"{mark.name:<28} {mark.right:>4} of {mark.expected:>4}  extra {len(mark.extra)}")
        for sign, rows in (("-", mark.missing), ("+", mark.extra)):
            for row in rows:
                print(f"    {sign} {' | '.join(str(field) for field in row)}")
    expected, right = sum(m.expected for m in marks), sum(m.right for m in marks)
    extra = sum(len(m.extra) for m in marks)
    share = 100 * right / expected if expected else 0
    print(f"total: {right} of {expected} nodes right ({share:.1f} %), {extra} too many")
    return 0


if __name__ == "__main__":
    sys.exit(main())
