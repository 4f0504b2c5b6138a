"""Which paragraphs of a text are those of another: kept, changed, moved, new or gone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from app.document.ends import common_ends
from app.document.model import Block

_LIKE = 0.4  # share of common characters from which a paragraph is the other one, changed
_PAIRS = 40_000  # comparisons of paragraphs that one stretch may cost
_CELLS = 4_000_000  # comparisons of characters that one paragraph may cost
Code: TypeAlias = tuple[str, int, int, int, int]
Stretch: TypeAlias = tuple[tuple[int, int], tuple[int, int]]


def aligned(old: Sequence[Block], new: Sequence[Block]) -> list[int | None]:
    """Return for each new block the old one it is, None where it is none of them.

    An old block stands for at most one new one, but for objects, which may be copied.
    """
    matches: list[int | None] = [None] * len(new)
    old_keys, new_keys = [_key(block) for block in old], [_key(block) for block in new]
    gaps = _anchored(old_keys, new_keys, matches)
    _moved(old_keys, new_keys, matches)
    # What was moved may have been given another alignment too.
    free = _moved([_runs(block) for block in old], [_runs(block) for block in new], matches)
    for (start, stop), (new_start, new_stop) in gaps:
        rows = [at for at in range(start, stop) if at in free]
        places = [at for at in range(new_start, new_stop) if matches[at] is None]
        _pair(old, new, rows, places, matches)
    return matches


def stretches(old: Sequence[Block], new: Sequence[Block]) -> list[Stretch]:
    """Return the stretches of old and new blocks between those that stand as they stood."""
    old_keys, new_keys = [_key(block) for block in old], [_key(block) for block in new]
    return _anchored(old_keys, new_keys, [None] * len(new))


def staying(matches: Sequence[int | None]) -> frozenset[int]:
    """Return the old blocks that need not move: a longest run of them in rising order."""
    tails: list[int] = []
    places: list[int] = []
    before: dict[int, int | None] = {}
    for match in matches:
        if match is None or match in before:
            continue
        at = bisect_left(tails, match)
        before[match] = places[at - 1] if at else None
        if at == len(tails):
            tails.append(match)
            places.append(match)
        else:
            tails[at] = places[at] = match
    chain: list[int] = []
    at_last: int | None = places[-1] if places else None
    while at_last is not None:
        chain.append(at_last)
        at_last = before[at_last]
    return frozenset(chain)


def _key(block: Block) -> Hashable:
    return block.object or (block.runs, block.align, block.unseen)


def _runs(block: Block) -> Hashable:
    return block.object or block.runs


def _anchored(old: list[Hashable], new: list[Hashable], matches: list[int | None]) -> list[Stretch]:
    """Match equal blocks in order and return the stretches between them, old and new."""
    gaps: list[Stretch] = []
    work = [(0, len(old), 0, len(new))]
    while work:
        start, stop, new_start, new_stop = work.pop()
        while start < stop and new_start < new_stop and old[start] == new[new_start]:
            matches[new_start] = start
            start, new_start = start + 1, new_start + 1
        while start < stop and new_start < new_stop and old[stop - 1] == new[new_stop - 1]:
            stop, new_stop = stop - 1, new_stop - 1
            matches[new_stop] = stop
        if start == stop and new_start == new_stop:
            continue
        anchors = _unique(old, new, (start, stop), (new_start, new_stop))
        if not anchors:
            gaps.append(((start, stop), (new_start, new_stop)))
            continue
        for at, new_at in [*anchors, (stop, new_stop)]:
            work.append((start, at, new_start, new_at))
            if at < stop:
                matches[new_at] = at
            start, new_start = at + 1, new_at + 1
    return gaps


def _unique(
    old: list[Hashable], new: list[Hashable], span: tuple[int, int], new_span: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return pairs of blocks that occur once in each stretch, in rising order on both sides."""
    here = _singles(old, span)
    there = _singles(new, new_span)
    order = sorted([(at, here[key]) for key, at in there.items() if key in here])
    stay = staying([at for _, at in order])
    return [(at, new_at) for new_at, at in order if at in stay]


def _singles(keys: list[Hashable], span: tuple[int, int]) -> dict[Hashable, int]:
    found: dict[Hashable, int] = {}
    twice: set[Hashable] = set()
    for at in range(*span):
        key = keys[at]
        if key in found:
            twice.add(key)
        found[key] = at
    return {key: at for key, at in found.items() if key not in twice}


def _moved(old: list[Hashable], new: list[Hashable], matches: list[int | None]) -> set[int]:
    """Match equal blocks that stand elsewhere and return the old ones still free."""
    free = set(range(len(old))) - {match for match in matches if match is not None}
    places: dict[Hashable, list[int]] = {}
    for at in sorted(free, reverse=True):
        places.setdefault(old[at], []).append(at)
    objects = {key: at for at, key in enumerate(old) if isinstance(key, str)}
    for at, key in enumerate(new):
        if matches[at] is not None:
            continue
        if places.get(key):
            taken = places[key].pop()
            matches[at] = taken
            free.discard(taken)
        elif isinstance(key, str) and key in objects:
            matches[at] = objects[key]
    return free


def _pair(
    old: Sequence[Block],
    new: Sequence[Block],
    rows: list[int],
    places: list[int],
    matches: list[int | None],
) -> None:
    """Match paragraphs of one stretch that are changed ones, in order."""
    if len(rows) == 1 and len(places) == 1:
        if _alike(old[rows[0]], new[places[0]], 0.0):
            matches[places[0]] = rows[0]
        return
    least = _LIKE if len(rows) * len(places) <= _PAIRS else 2.0
    at = 0
    for place in places:
        for row in range(at, len(rows)):
            if _alike(old[rows[row]], new[place], least):
                matches[place] = rows[row]
                at = row + 1
                break


def _alike(old: Block, new: Block, least: float) -> bool:
    if old.object or new.object or least > 1:
        return False
    if not least or old.text == new.text:
        return True
    matcher = SequenceMatcher(None, old.text, new.text, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return False
    return matcher.ratio() >= least


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Code]:
    """Return how one sequence becomes another, in the codes of `difflib`, at a bounded cost."""
    start, tail = common_ends(old, new)
    stop, new_stop = len(old) - tail, len(new) - tail
    codes: list[Code] = [("equal", 0, start, 0, start)] if start else []
    if (stop - start) * (new_stop - start) > _CELLS:
        codes.append(("replace", start, stop, start, new_stop))
    else:
        matcher = SequenceMatcher(None, old[start:stop], new[start:new_stop], autojunk=False)
        codes += [
            (tag, a + start, b + start, c + start, d + start)
            for tag, a, b, c, d in matcher.get_opcodes()
        ]
    if tail:
        codes.append(("equal", stop, len(old), new_stop, len(new)))
    return codes
