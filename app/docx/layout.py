"""Layouts: page and type measures as data, one file each.

They are read from `resources/layouts/` and from the folder of the office's own; a file of these may
name a shipped one as its `base` and say only what is otherwise.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from app.document.model import Align, Role
from app.errors import AppError
from app.resources import own, shipped

NATIONAL = "gbt9704"
_HEAD = frozenset({Role.TITLE, Role.SUBTITLE, Role.DATE_LINE})


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet and its type area (版心), in millimetres."""

    width: float
    height: float
    top: float
    right: float
    type_width: float
    type_height: float

    @property
    def left(self) -> float:
        """The binding margin (订口)."""
        return self.width - self.type_width - self.right

    @property
    def bottom(self) -> float:
        """What is left below the type area."""
        return self.height - self.type_height - self.top


@dataclass(frozen=True, slots=True)
class Grid:
    """Lines a page and characters a line; `pitch` and `spacing` (between characters) in points."""

    lines: int
    characters: int
    pitch: float
    spacing: float


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page number: `below` millimetres under the type area, `inset` characters from its edge.

    It stands right on odd and left on even pages, between `before` and `after`. `first` tells
    whether page 1 carries one.
    """

    face: str
    size: float
    below: float
    before: str
    after: str
    inset: float
    first: bool = True


@dataclass(frozen=True, slots=True)
class Head:
    """Head and version block of an official document (版头、版记): faces, points, millimetres.

    `drop` and `order` are the mark's upper edge below that of the type area, `letter` from the edge
    of the page; `line` is the red line below the number of the document. `seal` is the width of a
    seal.
    """

    face: str
    names: str
    strong: str
    color: str
    size: float
    drop: float
    order: float
    letter: float
    letter_foot: float
    letter_width: float
    line: float
    thick: float
    thin: float
    small: float
    seal: float


@dataclass(frozen=True, slots=True)
class Look:
    """How the paragraphs of one role are set.

    `style` is the paragraph style's name in Word, `lead` that of the character style for the lead
    sentence of a run-in heading, "" where there is none. Sizes and `line` (distance of base lines,
    exact; 0.0 lets it grow with what stands in it) in points; `indent` (first line), `left` and
    `right` in characters; `before` and `after` in lines. `outline` is the outline level from 0.
    `keep` keeps the paragraph on the page of the next one. `latin` is the face of letters and
    digits, "" for that of the layout.
    """

    style: str
    face: str = "仿宋_GB2312"
    size: float = 16.0
    line: float = 28.95
    indent: float = 2
    left: float = 0
    right: float = 0
    align: Align = Align.JUSTIFY
    before: float = 0
    after: float = 0
    bold: bool = False
    outline: int | None = None
    lead: str = ""
    new_page: bool = False
    keep: bool = False
    latin: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A set of measures; `faces` lists for a face what may stand in where it is missing."""

    id: str
    name: str
    latin: str
    page: Page
    grid: Grid
    number: PageNumber
    head: Head
    faces: Mapping[str, tuple[str, ...]]
    roles: Mapping[Role, Look]

    @property
    def character(self) -> float:
        """The width of one character of the body in its line, in points."""
        return self.roles[Role.BODY].size + self.grid.spacing

    def gap(self, previous: Role | None, role: Role) -> float:
        """Return the lines to leave free between paragraphs of two roles that follow each other.

        A blank paragraph between is such a space itself; title rows hang together; at the top of
        the text there is none.
        """
        if previous is None or Role.BLANK in (previous, role):
            return 0
        if previous in _HEAD and role in _HEAD:
            return 0
        if previous is role and self.roles[role].before:
            return 0
        return max(self.roles[previous].after, self.roles[role].before)


# The layouts as they were last read soundly, by where the office's own file of that name lies.
_READ: dict[Path, Layout] = {}


def load(layout_id: str) -> Layout:
    """Return the layout `layout_id`; raises AppError where there is none or its file is wrong.

    A file is read once, and again by `renewed`.
    """
    place = _own(layout_id)
    if place not in _READ:
        _READ[place] = _loaded(layout_id)
    return _READ[place]


