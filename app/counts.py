"""How much a text holds, counted as Chinese offices count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.document.model import Document, Role
from app.patterns import regex

_HAN = regex(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇々]")
_WORD = regex(r"[A-Za-z0-9][A-Za-z0-9.,'’\-_/%]*")
_VISIBLE = regex(r"\S")


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of a text.

    `words` is what word processors call 字数: a Chinese character or mark counts one, and so does
    a foreign word or a number, of which there are `foreign`; `han` are the Chinese characters only,
    `characters` all but spaces and line ends.
    """

    words: int = 0
    han: int = 0
    foreign: int = 0
    characters: int = 0
    with_spaces: int = 0
    paragraphs: int = 0

    @property
    def marks(self) -> int:
        """Punctuation and other signs."""
        return self.words - self.han - self.foreign

    def __add__(self, other: Counts) -> Counts:
        """Return the counts of two texts together."""
        return Counts(
            self.words + other.words,
            self.han + other.han,
            self.foreign + other.foreign,
            self.characters + other.characters,
            self.with_spaces + other.with_spaces,
            self.paragraphs + other.paragraphs,
        )


def of_texts(texts: Iterable[str]) -> Counts:
    """Return the counts of some paragraphs; empty ones are no paragraphs."""
    words = han = foreign = characters = spaces = paragraphs = 0
    for text in texts:
        found = _of_text(text)
        if found.characters:
            words += found.words
            han += found.han
            foreign += found.foreign
            characters += found.characters
            spaces += found.with_spaces
            paragraphs += 1
    return Counts(words, han, foreign, characters, spaces, paragraphs)


@lru_cache(maxsize=20_000)
def _of_text(text: str) -> Counts:
    visible = len(_VISIBLE.findall(text))
    found = _WORD.findall(text)
    words = visible - sum(map(len, found)) + len(found)
    han = len(_HAN.findall(text))
    return Counts(words, han, len(found), visible, len(text.replace("\n", "")), 1)


def of_document(document: Document) -> Counts:
    """Return the counts of a document without its noise lines."""
    return of_texts(b.text for b in document.blocks if b.role is not Role.NOISE)


def minutes(counts: Counts, speed: int) -> float:
    """Return how long a speech takes at `speed` characters a minute."""
    return (counts.han + counts.foreign) / speed
