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
    """Return how well a matching name fits; smaller is better, the whole of it best."""
    typed = wanted.strip().lower().replace(" ", "")
    syllables = spelled(name) if typed.isascii() else ()
    first = initials(syllables)
    if typed in (name.lower(), first, "".join(syllables)):
        return 0
    if name.lower().startswith(typed):
        return 1
    if typed in name.lower():
        return 2
    if typed in first:
        return 3 if first.startswith(typed) else 4
    return 5


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
