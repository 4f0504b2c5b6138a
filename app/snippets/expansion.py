"""Numbered abbreviations and their members: “四个意识” ↔ 政治意识、大局意识、核心意识、看齐意识."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.snippets.model import Snippet

_BETWEEN = "(?:[、，；](?:和|以及)?|和|与|以及)"


@dataclass(frozen=True, slots=True)
class Expansion:
    """A stretch of a text, from `start` up to `end`, and what may stand in its place."""

    start: int
    end: int
    text: str
    snippet: str  # the id of the formulation


class Expander:
    """The abbreviations of a library with their members."""

    def __init__(self, snippets: Iterable[Snippet]) -> None:
        """Take the snippets that have members; the others are passed over."""
        self._entries = sorted(
            (snippet for snippet in snippets if snippet.members),
            key=lambda snippet: -len(snippet.title),
        )

    def expansions(self, text: str, at: int, day: dt.date | None = None) -> list[Expansion]:
        """Return what the abbreviation at an offset stands for; several where it has meanings.

        The quotation marks around it are replaced with it. Meanings that do not hold on `day` come
        last.
        """
        found: list[tuple[bool, Expansion]] = []
        longest = 0
        for entry in self._entries:
            name = entry.title.split("（")[0].strip("“”")
            if len(name) < longest:
                break
            start = text.find(name, max(at - len(name) - 1, 0), at + len(name) + 1)
            if start < 0:
                continue
            end = start + len(name)
            if text[start - 1 : start] == "“" and text[end : end + 1] == "”":
                start, end = start - 1, end + 1
            longest = len(name)
            members = _listed(entry.members)
            found.append((not entry.valid_on(day), Expansion(start, end, members, entry.id)))
        return [expansion for _, expansion in sorted(found, key=lambda pair: pair[0])]

    def contractions(self, text: str, day: dt.date | None = None) -> list[Expansion]:
        """Return the rows of members in a text with the abbreviation for each, in its order."""
        found: list[Expansion] = []
        for entry in self._entries:
            name = "“" + entry.title.split("（")[0].strip("“”") + "”"
            if not entry.valid_on(day):
                continue
            row = _BETWEEN.join(re.escape(member) for member in entry.members)
            found += [
                Expansion(match.start(), match.end(), name, entry.id)
                for match in re.finditer(row, text)
            ]
        return sorted(found, key=lambda expansion: expansion.start)


def _listed(members: tuple[str, ...]) -> str:
    """Return members in a row; those that hold a comma themselves stand apart by semicolons."""
    if any("，" in member or "；" in member for member in members):
        return "；".join(members)
    return ("，" if any("、" in member for member in members) else "、").join(members)
