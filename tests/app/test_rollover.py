from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import needs_shared, seed
from strategies import documents

from app import rollover
from app.checks.adopted import adopt, remove
from app.checks.lexicons import formulations
from app.document.edits import apply
from app.document.model import Details, Document, Role, block, document
from app.document.recognize import recognized
from app.docx.layout import load
from app.docx.read import read as read_docx
from app.docx.write import write as write_docx
from app.lexicons import rows
from app.rollover.formulations import meetings
from app.rollover.undecided import noted, standing
from app.text import paragraphs, read


def old_text(sentence, title="2020年工作要点"):
    return Document((block(title, Role.TITLE), block(sentence)))


def proposed(sentence, year=2021, day=None, title="2020年工作要点"):
    """Return (old, new, certain) of the proposals for a sentence."""
    found = rollover.proposals(old_text(sentence, title), year, day=day)
    return [(p.old, p.new, p.certain) for p in found if p.span.block == 1]


def renewed(sentence, year=2021, day=None):
    text = old_text(sentence)
    return apply(text, rollover.accepted(rollover.proposals(text, year, day=day))).texts[1]


@pytest.mark.parametrize(
    ("sentence", "new"),
    [
        ("2020年，全县工作要再上台阶。", "2021年，全县工作要再上台阶。"),
        ("2020全区工作的总体要求是求实。", "2021全区工作的总体要求是求实。"),
        ("谋划2021年工作。", "谋划2022年工作。"),
        ("二〇二〇年要再上台阶。", "二〇二一年要再上台阶。"),
        ("认真落实“十三五”规划。", "认真落实“十四五”规划。"),
        ("今年要落实“十三五”规划收官之年的任务。", "今年要落实“十四五”规划开局之年的任务。"),
        ("迎接建党99周年。", "迎接建党100周年。"),
        ("落实十三届全国人大三次会议部署。", "落实十三届全国人大四次会议部署。"),
        ("落实十九届中央纪委四次全会部署。", "落实十九届中央纪委五次全会部署。"),
        ("培养后备干部。", "培养优秀年轻干部。"),
        ("协同工商局、国土资源局工作。", "协同市场监管局、自然资源局工作。"),
    ],
)
def test_what_moves_with_the_year_is_proposed(sentence, new):
    assert renewed(sentence) == new


@pytest.mark.parametrize(
    "sentence",
    [
        "贯彻《改革方案》（县发〔2020〕5号）。",
        "展望2035年远景目标。",
        "2012年以来成绩显著。",
        "服务工商联和工商银行。",
        "发展现代农业，做好农业局部试点。",
        "本级编制了八五普法规划。",
        "开展第一书记工作。",
    ],
)
def test_what_does_not_move_is_left_alone(sentence):
    assert proposed(sentence) == []


@pytest.mark.parametrize(
    ("day", "spirit"),
    [
        (date(2021, 1, 31), "党的十九大和十九届二中、三中、四中、五中全会精神"),
        (date(2022, 1, 31), "党的十九大和十九届历次全会精神"),
        (date(2023, 1, 31), "党的二十大精神"),
        (date(2024, 8, 1), "党的二十大和二十届二中、三中全会精神"),
        (date(2026, 1, 31), "党的二十大和二十届历次全会精神"),
    ],
)
def test_the_sequence_of_plenums_is_that_of_the_day(day, spirit):
    old = "党的十九大和十九届二中、三中、四中全会精神"
    assert proposed(f"全面贯彻{old}。", day.year, day) == [(old, spirit, True)]


def test_a_plenum_list_with_gaps_is_put_right_too():
    assert renewed("学习党的十九大、十九届三中、四中、五中全会精神。", 2026) == (
        "学习党的二十大和二十届历次全会精神。"
    )


def test_a_single_plenum_is_proposed_for_a_look():
    assert proposed("学习十九届四中全会精神。") == [
        ("十九届四中全会精神", "十九届五中全会精神", False)
    ]


def test_a_current_sequence_is_not_touched():
    sentence = "全面贯彻党的二十大和二十届历次全会精神。"
    assert proposed(sentence, 2026, title="2025年工作要点") == []


def test_a_meeting_after_the_end_of_the_list_is_never_certain():
    found = proposed("贯彻党的二十大和二十届二中、三中全会精神。", 2027, date(2027, 1, 31))
    assert [certain for *_, certain in found] == [False]


def test_a_looked_back_on_plan_is_pointed_at_and_not_changed():
    assert proposed("回顾“十三五”时期的工作。") == [("“十三五”", None, False)]


def test_the_next_plan_of_the_old_year_becomes_the_present_one_without_a_change():
    assert proposed("谋划“十四五”规划。") == []


def test_an_anniversary_that_was_wrong_is_doubted():
    assert proposed("庆祝建党100周年。", 2021) == []
    assert proposed("庆祝建党100周年。", 2022) == [("100", "101", False)]


def test_an_anniversary_in_chinese_numerals_stays_in_them():
    assert proposed("庆祝中国共产党成立九十九周年。") == [("九十九", "一百", True)]


def test_figures_of_the_old_year_make_its_change_doubtful():
    assert proposed("2020年培训干部300人。") == [("2020", "2021", False)]


def test_a_full_date_moves_its_year_and_asks_for_the_day():
    assert proposed("2020年3月5日召开会议。") == [("2020年3月5日", "2021年3月5日", False)]


def test_a_day_without_a_year_is_pointed_at():
    assert proposed("1月17日召开会议。") == [("1月17日", None, False)]


@pytest.mark.parametrize("word", ["去年", "明年", "前年", "过去一年"])
def test_words_for_years_are_pointed_at(word):
    assert proposed(f"{word}的工作要总结。") == [(word, None, False)]


