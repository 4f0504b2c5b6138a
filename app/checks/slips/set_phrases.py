"""Set phrases of four characters, and the places where one character keeps four from being one.

The list is resources/lexicons/four-characters.txt.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from app.checks.language.likelihood import MARK, language
from app.checks.language.near import near
from app.checks.language.segments import Segments, segments
from app.checks.slips.characters import LIGHT, Slip
from app.checks.slips.frames import Frames
from app.document.numbering import from_chinese
from app.lexicons import rows

_MASK = (1 << 18) - 1  # six times as many places as there are halves
_FIRST, _OTHER = 1, 2
_USUAL = 125  # a character below this cost stands alone in many a sentence
_SURE = 100


def is_set_phrase(four: str) -> bool:
    """Whether four characters are a set phrase."""
    phrases = _phrases()
    place = bisect_left(range(0, len(phrases), 4), four, key=lambda at: phrases[at : at + 4])
    return phrases[4 * place : 4 * place + 4] == four


def idiom_slips(text: str) -> Iterator[Slip]:
    """Yield the places where one character keeps four from being a set phrase.

    The wrong character sounds or looks like the right one and stands in no longer word itself;
    where it only looks like it, the four end with a word. One that goes with the words beside it
    is of certainty 0, or none where it only looks like the right one.
    """
    halves = _halves()
    cut = segments(text)
    words, starts, lengths = cut.words, cut.starts, cut.lengths
    for alone in cut.lone:
        if words[alone] not in LIGHT:
            at = starts[alone]
            led, followed = lengths[alone - 1] < MARK, lengths[alone + 1] < MARK
            # The two characters of the half that is whole stand behind, or before.
            if followed and halves[hash(text[at + 2 : at + 4]) & _MASK] & _OTHER:
                yield from _slip(cut, text, at, 0)
            if led and followed:
                if halves[hash(text[at + 1 : at + 3]) & _MASK] & _OTHER:
                    yield from _slip(cut, text, at, 1)
                if at > 1 and halves[hash(text[at - 2 : at]) & _MASK] & _FIRST:
                    yield from _slip(cut, text, at, 2)
            if led and at > 2 and halves[hash(text[at - 3 : at - 1]) & _MASK] & _FIRST:
                yield from _slip(cut, text, at, 3)


def _slip(cut: Segments, text: str, at: int, place: int) -> Iterator[Slip]:
    """Yield the slip that a character is in four, of which it has a place."""
    four = text[max(at - place, 0) : at - place + 4]
    completing = _frames().completing(four, place)
    if completing:
        like = near().of(text[at])
        for right in sorted([c for c in completing if c in like]):
            if not _mends(four, place, right):
                continue
            sure = 0 if _fits(cut, at) else _SURE
            if near().sounds(text[at], right) or (sure and _starts_word(cut, at - place + 4)):
                mended = f"{four[:place]}{right}{four[place + 1 :]}"
                yield Slip(at, at + 1, text[at], right, mended, place, sure)
                break


def _fits(cut: Segments, at: int) -> bool:
    """Whether a character has been met with the words beside it, as in 从上至下 and 却不知道."""
    word = bisect_left(cut.starts, at)
    before, behind = cut.met[word], cut.met[word + 1]
    return (before and behind) or (
        (before or behind) and language().single(cut.words[word]) < _USUAL
    )


def _starts_word(cut: Segments, at: int) -> bool:
    """Whether a word starts at a place, or the text ends there."""
    return cut.starts[bisect_left(cut.starts, at)] == at


def _mends(four: str, place: int, right: str) -> bool:
    """Whether four characters are no set phrase, but one with another character at a place."""
    mended = f"{four[:place]}{right}{four[place + 1 :]}"
    if from_chinese(four[:place] + four[place + 1 :]) is not None:
        return False  # 二十四式: a number takes any measure
    return len(mended) == 4 and not is_set_phrase(four) and is_set_phrase(mended)


@lru_cache(maxsize=1)
def _phrases() -> str:
    """Return all set phrases, sorted, one behind the other: a set would be ten times as large."""
    return "".join(sorted([word for (word,) in rows("four-characters.txt") if len(word) == 4]))


@lru_cache(maxsize=1)
def _frames() -> Frames:
    phrases = _phrases()
    return Frames([phrases[at : at + 4] for at in range(0, len(phrases), 4)])


@lru_cache(maxsize=1)
def _halves() -> bytearray:
    """Return by hash whether two characters are the first half of a set phrase, or the other."""
    phrases, halves = _phrases(), bytearray(_MASK + 1)
    for at in range(0, len(phrases), 4):
        halves[hash(phrases[at : at + 2]) & _MASK] |= _FIRST
        halves[hash(phrases[at + 2 : at + 4]) & _MASK] |= _OTHER
    return halves
