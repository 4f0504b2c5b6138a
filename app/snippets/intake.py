"""What of some foreign snippets is new to a library, and what it knows already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.snippets.model import Snippet
from app.snippets.query import bare


@dataclass(frozen=True, slots=True)
class Intake:
    """Snippets sorted for an import: `changed` have the id of an own one and say something else."""

    new: tuple[Snippet, ...]
    changed: tuple[Snippet, ...]
    known: int

    @property
    def all(self) -> tuple[Snippet, ...]:
        """What is to be put in."""
        return (*self.new, *self.changed)


def sorted_out(given: Iterable[Snippet], own: Iterable[Snippet]) -> Intake:
    """Return what is new of the given snippets against the own ones.

    One without an id is known where the same text is there already, punctuation left aside.
    """
    by_id = {snippet.id: snippet for snippet in own}
    texts = {bare(snippet.text) for snippet in by_id.values()}
    new: list[Snippet] = []
    changed: list[Snippet] = []
    known = 0
    for snippet in given:
        there, text = by_id.get(snippet.id), bare(snippet.text)
        if there == snippet or (there is None and text in texts):
            known += 1
        elif there is not None:
            changed.append(snippet)
        else:
            new.append(snippet)
            texts.add(text)
    return Intake(tuple(new), tuple(changed), known)
