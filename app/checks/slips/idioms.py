"""Common idioms, told even where a character is wrong or left out, or two have changed places.

The list resources/lexicons/idioms.txt holds those that office prose uses and does not play on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from app.checks.language.likelihood import language
from app.checks.language.near import alike
from app.checks.language.segments import segments
from app.checks.reading.passages import Suspect
from app.checks.slips.set_phrases import is_set_phrase
from app.lexicons import rows

# How four characters are most often mixed up: the order in which they are then read.
_ORDERS = ("1032", "1023", "0132", "0213", "3120", "2103", "0321")
_LIGHT = frozenset(
    "的了在是和与及或也都就又着得地把被为之而不无有一二三四五六七八九十百千万大小上下"
)


@dataclass(frozen=True, slots=True)
class Torn(Suspect):
    """What stands wrong in an idiom, and `right` for it; `sure` where little else fits."""

    right: str
    idiom: str
    sure: bool


def torn(text: str) -> Iterator[Torn]:
    """Yield where a text has an idiom with one character wrong or left out, or two exchanged."""
    idioms, automaton, meant = _idioms()
    for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        if end - start == 3:
            if _lacks(text, start, end, meant[index][0]):
                yield Torn(start, end, meant[index][0], meant[index][0], sure=True)
            continue
        if end - start == 4:
            if not is_set_phrase(text[start:end]):
                yield Torn(start, end, meant[index][0], meant[index][0], sure=True)
            continue
        half = text[start:end]
        for idiom in meant[index]:
            if idiom[:2] == half:
                at, beside, right = start, text[end : end + 2], idiom[2:]
            else:
                at, beside, right = start - 2, text[max(start - 2, 0) : start], idiom[:2]
            if len(beside) == 2 and (beside[0] == right[0]) != (beside[1] == right[1]):
                found = _mistaken(text, at, idiom, idioms)
                if found is not None:
                    yield found


def _mistaken(text: str, at: int, idiom: str, idioms: frozenset[str]) -> Torn | None:
    """Return the idiom meant by four characters of which one is another, None for none."""
    four = text[at : at + 4]
    if four in idioms:
        return None
    differing = next(i for i in range(4) if four[i] != idiom[i])
    place = at + differing
    wrong, right = text[place], idiom[differing]
    if not _han(wrong) or is_set_phrase(four) or _joined(text, at, differing):
        return None
    if alike(wrong, right):
        return Torn(place, place + 1, right, idiom, sure=True)
    if wrong in _LIGHT or segments(text).loose.isdisjoint(range(at, at + 4)):
        return None
    return Torn(place, place + 1, right, idiom, sure=False)


def _lacks(text: str, start: int, end: int, idiom: str) -> bool:
    """Whether three characters are an idiom without one of its four: 持之恒.

    Where it is the first or last that they lack, no other character stands in its place.
    """
    three = text[start:end]
    before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
    if (three == idiom[1:] and _han(before)) or (three == idiom[:3] and _han(behind)):
        return False
    if before == "”":  # played on: “泳”往直前
        return False
    bounds = segments(text).bounds
    return bool(
        bounds[start]
        and bounds[end]
        and not is_set_phrase(before + three)
        and not is_set_phrase(three + behind)
    )


def _han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _joined(text: str, at: int, differing: int) -> bool:
    """Whether the character that differs, first or last of four, ends or begins a word beside them.

    改革有成效 is not 卓有成效.
    """
    bounds = segments(text).bounds
    return (differing == 0 and not bounds[at]) or (differing == 3 and not bounds[at + 4])


@lru_cache(maxsize=1)
def _idioms() -> tuple[frozenset[str], AhoCorasick, list[tuple[str, ...]]]:
    """Return the idioms, an automaton of what is left of them, and what each means.

    That is their halves, their mixed orders, and what lacks one character.
    """
    idioms = frozenset([w for row in rows("idioms.txt") for w in row[0].split() if len(w) == 4])
    known = language().number.keys()
    meant: dict[str, list[str]] = {}
    for idiom in sorted(idioms):
        for half in {idiom[:2], idiom[2:]}:
            meant.setdefault(half, []).append(idiom)
    for idiom in sorted(idioms):
        for order in _ORDERS:
            mixed = "".join(idiom[int(place)] for place in order)
            if mixed != idiom and mixed not in idioms:
                meant.setdefault(mixed, [idiom])
        for lost in range(4):
            three = idiom[:lost] + idiom[lost + 1 :]
            if known.isdisjoint((three, three[:2], three[1:])):  # 鱼水情 is said so
                meant.setdefault(three, [idiom])
    return idioms, AhoCorasick(list(meant)), [tuple(named) for named in meant.values()]
