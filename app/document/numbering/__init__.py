"""Numerals and enumerators: what numbers a paragraph or a point inside it, read and written."""

from app.document.numbering.forms import (
    PLAIN_DIGITS,
    Enumerator,
    Form,
    from_chinese,
    leading,
    places,
    to_chinese,
)
from app.document.numbering.points import inner, points
from app.document.numbering.writing import within, write

__all__ = [
    "PLAIN_DIGITS",
    "Enumerator",
    "Form",
    "from_chinese",
    "inner",
    "leading",
    "places",
    "points",
    "to_chinese",
    "within",
    "write",
]
