"""A table of contents above the text: its lines are no headings, and what they name is a title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.document.model import Role
from app.document.pieces import is_contents
from app.document.recognize.lines import Line
from app.patterns import regex

_BLANK = regex(r"\s+")
_BESIDE = regex(r"^[▲△●○◆◇★☆■□•·*※◎►▶➤]+|[.．…·。\s\t]*[（(]?[0-9０-９]{0,3}[）)]?$|[：:，,、]")
_MOST = 60
_LEAST_ROWS = 4


def contents(found: Sequence[Line]) -> dict[int, Role]:
    """Return the roles of the lines of a table of contents and of the titles it names.

    A line below 目录 belongs to it where the same words stand in a line of their own further down.
    Without a number that line is the title of one of several papers.
    """
    made: dict[int, Role] = {}
    for n, line in enumerate(found):
        if line.at not in made and is_contents(line.text):
            rows = _listed(found, n + 1)
            made.update({line.at: Role.BODY, **rows} if rows else {})
    made.update(_unannounced(found))
    return made


def _unannounced(found: Sequence[Line]) -> dict[int, Role]:
    """Return the roles of a table of contents without 目录 above: all its lines come once more.

    It begins with a number 1 and goes to where the same line stands again.
    """
    first: dict[str, int] = {}
    for n, line in enumerate(found):
        if line.lead is None or line.lead.value != 1 or line.ended:
            continue
        begun = first.setdefault(line.text, n)
        if not _LEAST_ROWS <= n - begun <= _MOST or any(row.sentence for row in found[begun:n]):
            continue
        rows = found[begun:n]
        below = {_key(row.text) for row in found[n:]}
        if all(_key(row.text) in below for row in rows):
            return {row.at: Role.BODY for row in rows}
    return {}


def _listed(found: Sequence[Line], first: int) -> dict[int, Role]:
    """Return the roles of the lines listed from a place on and of those they name."""
    rows: list[tuple[Line, Line]] = []
    places: dict[str, list[int]] = {}
    for n, line in enumerate(found[first:], first):
        places.setdefault(_key(line.text), []).append(n)
    named: set[int] = set()
    for n, line in enumerate(found[first : first + _MOST], first):
        if line.at in named:
            break
        later = _later(places, n, line.text) or _later(places, n, line.rest)
        if later is None or line.sentence:
            break
        rows.append((line, found[later]))
        named.add(found[later].at)
    if len(rows) < 2:
        return {}
    made = {line.at: Role.BODY for line, _ in rows}
    made |= {later.at: Role.TITLE for _, later in rows if later.lead is None}
    return made


def _later(places: Mapping[str, Sequence[int]], n: int, words: str) -> int | None:
    """Return the next place behind line `n` where the same words stand."""
    return next((at for at in places.get(_key(words), ()) if at > n), None)


def _key(text: str) -> str:
    """Return the words of a line without marks, bullets and page number."""
    return _BLANK.sub("", _BESIDE.sub("", text))
