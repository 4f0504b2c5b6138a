"""The tokens of the full-text table, and the expressions that look for them."""

from collections.abc import Sequence
from itertools import pairwise

from app.snippets.pinyin import folded

_BREAK = "0sep0"
_JOINT = "0"  # between the two syllables of a token


def index_characters(fields: tuple[str, ...]) -> str:
    """Return the tokens of the characters of an entry, for the full-text table: two by two.

    A phrase of single characters would compare the places of two long lists; a pair is found at
    once. The last character stands alone.
    """
    return f" {_BREAK} ".join(" ".join(_by_twos(field, "")) for field in fields)


def index_syllables(fields: tuple[list[str], ...]) -> str:
    """Return the tokens of the readings of an entry, for the full-text table: two by two."""
    return f" {_BREAK} ".join(
        " ".join(_by_twos([folded(syllable) for syllable in field], _JOINT)) for field in fields
    )


def index_single(fields: tuple[str, ...], spelled: tuple[list[str], ...]) -> str:
    """Return the tokens for what is looked for alone: each character and each reading, once."""
    characters = set("".join(fields))
    return " ".join(characters.union(*({folded(s) for s in field} for field in spelled)))


def index_initials(fields: tuple[list[str], ...]) -> str:
    """Return the tokens of the initials of an entry: each three that follow each other."""
    rows = ("".join([syllable[:1] for syllable in field]) for field in fields)
    return f" {_BREAK} ".join(
        " ".join([row[at : at + 3] for at in range(len(row))]) for row in rows
    )


def phrase(text: str) -> str:
    """Return the phrase of two or more characters."""
    return '"' + " ".join(_by_twos(text, "")[:-1]) + '"'


def row(syllables: Sequence[str], *, partial: bool = False) -> str:
    """Return the expression for a row of syllables; of the last the beginning where `partial`."""
    parts, more = [folded(syllable) for syllable in syllables], " *" if partial else ""
    if len(parts) == 1:
        return f'single : "{parts[0]}"{more}'
    return f'syllables : "{" ".join(_by_twos(parts, _JOINT)[:-1])}"{more}'


def _by_twos(parts: Sequence[str], joint: str) -> list[str]:
    """Return each two neighbours as one token, the last part with nothing after it."""
    pairs = [a + joint + b for a, b in pairwise(parts)]
    return [*pairs, parts[-1] + joint] if parts else []
