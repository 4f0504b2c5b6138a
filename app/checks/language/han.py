"""Pieces of patterns that many rules share: Chinese characters, numerals, marks."""

from __future__ import annotations

from typing import Final

from app.patterns import regex

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff〇"
DIGITS: Final = "一二三四五六七八九十"
NUMERALS: Final = "一二三四五六七八九十百"
OPENING: Final = "“‘（《〈【〔「『"
CLOSING: Final = "”’）》〉】〕」』"
MARKS: Final = "，。、；：？！"
IN_PART: Final = "[^，。；：！？、]"  # a character of a clause, or of a member of a row
AT_CLAUSE: Final = "(?:^|(?<=[，。；：]))"  # where a clause begins

_HAN = regex(f"[{HAN}]")
_KANA = regex("[\u3041-\u30fa]")
_LETTERS = regex(r"[^\W\d_]")
# Half-width marks and what they stand for behind a Chinese character.
_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_NARROW_MARK = regex("[,;:!?](?<=[\u4e00-\u9fff”》）%].)")
# 10元/票, 2分: the last cell of a typed row, what is paid or scored.
COLUMN = "[0-9.～—－\\-]+(?:元|分)[^，。；]{0,6}$"
# What parts the cells of a typed table: a tab, or wide spaces on both sides of a cell.
_WIDE_GAP = "(?:[ \u3000]{2,}|[ \u3000]*\t[ \u3000]*)"
_CELLS = regex(rf"\S(?:[ \u3000]*\t\s*\S|{_WIDE_GAP}[^，。；\s]+{_WIDE_GAP}\S)")


def foreign(text: str) -> bool:
    """Whether a paragraph is written in another language, which the rules have nothing to say on.

    An address of the web is no language: it may be a watermark.
    """
    if _HAN.search(text) is None:
        return " " in text.strip() and len(_LETTERS.findall(text)) >= 6 and "www." not in text
    return _KANA.search(text) is not None and 8 * len(_KANA.findall(text)) > len(text)


def widened(text: str) -> str:
    """Return a text with the half-width marks behind Chinese characters made full width."""
    if _NARROW_MARK.search(text) is None:
        return text
    return _NARROW_MARK.sub(lambda found: _WIDE[found[0]], text)


def celled(text: str) -> bool:
    """Whether a line is a row of a table: a tab parts it, or wide spaces with a cell between."""
    return ("  " in text or "\t" in text or "\u3000" in text) and _CELLS.search(text) is not None


def clause_start(text: str, at: int, marks: str = "。；") -> int:
    """Return where the stretch between two such marks begins in which a place stands."""
    return max(text.rfind(mark, 0, at) for mark in marks) + 1
