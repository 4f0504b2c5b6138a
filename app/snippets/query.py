"""What the user typed, read as Chinese words, pinyin, initials or a mixture, with small slips."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.snippets.pinyin import folded, readings

_SLOT = re.compile(r"【[^【】\n]*】")
_APART = re.compile(r"[\W_]+")
_PIECES = re.compile(r"[a-z]+|[^a-z]+")
_SPELLINGS = 6  # readings of one row of letters that are tried
_VARIANTS = 40  # misspellings of one row of letters that are tried
SEPARATOR = "|"  # between the fields of an entry: no match goes across


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to look for a term.

    `match` is the full-text expression that finds candidates. `literal` is looked for in the
    characters of a candidate; where it is None, `spelled` and, failing that, `blurred` are looked
    for in its readings. With all three None the expression alone decides.
    """

    match: str
    literal: str | None = None
    spelled: re.Pattern[str] | None = None
    blurred: re.Pattern[str] | None = None


def bare(text: str) -> str:
    """Return the letters, digits and characters of a text in lower case, its slots left out."""
    return _APART.sub("", _SLOT.sub("", text).lower())


def words(query: str) -> tuple[str, ...]:
    """Return the terms of a query: what stands between spaces, punctuation left out."""
    terms = (bare(word) for word in re.split(r"[\s'’]+", query.lower()))
    return tuple(dict.fromkeys(term for term in terms if term))[:8]


def exact(term: str) -> tuple[tuple[Pattern, ...], ...]:
    """Return the patterns of a term as typed: one group for each piece, all of which must match.

    A piece is a row of Chinese characters or a row of letters; its patterns are alternatives.
    """
    return tuple(
        _latin(piece) if piece[0].isascii() and piece[0].isalpha() else (_characters(piece),)
        for piece in _PIECES.findall(term)
    )


def scattered(term: str) -> Pattern | None:
    """Return a pattern for the words of a term in any order, None where it is too short.

    There is no word list behind it: every division into parts of two characters or more is asked
    for at once, which finds whatever a segmentation would find.
    """
    if not 4 <= len(term) <= 16 or _has_letters(term):
        return None
    options = [" AND ".join(f"chars : {_phrase(part)}" for part in cut) for cut in _cuts(term)]
    return Pattern(" OR ".join(f"({option})" for option in options))


def homophone(term: str) -> Pattern | None:
    """Return a pattern for characters that are read alike, as an input method mixes them."""
    if len(term) < 2 or _has_letters(term):
        return None
    syllables = readings().syllables_of(term)
    return None if "" in syllables else _whole(syllables, partial=False)


def slipped(term: str) -> tuple[Pattern, ...]:
    """Return patterns for a term with one wrong, missing, superfluous or exchanged character."""
    if _has_letters(term):
        return _slipped_letters(term) if term.isalpha() and term.isascii() else ()
    found = [_characters(swap) for swap in _swaps(term)]
    for at in range(len(term)):
        left, right = term[:at], term[at + 1 :]
        if len(left) + len(right) >= 2:
            found.append(_near(left, right))
        if at >= 1 and len(term) >= 3:
            found.append(_near(term[:at], term[at:]))
    return tuple(found)


def index_characters(fields: tuple[str, ...]) -> str:
    """Return the tokens of the characters of an entry, for the full-text table."""
    return f" {_BREAK} ".join(" ".join(field) for field in fields)


def index_syllables(fields: tuple[list[str], ...]) -> str:
    """Return the tokens of the readings of an entry, for the full-text table."""
    return f" {_BREAK} ".join(" ".join(map(folded, field)) for field in fields)


def index_initials(fields: tuple[list[str], ...]) -> str:
    """Return the tokens of the initials of an entry: each three that follow each other."""
    rows = ("".join([syllable[:1] for syllable in field]) for field in fields)
    return f" {_BREAK} ".join(
        " ".join([row[at : at + 3] for at in range(len(row))]) for row in rows
    )


_BREAK = "0sep0"


def _has_letters(term: str) -> bool:
    return any("a" <= character <= "z" for character in term)


def _phrase(text: str) -> str:
    return '"' + " ".join(text) + '"'


def _characters(text: str) -> Pattern:
    return Pattern(f"chars : {_phrase(text)}", literal=text)


def _near(left: str, right: str) -> Pattern:
    if not (left and right):
        return _characters(left or right)
    return Pattern(f"chars : NEAR({_phrase(left)} {_phrase(right)}, 1)")


def _cuts(term: str) -> Iterator[tuple[str, ...]]:
    """Yield the divisions of a text into two, three or four parts of at least two characters."""
    for at in range(2, len(term) - 1):
        head, tail = term[:at], term[at:]
        yield head, tail
        if len(tail) >= 4:
            for cut in _cuts(tail):
                if len(cut) < 4 and len(head) <= 4:
                    yield head, *cut


def _latin(letters: str) -> tuple[Pattern, ...]:
    """Return the patterns of a row of letters: itself, full pinyin, initials, or a mixture."""
    patterns = [_characters(letters)]
    syllables = readings().syllables
    for pieces in _spellings(letters):
        if all(piece in syllables for piece in pieces):
            patterns.append(_whole(list(pieces), partial=False))
        elif len(pieces) > 1 and all(piece in syllables for piece in pieces[:-1]):
            patterns.append(_whole(list(pieces), partial=True))
        if len(pieces) > 1 and not all(piece in syllables for piece in pieces):
            patterns.append(_initials(pieces))
    return tuple(patterns)


