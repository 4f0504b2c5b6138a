"""The marks that a text brings along: # and ** of Markdown, small pictures before a number."""

from __future__ import annotations

import re

from app.document.model import SPACES
from app.patterns import regex

VEIL = "\x1f"  # stands in no text, counts as space
AROUND = SPACES + VEIL  # what stands around the words of a veiled text
_SPACES = f" \t\u3000{VEIL}"
_HASHES = regex(r"\s*(?P<marks>#{1,6}[ \t\u3000]+|#{2,6})(?=[^\s#])")
_CLOSING = regex(r"[ \t\u3000]+#+[ \t\u3000]*$")
# **县**局 and **员**风 leave out names, **市场监管**： is bold. Marks in the middle of a sentence
# hold no end of a clause: 以**这一思想**为指导.
_NAMED = "省市县区州旗乡镇村街局委厅处校院同书某员风建章性纪内组支群课费徽史籍龄"
_HAN = "\u4e00-\u9fff"
_BOLD = regex(
    rf"""\*\*(?:(?![{_NAMED}\s])
      (?:(?<=[{_HAN}]\*\*)[^*\n，。；：,;:]{{1,60}}|(?<![{_HAN}]\*\*)[^*\n]{{1,400}})
      (?:(?<=[。：:；;！？])\*\*|(?<!\s)\*\*(?![{_NAMED}]))
    |[{_NAMED}][^*\n]{{2,400}}(?<!\s)\*\*(?=[：:，,。；;、）)]|\s*$))""",
    re.VERBOSE,
)

# 📌 一、时间, ★2.1.3 硬盘: what stands for emphasis before a number.
_SIGN = regex(
    r"\s*(?:(?:[\u2600-\u2767\U0001f000-\U0001faff]\ufe0f?[ \t\u3000]*)+"
    r"(?=[（(]?[0-9０-９一二三四五六七八九十]|第[一二三四五六七八九十0-9]|[①-⑳])"
    r"|[▲△■◆●※][ \t\u3000]*(?=[0-9]{1,2}\.[0-9]))"
)


def depth(text: str) -> int:
    """Return how many # stand before a heading, 0 where the line is none."""
    found = _HASHES.match(text)
    return found["marks"].count("#") if found is not None else 0


def is_bold(text: str) -> bool:
    """Tell whether a line without space around it is bold as a whole."""
    return _BOLD.fullmatch(text) is not None


def bold_spans(text: str) -> list[tuple[int, int]]:
    """Return where a paragraph is bold by its marks, the marks included."""
    return [found.span() for found in _BOLD.finditer(text)] if "**" in text else []


def is_table(text: str) -> bool:
    """Tell whether a line without space around it is a row of a table: | 序号 | 任务 |."""
    return len(text) > 1 and text[0] == text[-1] == "|"


def veiled(text: str) -> str:
    """Return a paragraph as long as it is, with `VEIL` in the place of each sign of a mark."""
    first = text.lstrip(_SPACES)[:1]
    found = _HASHES.match(text) if first == "#" else None
    if found is not None:
        text = VEIL * found.end() + _CLOSING.sub(
            lambda end: VEIL * len(end[0]), text[found.end() :]
        )
        first = text.lstrip(_SPACES)[:1]
    if "**" in text:
        text = _BOLD.sub(_veil, text)
        first = text.lstrip(_SPACES)[:1]
    sign = _SIGN.match(text) if is_sign(first) else None
    return text if sign is None else VEIL * sign.end() + text[sign.end() :]


def is_sign(character: str) -> bool:
    """Tell whether a character is a sign: no letter, no digit, no mark of punctuation."""
    return "\u2500" < character < "\u2800" or character > "\U0001f000"


def _veil(found: re.Match[str]) -> str:
    return VEIL * 2 + found[0][2:-2] + VEIL * 2


def bare(veil: str) -> str:
    """Return what a veiled text says."""
    return veil.replace(VEIL, "") if VEIL in veil else veil
