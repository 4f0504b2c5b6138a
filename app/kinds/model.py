"""A document kind as a value: what its template file says, and nothing computed from a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.document.model import Block, Role
from app.errors import AppError


class Need(StrEnum):
    """Whether a part must stand in a document of the kind."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    REPEATED = "repeated"  # at least once, usually several times


class Place(StrEnum):
    """Where in a text a part or a rule looks."""

    ANY = "any"
    START = "start"  # before the first heading
    END = "end"  # the last paragraph of the text proper, before signature and date


class BrokenKind(AppError):
    """A template file cannot be used; the message names the file, the line and the reason."""

    def __init__(self, path: Path, line: int | None, reason: str) -> None:
        """`line` counts from 1; None where the fault has no line of its own."""
        where = "" if line is None else f"第{line}行："
        super().__init__(f"文种文件“{path.name}”不能使用。{where}{reason}")
        self.path = path
        self.line = line


class UnknownKind(AppError):
    """No template has the id that was asked for."""

    def __init__(self, kind: str) -> None:
        """`kind` is the id asked for."""
        super().__init__(f"没有“{kind}”这个文种。用 wenheng kinds 可以列出全部文种。")


class NothingToExtract(AppError):
    """A text has neither title nor headings, so no template can be drawn from it."""

    def __init__(self) -> None:
        """Say what is the matter and what to do."""
        super().__init__("这篇文稿里没有可以提取的标题和条目，请先写好标题，或换一篇范文。")


@dataclass(frozen=True, slots=True)
class KindName:
    """What a list of kinds shows."""

    id: str
    name: str
    group: str


@dataclass(frozen=True, slots=True)
class Field:
    """A named value to fill in.

    `default` may hold {year}, {next_year}, {last_year} and {date}, which stand for the day of
    writing. `follows` ties the value to a year field: ("年份", 1) is the year after it. `asked`
    is True for what the new-document page asks; the others are slots to fill while writing. A
    value to `keep` is offered again for the next document: the unit stays, the matter does not.
    """

    name: str
    hint: str = ""
    default: str = ""
    choices: tuple[str, ...] = ()
    follows: tuple[str, int] | None = None
    asked: bool = True
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a document of the kind, and how it is recognised.

    A block belongs to the part when it has one of `roles`, stands at `place`, and `pattern` is
    found in its text; a part without a pattern takes what no other part claims. `count` is the
    usual number of blocks (least, most) of a repeated part. `if_title`: the part is asked for
    only where this is found in the title. A `free` part may stand before or after the others.
    """

    id: str
    name: str
    need: Need
    roles: tuple[Role, ...]
    hint: str
    pattern: re.Pattern[str] | None = None
    place: Place = Place.ANY
    count: tuple[int, int] | None = None
    if_title: re.Pattern[str] | None = None
    free: bool = False


@dataclass(frozen=True, slots=True)
class KindRule:
    """Something that must or must not stand in a document of the kind.

    `pattern` is counted in the blocks of `roles` (all but noise where empty) at `place`; the rule
    objects below `least` and above `most`. A match is not counted where `unless` is found in its
    sentence. `if_title`, `if_text`: the rule speaks only where this is found in the title or in
    a paragraph.
    """

    id: str
    severity: str  # error, warning, hint
    message: str
    pattern: re.Pattern[str]
    least: int
    most: int | None
    roles: tuple[Role, ...] = ()
    place: Place = Place.ANY
    unless: re.Pattern[str] | None = None
    if_title: re.Pattern[str] | None = None
    if_text: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """What a notice lays down to be taken up point by point, such as the 对照方面 of a year.

    It holds for texts in whose title `if_title` is found: there `values` stand in the slots
    `name`一, `name`二 and so on, and each must be taken up in a block of `roles`. `source` names
    the notice.
    """

    id: str
    name: str
    source: str
    if_title: re.Pattern[str]
    roles: tuple[Role, ...]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One shape in which the kind is written, with its starting text."""

    id: str
    name: str
    hint: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A document kind. The first variant is the usual one.

    `levels` are samples of its numbers from the top layer down; `numbering` says for a number form
    whether it runs "through" the headings or starts again ("restart"); `length` is the usual
    number of characters (least, most).
    """

    id: str
    name: str
    group: str
    order: int
    when: str
    title: str
    title_signs: tuple[re.Pattern[str], ...]
    text_signs: tuple[re.Pattern[str], ...]
    levels: tuple[str, ...]
    numbering: tuple[tuple[str, str], ...]
    length: tuple[int, int]
    openings: tuple[str, ...]
    transitions: tuple[str, ...]
    closings: tuple[str, ...]
    headings: tuple[str, ...]
    fields: tuple[Field, ...]
    parts: tuple[Part, ...]
    rules: tuple[KindRule, ...]
    variants: tuple[Variant, ...]
    path: Path
    lists: tuple[Listed, ...] = ()

    def part(self, name: str) -> Part:
        """Return the part with this id; StopIteration where there is none."""
        return next(part for part in self.parts if part.id == name)

    def variant(self, name: str | None) -> Variant:
        """Return the variant with this id, the usual one for None; KeyError for an unknown id."""
        if name is None:
            return self.variants[0]
        return {variant.id: variant for variant in self.variants}[name]
