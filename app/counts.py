"""How much a text holds, counted as Chinese offices count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.document.model import Document, Role

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇々]")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,'’\-_/%]*")
_VISIBLE = re.compile(r"\S")


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


def of_texts(texts: Iterable[str]) -> Counts:
    """Return the counts of some paragraphs; empty ones are no paragraphs."""
    words = han = characters = spaces = paragraphs = foreign = 0
    for text in texts:
        visible = len(_VISIBLE.findall(text))
        if not visible:
            continue
        found = _WORD.findall(text)
        inside = sum(len(word) for word in found)
        words += visible - inside + len(found)
        foreign += len(found)
        han += len(_HAN.findall(text))
        characters += visible
        spaces += len(text.replace("\n", ""))
        paragraphs += 1
    return Counts(words, han, foreign, characters, spaces, paragraphs)


def of_document(document: Document) -> Counts:
    """Return the counts of a document without its noise lines."""
    return of_texts(b.text for b in document.blocks if b.role is not Role.NOISE)


def minutes(counts: Counts, speed: int) -> float:
    """Return how long a speech takes at `speed` characters a minute."""
    return (counts.han + counts.foreign) / speed
