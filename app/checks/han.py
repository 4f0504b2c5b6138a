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
