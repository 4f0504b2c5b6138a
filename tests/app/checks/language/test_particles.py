"""的 where 地 or 得 belongs, told by what linear models have learned."""

from __future__ import annotations

import pytest

from app.checks.language.particles import mistaken, particles
from app.checks.reading.passages import Passage


def told(text):
    return [
        text[one.start - 2 : one.start] + one.right + text[one.end : one.end + 2]
        for one in mistaken(text)
    ]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("为了更好的开展工作，现就有关事项通知如下。", ["更好地开展"]),
        ("村民兴高采烈的搬进新居，干部热情的接待了来访群众。", ["采烈地搬进", "热情地接待"]),
        ("要有条不紊的推进整改，保质保量的完成任务。", ["不紊地推进", "保量地完成"]),
        (
            "会议开的很成功，操场打扫的干干净净，文章写的很好。",
            ["议开得很成", "打扫得干干", "章写得很好"],
        ),
    ],
)
def test_manners_before_verbs_and_verbs_before_results_are_told(text, mended):
    assert told(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "形成良好的学习风气，采取严格的管理措施，制定详细的实施方案。",
        "更好的发展平台，更快的办理方式，最有效的治疗手段。",
        "对成效明显的予以激励，公示无异议的签订合同，对屡查屡犯的列入名单。",
        "把行之有效的做法固定下来，不能提供完整的查验记录，身体好的帮身体弱的。",
        "热烈的拥抱，全面的总结，深刻的认识。",
        "他们要做的非常重要，所说的都属实。",
    ],
)
def test_what_says_which_thing_is_left_alone(text):
    assert told(text) == []


def test_a_particle_reaches_to_the_marks_around_it():
    (one,) = particles("会后，认真地听取了意见，逐条记录。")
    assert (one.written, one.left, one.right) == ("地", "认真", "听取了意见")
    assert (one.led, one.followed) == ("，", "，")


def test_what_is_seen_of_a_particle_does_not_tell_which_it_is():
    seen = [
        [one.signs for one in particles(f"会后，认真{which}听取了意见。")] for which in "的地得"
    ]
    assert seen[0] == seen[1] == seen[2] != [[]]


def test_characters_of_words_are_no_particles():
    assert [one.at for one in particles("目的地的得失")] == [3]
    assert [*particles("目的地")] == []


def test_paragraphs_read_as_one_text_are_told_alike():
    texts = ["要有条不紊的推进整改", "整改完成的单位", "会议开的很成功"]
    alone = [(at, [*mistaken(text)]) for at, text in enumerate(texts)]
    assert [*Passage(texts).suspected(mistaken)] == [one for one in alone if one[1]] != []
