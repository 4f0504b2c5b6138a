"""Headings whose number is lost: a short line in a gap of the numbers, or framed as the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.document.ends import common_head
from app.document.model import Role
from app.document.recognize.lines import Line

_LEVELS = (Role.HEADING1, Role.HEADING2)
_LONGEST = 30


def lost(found: Sequence[Line], given: Mapping[int, Role]) -> dict[int, Role]:
    """Return the roles of lines that stand where a number between two headings is missing.

    Only where the headings around are lines of their own, and only as many lines as numbers are
    missing: one line too many and none is taken. Behind the last number a line is a heading where
    it is framed as the headings before it are: 学习他们…的闯劲, 学习他们…的钻劲.
    """
    made: dict[int, Role] = {}
    for role in _LEVELS:
        made.update(_framed(found, given, role))
        before: int | None = None
        for n, line in enumerate(found):
            if given.get(line.at) is not role:
                if _closes(given.get(line.at), role):
                    before = None
                continue
            if before is not None:
                made.update(dict.fromkeys(_between(found, given, before, n), role))
            before = n
    return made


def _closes(role: Role | None, level: Role) -> bool:
    """Tell whether a line ends the row of headings of a level."""
    if role in (Role.PART, Role.TITLE, Role.ATTACHMENT_LABEL):
        return True
    return level is Role.HEADING2 and role is Role.HEADING1


def _between(
    found: Sequence[Line], given: Mapping[int, Role], first: int, last: int
) -> tuple[int, ...]:
    """Return the lines that fill the gap between two headings, none where they do not fill it."""
    one, other = found[first].lead, found[last].lead
    if one is None or other is None or other.value - one.value < 2:
        return ()
    if found[first].sentence or found[last].sentence:
        return ()
    fitting = [
        found[n].at
        for n in range(first + 1, last)
        if found[n].at not in given and _stands_alone(found, n)
    ]
    return tuple(fitting) if len(fitting) <= other.value - one.value - 1 else ()


def _framed(found: Sequence[Line], given: Mapping[int, Role], role: Role) -> dict[int, Role]:
    """Return the lines behind the last of a row of headings that share the frame of them all."""
    made: dict[int, Role] = {}
    row: list[str] = []
    frame = ("", "")
    for n, line in enumerate(found):
        known = given.get(line.at)
        if known is role:
            row.append("" if line.sentence else line.rest)
            frame = _shared(frame, row[-1]) if len(row) > 1 else (row[-1], row[-1])
        elif _closes(known, role):
            row.clear()
        elif len(row) > 1 and known is None and max(map(len, frame)) > 1:
            head, tail = _shared(frame, line.text)
            if max(len(head), len(tail)) > 1 and _stands_alone(found, n):
                made[line.at] = role
    return made


def _shared(frame: tuple[str, str], text: str) -> tuple[str, str]:
    """Return how the texts of a frame and one more all open, and how they all end."""
    head, tail = frame
    opens, ends = common_head(head, text), common_head(tail[::-1], text[::-1])
    return head[:opens], tail[len(tail) - ends :]


def _stands_alone(found: Sequence[Line], n: int) -> bool:
    """Tell whether a line looks like a heading: short, without an end mark, text around it."""
    line = found[n]
    if line.lead is not None or len(line.text) > _LONGEST or line.text[-1] in "。；，、：:;,！？!?":
        return False
    return found[n - 1].ended and n + 1 < len(found) and not _open(found[n + 1])


def _open(line: Line) -> bool:
    """Tell whether a line is itself a short line without an end mark, and no row of a list."""
    unended = not line.ended and not any(mark in line.text for mark in "：:，、")
    return line.lead is None and unended and len(line.text) <= _LONGEST
