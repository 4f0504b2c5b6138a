"""What a web page sets around a text is no part of it; offices that write together are."""

from __future__ import annotations

import pytest

from app.document.model import Document, Role, block
from app.document.outline import outline
from app.document.recognize import recognized, roles

SHEET = """返回顶部

青河县人民政府议事规则

  • 索引号：
    1234567/2025-00018
  • 主题分类：
  • 来　源：
  • 发文机构：
    县政府网站
  • 发文字号：
    青政发〔2025〕3号
  • 发布日期：
    2025年02月06日 16:34

青河县人民政府议事规则

第一章　总则

第一条　为规范议事，制定本规则。
"""


def noisy(text: str) -> list[int]:
    return [at for at, role in enumerate(roles(text.split("\n"))) if role is Role.NOISE]


def test_the_data_sheet_of_a_site_and_its_headline_go():
    shown = [line for at, line in enumerate(SHEET.split("\n")) if at not in noisy(SHEET)]
    assert [line for line in shown if line] == [
        "青河县人民政府议事规则",
        "第一章　总则",
        "第一条　为规范议事，制定本规则。",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2025-03-04 09:18:20 来源：县司法局",
        "06.05.2025  20:16",
        "来源：县政府办公室 发布时间：2025-03-28 09:18",
        "青河县人民政府 2026年4月7日星期二",
        "首页 > 文章中心 > 正文",
        "无障碍 | 长者版",
        "前言：本站为您精心整理了这篇范文，希望能对您有所帮助，欢迎参考。",
        "2025年工作总结.docx",
        "2020-03-01 来源：范文大全",
        "标题: 关于开展冬季防火检查的通知 [打印本页]",
    ],
)
def test_what_a_site_sets_between_headline_and_title_goes_with_the_headline(line):
    text = f"关于开展冬季防火检查的通知\n{line}\n关于开展冬季防火检查的通知\n各村：\n现通知如下。\n"
    assert noisy(text) == [0, 1]


def test_a_headline_in_one_line_goes_where_the_title_stands_in_two():
    text = (
        "关于印发冬季防火检查工作方案的通知 20250315\n2025-03-15\n"
        "关于印发冬季防火\n检查工作方案的通知\n各村：\n现通知如下。"
    )
    assert noisy(text) == [0, 1]


def test_what_stands_below_the_text_goes():
    text = "关于放假的通知\n各村：\n现通知如下。\n相关推荐\n猜你喜欢\n上一篇：关于值班的通知\n"
    assert noisy(text) == [3, 4, 5]


@pytest.mark.parametrize(
    "text",
    [
        "关于开会的通知\n各村：\n一、时间：2026年3月5日 14:30\n二、地点：二楼会议室\n",
        "工作简报\n来源：县委办公室\n本期要目\n一、抓好春耕\n",
        "关于放假的通知\n关于放假的通知\n各村：\n现通知如下。\n",
        "工作汇报\n标题：略\n作者：略\n今年以来，各项工作有序推进。\n",
        "会议纪要\n时间：2026-03-05\n地点：二楼\n会议指出，要抓好落实。\n",
        "发言提纲\n下面我就分管工作向大家作个介绍。\n",
    ],
)
def test_the_same_words_in_a_paper_stay(text):
    assert noisy(text) == []


@pytest.mark.parametrize(
    "day", ["2023.5.6", "2023．05．06", "2023-05-06", "2023/5/6", "2023年5月6号", "2023年5月6"]
)
@pytest.mark.parametrize("name", ["县水务局", "青河县第一小学", "李明", "请各科室遵照执行。"])
def test_a_day_below_the_text_is_that_of_the_paper_however_it_is_typed(name, day):
    text = f"关于开展节水宣传的通知\n各科室：\n为做好节水宣传，现通知如下。\n{name}\n{day}"
    assert roles(text.split("\n"))[-1] is Role.DATE


def test_a_day_below_a_headline_is_that_of_the_site():
    assert noisy("节水宣传进社区\n2023-05-06\n志愿者走进社区宣传节水。") == [1]


def test_offices_that_sign_together_are_the_signature_in_every_row():
    pairs = (("财政", "教育"), ("水利", "民政"), ("司法", "统计"), ("审计", "商务"))
    rows = "\n\n".join([f"县{one}局                  县{other}局" for one, other in pairs])
    text = f"关于联合检查的通知\n各乡镇：\n现通知如下。请认真执行。\n\n{rows}\n\n二〇二六年三月五日"
    found = [role for role in roles(text.split("\n")) if role is not Role.BLANK]
    assert found[3:] == [Role.SIGNATURE] * 4 + [Role.DATE]


def test_a_long_list_of_offices_is_addressed():
    offices = "、".join([f"{name}局" for name in "财政教育水利民政司法统计审计商务"] * 8)
    text = f"关于联合检查的通知\n{offices}：\n现通知如下。"
    assert roles(text.split("\n"))[1] is Role.SALUTATION


def test_the_headline_opens_no_part_of_its_own():
    document = Document(tuple([block(line) for line in SHEET.split("\n")]))
    assert [node.text for node in outline(recognized(document))] == ["总则"]


def test_two_offices_below_a_title_are_no_text_though_no_line_is_left_free():
    text = "关于人居环境的调研报告\n县委农村工作领导小组办公室　县自然资源局\n近期，我们作了调研。"
    assert roles(text.split("\n"))[1] is Role.DATE_LINE


def test_the_title_at_the_end_of_the_way_to_a_page_stays():
    text = "您的位置：首页 资金申请书\n\n资金申请书\n2020-03-01 来源：某网\n各村：\n现申请如下。"
    assert noisy(text) == [0, 3]


def test_a_headline_that_is_labelled_goes():
    text = "标题: 关于放假的通知\n关于放假的通知\n各村：\n现通知如下。"
    assert noisy(text) == [0]


def test_the_headline_between_the_way_to_a_page_and_its_source_stays():
    text = "首页 > 政务动态\n我镇举办丰收节\n来源：党政办 浏览次数：8\n九月二十日，我镇举办丰收节。"
    assert noisy(text) == [0, 2]
