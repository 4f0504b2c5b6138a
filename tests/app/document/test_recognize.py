"""What each paragraph is, read from plain text: drafts of our own in the shapes of real ones."""

from __future__ import annotations

import pytest
from trees import named, read_text, role_of, tree

from app.document.model import Role, document
from app.document.recognize import local_role, recognized, roles

PLAN = """内部资料 请勿外传
某某文库
2026年某区老干部工作要点

更多范文请关注公众号：某某文库
2026年，全区老干部工作的总体要求是：坚持稳中求进。
一、加强政治建设，把牢正确方向
一是抓学习。每月组织一次学习。
二是抓支部。每季评比一次。
二、做实服务保障，提升生活质量
3.落实两项待遇。一要足额发放；二要按时走访。
4.办好老年大学。扩招2个班次。
三、发挥优势作用，助力中心工作，
5. 建好志愿队伍。。
某某文库
扫码加入会员群 QQ群：12345678"""


def test_a_plan_among_sellers_lines_is_read_as_if_they_were_not_there():
    assert tree(PLAN) == (
        "h 一、|加强政治建设，把牢正确方向\n"
        "  i 一是|抓学习\n"
        "  i 二是|抓支部\n"
        "h 二、|做实服务保障，提升生活质量\n"
        "  i 3.|落实两项待遇\n"
        "    p 一要|足额发放\n"
        "    p 二要|按时走访\n"
        "  i 4.|办好老年大学\n"
        "h 三、|发挥优势作用，助力中心工作，\n"
        "  i 5.|建好志愿队伍"
    )
    noise = [at for at, role in enumerate(named(PLAN)) if role == "noise"]
    assert noise == [0, 1, 4, 14, 15]
    assert role_of(PLAN, 2) == "title"


SPEECH = """在全区教育大会上的讲话
区委书记　某某某
（2026年3月5日）

同志们：
今天开会，讲三点意见。
过去一年，成绩来之不易。
——教学质量稳步提升。高考上线率提高3个百分点。
——办学条件明显改善。新建学校2所。
在看到成绩的同时，也要看到不足。
一、提高认识
教育是大事。
二、抓好重点
第一，抓教师。要引进50名教师。
第二，抓校园。一方面，抓安全；另一方面，抓环境。
三、加强领导
同志们，任务艰巨，使命光荣，让我们共同努力！
谢谢大家！"""


def test_a_speech_has_its_frame_and_its_items():
    assert tree(SPEECH) == (
        "i ——|教学质量稳步提升\n"
        "i ——|办学条件明显改善\n"
        "h 一、|提高认识\n"
        "h 二、|抓好重点\n"
        "  i 第一，|抓教师\n"
        "  i 第二，|抓校园\n"
        "    p 一方面，|抓安全\n"
        "    p 另一方面，|抓环境\n"
        "h 三、|加强领导"
    )
    assert named(SPEECH)[:5] == ["title", "date_line", "date_line", "blank", "salutation"]
    assert named(SPEECH)[-2:] == ["closing", "closing"]


def test_the_last_words_of_a_speech_are_its_closing():
    text = "在会上的讲话\n一、甲\n文。\n同志们，让我们共同努力，奋勇前进。"
    assert role_of(text, 3) == "closing"


PARTS = """工作要点写作说明与范例

第一部分  写作说明
要点一般由标题和正文组成。
一、标题
写明单位和年份。
二、正文
一、抓学习
1.读书。
2.培训。
二、抓作风
3.调研。

第二部分  范例

某县某局
2026年全县某项工作要点

总的要求是稳。
一、抓学习
1.读书。每月一次。
2.培训。每季一次。
二、抓作风
3.调研。每人一篇。"""


def test_each_part_has_its_own_outline():
    assert tree(PARTS) == (
        "*p 第一部分|写作说明\n"
        "h 一、|标题\nh 二、|正文\nh 一、|抓学习\n  i 1.|读书\n  i 2.|培训\n"
        "h 二、|抓作风\n  i 3.|调研\n"
        "*p 第二部分|范例\n"
        "h 一、|抓学习\n  i 1.|读书\n  i 2.|培训\nh 二、|抓作风\n  i 3.|调研"
    )
    assert [at for at, role in enumerate(named(PARTS)) if role == "title"] == [0, 15, 16]


