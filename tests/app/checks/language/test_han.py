from __future__ import annotations

import pytest

from app.checks import check
from app.checks.language.han import celled, foreign
from app.document.model import document
from app.document.recognize import recognized


@pytest.mark.parametrize(
    "text", ["Der “ Hund “ schläft, , nicht.", "Федеральному закону от 1994", "の会議を開催する"]
)
def test_a_paragraph_in_another_language_is_not_checked(text):
    assert foreign(text)
    assert check(recognized(document("一、加强领导", text, "已经完成。"))) == ()


@pytest.mark.parametrize(
    "text", ["加强领导。", "开展 KTV 整治", "www.abc.com 免费", "XXX", "2024", ""]
)
def test_chinese_text_and_what_may_be_a_watermark_is_checked(text):
    assert not foreign(text)


@pytest.mark.parametrize(
    "text",
    ["1  督查督办  4  每月通报一次。", "督查督办\t4\t每月通报", "二、联防联控  15  各站轮流值守，"],
)
def test_a_line_parted_widely_around_a_cell_is_a_row_of_a_table(text):
    assert celled(text)


@pytest.mark.parametrize(
    "text",
    [
        "（一）  及时巡堤，",
        "各村要认真  落实，  逐户登记。",
        "第三条 会员应当遵守章程。",
        "\t开头空格",
    ],
)
def test_a_line_with_a_space_too_many_is_no_row_of_a_table(text):
    assert not celled(text)
