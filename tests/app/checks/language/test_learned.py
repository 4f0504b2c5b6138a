"""The tool that makes the tables of the linear models."""

from __future__ import annotations

import random
import runpy
from pathlib import Path

import pytest

from app.checks.language.row_marks import commas

TOOL = runpy.run_path(str(Path(__file__).resolve().parents[4] / "tools/learn.py"))


def test_the_tool_learns_rows_from_a_corpus_and_nothing_from_none():
    chance = random.Random(1)  # noqa: S311  no secret
    lines = [
        "备好沙袋、铁锹、雨衣等物资，运到堤上。",
        "雨停以后，抢种晚稻，补种蔬菜，追施肥料。",
    ] * 40
    weights = TOOL["learned"]([*TOOL["rows"](lines, chance)], 14.0, chance)

    def weighed(text):
        return [sum(weights.get(s, 0) for s in TOOL["comma_signs"](c)) for c in commas(text)]

    assert weighed("备好沙袋，铁锹、雨衣等物资。")[0] > 0 > weighed("补种蔬菜，追施肥料。")[0]
    assert set(TOOL["learned"]([], 14.0, chance)) == {""}


@pytest.mark.parametrize("task", ["rows", "adverbs", "results", "homophones", "gaps", "doubles"])
def test_the_tool_says_how_much_it_tells_and_writes_nothing_unasked(tmp_path, capsys, task):
    corpus = tmp_path / "corpus.txt"
    corpus.write_text("备好沙袋、铁锹、雨衣等物资，尽快地运到堤上。\n" * 60, "utf-8")
    tables = [*TOOL["LEXICONS"].glob("*-marks.tsv")]
    before = [table.read_bytes() for table in tables]
    assert TOOL["main"]([task, str(corpus)]) == 0
    assert "from 2.0: " in capsys.readouterr().out
    assert [table.read_bytes() for table in tables] == before


def test_the_tool_learns_particles_from_a_corpus():
    chance = random.Random(1)  # noqa: S311  no secret
    lines = [
        "大家认真地听取意见，详细地记录下来。",
        "采取有效的解决措施，取得良好的工作成绩。",
    ] * 40
    examples = [*TOOL["marks"]("地")(lines, chance)]
    weights = TOOL["learned"](examples, 3.0, chance)
    told = {told: sum(weights.get(sign, 0) for sign in signs) for signs, told in examples}
    assert told[True] > 0
    assert told.get(False, -1) < told[True]
