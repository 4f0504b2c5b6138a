"""The document as a value: blocks of runs with roles, and the details that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, TypeVar

SPACES = " \t\u3000\xa0\u200b\ufeff\n"  # what stands around the words of a paragraph


class Role(StrEnum):
    """What a paragraph is. The value is the name used in JSON, in files and in the notation."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    DATE_LINE = "date_line"  # （2026年3月5日） or the speaker's name below the title
    SALUTATION = "salutation"  # 同志们： and the 主送 line
    PART = "part"  # 第一部分, 第一章
    HEADING1 = "heading1"  # 一、
    HEADING2 = "heading2"  # （一）
    HEADING3 = "heading3"  # 1. alone above its text
    HEADING4 = "heading4"  # （1） alone above its text
    ITEM = "item"  # a numbered paragraph: 1. （1） —— 一是
    BODY = "body"
    CLOSING = "closing"  # 特此通知。 妥否，请批示。
    SIGNATURE = "signature"
    DATE = "date"  # 成文日期 below the signature
    ATTACHMENT_NOTE = "attachment_note"  # 附件：1.…
    ATTACHMENT_LABEL = "attachment_label"  # 附件1, the first line of an attachment
    ANNOTATION = "annotation"  # 附注, in brackets below the date
    COPIES = "copies"  # 抄送：…
    NOISE = "noise"  # watermark and seller's lines, page numbers from a PDF
    BLANK = "blank"
    OBJECT = "object"  # a table or picture of an opened file


# What stands behind the text: none of it is of the last section.
ENDING = frozenset(
    (Role.CLOSING, Role.ATTACHMENT_NOTE, Role.SIGNATURE, Role.DATE, Role.ANNOTATION, Role.COPIES)
)
HEADINGS = (Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4)


class Align(StrEnum):
    """Alignment of a paragraph that differs from what its role asks for."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


_Value = TypeVar("_Value")


def _quickly_made(kind: type[_Value]) -> type[_Value]:
    """Give a frozen dataclass an `__init__` that takes half the time of its own.

    It calls the slots themselves. Thousands are made of a long text.
    """
    names = [row.name for row in fields(kind)]  # pyright: ignore[reportArgumentType]  a dataclass
    known: dict[str, Any] = {f"set_{name}": getattr(kind, name).__set__ for name in names}
    rows = [f"    set_{name}(self, {name})" for name in names]
    source = "\n".join([f"def __init__(self, {', '.join(names)}):", *rows])
    exec(source, known)  # noqa: S102  of the names of fields alone, as `dataclass` does
    made = known["__init__"]
    made.__defaults__ = kind.__init__.__defaults__
    kind.__init__ = made
    return kind


@_quickly_made
@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look; None leaves a property to the paragraph's role."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    color: str | None = None  # RRGGBB
    font: str | None = None  # the East Asian face
    size: float | None = None  # points

    def like(self, text: str) -> Run:
        """Return a run of this look with another text."""
        return Run(  # many thousands in a long text: five times as fast as `replace`
            text, self.bold, self.italic, self.underline, self.color, self.font, self.size
        )


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one block, in code points, `end` exclusive."""

    block: int
    start: int
    end: int


