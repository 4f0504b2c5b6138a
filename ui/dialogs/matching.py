"""Finding a Chinese name by its characters, its pinyin or its initials."""

from __future__ import annotations

from functools import lru_cache


def matches(wanted: str, name: str) -> bool:
    """Return whether `name` holds what was typed: characters, pinyin or initials in a row.

    Pinyin begins with a syllable: in the middle of one `nc` would find 贫成 for 农村.
    """
    typed = wanted.strip().lower().replace(" ", "")
    if not typed or typed in name.lower():
        return True
    if not typed.isascii():
        return _scattered(typed, name.lower())
    syllables = spelled(name)
    if typed in initials(syllables):
        return True
    return any("".join(syllables[at:]).startswith(typed) for at in range(len(syllables)))


def rank(wanted: str, name: str) -> int:
    """Return how well a matching name fits; smaller is better."""
    typed = wanted.strip().lower().replace(" ", "")
    if name.lower().startswith(typed):
        return 0
    if typed in name.lower():
        return 1
    first = initials(spelled(name))
    if typed in first:
        return 2 if first.startswith(typed) else 3
    return 4


@lru_cache(maxsize=4096)
def spelled(name: str) -> tuple[str, ...]:
    """Return the syllables of a name in pinyin."""
    from app.snippets.pinyin import readings

    return tuple(syllable for syllable in readings().syllables_of(name) if syllable)


def initials(syllables: tuple[str, ...]) -> str:
    """Return the first letters of syllables."""
    return "".join(syllable[0] for syllable in syllables)


def _scattered(typed: str, name: str) -> bool:
    at = -1
    for character in typed:
        at = name.find(character, at + 1)
        if at < 0:
            return False
    return True
