"""The word lists under resources/lexicons, read into values."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from app.lexicons import in_use, rows
from app.patterns import regex

_DATED = regex(r"^#.*资料截至\s*(\d{4})-(\d{1,2})")
_SINGULAR = regex(r"\(\?[aiLmsuxP]|\\[0-9]")  # flags, names and numbers of groups stand alone
# A pattern of nothing but words with bars between them, perhaps in a group.
_WORDS = regex(r"(\(\?:)?([^\\.^$*+?{}\[\]()]*)(?(1)\))")


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


@lru_cache(maxsize=32)
def data_date(name: str) -> str:
    """Return the month up to which the facts of a lexicon reach, as it says itself; "" if not."""
    with in_use(name).open(encoding="utf-8-sig") as lines:
        said = next((found for line in lines if (found := _DATED.search(line))), None)
    return f"{said[1]}年{int(said[2])}月" if said else ""


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


@dataclass(frozen=True, slots=True)
class Confusable:
    """A word that stands for another where what precedes and what follows fit."""

    right: str
    before: str
    behind: re.Pattern[str]
    why: str

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether the word at this place stands in the context in which it is wrong."""
        if self.behind.match(text, end) is None:
            return False
        return bool(_ending(self.before)(text[max(start - 24, 0) : start]))


@cache
def _ending(before: str) -> Callable[[str], object]:
    """Return what tells whether a pattern stands right before a word: few are ever asked for.

    Words with bars between them are no work to look for; to compile a pattern is.
    """
    plain = _WORDS.fullmatch(before)
    if plain:
        words = tuple(plain[2].split("|"))
        return lambda text: text.removesuffix("\n").endswith(words)
    return re.compile(f"(?:{before})$").search


class Confusables:
    """The words that one word is taken for, each with its context."""

    def __init__(self, entries: Sequence[Confusable]) -> None:
        """Take the words in the order in which their contexts are looked for."""
        self._entries = tuple(entries)

    @cached_property
    def behind(self) -> Callable[[str, int], object]:
        """What tells whether any of the contexts may follow a word: most places fit none."""
        if len(self._entries) == 1:
            return self._entries[0].behind.match
        joined = "|".join([f"(?:{one.behind.pattern})" for one in self._entries])
        return re.compile("" if _SINGULAR.search(joined) else joined).match

    def meant(self, text: str, start: int, end: int) -> Confusable | None:
        """Return what the word at this place is taken for, None where it fits no context."""
        return next((one for one in self._entries if one.fits(text, start, end)), None)


@lru_cache(maxsize=1)
def confusables() -> dict[str, Confusables]:
    """Return word → the words it is taken for."""
    found: dict[str, list[Confusable]] = {}
    for row in rows("confusables.tsv"):
        wrong, right, before, behind, why = (row + [""] * 3)[:5]
        for one in wrong.split("|"):
            entry = Confusable(right, before, regex(behind), why)
            found.setdefault(one, []).append(entry)
    return {wrong: Confusables(entries) for wrong, entries in found.items()}


@dataclass(frozen=True, slots=True)
class Formulation:
    """A fixed phrase: its name, groups of members in order, months of validity, and how sure."""

    id: str
    category: str
    name: str
    groups: tuple[tuple[str, ...], ...]
    since: str
    until: str
    successor: str
    certainty: str
    basis: str


@lru_cache(maxsize=1)
def formulations() -> tuple[Formulation, ...]:
    """Return all formulations, in the order of the file."""
    found: list[Formulation] = []
    for row in rows("formulations.tsv"):
        id_, category, name, members, *rest = [*row, *[""] * 9][:9]
        groups = tuple([tuple(group.split("|")) for group in members.split("||") if group])
        found.append(Formulation(id_, category, name, groups, *rest))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Dated:
    """What is known of a wording: what is right, from when to when it holds, and how sure."""

    right: str
    id: str
    certainty: str
    since: str
    until: str
    excuses: tuple[str, ...]

    def excused(self, text: str, start: int, end: int) -> bool:
        """Whether what stands around the wording makes it right."""
        around = text[max(start - 20, 0) : end + 20]
        return any(re.search(excuse, around) for excuse in self.excuses)


@lru_cache(maxsize=1)
def misquotes() -> dict[str, Dated]:
    """Return misquoted wording → what is right."""
    found: dict[str, Dated] = {}
    for row in rows("misquotes.tsv"):
        wrong, right, id_, certainty, excuse = [*row, ""][:5]
        found[wrong] = Dated(right, id_, certainty, "", "", (excuse,) if excuse else ())
    return found


@lru_cache(maxsize=1)
def superseded() -> dict[str, Dated]:
    """Return wording that holds for a time → from when to when, and what came after."""
    found: dict[str, Dated] = {}
    for row in rows("superseded.tsv"):
        wording, since, until, right, certainty, id_, excuse = [*row, ""][:7]
        found[wording] = Dated(right, id_, certainty, since, until, (excuse,) if excuse else ())
    return found


@lru_cache(maxsize=1)
def institutions() -> dict[str, Dated]:
    """Return old name of an institution → new name and the month from which it holds."""
    found: dict[str, Dated] = {}
    for row in rows("institutions.tsv"):
        name, until, right, id_, excuse = [*row, ""][:5]
        found[name] = Dated(right, id_, "H", "", until, (excuse,) if excuse else ())
    return found


@lru_cache(maxsize=1)
def variants() -> dict[str, str]:
    """Return the variant forms of words → the form to prefer."""
    return {row[0]: row[1] for row in rows("variants.tsv")}


@lru_cache(maxsize=512)
def source_of(id_: str) -> str:
    """Return what a message says about where an entry comes from, the date of the data included."""
    entry = next((one for one in formulations() if one.id == id_), None)
    basis = entry.basis if entry else "语言惯例"
    return sourced(basis, "formulations.tsv")


def sourced(basis: str, name: str) -> str:
    """Return what a message says about a basis and the date of the lexicon that names it."""
    return f"（依据：{basis}；资料截至{data_date(name)}）"


def _excuses(text: str, start: int, end: int, excuse: str) -> bool:
    """Whether text[start:end] is part of a longer word, or its surroundings match `~pattern`."""
    if excuse.startswith("~"):
        return re.search(excuse[1:], text[max(start - 20, 0) : end + 40]) is not None
    return text.find(excuse, max(end - len(excuse), 0), start + len(excuse)) != -1
