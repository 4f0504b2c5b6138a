"""The faces that pages are set in: what is installed, how wide characters are, their glyphs."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QGlyphRun, QRawFont, QTextLayout

from app.docx.layout import listing, load

POINT = 72 / 25.4  # points in a millimetre
SCALE = 20  # glyphs are measured and drawn this many times too large: pixel sizes are whole
ASCENT = 0.86  # the part of a Chinese face above its base line
# Marks that Latin faces hold too, narrower: in a Chinese line each takes a whole cell.
_OPENING, _CLOSING, _MIDDLE = "“‘", "”’", "—…·"
_DASH = "——"  # many faces draw the two as one unbroken line


@dataclass(frozen=True, slots=True)
class Style:
    """What a character is drawn with; sizes in points, `color` RRGGBB, None for black."""

    face: str
    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    color: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """The picture of a character: the font it is in, its width its place in its cell, in points."""

    font: QRawFont
    name: str  # of the font, as a PDF names it
    index: int
    advance: float
    offset: float = 0.0


class Widths(dict[str, float]):
    """The width of each character in a style with its spacing, found when first asked for."""

    def __init__(self, style: Style, spacing: float) -> None:
        super().__init__()
        self._style, self._spacing = style, spacing

    def __missing__(self, char: str) -> float:
        """Return the width of a character seen for the first time; a line break has none."""
        wide = _known(self._style)[char].advance + self._spacing
        self[char] = 0.0 if char == "\n" else wide
        return self[char]


@lru_cache(maxsize=512)
def widths(style: Style, spacing: float) -> Widths:
    """Return the widths of the characters in a style, in points, `spacing` after each."""
    return Widths(style, spacing)


class Glyphs(dict[str, Glyph]):
    """The glyph of each character in a style, found when first asked for."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style

    def __missing__(self, char: str) -> Glyph:
        """Return the glyph of a character seen for the first time."""
        self[char] = glyph(self._style, char)
        return self[char]


@lru_cache(maxsize=512)
def _known(style: Style) -> Glyphs:
    return Glyphs(style)


def glyphs(style: Style, text: str) -> list[tuple[int, str, Glyph]]:
    """Return what draws a text: the place of a character, the characters drawn, the glyph."""
    known = _known(style)
    drawn = [(at, char, known[char]) for at, char in enumerate(text) if char not in "\n\t"]
    line = _dash(style) if _DASH in text else None
    if line is None:
        return drawn
    starts, at = set[int](), text.find(_DASH)
    while at >= 0:
        starts.add(at)
        at = text.find(_DASH, at + 2)
    return [
        (at, _DASH, line) if at in starts else (at, char, one)
        for at, char, one in drawn
        if at - 1 not in starts
    ]


def font(style: Style) -> QFont:
    """Return the font of a style at SCALE pixels a point."""
    made = QFont()
    made.setFamilies(list(families(style.face)))
    made.setPixelSize(max(round(style.size * SCALE), 1))
    made.setBold(style.bold)
    made.setItalic(style.italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def families(face: str) -> tuple[str, ...]:
    """Return the installed families for a face of a layout, best first."""
    others = [other for name, _ in listing() for other in load(name).faces.get(face, ())]
    wanted = dict.fromkeys([face, *others])
    return tuple([name for name in wanted if QFontDatabase.hasFamily(name)]) or (face,)


def forget() -> None:
    """Look again for what stands in for a face: the layouts, which say it, are others."""
    for known in (families, widths, _known, _main, _dash):
        known.cache_clear()


def stand_ins(faces: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return each face that is not installed, with the one that is printed in its place."""
    found = [(face, families(face)[0]) for face in dict.fromkeys(faces)]
    return tuple([(face, family) for face, family in found if face != family])


def glyph(style: Style, char: str) -> Glyph:
    """Return the glyph of one character; from another face where the style's has none."""
    raw, index = _main(style, latin=char.isascii()), 0
    if len(char) == 1 and raw.isValid():
        index = next(iter(raw.glyphIndexesForString(char)), 0)
    if not index:
        raw, index = _elsewhere(style, char)
    advance = raw.advancesForGlyphIndexes([index])[0].x() / SCALE if raw.isValid() else style.size
    if char.isascii() or (advance < style.size * 0.6 and char not in _OPENING + _CLOSING + _MIDDLE):
        return Glyph(raw, _name(raw), index, advance)
    free = max(style.size - advance, 0.0)
    offset = free if char in _OPENING else 0.0 if char in _CLOSING else free / 2
    return Glyph(raw, _name(raw), index, max(style.size, advance), offset)


@lru_cache(maxsize=512)
def _main(style: Style, *, latin: bool = False) -> QRawFont:
    systems = QFontDatabase.WritingSystem
    script = systems.Latin if latin else systems.SimplifiedChinese
    return QRawFont.fromFont(font(style), script)


def _elsewhere(style: Style, text: str) -> tuple[QRawFont, int]:
    """Let Qt look through all fonts; the box of the missing glyph where none has it."""
    runs = _shaped(style, text)
    if len(runs) == 1 and len(runs[0].glyphIndexes()) == 1:
        return runs[0].rawFont(), runs[0].glyphIndexes()[0]
    return _main(style), 0


@lru_cache(maxsize=512)
def _dash(style: Style) -> Glyph | None:
    """Return the one glyph that a face has for a dash of two characters, None without one."""
    runs = _shaped(style, _DASH)
    if len(runs) != 1 or len(runs[0].glyphIndexes()) != 1:
        return None
    raw, index = runs[0].rawFont(), runs[0].glyphIndexes()[0]
    advance = raw.advancesForGlyphIndexes([index])[0].x() / SCALE
    return Glyph(raw, _name(raw), index, advance, (2 * style.size - advance) / 2)


def _shaped(style: Style, text: str) -> list[QGlyphRun]:
    layout = QTextLayout(text, font(style))
    layout.beginLayout()
    layout.createLine().setLineWidth(1e6)
    layout.endLayout()
    return layout.glyphRuns()


_names: dict[tuple[str, str], str] = {}


def _name(raw: QRawFont) -> str:
    """Return the PostScript name of a font, which stands for its file; "" where it has none."""
    key = (raw.familyName(), raw.styleName())
    if key not in _names:
        _names[key] = _postscript(bytes(raw.fontTable("name").data())) if raw.isValid() else ""
    return _names[key]


def _postscript(table: bytes) -> str:
    """Return name 6 of a font's name table (OpenType, "name")."""
    if len(table) < 6:
        return ""
    _, count, start = struct.unpack_from(">HHH", table)
    for row in range(count):
        at = 6 + row * 12
        platform, _, _, name, length, offset = struct.unpack_from(">HHHHHH", table, at)
        if name == 6:
            value = table[start + offset : start + offset + length]
            return value.decode("utf-16-be" if platform in {0, 3} else "latin-1", "replace")
    return ""
