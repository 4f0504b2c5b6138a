"""Tests of the words that are told as put for others of their sound."""

import pytest

from app.checks import Checker
from app.checks.registry import rules
from app.checks.slips.homophones import homophones
from app.document.model import document
from app.document.recognize import recognized


def _told(*lines: str) -> list[str]:
    checker = Checker([rule for rule in rules() if rule.id == "homophone_word"])
    text = recognized(document("工作要点", *lines))
    return [text.texts[f.span.block][f.span.start : f.span.end] for f in checker.run(text)]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("昨天召开防汛工作回忆，安排值班。", "回忆", "会议"),
        ("要大力志愿灾区建设。", "志愿", "支援"),
        ("做好这项工作具有重要异议。", "异议", "意义"),
    ],
)
def test_a_word_that_its_neighbours_do_not_ask_for_is_told(text, wrong, right):
    assert [(one.wrong, one.right) for one in homophones(text)] == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "昨天召开防汛工作会议，安排值班。",
        "老站长写了回忆文章，讲述当年修渠的故事。",
        "组织志愿服务，对处理决定有异议的可以申诉。",
        "理事会应在时限以内答复义工的意见。",
    ],
)
def test_a_word_in_its_place_is_not_told(text):
    assert [*homophones(text)] == []


def test_a_usual_word_is_told_though_it_stands_elsewhere_where_it_belongs():
    assert _told("昨天召开防汛工作回忆，安排值班。", "老站长写了回忆文章。") == ["回忆"]


def test_what_the_text_says_again_in_the_same_words_is_a_term_of_its_own():
    assert _told("昨天召开防汛工作回忆，安排值班。", "今天召开防汛工作回忆，部署巡堤。") == []
