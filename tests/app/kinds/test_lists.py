"""What the notice of a year lays down stands in the draft, and is missed where it is not there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import kinds
from app.document.model import Role, block
from app.kinds.writing import write

NUMBERS = "一二三四五六"


def drafted(year, variant="personal", **fields):
    return kinds.draft(kinds.load("duizhao-jiancha"), {"年度": year, **fields}, variant)


def directions(document):
    return [b.text for b in document.blocks if b.role is Role.HEADING2]


@pytest.mark.parametrize(("year", "count"), [("2024", 4), ("2025", 5)])
def test_the_directions_of_the_year_stand_in_the_draft_one_section_each(year, count):
    headings = directions(drafted(year))
    assert len(headings) == count
    for number, heading in zip(NUMBERS, headings, strict=False):
        assert heading.startswith(f"（{number}）带头")
        assert "【" not in heading


def test_a_year_of_which_nothing_is_known_leaves_the_directions_to_the_writer():
    assert all("【对照方面" in heading for heading in directions(drafted("2030")))


def test_a_direction_given_by_the_writer_wins_over_the_list():
    assert directions(drafted("2024", 对照方面一="带头学习"))[0] == "（一）带头学习方面"


def test_another_meeting_goes_by_its_own_notice():
    assert all("【对照方面" in heading for heading in directions(drafted("2024", "branch")))


def test_a_direction_that_no_heading_takes_up_is_missed():
    kind = kinds.load("duizhao-jiancha")
    whole = drafted("2025")
    assert [one for one in kinds.objections(kind, whole) if "规定的" in one.rule.message] == []
    blocks = [
        block("（三）其他方面", Role.HEADING2) if "敬畏人民" in b.text else b for b in whole.blocks
    ]
    (missed,) = [
        one
        for one in kinds.objections(kind, replace(whole, blocks=tuple(blocks)))
        if "规定的" in one.rule.message
    ]
    assert "敬畏人民" in missed.rule.message


def test_the_lists_are_written_into_a_template_and_read_back(tmp_path):
    kind = kinds.load("duizhao-jiancha")
    path = tmp_path / "own.toml"
    path.write_text(write(kind), encoding="utf-8")
    assert kinds.read_file(path).lists == kind.lists


def test_a_list_without_values_is_refused_with_its_line(tmp_path):
    text = write(kinds.load("duizhao-jiancha")).replace("[[lists]]", "[[lists]]\nvaluess = 1", 1)
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(kinds.BrokenKind, match="不认识“valuess”"):
        kinds.read_file(path)
