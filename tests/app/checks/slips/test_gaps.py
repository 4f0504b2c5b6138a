"""Tests of the characters that are told as left out of a word of two."""

import pytest

from app.checks.slips.gaps import gaps


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("各村要加大传力度。", 5, "宣传"),
        ("为了进一步高工作效率，制定本方案。", 5, "提高"),
        ("要组织发动众积极参与。", 5, "群众"),
        ("办法自印发之日起切实加组织领导。", 10, "加强"),
    ],
)
def test_a_character_whose_neighbours_ask_for_its_word_is_told(text, at, word):
    assert [(one.start, one.word) for one in gaps(text)] == [(at, word)]


@pytest.mark.parametrize(
    "text",
    [
        "各村要加大宣传力度。",
        "参加人员须提前到场，因事需请假的报组长。",
        "做到依法依规、公私分明。",
        "传、帮、带相结合。",
        "督",
    ],
)
def test_a_character_that_may_stand_alone_is_not_told(text):
    assert [*gaps(text)] == []
