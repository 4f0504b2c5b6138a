"""Snippet groups as TOML files: read with every fault told by its line, and written."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from app.errors import UnreadableFile
from app.snippets.model import BrokenSnippets, Place, Snippet

_HEADER = re.compile(r"\s*\[\[snippets\]\]")
_KEY = re.compile(r"\s*([\w-]+)\s*=")
_AT = re.compile(r"\s*\(at line (\d+), column \d+\)|\s*\(at end of document\)")
_ID = re.compile(r"[\w-]+")
_DEFAULTS = ("category", "place", "tags", "since", "until")
_KEYS = ("id", "text", "title", "successor", "members", *_DEFAULTS)


def read_file(path: Path) -> tuple[Snippet, ...]:
    """Return the snippets of a TOML file; raises BrokenSnippets or UnreadableFile."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableFile(path, "读不到这个文件，请看它是否还在、能否打开。") from error
    except UnicodeDecodeError as error:
        raise BrokenSnippets(path, None, "文件不是 UTF-8 编码，请另存为 UTF-8。") from error
    return read(path, text)


def read(path: Path, text: str) -> tuple[Snippet, ...]:
    """Return the snippets that a TOML text holds; `path` only names it in messages.

    What stands at the top (category, place, tags, since, until) holds for every entry that does
    not say otherwise. Raises BrokenSnippets.
    """
    try:
        top = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line = int(at[1]) if at and at[1] else text.count("\n")
        reason = f"写法不合 TOML 格式（{_AT.sub('', str(error))}）。"
        raise BrokenSnippets(path, line, reason) from error
    entries: Any = top.pop("snippets", [])
    _refuse_unknown(path, text, None, top, _DEFAULTS)
    if not isinstance(entries, list) or not all(
        isinstance(entry, dict) for entry in cast("list[Any]", entries)
    ):
        raise BrokenSnippets(path, None, "每条表述应当写在 [[snippets]] 下面。")
    found: list[Snippet] = []
    seen: dict[str, int] = {}
    for number, entry in enumerate(cast("list[dict[str, Any]]", entries)):
        _refuse_unknown(path, text, number, entry, _KEYS)
        snippet = _snippet(_Entry(path, text, number, {**top, **entry}))
        if snippet.id in seen:
            line = _line(text, number, "id")
            raise BrokenSnippets(path, line, f"编号“{snippet.id}”与前面一条相同。")
        seen[snippet.id] = number
        found.append(snippet)
    return tuple(found)


def write(snippets: Iterable[Snippet]) -> str:
    """Return snippets as the text of a TOML file that `read` reads back to the same values."""
    parts: list[str] = []
    for snippet in snippets:
        lines = ["[[snippets]]", f"id = {_quoted(snippet.id)}"]
        lines += [
            f"{key} = {_quoted(value)}"
            for key, value in (
                ("title", snippet.title),
                ("category", snippet.category),
                ("text", snippet.text),
                ("successor", snippet.successor),
            )
            if value
        ]
        if snippet.place is not Place.ANY:
            lines.append(f"place = {_quoted(snippet.place)}")
        lines += [
            f"{key} = [{', '.join(map(_quoted, values))}]"
            for key, values in (("tags", snippet.tags), ("members", snippet.members))
            if values
        ]
        lines += [
            f"{key} = {day.isoformat()}"
            for key, day in (("since", snippet.since), ("until", snippet.until))
            if day is not None
        ]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


class _Entry:
    """One entry of a file; what is wrong in it is told with its line."""

    def __init__(self, path: Path, text: str, number: int, values: dict[str, Any]) -> None:
        self.path, self.text, self.number, self.values = path, text, number, values

    def fault(self, key: str, reason: str) -> BrokenSnippets:
        return BrokenSnippets(self.path, _line(self.text, self.number, key), reason)

    def string(self, key: str, default: str | None = None) -> str:
        value: Any = self.values.get(key, default)
        if value is None:
            raise self.fault("", f"缺少“{key}”。")
        if not isinstance(value, str):
            raise self.fault(key, f"“{key}”应当是文字。")
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        value: Any = self.values.get(key, [])
        if not isinstance(value, list) or not all(
            isinstance(member, str) for member in cast("list[Any]", value)
        ):
            raise self.fault(key, f"“{key}”应当是文字的列表。")
        return tuple(cast("list[str]", value))

    def day(self, key: str) -> dt.date | None:
        value: Any = self.values.get(key)
        if value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime)):
            return value
        raise self.fault(key, f"“{key}”应当是日期，如 2022-10-22，不加引号。")


def _snippet(entry: _Entry) -> Snippet:
    name = entry.string("id")
    if _ID.fullmatch(name) is None:
        raise entry.fault("id", f"编号“{name}”只能用文字、数字、“-”和“_”。")
    text = entry.string("text")
    if not text.strip():
        raise entry.fault("text", "“text”是空的。")
    place = entry.string("place", Place.ANY)
    if place not in set(Place):
        raise entry.fault("place", f"没有“{place}”这个位置，可以写：{'、'.join(Place)}。")
    snippet = Snippet(
        id=name,
        text=text,
        category=entry.string("category").strip("/"),
        title=entry.string("title", ""),
        tags=entry.strings("tags"),
        place=Place(place),
        since=entry.day("since"),
        until=entry.day("until"),
        successor=entry.string("successor", ""),
        members=entry.strings("members"),
    )
    if not snippet.category:
        raise entry.fault("category", "“category”是空的。")
    if snippet.since and snippet.until and snippet.since > snippet.until:
        raise entry.fault("until", "“until”早于“since”。")
    return snippet


def _refuse_unknown(
    path: Path, text: str, number: int | None, values: dict[str, Any], known: tuple[str, ...]
) -> None:
    for key in values:
        if key not in known:
            reason = f"不认识“{key}”这一项，这里可以写：{'、'.join(known)}。"
            raise BrokenSnippets(path, _line(text, number, key), reason)


def _line(text: str, number: int | None, key: str) -> int | None:
    """Return the line of a key of the `number`-th entry, of its header where the key is absent."""
    at, header = (-1, None) if number is not None else (None, None)
    for count, line in enumerate(text.splitlines(), 1):
        if _HEADER.match(line):
            at = 0 if at is None else at + 1
            if at == number:
                header = count
        found = _KEY.match(line)
        if found and found[1] == key and (at == number):
            return count
    return header


def _quoted(value: str) -> str:
    """Return a TOML basic string."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return (
        '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in escaped) + '"'
    )
