"""What completes words in which one character is left open."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Collection
from itertools import accumulate


class Frames:
    """The frames of some words, those in which one character is left open.

    What completes a frame stands in one string with what completes the few others of the same
    hash: a table by frame would be ten times as large.
    """

    def __init__(self, words: Collection[str]) -> None:
        """Take the words."""
        total = sum(map(len, words))
        self._mask = (1 << total.bit_length()) - 1
        frames = array("I")
        sizes = array("I", bytes(4 * (self._mask + 1)))
        for word in words:
            for place in range(len(word)):
                frame = hash(f"{word[:place]}?{word[place + 1 :]}") & self._mask
                frames.append(frame)
                sizes[frame] += 1
        self._starts = array("I", accumulate(sizes, initial=0))
        filled = self._starts[:]
        characters = array("I", bytes(4 * total))
        for frame, character in zip(frames, "".join(words), strict=True):
            characters[filled[frame]] = ord(character)
            filled[frame] += 1
        self._characters = characters.tobytes().decode(f"utf-32-{sys.byteorder[0]}e")

    def completing(self, word: str, place: int) -> str:
        """Return all characters that make a word where one at a place is left out, and others."""
        frame = hash(f"{word[:place]}?{word[place + 1 :]}") & self._mask
        return self._characters[self._starts[frame] : self._starts[frame + 1]]
