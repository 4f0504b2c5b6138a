"""Which characters make a word of one in which a character is left out."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import accumulate

_MASK = (1 << 18) - 1  # about as many places as a vocabulary has frames


class Frames:
    """The frames of some words, those in which one character is left out.

    What completes a frame stands in one string with what completes the few others of the same
    hash: a table by frame would be ten times as large.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words."""
        completing = [""] * (_MASK + 1)
        for word in words:
            for place, character in enumerate(word):
                completing[_hash(word, place)] += character
        self._starts = array("I", accumulate(map(len, completing), initial=0))
        self._characters = "".join(completing)

    def completing(self, word: str, place: int) -> str:
        """Return all characters that make a word where one at a place is left out, and others."""
        frame = _hash(word, place)
        return self._characters[self._starts[frame] : self._starts[frame + 1]]


def _hash(word: str, place: int) -> int:
    return hash(f"{word[:place]}?{word[place + 1 :]}") & _MASK
