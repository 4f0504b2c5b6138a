"""A TOML file read key by key, so that whatever is left unread or wrong is told with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast

from app.kinds.model import BrokenKind

_AT = re.compile(r"\s*\(at line (\d+), column (\d+)\)")
_HEADER = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?")
_KEY = re.compile(r"\s*\"?([\w-]+)\"?\s*=")
_LONG = re.compile(r"'''|\"\"\"")
_KINDS: dict[type[object], str] = {
    str: "文字",
    int: "整数",
    list: "列表",
    dict: "表",
    bool: "true 或 false",
}

T = TypeVar("T")


def parse(path: Path, text: str) -> Table:
    """Return the top table of a template; raises BrokenKind where it is not TOML."""
    try:
        values = cast("dict[str, object]", tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        found = _AT.search(str(error))
        line = int(found[1]) if found else len(text.splitlines())
        reason = _AT.sub("", str(error))
        raise BrokenKind(path, line, f"写法不合 TOML 格式（{reason}）。") from error
    return Table(path, text, values)


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the file. Reading a key takes it out; `done` refuses what is left."""

    path: Path
    text: str
    left: dict[str, object]
    name: str = ""
    index: int = 0
    read: set[str] = field(default_factory=set[str])

    def fault(self, key: str, reason: str) -> BrokenKind:
        """Return the error for a key of this table, with the line on which it stands."""
        return BrokenKind(self.path, _line(self.text, self.name, self.index, key), reason)

    def string(self, key: str, default: str | None = None) -> str:
        """Return a text; an error where it is missing and has no default."""
        return self._take(key, str, default)

    def number(self, key: str, default: int | None = None) -> int:
        """Return a whole number; an error where it is missing and has no default."""
        return self._take(key, int, default)

    def flag(self, key: str) -> bool:
        """Return true or false, false where the key is missing."""
        return self._take(key, bool, default=False)

    def strings(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where the key is missing."""
        values = cast("list[object]", self._take(key, list, []))
        if not all(isinstance(value, str) for value in values):
            raise self.fault(key, f"“{key}”应当是文字的列表。")
        return tuple(cast("list[str]", values))

    def pair(self, key: str) -> tuple[int, int] | None:
        """Return two whole numbers in rising order, None where the key is missing."""
        if key not in self.left:
            return None
        match cast("list[object]", self._take(key, list, None)):
            case [int(low), int(high)] if low <= high:
                return low, high
            case _:
                raise self.fault(key, f"“{key}”应当是由小到大的两个整数，如 [2000, 5000]。")

    def mapping(self, key: str) -> dict[str, str]:
        """Return a table of texts, empty where the key is missing."""
        values = cast("dict[str, object]", self._take(key, dict, {}))
        if not all(isinstance(value, str) for value in values.values()):
            raise self.fault(key, f"“{key}”中的值都应当是文字。")
        return cast("dict[str, str]", values)

    def tables(self, key: str) -> tuple[Table, ...]:
        """Return the tables written as [[key]], none where it is missing."""
        values = cast("list[object]", self._take(key, list, []))
        if not all(isinstance(value, dict) for value in values):
            raise self.fault(key, f"“{key}”应当写成 [[{key}]]。")
        rows = cast("list[dict[str, object]]", values)
        return tuple(Table(self.path, self.text, row, key, n) for n, row in enumerate(rows))

    def choice(self, key: str, make: Callable[[str], T], default: str | None = None) -> T:
        """Return what `make` makes of a text; its ValueError becomes an error of the file."""
        value = self.string(key, default)
        try:
            return make(value)
        except ValueError as error:
            raise self.fault(key, f"“{key}”不能写“{value}”。") from error

    def pattern(self, key: str) -> re.Pattern[str] | None:
        """Return a compiled regular expression, None where the key is missing."""
        value = self.string(key, "")
        return self.compiled(key, value) if value else None

    def compiled(self, key: str, value: str) -> re.Pattern[str]:
        """Return `value` compiled; an error of the file where it is no regular expression."""
        try:
            return re.compile(value)
        except re.error as error:
            raise self.fault(key, f"“{key}”的匹配式“{value}”写得不对（{error}）。") from error

    def done(self) -> None:
        """Refuse keys that nothing has read."""
        for key in self.left:
            known = "、".join(sorted(self.read))
            raise self.fault(key, f"不认识“{key}”这一项，这里可以写：{known}。")

    def _take(self, key: str, kind: type[T], default: T | None) -> T:
        self.read.add(key)
        if key not in self.left:
            if default is None:
                where = f"[[{self.name}]]" if self.name else "文件开头"
                raise self.fault("", f"{where}缺少“{key}”。")
            return default
        value = self.left.pop(key)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.fault(key, f"“{key}”应当是{_KINDS[kind]}。")
        return value


def _line(text: str, table: str, index: int, key: str) -> int | None:
    """Return the line of a key in the `index`-th table of a name; of its header for key "".

    Tables written inline, `fields = [{…}]`, have the line of that key.
    """
    current, seen, long = "", dict[str, int](), False
    at_table, inline = None if table else 1, None
    for number, line in enumerate(text.splitlines(), 1):
        was_long = long
        long ^= len(_LONG.findall(line)) % 2 == 1
        if was_long:
            continue
        if header := _HEADER.match(line):
            current = header[1]
            seen[current] = seen.get(current, -1) + 1
        here = current == table and seen.get(table, 0) == index
        if here and at_table is None:
            at_table = number
        found = _KEY.match(line)
        if found and not current and found[1] == table:
            inline = number
        if key and found and found[1] == key and here:
            return number
        if key and header and not table and header[1] == key:
            return number
    return at_table or inline
