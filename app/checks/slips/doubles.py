"""Words typed twice; a character, told by how much less the text costs with one of the two.

Where that alone does not tell, a linear model (tools/learn.py) weighs what is gained, the words
that the one or the other may belong to, and which character it is. The table is described in
resources/lexicons/README.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.checks.language.learned import BIAS, weight
from app.checks.language.likelihood import language
from app.checks.language.segments import segments
from app.checks.reading.passages import Suspect

TABLE = "double-marks.tsv"
_LIKELY = 400  # how likely a slip must be in the unit of learned.SCALE
_REACH = 10  # characters looked at on both sides
_LONGEST = 4  # characters of a word that may end or begin with one of the two
# 市市场监管局, 各各自, 对对口: a word of one character before one that begins with it.
_BEFORE = frozenset(
    "市县省区镇乡村州局部厅院会馆股队课楼科室处站社组委校厂矿店行团车船机各全本我该对"
)
# What may be said twice: every one of them, do it a little, numerals, sounds.
_TWICE = frozenset(
    "颗粒滴朵片缕阵串排批座棵盏顶只群桩校会场桌班课题路盘份笔池块组粮树声岁丛独童一二三四五六七八九十百千零〇"
    "敲抄翻挤捅看听跑走说想问写摸捏拍擦扫洗晒尝试练笑动享逛聊谈歇等瞧咔嗵哗浩滂沛叮当咚铃强双小山新点"
)
# Each of them, or an organ before a word of its name: 市市场监管局, 期期, 座座.
_EVERY = frozenset("市省县区乡镇村部局处股队科室党院厅社楼船车网标期趟根座面换柱")
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
    known = _KNOWN if text[at : at + 2] in language().number else 0
    return _gained(text, at) - known


def _gained(text: str, at: int) -> int:
    """Return how much less the stretch around a character costs without it."""
    start = at
    while start and at - start < _REACH and _han(text[start - 1]):
        start -= 1
    end = at
    while end < len(text) and end - at < _REACH and _han(text[end]):
        end += 1
    run = text[start:end]
    place = at - start
    return _cost(run) - _cost(run[:place] + run[place + 1 :])


def likely(text: str, at: int) -> bool:
    """Whether one of two like characters is more likely left over than meant.

    Not where both may belong to words, nor where the character is said twice for each of a kind.
    """
    if text[at] in _TWICE or text[at] in _EVERY:
        return False
    ends, begins = joined(text, at)
    return not (ends and begins) and weight(TABLE, [BIAS, *signs(text, at)]) >= _LIKELY


def joined(text: str, at: int) -> tuple[int, int]:
    """Return how long a word ends with the first of two like characters and one begins there.

    That is the longest of two to four characters, 0 for none.
    """
    known = language().number

    def longest(words: Iterable[str]) -> int:
        return max((len(word) for word in words if word in known), default=0)

    sizes = range(2, _LONGEST + 1)
    ends = longest(text[at + 1 - size : at + 1] for size in sizes if at + 1 >= size)
    return ends, longest(text[at + 1 : at + 1 + size] for size in sizes)


def signs(text: str, at: int) -> list[str]:
    """Return what is seen of two like characters: a letter for what is looked at, how much it is.

    That is what is gained without one of them, the words they may belong to, what the two cost as
    a word, whether marks stand beside them, whether other two like ones do, whether a word reaches
    across, what the character costs, and the character.
    """
    tables, twice = language(), text[at : at + 2]
    ends, begins = joined(text, at)
    before, behind = text[max(at - 2, 0) : at], text[at + 2 : at + 4]
    across = (text[max(at - 1, 0) : at + 2], text[at : at + 3], text[max(at - 1, 0) : at + 3])
    return [
        f"g{min(max(_gained(text, at) // 10, -5), 30)}",
        f"e{ends}",
        f"b{begins}",
        f"j{ends}{begins}",
        f"t{min(tables.single(twice) // 15, 12)}" if twice in tables.number else "t",
        f"n{_han(behind[:1])}",
        f"p{_han(before[-1:])}",
        f"q{any(len({*pair}) < len(pair) for pair in (before, behind))}",
        f"x{any(word in tables.number for word in across)}",
        f"w{tables.single(twice[0]) // 12}",
        twice[0],
    ]


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
