"""Formulas as a line of text: those of EQ fields, and those written in their own markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from app.document.model import clean
from app.docx.tree import Element, local

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DEEPEST = 20  # formulas in one another
_COMMAND = re.compile(r"\\([a-z]+)(?:\\[a-z]+\s*-?\d*)*\s*\(", re.IGNORECASE)
_SWITCH = re.compile(r'\\\*\s*(?:"[^"]*"|\S+)')
_RINGS = frozenset("○◯〇")
_RAISED = str.maketrans("0123456789+-=()nivx", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵛˣ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_CHINESE = "一二三四五六七八九十"


def raised(text: str) -> str:
    """Return digits, and letters of small Roman numbers, raised; other signs as they are."""
    return text.translate(_RAISED)


def equation(code: str) -> str:
    """Return what Word shows of an EQ field with these instructions, as one line."""
    text = _SWITCH.sub("", code.strip()[2:])
    return clean(_shown(text, 0).strip())


def _shown(code: str, depth: int) -> str:
    made, at = "", 0
    while at < len(code):
        found = _COMMAND.match(code, at)
        if found and depth < _DEEPEST:
            arguments, at = _arguments(code, found.end())
            made += _drawn(found[1].lower(), arguments, depth + 1)
        elif code[at] == "\\":
            made += code[at + 1 : at + 2]
            at += 2
        else:
            made += code[at]
            at += 1
    return made


def _arguments(code: str, at: int) -> tuple[list[str], int]:
    """Return what stands between the commas up to the bracket's end, and where that is."""
    found, depth, start = list[str](), 0, at
    while at < len(code):
        sign = code[at]
        if sign == "\\" and code[at + 1 : at + 2] in {"(", ")", ",", ";", "\\"}:
            at += 1
        elif sign == "(":
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
        elif sign == ")":
            break
        elif sign in ",;，" and not depth:
            found.append(code[start:at])
            start = at + 1
        at += 1
    return [*found, code[start:at]], at + 1


def _drawn(command: str, arguments: Sequence[str], depth: int) -> str:
    texts = [_shown(text, depth).strip() for text in arguments]
    if command == "o":
        return _over_one_another(arguments, texts)
    if command == "f":
        return "/".join(texts)
    if command == "r":
        return f"{raised(texts[0]) if len(texts) > 1 else ''}√{texts[-1]}"
    if command == "b":
        return f"({''.join(texts)})"
    if command == "d":  # moves only what follows
        return ""
    return (" " if command == "a" else "," if command == "l" else "").join(texts)


def _over_one_another(arguments: Sequence[str], texts: Sequence[str]) -> str:
    """Return a sign in a ring, a word without its reading, or signs put together."""
    if texts[0] in _RINGS and len(texts) > 1:
        return _ringed(texts[1])
    level = [
        text
        for code, text in zip(arguments, texts, strict=True)
        if not code.strip().lower().startswith(r"\s")
    ]
    return "".join(level or texts)


def _ringed(text: str) -> str:
    """Return a number or letter in a ring, other signs as they are."""
    if text.isascii() and text.isdecimal() and len(text) < 3 and 0 < int(text) <= 20:
        return chr(0x245F + int(text))
    if len(text) == 1 and text.isascii() and text.isalpha():
        return chr((0x24B6 - ord("A") if text.isupper() else 0x24D0 - ord("a")) + ord(text))
    return chr(0x3280 + _CHINESE.index(text)) if text and text in _CHINESE else text


def math(formula: Element) -> str:
    """Return a formula in its own markup as one line."""
    return clean("".join(_written(formula, 0)))


def _written(node: Element, depth: int) -> Iterator[str]:
    for child in node:
        name = local(child)
        form = _FORMS.get(name) if child.tag == f"{MATH}{name}" else None
        if name == "t":
            yield child.text or ""
        elif depth > _DEEPEST:
            yield "".join([text.text or "" for text in child.iter(f"{MATH}t")])
        elif form is None:
            yield from _written(child, depth + 1)
        else:
            yield form({local(part): "".join(_written(part, depth + 1)) for part in child})


def _grouped(text: str) -> str:
    return f"({text})" if re.search(r"[-+/=]", text) else text


def _power(text: str) -> str:
    return raised(text) if text.isdecimal() else f"^{_grouped(text)}" if text else ""


def _index(text: str) -> str:
    return text.translate(_LOWERED) if text.isdecimal() else f"_{_grouped(text)}" if text else ""


_FORMS: Mapping[str, Callable[[Mapping[str, str]], str]] = {
    "f": lambda of: f"{_grouped(of.get('num', ''))}/{_grouped(of.get('den', ''))}",
    "sSup": lambda of: of.get("e", "") + _power(of.get("sup", "")),
    "sSub": lambda of: of.get("e", "") + _index(of.get("sub", "")),
    "sSubSup": lambda of: of.get("e", "") + _index(of.get("sub", "")) + _power(of.get("sup", "")),
    "rad": lambda of: f"{raised(of.get('deg', ''))}√{_grouped(of.get('e', ''))}",
    "d": lambda of: f"({of.get('e', '')})",
}
