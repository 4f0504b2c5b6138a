"""Mends of many places in one change."""

from __future__ import annotations

from app.checks.mending import together
from app.document.edits import Splice, TextEdit, apply
from app.document.model import document


def mended(texts, *mends):
    taken, edits = together(mends)
    return apply(document(*texts), edits).texts, len(taken)


def test_mends_of_one_block_go_in_from_behind():
    assert mended(
        ["甲，，乙。。丙"], [TextEdit(0, 1, 3, "，")], [TextEdit(0, 4, 6, "。")]
    ) == (("甲，乙。丙",), 2)  # fmt: skip


def test_lines_that_go_do_not_shift_what_is_mended_below_and_above():
    mends = [Splice(0, 1)], [TextEdit(1, 0, 1, "乙")], [Splice(2, 3)], [TextEdit(3, 0, 1, "丁")]
    assert mended(["广告", "一", "广告", "二"], *mends) == (("乙", "丁"), 4)


def test_of_two_mends_that_meet_the_first_goes_in_whole_and_the_other_not_at_all():
    pair = [TextEdit(0, 0, 1, "“"), TextEdit(0, 2, 3, "”")]
    other = [TextEdit(0, 2, 4, "。"), TextEdit(0, 5, 6, "！")]
    assert mended(['"甲"。乙！'], pair, other) == (("“甲”。乙！",), 1)


def test_a_line_that_goes_takes_its_own_mends_along():
    assert mended(["广告。。", "正文"], [Splice(0, 1)], [TextEdit(0, 2, 4, "。")]) == (("正文",), 1)


def test_two_insertions_at_one_point_are_one_too_many():
    assert mended(["甲乙"], [TextEdit(0, 1, 1, "、")], [TextEdit(0, 1, 1, "和")]) == (
        ("甲、乙",),
        1,
    )
