"""Helps while typing: quotes that know their side, brackets in pairs, …… and —— from one key."""

from __future__ import annotations

from dataclasses import dataclass

from app.patterns import regex

_OPENING = {
    "《": "》",
    "（": "）",
    "【": "】",
    "「": "」",
    "〔": "〕",
    "“": "”",
    "‘": "’",
    "〈": "〉",
}
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}
_QUOTES = {'"': ("“", "”"), "'": ("‘", "’")}
_DOUBLED = {"…": "……", "—": "——", "^": "……", "_": "——"}
_ADDRESS = regex(r"[A-Za-z][!-~]*[/=@\\][!-~]*$")  # of a page, a mailbox, a file
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}
_CHINESE = regex("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’…—\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Helps:
    """Which helps are switched on."""

    quotes: bool = True  # " and ' become the Chinese quote of the right side
    pairs: bool = True  # an opening bracket brings its closing one
    doubled: bool = True  # … and — are typed twice at once, ^ and _ after Chinese too
    wide: bool = False  # , ; : ? ! ( ) . after Chinese become full-width


NONE = Helps(quotes=False, pairs=False, doubled=False, wide=False)


@dataclass(frozen=True, slots=True)
class Help:
    """What stands for a typed character: a text, and how far the caret goes back into it.

    `over` tells that nothing is put in and the caret steps over the closing mark there. Without a
    text the mark is complete already.
    """

    text: str = ""
    back: int = 0
    over: bool = False


def helped(helps: Helps, typed: str, before: str, after: str, selected: str) -> Help | None:
    """Return what stands for a typed character, None where it stands for itself.

    `before` and `after` are the text of the paragraph around the caret.
    """
    if helps.doubled and not selected and _complete(typed, before):
        return Help()
    mark = _meant(helps, typed, before)
    if mark in _DOUBLED.values():
        return Help(mark)
    if mark and (helps.pairs or mark != typed):
        found = _mark(helps, mark, after, selected)
        return None if found == Help(typed) else found
    return None


def _complete(typed: str, before: str) -> bool:
    """Tell whether the second half of a mark is typed that has come from one key already."""
    return not typed.isascii() and before.endswith(_DOUBLED.get(typed, "\0"))


def _meant(helps: Helps, typed: str, before: str) -> str:
    """Return the mark a key stands for after a text, "" where it stands for itself."""
    last = before[-1:]
    chinese = bool(_CHINESE.match(last))
    foreign = last.isascii() and last.isalnum()
    if helps.quotes and typed in _QUOTES:
        opening, closing = _QUOTES[typed]
        if before.rfind(opening) > before.rfind(closing):
            return closing
        if not foreign and not _ADDRESS.search(before):
            return opening  # after foreign words and numbers they are not quotes
    if helps.doubled and typed in _DOUBLED and (chinese or not typed.isascii()):
        single = last == typed or (foreign and typed == "—")  # 2026—2030 has a single one
        return "" if single else _DOUBLED[typed]
    if helps.wide and typed in _WIDE and chinese:
        return _WIDE[typed]
    return typed if typed in _OPENING or typed in _CLOSING else ""


def paired(text: str, offset: int) -> bool:
    """Tell whether an opening mark before an offset is followed by its closing one at once."""
    opening = text[offset - 1 : offset]
    return bool(opening) and _OPENING.get(opening, "") == text[offset : offset + 1] != ""


def _mark(helps: Helps, mark: str, after: str, selected: str) -> Help:
    closing = _OPENING.get(mark)
    if helps.pairs and closing is not None and (selected or _room(after)):
        return Help(f"{mark}{selected}{closing}", 0 if selected else 1)
    if helps.pairs and mark in _CLOSING and after.startswith(mark) and not selected:
        return Help(over=True)
    return Help(mark)


def _room(after: str) -> bool:
    """Tell whether a closing mark may be put before what follows."""
    return not after or not (after[0].isalnum() or after[0] in _OPENING)
