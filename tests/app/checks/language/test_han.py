from __future__ import annotations

import pytest

from app.checks import check
from app.checks.language.han import foreign
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
