"""Several documents in one file: which heads open one, and how its title reads."""

from __future__ import annotations

from trees import read_text, tree

from app.document.outline import outline, walk
from app.document.recognize import roles

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


REPORT = "某局关于防汛工作情况的报告\n县政府：\n现报告如下。\n一、做法\n抓实。\n二、打算\n抓细。"
SPEECH = "在全县干部大会上的讲话\n同志们：\n讲两点。\n一、认识\n要高。\n二、行动\n要快。"
STORY = "小食堂里的大民生\n——某县助餐点纪实\n饭热了。\n一、做法\n抓实。"


def test_papers_that_follow_each_other_without_a_gap_are_told_apart():
    found = tree(f"{REPORT}\n{SPEECH}\n{STORY}").split("\n")
    assert [line for line in found if line.startswith("*")] == [
        "*p |某局关于防汛工作情况的报告", "*p |在全县干部大会上的讲话", "*p |小食堂里的大民生",
    ]  # fmt: skip


def test_a_section_that_names_what_it_gives_is_no_paper():
    text = REPORT + "\n经验和做法\n抓早抓小。\n下一步工作安排\n抓常抓长。"
    assert "*" not in tree(text)


def test_a_speech_behind_a_form_to_fill_in_is_a_paper_of_its_own():
    form = "附件\n回执\n单位：　　联系人：　　电话：\n"
    head = "在启动仪式上的致辞\n（2026年6月3日）\n各位来宾：\n欢迎大家。\n一是抓好。\n二是抓实。"
    found = tree(f"{REPORT}\n\n{form}\n{head}").split("\n")
    assert "*p |在启动仪式上的致辞" in found


def test_a_speech_whose_title_names_no_kind_begins_above_its_speaker_and_its_hearers():
    text = (
        "推进会主持词\n同志们：\n现在开会。会议到此结束。\n\n"
        "抓牢产业根本　建设和美乡村\n乡党委书记　余某\n各位领导：\n一、抓产业\n产业是根本。\n\n"
        "做优服务保障\n县农业农村局局长　贺某\n各位领导：\n第一，早谋划。\n第二，早落实。"
    )
    parts = [line for line in tree(text).split("\n") if line.startswith("*")]
    assert parts == ["*p |推进会主持词", "*p |抓牢产业根本　建设和美乡村", "*p |做优服务保障"]


def test_the_number_of_a_paper_below_its_title_makes_no_masthead_of_the_title():
    text = "某县人民政府办公室\n关于印发应急预案的\n通　知\n某政办〔2026〕7号\n各乡镇：\n现印发。"
    assert [role.value for role in roles(text.split("\n"))[:5]] == [
        "title",
        "title",
        "title",
        "date_line",
        "salutation",
    ]


def test_a_table_of_contents_without_a_name_is_one_where_all_its_lines_come_again():
    rows = "1 总则\n1.1编制目的\n1.2编制依据\n2 组织\n2.1机构"
    body = "1 总则\n1.1编制目的\n为了应对。\n1.2编制依据\n依据法律。\n2 组织\n2.1机构\n设指挥部。"
    text = f"某市预案\n{rows}\n{body}"
    assert [node.block for node in walk(outline(read_text(text)))] == [6, 7, 9, 11, 12]
