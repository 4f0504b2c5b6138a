"""Where lines of Chinese text break: no mark that closes opens a line, none that opens ends one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

# GB/T 15834-2011, 5.1: marks that must not stand at the start, and at the end, of a line.
NEVER_FIRST = frozenset("，。、；：？！）》」』】〕〉”’％%‰℃…—～·,.;:?!)]}")
NEVER_LAST = frozenset("（《「『【〔〈“‘([{￥$")
# Marks that may stand in the margin when the line is full (Word's 允许标点溢出边界).
HANGING = frozenset("，。、；：！？,.;:!?")

# What is not torn apart: Latin words and numbers with their units, a dash or an ellipsis of two.
_UNIT = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,:/%°′″_@#&+\-]*[0-9A-Za-z%°]|——|……|.", re.DOTALL)


def units(text: str) -> list[tuple[int, int]]:
    """Return the stretches of `text` between which a line may break, marks kept with their text."""
    joined: list[tuple[int, int]] = []
    glued = False
    for found in _UNIT.finditer(text):
        start, end = found.span()
        if joined and (glued or text[start] in NEVER_FIRST):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        glued = text[end - 1] in NEVER_LAST
    return joined


def break_lines(
    text: str, advances: Sequence[float], width: Callable[[int], float]
) -> list[tuple[int, int]]:
    """Return the lines of one paragraph as stretches of `text`.

    `advances` has the width of each character, `width(n)` the room of line n, from 0. A line break
    in the text ends its line and belongs to none. A unit wider than a line is torn.
    """
    lines: list[tuple[int, int]] = []
    start = filled = 0
    used = 0.0

    def close(end: int) -> None:
        nonlocal start, filled, used
        lines.append((start, end))
        start, filled, used = end, end, 0.0

    for begin, end in units(text):
        if text[begin] == "\n":
            close(begin)
            start = filled = end
            continue
        wide = sum(advances[begin:end])
        hang = advances[end - 1] if text[end - 1] in HANGING else 0.0
        if filled > start and used + wide - hang > width(len(lines)) + 0.01:
            close(begin)
        while wide - hang > width(len(lines)) + 0.01:
            fits = _fitting(advances, begin, end, width(len(lines)))
            close(fits)
            begin = fits  # noqa: PLW2901  what is left of the unit
            wide = sum(advances[begin:end])
        filled, used = end, used + wide
    if start < len(text) or not lines or text.endswith("\n"):
        lines.append((start, len(text)))
    return lines


def _fitting(advances: Sequence[float], begin: int, end: int, room: float) -> int:
    used = 0.0
    for at in range(begin, end):
        used += advances[at]
        if used > room + 0.01:
            return max(at, begin + 1)
    return end
