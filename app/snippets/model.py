"""A snippet as a value: a reusable formulation, where it belongs and when it is valid."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.document.model import HEADINGS, Document, Role
from app.errors import AppError


class Place(StrEnum):
    """Where in a document a snippet is usually put; ANY where it fits everywhere."""

    TITLE = "title"
    SALUTATION = "salutation"
    OPENING = "opening"  # before the first heading
    HEADING = "heading"
    ITEM = "item"
    BODY = "body"
    CLOSING = "closing"
    SIGNATURE = "signature"
    ANY = "any"

    @property
    def label(self) -> str:
        """The name in the interface."""
        return _LABELS[self]


_LABELS = {
    Place.TITLE: "标题",
    Place.SALUTATION: "称谓",
    Place.OPENING: "开头",
    Place.HEADING: "小标题",
    Place.ITEM: "条目",
    Place.BODY: "正文",
    Place.CLOSING: "结尾",
    Place.SIGNATURE: "落款",
    Place.ANY: "不限",
}

_PLACES = {
    Role.TITLE: Place.TITLE,
    Role.SUBTITLE: Place.TITLE,
    Role.SALUTATION: Place.SALUTATION,
    Role.PART: Place.HEADING,
    **dict.fromkeys(HEADINGS, Place.HEADING),
    Role.ITEM: Place.ITEM,
    Role.CLOSING: Place.CLOSING,
    Role.SIGNATURE: Place.SIGNATURE,
    Role.DATE: Place.SIGNATURE,
    Role.ATTACHMENT_NOTE: Place.SIGNATURE,
}


class BrokenSnippets(AppError):
    """A snippet file cannot be used; the message names the file, the line and the reason."""

    def __init__(self, path: Path, line: int | None, reason: str) -> None:
        """`line` counts from 1; None where the fault has no line of its own."""
        where = "" if line is None else f"第{line}行："
        super().__init__(f"常用表述文件“{path.name}”不能使用。{where}{reason}")
        self.path = path
        self.line = line


@dataclass(frozen=True, slots=True)
class Snippet:
    """A formulation to insert.

    `category` is a path such as “措施/干部”. `since` and `until` bound, both inclusive, the time in
    which a formulation is valid, None where it has no bound; `successor` is the id of what stands
    in its place afterwards, "" where nothing does. `members` are those of a numbered abbreviation
    (“四个意识”), as they stand in a text, empty elsewhere.
    """

    id: str
    text: str
    category: str
    title: str = ""
    tags: tuple[str, ...] = ()
    place: Place = Place.ANY
    since: dt.date | None = None
    until: dt.date | None = None
    successor: str = ""
    members: tuple[str, ...] = ()

    def valid_on(self, day: dt.date | None) -> bool:
        """Return whether the formulation holds on a day; always where the day is None."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True)
class Category:
    """A branch of the category tree. `count` includes the branches below."""

    name: str
    path: str
    count: int
    children: tuple[Category, ...] = ()

    def paths(self) -> list[str]:
        """Return the path of this branch and of those below."""
        return [self.path, *(path for child in self.children for path in child.paths())]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where is looked: everywhere, in a category with its branches, or among some ids only.

    With `own` only the user's own snippets are looked at.
    """

    category: str = ""
    own: bool = False
    names: tuple[str, ...] | None = None


EVERYWHERE = Scope()


def place_at(document: Document, block: int) -> Place:
    """Return the place in which the caret stands when it is in a block of a document."""
    blocks = document.blocks
    if not 0 <= block < len(blocks):
        return Place.ANY
    role = blocks[block].role
    if role in _PLACES:
        return _PLACES[role]
    first = next((n for n, other in enumerate(blocks) if other.role in HEADINGS), None)
    if first is not None and block < first:
        return Place.OPENING
    above = any(other.role is Role.BODY and other.text.strip() for other in blocks[:block])
    if first is None and not above:
        return Place.OPENING
    below = any(
        other.role is not Role.NOISE and other.text.strip() for other in blocks[block + 1 :]
    )
    return Place.CLOSING if above and not below else Place.BODY


def category_tree(paths: dict[str, int]) -> tuple[Category, ...]:
    """Return the tree of category paths with their own counts, in the order given."""
    return _branches(list(paths.items()), "")


def _branches(paths: list[tuple[str, int]], above: str) -> tuple[Category, ...]:
    groups: dict[str, list[tuple[str, int]]] = {}
    for path, count in paths:
        name, _, rest = path.partition("/")
        groups.setdefault(name, []).append((rest, count))
    return tuple(
        Category(
            name,
            above + name,
            sum(count for _, count in inside),
            _branches([(rest, count) for rest, count in inside if rest], f"{above}{name}/"),
        )
        for name, inside in groups.items()
    )
