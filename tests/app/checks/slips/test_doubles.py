"""Tests of the characters that are told as typed twice by what is learned."""

import pytest

from app.checks.slips.doubles import joined, likely


@pytest.mark.parametrize(
    ("text", "at"),
    [("在实践中提提高本领。", 4), ("集集中整治一批问题。", 0), ("要加加强领导。", 1)],
)
def test_a_character_before_the_word_that_it_begins_is_left_over(text, at):
    assert likely(text, at)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("县市市场监管局牵头。", 1),
        ("盏盏红灯挂在村口。", 0),
        ("强强联合，优势互补。", 0),
        ("开发组组织结构调整。", 2),
    ],
)
def test_a_character_said_twice_or_of_two_words_is_not(text, at):
    assert not likely(text, at)


def test_the_words_that_two_like_characters_belong_to_are_the_longest():
    assert joined("机关关系密切", 1) == (2, 2)
    assert joined("提提高", 0) == (0, 2)
