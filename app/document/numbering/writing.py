"""Enumerators written in the style of others: their separators, brackets and digits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.document.numbering.forms import (
    ARTICLE,
    DEEDS,
    SIGNS,
    Form,
    leading,
    places,
    to_chinese,
)
from app.patterns import regex

_FIRST_WORDS = ("首先", "其次", "再次", "然后", "最后")
_PLAIN = {
    Form.PART: "第一部分",
    Form.ARTICLE: "第一条",
    Form.CHINESE: "一、",
    Form.CHINESE_BRACKET: "（一）",
    Form.ARABIC: "1.",
    Form.DECIMAL: "1.1",
    Form.ARABIC_BRACKET: "（1）",
    Form.ARABIC_PAREN: "1)",
    Form.CIRCLED: "①",
    Form.ORDINAL: "第一，",
    Form.IS: "一是",
    Form.MUST: "一要",
    Form.FIRST: "首先，",
    Form.SIDE: "一方面，",
    Form.ONE: "一个是",
    Form.DASH: "——",
}
_NUMBER = regex(rf"{ARTICLE}|[0-9０-９]+")
_LAST_PLACE = regex(r"[0-9０-９]+(?=[.．、]?$)")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def write(form: Form, value: int, like: str = "") -> str:
    """Return an enumerator of a form in the style of `like`: its separator, brackets and width.

    `like` counts only where it is of the same form. Values a form has no sign for (㉑ stops at 35)
    are written in the nearest form that has; 首先 goes up to 最后, the fifth.
    """
    tried = (leading(like + behind, sure=True) for behind in (" 文", "要", "（")) if like else ()
    known = next((one for one in tried if one is not None), None)
    if form is Form.MUST and like[-1:] in tuple(DEEDS):
        return to_chinese(value) + like[-1]
    style = like if known is not None and known.form is form else _PLAIN[form]
    if form is Form.DASH:
        return style
    if form is Form.FIRST:
        mark = style[-1] if style[-1] in "，,、：:" else ""
        return _FIRST_WORDS[min(value, len(_FIRST_WORDS)) - 1] + mark
    if form in (Form.SIDE, Form.ONE):
        bare = re.sub("^(?:另外?|再|还有)", "", style)
        return bare if value == 1 else f"另{bare}"
    symbols = next((one for one in SIGNS if style[0] in one), None)
    if symbols is not None:
        return _signed(symbols, value) + style[1:]
    number = _LAST_PLACE if form is Form.DECIMAL else _NUMBER
    return number.sub(lambda found: _numeral(value, found[0]), style, count=1)


def within(number: str, above: Sequence[int]) -> str:
    """Return a decimal number with other places before its last: 2.1.3 for 1.4.3 within 2.1."""
    due = [*above, *places(number)[len(above) :]]
    return re.sub("[0-9０-９]+", lambda found: _numeral(due.pop(0), found[0]), number)


def _numeral(value: int, like: str) -> str:
    """Return a number in the digits of `like`."""
    if like[0] in "0123456789":
        return str(value).zfill(len(like)) if like[0] == "0" else str(value)
    return str(value).translate(_WIDE) if like[0] in "０１２３４５６７８９" else to_chinese(value)


def _signed(symbols: dict[str, int], value: int) -> str:
    """Return the one sign of a number, or the number in brackets where there is no sign."""
    return next((sign for sign, n in symbols.items() if n == value), f"（{value}）")
