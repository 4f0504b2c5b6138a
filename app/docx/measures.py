"""Measures of a layout in the units of the Word format: twips, half points, hundredths."""

from __future__ import annotations

import unicodedata

from app.docx.layout import Layout

MM = 72 / 25.4  # points a millimetre
# Where in the exact line of the footer the dash's top lies, as a share of the line; measured.
_DASH = 0.52


def twips(points: float) -> int:
    """Return points as twips."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Return points as half points, at least one."""
    return max(round(points * 2), 1)


def millimetres(length: float) -> int:
    """Return millimetres as twips."""
    return round(length * MM * 20)


def number(value: float) -> str:
    """Return a number without a needless fraction."""
    return f"{value:g}"


def margins(layout: Layout) -> dict[str, int]:
    """Return the page margins and the distances of header and footer in twips.

    Left and bottom are what the type area leaves, so that its width and height are exact. The
    footer lies so that the dash of the page number begins `number.below` under the type area.
    """
    page, line = layout.page, twips(layout.number.size)
    right, top = millimetres(page.right), millimetres(page.top)
    left = millimetres(page.width) - millimetres(page.type_width) - right
    bottom = millimetres(page.height) - millimetres(page.type_height) - top
    footer = bottom - millimetres(layout.number.below) - line + round(line * _DASH)
    return {
        "top": top,
        "right": right,
        "bottom": bottom,
        "left": left,
        "header": 851,
        "footer": footer,
        "gutter": 0,
    }


def width(text: str) -> float:
    """Return the width of a text in characters; Latin letters and digits count half."""
    return sum(1 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)