NOTICE = """某市某局文件
某局发〔2026〕3号

某市某局关于开展
安全检查的通知

各县（市、区）局，市直各单位：
现将有关事项通知如下：
一、检查时间
3月1日至3月10日。
二、检查内容
1.制度。
2.现场
查隐患，查整改。
特此通知。

附件：1.检查表
      2.分组名单

某市某局
2026年2月20日

（联系人：某某，电话：1234567）

抄送：市委办公室。
某市某局办公室　　2026年2月20日印发"""


def test_a_notice_has_head_and_tail_around_its_text():
    assert [role for role in named(NOTICE) if role != "blank"] == [
        "date_line", "date_line", "title", "title", "salutation", "body", "heading1", "body",
        "heading1", "item", "heading3", "body", "closing", "attachment_note", "attachment_note",
        "signature", "date", "annotation", "copies", "copies",
    ]  # fmt: skip


def test_several_documents_in_one_file_are_separate_outlines():
    text = (
        "关于购车的请示\n县财政局：\n一、理由\n旧车报废。\n二、金额\n10万元。\n妥否，请批示。\n"
        "某局\n2026年3月1日\n\n关于购车的批复\n某局：\n一、同意购车\n从紧安排。\n此复。\n"
        "县财政局\n2026年3月5日"
    )
    assert tree(text) == (
        "*p |关于购车的请示\nh 一、|理由\nh 二、|金额\n*p |关于购车的批复\nh 一、|同意购车"
    )
    assert role_of(text, 10) == "title"


def test_an_attachment_begins_anew():
    text = (
        "关于做好工作的通知\n第一章 总则\n第一条 为做好工作，制定本办法。\n"
        "某局\n2026年3月1日\n附件1\n某某工作流程\n一、受理\n当场登记。"
    )
    assert tree(text) == "*p 第一章|总则\ni 第一条|为做好工作，制定本办法\nh 一、|受理"
    assert named(text)[5:7] == ["attachment_label", "title"]


def test_articles_hold_their_headings():
    text = (
        "第二章 职责\n第三条　指挥部职责：\n（一）会商研判；\n（二）统一调度。\n"
        "第四条　乡镇负责落实。"
    )
    assert tree(text) == (
        "*p 第二章|职责\ni 第三条|指挥部职责：\n  h （一）|会商研判；\n  h （二）|统一调度\n"
        "i 第四条|乡镇负责落实"
    )


WRAPPED = """　　关于某镇防汛工作情况的汇报
　　今年以来，我镇把防汛工作摆在突出位置，层层压实责任，认真
开展排查整改，各项准备工作基本就绪。现将情况汇报如下：
　　一、主要做法
　　（一）抓组织。成立防汛指挥部，一是落实包保责任，镇干部
全部上岗到位；二是落实值班制度，实行领导带班；三是落实转移
责任，做到村不漏户、户不漏人。
- 2 -
　　（二）抓物资。按照（一）中明确的标准储备到位，编织袋、
救生衣等物资由专人保管，随时可以调用。
　　以上汇报，请批评指正。"""


def test_paragraphs_broken_into_lines_are_read_whole():
    assert tree(WRAPPED) == (
        "h 一、|主要做法\n  h （一）|抓组织\n    p 一是|落实包保责任，镇干部全部上岗到位\n"
        "    p 二是|落实值班制度，实行领导带班\n    p 三是|落实转移责任，做到村不漏户、户不漏人\n"
        "  h （二）|抓物资"
    )
    assert role_of(WRAPPED, 7) == "noise"


def test_the_writers_choice_wins_and_counts_for_its_neighbours():
    texts = ["标题说明", "抓学习", "1.读书。", "文。"]
    chosen = {1: Role.HEADING1, 2: Role.BODY}
    assert roles(texts, chosen)[1:3] == (Role.HEADING1, Role.BODY)


def test_recognition_of_what_is_recognised_changes_nothing():
    for text in (PLAN, SPEECH, PARTS, NOTICE, WRAPPED):
        read = read_text(text)
        assert recognized(read) is read


def test_an_empty_document_and_a_blank_one_have_no_tree():
    assert tree("") == ""
    assert roles([]) == ()
    assert recognized(document("", "　")).blocks[1].role is Role.BLANK


