"""Where paragraphs stand that their role alone does not tell, and the lines left free before them.

Signatures and dates are placed by their widths; the names of attachments and of those who attended
hang behind their label (GB/T 9704-2012, 7.3.4, 7.3.5, 10.3).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from app.document.model import Align, Block, Document, Role
from app.docx.joint import seats, signatures
from app.docx.layout import Layout, Look
from app.docx.measures import width
from app.docx.official import Manner
from app.docx.official import manner as manner_of
from app.docx.titles import title_rows

_LEADING = 12  # paragraphs that may stand above the body of a text
_OPENING = frozenset(
    {Role.TITLE, Role.SUBTITLE, Role.DATE_LINE, Role.SALUTATION, Role.BLANK, Role.PART}
)
SPACES = " \t\u3000\xa0"
_ATTENDED = re.compile("\\s*(?:出席|请假|列席)(?:人员|领导|单位|同志)?[：:]")
_ATTENDING = frozenset({Role.BODY, Role.ITEM, Role.COPIES})
_NAMED = re.compile(r"附\s*件\s*[0-9一二三四五六七八九十]*[：:]\s*(?:[0-9]{1,2}[.．、]\s*)?")
_COUNTED = re.compile(r"[0-9]{1,2}[.．、]\s*")
_LABEL = 3  # characters of 附件： that further attachments stand below
_SLACK = 1.0  # characters that a name beside others has more room than it needs
_NARROW = frozenset(". ")  # a quarter of the type wide in the Latin face


class Indent(NamedTuple):
    """Where a paragraph stands, in characters of the body.

    `first` is where its first line begins, seen from `left`, before which it may begin. `beside`
    tells that the next paragraph stands in the same line.
    """

    first: float
    left: float
    right: float
    beside: bool = False


def inside(block: Block) -> tuple[int, int]:
    """Return the stretch of a block's text inside the spaces that were typed to place it.

    A layout places its paragraphs itself. Underlined blanks are lines to write on and stay.
    """
    text = block.text
    if block.role is Role.OBJECT or not text.strip(SPACES):
        return 0, len(text)
    start = 0 if block.label else len(text) - len(text.lstrip(SPACES))
    stop, at = len(text.rstrip(SPACES)), 0
    for run in block.runs:
        end = at + len(run.text)
        if run.underline:
            start, stop = min(start, at), max(stop, end)
        at = end
    return start, stop


def indents(blocks: Sequence[Block], layout: Layout, manner: Manner) -> dict[int, Indent]:
    """Return block → where it stands, for those whose role does not tell."""
    made = {
        at: Indent(look.indent, look.left, right)
        for at, right in signed(blocks, manner).items()
        for look in [layout.roles[blocks[at].role]]
    }
    for at, seat in seats(blocks, layout, manner).items():
        half = _widest_row(blocks[at]) / 2
        right = layout.grid.characters - seat.middle - half
        shared = seat.behind or seat.beside
        left = max(seat.middle - half - _SLACK, 0.0) if shared else 0.0
        made[at] = Indent(0.0, left, right, seat.beside)
    notes = [at for at, block in enumerate(blocks) if block.role is Role.ATTACHMENT_NOTE]
    for at in range(len(blocks)) if manner.minutes else notes:
        block, further = blocks[at], False
        if block.role is Role.ATTACHMENT_NOTE:
            named = at > 0 and blocks[at - 1].role is Role.ATTACHMENT_NOTE
            label, further = _label(block, named=named)
        else:
            label = block.text[: attended(block)].lstrip(SPACES)
        if label and block.align not in {Align.CENTER, Align.RIGHT}:
            look = look_of(block, layout, manner)
            first = look.indent + look.left + (_LABEL if further else 0)
            wide = _width(label, layout)
            made[at] = Indent(-wide, first + wide, look.right)
    return made


def opening(document: Document, layout: Layout) -> float:
    """Return the points that a text takes down to its first line that is no title or address."""
    blocks, manner, high = document.blocks, manner_of(document.details), 0.0
    for at, block in enumerate(blocks[:_LEADING]):
        look = layout.roles[block.role]
        if at:
            high += gap(blocks[at - 1], block, layout, manner) * layout.grid.pitch
        if block.role not in _OPENING:
            return high + look.line
        rows = math.ceil(_widest_row(block) / layout.grid.characters)
        if block.role is Role.TITLE:
            rows = len(title_rows(block.text.strip(), layout)) + block.text.count("\n") + 1
        high += max(rows, 1) * look.line
    return high


def gaps(blocks: Sequence[Block], layout: Layout, manner: Manner) -> Iterator[float]:
    """Yield the lines left free between each two blocks that follow each other.

    SAME_LINE stands between two in one line.
    """
    seated = seats(blocks, layout, manner)
    for at, (earlier, later) in enumerate(pairwise(blocks), 1):
        seat = seated.get(at)
        yield gap(earlier, later, layout, manner) if seat is None else seat.free


def gap(earlier: Block, later: Block, layout: Layout, manner: Manner) -> float:
    """Return the lines left free between two blocks that follow each other."""
    usual = layout.gap(earlier.role, later.role)
    if earlier.role is Role.BLANK:
        return usual
    if manner.minutes and attended(later) and not attended(earlier):
        return max(usual, 1.0)
    signs = later.role is Role.SIGNATURE and earlier.role is not Role.SIGNATURE
    if signs and (manner.stamp or manner.seal):  # a seal begins within one line below the text
        return max(usual, 2.0)
    if manner.stamp and later.role is Role.DATE and earlier.role is Role.SIGNATURE:
        return max(usual, 1.0)
    return usual


def attended(block: Block) -> int:
    """Return where the label of a line of minutes ends that names who attended; 0 for others."""
    plain = block.role in _ATTENDING and not block.label
    found = _ATTENDED.match(block.text) if plain else None
    return found.end() if found else 0


def look_of(block: Block, layout: Layout, manner: Manner) -> Look:
    """Return how a block is set: as its role is, who attended as the body is."""
    if block.role is Role.COPIES and manner.minutes and attended(block):
        return layout.roles[Role.BODY]
    return layout.roles[block.role]


def signed(blocks: Sequence[Block], manner: Manner) -> dict[int, float]:
    """Return block → right gap in characters for signatures and the dates below them.

    With a seal: the date stands four characters in, the signatures in the middle above it; both
    move left where a signature is too long for that. With the stamp of a name: both stand four in.
    Without: the longer of both stands two characters in; a shorter date begins two characters right
    of the signature's first character, a longer one moves the signature left (7.3.5).
    """
    rights: dict[int, float] = {}
    for stretch in signatures(blocks):
        at = stretch.stop
        names = {i: _widest_row(blocks[i]) for i in stretch}
        dated = at < len(blocks) and blocks[at].role is Role.DATE
        if manner.stamp:
            rights |= dict.fromkeys(range(stretch.start, at + dated), 4.0)
            continue
        longest = max(names.values())
        gap = 2.0
        if dated:
            date = _widest_row(blocks[at])
            if manner.seal:
                rights[at] = max(4, (longest - date) / 2)
                rights |= {i: rights[at] + (date - name) / 2 for i, name in names.items()}
                continue
            rights[at] = longest - date if longest >= date else 2
            gap = 2 if longest >= date else 4 + date - longest
        rights |= {i: gap + (longest - name) / 2 for i, name in names.items()}
    return rights


def _label(block: Block, *, named: bool) -> tuple[str, bool]:
    """Return what an attachment's name stands behind, and whether it is a further one."""
    text = f"{block.label}{block.text}".lstrip(SPACES)
    first = _NAMED.match(text)
    if first:
        return first[0], False
    counted = _COUNTED.match(text) if named else None
    return (counted[0], True) if counted else ("", False)


def _width(label: str, layout: Layout) -> float:
    """Return the width of a label in characters, the Latin ones as wide as in the Latin face."""
    size = layout.roles[Role.BODY].size
    parts = [0.25 if char in _NARROW else width(char) for char in label]
    return sum([part * size + layout.grid.spacing for part in parts]) / layout.character


def _widest_row(block: Block) -> float:
    return max([width(row.strip()) for row in block.text.split("\n")])
