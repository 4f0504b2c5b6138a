"""Numbers that only their row tells from running text: 1 加强学习, 2 改进作风; 1.8月底前完成."""

from __future__ import annotations

from collections.abc import Sequence

from app.document.numbering import Form
from app.document.recognize.lines import Line, read
from app.document.recognize.numbered import is_heading
from app.patterns import pattern

_ABOVE = (Form.PART, Form.CHINESE, Form.CHINESE_BRACKET, Form.ARTICLE)
_GAP = pattern(r"[ \t\u3000]+")
_SAID = pattern("[，。；！？]")
_COLUMNS = ("序号", "编号")
_MOST_LOST = 2  # numbers that may be missing between two of a row


def numbered_by_digits(found: Sequence[Line], texts: Sequence[str]) -> list[Line]:
    """Return the lines of some texts, those of a row of digits with their number.

    The digits may stand without a mark or before a date. A row begins with 1 and has a second
    number of whatever kind, or counts on from the row before; a heading or a line of a table ends
    it. Digits alone are no number anywhere else: 12 家企业, 3 月 5 日.
    """
    made = list(found)
    row: list[tuple[int, Line]] = []  # the lines of a row and their places
    last = 0  # the last number of the row before
    for n, line in enumerate(found):
        one = _numbered(found, n, texts)
        value = one.lead.value if one is not None and one.lead is not None else 0
        if one is not None and row and _goes_on(row[-1][1], value):
            row.append((n, one))
        elif one is not None and (value == 1 or (not row and value == last + 1 > 1)):
            last = _take(made, row, last)
            row = [(n, one)]
        elif _heads(line) or _in_table(found, n):
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


def _goes_on(last: Line, value: int) -> bool:
    """Tell whether a number follows that of the last line of a row, some perhaps lost between."""
    return last.lead is not None and 0 <= value - last.lead.value <= _MOST_LOST


def _take(made: list[Line], row: Sequence[tuple[int, Line]], last: int) -> int:
    """Put the lines of a row in their places where it is one, and return the last number so far.

    That is 0 behind a row whose numbers all have a mark.
    """
    if not _counts(row, last):
        return last
    for n, line in row:
        made[n] = line
    bare = any(line.lead is not None and line.lead.text.isdigit() for _, line in row)
    return _values(row)[-1] if bare else 0


def _counts(row: Sequence[tuple[int, Line]], last: int) -> bool:
    """Tell whether a row has two different numbers, or goes on from the number `last`."""
    values = _values(row)
    return len(set(values)) > 1 or (last > 0 and values == [last + 1])


def _values(row: Sequence[tuple[int, Line]]) -> list[int]:
    return [line.lead.value for _, line in row if line.lead is not None]


def _numbered(found: Sequence[Line], n: int, texts: Sequence[str]) -> Line | None:
    """Return a line with the number in digits that it may have, None where it has none."""
    line = found[n]
    if line.lead is not None:
        return line if line.lead.form is Form.ARABIC else None
    if not line.text[0].isdigit() or _in_table(found, n):
        return None
    one = read(line.at, texts[line.at], sure=True)
    digits = one is not None and one.lead is not None and one.lead.form is Form.ARABIC
    return one if digits else None


def _in_table(found: Sequence[Line], n: int) -> bool:
    """Tell whether a line is the row of a table pasted as text: cells, the head of one above."""
    text = found[n].text
    if text.startswith(_COLUMNS) or (n > 0 and found[n - 1].text.startswith(_COLUMNS)):
        return True
    if text.count("\t") > 1:
        return True
    return _SAID.search(text) is None and len(_GAP.split(text)) > 3
