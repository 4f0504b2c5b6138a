"""Lines of Chinese text: what may open and end one, what hangs, what holds together."""

from __future__ import annotations

import pytest

from ui.printing.breaking import break_lines


def broken(text: str, cells: int = 10) -> list[str]:
    """Return the lines of a text whose Chinese characters are one cell wide, Latin ones a half."""
    ends = [0.0]
    for char in text:
        ends.append(ends[-1] + (0.0 if char == "\n" else 0.5 if char.isascii() else 1.0))
    return [text[start:end] for start, end in break_lines(text, ends, lambda _: cells)]


def test_a_text_that_fits_is_one_line():
    assert broken("一二三四五六七八九十") == ["一二三四五六七八九十"]


def test_a_paragraph_without_text_is_one_empty_line():
    assert broken("") == [""]


def test_a_full_stop_hangs_in_the_margin():
    assert broken("一二三四五六七八九十。后") == ["一二三四五六七八九十。", "后"]


@pytest.mark.parametrize("mark", "》）”、，：；？！】〕")
def test_no_closing_mark_opens_a_line(mark):
    second = broken(f"一二三四五六七八九十{mark}{mark}后面")[1]
    assert not second.startswith(mark)


@pytest.mark.parametrize("mark", "《（“【〔")
def test_no_opening_mark_ends_a_line(mark):
    assert broken(f"一二三四五六七八九{mark}十") == ["一二三四五六七八九", f"{mark}十"]


@pytest.mark.parametrize("number", ["2026", "6.5%", "1,000.5", "A-12"])
def test_a_number_is_not_torn(number):
    assert broken(f"一二三四五六七八九{number}年") == ["一二三四五六七八九", f"{number}年"]


def test_a_dash_and_an_ellipsis_are_not_torn():
    assert broken("一二三四五六七八九——十") == ["一二三四五六七八九", "——十"]
    assert broken("一二三四五六七八九……十") == ["一二三四五六七八九", "……十"]


def test_a_percent_sign_stays_with_its_number():
    assert broken("一二三四五六七八九20％") == ["一二三四五六七八九", "20％"]


def test_latin_words_break_at_their_spaces_which_need_no_room():
    assert broken("一二三四五六七八ABCD   EFG") == ["一二三四五六七八ABCD   ", "EFG"]


def test_a_wide_space_between_names_opens_no_line():
    assert broken("一二三四五六七八九十　张三") == ["一二三四五六七八九十　", "张三"]


def test_a_line_break_ends_its_line_and_belongs_to_none():
    assert broken("一\n\n二\n") == ["一", "", "二", ""]


def test_what_is_wider_than_a_line_is_torn():
    assert broken("A" * 25) == ["A" * 20, "A" * 5]
    assert broken("。" * 25)[0] == "。" * 10


def test_lines_join_to_the_text():
    text = "“工作——（一）2026年”，《决定》……ABC def，。；" * 7
    assert "".join(broken(text)) == text
