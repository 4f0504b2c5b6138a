"""Tables of patterns, each searched for only where one of the literals of its matches stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeAlias, TypeVar

from app.checks.check import Paragraph, Severity, Spot
from app.patterns import regex

Told = TypeVar("Told")


class Table(Generic[Told]):
    """Patterns with what is told of each, in `rows`; `triggers` are for the rule that reads."""

    def __init__(self, rows: Iterable[tuple[str, str | re.Pattern[str], Told]]) -> None:
        """Take rows of literals with bars between them, pattern, what is told of its matches."""
        self.rows: list[tuple[re.Pattern[str], Told]] = []
        self._by_literal: dict[str, tuple[int, ...]] = {}
        for place, (literals, pattern, told) in enumerate(rows):
            self.rows.append((regex(pattern) if isinstance(pattern, str) else pattern, told))
            alone = (place,)  # most literals are of one pattern: all of those share this
            for literal in literals.split("|"):
                known = self._by_literal.get(literal)
                self._by_literal[literal] = alone if known is None else (*known, place)
        self.triggers = tuple(self._by_literal)

    def found(
        self, paragraph: Paragraph, text: str | None = None
    ) -> Iterator[tuple[re.Match[str], Told]]:
        """Yield the matches of the patterns in a paragraph, pattern after pattern.

        `text` is what to search in place of its own, such as that of its figures.
        """
        by_literal, hits = self._by_literal, paragraph.hits
        searched = paragraph.text if text is None else text
        if len(hits) == 1:
            places = by_literal.get(hits[0][0], ())
        else:
            places = sorted({place for one in hits for place in by_literal.get(one[0], ())})
        for place in places:
            pattern, told = self.rows[place]
            for match in pattern.finditer(searched):
                yield match, told


# Literals, pattern with the stretch `odd`, what is said of it, what stands in its place (None: not
# certain), whether it is but a hint; `{}` is the stretch itself.
Wording: TypeAlias = tuple[str, str, str, str | None] | tuple[str, str, str, str | None, bool]


class Wordings(Table[tuple[str, str | None, bool]]):
    """Wordings to avoid, each told alike: the stretch `odd` of its match is wrong."""

    def __init__(self, rows: Iterable[Wording]) -> None:
        """Take the rows."""
        super().__init__(
            [
                (literals, pattern, (said, fix, any(mild)))
                for literals, pattern, said, fix, *mild in rows
            ]
        )

    def spots(self, paragraph: Paragraph) -> Iterator[Spot]:
        """Yield what is wrong with a paragraph, pattern after pattern."""
        for found, (said, fix, mild) in self.found(paragraph):
            odd = found["odd"]
            mend = None if fix is None else fix.format(odd)
            severity = Severity.HINT if mild else None
            yield Spot(*found.span("odd"), said.format(odd), mend, severity=severity)


def each(before: str, words: str, behind: str = "") -> str:
    """Return words with bars between them, with the same before and behind each of them."""
    return "|".join([f"{before}{word}{behind}" for word in words.split("|")])
