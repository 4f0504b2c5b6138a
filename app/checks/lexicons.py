"""The word lists under resources/lexicons, read into values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.resources import shipped


@dataclass(frozen=True, slots=True)
class WrongWord:
    """A wrong word: what is right, in which longer words it is no mistake, and a remark.

    `bounded`: it must begin and end where the segmenter sees words begin and end.
    """

    right: str
    excuses: tuple[str, ...]
    bounded: bool
    why: str

    def excused(self, text: str, start: int, end: int) -> bool:
        """Whether the word stands inside one of the longer words in which it is right."""
        return any(_excuses(text, start, end, excuse) for excuse in self.excuses)


def rows(name: str) -> Iterator[list[str]]:
    """Yield the tab-separated fields of each line of a lexicon; `#` opens a comment line."""
    text = (shipped("resources") / "lexicons" / name).read_text("utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield [field.strip() for field in line.split("\t")]


@lru_cache(maxsize=1)
def wrong_words() -> dict[str, WrongWord]:
    """Return wrong word → what is known of it."""
    words: dict[str, WrongWord] = {}
    for written, right, *rest in rows("wrong-words.tsv"):
        excuses, why = (*rest, "", "")[:2]
        said = f"（{why}）" if why else ""
        wrong = written.removeprefix("|")
        words[wrong] = WrongWord(right, tuple(excuses.split()), len(wrong) <= 3, said)
    return words


def _excuses(text: str, start: int, end: int, excuse: str) -> bool:
    """Whether text[start:end] is part of a longer word, or its surroundings match `~pattern`."""
    if excuse.startswith("~"):
        return re.search(excuse[1:], text[max(start - 20, 0) : end + 40]) is not None
    return text.find(excuse, max(end - len(excuse), 0), start + len(excuse)) != -1
