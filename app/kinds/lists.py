"""Lists that a notice lays down and a text follows point by point: 对照方面 of the year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.document.model import HEADINGS, Document
from app.document.numbering import to_chinese
from app.kinds.model import Kind, KindRule, Listed

_LEADS = "带头"  # left out by some when they write a heading
_STOP = re.compile(r"[，、]")


def _lists_for(kind: Kind, heading: str) -> tuple[Listed, ...]:
    """Return the lists of a kind that hold for a text of this title."""
    return tuple(one for one in kind.lists if one.if_title.search(heading))


def listed_values(kind: Kind, heading: str) -> dict[str, str]:
    """Return the values of the lists for a title by their slots, such as 对照方面一."""
    return {
        _slot(one, number): value
        for one in _lists_for(kind, heading)
        for number, value in enumerate(one.values, 1)
    }


def fitted(kind: Kind, heading: str, document: Document) -> Document:
    """Return a starting text without the sections for which the lists of its title have no value.

    Such a section is the heading with the slot and what stands below it, up to the next heading.
    """
    gone: set[int] = set()
    blocks = document.blocks
    for one in _lists_for(kind, heading):
        known = {f"【{_slot(one, number)}】" for number in range(1, len(one.values) + 1)}
        inside = False
        for number, block in enumerate(blocks):
            if block.role in HEADINGS:
                slots = set(
                    re.findall(rf"【{re.escape(one.name)}[一二三四五六七八九十]+】", block.text)
                )
                inside = bool(slots) and slots.isdisjoint(known)
            if inside:
                gone.add(number)
    return replace(document, blocks=tuple(b for n, b in enumerate(blocks) if n not in gone))


def rules_of(kind: Kind, heading: str) -> Iterator[KindRule]:
    """Yield a rule for each value that a heading of the text must take up, by its first words."""
    for one in _lists_for(kind, heading):
        for number, value in enumerate(one.values, 1):
            words = _STOP.split(value.removeprefix(_LEADS))[0]
            yield KindRule(
                id=f"{one.id}-{number}",
                severity="hint",  # a notice may be taken up in other words
                message=f"{one.source}规定的“{value}”没有写到。",
                pattern=re.compile(re.escape(words)),
                least=1,
                most=None,
                roles=one.roles,
            )


def _slot(listed: Listed, number: int) -> str:
    return f"{listed.name}{to_chinese(number)}"
