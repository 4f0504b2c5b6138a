"""The wished length of a section goes with its title and with the file."""

from __future__ import annotations

from dataclasses import replace

from trees import read_text

from app import formats, journal
from app.document.model import Details
from app.document.outline import outline, walk
from app.document.targets import changed_titles, retitled, with_target

PLAN = "工作要点\n一、抓学习\n每月一次。\n二、抓项目\n（一）抓开工。"


def tree(text):
    return outline(read_text(text))


def kept(details, before, after):
    return retitled(details, changed_titles(tree(before), tree(after)))


def node(text):
    return next(one for one in walk(tree(PLAN)) if one.text == text)


def test_a_wished_length_is_set_changed_and_taken_away():
    details = with_target(with_target(Details(), node("抓学习"), 800), node("抓项目"), 300)
    assert details.targets == (("抓学习", 800), ("抓项目", 300))
    assert with_target(details, node("抓学习"), 0).targets == (("抓项目", 300),)


def test_a_wished_length_follows_its_title_through_a_change_of_words():
    details = Details(targets=(("抓学习", 800),))
    after = PLAN.replace("抓学习", "抓好学习")
    assert kept(details, PLAN, after).targets == (("抓好学习", 800),)


def test_a_wished_length_stays_when_its_section_moves_or_goes():
    details = Details(targets=(("抓学习", 800),))
    moved = "工作要点\n一、抓项目\n（一）抓开工。\n二、抓学习\n每月一次。"
    gone = "工作要点\n一、抓项目\n（一）抓开工。"
    assert kept(details, PLAN, moved) == details
    assert kept(details, PLAN, gone) == details


def test_a_wished_length_is_saved_with_the_file_and_with_the_recovery_copy(tmp_path):
    plan = replace(read_text(PLAN), details=Details(targets=(("抓学习", 800),)))
    path = tmp_path / "要点.docx"
    formats.save_file(path, plan, None)
    assert formats.open_file(path).document.details.targets == (("抓学习", 800),)
    assert journal.from_json(journal.to_json(plan)) == plan
