"""Finding a Chinese name by its characters, its pinyin or its initials."""

from __future__ import annotations

from functools import lru_cache


def matches(wanted: str, name: str) -> bool:
    """Return whether `name` holds what was typed: characters, pinyin or initials in a row."""
    typed = wanted.strip().lower().replace(" ", "")
    if not typed or typed in name.lower():
        return True
    if not typed.isascii():
        return _scattered(typed, name.lower())
    full, initials = spelled(name)
    return typed in initials or typed in full


def rank(wanted: str, name: str) -> int:
    """Return how well a matching name fits; smaller is better."""
    typed = wanted.strip().lower().replace(" ", "")
    if name.lower().startswith(typed):
        return 0
    if typed in name.lower():
        return 1
    return 2 if spelled(name)[1].startswith(typed) else 3


@lru_cache(maxsize=4096)
def spelled(name: str) -> tuple[str, str]:
    """Return a name in pinyin, and its initials."""
    from app.snippets.pinyin import readings

    syllables = readings().syllables_of(name)
    return "".join(syllables), "".join(syllable[:1] for syllable in syllables)


def _scattered(typed: str, name: str) -> bool:
    at = -1
    for character in typed:
        at = name.find(character, at + 1)
        if at < 0:
            return False
    return True
