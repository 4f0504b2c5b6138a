"""Words of one character put for others of like sound: 有 for 由, 再 for 在, 既 for 即.

What may be meant by each, and how much likelier it must be, stands in
resources/lexicons/lone-words.tsv.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.checks.language.likelihood import language
from app.checks.language.segments import Segments, segments
from app.checks.lexicons import rows
from app.checks.reading.passages import Suspect
from app.patterns import regex

_LEAST_LEFT = 40  # what the likelier word and the one behind it cost at least
_NUMBER = regex("[0-9A-Za-z]")
_NAMED = frozenset("“《〔·・")  # behind these stands a name, or a word that is talked about


@dataclass(frozen=True, slots=True)
class Exchanged(Suspect):
    """A character, the likelier one, and by how much it is that more than it must be."""

    wrong: str
    right: str
    beyond: int


def exchanged_words(text: str) -> Iterator[Exchanged]:
    """Yield the words of one character for which others of like sound are far likelier."""
    cut, table = segments(text), _meant()
    words, costs, met = cut.words, cut.costs, cut.met
    for place in cut.lone:
        meant = table.get(words[place])
        if meant is None or (met[place] and met[place + 1]):
            continue
        if costs[place] + costs[place + 1] >= meant[0][2] + _LEAST_LEFT:
            found = _likelier(cut, place, meant)
            if found is not None:
                yield found


def _likelier(
    cut: Segments, place: int, meant: tuple[tuple[str, int, int], ...]
) -> Exchanged | None:
    """Return what is meant at a place that at least one of the neighbours is known to stand by."""
    words, ids = cut.words, cut.ids
    before = ids[place - 1] if place else -1
    behind = ids[place + 1]
    if place and before < 0 and _strange(words[place - 1]):
        return None
    if behind < 0 and not _NUMBER.match(words[place + 1]):
        return None
    tables = language()
    now = cut.costs[place] + cut.costs[place + 1]
    numbers = [number for _, number, _ in meant]
    best: Exchanged | None = None
    for at, led, followed in tables.between(before, numbers, behind, now - meant[0][2]):
        right, _, least = meant[at]
        beyond = now - led - followed - least
        if beyond >= 0 and (best is None or beyond > best.beyond):
            known = (place and tables.met(words[place - 1], right)) or tables.met(
                right, words[place + 1]
            )
            if known:
                start = cut.starts[place]
                best = Exchanged(start, start + 1, words[place], right, beyond)
    return best


def _strange(word: str) -> bool:
    """Whether a word that the language does not know is no mark or number."""
    return word in _NAMED or "\u4e00" <= word[:1] <= "\u9fff"


@lru_cache(maxsize=1)
def _meant() -> dict[str, tuple[tuple[str, int, int], ...]]:
    """Return for each character what may be meant, with number and least gain, the least first."""
    number = language().number
    found: dict[str, list[tuple[str, int, int]]] = {}
    for wrong, right, least in rows("lone-words.tsv"):
        if right in number and wrong in number:
            found.setdefault(wrong, []).append((right, number[right], int(least)))
    return {wrong: tuple(sorted(meant, key=lambda one: one[2])) for wrong, meant in found.items()}
