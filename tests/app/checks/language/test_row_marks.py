"""Commas where the members of a row are parted, told by what a linear model has learned."""

from __future__ import annotations

import pytest

from app.checks.language.learned import SCALE
from app.checks.language.row_marks import commas, doubtful

LEAST = 2 * SCALE


def told(text, beside=SCALE):
    return [text[at - 2 : at + 3] for at in doubtful(text, LEAST, beside)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("各站要备足沙袋，铁锹、雨衣等物资。", ["沙袋，铁锹"]),
        ("走访学校，医院、养老院。", ["学校，医院"]),
        ("展出剪纸、刺绣，泥塑等作品六十件。", ["刺绣，泥塑"]),
    ],
)
def test_commas_in_rows_of_many_kinds_are_told(text, rows):
    assert told(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "雨停以后，各村立即清沟排水，抢种晚稻。",
        "会议听取了汇报，审议了方案，通过了决议。",
        "教练由校长赵某、副校长钱某，团委书记孙某担任。",
        "提出“早部署，早行动，早见效”的要求。",
    ],
)
def test_commas_between_clauses_groups_and_in_mottoes_are_left_alone(text):
    assert told(text) == []


def test_a_comma_beside_one_that_is_told_need_be_no_surer_than_not():
    text = "对教室，图书馆，实验楼门口进行消毒。雨停以后，抢种晚稻。"
    assert told(text) == ["教室，图书", "书馆，实验"]
    assert told(text, LEAST) == ["教室，图书"]


def test_a_comma_knows_the_words_up_to_the_marks_around_it():
    (first, second) = commas("备好：沙袋，铁锹和雨衣，发到村里。")
    assert (first.left, first.member, first.join, first.led) == ("沙袋", "铁锹", "和", "：")
    assert (second.left, second.right, second.followed) == ("铁锹和雨衣", "发到村里", "。")