@_quickly_made
@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or one object standing between paragraphs.

    `chosen` is True where the writer set the role; recognition then leaves it alone. `label` is
    the number that the opened file's own list numbering shows before the text, "" elsewhere; it is
    not part of `text`. `object` names a table or picture of the opened file, whose readable text
    the runs hold; None for a paragraph. `\\n` inside the text is a line break. `decided` has the
    keys of tracked changes of the opened file that the writer has accepted (`+` before the key) or
    refused (`-`) in this paragraph. `bookmark` tells that the writer has put a mark there to come
    back to. `across` is whether a table stands sideways on pages of its own, None where that is
    left to the opened file. `unseen` tells that a paragraph without words holds something of the
    opened file that is not shown, such as a page break.
    """

    runs: tuple[Run, ...] = ()
    role: Role = Role.BODY
    chosen: bool = False
    align: Align | None = None
    label: str = ""
    object: str | None = None
    decided: frozenset[str] = frozenset()
    bookmark: bool = False
    across: bool | None = None
    unseen: bool = False

    @property
    def text(self) -> str:
        """The text of the paragraph without its label."""
        if len(self.runs) == 1:  # nearly all, and asked for a great many times
            return self.runs[0].text
        return "".join([run.text for run in self.runs])

    def in_role(self, role: Role) -> Block:
        """Return the block in another role."""
        return Block(  # of a long text nearly all: much faster than `replace`
            self.runs, role, self.chosen, self.align, self.label, self.object, self.decided,
            self.bookmark, self.across, self.unseen,
        )  # fmt: skip

    def __len__(self) -> int:
        """Return the number of code points of the text."""
        return sum([len(run.text) for run in self.runs])


@dataclass(frozen=True, slots=True)
class Details:
    """What belongs to a document beside its text.

    `kind` is the id of the document kind or None where unknown; `fields` are (name, value) pairs;
    `numbering` maps a level's number form to "restart" or "through" where the user has set it;
    `ignored` holds the keys of findings the user has put aside; `layout` is the id of the layout
    to apply on saving, None to keep that of the opened file; `targets` are (title, characters)
    pairs of the sections with a wished length; `filled` has field and the characters before and
    after of each slot that was filled in, by which its value is found again; `undecided` has words,
    reason, the characters before and after, and the words proposed ("" where none are) of each
    place that a renewal has left to the writer.
    """

    kind: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    numbering: tuple[tuple[str, str], ...] = ()
    ignored: frozenset[str] = frozenset()
    layout: str | None = None
    targets: tuple[tuple[str, int], ...] = ()
    filled: tuple[tuple[str, str, str], ...] = ()
    undecided: tuple[tuple[str, str, str, str, str], ...] = ()

    def field(self, name: str) -> str:
        """Return the value of a field, "" where it has none."""
        return dict(self.fields).get(name, "")

    def with_field(self, name: str, value: str) -> Details:
        """Return the details with one field set; an empty value removes it."""
        fields = {**dict(self.fields), name: value}
        return replace(self, fields=tuple((n, v) for n, v in fields.items() if v))


@dataclass(frozen=True, slots=True)
class Document:
    """A text: its blocks in order and its details."""

    blocks: tuple[Block, ...] = ()
    details: Details = field(default_factory=Details)

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each block."""
        return tuple([block.text for block in self.blocks])

    def slice(self, span: Span) -> str:
        """Return the text of a span; an IndexError where the block does not exist."""
        return self.blocks[span.block].text[span.start : span.end]


# Everything a paragraph cannot hold: control characters but tab and line break, the paragraph
# separator, lone surrogates, the noncharacters that XML refuses or Qt uses to frame its blocks,
# and the object replacement character.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]"
)


def clean(text: str) -> str:
    """Return `text` with every character a paragraph cannot hold taken out.

    U+2028, vertical tab and carriage returns become line breaks.
    """
    if _FORBIDDEN.search(text) is None:
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.sub("", text.replace("\u2028", "\n").replace("\x0b", "\n"))


def normal(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs in normal form: cleaned, none empty, neighbours of one look merged."""
    found = [(run, clean(run.text)) for run in runs]
    return joined([run if text == run.text else run.like(text) for run, text in found if text])


def joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs, none of them empty, with neighbours of one look merged."""
    if len(runs) < 2:
        return tuple(runs)
    last, texts = runs[0].like(""), [runs[0].text]
    made: list[Run] = []
    for run in runs[1:]:
        look = run.like("")
        if look != last:
            made.append(last.like("".join(texts)))
            last, texts = look, []
        texts.append(run.text)
    return (*made, last.like("".join(texts)))


def with_text_label(block: Block) -> Block:
    """Return a block whose shown number is part of its text, as it must be in another list."""
    if not block.label:
        return block
    return replace(block, label="", runs=normal([Run(block.label), *block.runs]))


def block(text: str, role: Role = Role.BODY) -> Block:
    """Return a plain paragraph in normal form."""
    cleaned = clean(text)
    return Block((Run(cleaned),) if cleaned else (), role)


def document(*texts: str) -> Document:
    """Return a document of plain body paragraphs, for recognition to read."""
    return Document(tuple([block(text) for text in texts]))


def cut(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """Return the runs of the characters from `start` up to `end`, in code points."""
    pieces: list[Run] = []
    at = 0
    for run in runs:
        piece = run.text[max(start - at, 0) : max(end - at, 0)]
        if piece:
            pieces.append(run.like(piece))
        at += len(run.text)
    return tuple(pieces)
