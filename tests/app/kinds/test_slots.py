from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from strategies import documents

from app import kinds
from app.document.edits import apply
from app.document.model import Document, Role, Span, block, document
from app.kinds.slots import names, written


def found(text):
    return [
        (text[s.span.start : s.span.end], s.name, s.choices) for s in kinds.slots(document(text))
    ]


def unnamed(text):
    return [(written_as, name) for written_as, name, _ in found(text)]


def test_a_named_slot_tells_its_name():
    assert found("由【单位】负责。") == [("【单位】", "单位", ())]


@pytest.mark.parametrize("colon", ["：", ":"])
def test_a_choice_slot_tells_its_values(colon):
    assert found(f"【范围{colon}全县/全区】") == [
        (f"【范围{colon}全县/全区】", "范围", ("全县", "全区"))
    ]


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("XX县人民政府", "XX"),
        ("××局", "××"),
        ("中共X县委", "X"),
        ("某某同志", "某某"),
        ("某县召开会议", "某"),
        ("培训____人次", "____"),
        ("定于【】召开", "【】"),
        ("○○镇", "○○"),
        ("任命（  ）为组长", "（  ）"),
        ("ＸＸ乡", "ＸＸ"),
    ],
)
def test_placeholders_of_foreign_texts_are_slots_without_a_name(text, slot):
    assert unnamed(text) == [(slot, "")]


@pytest.mark.parametrize(
    "text",
    [
        "5×3平方米",
        "“1+N+X”模式",
        "拍X光片",
        "某些地方",
        "某种程度上",
        "A×B",
        "【来源：本报】",
        "【会员专享】",
        "3X型号",
        "二〇二六年",
    ],
)
def test_what_only_looks_like_a_placeholder_is_none(text):
    assert found(text) == []


def test_noise_lines_have_no_slots():
    assert kinds.slots(Document((block("【单位】", Role.NOISE),))) == ()


def test_names_come_once_in_the_order_of_the_text():
    assert names(document("【乙】【甲】", "【乙】XX")) == ("乙", "甲")


def test_a_value_fills_every_slot_of_its_name_and_no_other():
    text = document("【单位】和【单位】", "【年份】年，【单位：甲/乙】")
    filled = apply(text, kinds.fill(text, {"单位": "县委办", "年份": ""}))
    assert filled.texts == ("县委办和县委办", "【年份】年，县委办")


def test_an_unnamed_slot_is_named_alone_or_wherever_it_goes_on_alike():
    text = document("XX县的XX同志在XX县")
    one = kinds.name_slot(text, Span(0, 0, 2), "县名", everywhere=False)
    every = kinds.name_slot(text, Span(0, 0, 2), "县名", everywhere=True)
    assert apply(text, one).texts == ("【县名】县的XX同志在XX县",)
    assert apply(text, every).texts == ("【县名】县的XX同志在【县名】县",)


@given(documents())
def test_slots_lie_within_their_blocks_in_order_and_apart(text):
    spans = [slot.span for slot in kinds.slots(text)]
    assert spans == sorted(spans, key=lambda s: (s.block, s.start))
    assert all(text.slice(span) for span in spans)


@given(documents())
def test_a_filled_slot_is_gone(text):
    text = replace(text, blocks=(*text.blocks, block(written("单位"))))
    filled = apply(text, kinds.fill(text, {"单位": "办公室"}))
    assert "单位" not in names(filled)
