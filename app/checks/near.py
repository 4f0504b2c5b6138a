"""Characters that sound or look like others: resources/lexicons/near-characters.txt."""

from __future__ import annotations

from functools import lru_cache

from app.checks.lexicons import rows


class Near:
    """For each character those of the same sound, and those of nearly that sound or of like shape.

    The table is kept as text and a set made of what is asked for: sets of all would be ten times
    as large.
    """

    def __init__(self) -> None:
        """Read the table."""
        self._sound: dict[str, str] = {}
        self._like: dict[str, str] = {}
        for row in rows("near-characters.txt"):
            character, sound, blurred, shape = (row + [""] * 4)[:4]
            self._sound[character] = sound
            self._like[character] = f"{blurred}{shape}"
        self._sets: dict[str, frozenset[str]] = {}

    def of(self, character: str) -> frozenset[str]:
        """Return all characters that can be mistaken for this one."""
        found = self._sets.get(character)
        if found is None:
            near_ = self._sound.get(character, "") + self._like.get(character, "")
            found = self._sets[character] = frozenset(near_)
        return found

    def sounds(self, one: str, other: str) -> bool:
        """Whether the two have one sound."""
        return other in self._sound.get(one, "")


@lru_cache(maxsize=1)
def near() -> Near:
    """Return the table, read once."""
    return Near()


def alike(one: str, other: str) -> bool:
    """Whether two characters sound or look alike."""
    return other in near().of(one)
