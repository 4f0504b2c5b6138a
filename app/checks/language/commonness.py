"""How often words of two characters are used: resources/lexicons/common-words.txt."""

from __future__ import annotations

from functools import lru_cache

from app.lexicons import in_use


@lru_cache(maxsize=256)
def commonness(word: str) -> float:
    """Return how often a word of two characters is used, 0 where it is no such word.

    Asked so seldom that the list is kept as it is read: a table would be ten times as large.
    """
    listed = _list()
    start = listed.find(f"\n{word}\t") + len(word) + 2
    end = listed.find("\n", start)
    return float(listed[start:end]) if start > len(word) + 1 else 0.0


@lru_cache(maxsize=1)
def _list() -> str:
    return f"\n{in_use('common-words.txt').read_text('utf-8-sig')}\n"
