"""A paragraph broken into lines is checked as a whole; findings and mends stand in its lines."""

from __future__ import annotations

from dataclasses import replace

from app.checks import check
from app.checks.checker import Checker
from app.document.edits import apply
from app.document.model import Document, block
from app.document.recognize import recognized

TEXT = """某县工作要点
今年全县工作的总体思路是：坚持以习近平新时代中国特色社
会主义思想为指导，全面落实上级关于“三农”和“营商环
境”的部署，按照《某县推进农村人居环境整治提升实施方案
（试行）》要求，突出抓好产业发展、乡村建设、乡村治理三
件大事，推动各项工作再上新的台阶，在一月底前完成年度计
划的编制和下达。各单位要加强组织领导，靠前指挥，确保布
署的各项任务落到实处，取得实效。
一、抓好产业发展
继续实施特色产业提升工程，支持龙头企业做大做强，带动更
多农户稳定增收，确保全年新增设施大棚面积一千亩以上，并
且持续做好技术培训和产销对接工作，让农户种得好卖得出。"""


def document(text: str) -> Document:
    return recognized(Document(tuple([block(line) for line in text.split("\n")])))


def told(text: str) -> set[tuple[str, str]]:
    """Return the rules that find fault and the stretches they find it with."""
    found = document(text)
    return {
        (f.check, found.blocks[f.span.block].text[f.span.start : f.span.end])
        for f in check(found)
        if f.severity != "hint"
    }


def test_quotes_brackets_and_words_go_on_in_the_next_line():
    checks = {name for name, _ in told(TEXT)}
    assert not checks & {"unbalanced_quotes", "unbalanced_brackets", "cut_phrase"}


def test_a_word_broken_between_two_lines_is_found_and_mended_in_both():
    found = document(TEXT)
    wrong = next(f for f in check(found) if "布" in f.message and "部署" in f.message)
    assert found.blocks[wrong.span.block].text[wrong.span.start :].startswith("布")
    mended = apply(found, wrong.fixes[0].edits)
    assert "".join([one.text for one in mended.blocks[6:8]]).count("部署的各项任务") == 1
    assert [one.text for one in mended.blocks[8:]] == [one.text for one in found.blocks[8:]]


def test_a_finding_in_a_later_line_stands_there():
    text = TEXT.replace("靠前指挥，", "靠前指挥。。")
    found = document(text)
    spans = {f.span.block for f in check(found) if f.check == "doubled_punctuation"}
    assert spans == {6}


def test_lines_stay_joined_while_one_of_them_is_typed_in():
    checker, before = Checker(), document(TEXT)
    first = {f.check for f in checker.run(before)}
    changed = list(before.blocks)
    changed[3] = replace(changed[3], runs=block(changed[3].text.replace("推进", "推动")).runs)
    typed = replace(before, blocks=tuple(changed))
    assert {f.check for f in checker.run(typed, idle=False)} <= first
    added = replace(typed, blocks=(block("又一行。"), *typed.blocks))
    checks = {f.check for f in checker.run(added, idle=False)}
    assert "unbalanced_quotes" not in checks


def test_a_text_that_is_not_broken_is_read_as_it_is():
    from app.checks.reading.unbroken import Joiner

    whole = document("某县通知\n现通知如下。\n一、抓好春耕。\n")
    assert Joiner().read(whole, anew=True).document is whole


def test_a_comma_that_ends_a_paragraph_by_mistake_is_told():
    text = "某县通知\n各村要抓好春耕。各组要备好种子，\n各户要管好田块。\n现通知如下。\n"
    found = document(text)
    assert "paragraph_end_mark" in {f.check for f in check(found)}


def test_a_line_to_be_deleted_between_the_lines_of_a_paragraph_can_be():
    lines = TEXT.split("\n")
    found = document("\n".join([*lines[:4], "- 2 -", *lines[4:]]))
    (gone,) = [f for f in check(found) if f.check == "noise_line"]
    assert gone.span.block == 4
    mended = apply(found, gone.fixes[0].edits)
    assert mended.texts == document(TEXT).texts


INDENT = "\u3000\u3000"
SET_IN = f"""某县工作要点
{INDENT}在县委的正确领导，全县各项工作平稳推进。
{INDENT}要认真做为，按时完成。"""


def test_an_indent_of_spaces_keeps_no_clause_from_being_the_first():
    assert ("broken_frame", "正确领导") in told(SET_IN)


def test_findings_and_mends_of_indented_paragraphs_stand_behind_the_indent():
    found = document(SET_IN)
    wrong = next(f for f in check(found) if f.check == "wrong_word")
    assert (wrong.span.block, wrong.span.start) == (2, 5)
    mended = apply(found, wrong.fixes[0].edits)
    assert mended.blocks[2].text == f"{INDENT}要认真作为，按时完成。"


def test_findings_move_when_the_indent_alone_is_changed():
    checker, before = Checker(), document(SET_IN)
    checker.run(before)
    flush = replace(before.blocks[2], runs=block("要认真做为，按时完成。").runs)
    changed = replace(before, blocks=(*before.blocks[:2], flush))
    for text, start in ((changed, 3), (before, 5)):
        found = [f for f in checker.run(text, idle=False) if f.check == "wrong_word"]
        assert [f.span.start for f in found] == [start]


def test_an_indented_text_is_the_same_document_when_it_is_read_again():
    from app.checks.reading.unbroken import Joiner

    joiner, text = Joiner(), document(SET_IN)
    first = joiner.read(text, anew=False).document
    assert first.blocks[1].text.startswith("在县委")
    assert joiner.read(text, anew=True).document is first


def test_behind_the_number_of_a_paragraph_a_sentence_begins_for_rules_about_words():
    text = "某县工作要点\n1.在县委的正确领导，全县各项工作平稳推进。\n2.要认真落实各项措施。"
    assert ("broken_frame", "正确领导") in told(text)
