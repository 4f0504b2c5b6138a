"""Adds to resources/lexicons/near-characters.txt the characters that look alike in print.

Usage: near_shapes.py [--write]. Each character of the table is drawn in two fonts; how much of
the ink of two characters lies on or beside that of the other tells how alike they are. Those that
are among the nearest of each other are added where the table does not have them, rare ones (those
listed without their sound) never as what is meant; without --write only their number is printed.
The fonts are those of Debian: Noto Sans CJK (fonts-noto-cjk, OFL) and AR PL UMing
(fonts-arphic-uming, Arphic Public License); nothing of them goes into the table.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QImage, QPainter

TABLE = Path(__file__).resolve().parents[1] / "resources/lexicons/near-characters.txt"
FONTS = ("Noto Sans CJK SC", "AR PL UMing CN")
SIZE = 40  # pixels of the square that a character is drawn in
_TALL = 36  # pixels of the character
_INK = 110  # of 255: from here on a pixel is ink
_NEAREST, _MUTUAL = 10, 20  # as many of the nearest are taken, where it is among so many of theirs
_LEAST = 0.82  # share of ink that must meet, on the mean of the fonts
_WORTH = 0.6  # what one font must see for a pair to be kept at all
_UNSEEN = 0.55  # what a font that sees less counts for
_MORE = 1.5  # times the ink of the other at most

_FULL = (1 << SIZE * SIZE) - 1
_FIRST = sum(1 << SIZE * row + SIZE - 1 for row in range(SIZE))
_LAST = sum(1 << SIZE * row for row in range(SIZE))


def main(arguments: list[str]) -> int:
    """Compare the characters and print or write what is new; return 1 where a font is missing."""
    app = QGuiApplication([])
    missing = [name for name in FONTS if name not in QFontDatabase.families()]
    if missing:
        print(f"fonts missing: {', '.join(missing)}", file=sys.stderr)
        return 1
    lines = TABLE.read_text("utf-8").splitlines()
    characters = [line[0] for line in lines if line[1:2] == "\t"]
    rare = {line[0] for line in lines if line[1:3] == "\t\t"}
    nearest = _nearest(characters)
    new = 0
    for place, line in enumerate(lines):
        if line[1:2] == "\t":
            fields = [*line.split("\t"), "", "", ""][:4]
            added = "".join(
                [c for c in nearest.get(fields[0], ()) if c not in line and c not in rare]
            )
            fields[3] += added
            new += len(added)
            lines[place] = "\t".join(fields).rstrip("\t")
    print(f"{new} characters that look alike are new")
    if "--write" in arguments:
        TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    del app
    return 0


def _nearest(characters: list[str]) -> dict[str, list[str]]:
    """Return for each character those that are nearest to it and it to them, nearest first."""
    seen: defaultdict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for name in FONTS:
        for pair, share in _shares(characters, name):
            seen[pair][name] = share
    ranked: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for (one, other), shares in seen.items():
        mean = sum(shares.get(name, _UNSEEN) for name in FONTS) / len(FONTS)
        ranked[one].append((mean, other))
        ranked[other].append((mean, one))
    for row in ranked.values():
        row.sort(reverse=True)
    theirs = {one: {other for _, other in row[:_MUTUAL]} for one, row in ranked.items()}
    return {
        one: [c for share, c in row[:_NEAREST] if share >= _LEAST and one in theirs[c]]
        for one, row in ranked.items()
    }


def _shares(characters: list[str], name: str) -> list[tuple[tuple[str, str], float]]:
    """Return the pairs of characters that share much ink in a font, with the share."""
    font = QFont(name)
    font.setPixelSize(_TALL)
    inks = [_ink(font, character) for character in characters]
    drawn = [
        (character, ink, _spread(ink), ink.bit_count())
        for character, ink in zip(characters, inks, strict=True)
    ]
    found: list[tuple[tuple[str, str], float]] = []
    for (one, ink, wide, much), (other, ink2, wide2, much2) in combinations(drawn, 2):
        if much <= much2 * _MORE and much2 <= much * _MORE:
            share = ((ink & wide2).bit_count() + (ink2 & wide).bit_count()) / (much + much2)
            if share > _WORTH:
                found.append(((one, other), share))
    return found


def _ink(font: QFont, character: str) -> int:
    """Return the pixels of a character in a font as the bits of a number, row after row."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(QRect(0, 0, SIZE, SIZE), Qt.AlignmentFlag.AlignCenter, character)
    painter.end()
    pixels, step = bytes(image.constBits()), image.bytesPerLine()
    bits = 0
    for row in range(SIZE):
        for value in pixels[row * step : row * step + SIZE]:
            bits = bits << 1 | (value > _INK)
    return bits


def _spread(ink: int) -> int:
    """Return the ink with all that is beside it."""
    wide = ink | (ink & ~_FIRST) << 1 | (ink & ~_LAST) >> 1
    return (wide | wide << SIZE | wide >> SIZE) & _FULL


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
