from __future__ import annotations

from dataclasses import replace

import pytest

from app import kinds
from app.document.model import Document, Role, block, document
from app.document.notation import parse
from app.document.recognize import recognized


def where(kind, text):
    return {found.part.id: found.blocks for found in kinds.parts_found(kinds.load(kind), text)}


def objected(kind, text):
    return [found.rule.id for found in kinds.objections(kinds.load(kind), text)]


def request(*lines):
    head = ("title| 县民政局关于增加经费的请示", "salutation| 县人民政府：")
    return parse("\n".join((*head, *lines, "signature| 县民政局", "date| 2026年3月5日")))


def test_each_part_is_found_where_it_stands():
    text = request("body| 因工作需要，拟增加经费。", "closing| 妥否，请批示。")
    assert where("qingshi", text) == {
        "title": (0,),
        "addressee": (1,),
        "reason": (2,),
        "matter": (2,),
        "closing": (3,),
        "attachment": (),
        "signature": (4,),
        "date": (5,),
        "contact": (),
    }


def test_a_missing_required_part_is_told():
    text = request("body| 因工作需要，拟增加经费。")
    assert [part.id for part in kinds.missing(kinds.load("qingshi"), text)] == ["closing"]


def test_a_part_asked_for_by_the_title_is_missing_only_then():
    kind = kinds.load("gongzuo-zongjie")
    plain = parse("title| 2025年工作总结\nbody| 一年来。\nheading1| 一、成效")
    planned = replace(
        plain, blocks=(block("2025年工作总结及2026年工作打算", Role.TITLE), *plain.blocks[1:])
    )
    assert kinds.missing(kind, plain) == ()
    assert [part.id for part in kinds.missing(kind, planned)] == ["plan"]


def test_a_part_out_of_order_is_told():
    kind = kinds.load("diaoyan-baogao")
    text = parse(
        "title| 关于养老的调研报告\nbody| 采取走访方式。\nheading1| 一、基本情况\nbody| 好。\n"
        "heading1| 二、对策建议\nbody| 好。\nheading1| 三、存在的问题\nbody| 好。\n"
        "heading1| 四、原因分析\nbody| 好。"
    )
    assert [found.part.id for found in kinds.misplaced(kind, text)] == ["proposals"]


def test_attachments_are_not_part_of_the_text():
    text = request("body| 因需。", "closing| 妥否，请批示。")
    longer = Document(
        (*text.blocks, block("附件1", Role.ATTACHMENT_LABEL), block("妥否，请批示。"))
    )
    assert where("qingshi", longer)["closing"] == (3,)


def test_an_empty_document_has_no_parts():
    assert not any(where("tongzhi", Document()).values())
    assert kinds.objections(kinds.load("tongzhi"), Document()) == ()


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("salutation| 县人民政府、县财政局：", "one-addressee"),
        ("salutation| 李明县长：", "no-person"),
        ("closing| 特此报告。", "no-report-closing"),
    ],
)
def test_a_request_objects_to(line, rule):
    text = request("body| 因工作需要，拟增加经费。", "closing| 妥否，请批示。", line)
    assert rule in objected("qingshi", text)


def test_a_request_without_its_closing_is_objected_to():
    assert objected("qingshi", request("body| 因工作需要，拟增加经费。")) == ["closing"]


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("妥否，请批示。", True),
        ("以上事项请批准。", True),
        ("恳请县委解决经费问题。", True),
        ("现将有关情况报告如下。", False),
        ("《关于拨款的请示》已报送，请批准手续齐全。", False),
    ],
)
def test_a_report_holds_no_request(body, wrong):
    text = parse(f"title| 关于工作情况的报告\nsalutation| 县委：\nbody| {body}")
    assert bool(objected("baogao", text)) is wrong


def test_an_objection_points_at_the_words():
    text = parse("title| 关于工作的报告\nbody| 情况如上。妥否，请批示。")
    (first, *_) = kinds.objections(kinds.load("baogao"), text)
    assert text.slice(first.span).startswith("妥否")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("临江县2026年组织工作要点", "gongzuo-yaodian"),
        ("在全县组织工作会议上的讲话", "lingdao-jianghua"),
        ("2025年工作总结及2026年工作打算", "gongzuo-zongjie"),
        ("2025年度述职述廉报告", "shuzhi-baogao"),
        ("关于养老服务的调研报告", "diaoyan-baogao"),
        ("关于工作情况的报告", "baogao"),
        ("关于印发《2026年工作要点》的通知", "tongzhi"),
        ("关于商请支持的复函", "han"),
        ("第12次常务会议纪要", "jiyao"),
        ("关于表扬先进的通报", "tongbao"),
        ("个人对照检查材料", "duizhao-jiancha"),
        ("防汛工作实施方案", "shishi-fangan"),
    ],
)
def test_the_kind_of_a_text_is_told_by_its_title(title, kind):
    text = Document((block(title, Role.TITLE), block("正文。")))
    assert kinds.guess(text) == kind


def test_the_kind_is_told_by_its_turns_of_phrase_where_the_title_is_silent():
    assert (
        kinds.guess(recognized(document("关于经费的事", "需要经费。", "妥否，请批示。")))
        == "qingshi"
    )


def test_a_chosen_kind_is_kept():
    text = Document((block("关于开会的通知", Role.TITLE),))
    chosen = replace(text, details=replace(text.details, kind="han"))
    assert kinds.guess(chosen) == "han"


def test_nothing_is_guessed_of_an_ordinary_text():
    assert kinds.guess(recognized(document("春天来了", "花开了。"))) is None


def test_a_script_spoken_by_turns_is_of_no_kind():
    lines = "男：尊敬的老师", "女：亲爱的同学们", "合：大家好！", "男：班会现在开始。"
    assert kinds.guess(recognized(document("“感恩”主题班会主持词", *lines))) is None
