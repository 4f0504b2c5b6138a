"""Headings without numbers within a numbered section."""

from __future__ import annotations

from trees import tree

HEAD = "对照检查材料\n一、整改情况\n上次查摆的问题已经改完。\n二、主要问题\n"
TAIL = "三、努力方向\n今后要多学多看。"


def section(*names: str) -> str:
    return "".join([f"{name}\n这一段写明有关情况。下面还有一句。\n" for name in names])


def test_three_short_lines_each_above_a_paragraph_are_headings_of_the_section():
    text = HEAD + section("理论学得不够系统", "服务群众走得不勤", "干事创业闯劲不足") + TAIL
    assert tree(text) == (
        "h 一、|整改情况\nh 二、|主要问题\n  h |理论学得不够系统\n  h |服务群众走得不勤\n"
        "  h |干事创业闯劲不足\nh 三、|努力方向"
    )


def test_two_are_where_they_share_a_frame():
    text = HEAD + section("关于学习方面", "关于作风方面") + TAIL
    assert tree(text).split("\n")[2:4] == ["  h |关于学习方面", "  h |关于作风方面"]


def test_two_of_no_frame_and_lines_far_below_the_heading_are_text():
    loose = HEAD + section("理论学得不够系统", "服务群众走得不勤") + TAIL
    assert "  h" not in tree(loose)
    far = (
        HEAD + "先说一段。\n再说一段。\n" + section("甲村的做法", "乙村的经验", "丙村的路子") + TAIL
    )
    assert "  h" not in tree(far)


def test_a_section_that_numbers_its_headings_has_no_others():
    text = HEAD + "（一）学习\n学得少。\n" + section("甲村如此", "乙村也是", "丙村更是") + TAIL
    assert "|甲村如此" not in tree(text)


def test_the_papers_of_a_bulletin_have_titles_though_one_numbers_its_headings():
    text = (
        "工 作 简 报\n第18期\n某局办公室编　　　　2026年6月14日\n\n甲乡打好夏收主动仗\n"
        "甲乡组织开镰。\n（甲乡供稿）\n\n乙乡确保颗粒归仓\n乙乡提早准备。\n一、晒好粮。腾出场地。\n"
        "二、储好粮。发放粮仓。\n（乙乡供稿）\n\n丙镇抓夏种\n丙镇收种同步。"
    )
    parts = [line for line in tree(text).split("\n") if line.startswith("*")]
    assert parts == ["*p |甲乡打好夏收主动仗", "*p |乙乡确保颗粒归仓", "*p |丙镇抓夏种"]
