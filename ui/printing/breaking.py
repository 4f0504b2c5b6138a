"""Where lines of Chinese text break: no mark that closes opens a line, none that opens ends one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from app.docx import kinsoku

NEVER_FIRST, NEVER_LAST = frozenset(kinsoku.NEVER_FIRST), frozenset(kinsoku.NEVER_LAST)
# Marks that may stand in the margin when the line is full (Word's 允许标点溢出边界).
HANGING = frozenset("，。、；：！？,.;:!?")
_TWOS = frozenset("—…")  # a dash or an ellipsis is two characters long and is not torn
_UNITS = frozenset("％‰℃°′″")  # stay with the number before them
SPACES = frozenset(" \u3000")
_SLACK = 0.01  # points


def break_lines(
    text: str, ends: Sequence[float], room: Callable[[int], float], start: int = 0
) -> list[tuple[int, int]]:
    """Return the lines of one paragraph as stretches of `text` from `start` on.

    `ends[i]` is the width of the first i characters, `room(n)` the room of line n, from 0. A line
    break in the text ends its line and belongs to none. What cannot be broken is torn where it is
    wider than a line.
    """
    lines: list[tuple[int, int]] = []
    while True:
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        _fill(text, ends, room, (start, stop), lines)
        if stop == len(text):
            return lines
        start = stop + 1


def _fill(
    text: str,
    ends: Sequence[float],
    room: Callable[[int], float],
    stretch: tuple[int, int],
    lines: list[tuple[int, int]],
) -> None:
    start, stop = stretch
    while True:
        limit = ends[start] + room(len(lines)) + _SLACK
        if ends[stop] <= limit:
            lines.append((start, stop))
            return
        full = max(bisect_right(ends, limit, start, stop + 1) - 1, start)  # does not fit
        end = _cut(text, start, full, stop)
        lines.append((start, end))
        if end >= stop:
            return
        start = end


def _cut(text: str, start: int, full: int, stop: int) -> int:
    if text[full] in HANGING and (full + 1 == stop or breakable(text, full + 1)):
        return full + 1
    end = full
    while text[end] in SPACES:  # at the end of a line they need no room
        end += 1
        if end == stop:
            return stop
    while end > start and not breakable(text, end):
        end -= 1
    return end if end > start else max(full, start + 1)


def breakable(text: str, at: int) -> bool:
    """Tell whether a line may end before the character at `at`, which has one before it."""
    char, before = text[at], text[at - 1]
    if char in NEVER_FIRST or before in NEVER_LAST or char == " ":
        return False
    if char.isascii() and before.isascii():
        return before in " \t"
    if char == before and char in _TWOS:
        return at >= 2 and _second_of_two(text, at - 1)
    return not (char in _UNITS and before.isascii() and before.isdigit())


def _second_of_two(text: str, at: int) -> bool:
    """Tell whether the mark at `at` closes a pair, counted from where the row of marks begins."""
    start = at
    while start > 0 and text[start - 1] == text[at]:
        start -= 1
    return (at - start) % 2 == 1
