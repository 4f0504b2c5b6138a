"""Tables of patterns: what is searched for, and that no literal keeps a match from being found."""

import re
import sys
from functools import lru_cache

import pytest
from samples import samples

from app.checks.check import Paragraph
from app.checks.registry import Literals, rules
from app.checks.tables import Table, each

_LINES = [line for r in rules() for example in r.examples for line in example.lines]
_TABLES = {
    f"{r.id}.{name}": table
    for r in rules()
    for name, table in vars(sys.modules[r.function.__module__]).items()
    if isinstance(table, Table)
}


@lru_cache
def _literals(table: Table[str]) -> Literals:
    return Literals([("", table.triggers)])


def _read(table: Table[str], text: str) -> list[tuple[str, str]]:
    paragraph = Paragraph(text, hits=_literals(table).hits(text).get("", ()))
    return [(found[0], told) for found, told in table.found(paragraph)]


def test_the_matches_of_a_pattern_are_told_pattern_after_pattern():
    table = Table[str]([("年", "[0-9]+年", "year"), ("月|日", "[0-9]+[月日]", "day")])
    assert _read(table, "2024年3月5日") == [("2024年", "year"), ("3月", "day"), ("5日", "day")]


def test_a_pattern_is_not_searched_for_where_none_of_its_literals_stands():
    table = Table[str]([("年", "[0-9]+", "year")])
    assert _read(table, "2024") == []
    assert _read(table, "2024年") == [("2024", "year")]


def test_words_are_joined_with_what_is_before_and_behind_them():
    assert each("的", "基础|前提", "上") == "的基础上|的前提上"


@pytest.mark.parametrize("name", sorted(_TABLES))
def test_no_bounds_of_a_repetition_were_taken_for_a_value(name: str):
    for pattern, _ in _TABLES[name].rows:
        assert not re.search(r"\([0-9]+, [0-9]+\)", pattern.pattern)


@pytest.mark.parametrize("name", sorted(_TABLES))
def test_no_literal_keeps_a_match_in_an_example_from_being_found(name: str):
    table = _TABLES[name]
    for line in _LINES:
        every = [(m[0], told) for pattern, told in table.rows for m in pattern.finditer(line)]
        assert _read(table, line) == every


@pytest.mark.parametrize("name", sorted(_TABLES))
def test_no_literal_keeps_what_a_pattern_matches_from_being_found(name: str):
    table = _TABLES[name]
    for pattern, told in table.rows:
        drawn = samples(pattern, 50)
        assert drawn, pattern.pattern
        for text in drawn:
            read = _read(table, text)
            assert all((found[0], told) in read for found in pattern.finditer(text)), text
