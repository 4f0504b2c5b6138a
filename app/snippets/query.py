"""What the user typed, read as Chinese words, pinyin, initials or a mixture, with small slips."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.snippets import tokens
from app.snippets.pinyin import folded, readings

_SLOT = re.compile(r"【[^【】\n]*】")
_APART = re.compile(r"[\W_]+")
_PIECES = re.compile(r"[a-z]+|[^a-z]+")
_SPELLINGS = 6  # readings of one row of letters that are tried
_LONGEST = 24  # characters of a term in which slips are looked for
_PLAIN = 6  # letters from which on full pinyin is taken for what it is
_DIGRAPH = 1.5  # sh is more often two initials than the beginning of one syllable
_HALVED = 6  # characters from which on a slip is looked for by halves
_CUT = 40  # characters of a term that are looked at
_BESIDE = 2  # tokens between two phrases with one character or syllable, right or wrong, between
SEPARATOR = "|"  # between the fields of an entry: no match goes across


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to look for a term.

    `match` is the full-text expression that finds candidates. `literal` or `like` is looked for in
    the characters of a candidate; where both are None, `spelled` and, failing that, `blurred` are
    looked for in its readings. With all of them None the expression alone decides. `handicap` is
    what a match of this sort costs.
    """

    match: str
    literal: str | None = None
    like: re.Pattern[str] | None = None
    spelled: re.Pattern[str] | None = None
    blurred: re.Pattern[str] | None = None
    handicap: float = 0.0


def bare(text: str) -> str:
    """Return the letters, digits and characters of a text in lower case, its slots left out."""
    return _APART.sub("", _SLOT.sub("", text).lower())


def words(query: str) -> tuple[str, ...]:
    """Return the terms of a query: what stands between spaces, punctuation left out."""
    terms = (bare(word)[:_CUT] for word in re.split(r"[\s'’]+", query[:400].lower()))
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
    options = [
        " AND ".join(f"chars : {tokens.phrase(part)}" for part in cut) for cut in _cuts(term)
    ]
    return Pattern(" OR ".join(f"({option})" for option in options))


def divided(term: str) -> tuple[Pattern, ...]:
    """Return the other divisions of full pinyin into syllables: shu juan, then shu ju an."""
    if len(term) < _PLAIN or not (term.isascii() and term.isalpha()):
        return ()
    return tuple(_whole(list(row), partial=False) for row in _whole_rows(term)[1:4])


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
    if len(term) > _LONGEST:
        return ()
    if len(term) >= _HALVED:
        return _slipped_half(term)
    found = [_characters(swap) for swap in _swaps(term)]
    for at in range(len(term)):
        left, right = term[:at], term[at + 1 :]
        if len(left) + len(right) >= 2:
            found.append(_near(left, right))
        if at >= 1 and len(term) >= 3:
            found.append(_near(term[:at], term[at:]))
    return tuple(found)


def _slipped_half(term: str) -> tuple[Pattern, ...]:
    """Return the patterns of a longer term: a slip leaves one of its halves as it is."""
    middle = len(term) // 2
    options = [re.escape(swap) for swap in _swaps(term)]
    for at in range(len(term)):
        options.append(re.escape(term[:at]) + ".?" + re.escape(term[at + 1 :]))
        options.append(re.escape(term[:at]) + "." + re.escape(term[at:]))
    halves = any_of((term[:middle], term[middle:]))
    across = term[: middle - 1] + term[middle] + term[middle - 1] + term[middle + 1 :]
    return Pattern(halves, like=_compiled("|".join(options))), _characters(across)


