"""Numbers as rules reckon with them: 一百八十户 read as 180户, each place known in the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from app.checks.amounts.quantities import UNITS
from app.patterns import regex

_PLAIN, _FORMAL = "一二三四五六七八九", "壹贰叁肆伍陆柒捌玖"
_DIGIT = f"{_PLAIN}两{_FORMAL}"
_NOUGHT = "零〇○"
_MORE = f"[{_DIGIT}{_NOUGHT}十百千万亿拾佰仟]{{0,24}}+"
_UNIT = (
    rf"(?:{UNITS.removeprefix('[万亿]?')}|厘米|毫米|公斤|千克|斤|克|公顷|小时|分|周|月|日|年(?!代)|时|点|"
    "秒|根|棵|瓶|箱|袋|本|层|盏|眼|口|艘|架|趟|班|组|队|页|票|课时|学时|节(?![约能日目水])|标段)"
)
# The first character stands alone: the engine looks for it many times as fast.
_NUMERAL = re.compile(
    rf"[{_DIGIT}十拾](?:(?P<rate>(?<=百分之.)){_MORE}(?:点[{_PLAIN}{_NOUGHT}]+)?(?![多几余来点])|{_MORE}(?:点[{_PLAIN}{_NOUGHT}]+(?=[万亿]?(?![分时点月日]){_UNIT})|(?=[余多]?[万亿]?{_UNIT})))"
)
_GROUPED = re.compile("(?<![0-9.,])[1-9][0-9]{0,2}(?:,[0-9]{3})++(?![0-9,])")  # 1,200
_YEAR = regex(f"[一二][{_PLAIN}{_NOUGHT}]{{3}}")
_ARABIC = regex("[0-9]")
_BROAD = regex("[０-９]")
_FOLDED = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
# What stands before a numeral that is no amount: an ordinal, a day of the week, about so many.
_NO_AMOUNT = frozenset("第初周之零〇“‘《.0123456789")
_ROUGH = frozenset("几数好若")
_RANGE = frozenset("至到或、—～－-")
_WORDS = regex("分之|个(?:意识|自信|维护|全面|代表|服从|文明|确立|一百年)|[人家](?:行|村|组)")
_ONE = regex("人(?!民|大|员|生)|名|户|元(?!化)|亩|吨|岁|月|级标段")
_SECTION = regex(
    rf"(?:(?P<q>[{_DIGIT}])[千仟])?(?:零?(?P<b>[{_DIGIT}])[百佰])?(?P<s>零?[{_DIGIT}]?[十拾])?(?P<z>零)?(?P<u>[{_DIGIT}])?"
)
_VALUES = {
    **{c: n for n, c in enumerate(_PLAIN, 1)},
    **{c: n for n, c in enumerate(_FORMAL, 1)},
    "两": 2,
    **dict.fromkeys(_NOUGHT, 0),
}
_HUNDREDTHS = "百分之"
_NUMERALS = frozenset((*_VALUES, *"十百千万亿拾佰仟"))


class Figures(NamedTuple):  # made for each paragraph: at half the cost of a dataclass
    """A text with its amounts in half width digits, and where they come from.

    `shifts` holds the start and end of each numeral written anew, here and in the text.
    """

    text: str
    shifts: tuple[tuple[int, int, int, int], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the text a stretch of this one stands, whole numerals always."""
        return self._start(start), self._end(end)

    def _start(self, at: int) -> int:
        place = bisect_right(self.shifts, at, key=lambda shift: shift[0]) - 1
        if place < 0:
            return at
        _, end, first, last = self.shifts[place]
        return first if at < end else at - end + last

    def _end(self, at: int) -> int:
        place = bisect_left(self.shifts, at, key=lambda shift: shift[0]) - 1
        if place < 0:
            return at
        _, end, _, last = self.shifts[place]
        return last if at <= end else at - end + last


