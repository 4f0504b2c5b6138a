"""Numbers that only their row tells from running text: 1 加强学习, 2 改进作风; 1.8月底前完成."""

from __future__ import annotations

from collections.abc import Sequence

from app.document.numbering import Enumerator, Form
from app.document.recognize.lines import Line, numbered_as
from app.document.recognize.numbered import is_heading
from app.patterns import regex

_ABOVE = (Form.PART, Form.CHINESE, Form.CHINESE_BRACKET, Form.ARTICLE)
_GAP = regex(r"[ \t\u3000]+")
_SAID = regex("[，。；！？]")
_COLUMNS = ("序号", "编号")
_MOST_LOST = 2  # numbers that may be missing between two of a row


def numbered_by_digits(found: Sequence[Line], texts: Sequence[str]) -> list[Line]:
    """Return the lines of some texts, those of a row of digits with their number.

    The digits may stand without a mark or before a date. A row begins with 1 and has a second
    number of whatever kind, or counts on from the row before; a heading or a line of a table ends
    it. Digits alone are no number anywhere else: 12 家企业, 3 月 5 日.
    """
    made = list(found)
    row: list[tuple[int, Line, int]] = []  # the lines of a row between their places and numbers
    last = 0  # the last number of the row before
    for n, line in enumerate(found):
        one = _numbered(found, n, texts)
        value = one[1].value if one is not None else 0
        if one is not None and row and 0 <= value - row[-1][2] <= _MOST_LOST:
            row.append((n, one[0], value))
        elif one is not None and (value == 1 or (not row and value == last + 1 > 1)):
            last = _take(made, row, last)
            row = [(n, one[0], value)]
        elif row and (_heads(line) or _in_table(found, n)):
            last = _take(made, row, last)
            row = []
    _take(made, row, last)
    return made


def _heads(line: Line) -> bool:
    """Tell whether a line opens a section above the row, so that another row begins."""
    lead = line.lead
    if lead is None or lead.form not in _ABOVE:
        return False
    return lead.form is not Form.CHINESE or is_heading(line, lead.value)


def _take(made: list[Line], row: Sequence[tuple[int, Line, int]], last: int) -> int:
    """Put the lines of a row in their places where it is one, and return the last number so far.

    A row has two different numbers or goes on from the number `last`. What comes back is 0 behind
    one whose numbers all have a mark.
    """
    values = [value for *_, value in row]
    if len(set(values)) < 2 and not (last > 0 and values == [last + 1]):
        return last
    for n, line, _ in row:
        made[n] = line
    bare = any(line.lead is not None and line.lead.text.isdigit() for _, line, _ in row)
    return values[-1] if bare else 0


def _numbered(
    found: Sequence[Line], n: int, texts: Sequence[str]
) -> tuple[Line, Enumerator] | None:
    """Return a line with the number in digits that it may have, None where it has none."""
    line = found[n]
    if line.lead is None and (not line.text[0].isdigit() or _in_table(found, n)):
        return None
    return numbered_as(Form.ARABIC, line, texts)


def _in_table(found: Sequence[Line], n: int) -> bool:
    """Tell whether a line is the row of a table pasted as text: cells, the head of one above."""
    text = found[n].text
    if text.startswith(_COLUMNS) or (n > 0 and found[n - 1].text.startswith(_COLUMNS)):
        return True
    if text.count("\t") > 1:
        return True
    return _SAID.search(text) is None and len(_GAP.split(text)) > 3
