"""Adds to resources/lexicons/near-characters.txt the characters that look alike in print.

Usage: near_shapes.py [--write]. Each character of a common word is drawn small and blurred in three
fonts, as a poor scan shows it; how alike two are is the correlation of their pixels, on the mean of
the fonts. Those that are among the nearest of either are added where the table does not have them;
without --write only their number is printed. It takes some minutes. The fonts are those of Debian:
Noto Sans CJK and Noto Serif CJK (fonts-noto-cjk, OFL), AR PL UKai (fonts-arphic-ukai, Arphic Public
License); nothing of them goes into the table.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest
from itertools import combinations
from operator import mul
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QImage, QPainter

LEXICONS = Path(__file__).resolve().parents[1] / "resources/lexicons"
TABLE, WORDS = LEXICONS / "near-characters.txt", LEXICONS / "common-words.txt"
FONTS = ("Noto Sans CJK SC", "Noto Serif CJK SC", "AR PL UKai CN")
_DRAWN, _TALL = 48, 40  # pixels of the square that a character is drawn in, of the character
_SEEN = 16  # pixels of the square that is left of it
_NEAREST = 16  # as many of the nearest are taken
_LEAST = 0.84  # correlation, 1 for the same


def main(arguments: list[str]) -> int:
    """Compare the characters and print or write what is new; return 1 where a font is missing."""
    app = QGuiApplication([])
    missing = [name for name in FONTS if name not in QFontDatabase.families()]
    if missing:
        print(f"fonts missing: {', '.join(missing)}", file=sys.stderr)
        return 1
    lines = TABLE.read_text("utf-8").splitlines()
    common = set(WORDS.read_text("utf-8-sig"))
    alike = _alike([line[0] for line in lines if line[1:2] == "\t" and line[0] in common])
    new = 0
    for place, line in enumerate(lines):
        if line[1:2] == "\t":
            fields = [*line.split("\t"), "", "", ""][:4]
            added = "".join([c for c in alike.get(fields[0], ()) if c not in line])
            fields[3] += added
            new += len(added)
            lines[place] = "\t".join(fields).rstrip("\t")
    print(f"{new} characters that look alike are new")
    if "--write" in arguments:
        TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    del app
    return 0


def _alike(characters: list[str]) -> dict[str, list[str]]:
    """Return for each character those that it may be taken for, the most alike first."""
    looks = _looks(characters)
    seen: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for one, other in combinations(characters, 2):
        share = sum(map(mul, looks[one], looks[other]))
        if share >= _LEAST:
            seen[one].append((share, other))
            seen[other].append((share, one))
    pairs: defaultdict[str, set[tuple[float, str]]] = defaultdict(set)
    for one, row in seen.items():
        for share, other in nlargest(_NEAREST, row):
            pairs[one].add((share, other))
            pairs[other].add((share, one))
    return {one: [other for _, other in sorted(row, reverse=True)] for one, row in pairs.items()}


def _looks(characters: list[str]) -> dict[str, list[float]]:
    """Return the pixels of characters in all fonts, so that products add up to a correlation."""
    found: dict[str, list[float]] = {character: [] for character in characters}
    for name in FONTS:
        font = QFont(name)
        font.setPixelSize(_TALL)
        for character in characters:
            pixels = _pixels(font, character)
            mean = sum(pixels) / len(pixels)
            apart = [pixel - mean for pixel in pixels]
            length = (sum(map(mul, apart, apart)) * len(FONTS)) ** 0.5 or 1.0
            found[character] += [one / length for one in apart]
    return found


def _pixels(font: QFont, character: str) -> list[int]:
    """Return how much ink is about each pixel of a small picture of a character, row after row."""
    image = QImage(_DRAWN, _DRAWN, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(QRect(0, 0, _DRAWN, _DRAWN), Qt.AlignmentFlag.AlignCenter, character)
    painter.end()
    small = image.scaled(
        _SEEN,
        _SEEN,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    step, pixels = small.bytesPerLine(), bytes(small.constBits())
    rows = [_blurred(pixels[step * at : step * at + _SEEN]) for at in range(_SEEN)]
    columns = [_blurred(column) for column in zip(*rows, strict=True)]
    return [pixel for row in zip(*columns, strict=True) for pixel in row]


def _blurred(line: Sequence[int]) -> list[int]:
    """Return a line of pixels, each with half of those beside it."""
    return [a + 2 * b + c for a, b, c in zip((0, *line), line, (*line[1:], 0), strict=False)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
