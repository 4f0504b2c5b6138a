"""All rules, found by walking app.checks.rules, and the automaton that looks for literals."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from threading import RLock

import ahocorasick_rs

from app.checks.check import GROUPS, Hit, Rule

_reading = RLock()  # a module must not be forgotten while a worker imports it


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return every rule, by group in the order of GROUPS, then by id.

    Raises ValueError where a file of the package does not hold a rule of its own name.
    """
    with _reading:
        found = _found()
    return tuple(sorted(found, key=lambda r: (GROUPS.index(r.group), r.id)))


def _found() -> list[Rule]:
    package = import_module("app.checks.rules")
    found: list[Rule] = []
    for module in iter_modules(package.__path__):
        if module.name.startswith("_"):
            continue
        value = getattr(import_module(f"{package.__name__}.{module.name}"), module.name, None)
        if not isinstance(value, Rule):
            raise ValueError(  # noqa: TRY004  the file is wrong, not a type
                f"{module.name}.py holds no rule of that name"
            )
        found.append(value)
    return found


def read_anew() -> None:
    """Forget all that was read from lexicons: another one is in force.

    The rules hold theirs from when they were imported, so they are imported again when next asked
    for; a check that is under way goes on with the old ones.
    """
    room = f"{__name__.rpartition('.')[0]}."
    with _reading:
        for name, module in list(sys.modules.items()):
            if name.startswith(f"{room}rules."):
                del sys.modules[name]
            elif name.startswith(room):
                for value in list(vars(module).values()):
                    if hasattr(value, "cache_clear"):
                        value.cache_clear()


class Literals:
    """The trigger literals of some owners in one automaton; several owners may share a literal."""

    def __init__(self, triggers: Iterable[tuple[str, Iterable[str]]]) -> None:
        """`triggers` are (owner, literals)."""
        owners: dict[str, tuple[str, ...]] = {}
        for owner, literals in triggers:
            alone = (owner,)  # most literals have one owner: all of those share this
            for literal in dict.fromkeys(literals):
                owners[literal] = (*owners[literal], owner) if literal in owners else alone
        self._literals = tuple(owners)
        self._owners = tuple(owners.values())
        self._automaton = ahocorasick_rs.AhoCorasick(self._literals) if owners else None

    def hits(self, text: str) -> dict[str, list[Hit]]:
        """Return by owner where its literals stand in a text, overlapping ones included."""
        found: dict[str, list[Hit]] = {}
        if self._automaton is None:
            return found
        literals, by_number = self._literals, self._owners
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            hit = (literals[number], start, end)
            for owner in by_number[number]:
                if owner in found:
                    found[owner].append(hit)
                else:
                    found[owner] = [hit]
        return found
