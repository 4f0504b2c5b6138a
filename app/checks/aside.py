"""Findings that the writer has put aside: the keys by which a document remembers them.

A key tells a rule, a wording of a rule, or one place: the wording, a few characters on both sides
and where it stood. A place is found again after what stands beside it was changed, and of several
places that look alike the nearest is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from app.checks.check import Finding
from app.document.ends import common_head
from app.document.model import Document
from app.patterns import regex

_BESIDE = 12  # characters on each side of a place that are remembered
_SHOWN = 8  # characters on each side that the list of what is put aside shows
_ENOUGH = 4  # of them on one side tell a place
_HERE = regex(
    r"(?P<rule>[^@=]*)@(?P<before>.*)⟦(?P<said>.*)⟧(?P<after>.*)#(?P<place>[0-9]+:[0-9]+)"
)


class _Place(NamedTuple):
    """A place: what stands there, before it and after it, and where that is."""

    before: str
    said: str
    after: str
    block: int
    start: int

    def likeness(self, other: _Place) -> int:
        """Return how many characters beside two places are the same, -1 where that is too few.

        They are enough where one side is the same, or half of both together.
        """
        if self.said != other.said:
            return -1
        before = common_head(self.before[::-1], other.before[::-1])
        after = common_head(self.after, other.after)
        whole = len(self.before), len(self.after)
        side = _ENOUGH <= before == whole[0] or _ENOUGH <= after == whole[1]
        return before + after if side or 2 * (before + after) >= sum(whole) else -1

    def distance(self, other: _Place) -> tuple[int, int]:
        """Return how many blocks, and characters, lie between two places."""
        return abs(self.block - other.block), abs(self.start - other.start)


def keys(found: Finding, document: Document) -> tuple[str, str, str]:
    """Return the keys under which a finding can be put aside: here, this wording, this rule."""
    before, said, after, block, start = _place(found, document)
    here = f"{found.check}@{before}⟦{said}⟧{after}#{block}:{start}"
    return here, _wording(found, said), found.check


def told(key: str) -> tuple[str, str, str]:
    """Return the rule of a key, the sort of key (@ a place, = a wording, "" a rule), the words."""
    here = _HERE.fullmatch(key)
    if here is not None:
        before, after = here["before"][-_SHOWN:], here["after"][:_SHOWN]
        return here["rule"], "@", f"…{before}〔{here['said']}〕{after}…"
    rule, sort, words = key.partition("=")
    return rule, sort, words


def kept(made: Sequence[Finding], document: Document) -> Sequence[Finding]:
    """Return the findings that are not put aside in the document, in their order."""
    ignored = document.details.ignored
    if not ignored:
        return made
    remembered: dict[str, list[_Place]] = {}
    for key in ignored:
        if (here := _HERE.fullmatch(key)) is not None:
            remembered.setdefault(here["rule"], []).append(_remembered(here))
    rules = {key.partition("=")[0] for key in ignored}.union(remembered)
    aside, places = set[int](), dict[str, dict[int, _Place]]()
    for found in made:
        if found.check in rules:
            place = _place(found, document)
            if found.check in ignored or _wording(found, place.said) in ignored:
                aside.add(id(found))
            else:
                places.setdefault(found.check, {})[id(found)] = place
    for rule, known in remembered.items():
        aside.update(_taken(known, places.get(rule, {})))
    return [found for found in made if id(found) not in aside]


def _wording(found: Finding, said: str) -> str:
    return f"{found.check}={said}"


def _taken(known: Iterable[_Place], places: Mapping[int, _Place]) -> set[int]:
    """Return the names of the places that are those remembered, each of these taken once."""
    taken = set[int]()
    for one in sorted(known, key=lambda place: (place.block, place.start)):
        like = [
            (-likeness, one.distance(place), name)
            for name, place in places.items()
            if name not in taken and (likeness := one.likeness(place)) >= 0
        ]
        if like:
            taken.add(min(like)[-1])
    return taken


def _place(found: Finding, document: Document) -> _Place:
    block, start, end = found.span.block, found.span.start, found.span.end
    text = document.blocks[block].text
    # An indent of spaces may become one of the layout when the text is saved.
    before = text[max(start - _BESIDE, 0) : start].lstrip()
    after = text[end : end + _BESIDE].rstrip()
    return _Place(_line(before), _line(text[start:end]), _line(after), block, start)


def _line(words: str) -> str:
    """Return words of a table, or of lines in one paragraph, as one line."""
    return " ".join(words.splitlines())


def _remembered(here: re.Match[str]) -> _Place:
    block, start = map(int, here["place"].split(":"))
    return _Place(here["before"], here["said"], here["after"], block, start)
