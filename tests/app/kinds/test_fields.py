from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from strategies import documents

from app import formats, kinds
from app.document.edits import TextEdit, apply
from app.document.model import Details, document


@pytest.fixture
def kind():
    return kinds.load("gongzuo-zongjie")


@pytest.fixture
def draft(kind):
    return kinds.draft(kind, {"单位": "临江县民政局", "年份": "2025"})


def put(kind, text, values):
    """Return the text and details after a change of fields, as a window makes it."""
    changed = apply(text, kinds.put_fields(kind, text, values))
    details = kinds.refilled(kind, text, values)
    return type(text)(changed.blocks, details)


def test_a_draft_knows_its_kind_its_fields_and_its_numbering(draft):
    assert draft.details.kind == "gongzuo-zongjie"
    assert dict(draft.details.fields) == {"单位": "临江县民政局", "年份": "2025", "下年": "2026"}
    assert draft.details.numbering == (("arabic", "restart"),)


def test_a_year_that_follows_another_is_filled_in_by_itself(draft):
    assert draft.texts[0] == "临江县民政局\n2025年工作总结及2026年工作打算"


def test_a_field_not_given_stays_open(draft):
    assert any("【上级】" in text for text in draft.texts)


def test_an_unknown_variant_is_an_error(kind):
    with pytest.raises(KeyError):
        kinds.draft(kind, {}, "nosuch")


def test_a_changed_field_follows_wherever_it_was_filled_in(kind, draft):
    count = sum(text.count("临江县民政局") for text in draft.texts)
    changed = put(kind, draft, {"单位": "江北县民政局"})
    assert sum(text.count("江北县民政局") for text in changed.texts) == count
    assert not any("临江县民政局" in text for text in changed.texts)


def test_a_changed_year_takes_the_next_year_along(kind, draft):
    changed = put(kind, draft, {"年份": "2026"})
    assert changed.texts[0].endswith("2026年工作总结及2027年工作打算")


def test_a_year_typed_by_hand_does_not_follow(kind, draft):
    typed = apply(draft, (TextEdit(4, 0, 0, "自2025届毕业生招录以来，"),))
    changed = put(kind, typed, {"年份": "2026"})
    assert changed.texts[4].startswith("自2025届毕业生招录以来，")
    assert changed.texts[0].startswith("临江县民政局\n2026年")


def test_a_place_edited_by_hand_does_not_follow(kind, draft):
    edited = apply(draft, (TextEdit(0, 0, 6, "本局"),))
    changed = put(kind, edited, {"单位": "江北县民政局"})
    assert changed.texts[0].startswith("本局\n2025年")


def test_a_place_still_follows_when_words_beside_it_were_edited(kind, draft):
    edited = apply(draft, (TextEdit(0, 12, 14, "度的工"),))
    assert "2026年" in put(kind, edited, {"年份": "2026"}).texts[0]


def test_an_emptied_field_opens_its_slots_again(kind, draft):
    changed = put(kind, draft, {"单位": ""})
    assert changed.texts[0].startswith("【单位】\n")
    assert changed.details.field("单位") == ""


def test_a_moved_paragraph_still_follows(kind, draft):
    moved = type(draft)((*draft.blocks[1:], draft.blocks[0]), draft.details)
    assert put(kind, moved, {"单位": "江北县民政局"}).texts[-1].startswith("江北县民政局")


def test_a_text_without_a_kind_follows_where_its_slots_were():
    text = document("【单位】在【年份】年工作，2025件。", "预计【年份】年底完成。")
    filled = put(None, text, {"单位": "临江县民政局", "年份": "2025"})
    assert filled.texts == ("临江县民政局在2025年工作，2025件。", "预计2025年底完成。")
    again = put(None, filled, {"单位": "县民政局", "年份": "2026"})
    assert again.texts == ("县民政局在2026年工作，2025件。", "预计2026年底完成。")


def test_a_short_value_follows_in_a_phrase_put_in_later(kind, draft):
    longer = apply(draft, (TextEdit(4, 0, 0, "会同【会办】股室研究后报县里。"),))
    filled = put(kind, longer, {"会办": "法规"})
    changed = put(kind, filled, {"会办": "办公室"})
    assert changed.texts[4].startswith("会同办公室股室研究后报县里。")


def test_where_slots_were_filled_is_saved_with_the_file(tmp_path):
    filled = put(None, document("“【事】”<在>【年份】年办"), {"年份": "2025", "事": "甲"})
    path = tmp_path / "甲.docx"
    formats.save_file(path, filled, None)
    opened = formats.open_file(path).document
    assert opened.details.filled == filled.details.filled
    assert put(None, opened, {"年份": "2026"}).texts == ("“甲”<在>2026年办",)


def test_the_same_value_again_changes_nothing(kind, draft):
    assert kinds.put_fields(kind, draft, {"单位": "临江县民政局"}) == ()


def test_defaults_speak_of_the_day(kind):
    given = kinds.defaults(kind, date(2026, 3, 5))
    assert given["年份"] == "2026"
    notice = kinds.defaults(kinds.load("tongzhi"), date(2026, 3, 5))
    assert notice["成文日期"] == "2026年3月5日"


def test_a_slot_offers_its_own_values_or_those_of_its_field():
    kind = kinds.load("gongzuo-yaodian")
    inline, named, other = kinds.slots(document("【范围：甲/乙】【范围】【单位】"))
    assert kinds.choices_of(inline, kind) == ("甲", "乙")
    assert "全县" in kinds.choices_of(named, kind)
    assert kinds.choices_of(other, kind) == ()
    assert kinds.choices_of(named, None) == ()


@given(documents())
def test_filled_in_is_filled_in_whatever_the_text(text):
    kind = kinds.load("gongzuo-zongjie")
    text = replace(text, details=Details(fields=(("单位", "年"), ("年份", "2025"))))
    changed = put(kind, text, {"单位": "县民政局", "年份": "2026"})
    assert changed.details.field("下年") == "2027"
