"""When words that stand twice are no slip: formulas, lists alike, what the law lays down."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.document.model import HEADINGS, Block
from app.patterns import regex

_FORMULA = regex(
    r"四个意识|四个自信|两个维护|两个确立|习近平|中央|全会精神|总书记|为指导|特此|联系人|联系电话|坚强(?:的)?(?:组织)?保[证障]|人民战争|主题教育"
)
_BRACKETED = regex("（[^（）]*）[。；]?")  # 牵头单位 behind each item
# Rows of a table, running heads of a page, what stands in brackets below an item.
_APART = regex(r"\S\s{4,}\S")
_NOTE = regex(r"\s*（[^（）]*）[。；]?\s*$")
# What the law says of each offence, in the same words.
_LAID_DOWN = regex("责令|罚款|没收|处分|追究.{0,6}责任|依法赔偿|吊销|警告")
_POINT = regex(
    r"\s*(?:[0-9]+[.．、]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]+、)\s*"
)
_SHORT = 30  # characters of a sentence that may be said of two things in turn
_FAR = 120  # paragraphs between what is hardly of one paper


def is_prose(text: str) -> bool:
    """Whether a paragraph is no row of a table, no running head and no note in brackets."""
    spaced = len(text.split()) > 1 and _APART.search(text)
    return not ("\t" in text or spaced or _NOTE.match(text))


def is_formula(sentence: str) -> bool:
    """Whether a sentence stands in any paper, or names in brackets who is to do what."""
    return _BRACKETED.fullmatch(sentence) is not None or _FORMULA.search(sentence) is not None


def shared(blocks: Sequence[Block], block: int, first: int, start: int, end: int) -> bool:
    """Whether a sentence is the whole of a point in two lists, each below its own head."""
    points = [_POINT.match(one.text) for one in blocks[first : block + 1]]
    one, other = points[0], points[-1]
    if one is None or other is None or start > other.end():
        return False
    if end < len(blocks[block].text.rstrip()):
        return False
    return any(m is not None and not _alike(m[0], other[0]) for m in points[1:-1])


def meant(blocks: Sequence[Block], block: int, first: int, start: int, end: int) -> bool:
    """Whether words may well stand at a place that stood in the `first` block too.

    They are a clause of many points, far apart, of one village and of another, or of each offence.
    """
    words = blocks[block].text[start:end]
    often = sum(one.text.endswith(words) for one in blocks) > 2
    apart = often or block - first > _FAR or _sectioned(blocks, first, block, end - start)
    return apart or _LAID_DOWN.search(words) is not None


def _sectioned(blocks: Sequence[Block], first: int, block: int, long: int) -> bool:
    """Whether a heading parts two short sentences: what is said of one village, and of another."""
    return long < _SHORT and any(one.role in HEADINGS for one in blocks[first + 1 : block])


def _alike(one: str, other: str) -> bool:
    """Whether two numbers are of one form: 1. and 2., not （一） and 1.."""
    return re.sub("[0-9一二三四五六七八九十]+", "0", one.strip()) == re.sub(
        "[0-9一二三四五六七八九十]+", "0", other.strip()
    )
