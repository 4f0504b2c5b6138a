"""Which paragraphs behind the last section still belong to it, and which speak of the whole."""

from __future__ import annotations

import pytest
from trees import tree

ROW = "某局汇报\n一、抓学习\n每周读书。\n二、抓作风\n每月查访。\n"


@pytest.mark.parametrize(
    "closing",
    [
        "存在的主要问题是，一是少；二是慢。",
        "当然，也有一些缺点：一是少；二是慢。",
        "希望大家：一是早；二是实。",
        "一年来，工作取得了一些成绩，但也存在不足：一是少；二是慢。",
        "2025年，我们将做好：一是早；二是实。",
    ],
)
def test_a_closing_paragraph_behind_sections_with_text_of_their_own_belongs_to_none(closing):
    assert tree(ROW + closing).split("\n")[2].startswith("p 一是")


def test_a_paragraph_whose_topic_the_heading_names_stays_in_the_section():
    text = ROW + "三、问题和打算\n人手还不够。\n下一步，一是补人；二是补课。"
    assert tree(text).endswith("h 三、|问题和打算\n  p 一是|补人\n  p 二是|补课")


def test_a_paragraph_such_as_each_section_has_stays_in_the_section():
    text = "某局汇报\n一、学习\n已办。\n下一步，办班。\n二、作风\n已查。\n下一步，一是查；二是改。"
    assert tree(text).endswith("h 二、|作风\n  p 一是|查\n  p 二是|改")


def test_a_closing_paragraph_before_a_further_section_belongs_to_the_one_before():
    text = ROW + "希望大家：一是早；二是实。\n三、抓落实\n定期通报。"
    assert tree(text).split("\n")[2] == "  p 一是|早"


def test_the_cases_counted_are_those_of_all_sections_though_one_names_faults():
    text = (
        "某县通报\n一、甲乡推诿问题\n甲乡推了。\n二、乙镇拖延问题\n乙镇拖了。\n"
        "以上2起案例，教训深刻：一要早查；二要严查。"
    )
    assert tree(text).split("\n")[2] == "p 一要|早查"
