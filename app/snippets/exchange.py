"""Snippets in and out of files: TOML, CSV, plain text and espanso's YAML."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.errors import AppError, UnreadableFile, UnwritableFile
from app.snippets import espanso, source
from app.snippets.model import Place, Snippet
from app.snippets.pinyin import readings
from app.snippets.query import bare
from app.text import read_whole

_CATEGORY = "我的表述"
_COLUMNS = ("标题", "内容", "分类", "标签", "位置", "起", "止", "编号")
_LABELS = {place.label: place for place in Place}
_SPLIT = re.compile(r"[、,，;；\s]+")


class UnknownFormat(AppError):
    """A file name does not say in which of the known formats the file is."""

    def __init__(self, path: Path) -> None:
        """`path` is the file."""
        super().__init__(
            f"“{path.name}”不是能导入导出的格式，可用 .toml、.csv、.txt 和 .yml（espanso）。"
        )


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file holds, and messages about what could not be taken over."""

    snippets: tuple[Snippet, ...]
    notes: tuple[str, ...] = ()


def read(path: Path) -> Imported:
    """Return the snippets of a file; raises BrokenSnippets, UnreadableFile or UnknownFormat."""
    reader = _format(path)[0]
    return reader(path, read_whole(path))


def write(path: Path, snippets: Sequence[Snippet]) -> tuple[str, ...]:
    """Write snippets to a file; return notes about what its format cannot hold."""
    text, notes = _format(path)[1](snippets)
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_bytes(text.encode("utf-8-sig" if path.suffix.lower() == ".csv" else "utf-8"))
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise UnwritableFile(path, "请检查磁盘空间和文件夹权限，或者换一个位置。") from error
    return notes


Reader = Callable[[Path, str], Imported]
Writer = Callable[[Sequence[Snippet]], tuple[str, tuple[str, ...]]]


def _format(path: Path) -> tuple[Reader, Writer]:
    formats: dict[str, tuple[Reader, Writer]] = {
        ".toml": (_read_toml, _write_toml),
        ".csv": (_read_csv, _write_csv),
        ".txt": (_read_text, _write_text),
        ".yml": (_read_espanso, _write_espanso),
        ".yaml": (_read_espanso, _write_espanso),
    }
    if path.suffix.lower() not in formats:
        raise UnknownFormat(path)
    return formats[path.suffix.lower()]


def _read_toml(path: Path, text: str) -> Imported:
    return Imported(source.read(path, text))


def _write_toml(snippets: Sequence[Snippet]) -> tuple[str, tuple[str, ...]]:
    return source.write(snippets), ()


def _read_csv(path: Path, text: str) -> Imported:
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if any(row)]
    except csv.Error as error:
        raise UnreadableFile(path, f"写法不合 CSV 格式（{error}）。") from error
    if not rows or "内容" not in rows[0]:
        raise UnreadableFile(path, f"第一行应当是列名，至少有“内容”，可用：{'、'.join(_COLUMNS)}。")
    found: list[Snippet] = []
    notes: list[str] = []
    for number, row in enumerate(rows[1:], 2):
        values = dict(zip((name.strip() for name in rows[0]), row, strict=False))
        if not values.get("内容", "").strip():
            notes.append(f"第{number}行没有内容，没有导入。")
            continue
        found.append(_from_row(values, number, notes))
    return Imported(tuple(found), tuple(notes))


def _from_row(values: dict[str, str], number: int, notes: list[str]) -> Snippet:
    days: list[dt.date | None] = []
    for name in ("起", "止"):
        written = values.get(name, "").strip()
        try:
            days.append(dt.date.fromisoformat(written.replace("/", "-")) if written else None)
        except ValueError:
            notes.append(f"第{number}行的日期“{written}”不是 2026-01-31 这样的写法，没有采用。")
            days.append(None)
    place = values.get("位置", "").strip()
    if place and place not in _LABELS:
        notes.append(f"第{number}行的位置“{place}”不认识，按“不限”处理。")
    return Snippet(
        id=values.get("编号", "").strip(),
        text=values["内容"],
        category=values.get("分类", "").strip("/ ") or _CATEGORY,
        title=values.get("标题", "").strip(),
        tags=tuple(tag for tag in _SPLIT.split(values.get("标签", "")) if tag),
        place=_LABELS.get(place, Place.ANY),
        since=days[0],
        until=days[1],
    )


