"""The shipped library: found by characters, pinyin and initials, best first."""

from __future__ import annotations

import pytest

from app.snippets import Place, complete, shipped


@pytest.fixture(scope="module")
def library():
    return shipped()


@pytest.mark.parametrize("query", ["妥否", "tuofou", "tf", "妥否 批示", "批示 妥否", "妥fou"])
def test_the_closing_of_a_request_is_found_first(library, query):
    assert library.search(query)[0].text == "妥否，请批示。"


def test_an_empty_query_suggests_what_fits_the_place(library):
    found = library.search("", place=Place.CLOSING, limit=10)
    assert len(found) == 10
    assert {snippet.place for snippet in found} == {Place.CLOSING}


def test_what_fits_nothing_finds_nothing(library):
    assert library.search("qqqqqq") == []
    assert library.search("，。；") == library.search("")


def test_no_query_breaks_the_search(library):
    for query in ['"', "'", "*", "a*", "^", "NEAR(", "col : x", "（）", "【", "\x00", "建" * 500]:
        library.search(query)


def test_what_is_used_comes_before_its_equals():
    library = shipped()
    before = [snippet.id for snippet in library.search("特此")]
    library.used(before[3])
    assert library.search("特此")[0].id == before[3]


def test_categories_count_their_branches(library):
    for category in library.categories():
        assert category.count >= sum(child.count for child in category.children)
    assert sum(c.count for c in library.categories()) == len(library.listing())


def test_a_known_beginning_is_completed():
    assert "妥否，请批示。" in complete("妥否")
    assert complete("妥") == []
