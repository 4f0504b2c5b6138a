"""Lines of a paragraph that is laid out: which lies at a height, stretches of one look."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextLayout, QTextLine

from app.document.model import Role
from ui.editor import look
from ui.editor.formats import is_title, label_of, units

Selection = tuple[int, int, QTextCharFormat]  # from one position to another, and how it looks

_TITLE_ROW = look.COLUMN * look.SIZE / look.LOOKS[Role.TITLE].size  # characters of a title
_WIDE = look.SIZE * look.PIXELS
_SPACES = {"\u3000": _WIDE, " ": _WIDE / 2, "\u00a0": _WIDE / 2}  # and the room each takes


def line_at(layout: QTextLayout, y: float) -> QTextLine | None:
    """Return the line nearest to a height, None where there is no line."""
    count = layout.lineCount()
    for number in range(count):
        line = layout.lineAt(number)
        below = layout.lineAt(number + 1).y() if number + 1 < count else 1e9
        if y < (line.y() + line.height() + below) / 2:
            return line
    return layout.lineAt(count - 1) if count else None


def stretches(
    selections: Iterable[Selection], start: int, length: int
) -> list[QTextLayout.FormatRange]:
    """Return what of some selections lies in a paragraph, with the format it is to be drawn in."""
    found: list[QTextLayout.FormatRange] = []
    for begin, end, shape in selections:
        if begin < start + length and end > start:
            one, first = QTextLayout.FormatRange(), max(begin - start, 0)
            one.start = first  # pyright: ignore[reportAttributeAccessIssue]  a field, wrongly typed
            one.length = min(end - start, length) - first  # pyright: ignore[reportAttributeAccessIssue]  likewise
            one.format = shape  # pyright: ignore[reportAttributeAccessIssue]  likewise
            found.append(one)
    return found


def without_preedit(layout: QTextLayout, offset: int) -> int:
    """Return an offset of a line as one of the text, where a composition stands in it."""
    length, at = len(layout.preeditAreaText()), layout.preeditAreaPosition()
    if not length or offset <= at:
        return offset
    return max(offset - length, at)


def first_indent(block: QTextBlock) -> float:
    """Return the indent of the first line in pixels at 100 %.

    Spaces typed in front are part of it, as print leaves them out: a line is not set in twice.
    """
    indent, text, at = block.blockFormat().textIndent(), block.document(), block.position()
    while indent > 0 and text.characterAt(at) in _SPACES:
        indent -= _SPACES[text.characterAt(at)]
        at += 1
    return max(indent, 0.0)


def title_rows(block: QTextBlock) -> list[int]:
    """Return how many characters each row of a long title but the last has, as in print.

    Nothing for any other paragraph. What is being composed in the title counts too.
    """
    if not is_title(block) or label_of(block):
        return []
    text, layout = block.text(), block.layout()
    if composed := layout.preeditAreaText():
        at = layout.preeditAreaPosition()
        text = f"{text[:at]}{composed}{text[at:]}"
    if len(text) <= _TITLE_ROW or text != text.strip():
        return []
    from app.docx.titles import breaks

    places = [units(text, place) for place in breaks(text, _TITLE_ROW)]
    return [b - a for a, b in pairwise((0, *places))]
