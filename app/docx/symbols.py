"""Signs of symbol fonts as the characters that look like them in any font."""

from __future__ import annotations

from collections.abc import Mapping

_UNKNOWN = "□"  # what stands for a sign that no other font has

_WINGDINGS = (
    {0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆"}
    | {0x76: "❖", 0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "□"}
    | {0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨"}
    | {0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x4A: "☺", 0x4C: "☹", 0x46: "☞", 0x45: "☜"}
    | {0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0xB2: "✧", 0xB5: "✪", 0x58: "✠"}
    | {0x80 + n: sign for n, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")}
)
_WINGDINGS_2 = (
    {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x96: "•", 0x97: "●"}
    | {0x98: "●", 0x9A: "○", 0x9E: "◉", 0xA0: "▪", 0xA2: "■", 0xA3: "□", 0xAE: "◆", 0xAF: "◇"}
    | {0x69 + n: sign for n, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")}
)
# The Greek letters stand where the Latin ones of a like sound do.
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = {n: chr(n) for n in range(0x28, 0x40)} | (  # signs and digits are the common ones
    {ord(latin): greek for latin, greek in zip(_LATIN, _GREEK, strict=True)}
    | {0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°"}
    | {0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡"}
    | {0xBB: "≈", 0xBC: "…", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD0: "∠", 0xD6: "√", 0xE5: "∑"}
)
_FONTS: Mapping[str, Mapping[int, str]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "symbol": _SYMBOL,
}


def symbol(font: str, code: str) -> str:
    """Return the sign that a hexadecimal code stands for in a font, "" where it is none."""
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return _sign(font, character) or _UNKNOWN


def bullet(font: str, text: str) -> str:
    """Return the sign of a bulleted list; one that no other font has is shown as a dot."""
    return "".join([_sign(font, character) or "•" for character in text]) or "•"


def _sign(font: str, character: str) -> str:
    """Return what a character looks like in a font, "" where no other font has that sign.

    Symbol fonts have their signs at U+F000 and above, where other fonts have none.
    """
    known, at = _FONTS.get(font.lower()), ord(character)
    if known is not None and (at < 0x100 or 0xF000 <= at < 0xF100):
        return known.get(at & 0xFF, "")
    return "" if 0xE000 <= at <= 0xF8FF else character
