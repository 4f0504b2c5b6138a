"""Text as block rules read it: without the spaces beside digits, 2025 年 3 月, all digits plain.

What they find is told where it stands in the text as it was typed.
"""

from __future__ import annotations

from dataclasses import replace

from app.checks.amounts.figures import Figures
from app.checks.check import Spot
from app.document.edits import Edit, TextEdit
from app.document.numbering import PLAIN_DIGITS
from app.patterns import regex

# Not behind the number of a paragraph nor beside that of a telephone: 1 总则, 82345678 陈某.
_GAP = regex(
    r"(?<=[\u4e00-\u9fff]) (?=[0-9](?![0-9]{6}))"
    r"|(?<=[0-9%％]) (?=[\u4e00-\u9fff%％])"
    r"(?<![0-9]{7} )(?<!^[0-9] )(?<!^[0-9]{2} )(?<!^[0-9.]{3} )"
)
_BROAD = regex("[０-９]")


def tightened(text: str) -> Figures | None:
    """Return a text without single spaces beside digits, those made plain; None where it is so."""
    plain = text.translate(PLAIN_DIGITS) if _BROAD.search(text) else text
    gaps = [found.start() for found in _GAP.finditer(plain)] if " " in plain else []
    if not gaps and plain is text:
        return None
    ends = [*gaps, len(plain)]
    starts = [0, *[at + 1 for at in gaps]]
    made = "".join([plain[start:end] for start, end in zip(starts, ends, strict=True)])
    shifts = [(at - n, at - n, at, at + 1) for n, at in enumerate(gaps)]
    return Figures(made, tuple(shifts))


def loosened(spot: Spot, tight: Figures) -> Spot:
    """Return a spot of a tight text where it stands in the text as it was typed."""
    start, end = _place(tight, spot.start, spot.end)
    edits = tuple([_loosened(edit, tight) for edit in spot.edits])
    return replace(spot, start=start, end=end, edits=edits)


def _loosened(edit: Edit, tight: Figures) -> Edit:
    if not isinstance(edit, TextEdit):
        return edit
    start, end = _place(tight, edit.start, edit.end)
    return replace(edit, start=start, end=end)


def _place(tight: Figures, start: int, end: int) -> tuple[int, int]:
    """Return where a stretch stands; an empty one before the space that is there."""
    first, last = tight.span(start, end)
    return (last, last) if start == end else (first, last)
