"""Points of a paragraph made paragraphs by promoting, and gathered again by demoting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import read_text

from app.document.edits import apply
from app.document.model import Block, Document, Role, Run, normal
from app.document.outline import outline, walk
from app.document.recognize import recognized
from app.document.restructure import demote, promote

TEXT = "某局要点\n（一）抓学习。要求是，一是早；二是实；三是常。年底检查。\n（二）抓作风。文。"


def node(document, words):
    return next(one for one in walk(outline(document)) if one.text == words)


def promoted(text, words):
    document = read_text(text)
    return recognized(apply(document, promote(document, node(document, words))))


def test_promoted_points_become_items_below_their_paragraph():
    made = promoted(TEXT, "实")
    assert made.texts[1:6] == (
        "（一）抓学习。要求是：", "一是早。", "二是实。", "三是常。", "年底检查。",
    )  # fmt: skip
    assert [made.blocks[at].role for at in (1, 2, 3, 4)] == [Role.HEADING2, *[Role.ITEM] * 3]
    found = [(one.number, one.level) for one in walk(outline(made))]
    assert found[:4] == [("（一）", 1), ("一是", 2), ("二是", 2), ("三是", 2)]


def test_a_paragraph_that_opens_with_its_points_leaves_nothing_before_them():
    made = promoted("某局要点\n一、抓学习\n　　一是早；二是实。", "早")
    assert made.texts[2:] == ("　　一是早。", "　　二是实。")


def test_demoted_items_become_the_points_of_the_paragraph_before_them():
    document = read_text("某局要点\n一、抓学习\n做到：\n一是早。\n\n二是实。\n二、抓作风\n文。")
    made = apply(document, demote(document, node(document, "实")))
    assert made.texts[2:4] == ("做到：一是早；二是实。", "二、抓作风")


def test_items_of_several_sentences_stay_sentences():
    document = read_text(
        "某局要点\n一、抓学习\n做到：\n一是早。天天读。\n二是实。\n二、抓作风\n文。"
    )
    made = apply(document, demote(document, node(document, "早")))
    assert made.texts[2] == "做到：一是早。天天读。二是实。"


def test_items_with_text_below_them_stay():
    document = read_text(
        "某局要点\n一、抓学习\n做到：\n一是早。\n天天读。\n二是实。\n二、抓作风\n文。"
    )
    assert demote(document, node(document, "早")) == ()


def test_bold_words_stay_bold():
    runs = normal([Run("要求：一是"), Run("早", bold=True), Run("；二是实。")])
    document = recognized(Document((Block(normal([Run("一、抓学习")])), Block(runs))))
    made = apply(document, promote(document, node(document, "早")))
    assert [run.text for run in made.blocks[2].runs if run.bold] == ["早。"]


@pytest.mark.parametrize("before", ["做到：", "（一）抓学习。做到：", "今年抓三件事。"])
@given(
    words=st.lists(st.sampled_from(["早", "实", "常", "严，从严", "快"]), min_size=2, max_size=5),
    indent=st.sampled_from(["", "　　"]),
)
def test_what_is_promoted_and_demoted_again_is_as_it_was(before, words, indent):
    numbers = ["一是", "二是", "三是", "四是", "五是"]
    said = "；".join(n + w for n, w in zip(numbers, words, strict=False))
    document = read_text(f"某局要点\n一、总则\n{indent}{before}{said}。")
    point = next(one for one in walk(outline(document)) if one.type == "point")
    made = recognized(apply(document, promote(document, point)))
    item = next(one for one in walk(outline(made)) if one.number == "一是")
    assert apply(made, demote(made, item)).texts == document.texts
