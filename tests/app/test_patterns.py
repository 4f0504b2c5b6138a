"""Patterns that wait for their first use."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import app
from app.patterns import regex


def waiting() -> list[tuple[str, re.Pattern[str]]]:
    """Return the patterns of all modules that have not been compiled with them, by name."""
    kind = type(regex(""))
    modules = [
        import_module(one.name)
        for one in walk_packages(app.__path__, "app.")
        if not one.name.endswith("__main__")
    ]
    return [
        (f"{module.__name__}.{name}", value)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, kind)
    ]


def test_every_pattern_is_a_sound_one():
    found = waiting()
    assert len(found) > 500
    for name, one in found:
        try:
            re.compile(one.pattern)
        except re.error as error:
            pytest.fail(f"{name}: {error}")


def test_a_pattern_does_what_a_compiled_one_does():
    one, other = regex("([ab])(c)?", re.IGNORECASE), re.compile("([ab])(c)?", re.IGNORECASE)
    text = "Ac b"
    assert one.findall(text) == other.findall(text)
    assert [found.span() for found in one.finditer(text, 1)] == [(3, 4)]
    assert one.sub("x", text) == other.sub("x", text)
    assert (one.groups, one.pattern) == (other.groups, other.pattern)


def test_a_mistake_is_told_when_the_pattern_is_used():
    one = regex("(")
    with pytest.raises(re.error):
        one.search("")
