"""The tree: what a node says, where it stands, and where its section ends."""

from __future__ import annotations

from dataclasses import replace

from trees import read_text, tree

from app.document.model import Block, Document, Role, block
from app.document.outline import NodeType, outline, walk
from app.document.recognize import recognized


def nodes(text):
    return list(walk(outline(read_text(text))))


def test_number_and_text_stand_where_the_node_says():
    read = read_text("某局要点\n　　一、 抓学习。每月一次，一是读书；二是讨论。")
    heading, first, second = walk(outline(read))
    text = read.blocks[1].text
    assert text[heading.start : heading.end] == "一、 抓学习"
    assert text[first.start : first.end] == "一是读书"
    assert text[second.start : second.end] == "二是讨论"
    assert (heading.number, heading.text) == ("一、", "抓学习")


def test_the_text_ends_before_the_first_full_stop_and_keeps_other_marks():
    assert nodes("某局要点\n一、抓学习，促工作，\n文。")[0].text == "抓学习，促工作，"
    assert nodes("某局要点\n1.抓学习。。\n文。")[0].text == "抓学习"


def test_a_section_ends_where_the_next_of_its_level_or_above_begins():
    found = nodes("某局要点\n一、甲\n（一）子\n文。\n（二）丑\n文。\n二、乙\n文。")
    assert [(n.number, n.block, n.stop) for n in found] == [
        ("一、", 1, 6), ("（一）", 2, 4), ("（二）", 4, 6), ("二、", 6, 8),
    ]  # fmt: skip


def test_the_tail_of_a_document_belongs_to_no_section():
    found = nodes("某局方案\n一、甲\n文。\n\n特此通知。\n\n某局\n2026年3月1日\n\n")
    assert [(n.number, n.stop) for n in found] == [("一、", 3)]


def test_blank_lines_at_the_end_belong_to_no_section():
    assert nodes("某局要点\n一、甲\n文。\n\n\n")[0].stop == 3


def test_a_paragraph_behind_run_in_siblings_belongs_to_what_holds_them():
    text = (
        "某局总结\n一、成绩\n（一）甲。文。\n（二）乙。文。\n回顾一年，还有不足：一是子；二是丑。"
    )
    assert tree(text) == ("h 一、|成绩\n  h （一）|甲\n  h （二）|乙\n  p 一是|子\n  p 二是|丑")


def test_a_paragraph_between_siblings_belongs_to_the_one_before():
    text = "某局总结\n1.甲。文。\n要做到：一是子；二是丑。\n2.乙。文。"
    assert tree(text) == "i 1.|甲\n  p 一是|子\n  p 二是|丑\ni 2.|乙"


def test_word_items_stand_below_the_numbered_item_before_them():
    text = "某局要点\n1.甲。文。\n一是子。文。\n二是丑。文。\n2.乙。文。\n（1）寅。文。\n①卯。文。"
    assert tree(text) == "i 1.|甲\n  i 一是|子\n  i 二是|丑\ni 2.|乙\n  i （1）|寅\n    i ①|卯"


def test_a_numbered_line_and_a_numbered_paragraph_of_one_row_stand_on_one_level():
    text = "某局要点\n一、甲\n1.子\n子文。\n2.丑。丑文。\n3.寅\n寅文。"
    assert tree(text) == "h 一、|甲\n  h 1.|子\n  i 2.|丑\n  h 3.|寅"


def test_a_heading_the_writer_chose_needs_no_number():
    chosen = Document(
        (
            replace(block("抓学习"), role=Role.HEADING1, chosen=True),
            block("每月一次。"),
            replace(block("读书"), role=Role.HEADING2, chosen=True),
        )
    )
    found = list(walk(outline(recognized(chosen))))
    assert [(n.type, n.level, n.number, n.text) for n in found] == [
        (NodeType.HEADING, 1, "", "抓学习"), (NodeType.HEADING, 2, "", "读书"),
    ]  # fmt: skip


def test_the_number_an_opened_file_shows_counts_as_the_number():
    labelled = Document(
        (
            replace(block("抓学习"), label="一、"),
            block("每月一次。"),
            replace(block("读书。每天一页。"), label="1."),
            replace(block("抓作风"), label="二、"),
        )
    )
    found = list(walk(outline(recognized(labelled))))
    assert [(n.level, n.number, n.text, n.start) for n in found] == [
        (1, "一、", "抓学习", 0), (2, "1.", "读书", 0), (1, "二、", "抓作风", 0),
    ]  # fmt: skip


def test_objects_are_passed_over():
    table = Block(block("一、甲 二、乙").runs, Role.OBJECT, object="table1")
    read = recognized(Document((block("一、甲"), table, block("二、乙"))))
    assert [n.number for n in walk(outline(read))] == ["一、", "二、"]
    assert read.blocks[1] is table


def test_a_document_of_nothing_has_no_nodes():
    assert outline(Document()) == ()


def test_sections_stand_below_their_chapter_and_headings_count_from_them():
    found = nodes("办法\n第一章 总则\n第一节 范围\n一、对象\n谁都要守。\n第二章 附则\n今日起行。")
    assert [(node.number, node.level) for node in found] == [
        ("第一章", 1),
        ("第一节", 2),
        ("一、", 1),
        ("第二章", 1),
    ]


def test_a_point_ends_before_a_mark_of_its_own_and_before_the_word_that_joins_the_next():
    text = "某局要点\n要求一是祥和；确保有序，二是早和三是实，同时四是常。"
    assert [node.text for node in nodes(text)] == ["祥和", "早", "实", "常"]


def test_a_paragraph_just_begun_behind_an_item_is_no_heading():
    blocks = (block("通知", Role.TITLE), block("1.排查隐患。", Role.ITEM), Block(), block("文。"))
    assert [node.text for node in walk(outline(Document(blocks)))] == ["排查隐患"]


def test_sections_in_brackets_stand_below_the_question_that_opens_their_row():
    text = (
        "某会讲话\n第一个问题，关于为什么\n作风是形象。\n第二个问题，关于抓什么\n（一）抓担当。文。\n"
        "（二）抓效率。文。\n第三个问题，关于怎么抓\n文。"
    )
    assert tree(text) == (
        "i 第一个问题，|关于为什么\ni 第二个问题，|关于抓什么\n  h （一）|抓担当\n"
        "  h （二）|抓效率\ni 第三个问题，|关于怎么抓"
    )


def test_items_in_words_stand_below_the_brackets_that_open_first():
    text = "某会讲话\n（一）抓学习\n第一，读书。\n第二，思考。\n（二）抓作风\n第一，守纪。"
    assert tree(text).split("\n")[3:5] == ["h （二）|抓作风", "  i 第一，|守纪"]


def test_a_numbered_list_set_in_stands_below_the_entry_of_the_list_around_it():
    text = "某局思路\n1. 建平台\n   1. 数据\n   2. 业务\n2. 建队伍\n   1. 引进\n3. 建制度"
    assert (
        tree(text) == "i 1.|建平台\n  i 1.|数据\n  i 2.|业务\ni 2.|建队伍\n  i 1.|引进\ni 3.|建制度"
    )
