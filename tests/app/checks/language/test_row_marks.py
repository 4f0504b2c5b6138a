"""Commas where the members of a row are parted, told by what a linear model has learned."""

from __future__ import annotations

import random
import runpy
from pathlib import Path

import pytest

from app.checks.language.row_marks import SCALE, commas, doubtful

TOOL = runpy.run_path(str(Path(__file__).resolve().parents[4] / "tools/row_marks.py"))
LEAST = 2 * SCALE


def told(text):
    return [text[at - 2 : at + 3] for at in doubtful(text, LEAST)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("各站要备足沙袋，铁锹、雨衣等物资。", ["沙袋，铁锹"]),
        ("走访学校，医院、养老院。", ["学校，医院"]),
        ("展出剪纸、刺绣，泥塑等作品六十件。", ["刺绣，泥塑"]),
    ],
)
def test_commas_in_rows_of_many_kinds_are_told(text, rows):
    assert told(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "雨停以后，各村立即清沟排水，抢种晚稻。",
        "会议听取了汇报，审议了方案，通过了决议。",
        "教练由校长赵某、副校长钱某，团委书记孙某担任。",
        "提出“早部署，早行动，早见效”的要求。",
    ],
)
def test_commas_between_clauses_groups_and_in_mottoes_are_left_alone(text):
    assert told(text) == []


def test_a_comma_knows_the_words_up_to_the_marks_around_it():
    (first, second) = commas("备好：沙袋，铁锹和雨衣，发到村里。")
    assert (first.left, first.member, first.join, first.led) == ("沙袋", "铁锹", "和", "：")
    assert (second.left, second.right, second.followed) == ("铁锹和雨衣", "发到村里", "。")


def test_the_tool_learns_rows_from_a_corpus_and_nothing_from_none():
    chance = random.Random(1)  # noqa: S311  no secret
    lines = [
        "备好沙袋、铁锹、雨衣等物资，运到堤上。",
        "雨停以后，抢种晚稻，补种蔬菜，追施肥料。",
    ] * 40
    weights = TOOL["learned"]([*TOOL["examples"](lines, chance)], chance)

    def weighed(text):
        return [sum(weights.get(s, 0) for s in TOOL["signs"](c)) for c in commas(text)]

    assert weighed("备好沙袋，铁锹、雨衣等物资。")[0] > 0 > weighed("补种蔬菜，追施肥料。")[0]
    assert set(TOOL["learned"]([], chance)) == {""}


def test_the_tool_says_how_much_it_tells_and_writes_nothing_unasked(tmp_path, capsys):
    corpus = tmp_path / "corpus.txt"
    corpus.write_text("备好沙袋、铁锹、雨衣等物资，运到堤上。\n" * 60, "utf-8")
    before = TOOL["TABLE"].read_bytes()
    assert TOOL["main"]([str(corpus)]) == 0
    assert "from 2.0: " in capsys.readouterr().out
    assert TOOL["TABLE"].read_bytes() == before
