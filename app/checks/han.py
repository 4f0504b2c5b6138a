"""Pieces of patterns that many rules share: Chinese characters, numerals, marks."""

from __future__ import annotations

from typing import Final

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff〇"
DIGITS: Final = "一二三四五六七八九十"
NUMERALS: Final = "一二三四五六七八九十百"
OPENING: Final = "“‘（《〈【〔「『"
CLOSING: Final = "”’）》〉】〕」』"
STOPS: Final = "。！？；"
MARKS: Final = "，。、；：？！"


def is_han(text: str) -> bool:
    """Whether the text is one Chinese character, numerals included, marks not."""
    return len(text) == 1 and ("\u4e00" <= text <= "\u9fff" or "\u3400" <= text <= "\u4dbf")