def test_a_yearly_ordinal_is_proposed_for_a_look():
    assert proposed("办好第五届文化节。") == [("第五届", "第六届", False)]


def test_an_ended_campaign_is_pointed_at():
    assert proposed("开展“不忘初心、牢记使命”主题教育。") == [
        ("“不忘初心、牢记使命”主题教育", None, False)
    ]


def test_a_year_in_the_name_of_a_document_is_pointed_at():
    assert proposed("贯彻《2020年改革方案》。") == [("2020", None, False)]


def test_a_formulation_replaced_later_than_the_day_stays():
    assert proposed("防控新冠肺炎。", 2021) == []
    assert proposed("防控新冠肺炎。", 2023) == [("新冠肺炎", "新型冠状病毒感染", True)]


def test_the_later_of_two_successors_is_proposed():
    assert proposed("扶贫办牵头。", 2022)[0][1] == "乡村振兴局"
    assert proposed("扶贫办牵头。", 2025)[0][1] == "农业农村局"


def test_a_name_once_replaced_that_is_history_by_now_is_left_to_the_writer():
    assert proposed("决战脱贫攻坚。", 2022)[0][1].startswith("巩固拓展")
    assert proposed("决战脱贫攻坚。", 2026)[0][1] is None


def test_a_former_office_and_other_words_that_look_like_one_stay():
    assert proposed("原县国土资源局组织实施。", 2026) == []
    assert proposed("旅游局面焕然一新。", 2026) == []


def test_the_offices_own_lexicon_decides_here_as_in_the_checks(tmp_path):
    own = tmp_path / "institutions.tsv"
    own.write_text("民生办\t2024-03\t民生服务中心\tX1\t\n", encoding="utf-8")
    adopt(own)
    try:
        assert proposed("民生办牵头。", 2026) == [("民生办", "民生服务中心", True)]
    finally:
        remove(own.name)


def test_our_own_list_repeats_nothing_that_the_lexicons_hold():
    ended = {"superseded.tsv": 2, "institutions.tsv": 1}  # the column of the month it ends
    listed = {row[0] for name, column in ended.items() for row in rows(name) if row[column]}
    reworded = {"习近平总书记系列重要讲话精神", "经济发展新常态", "“千人计划”"}  # ready to put in
    own = [re.compile(row[1]) for row in rows("successions.tsv")]
    assert {w for w in listed if any(old.fullmatch(w) for old in own)} <= reworded


def test_the_list_of_meetings_agrees_with_that_of_the_checks():
    months = {one.name: one.since for one in formulations() if one.category == "会议"}
    for meeting in meetings():
        listed, ours = (int(m[:4]) * 12 + int(m[5:]) for m in (months[meeting.name], meeting.since))
        assert 0 <= ours - listed <= 1, meeting.name


def test_places_left_open_are_found_again_after_docx_and_other_edits():
    text = Document((block("2020年工作要点", Role.TITLE), block("去年完成投资3亿元。")))
    left = noted(text, rollover.proposals(text, 2021)[1:])
    kept = replace(text, details=Details(undecided=left))
    again, _ = read_docx(write_docx(kept, load("gbt9704")), "稿.docx")
    assert again.details.undecided == left
    longer = replace(again, blocks=(block("前言。"), *again.blocks))
    assert [longer.slice(span) for span, *_ in standing(longer)] == ["去年"]
    decided = replace(kept, blocks=(text.blocks[0], block("2020年完成投资3亿元。")))
    assert list(standing(decided)) == []


def test_the_year_of_the_text_is_read_from_field_title_or_text():
    assert rollover.base_year(document("没有年份")) is None
    assert rollover.base_year(document("2019年做了，2019年又做，2020年再做。")) == 2019
    assert rollover.base_year(old_text("2019年。")) == 2020
    filled = Document((block("要点", Role.TITLE),), Details(fields=(("年份", "2018"),)))
    assert rollover.base_year(filled) == 2018


def test_noise_lines_are_not_renewed():
    text = Document((block("2020年要点", Role.TITLE), block("2020年资料群", Role.NOISE)))
    assert {p.span.block for p in rollover.proposals(text, 2021)} == {0}


def test_a_text_without_a_year_still_gets_its_formulations():
    text = document("培养后备干部。")
    assert [p.new for p in rollover.proposals(text, 2026)] == ["优秀年轻干部"]


def test_details_follow_the_new_year_and_the_date_is_open_again():
    old = Details(fields=(("年份", "2025"), ("上年", "2024"), ("成文日期", "2025年1月2日")))
    assert rollover.rolled(old, 2026).fields == (("年份", "2026"), ("上年", "2025"))


@given(documents(), st.integers(2012, 2030))
def test_proposals_never_overlap_and_show_what_stands_there(text, year):
    found = rollover.proposals(text, year, old=2020)
    for proposal in found:
        assert text.slice(proposal.span) == proposal.old
        assert proposal.reason
        assert not (proposal.certain and proposal.new is None)
    for one, other in pairwise(found):
        if one.span.block == other.span.block:
            assert one.span.end <= other.span.start
    apply(text, rollover.accepted(found))


@needs_shared
def test_an_old_plan_of_work_is_moved_to_2026():
    text = recognized(document(*paragraphs(read(seed("work-points-2021.txt")).text)))
    new = apply(text, rollover.accepted(rollover.proposals(text, 2026)))
    whole = "\n".join(b.text for b in new.blocks if b.role is not Role.NOISE)
    assert "2021" not in whole
    assert "“十四五”" not in whole
    assert "党的二十大和二十届历次全会精神" in whole
    assert "后备干部" not in whole
