"""Headings that Markdown marks as such: lines behind #, and lines that are bold as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.document.markdown import is_table
from app.document.model import HEADINGS, Role
from app.document.numbering import Form
from app.document.recognize.frame import can_be_title, tail_role
from app.document.recognize.lines import Line
from app.document.recognize.numbered import STANDING, is_part

_OWN = {
    Form.CHINESE: 0,
    Form.CHINESE_BRACKET: 1,
    **{form: HEADINGS.index(role) for form, role in STANDING.items()},
}
_LONGEST = 30


def marked(found: Sequence[Line]) -> dict[int, Role]:
    """Return the roles of the lines behind #, and of the rows of tables between | and |.

    The first line of a text is a title where no other has as few #, or only one, and so is any
    that has one and names a kind of paper.
    A number says itself how deep its heading is; the others stand below the heading with fewer #.
    """
    made: dict[int, Role] = {}
    open_: list[tuple[int, int]] = []  # the # and the level of the headings around
    few = sorted(line.hashes for line in found if line.hashes)[:2]
    for n, line in enumerate(found):
        if not line.hashes:
            if is_table(line.text):
                made[line.at] = Role.BODY
            continue
        first = n == 0 and (line.hashes == 1 or few != [line.hashes] * 2)
        if can_be_title(line) and (first or (line.hashes == 1 and line.titled)):
            made[line.at] = Role.TITLE
            open_ = []
        elif is_part(line):
            made[line.at] = Role.PART
            open_ = [(line.hashes, -1)]
        else:
            level = _level(line, open_)
            open_ = [one for one in open_ if one[0] < line.hashes]
            open_.append((line.hashes, level))
            made[line.at] = HEADINGS[level]
    return made


def _level(line: Line, open_: Sequence[tuple[int, int]]) -> int:
    """Return which of the headings' levels a line behind # has, 0 for the first."""
    own = _OWN.get(line.lead.form) if line.lead is not None else None
    beside = next((level for marks, level in reversed(open_) if marks == line.hashes), None)
    if own is not None or beside is not None:
        return own if own is not None else beside or 0
    above = [level for marks, level in open_ if marks < line.hashes]
    return min(above[-1] + 1, len(HEADINGS) - 1) if above else 0


def bold(found: Sequence[Line], given: Mapping[int, Role]) -> dict[int, Role]:
    """Return the roles of the short lines that are bold as a whole and stand above a text.

    They stand below the last heading that is told by its number or by #.
    """
    made: dict[int, Role] = {}
    if not any(line.bold for line in found):
        return made
    above = -1
    for n, line in enumerate(found):
        role = given.get(line.at)
        if role is Role.PART or role is Role.TITLE:
            above = -1
        elif role in HEADINGS:
            above = HEADINGS.index(role)
        elif role is None and line.bold and _heads(found, n):
            made[line.at] = HEADINGS[min(above + 1, len(HEADINGS) - 1)]
    return made


def _heads(found: Sequence[Line], n: int) -> bool:
    """Tell whether a line can be a heading: short, without number and end mark, text below it."""
    line = found[n]
    if line.lead is not None or len(line.text) > _LONGEST or line.text[-1] in "。；，、：:;,！!":
        return False
    return n + 1 < len(found) and tail_role(found[n + 1]) is None
