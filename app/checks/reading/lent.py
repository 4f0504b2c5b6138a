"""Texts lent to automata and the segmenter, which leave their UTF-8 form with what they read."""

from __future__ import annotations


def lent(text: str) -> str:
    """Return an equal text that goes when it has been read, and its UTF-8 form with it.

    That of the text itself would stay as long as the document does, and is larger than the text.
    """
    return "".join([text[:1], text[1:]])
