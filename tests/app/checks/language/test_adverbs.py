"""的 between how something is done and the verb, told by what a linear model has learned."""

from __future__ import annotations

import pytest

from app.checks.language.adverbs import adverbial, manners
from app.checks.language.learned import SCALE

LEAST = SCALE // 2


def told(text):
    return [text[at - 2 : at + 3] for at, _ in adverbial(text, LEAST)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("为了更好的开展工作，现就有关事项通知如下。", ["更好的开展"]),
        ("村民兴高采烈的搬进新居，干部热情的接待了来访群众。", ["采烈的搬进", "热情的接待"]),
        ("要扎扎实实的推进整改，最大程度的减少损失。", ["实实的推进", "程度的减少"]),
    ],
)
def test_manners_before_verbs_are_told(text, places):
    assert told(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "形成良好的学习风气，采取严格的管理措施，制定详细的实施方案。",
        "更好的发展平台，更快的办理方式，最有效的治疗手段。",
        "对成效明显的予以激励，公示无异议的签订合同，对屡查屡犯的列入名单。",
        "把行之有效的做法固定下来，不能提供完整的查验记录，身体好的帮身体弱的。",
        "热烈的拥抱，全面的总结，深刻的认识。",
    ],
)
def test_what_says_which_thing_is_left_alone(text):
    assert told(text) == []


def test_a_manner_reaches_to_the_marks_around_it():
    (one,) = manners("会后，认真的听取了意见，逐条记录。")
    assert (one.left, one.right, one.followed) == ("认真", "听取了意见", "，")


def test_nothing_is_seen_where_no_verb_follows():
    (one,) = manners("这是很重要的三项工作。")
    assert one.signs == []
