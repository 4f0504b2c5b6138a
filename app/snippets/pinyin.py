"""Readings of Chinese text, from a shipped table of first readings and of words read otherwise."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from app.resources import shipped

_LONGEST = 4  # characters of the longest word in the table


class Readings:
    """The table: what each character is read, and the words in which it is read otherwise."""

    def __init__(self, path: Path) -> None:
        self._characters: dict[str, str] = {}
        self._words: dict[str, list[str]] = {}
        head, _, tail = path.read_text(encoding="utf-8").partition("---\n")
        for line in head.splitlines():
            if not line.startswith("#"):
                syllable, characters = line.split(" ", 1)
                for character in characters:
                    self._characters[character] = syllable
        for line in tail.splitlines():
            word, *syllables = line.split(" ")
            self._words[word] = syllables
        self._starts = {word[0] for word in self._words}
        self.syllables = frozenset(self._characters.values()) - {"m", "hm", "o", "lo"}

    def syllables_of(self, text: str) -> list[str]:
        """Return one syllable for each character; "" where it is no Chinese character.

        A letter or digit is its own reading, in lower case; ü is written v.
        """
        found: list[str] = []
        at, length = 0, len(text)
        while at < length:
            character = text[at]
            if character in self._starts:
                for size in range(min(_LONGEST, length - at), 1, -1):
                    word = self._words.get(text[at : at + size])
                    if word is not None:
                        found += word
                        at += size
                        break
                else:
                    found.append(self._characters.get(character, ""))
                    at += 1
                continue
            reading = self._characters.get(character)
            if reading is None:
                reading = character.lower() if character.isascii() and character.isalnum() else ""
            found.append(reading)
            at += 1
        return found


@cache
def readings() -> Readings:
    """Return the shipped table, read once."""
    return Readings(shipped("resources") / "lexicons" / "pinyin.txt")


_TAILS = {"ang": "an", "eng": "en", "ing": "in"}


@cache
def folded(syllable: str) -> str:
    """Return a syllable without the differences that many speakers do not make: zh/z, ing/in."""
    if syllable[:2] in {"zh", "ch", "sh"}:
        syllable = syllable[0] + syllable[2:]
    if syllable[-3:] in _TAILS:
        syllable = syllable[:-1]
    return syllable
