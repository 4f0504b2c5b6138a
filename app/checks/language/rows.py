"""What the rules on rows of words share: the characters of words, and lines that are but rows."""

from __future__ import annotations

from typing import Final

from app.patterns import regex

CHARACTER: Final = "[\u4e00-\u9fff]"
_SENT = regex(r"\s*(?:抄送|主送|抄报|分送|报|发)[:：]")


def sent_to(text: str) -> bool:
    """Whether a line tells to whom a paper is sent, whose names commas part in groups."""
    return _SENT.match(text) is not None


def said_alike(text: str, at: int) -> bool:
    """Whether a word begins at a place that is said as the one before it in a row: 党务、团务."""
    return text[at - 1 : at] == "、" and text[at - 2 : at - 1] == text[at + 1]
