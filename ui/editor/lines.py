"""Lines of a paragraph that is laid out: which lies at a height, stretches of one look."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextLine


def line_at(layout: QTextLayout, y: float) -> QTextLine | None:
    """Return the line nearest to a height, None where there is no line."""
    count = layout.lineCount()
    for number in range(count):
        line = layout.lineAt(number)
        below = layout.lineAt(number + 1).y() if number + 1 < count else 1e9
        if y < (line.y() + line.height() + below) / 2:
            return line
    return layout.lineAt(count - 1) if count else None


def stretch(start: int, end: int, shape: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return a stretch of a paragraph with the format it is to be drawn in."""
    found = QTextLayout.FormatRange()
    found.start = start  # pyright: ignore[reportAttributeAccessIssue]  a field, wrongly typed
    found.length = end - start  # pyright: ignore[reportAttributeAccessIssue]  likewise
    found.format = shape  # pyright: ignore[reportAttributeAccessIssue]  likewise
    return found


def without_preedit(layout: QTextLayout, offset: int) -> int:
    """Return an offset of a line as one of the text, where a composition stands in it."""
    length, at = len(layout.preeditAreaText()), layout.preeditAreaPosition()
    if not length or offset <= at:
        return offset
    return max(offset - length, at)
