from __future__ import annotations

import pytest

from app import kinds
from app.document.model import Document, Role, block
from app.document.notation import parse

IDS = [name.id for name in kinds.listing()]


@pytest.mark.parametrize("kind", IDS)
def test_all_that_a_template_says_is_in_its_guide(kind):
    loaded = kinds.load(kind)
    said = "\n".join(line for advice in kinds.guide(loaded) for line in advice.lines)
    for part in loaded.parts:
        assert part.hint in said
    for text in (loaded.when, loaded.title, *loaded.openings, *loaded.transitions):
        assert text in said
    for text in (*loaded.closings, *loaded.headings, *loaded.levels):
        assert text in said
    for rule in loaded.rules:
        assert rule.message in said
    assert str(loaded.length[0]) in said


def test_phrases_are_marked_as_texts_to_insert():
    marked = [advice.title for advice in kinds.guide(kinds.load("tongzhi")) if advice.phrases]
    assert marked == ["小标题的句式", "开头", "过渡", "结尾"]


def test_parts_tell_their_place_their_open_slots_and_what_is_missing():
    text = parse("title| 【单位】关于【事由】的请示\nbody| 因【缘由】，拟办理。")
    found = {s.part.id: s for s in kinds.standing(kinds.load("qingshi"), text)}
    assert (found["title"].blocks, found["title"].open, found["title"].missing) == ((0,), 2, False)
    assert (found["addressee"].blocks, found["addressee"].missing) == ((), True)
    assert found["attachment"].missing is False


def test_length_leaves_out_blanks_noise_and_breaks():
    text = Document((block("一\n二 三"), block("广告", Role.NOISE), block("", Role.BLANK)))
    assert kinds.length(text) == 3
