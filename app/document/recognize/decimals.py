"""Decimal numbers, which only their row tells from amounts and dates: 1.1 总则, 1.1.1 目的."""

from __future__ import annotations

from collections.abc import Sequence

from app.document.numbering import Enumerator, Form, places
from app.document.recognize.lines import Line, numbered_as

_MOST_LOST = 3  # how much further than the last a number may be: two between them are lost
_SURE = 3  # places of a number that is neither an amount nor a day


def numbered_by_decimals(found: Sequence[Line], texts: Sequence[str]) -> list[Line]:
    """Return the lines of some texts, those of a row of decimal numbers with their number.

    A row begins with 1.1 or another that ends in 1, or below the number 1 itself, and has a second
    number; 1.5万元, 3.15晚会 and 2.6发布 have none.
    """
    made = list(found)
    row: list[tuple[int, Line, tuple[int, ...]]] = []
    above: tuple[int, ...] = ()
    below = False  # the row stands below a plain number
    for n in range(len(found)):
        line = made[n] = _section(found, n, texts)
        if line.lead is not None:
            above = (line.lead.value,) if line.lead.form is Form.ARABIC else above
            continue
        one = _decimal(line, texts)
        if one is None:
            continue
        decimal, number = one[0], places(one[1].text)
        inside = bool(above) and _opens(above, number)
        if not decimal.rest and not row:  # a figure: a number that waits for its text goes on a row
            continue
        if not inside and not (row and _goes_on(row[-1][2], number)):
            _take(made, row, below=below)
            row, below = [], False
        row.append((n, decimal, number))
        below = below or inside
    _take(made, row, below=below)
    return made


def _section(found: Sequence[Line], n: int, texts: Sequence[str]) -> Line:
    """Return a line, with its number where that has no mark and the first below it stands next.

    1 总则 above 1.1 编制目的.
    """
    line = found[n]
    if line.lead is not None or not line.text[0].isdigit() or n + 1 >= len(found):
        return line
    one, first = numbered_as(Form.ARABIC, line, texts), _decimal(found[n + 1], texts)
    if one is None or first is None:
        return line
    return one[0] if places(first[1].text) == (one[1].value, 1) else line


def _decimal(line: Line, texts: Sequence[str]) -> tuple[Line, Enumerator] | None:
    """Return a line with the decimal number it may have, None where it has none."""
    return numbered_as(Form.DECIMAL, line, texts) if line.text[0].isdigit() else None


def _take(
    made: list[Line], row: Sequence[tuple[int, Line, tuple[int, ...]]], *, below: bool
) -> None:
    """Put the lines of a row in their places where it is one."""
    if not row:
        return
    first = row[0][2]
    if below or (len(row) > 1 and (first[-1] == 1 or len(first) >= _SURE)):
        for n, line, _ in row:
            made[n] = line


def _opens(above: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Tell whether a number is the first below another: 1.1 or 1.1.1 below 1."""
    return number[: len(above)] == above and set(number[len(above) :]) == {1}


def _goes_on(last: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Tell whether a number follows another: beside it, below it, or where a section above ends."""
    if len(number) > len(last):
        return _opens(last, number)
    *before, value = number
    step = value - last[len(before)]
    if list(last[: len(before)]) == before and 0 <= step <= _MOST_LOST:
        return step > 0 or len(number) == len(last)
    return 0 < number[0] - last[0] <= _MOST_LOST and set(number[1:]) == {1}
