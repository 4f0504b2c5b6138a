"""The style sheet of an opened package: names, inheritance, outline levels, character looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from app.document.model import Role
from app.docx.layout import NATIONAL, load
from app.docx.package import Package
from app.docx.styles import ATTENDED_NAME, ATTENDING_NAME, RUN_IN
from app.docx.tree import Element, on, value, w

_OUTLINE, _JC, _NUM = w("outlineLvl"), w("jc"), w("numPr")
_ID, _TYPE, _DEFAULT = w("styleId"), w("type"), w("default")
_LINKS = frozenset({"hyperlink", "followedhyperlink"})


@dataclass(frozen=True, slots=True)
class Look:
    """What run properties say; None where they say nothing."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    color: str | None = None
    font: str | None = None
    size: float | None = None
    hidden: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Style:
    """One style, with what it inherits already in place; `name` is in lower case."""

    name: str
    outline: int | None = None
    align: str = ""
    numbering: tuple[str, int] | None = None
    look: Look = PLAIN


class Sheet:
    """The styles by id, each read when first asked for; `names` are theirs, in lower case."""

    def __init__(self, rows: Mapping[str, Element], default: str = "") -> None:
        """`rows` are the styles as written; `default` is the id of the default paragraph style."""
        self._rows = rows
        self.default = default
        self.names = {key: value(row.find(_NAME)).lower() for key, row in rows.items()}
        self._read: dict[str, Style] = {}
        self._looks: dict[str, Look] = {}

    def style(self, style_id: str) -> Style:
        """Return a style by its id, that of the default style where there is none."""
        known = style_id if style_id in self._rows else self.default
        found = self._read.get(known)
        if found is None:
            found = _style(known, self._rows) if known in self._rows else _NONE
            self._read[known] = found
        return found

    def character(self, style_id: str) -> Look:
        """Return the look a character style gives; ours and those of links give none."""
        found = self._looks.get(style_id)
        if found is None:
            name = self.names.get(style_id)
            plain = name is None or name in _LINKS or name in _leads()
            found = self._looks[style_id] = PLAIN if plain else self.style(style_id).look
        return found


_NONE = Style("")


def sheet(package: Package, main: str) -> Sheet:
    """Return the style sheet of a package; an empty one where it has none."""
    part = package.related(main, "styles")
    if part is None:
        return Sheet({})
    rows = {row.get(_ID, ""): row for row in package.xml(part).iterchildren(w("style"))}
    default = ""
    for style_id, row in rows.items():
        if row.get(_DEFAULT) in {"1", "true", "on"} and row.get(_TYPE) == "paragraph":
            default = style_id
    return Sheet(rows, default)


def role_names() -> dict[str, Role]:
    """Return paragraph style name in lower case → role, for the styles that we write."""
    names: dict[str, Role] = {}
    for role, look in load(NATIONAL).roles.items():
        names[look.style.lower()] = role
        if look.lead:
            names[(look.style + RUN_IN).lower()] = role
    return {**names, ATTENDING_NAME: Role.COPIES}


def look(properties: Element | None, styles: Sheet | None = None) -> Look:
    """Return what run properties say, the character style's say below their own."""
    if properties is None:
        return PLAIN
    found: dict[str, Element] = {child.tag: child for child in properties}
    style = found.get(_RSTYLE)
    base = PLAIN if style is None or styles is None else styles.character(value(style))
    bold, italic, hidden = found.get(_B), found.get(_I), found.get(_VANISH)
    underline = found.get(_U)
    return Look(
        base.bold if bold is None else on(bold),
        base.italic if italic is None else on(italic),
        base.underline if underline is None else value(underline, "single") != "none",
        _color(found.get(_COLOR), base.color),
        _face(found.get(_FONTS), base.font),
        _size(found.get(_SZ), base.size),
        base.hidden if hidden is None else on(hidden),
    )


_RSTYLE, _B, _I, _U, _VANISH = w("rStyle"), w("b"), w("i"), w("u"), w("vanish")
_COLOR, _FONTS, _SZ, _EAST = w("color"), w("rFonts"), w("sz"), w("eastAsia")


def _color(element: Element | None, base: str | None) -> str | None:
    if element is None:
        return base
    color = value(element).upper()
    return color if len(color) == 6 and color not in {"000000", "AUTO"} else None


def _face(element: Element | None, base: str | None) -> str | None:
    return base if element is None else element.get(_EAST) or base


def _size(element: Element | None, base: float | None) -> float | None:
    size = value(element)
    return int(size) / 2 if size.isascii() and size.isdecimal() and 0 < int(size) < 9999 else base


@cache
def _leads() -> frozenset[str]:
    leads = [row.lead.lower() for row in load(NATIONAL).roles.values() if row.lead]
    return frozenset([*leads, ATTENDED_NAME])


def _style(style_id: str, rows: Mapping[str, Element]) -> Style:
    """Return a style with what it inherits; a cycle ends the inheritance, and so does its depth."""
    chain: list[Element] = []
    seen: set[str] = set()
    at = style_id
    while at in rows and at not in seen and len(chain) < _DEEPEST:
        seen.add(at)
        chain.append(rows[at])
        at = value(rows[at].find(_BASED))
    outline: int | None = None
    align, numbering, looks = "", None, PLAIN
    for row in reversed(chain):
        ppr = row.find(_PPR)
        if ppr is not None:
            level = value(ppr.find(_OUTLINE))
            outline = int(level) if level.isdecimal() else outline
            align = value(ppr.find(_JC), align)
            numbering = _numbering(ppr.find(_NUM)) or numbering
        looks = _over(look(row.find(_RPR)), looks)
    return Style(value(rows[style_id].find(_NAME)).lower(), outline, align, numbering, looks)


_DEEPEST = 25  # styles that one is made from; Word itself goes less deep
_BASED, _PPR, _RPR, _NAME = w("basedOn"), w("pPr"), w("rPr"), w("name")
_NUM_ID, _ILVL = w("numId"), w("ilvl")


def _numbering(element: Element | None) -> tuple[str, int] | None:
    number = "" if element is None else value(element.find(_NUM_ID))
    if element is None or not number:
        return None
    return number, level_of(element) or 0


def level_of(numbering: Element) -> int | None:
    """Return the list level that a `w:numPr` names, None where it names none."""
    level = value(numbering.find(_ILVL))
    return int(level) if level.isascii() and level.isdecimal() else None


def listed(properties: Element, style_id: str, styles: Sheet) -> tuple[str, int, str] | None:
    """Return list, level and naming style of a paragraph's number, None where it has none.

    The style is "" where the paragraph itself says its level.
    """
    own = properties.find(_NUM)
    inherited = styles.style(style_id).numbering
    number = "" if own is None else value(own.find(_NUM_ID))
    level = None if own is None else level_of(own)
    if not number and inherited is None:
        return None
    named = style_id or styles.default
    if inherited is not None and not number:
        number = inherited[0]
        return None if number == "0" else (number, level or inherited[1], "" if level else named)
    return None if number == "0" else (number, level or 0, "")


def _over(upper: Look, lower: Look) -> Look:
    return Look(
        lower.bold if upper.bold is None else upper.bold,
        lower.italic if upper.italic is None else upper.italic,
        lower.underline if upper.underline is None else upper.underline,
        upper.color or lower.color,
        upper.font or lower.font,
        upper.size or lower.size,
        upper.hidden or lower.hidden,
    )
