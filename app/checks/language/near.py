"""Characters that sound or look like others: resources/lexicons/near-characters.txt."""

from __future__ import annotations

from functools import lru_cache

from app.checks.lexicons import rows


class Near:
    """For each character those of the same sound, and those of nearly that sound or of like shape.

    They are kept in one text: sets would be ten times as large.
    """

    def __init__(self) -> None:
        """Read the table."""
        self._like: dict[str, str] = {}
        for row in rows("near-characters.txt"):
            character, sound, blurred, shape = (row + [""] * 4)[:4]
            self._like[character] = f"{sound}|{blurred}{shape}"

    def of(self, character: str) -> str:
        """Return all characters that can be mistaken for this one, some twice, and a mark."""
        return self._like.get(character, "")

    def sounds(self, one: str, other: str) -> bool:
        """Whether the two have one sound."""
        return other in self.of(one).partition("|")[0]

    def rare(self, character: str) -> bool:
        """Whether a character is hardly ever written: it is listed by its looks alone."""
        return self.of(character).startswith("|")


@lru_cache(maxsize=1)
def near() -> Near:
    """Return the table, read once."""
    return Near()


def alike(one: str, other: str) -> bool:
    """Whether two characters sound or look alike."""
    return other in near().of(one)
