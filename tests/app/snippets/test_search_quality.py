"""What people type finds what they mean: the table of tests/golden/snippets/queries.tsv."""

from __future__ import annotations

import pytest
from snippet_queries import QUERIES, mean_reciprocal_rank, ranks

from app.snippets import shipped

SORTS = {
    "characters": 0.9,
    "words": 0.9,
    "pinyin": 0.9,
    "initials": 0.85,
    "mixed": 0.9,
    "slips": 0.85,
}


@pytest.fixture(scope="module")
def found():
    return ranks()


def test_the_table_is_large_enough_and_names_entries_that_exist():
    titles = {snippet.title for snippet in shipped().listing()}
    assert len(QUERIES) >= 150
    assert {row.expected for row in QUERIES} <= titles
    assert {row.sort for row in QUERIES} == set(SORTS)


def test_the_mean_reciprocal_rank_over_all_queries_is_high(found):
    assert mean_reciprocal_rank(found) >= 0.9


@pytest.mark.parametrize("sort", SORTS)
def test_each_way_of_typing_finds_what_is_meant(found, sort):
    assert mean_reciprocal_rank(found, [sort]) >= SORTS[sort]
