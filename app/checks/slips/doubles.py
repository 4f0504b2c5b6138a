"""Words typed twice; a character, told by how much less the text costs with one of the two."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.language.likelihood import language
from app.checks.language.segments import segments
from app.checks.reading.passages import Suspect

_REACH = 10  # characters looked at on both sides
_LONGEST = 4  # characters of a word that may end or begin with one of the two
# 市市场监管局, 各各自, 对对口: a word of one character before one that begins with it.
_BEFORE = frozenset(
    "市县省区镇乡村州局部厅院会馆股队课楼科室处站社组委校厂矿店行团车船机各全本我该对"
)
# What may be said twice: every one of them, do it a little, numerals, sounds.
_TWICE = frozenset(
    "颗粒滴朵片缕阵串排批座棵盏顶只群桩校会场桌班课题路盘份笔池块组粮树声岁丛独童一二三四五六七八九十百千零〇"
    "敲抄翻挤捅看听跑走说想问写摸捏拍擦扫洗晒尝试练笑动享逛聊谈歇等瞧咔嗵哗浩滂沛叮当咚铃"
)
_OFFICE = frozenset("长务员里机内属级")  # behind an organ that ends in the same character
# How far apart what stands twice begins, and how long it is: 会会, 安全安全, 通过了通过.
_ECHOES = ((1, 1), (2, 2), (3, 2), (4, 4), (5, 5))
_BITS = 32  # of a character
_KNOWN = 45  # what speaks for two characters that are a word


def echoes(text: str) -> Iterator[Suspect]:
    """Yield where one to five characters stand again at once, or two of them one further on.

    The text is held against itself as a number, which takes a third of the time of a pattern.
    """
    written = text.encode("utf-32-le", "surrogatepass")
    number = int.from_bytes(written, "little")
    for apart, size in _ECHOES:
        differing = (number ^ number >> _BITS * apart).to_bytes(len(written), "little")
        alike = bytes(_BITS // 8 * size)
        at = differing.find(alike)
        while at >= 0:
            start, beside = divmod(at, _BITS // 8)
            if not beside and _han(text[start]):
                yield Suspect(start, start + apart + size)
            at = differing.find(alike, (start + 1) * _BITS // 8)


def saved(text: str, at: int) -> int:
    """Return how much less the stretch around two like characters costs with one of them.

    0 where they belong to two words, or to one.
    """
    if text[at - 1 : at] == "“" or _meet(text, at):
        return 0
    start = at
    while start and at - start < _REACH and _han(text[start - 1]):
        start -= 1
    end = at
    while end < len(text) and end - at < _REACH and _han(text[end]):
        end += 1
    run = text[start:end]
    place = at - start
    known = _KNOWN if text[at : at + 2] in language().number else 0
    return _cost(run) - _cost(run[:place] + run[place + 1 :]) - known


def inside(text: str, at: int) -> bool:
    """Whether a longer word stands there without the second of two like characters: 互联联网.

    Not where both halves are words that have been met one behind the other: 共产党党员.
    """
    tables = language()
    for low in range(max(at - 2, 0), at):
        for high in (at + 3, at + 4):
            left, right = text[low : at + 1], text[at + 1 : high]
            if left + right[1:] in tables.number and len(right) == high - at - 1:
                return not tables.met(left, right)
    return False


def _meet(text: str, at: int) -> bool:
    """Whether the first of two like characters ends a word and the second begins one."""
    known = language().number
    if text[max(at - 1, 0) : at + 2] in known:
        return True
    begins = any(text[at + 1 : at + 1 + size] in known for size in range(2, _LONGEST + 1))
    ends = text[at] in _BEFORE or any(
        text[max(at + 1 - size, 0) : at + 1] in known for size in range(2, _LONGEST + 1)
    )
    if text[at] in _BEFORE and text[at + 2 : at + 3] in _OFFICE:
        return True
    return (begins and ends) or (text[at] in _TWICE and not ends)


def _cost(run: str) -> int:
    """Return what the words of a stretch cost, each behind the one before it."""
    return sum(segments(run).costs[:-1])


def _han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"
