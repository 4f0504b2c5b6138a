from __future__ import annotations

import difflib
import re
import shutil

import pytest
from shared import needs_shared, seed

from app import kinds
from app.document.model import Role, document
from app.document.outline import NodeType, outline, walk
from app.document.recognize import recognized
from app.extract import extract
from app.kinds.writing import write
from app.resources import shipped
from app.text import paragraphs, read

MODEL = recognized(
    document(
        "中共临江县委组织部",
        "2025年全县组织工作要点",
        "（2025年1月20日）",
        "2025年，全县组织工作的总体要求是：坚持以习近平新时代中国特色社会主义思想为指导，"
        "全面贯彻党的二十大和二十届二中、三中全会精神，紧扣县委“三城两区”中心工作，"
        "着力建设高素质干部队伍，着力夯实基层基础，为全县发展提供坚强组织保证。",
        "一、聚焦思想引领，加强理论武装",
        "1.办好读书班。全年举办读书班12期，培训干部3000人次。",
        "2.学习先进典型。学习张建国同志先进事迹，2024年已有基础。",
        "二、聚焦固本强基，建强基层组织",
        "3.整顿软弱涣散党组织。年内整顿临江县城关镇等5个基层党组织。",
    )
)


@pytest.fixture
def template(tmp_path):
    def made(model=MODEL, **named):
        path = tmp_path / "own.toml"
        path.write_text(extract(model, **named), encoding="utf-8")
        return kinds.read_file(path)

    return made


def lines(kind):
    return [block.text for block in kind.variants[0].blocks]


def test_a_template_drawn_from_a_text_can_be_read_back(template):
    kind = template(kind="my-points", name="我的要点")
    assert (kind.id, kind.name, kind.group) == ("my-points", "我的要点", "我的文种")


def test_headings_and_lead_sentences_stay_and_bodies_go(template):
    assert lines(template())[3:] == [
        "一、聚焦思想引领，加强理论武装",
        "1.办好读书班。",
        "2.学习先进典型。",
        "二、聚焦固本强基，建强基层组织",
        "3.整顿软弱涣散党组织。",
    ]


def test_unit_and_year_of_the_title_become_slots(template):
    assert lines(template())[0] == "【单位】\n【年份】年全县组织工作要点"


def test_the_date_below_the_title_becomes_the_documents_date(template):
    assert lines(template())[1] == "（【成文日期】）"


def test_the_opening_formula_keeps_its_frame(template):
    assert lines(template())[2] == (
        "【年份】年，全县组织工作的总体要求是：坚持以【指导思想】为指导，全面贯彻【会议精神】精神，"
        "紧扣【中心工作】中心工作，着力【任务】，着力【任务二】，为全县发展提供坚强组织保证。"
    )


def test_particulars_in_what_stays_become_slots_by_sort(template):
    model = recognized(
        document(
            "2025年工作总结",
            "2025年，在上级领导下开展工作。现总结如下。",
            "一、主要工作",
            "1.2024年起培训干部300人次，满意率95%。",
            "2.学习张建国同志，服务城关镇和XX村，推进“1234”工程。",
        )
    )
    kept = lines(template(model))
    assert "1.【上年】年起培训干部【数量】人次，满意率【比例】。" in kept
    assert "2.学习【姓名】同志，服务城关镇和【地名】村，推进“【特色工作】”工程。" in kept


def test_equal_values_share_a_slot_and_different_ones_do_not(template):
    model = recognized(
        document("2025年工作总结", "一、做法", "1.新增5个。", "2.再增5个。", "3.新增6个。")
    )
    assert lines(template(model))[2:] == [
        "1.新增【数量】个。",
        "2.再增【数量】个。",
        "3.新增【数量二】个。",
    ]


def test_every_slot_of_a_drawn_template_is_declared(template):
    kind = template()
    draft = kinds.draft(kind, {})
    assert {slot.name for slot in kinds.slots(draft)} == {field.name for field in kind.fields}


def test_a_text_of_no_known_kind_gives_a_template_all_the_same(template):
    kind = template(recognized(document("关于春天", "一、春天来了", "花开了。")))
    assert kind.id == "own-text"
    assert lines(kind) == ["关于春天", "一、春天来了", "【正文一】。"]


def test_an_empty_text_is_refused_in_words():
    with pytest.raises(kinds.NothingToExtract, match="没有可以提取的"):
        extract(document(""))


@pytest.mark.parametrize("name", [name.id for name in kinds.listing()])
def test_a_kind_written_and_read_again_is_the_same_kind(name, tmp_path):
    kind = kinds.load(name)
    path = shutil.copy(kind.path, tmp_path / f"{name}.toml")
    (tmp_path / f"{name}.toml").write_text(write(kinds.read_file(path)), encoding="utf-8")
    again = kinds.read_file(path)
    assert write(again) == write(kind)
    assert again.parts == kind.parts
    assert again.rules == kind.rules
    assert again.variants == kind.variants
    assert set(again.fields) == set(kind.fields)
    assert shipped("templates") / f"{name}.toml" == kind.path


@needs_shared
def test_the_practitioners_pattern_is_drawn_from_his_model(template):
    whole = recognized(document(*paragraphs(read(seed("work-points-pattern-and-model.txt")).text)))
    kind = template(whole)
    assert kind.id == "own-gongzuo-yaodian"
    first = outline(whole)[0]
    pattern = [n for n in walk(first.children) if n.type is not NodeType.POINT]
    expected = [
        squeezed(n.number + n.text) for n in pattern if "“" in n.text or n.type is NodeType.ITEM
    ]
    drawn = [
        squeezed(block.text)
        for block in kind.variants[0].blocks
        if block.role in (Role.HEADING1, Role.ITEM)
    ]
    assert [line for line in expected if line in drawn] == drawn
    assert len([line for line in drawn if line[0].isdigit()]) == 22
    assert len([line for line in drawn if not line[0].isdigit()]) == 6


@needs_shared
def test_the_preface_has_its_slots_where_the_practitioner_has_them(template):
    whole = recognized(document(*paragraphs(read(seed("work-points-pattern-and-model.txt")).text)))
    theirs = next(t for t in whole.texts if "总体要求是" in t and "XXX" in t)
    ours = lines(template(whole))[1]
    mine = re.sub(r"【年份】年", "2020年", ours)
    mine, other = re.sub(r"【[^】]*】", "X", mine), re.sub(r"X+", "X", theirs)
    assert mine.count("X") == other.count("X")
    assert difflib.SequenceMatcher(None, mine, other).ratio() > 0.95


def squeezed(text):
    return re.sub(r"([。，])\1*$|\s", "", text)
