"""Characters that sound or look like others: resources/lexicons/near-characters.txt."""

from __future__ import annotations

from functools import lru_cache

from app.checks.lexicons import rows

_NONE: frozenset[str] = frozenset()


class Near:
    """For each character those of the same sound, of nearly the same sound, of like shape."""

    def __init__(self) -> None:
        """Read the table."""
        self.sound: dict[str, frozenset[str]] = {}
        self.blurred: dict[str, frozenset[str]] = {}
        self.shape: dict[str, frozenset[str]] = {}
        for row in rows("near-characters.txt"):
            character, sound, blurred, shape = (row + [""] * 4)[:4]
            self.sound[character] = frozenset(sound)
            self.blurred[character] = frozenset(blurred)
            self.shape[character] = frozenset(shape)
        self._all = {c: self.sound[c] | self.blurred[c] | self.shape[c] for c in self.sound}

    def of(self, character: str) -> frozenset[str]:
        """Return all characters that can be mistaken for this one."""
        return self._all.get(character, _NONE)

    def sounds(self, one: str, other: str) -> bool:
        """Whether the two have one sound."""
        return other in self.sound.get(one, _NONE)

    def looks(self, one: str, other: str) -> bool:
        """Whether the two look alike."""
        return other in self.shape.get(one, _NONE)


@lru_cache(maxsize=1)
def near() -> Near:
    """Return the table, read once."""
    return Near()


def alike(one: str, other: str) -> bool:
    """Whether two characters sound or look alike."""
    return other in near().of(one)