def _whole(syllables: list[str], *, partial: bool) -> Pattern:
    """Return the pattern of full syllables; of the last only the beginning where `partial`."""
    phrase = '"' + " ".join(map(folded, syllables)) + '"' + ("*" if partial else "")
    ends = [
        "" if not partial or n < len(syllables) - 1 else "[a-z]*" for n in range(len(syllables))
    ]
    return Pattern(
        f"syllables : {phrase}",
        spelled=_compiled(
            " " + " ".join(s + e for s, e in zip(syllables, ends, strict=True)) + " "
        ),
        blurred=_compiled(
            " " + " ".join(_blur(s) + e for s, e in zip(syllables, ends, strict=True)) + " "
        ),
    )


def _initials(pieces: tuple[str, ...]) -> Pattern:
    row = "".join(piece[0] for piece in pieces)
    return Pattern(
        _initials_match(row),
        spelled=_compiled(" " + " ".join(f"{piece}[a-z]*" for piece in pieces) + " "),
        blurred=_compiled(" " + " ".join(f"{_blur(piece)}[a-z]*" for piece in pieces) + " "),
    )


def _initials_match(row: str) -> str:
    if len(row) < 3:
        return f"initials : {row}*"
    return 'initials : "' + " ".join(row[at : at + 3] for at in range(len(row) - 2)) + '"'


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _blur(syllable: str) -> str:
    """Return an expression for the syllables that fold to the same."""
    plain = folded(syllable)
    if plain[0] in "zcs":
        plain = plain[0] + "h?" + plain[1:]
    return plain + "g?" if plain.endswith(("an", "en", "in")) else plain


@lru_cache(maxsize=512)
def _spellings(letters: str) -> tuple[tuple[str, ...], ...]:
    """Return the divisions of letters into beginnings of syllables, fewest pieces first."""
    if len(letters) > 40:
        return ()
    starts = _starts()
    found: list[tuple[str, ...]] = []
    open_rows: list[tuple[tuple[str, ...], int]] = [((), 0)]
    while open_rows and len(found) < _SPELLINGS:
        longer: list[tuple[tuple[str, ...], int]] = []
        for pieces, at in open_rows:
            if at == len(letters):
                found.append(pieces)
                continue
            longer += [
                ((*pieces, letters[at:end]), end)
                for end in range(min(at + 6, len(letters)), at, -1)
                if letters[at:end] in starts
            ]
        longer.sort(key=_partial)
        open_rows = longer[:64]
    return tuple(
        sorted(found[:_SPELLINGS], key=lambda pieces: (_partial((pieces, 0)), len(pieces)))
    )


def _partial(row: tuple[tuple[str, ...], int]) -> int:
    """Return how many pieces are only the beginning of a syllable."""
    syllables = readings().syllables
    return sum(piece not in syllables for piece in row[0])


@lru_cache(maxsize=1)
def _starts() -> frozenset[str]:
    return frozenset(s[:n] for s in readings().syllables for n in range(1, len(s) + 1))


def _swaps(term: str) -> Iterator[str]:
    for at in range(len(term) - 1):
        if term[at] != term[at + 1]:
            yield term[:at] + term[at + 1] + term[at] + term[at + 2 :]


def _slipped_letters(letters: str) -> tuple[Pattern, ...]:
    if len(letters) < 4 or len(letters) > 24:
        return ()
    if all(len(piece) == 1 for pieces in _spellings(letters)[:1] for piece in pieces):
        return _slipped_initials(letters)
    syllables = readings().syllables
    patterns: list[Pattern] = []
    for variant in dict.fromkeys(_variants(letters)):
        best = _spellings(variant)[:1]
        if best and len(best[0]) > 1 and all(piece in syllables for piece in best[0]):
            patterns.append(_whole(list(best[0]), partial=False))
            if len(patterns) == _VARIANTS:
                break
    return tuple(patterns)


def _variants(letters: str) -> Iterator[str]:
    yield from _swaps(letters)
    for at in range(len(letters)):
        yield letters[:at] + letters[at + 1 :]
    for at in range(len(letters) + 1):
        for letter in "ngaiuoehyjxzsctlbdfkmpqrwv":
            yield letters[:at] + letter + letters[at:]
    for at in range(len(letters)):
        for letter in "ngaiuoehyjxzsctlbdfkmpqrwv":
            yield letters[:at] + letter + letters[at + 1 :]


def _slipped_initials(row: str) -> tuple[Pattern, ...]:
    patterns = [_initials(tuple(swap)) for swap in _swaps(row)]
    patterns += [_initials(tuple(row[:at] + row[at + 1 :])) for at in range(len(row))]
    for at in range(1, len(row)):
        for left, right in ((row[:at], row[at + 1 :]), (row[:at], row[at:])):
            sure = max(left, right, key=len)
            if len(sure) >= 3:
                middle = [f"{x}[a-z]*" for x in left] + ["[a-z]+"] + [f"{x}[a-z]*" for x in right]
                spelled = _compiled(" " + " ".join(middle) + " ")
                patterns.append(Pattern(_initials_match(sure), spelled=spelled))
    return tuple(patterns)
