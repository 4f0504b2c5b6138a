"""Articles whose number runs into the text, which only their row tells: 第一条为规范管理."""

from __future__ import annotations

from collections.abc import Sequence

from app.document.numbering import Form
from app.document.recognize.lines import Line, numbered_as


def numbered_by_articles(found: Sequence[Line], texts: Sequence[str]) -> list[Line]:
    """Return the lines of some texts, those of a row of articles with their number.

    The article before or the one behind has the number next to it; one alone is a reference.
    """
    made = list(found)
    row: list[tuple[int, Line, int]] = []  # articles, and lines that may be some, by their numbers
    for n, line in enumerate(found):
        if line.lead is None and line.text[0] != "第":
            continue
        one = numbered_as(Form.ARTICLE, line, texts)
        if one is not None:
            row.append((n, one[0], one[1].value))
    values = [0, *[value for *_, value in row], 0]
    for (n, one, value), before, after in zip(row, values, values[2:], strict=False):
        if value in (before + 1, after - 1) and (before or after):
            made[n] = one
    return made
