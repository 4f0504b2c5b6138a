"""Automatic numbers of an opened text as the reader sees them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.document.numbering import to_chinese
from app.docx.package import Package
from app.docx.symbols import bullet
from app.docx.tree import Element, on, value, w

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = str.maketrans("一二三四五六七八九十百千零〇", "壹贰叁肆伍陆柒捌玖拾佰仟零零")
_TRADITIONAL = str.maketrans("贰叁陆", "貳參陸")
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_AIUEO = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
    "ウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
)
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_KOREAN = str.maketrans("0123456789", "영일이삼사오육칠팔구")
_JAPANESE = str.maketrans("壹贰叁伍", "壱弐参伍")
_MOST = 9999  # beyond it digits are shown, in whatever form


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its first number, its form and the text around its numbers.

    `restart` is the number of levels above it that restart it, None for all of them; `width` the
    digits that a number has at the least; `close` tells that nothing parts it from the text.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    decimal: bool = False
    style: str = ""
    font: str = ""
    width: int = 0
    close: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """One list of the text: whose counters it shares, its levels and the numbers it restarts at."""

    family: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict[int, int])


class Labels:
    """The counters while a text is read from its beginning; lists are read when first met."""

    def __init__(self, package: Package, main: str) -> None:
        """`main` is the part with the text."""
        self._package, self._main = package, main
        self._listings: Mapping[str, Listing] | None = None
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, number: str, level: int, style: str = "") -> str:
        """Return the label of the next paragraph in a list, "" where it shows none.

        `style` is the id of the paragraph's style where that says the list; the level is then the
        one that names the style.
        """
        if self._listings is None:
            self._listings = _listings(self._package, self._main)
        listing = self._listings.get(number)
        if listing is None:
            return ""
        if style:
            level = next((n for n, row in listing.levels.items() if row.style == style), level)
        level = min(max(level, 0), _LEVELS - 1)
        row = listing.levels.get(level, Level())
        counts = self._counts.setdefault(listing.family, [None] * _LEVELS)
        begins = (number, level) not in self._begun and level in listing.starts
        self._begun.add((number, level))
        before = counts[level]
        if begins:
            counts[level] = listing.starts[level]
        else:
            counts[level] = row.start if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            restart = listing.levels.get(deeper, Level()).restart
            if restart is None or level < restart:
                counts[deeper] = None
        return _label(listing, row, counts)


def _listings(package: Package, main: str) -> dict[str, Listing]:
    """Return the lists of a package by their numbers."""
    part = package.related(main, "numbering")
    if part is None:
        return {}
    root = package.xml(part)
    families = {row.get(_FAMILY, ""): row for row in root.iterchildren(w("abstractNum"))}
    own = {row.get(w("numId"), ""): value(row.find(_FAMILY)) for row in root.iterchildren(w("num"))}
    links = {name: own.get(number, "") for name, number in _named(package, main).items()}
    links |= {value(row.find(w("styleLink"))): key for key, row in families.items()}
    listings: dict[str, Listing] = {}
    for row in root.iterchildren(w("num")):
        family = value(row.find(_FAMILY))
        linked = families.get(family)
        if linked is not None:
            family = links.get(value(linked.find(w("numStyleLink")), "\0"), family)
        listings[row.get(w("numId"), "")] = _listing(row, family, families.get(family))
    return listings


_FAMILY, _ILVL = w("abstractNumId"), w("ilvl")


def _named(package: Package, main: str) -> dict[str, str]:
    """Return the lists that styles of lists stand for, by the ids of these styles."""
    part = package.related(main, "styles")
    rows = () if part is None else package.xml(part).iterchildren(w("style"))
    path = f"{w('pPr')}/{w('numPr')}/{w('numId')}"
    return {
        row.get(w("styleId"), ""): value(row.find(path))
        for row in rows
        if row.get(w("type")) == "numbering"
    }


def _listing(row: Element, family: str, definition: Element | None) -> Listing:
    levels = {} if definition is None else _levels(definition)
    starts: dict[int, int] = {}
    for override in row.iterchildren(w("lvlOverride")):
        at = _number(override.get(_ILVL, ""), 0)
        levels |= _levels(override)
        start = override.find(w("startOverride"))
        if start is not None:
            starts[at] = _number(value(start), 1)
    return Listing(family, levels, starts)


def _levels(parent: Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for row in parent.iterchildren(w("lvl")):
        restart = value(row.find(w("lvlRestart")))
        form = next(row.iter(w("numFmt")), None)  # a newer form is the first of alternatives
        example = "" if form is None else form.get(w("format"), "").partition(",")[0]
        fonts = row.find(f"{w('rPr')}/{w('rFonts')}")
        found[_number(row.get(_ILVL, ""), 0)] = Level(
            _number(value(row.find(w("start"))), 0),
            value(form, "decimal"),
            value(row.find(w("lvlText"))),
            _number(restart, 0) if restart else None,
            on(row.find(w("isLgl"))),
            value(row.find(w("pStyle"))),
            "" if fonts is None else fonts.get(w("ascii"), ""),
            len(example) if example.isdecimal() else 0,
            value(row.find(w("suff"))) == "nothing",
        )
    return found


def _number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else default


def _label(listing: Listing, row: Level, counts: list[int | None]) -> str:
    if row.form == "bullet":
        return bullet(row.font, row.text)

    def counted(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        level = listing.levels.get(at, Level())
        count = counts[at]
        form = "decimal" if row.decimal else level.form
        return formatted(level.start if count is None else count, form).zfill(level.width)

    text = _PLACE.sub(counted, row.text)
    # Where no mark ends the number, Word leaves a gap, without which both would run together.
    return f"{text} " if text and text[-1].isalnum() and not row.close else text


def formatted(count: int, form: str) -> str:
    """Return a number in one of the forms of the format; unknown forms count in digits."""
    if form == "none":
        return ""
    known = _FORMS.get(form)
    return str(count) if known is None or not 0 <= count <= _MOST else known(count)


def _roman(count: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (count // worth)
        count %= worth
    return text


def _letters(count: int) -> str:
    """Return A, B … Z, AA, BB …: Word repeats the letter."""
    return chr(65 + (count - 1) % 26) * ((count - 1) // 26 + 1) if count else ""


def _chinese(count: int) -> str:
    return to_chinese(count) if count else "〇"


def _counted(count: int) -> str:
    """Return the form that beyond ninety-nine names one digit after the other."""
    return _chinese(count) if count < 100 else str(count).translate(_DIGITS)


def _sixty(count: int) -> str:
    """Return the name that a year has in the cycle of sixty."""
    return _STEMS[(count - 1) % 10] + _BRANCHES[(count - 1) % 12] if count else ""


def _japanese(count: int) -> str:
    """Return the Japanese form, which says neither 一 before 十 or 百 nor 零."""
    text = _chinese(count)
    return re.sub("零|一(?=[十百千])", "", text) if count else "〇"


def _legal(count: int) -> str:
    """Return the form of cheques, which says 壹 before 拾 too."""
    text = _chinese(count).translate(_LEGAL)
    return f"壹{text}" if text.startswith("拾") else text


def _cyclic(signs: str) -> Callable[[int], str]:
    return lambda count: signs[(count - 1) % len(signs)] if count else ""


def _enclosed(first: int, last: int) -> Callable[[int], str]:
    """Return a form of single enclosed characters from the code point `first` on."""
    return lambda count: chr(first + count - 1) if 1 <= count <= last else str(count)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda count: f"{count:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda count: _letters(count).lower(),
    "chineseCounting": _counted,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _counted,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _japanese,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": lambda count: _legal(count).translate(_TRADITIONAL),
    "ideographDigital": lambda count: str(count).translate(_DIGITS),
    "japaneseDigitalTenThousand": lambda count: str(count).translate(_DIGITS),
    "taiwaneseDigital": lambda count: str(count).translate(_DIGITS),
    "ideographTraditional": _cyclic(_STEMS),
    "ideographZodiac": _cyclic(_BRANCHES),
    "ideographZodiacTraditional": _sixty,
    "decimalFullWidth": lambda count: str(count).translate(_WIDE),
    "decimalFullWidth2": lambda count: str(count).translate(_WIDE),
    "decimalEnclosedCircle": _enclosed(0x2460, 20),
    "decimalEnclosedCircleChinese": _enclosed(0x2460, 20),
    "ideographEnclosedCircle": _enclosed(0x3280, 10),
    "decimalEnclosedParen": _enclosed(0x2474, 20),
    "decimalEnclosedFullstop": _enclosed(0x2488, 20),
    "ordinal": lambda count: str(count) + _ordinal(count),
    "hex": lambda count: f"{count:X}",
    "chicago": lambda count: "*†‡§"[(count - 1) % 4] * ((count + 3) // 4) if count else "",
    "aiueoFullWidth": _cyclic(_AIUEO),
    "aiueo": _cyclic(_AIUEO),
    "irohaFullWidth": _cyclic(_IROHA),
    "iroha": _cyclic(_IROHA),
    "ganada": _cyclic("가나다라마바사아자차카타파하"),
    "chosung": _cyclic("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    "koreanDigital": lambda count: str(count).translate(_KOREAN),
    "koreanDigital2": lambda count: str(count).translate(_DIGITS),
    "japaneseLegal": lambda count: _legal(count).translate(_JAPANESE),
    "russianLower": _cyclic(_RUSSIAN),
    "russianUpper": _cyclic(_RUSSIAN.upper()),
    "numberInDash": lambda count: f"- {count} -",
}


def _ordinal(count: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(
        count % 10 if count % 100 not in {11, 12, 13} else 0, "th"
    )
