"""Texts that regular expressions match, drawn at random from what they are made of."""

from __future__ import annotations

import re
from importlib import import_module
from random import Random
from typing import Any

# The tree of a pattern is not public, yet has been the same for many versions of Python.
_parser = import_module("re._parser")
_kinds = import_module("re._constants")
_FILLING = "工作情况安排部门要求落实村民学校道路建设"


def samples(pattern: re.Pattern[str], number: int) -> list[str]:
    """Return that many texts with a match of a pattern, fewer where they are hard to draw.

    They are the same at each call. What looks around is written out or left to chance, so some
    of what is drawn does not match and is not returned.
    """
    draw = Random(pattern.pattern)  # noqa: S311  nothing is to be kept secret
    tree = _parser.parse(pattern.pattern)
    found: list[str] = []
    for _ in range(20 * number):
        before = draw.choice(("", "".join(draw.choices(_FILLING, k=6))))
        text = before + _Sample(draw).of(tree) + draw.choice(("", "工作"))
        if pattern.search(text):
            found.append(text)
            if len(found) == number:
                break
    return found


class _Sample:
    """One text drawn from the tree of a pattern, with what its groups hold."""

    def __init__(self, draw: Random) -> None:
        self._draw = draw
        self._groups: dict[int, str] = {}

    def of(self, tree: Any) -> str:
        return "".join(self._part(kind, value) for kind, value in tree)

    def _part(self, kind: Any, value: Any) -> str:
        text = ""
        if kind is _kinds.LITERAL:
            text = chr(value)
        elif kind in (_kinds.ANY, _kinds.NOT_LITERAL):
            text = self._draw.choice(_FILLING)
        elif kind is _kinds.IN:
            text = self._member(value)
        elif kind is _kinds.BRANCH:
            text = self.of(self._draw.choice(value[1]))
        elif kind is _kinds.SUBPATTERN:
            text = self._groups[value[0]] = self.of(value[-1])
        elif kind is _kinds.GROUPREF:
            text = self._groups.get(value, "")
        elif kind in (_kinds.MAX_REPEAT, _kinds.MIN_REPEAT, _kinds.POSSESSIVE_REPEAT):
            least, most, tree = value
            times = self._draw.randint(least, min(most, least + 3))
            text = "".join(self.of(tree) for _ in range(times))
        elif kind is _kinds.ASSERT and self._draw.random() < 0.8:
            text = self.of(value[1])
        return text

    def _member(self, members: Any) -> str:
        """Return one of a set of characters; of one that leaves some out, any of the filling."""
        kind, value = self._draw.choice(members)
        if members[0][0] is _kinds.NEGATE:
            return self._draw.choice(_FILLING)
        if kind is _kinds.LITERAL:
            return chr(value)
        if kind is _kinds.RANGE and value[1] - value[0] < 100:
            return chr(self._draw.randint(*value))
        return "3" if kind is _kinds.CATEGORY else self._draw.choice(_FILLING)
