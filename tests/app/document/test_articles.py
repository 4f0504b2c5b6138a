"""Articles whose number runs into the text."""

from __future__ import annotations

from trees import tree

RULES = "某市管理规定\n第一条为规范管理，制定本规定。\n第二条本市范围内适用本规定。\n"


def test_numbers_in_a_row_are_those_of_articles():
    assert tree(RULES + "第三条主管部门负责实施。\n乡镇予以配合。") == (
        "i 第一条|为规范管理，制定本规定\ni 第二条|本市范围内适用本规定\ni 第三条|主管部门负责实施"
    )


def test_a_number_alone_and_one_that_is_spoken_of_are_references():
    assert tree("某市通知\n一、依据\n第三条措施要落实。\n二、要求\n按时完成。") == (
        "h 一、|依据\nh 二、|要求"
    )
    assert tree("某市说明\n第三条规定了职责。\n第四条规定了程序。\n说明完毕。") == ""


def test_articles_with_and_without_a_space_are_one_row():
    text = "某市规定\n第一条　为规范管理，制定本规定。\n第二条本市适用本规定。"
    assert tree(text).split("\n")[1] == "i 第二条|本市适用本规定"
