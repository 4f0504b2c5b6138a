"""Several documents in one file: which heads open one, and how its title reads."""

from __future__ import annotations

from trees import read_text, tree

from app.document.outline import outline

BULLETIN = """工作信息
（第3期）
某县某局                2026年3月5日

本期目录
▲甲乡：抓春耕
▲乙镇抓防火

甲乡抓春耕
甲乡备足了种子。一是早备；二是早播。
乙镇抓防火
乙镇管住了火源。"""


def test_what_the_contents_of_a_bulletin_name_are_its_papers():
    assert tree(BULLETIN) == "*p |甲乡抓春耕\np 一是|早备\np 二是|早播\n*p |乙镇抓防火"


def test_the_lines_of_a_table_of_contents_are_no_headings():
    text = "某县规划\n目　录\n一、基础……1\n二、目标……3\n\n一、基础\n基础好。\n二、目标\n目标高。"
    assert tree(text) == "h 一、|基础\nh 二、|目标"
    assert tree(text.replace("……1", "").replace("……3", "")) == "h 一、|基础\nh 二、|目标"


NOTICE = """某县关于印发
工作方案的通知
各乡镇：
现印发给你们。
某县政府
2026年3月1日
附件1
某县工作方案
为做好工作，制定本方案。
一、目标
全面完成。"""


def test_an_attachment_that_is_a_document_is_one_of_several():
    assert tree(NOTICE) == "*p |某县关于印发工作方案的通知\n*p |某县工作方案\nh 一、|目标"


def test_an_attachment_that_is_a_table_leaves_the_file_one_document():
    text = NOTICE.replace("\n某县工作方案", "\n任务分解表")
    assert tree(text) == "h 一、|目标"


def test_the_section_of_a_document_ends_where_the_head_of_the_next_begins():
    read = read_text(NOTICE)
    assert read.blocks[6].role == "attachment_label"
    first, second = outline(read)
    assert (first.stop, second.block, second.stop) == (6, 7, 11)