def _write_csv(snippets: Sequence[Snippet]) -> tuple[str, tuple[str, ...]]:
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(_COLUMNS)
    for s in snippets:
        since, until = (day.isoformat() if day else "" for day in (s.since, s.until))
        place = "" if s.place is Place.ANY else s.place.label
        rows.writerow([s.title, s.text, s.category, "、".join(s.tags), place, since, until, s.id])
    return out.getvalue(), _lost(snippets, "成员和接替的提法", lambda s: s.members or s.successor)


def _read_text(_path: Path, text: str) -> Imported:
    """Read paragraphs apart by blank lines, or lines where there are none; # names a category."""
    lines = text.strip("\n").split("\n")
    apart = "" in (line.strip() for line in lines) or any(line.startswith("# ") for line in lines)
    blocks = re.split(r"\n[ \t]*\n+", text.strip("\n")) if apart else lines
    found: list[Snippet] = []
    category = _CATEGORY
    for block in blocks:
        rows = block.strip("\n").split("\n")
        while rows and rows[0].startswith("# "):
            category = rows.pop(0)[2:].strip("/ ") or _CATEGORY
        title = rows.pop(0)[3:].strip() if rows and rows[0].startswith("标题：") else ""
        content = "\n".join(rows).strip() if apart else block.strip()
        if content:
            found.append(Snippet("", content, category, title))
    return Imported(tuple(found))


def _write_text(snippets: Sequence[Snippet]) -> tuple[str, tuple[str, ...]]:
    parts: list[str] = []
    category = None
    for snippet in snippets:
        if snippet.category != category:
            category = snippet.category
            parts.append(f"# {category}")
        title = f"标题：{snippet.title}\n" if snippet.title else ""
        parts.append(title + re.sub(r"\n\s*\n+", "\n", snippet.text).strip("\n"))
    what = "标签、位置和有效期"
    lost = _lost(snippets, what, lambda s: s.tags or s.place is not Place.ANY or s.since or s.until)
    return "\n\n".join(parts) + "\n", lost


def _read_espanso(path: Path, text: str) -> Imported:
    try:
        matches, notes = espanso.read(text)
    except ValueError as error:
        raise UnreadableFile(path, str(error)) from error
    found = [
        Snippet("", match.replace, _CATEGORY, match.label, tuple(match.triggers))
        for match in matches
    ]
    return Imported(tuple(found), tuple(notes))


def _write_espanso(snippets: Sequence[Snippet]) -> tuple[str, tuple[str, ...]]:
    lines = ["matches:"] if snippets else ["matches: []"]
    taken: set[str] = set()
    for snippet in snippets:
        trigger = _trigger(snippet, taken)
        lines.append(f"  - trigger: {json.dumps(trigger)}")
        lines.append(f"    replace: {json.dumps(snippet.text, ensure_ascii=False)}")
        if snippet.title:
            lines.append(f"    label: {json.dumps(snippet.title, ensure_ascii=False)}")
    what = "分类、标签和有效期"
    return "\n".join(lines) + "\n", _lost(snippets, what, lambda s: s.category)


def _trigger(snippet: Snippet, taken: set[str]) -> str:
    """Return a trigger of the initials of the title, with a number where they are taken."""
    syllables = readings().syllables_of(bare(snippet.title or snippet.text)[:6])
    stem = ":" + ("".join(syllable[:1] for syllable in syllables) or "s")
    trigger, count = stem, 1
    while trigger in taken:
        count += 1
        trigger = f"{stem}{count}"
    taken.add(trigger)
    return trigger


def _lost(
    snippets: Iterable[Snippet], what: str, has: Callable[[Snippet], object]
) -> tuple[str, ...]:
    count = sum(bool(has(snippet)) for snippet in snippets)
    return (f"这种格式存不下{what}，有{count}条受影响；要全部保留请导出为 TOML。",) if count else ()