@pytest.mark.parametrize("text", [PLAN, SPEECH, PARTS, NOTICE])
def test_one_paragraph_looked_at_alone_gets_the_role_it_has_in_the_whole(text):
    read = read_text(text)
    given = [block.role for block in read.blocks]
    for at in range(len(given)):
        assert local_role(read.texts, at, given) == given[at], read.texts[at]


def typed(above, text, role=Role.BODY):
    texts = [*above, text]
    given = [*[block.role for block in read_text("\n".join(above)).blocks], role]
    return str(local_role(texts, len(above), given))


def test_while_a_paragraph_is_typed_below_the_title_it_stays_text():
    title = ["关于开展检查的通知"]
    sentence = "为做好检查工作，现将有关事项通知如下。"
    assert {typed(title, sentence[:n]) for n in range(1, len(sentence))} == {"body"}
    assert {typed(["某县某局"], sentence[:n]) for n in range(1, 8)} == {"body"}


def test_a_last_paragraph_being_typed_is_no_signature_and_no_date_yet():
    above = ["关于开展检查的通知", "各县局：", "现将有关事项通知如下。"]
    for text in ("各部门", "2026年3月5日", "2026年3月5日，全市检查"):
        assert typed(above, text) == "body"
    assert typed([*above, "某市某局"], "2026年3月5日") == "date"


def test_what_is_typed_gets_its_role_as_soon_as_it_shows():
    title = ["某县某局"]
    assert typed([], "关") == "title"
    assert typed(title, "2026年工作要点") == "title"
    title = ["关于开展检查的通知"]
    assert typed(title, "各县局：") == "salutation"
    assert typed(title, "一、") == "heading1"
    assert typed([*title, "各县局：", "一、检查时间"], "（一）第一阶") == "heading2"
    assert typed([*title, "一、甲", "文。"], "1.") == "item"
    assert typed([*title, "一、甲", "文。", "二、乙", "文。"], "三、四月份") == "heading1"


def test_who_met_below_the_text_of_minutes_stands_behind_it():
    assert named("某局会议纪要\n会议议定。\n一、抓学习\n每月一次。\n出席：甲、乙\n记录：丙")[
        -2:
    ] == [
        "copies",
        "copies",
    ]


def test_whom_to_ask_below_one_paper_does_not_hide_the_title_of_the_next():
    text = (
        "某局关于甲的通知\n各科：\n请办理。\n某局\n2026年3月1日\n联系人：某某\n"
        "某局关于乙的通知\n各科：\n一、要求\n请办理。"
    )
    assert [line.strip("*") for line in tree(text).split("\n")] == [
        "p |某局关于甲的通知",
        "p |某局关于乙的通知",
        "h 一、|要求",
    ]


def test_names_below_an_attachment_note_alone_in_its_line_are_none_of_the_items():
    text = "某局通知\n各室：\n一、内容\n总结。\n附件：\n1.总结格式\n2.统计表\n某局\n2025年1月2日"
    assert named(text)[4:7] == ["attachment_note"] * 3
    assert tree(text) == "h 一、|内容"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("清河县数据局", "局长办公会议"),
        ("清河县数据局", "2026年3月5日局务会议"),
        ("清河县数据局", "第3期干部培训班开班会议"),
        ("关于举办第3期培训班的", "通知"),
    ],
)
def test_the_name_of_a_meeting_or_of_a_course_is_a_row_of_the_title(first, second):
    assert named(f"{first}\n{second}\n\n会议听取了汇报。")[:2] == ["title", "title"]


def test_the_number_of_an_issue_stays_a_line_of_its_own():
    assert named("工作简报\n第3期（总第15期）\n\n会议听取了汇报。")[1] == "date_line"
    assert named("工作简报\n第3期　清河县办公室编\n\n会议听取了汇报。")[1] == "date_line"


@pytest.mark.parametrize("mark", "。，；")
def test_a_title_that_ends_in_a_mark_is_one(mark):
    text = f"清河县教育局文件\n清河县教育局关于开展检查的通知{mark}\n各学校：\n请办理。"
    assert named(text)[:3] == ["date_line", "title", "salutation"]


@pytest.mark.parametrize("offices", ["各乡镇、县直各部门；", "各村", "清河县财政局、"])
def test_offices_with_another_mark_than_a_colon_are_the_addressee(offices):
    assert named(f"关于开展检查的通知\n{offices}\n请办理。")[1] == "salutation"
    assert named(f"关于开展检查的通知\n{offices}")[1] == "body"
