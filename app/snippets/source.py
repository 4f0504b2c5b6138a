"""Snippet groups as TOML files: read with every fault told by its line, and written."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from app.errors import UnreadableFile
from app.snippets.model import BrokenSnippets, Place, Snippet

_HEADER = re.compile(r"\s*\[\[(?:groups\.)?snippets\]\]")
_GROUP = re.compile(r"\s*\[\[groups\]\]")
_CLAUSE = re.compile(r"[。！？，；：\n]")
_KEY = re.compile(r"\s*([\w-]+)\s*=")
_AT = re.compile(r"\s*\(at line (\d+), column \d+\)|\s*\(at end of document\)")
_TITLE = 24  # characters of a title taken from the text
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

    Entries are written as [[snippets]], or as [[groups.snippets]] below a [[groups]]. What stands
    at the top and in the group (category, place, tags, since, until) holds for every entry that
    does not say otherwise; a title that is not given is the beginning of the text. Raises
    BrokenSnippets.
    """
    try:
        top = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line = int(at[1]) if at and at[1] else text.count("\n")
        reason = f"写法不合 TOML 格式（{_AT.sub('', str(error))}）。"
        raise BrokenSnippets(path, line, reason) from error
    at = _At(path, text)
    groups = _tables(at, top, "groups")
    entries = [(top, entry) for entry in _tables(at, top, "snippets")]
    _refuse_unknown(at, top, _DEFAULTS)
    for number, group in enumerate(groups):
        at = _At(path, text, number, _GROUP)
        inside = _tables(at, group, "snippets")
        _refuse_unknown(at, group, _DEFAULTS)
        entries += [({**top, **group}, entry) for entry in inside]
    found: dict[str, Snippet] = {}
    for number, (defaults, entry) in enumerate(entries):
        at = _At(path, text, number)
        _refuse_unknown(at, entry, _KEYS)
        snippet = _snippet(_Entry(at, {**defaults, **entry}))
        if snippet.id in found:
            raise at.fault("id", f"编号“{snippet.id}”与前面一条相同。")
        found[snippet.id] = snippet
    return tuple(found.values())


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


@dataclass(frozen=True, slots=True)
class _At:
    """A table of a file: the `number`-th with this header, the top of the file for None."""

    path: Path
    text: str
    number: int | None = None
    header: re.Pattern[str] = _HEADER

    def fault(self, key: str, reason: str) -> BrokenSnippets:
        """Return the error for a key of the table, "" for the table itself."""
        return BrokenSnippets(self.path, self._line(key), reason)

    def _line(self, key: str) -> int | None:
        """Return the line of a key, of the header where the table does not have it."""
        at, opened = -1, None
        for count, line in enumerate(self.text.splitlines(), 1):
            if line.lstrip().startswith("[["):
                if self.number is None or (opened is not None and at == self.number):
                    return opened
                at += self.header.match(line) is not None
                opened = count if at == self.number and self.header.match(line) else None
                continue
            found = _KEY.match(line)
            if found and found[1] == key and (self.number is None or opened is not None):
                return count
        return opened


class _Entry:
    """One entry of a file; what is wrong in it is told with its line."""

    def __init__(self, at: _At, values: dict[str, Any]) -> None:
        self.fault, self.values = at.fault, values

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
        title=entry.string("title", "") or beginning(text),
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


def beginning(text: str) -> str:
    """Return what serves as the title of a text without one: its whole, or its first clause."""
    whole = text.rstrip("。！：；")
    return whole if len(whole) <= _TITLE and "\n" not in whole else _CLAUSE.split(text)[0][:_TITLE]


def _tables(at: _At, values: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Take a list of tables out of `values`; an error where it is something else."""
    found: Any = values.pop(key, [])
    if not isinstance(found, list) or not all(
        isinstance(entry, dict) for entry in cast("list[Any]", found)
    ):
        raise at.fault(key, f"“{key}”应当写成 [[{key}]]，一条一节。")
    return cast("list[dict[str, Any]]", found)


def _refuse_unknown(at: _At, values: dict[str, Any], known: tuple[str, ...]) -> None:
    for key in values:
        if key not in known:
            raise at.fault(key, f"不认识“{key}”这一项，这里可以写：{'、'.join(known)}。")


def _quoted(value: str) -> str:
    """Return a TOML basic string."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return (
        '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in escaped) + '"'
    )
