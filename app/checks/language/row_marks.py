"""Commas that stand where the members of a row are parted, which 、 does: 登记，审核和发证.

Told by weights that a linear model learned from newspapers: how long and of what sorts what stands
on both sides is, and which marks are around (resources/lexicons/row-marks.tsv, tools/learn.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from app.checks.language.learned import BIAS, weight, weights_of
from app.checks.language.words import tagged
from app.patterns import regex

TABLE = "row-marks.tsv"

_STOP = regex("[，。；：！？“”（）]")
_JOIN = regex("以及|和(?![谐平睦解气])|及(?!时)|与(?<![参给赠]与)(?!会|否)|或(?!许)|等(?![级于待])")
# 共有4个节目，快板节目、相声节目……: what the row is of. 走访企业，职工和家属都很满意: who does it.
_SUMMED = regex("[0-9几数多一两二三四五六七八九十][个名支种类项大条点段][^0-9]{0,6}$")
# 校长甲、乙，党委书记丙，……: a comma parts groups of persons by their posts.
_POST = regex(
    "书记|主任|主席|[局处院校部会馆台站队科县市厅省镇乡区州行社]长|秘书|记者|院士|教授|研究员|代表|导演|经理|委员|主编"
)
_DOERS = regex("[\u4e00-\u9fff]{1,8}[和与及][\u4e00-\u9fff]{1,6}?[都均也将应已很]")
# A comma with what stands before it and behind it up to the next mark. Characters that open or end
# what stands beside a comma in one of fifty rows at most are left out.
_MARKS = r"，、。；：！？“”（）《》—…,;:!?『』\s"
_OPENS = (
    "在我这他并是但而也就使其还把由又如只将都因应今已必它那去才该她或你却既然尽甚仅则此虽仍至另像"
)
_ENDS = "说时后下前了是此外起看而始绍过在向今讲"
_COMMA = regex(
    rf"(?<![^{_MARKS}])([^{_MARKS}]++)(?<![{_ENDS}])，(?=([^{_MARKS}{_OPENS}][^{_MARKS}]*+)([{_MARKS}])?)"
)
_NOMINAL = frozenset(("n", "vn", "a", "b", "j", "l", "i", "uj", "f", "s", "m", "q", "t", "e"))
_ROW = 60  # characters on each side of a comma in which pairs are counted
_MOST = 12  # characters of the member behind a comma
_BEFORE, _BEHIND = 14, 8  # characters before a comma, and behind the member, whose words are told
# What is seen without looking at words must weigh so much: five in a hundred of the commas told
# do not, and nine of ten of all.
_LIKELY = -40

Shape: TypeAlias = tuple[str, str, str, str, str, int, bool, bool, bool]


class Comma(NamedTuple):  # made for each comma: at half the cost of a dataclass
    """A comma at a place; `left` and `right` reach to the marks around it, `led` and `followed`.

    What stands behind it may be one member of a row up to a word that joins it to the next, `join`.
    """

    at: int
    left: str
    right: str
    led: str
    followed: str
    member: str
    join: str

    @property
    def shape(self) -> Shape:
        """How long what stands beside it is, the marks around, and what both sides share."""
        left, member = self.left, self.member
        size, long = len(left), len(member)
        ends = (left[-1] == member[-1]) + (left[-2:] == member[-2:])
        echoed = size >= long and left[-long] == member[0]
        opens = left[0] == member[0]
        marks = self.led, self.followed, self.join
        return (_size(size), _size(long), *marks, ends, opens, size == long, echoed)

    @property
    def edges(self) -> tuple[str, str]:
        """The characters beside it, as signs."""
        return f"M{self.left[-1]}", f"N{self.member[0]}"

    @property
    def inner(self) -> list[str]:
        """What is seen by the words and their sorts."""
        behind = self.right[len(self.member) + len(self.join) :][:_BEHIND]
        rest = f"，{behind}" if behind else ""
        words, kinds = tagged(f"{self.left[-_BEFORE:]}，{self.member}{rest}")
        one = words.index("，")
        two = words.index("，", one + 1) if behind else len(words)
        lefts, members = words[:one], words[one + 1 : two]
        before, inside, after = kinds[:one], kinds[one + 1 : two], kinds[two + 1 :]
        join, count, size = self.join, len(inside), _size(len(self.member))
        around = f"{self.led}{self.followed}{join}"
        last, first, final = before[-1], inside[0], inside[-1]
        shape, two_before, two_inside = "".join(inside), "".join(before[-2:]), "".join(inside[:2])
        two_after = f"{join}{''.join(after[:2])}"
        same = "".join(before[-count:]) == shape
        verbs = f"{'v' in before}{'v' in inside}"
        return [
            f"f{last}{first}",
            f"g{two_before}/{first}",
            f"h{last}/{two_inside}",
            f"i{two_before}/{shape}" if count < 4 else f"i{count}",
            f"j{shape}" if count < 5 else f"jj{final}",
            f"k{last}{final}{same}",
            f"l{same}{size}{join}",
            f"p{members[0]}",
            f"q{members[-1]}",
            f"r{lefts[-1]}",
            f"s{lefts[0]}{before[0]}",
            f"t{two_after}",
            f"u{join}{''.join(after[:4])}{self.followed}",
            f"v{verbs}{around}",
            f"w{verbs}{_size(len(self.left))}{size}",
            f"z{len(lefts[-1])}{last}{size}{final}",
            f"A{first}{around}",
            f"B{last}{around}",
            f"C{two_inside}{final}{size}",
            f"D{count}{'v' in inside[1:]}{first}",
            f"E{last}{final}{size}{around}",
            f"F{same}{self.left[-1] == self.member[-1]}{around}",
            f"G{''.join(words[two + 1 : two + 2])}{join}",
            f"H{last}{shape}{two_after}" if count < 3 else "H",
            *_governed(lefts, before, inside, around, size),
        ]


def outer(shape: Shape) -> list[str]:
    """Return what is seen without words: a letter for what is looked at, and what is seen."""
    before, size, led, followed, join, ends, opens, even, echoed = shape
    around = f"{led}{followed}{join}"
    return [
        f"a{before}{led}",
        f"b{size}{followed}{join}",
        f"c{before}/{size}",
        f"d{around}",
        f"e{around}{size}",
        f"m{ends}{even}{size}",
        f"n{ends}{opens}{echoed}",
        f"o{even}{opens}{led}{followed}",
    ]


def doubtful(text: str, least: int, beside: int) -> list[int]:
    """Return the places of the commas that weigh at least so much: 、 is far likelier there.

    The next comma of the same row need weigh only as much as `beside`: who parts two members of a
    row with a comma parts the others so too.
    """
    known, weights = weights_of(TABLE), dict[int, int]()
    for comma in commas(text):
        last, first = comma.edges
        seen = _shaped(comma.shape) + known.get(last, 0) + known.get(first, 0)
        if seen >= _LIKELY and not excused(comma, text):
            weights[comma.at] = seen + weight(TABLE, comma.inner)
    told = {at for at, weighed in weights.items() if weighed >= least}
    if not told:
        return []
    for places in (sorted(weights), sorted(weights, reverse=True)):
        for at, other in pairwise(places):
            low, high = min(at, other), max(at, other)
            if at in told and weights[other] >= beside and not _STOP.search(text, low + 1, high):
                told.add(other)
    return sorted(told)


@lru_cache(maxsize=4_000)
def _shaped(shape: Shape) -> int:
    """Return what a shape weighs, with what a comma has before anything is known of it."""
    return weight(TABLE, (BIAS, *outer(shape)))


def commas(text: str) -> Iterator[Comma]:
    """Yield the commas that the members of a row may have between them."""
    for found in _COMMA.finditer(text):
        left, right, followed = found.groups()
        joined = _JOIN.search(right, 1)
        member, join = (right[: joined.start()], joined[0]) if joined else (right, "")
        if len(member) <= _MOST:
            led, at = text[found.start() - 1 : found.start()], found.end() - 1
            yield Comma(at, left, right, led or "^", followed or "$", member, join)


def excused(comma: Comma, text: str) -> bool:
    """Whether a comma of a text is right, whatever stands around it: the row is of another kind."""
    if comma.led == comma.followed == "、" and _paired(text, comma.at):
        return True
    return bool(
        _SUMMED.search(comma.left)
        or _DOERS.match(comma.right)
        or _POST.search(comma.right)
        or _motto(text, comma.at)
    )


def _paired(text: str, at: int) -> bool:
    """Whether a comma parts pairs of words: 早发现、早报告，早隔离、早治疗."""
    before = _STOP.split(text[max(at - _ROW, 0) : at])[-1]
    behind = _STOP.split(text[at + 1 : at + _ROW], maxsplit=1)[0]
    return before.count("、") == behind.count("、")


def _motto(text: str, at: int) -> bool:
    """Whether a comma stands in quoted words that commas cut into even parts: “高标准，严要求”."""
    start, end = text.rfind("“", 0, at), text.find("”", at)
    if start < 0 or end < 0 or "”" in text[start:at] or "“" in text[at:end]:
        return False
    return len({len(part) for part in text[start + 1 : end].split("，")}) == 1


def _governed(
    lefts: Sequence[str], kinds: Sequence[str], member: Sequence[str], around: str, size: str
) -> list[str]:
    """Return what the last verb or preposition before a comma tells: 采取夜校，板报等形式."""
    at = next((at for at in range(len(kinds) - 1, -1, -1) if kinds[at] in "vp"), -1)
    if at < 0:
        return [f"I-{around[0]}", f"J-{''.join(member)[:3]}"]
    between, verb = kinds[at + 1 :], kinds[at]
    nominal = _NOMINAL.issuperset(between)
    shape = "".join(member) if len(member) < 3 else member[-1]
    held = _size(sum(map(len, lefts[at + 1 :])))
    return [
        f"I{lefts[at]}{nominal}",
        f"J{verb}{len(between)}{nominal}{shape}",
        f"K{verb}{nominal}{around}{member[0]}",
        f"L{verb}{held}/{size}{nominal}{_NOMINAL.issuperset(member)}",
    ]


def _size(length: int) -> str:
    """Return how long something is, the longer the more roughly."""
    if length < 8:
        return str(length)
    return "7" if length == 8 else "8" if length < 13 else "9"
