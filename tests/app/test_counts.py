"""字数 as Chinese offices count them."""

from __future__ import annotations

import pytest

from app import counts
from app.document.model import Document, Role, block


@pytest.mark.parametrize(
    ("text", "words", "han", "foreign"),
    [
        ("清河县2026年工作，共3项。", 12, 8, 2),
        ("同志们：", 4, 3, 0),
        ("“十四五”规划", 7, 5, 0),
        ("GDP增长5.5%", 4, 2, 2),
        ("", 0, 0, 0),
        ("　　", 0, 0, 0),
    ],
)
def test_a_character_or_mark_counts_one_and_so_does_a_foreign_word(text, words, han, foreign):
    found = counts.of_texts([text])
    assert (found.words, found.han, found.foreign) == (words, han, foreign)


def test_noise_lines_are_not_counted():
    document = Document((block("正文", Role.BODY), block("水印水印", Role.NOISE)))
    assert counts.of_document(document).words == 2


def test_a_speech_takes_its_characters_by_the_speed():
    assert counts.minutes(counts.of_texts(["讲" * 440]), 220) == 2
