"""Where the words of a text begin and end; the only place that knows the segmenter."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import import_module
from typing import Any, TypeAlias

Word: TypeAlias = tuple[int, int]


def cut(text: str) -> list[Word]:
    """Return (start, end) of each word of the text, in order and without gaps."""
    words: list[Word] = []
    at = 0
    for word in _segmenter()(text):
        words.append((at, at + len(word)))
        at += len(word)
    return words


def pieces(text: str) -> list[Word]:
    """Return the words of the text that the dictionary knows; what it does not know falls apart."""
    words: list[Word] = []
    at = 0
    for word in _segmenter()(text, False):  # noqa: FBT003  both segmenters take hmm second or third
        words.append((at, at + len(word)))
        at += len(word)
    return words


@lru_cache(maxsize=1)
def _segmenter() -> Callable[[str], Iterable[str]]:
    """Return rjieba's cut where it is installed (fifty times as fast), else that of jieba."""
    try:
        segmenter: Any = import_module("rjieba")
    except ImportError:
        segmenter = import_module("jieba")
        segmenter.setLogLevel("WARNING")
    return segmenter.cut