def figures(text: str) -> Figures:
    """Return a text with its amounts in digits: 一百八十户, 四千五百元, 二〇二一年, 百分之二十.

    The commas of 1,200万元 go. Words, ordinals and what is said roughly stay as they are; so does a
    lone numeral (三个) beside digits, where it is a word as a rule.
    """
    if _BROAD.search(text):
        text = text.translate(_FOLDED)
    told = [*_NUMERAL.finditer(text)]
    if "," in text and (grouped := [*_GROUPED.finditer(text)]):
        told = sorted([*told, *grouped], key=lambda found: found.start())
    if not told:
        return Figures(text)
    lone = _ARABIC.search(text) is None
    made: list[str] = []
    shifts: list[tuple[int, int, int, int]] = []
    done = size = 0
    for found in told:
        said = _said(text, found, lone=lone)
        if said is None:
            continue
        start, end = found.span()
        if found.re is _NUMERAL and found["rate"] is not None:
            start -= len(_HUNDREDTHS)
        size += start - done
        made += text[done:start], said
        shifts.append((size, size + len(said), start, end))
        size += len(said)
        done = end
    if not shifts:
        return Figures(text)
    return Figures("".join([*made, text[done:]]), tuple(shifts))


def value(numeral: str) -> int | None:
    """Return the value of a numeral said in full, None for 三五, 二百五 and the like."""
    above, large, below = numeral.rpartition("亿")
    middle, ten_thousands, rest = below.rpartition("万")
    parts = [_section(part.removeprefix("零")) for part in (above, middle, rest)]
    if (large and not parts[0]) or (ten_thousands and not parts[1]) or None in parts:
        return None
    if len(rest) == 1 and (large or ten_thousands):
        return None  # 一万五: of which scale the last is remains open
    first, second, third = [part or 0 for part in parts]
    return (first * 10_000 + second) * 10_000 + third


def _said(text: str, found: re.Match[str], *, lone: bool) -> str | None:
    """Return the digits for a numeral, None where it is none or a word."""
    start, end = found.span()
    if found.re is _GROUPED:
        return found[0].replace(",", "")
    if found["rate"] is None and _word(text, start, end, lone=lone):
        return None
    whole, _, part = found[0].partition("点")
    if end - start == 4 and text[end : end + 1] == "年" and _YEAR.fullmatch(whole):
        return "".join([str(_VALUES[c]) for c in whole])
    number = value(whole) if len(whole) > 1 else _VALUES.get(whole, 10)
    if number is None:
        return None
    if found["rate"] is not None:
        return f"{number}{_tenths(part)}%"
    return f"{number}{_tenths(part)}" if part else _digits(number)


def _word(text: str, start: int, end: int, *, lone: bool) -> bool:
    """Whether a numeral is an ordinal, one end of a range or a word."""
    if end - start == 1 and (not lone or text[start : end + 1] == "十分"):
        return True
    before = text[max(start - 2, 0) : start]
    mark = before[-1:]
    if (
        (mark in _NO_AMOUNT or before == "星期")
        or (mark in _ROUGH and text[start] in "十拾")  # 几十户, 数十人
        or (mark in _RANGE and before[:1] in _NUMERALS)  # 二十至三十户
    ):
        return True
    if _WORDS.match(text, end):
        return True
    if end - start > 1 or text[start] != "一":
        return False
    return not (_ONE.match(text, end) or before[-1:] == "月")


def _tenths(part: str | None) -> str:
    return "." + "".join([str(_VALUES[c]) for c in part]) if part else ""


def _digits(number: int) -> str:
    """Return a number in digits, 万 and 亿 kept where it has nothing below them."""
    if number and number % 100_000_000 == 0:
        return f"{number // 100_000_000}亿"
    if number and number % 10_000 == 0:
        tens = number // 10_000
        return f"{tens}万" if tens < 10_000 else f"{tens / 10_000:.4f}".rstrip("0") + "亿"
    return str(number)


def _section(numeral: str) -> int | None:
    """Return the value of a numeral below ten thousand, 0 for none, None for what is none."""
    found = _SECTION.fullmatch(numeral)
    if found is None:
        return None
    thousands, hundreds, tens, ones = found["q"], found["b"], found["s"], found["u"]
    if ones and (thousands or hundreds) and not tens and not found["z"]:
        return None  # 二百五
    if found["z"] and not ones:
        return None
    ten = (tens or "").removeprefix("零")[:-1]
    if tens and not ten and (thousands or hundreds):
        return None
    return (
        1000 * _VALUES.get(thousands, 0)
        + 100 * _VALUES.get(hundreds, 0)
        + 10 * (_VALUES.get(ten, 0) if ten else bool(tens))
        + _VALUES.get(ones, 0)
    )
