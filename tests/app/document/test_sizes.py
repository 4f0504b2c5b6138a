"""Texts of odd sizes: none, one, thousands of headings, one paragraph of 200,000 characters.

Work is counted in calls, which are the same on every machine: twice the text, twice the calls.
"""

from __future__ import annotations

import sys

import pytest

from app.document.edits import apply
from app.document.model import document
from app.document.numbering import to_chinese
from app.document.outline import outline, walk
from app.document.recognize import local_role, recognized
from app.document.restructure import move, renumber

_BODY = "各单位要对照目标，逐项抓好落实，确保按期完成。"
_POINTS = "要抓三条：一是压实责任；二是加强调度；三是严格考核。"


def calls(run):
    """Return how many calls something makes."""
    count = 0

    def counted(*_):
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


def headings(size, text=()):
    """Return `size` headings: of every hundred one of the first level, the others below it."""
    return [
        line
        for n in range(size)
        for line in (
            f"{to_chinese(n // 100 + 1)}、抓第{n}批"
            if n % 100 == 0
            else f"（{to_chinese(n % 100)}）抓第{n}件",
            *text,
        )
    ]


def lines(kind, size):
    made = {
        "headings alone": headings(size),
        "headings with text": headings(size, [_BODY]),
        "headings of one level": [f"{to_chinese(n + 1)}、抓第{n}批" for n in range(size)],
        "items": [f"{n % 90 + 1}.抓第{n}批。{_BODY}" for n in range(size)],
        "bare digits": [f"{n % 90 + 1} 抓第{n}批。{_BODY}" for n in range(size)],
        "unnumbered": [line for n in range(size) for line in (f"抓好第{n}批", _BODY)],
        "broken lines": ["各单位要对照目标任务，一项一项梳理，一件一件销号，做到底数清"] * size,
        "titles": ["关于做好工作的通知", "各单位：", _BODY, "2026年3月4日"] * (size // 4),
        "labels": ["附件1", "工作方案"] * (size // 2),
        "bullets": [f"• 抓第{n}批" for n in range(size)],
    }
    return ["关于全年工作的方案", "各单位：", *made[kind]]


KINDS = ("headings alone", "headings with text", "headings of one level", "items", "bare digits",
         "unnumbered", "broken lines", "titles", "labels", "bullets")  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_text_costs_about_twice_the_work(kind):
    def work(size):
        plain = document(*lines(kind, size))
        read = recognized(plain)
        return calls(lambda: (outline(recognized(plain)), renumber(read)))

    assert work(1600) < 2.6 * work(800)


@pytest.mark.parametrize(
    "words", [_BODY, _POINTS, "抓", "一是抓好落实，", "（1）抓好落实；", "一、"]
)
def test_twice_the_paragraph_costs_about_twice_the_work(words):
    def work(size):
        plain = document("某县汇报", words * (size // len(words)))
        return calls(lambda: outline(recognized(plain)))

    assert work(100_000) < 2.6 * work(50_000) + 1000


def test_five_thousand_headings_are_all_found_and_counted():
    read = recognized(document(*lines("headings alone", 5000)))
    nodes = outline(read)
    assert len(nodes) == 50
    assert [len(node.children) for node in nodes] == [99] * 50
    assert renumber(read) == ()


def test_a_section_moves_past_thousands_of_headings_and_those_of_its_level_are_renumbered():
    read = recognized(document(*lines("headings alone", 5000)))
    nodes = outline(read)
    after = apply(read, move(read, nodes[-1].block, nodes[-1].stop, nodes[0].block))
    assert [node.number for node in outline(after)] == [node.number for node in nodes]
    assert outline(after)[0].text == nodes[-1].text


@pytest.mark.parametrize("texts", [(), ("",), ("", "", ""), ("　　",)])
def test_a_text_without_words_has_no_tree(texts):
    read = recognized(document(*texts))
    assert outline(read) == ()
    assert renumber(read) == ()


def test_a_text_without_headings_has_no_tree():
    assert outline(recognized(document("某县简况", *[_BODY] * 2000))) == ()


def test_a_paragraph_of_200_000_characters_is_body_with_its_points():
    read = recognized(document("某县汇报", _BODY * 8000 + _POINTS))
    assert [node.text for node in walk(outline(read))] == ["压实责任", "加强调度", "严格考核"]
    assert str(local_role(read.texts, 1, [block.role for block in read.blocks])) == "body"


def test_a_list_of_thousands_of_names_is_read():
    read = recognized(document("参会人员名单", *["王小明"] * 3000))
    assert len(read.blocks) == 3001
