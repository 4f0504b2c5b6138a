"""The outline as text and the table of tasks drawn from it."""

from __future__ import annotations

from trees import read_text

from app.document.digest import outline_text, tasks

DRAFT = """某县节能工作
实施方案
总的要求是节约。
一、重点任务
（一）改造照明。年内换灯。走廊装感应开关。（牵头单位：机关事务中心；完成时限：10月底）
（二）改造空调。一是检修；二是更换。（责任单位：住建局）
二、加强督查
每季通报一次。年底考核。"""


def test_the_outline_is_written_under_the_title_with_each_level_set_in():
    assert outline_text(read_text(DRAFT)) == (
        "某县节能工作\n实施方案\n一、重点任务\n　　（一）改造照明\n　　（二）改造空调\n"
        "　　　　一是　检修\n　　　　二是　更换\n二、加强督查"
    ).replace("是　", "是")


def test_points_can_be_left_out():
    assert "一是" not in outline_text(read_text(DRAFT), points=False)


def test_parts_stand_apart_from_their_title():
    assert outline_text(read_text("第一部分  回顾\n一、甲\n文。")) == "第一部分　回顾\n　　一、甲"


def test_each_section_of_the_second_level_is_a_task():
    assert [task.cells for task in tasks(read_text(DRAFT))] == [
        ("1", "改造照明", "年内换灯。\n走廊装感应开关。", "机关事务中心", "10月底"),
        ("2", "改造空调", "检修\n更换", "住建局", ""),
        ("3", "加强督查", "每季通报一次。\n年底考核。", "", ""),
    ]
