"""The template files: which kinds there are, and one of them read in full."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from app.kinds.model import BrokenKind, Kind, KindName, UnknownKind
from app.kinds.reading import read
from app.resources import shipped

_HEAD = 1200  # bytes that hold the first lines of a template, which listing reads
_KEYS = ("id", "name", "group", "order", "title_signs", "text_signs")
_UNORDERED = 1000


@dataclass(frozen=True, slots=True)
class Head:
    """The first lines of a template file."""

    id: str
    name: str
    group: str
    order: int
    title_signs: tuple[str, ...]
    text_signs: tuple[str, ...]
    path: Path


def heads(own: Path | None = None) -> tuple[tuple[Head, ...], tuple[BrokenKind, ...]]:
    """Return the heads of all templates in the order of display, and the files that have none.

    `own` is the user's folder; a kind in it takes the place of a shipped one with its id.
    """
    found: dict[str, Head] = {}
    broken: list[BrokenKind] = []
    for path in _files(own):
        try:
            head = _head(path)
        except BrokenKind as error:
            broken.append(error)
        else:
            found[head.id] = head
    groups: dict[str, int] = {}
    for head in found.values():
        groups[head.group] = min(groups.get(head.group, head.order), head.order)
    ordered = sorted(found.values(), key=lambda h: (groups[h.group], h.group, h.order, h.id))
    return tuple(ordered), tuple(broken)


def listing(own: Path | None = None) -> tuple[KindName, ...]:
    """Return id, name and group of every kind in the order of display; reads only file heads."""
    return tuple(KindName(head.id, head.name, head.group) for head in heads(own)[0])


def free_id(wanted: str, own: Path | None = None) -> str:
    """Return `wanted`, or the first of wanted-2, wanted-3 … that no kind has yet."""
    taken = {head.id for head in heads(own)[0]}
    if wanted not in taken:
        return wanted
    return next(f"{wanted}-{n}" for n in range(2, len(taken) + 3) if f"{wanted}-{n}" not in taken)


def load(kind: str, own: Path | None = None) -> Kind:
    """Return a kind by its id; raises UnknownKind, or BrokenKind where its file is wrong."""
    for head in heads(own)[0]:
        if head.id == kind:
            return read_file(head.path)
    raise UnknownKind(kind)


def load_all(own: Path | None = None) -> tuple[tuple[Kind, ...], tuple[BrokenKind, ...]]:
    """Return every kind that can be read, and what is wrong with the others."""
    found, broken = heads(own)
    kinds: list[Kind] = []
    faults = list(broken)
    for head in found:
        try:
            kinds.append(read_file(head.path))
        except BrokenKind as error:
            faults.append(error)
    return tuple(kinds), tuple(faults)


def read_file(path: Path) -> Kind:
    """Return the kind of one template file; raises BrokenKind where it cannot be used."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenKind(path, None, "文件不是 UTF-8 编码，请另存为 UTF-8。") from error
    except OSError as error:
        raise BrokenKind(path, None, f"文件读不出来（{error.strerror}）。") from error
    return read(path, text)


def _files(own: Path | None) -> Iterator[Path]:
    yield from sorted(shipped("templates").glob("*.toml"))
    if own is not None and own.is_dir():
        yield from sorted(own.glob("*.toml"))


def _head(path: Path) -> Head:
    """Return the head of a template, from its first lines where they hold it."""
    try:
        with path.open("rb") as file:
            start = file.read(_HEAD).decode("utf-8-sig", errors="ignore")
    except OSError as error:
        raise BrokenKind(path, None, f"文件读不出来（{error.strerror}）。") from error
    lines = [line for line in start.split("\n")[:12] if line.split("=")[0].strip() in _KEYS]
    try:
        values = cast("dict[str, object]", tomllib.loads("\n".join(lines)))
    except tomllib.TOMLDecodeError:
        values = {}
    match values:
        case {"id": str(kind), "name": str(name), "group": str(group)}:
            order = values.get("order", _UNORDERED)
            return Head(
                kind,
                name,
                group,
                order if isinstance(order, int) else _UNORDERED,
                _strings(values.get("title_signs")),
                _strings(values.get("text_signs")),
                path,
            )
        case _:
            return _slow_head(path)


def _slow_head(path: Path) -> Head:
    """Return the head of a template whose first lines do not hold it: the whole file is read."""
    kind = read_file(path)
    title = tuple(sign.pattern for sign in kind.title_signs)
    text = tuple(sign.pattern for sign in kind.text_signs)
    return Head(kind.id, kind.name, kind.group, kind.order, title, text, path)


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(str(item) for item in cast("list[object]", value))
