"""The part of YAML in which espanso's match files are written, read without a YAML library.

A match file is a list of flat mappings under `matches:`. What is more than that (variables, forms,
images) is passed over and told.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

_ITEM = re.compile(r"( *)- +(.*)")
_PAIR = re.compile(r"( *)(\w+) *:(?: +(.*))?$")
_BLOCK = re.compile(r"([|>])([+-]?)\s*(?:#.*)?")


@dataclass(frozen=True, slots=True)
class Match:
    """One match: what is typed for it, what is put in, and its name in lists."""

    triggers: tuple[str, ...]
    replace: str
    label: str = ""


def read(text: str) -> tuple[list[Match], list[str]]:
    """Return the matches of a file and notes on those passed over; ValueError if it is none."""
    lines = text.expandtabs(2).split("\n")
    start = next((n for n, line in enumerate(lines) if re.match(r"matches *:", line)), None)
    if start is None:
        raise ValueError("里面没有“matches:”，不是 espanso 的词条文件。")
    found: list[Match] = []
    notes: list[str] = []
    for number, item in _items(lines, start + 1):
        values = _mapping(item)
        replacement = values.get("replace", "").replace("$|$", "")
        if not replacement.strip() or "vars" in values or "{{" in replacement:
            notes.append(f"第{number}行的词条用到了变量、表单或图片，没有导入。")
            continue
        triggers = _sequence(values.get("triggers", "")) or [values.get("trigger", "")]
        found.append(
            Match(tuple(t for t in triggers if t), replacement, values.get("label", "").strip())
        )
    return found, notes


def _items(lines: list[str], start: int) -> list[tuple[int, list[str]]]:
    """Return each item of the list with the number of its line, its lines without the dash."""
    items: list[tuple[int, list[str]]] = []
    indent = None
    for number, line in enumerate(lines[start:], start + 1):
        if line.strip() and not line.startswith((" ", "-", "#")):
            break  # the next key of the file
        opened = _ITEM.match(line)
        if opened and (indent is None or len(opened[1]) == indent):
            indent = len(opened[1])
            items.append((number, [" " * (line.index("-") + 2) + opened[2]]))
        elif items:
            items[-1][1].append(line)
    return items


def _mapping(lines: list[str]) -> dict[str, str]:
    """Return the values of a mapping; nested ones as their text, list items one a line."""
    values: dict[str, str] = {}
    indent = len(lines[0]) - len(lines[0].lstrip())
    at = 0
    while at < len(lines):
        pair = _PAIR.match(lines[at])
        at += 1
        if pair is None or len(pair[1]) != indent:
            continue
        inside: list[str] = []
        while at < len(lines) and (
            not lines[at].strip() or len(lines[at]) - len(lines[at].lstrip()) > indent
        ):
            inside.append(lines[at])
            at += 1
        values[pair[2]] = _scalar((pair[3] or "").strip(), inside)
    return values


def _scalar(written: str, inside: list[str]) -> str:
    block = _BLOCK.fullmatch(written)
    if block:
        return _folded_block(block[1], block[2], inside)
    whole = " ".join([written, *(line.strip() for line in inside)]) if written else ""
    if whole.startswith('"'):
        quoted = re.match(r'"(?:[^"\\]|\\.)*"', whole)
        if quoted:
            return _unescaped(quoted[0])
    if whole.startswith("'"):
        quoted = re.match(r"'((?:[^']|'')*)'", whole)
        if quoted:
            return quoted[1].replace("''", "'")
    if not written:
        return "\n".join(line.strip() for line in inside if line.strip())
    return re.sub(r"\s+#.*$", "", whole)


def _folded_block(style: str, chomp: str, lines: list[str]) -> str:
    filled = [line for line in lines if line.strip()]
    indent = min((len(line) - len(line.lstrip()) for line in filled), default=0)
    rows = [line[indent:].rstrip() for line in lines]
    text = "\n".join(rows).rstrip("\n")
    if style == ">":
        text = re.sub(r"(?<!\n)\n(?!\n)", " ", text).replace("\n\n", "\n")
    return text + ("\n" if chomp == "+" else "")


def _unescaped(quoted: str) -> str:
    try:
        return str(json.loads(quoted, strict=False))
    except ValueError:
        return re.sub(r"\\(.)", r"\1", quoted[1:-1])


def _sequence(written: str) -> list[str]:
    """Return a list written as [a, "b"] or as lines with dashes."""
    if written.startswith("["):
        parts = re.findall(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|[^,\[\]]+', written)
    else:
        parts = [line[1:] for line in written.split("\n") if line.startswith("-")]
    return [_scalar(part.strip(), []) for part in parts if part.strip()]