def renewed() -> frozenset[str]:
    """Read the office's own layouts anew and return the ids of those that are otherwise by now.

    One whose file has gone or gone wrong stays as it was for the documents that have it.
    """
    changed: set[str] = set()
    for name in _paths():
        known = _READ.get(_own(name))
        found = _tried(name)
        if known is not None and isinstance(found, Layout) and found != known:
            _READ[_own(name)] = found
            changed.add(name)
    return frozenset(changed)


def listing() -> tuple[tuple[str, str], ...]:
    """Return the id and the name of every layout whose file is sound, the national one first."""
    found: list[tuple[str, str]] = []
    for name in sorted(_paths(), key=lambda name: (name != NATIONAL, name)):
        known = _READ.get(_own(name)) or _tried(name)
        if isinstance(known, Layout):
            found.append((name, _READ.setdefault(_own(name), known).name))
    return tuple(found)


def faults() -> tuple[str, ...]:
    """Return in Chinese what is wrong by now with the files that are no layouts."""
    tried = [_tried(name) for name in sorted(_paths())]
    return tuple([str(found) for found in tried if isinstance(found, AppError)])


def _tried(layout_id: str) -> Layout | AppError:
    """Return the layout in a file as it is now, or what is wrong with it."""
    try:
        return _loaded(layout_id)
    except AppError as error:
        return error


def _loaded(layout_id: str) -> Layout:
    paths = _paths()
    if layout_id not in paths:
        known = "、".join(sorted(paths))
        raise AppError(f"没有名为“{layout_id}”的版式。可用的有：{known}。")
    path = paths[layout_id]
    try:
        return parse({**_table(path), "id": layout_id})
    except (OSError, KeyError, TypeError, ValueError) as error:  # TOML's errors among them
        raise AppError(f"版式文件“{path.name}”有错，请改正或重新安装：{error}") from error


def parse(table: Mapping[str, Any]) -> Layout:
    """Return the layout a parsed file describes; raises KeyError, TypeError or ValueError."""
    grid = Grid(**table["grid"])
    common = {"line": grid.pitch, **table.get("default", {})}
    rows = {Role(name): {**common, **row} for name, row in table["roles"].items()}
    missing = [role.value for role in Role if role not in rows]
    if missing:
        raise ValueError(f"roles without a row: {missing}")
    made = Layout(
        id=table["id"],
        name=table["name"],
        latin=table["latin"],
        page=Page(**table["page"]),
        grid=grid,
        number=PageNumber(**table["number"]),
        head=Head(**table["head"]),
        faces={face: tuple(names) for face, names in table["faces"].items()},
        roles={role: _look(row) for role, row in rows.items()},
    )
    page = made.page
    if min(page.type_width, page.type_height, page.top, grid.pitch, made.character) <= 0:
        raise ValueError("版心、天头、行距和字宽都要大于零")
    if min(page.left, page.right, page.bottom) < 0:
        raise ValueError("版心和页边加起来比纸还大")
    return made


def _look(row: Mapping[str, Any]) -> Look:
    values: dict[str, Any] = {**row, "align": Align(row.get("align", Align.JUSTIFY))}
    return Look(**values)


def _own(layout_id: str) -> Path:
    return own("layouts") / f"{layout_id}.toml"


def _paths() -> dict[str, Path]:
    """Return id → file; a shipped one goes before one of the office's own."""
    folders = (own("layouts"), shipped("resources") / "layouts")
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}


def _table(path: Path) -> dict[str, Any]:
    """Return what a file says, over what its base says; raises what reading and parsing raise."""
    table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    base = table.pop("base", None)
    if base is None:
        return table
    if "name" not in table:
        raise ValueError("要用 name 写明版式的名称")
    beneath = shipped("resources") / "layouts" / f"{base}.toml"
    if not str(base).isalnum() or not beneath.is_file():
        raise ValueError(f"没有可以依据的版式“{base}”")
    return _over(table, tomllib.loads(beneath.read_text(encoding="utf-8")))


def _over(table: Mapping[str, Any], base: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table with what it does not say taken from another, at every depth."""
    made = dict(base)
    for name, value in table.items():
        known = base.get(name)
        if isinstance(value, dict) and isinstance(known, dict):
            made[name] = _over(cast("dict[str, Any]", value), cast("dict[str, Any]", known))
        else:
            made[name] = value
    return made