def pairs(terms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the neighbouring characters of all terms, two by two, for a match in part."""
    found = (term[at : at + 2] for term in terms for at in range(len(term) - 1))
    return tuple(dict.fromkeys(pair for pair in found if not _has_letters(pair)))[:24]


def any_of(found: tuple[str, ...]) -> str:
    """Return the full-text expression for entries that hold at least one of some texts."""
    return " OR ".join(f"chars : {tokens.phrase(text)}" for text in found)


def initials_of(term: str) -> Pattern | None:
    """Return the pattern of the initials of two to four Chinese characters, else None."""
    initials = tuple(syllable[:1] for syllable in readings().syllables_of(term))
    if not 2 <= len(initials) <= 4 or "" in initials or _has_letters(term):
        return None
    return _initials(initials)


def _has_letters(term: str) -> bool:
    return any("a" <= character <= "z" for character in term)


def _characters(text: str) -> Pattern:
    found = f"chars : {tokens.phrase(text)}" if len(text) > 1 else f'single : "{text}"'
    return Pattern(found, literal=text)


def _near(left: str, right: str) -> Pattern:
    """Return a pattern for two texts with at most one character between them."""
    if not (left and right):
        return _characters(left or right)
    if len(left) > 1 and len(right) > 1:
        return Pattern(f"chars : NEAR({tokens.phrase(left)} {tokens.phrase(right)}, {_BESIDE})")
    sides = " AND ".join(_characters(side).match for side in (left, right))
    return Pattern(sides, like=_compiled(f"{re.escape(left)}.?{re.escape(right)}"))


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
    patterns = [_characters(letters)] if len(letters) <= 12 else []
    syllables = readings().syllables
    whole = _whole_rows(letters)
    for pieces in whole[:1] if len(letters) >= _PLAIN and whole else _spellings(letters):
        if all(piece in syllables for piece in pieces):
            patterns.append(_whole(list(pieces), partial=False))
        elif (
            len(pieces) > 1
            and len(pieces[-1]) > 1  # one letter begins too many syllables: initials are faster
            and all(piece in syllables for piece in pieces[:-1])
        ):
            patterns.append(_whole(list(pieces), partial=True))
        if len(pieces) > 1 and not all(piece in syllables for piece in pieces):
            patterns.append(_initials(pieces))
    return tuple(patterns)


def _whole_rows(letters: str) -> list[tuple[str, ...]]:
    """Return the divisions of letters into two or more whole syllables, fewest first."""
    syllables = readings().syllables
    rows = _spellings(letters)
    return [row for row in rows if len(row) > 1 and all(piece in syllables for piece in row)]


def _whole(syllables: list[str], *, partial: bool) -> Pattern:
    """Return the pattern of full syllables; of the last only the beginning where `partial`."""
    ends = [
        "" if not partial or n < len(syllables) - 1 else "[a-z]*" for n in range(len(syllables))
    ]
    return Pattern(
        tokens.row(syllables, partial=partial),
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
        handicap=_DIGRAPH if {"zh", "ch", "sh"} & set(pieces) else 0.0,
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
    if not 4 <= len(letters) <= _LONGEST:
        return ()
    if all(len(piece) == 1 for pieces in _spellings(letters)[:1] for piece in pieces):
        return _slipped_initials(letters)
    patterns: list[Pattern] = []
    for swap in _swaps(letters):
        row = _divided(swap).get(len(swap))
        if row is not None:
            patterns.append(_whole(list(row), partial=False))
    return (*patterns, *_mended(letters))


def _mended(letters: str) -> Iterator[Pattern]:
    """Yield patterns of whole syllables of which one is not quite as typed."""
    heads = _divided(letters)
    tails = _divided(letters[::-1], backwards=True)
    for start, head in heads.items():
        for end in range(start + 1, min(start + 8, len(letters) + 1)):
            tail = tails.get(len(letters) - end)
            alike = "|".join(sorted(_alike(letters[start:end])))
            if tail is None or not alike or not (head or tail):
                continue
            sides = " AND ".join(tokens.row(side) for side in (head, tail) if side)
            row = " ".join([*head, f"(?:{alike})", *tail])
            yield Pattern(sides, spelled=_compiled(f" {row} "))


def _divided(letters: str, *, backwards: bool = False) -> dict[int, tuple[str, ...]]:
    """Return for each length a division of the first letters into syllables, where there is one."""
    syllables = readings().syllables
    rows: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(1, len(letters) + 1):
        for start in range(max(end - 6, 0), end):
            row, piece = rows.get(start), letters[start:end]
            piece = piece[::-1] if backwards else piece
            if row is not None and piece in syllables:
                rows[end] = (piece, *row) if backwards else (*row, piece)
                break
    return rows


def _alike(letters: str) -> set[str]:
    """Return the syllables with one letter wrong, missing or superfluous against the letters."""
    known = _shortened()
    found = set(known.get(letters, ()))
    for at in range(len(letters)):
        found.update(known.get(letters[:at] + letters[at + 1 :], ()))
    return found


@lru_cache(maxsize=1)
def _shortened() -> dict[str, list[str]]:
    """Return the syllables by what is left of them when no letter or one is taken out."""
    found: dict[str, list[str]] = {}
    for syllable in sorted(readings().syllables):
        shorter = {syllable[:at] + syllable[at + 1 :] for at in range(len(syllable))}
        for key in shorter | {syllable}:
            found.setdefault(key, []).append(syllable)
    return found


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
