"""How a block's value is written into formats and read from them; nothing here changes a text.

All of a block but its runs, its role, choice, alignment and so on, are properties of its block
format, a run's own marks one property of its character format: strings and integers, so that undo,
splitting and fragments carry them. Everything visible is written from them by `look`. Qt counts
UTF-16 units and the values count code points; positions are turned here and in the bridge, nowhere
else.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from app.document.model import Align, Block, Document, Role, Run, cut, normal
from ui.editor import look

_USER = QTextFormat.Property.UserProperty.value
_ROLE, _CHOSEN, _ALIGN, _LABEL, _OBJECT, _OWN, _DECIDED, _BOOKMARK, _ACROSS, _UNSEEN = range(
    _USER + 1, _USER + 11
)
PLAIN = Run("")
_UNDECIDED = Block().decided  # one for all: an empty set of its own would take more than the text
BREAK = "\u2028"  # a line break inside a block, as Qt has it


def read(text: QTextDocument) -> Document:
    """Return the value a text document shows, in normal form and with default details."""
    blocks: list[Block] = []
    block = text.firstBlock()
    while block.isValid():
        blocks.append(read_block(block))
        block = block.next()
    return Document(tuple(blocks))


def read_block(block: QTextBlock) -> Block:
    """Return the value of one block, in normal form."""
    shape = block.blockFormat()
    align, decided = shape.property(_ALIGN), shape.property(_DECIDED)
    return Block(
        _runs(block),
        Role(shape.property(_ROLE) or Role.BODY),
        chosen=bool(shape.property(_CHOSEN)),
        align=Align(align) if align else None,
        label=shape.property(_LABEL) or "",
        object=shape.property(_OBJECT) or None,
        decided=frozenset(decided.split()) if decided else _UNDECIDED,
        bookmark=bool(shape.property(_BOOKMARK)),
        across=shape.property(_ACROSS),
        unseen=bool(shape.property(_UNSEEN)),
    )


def is_object(block: QTextBlock) -> bool:
    """Tell whether the block stands for a table or picture of the opened file."""
    return bool(object_of(block))


def object_of(block: QTextBlock) -> str:
    """Return the name of the object that the block stands for, "" for a paragraph."""
    return block.blockFormat().property(_OBJECT) or ""


def is_title(block: QTextBlock) -> bool:
    """Tell whether the block is the title of the document, or a row of it."""
    return block.blockFormat().property(_ROLE) == Role.TITLE


def has_bookmark(block: QTextBlock) -> bool:
    """Tell whether the writer has marked the block to come back to."""
    return bool(block.blockFormat().property(_BOOKMARK))


def label_of(block: QTextBlock) -> str:
    """Return the number that the opened file shows before the block, "" where none."""
    return block.blockFormat().property(_LABEL) or ""


def units(text: str, offset: int) -> int:
    """Return how many UTF-16 units the first `offset` code points of `text` take."""
    return len(text[:offset].encode("utf-16-le")) // 2


def points(text: str, offset: int) -> int:
    """Return how many code points lie in the first `offset` UTF-16 units of `text`."""
    return len(text.encode("utf-16-le")[: 2 * offset].decode("utf-16-le", "ignore"))


def _runs(block: QTextBlock) -> tuple[Run, ...]:
    text = block.text()
    wide = block.length() != len(text) + 1
    ranges = block.textFormats()
    if len(ranges) == 1:  # the common case, one look throughout
        return normal([own_marks(ranges[0].format).like(text.replace(BREAK, "\n"))])
    runs: list[Run] = []
    for stretch in ranges:
        start, end = stretch.start, stretch.start + stretch.length
        if wide:
            start, end = points(text, start), points(text, end)
        runs.append(own_marks(stretch.format).like(text[start:end].replace(BREAK, "\n")))
    return normal(runs)


def own_marks(shape: QTextCharFormat) -> Run:
    """Return an empty run with the marks of its own that the format carries."""
    written = shape.property(_OWN)
    return _decoded(written) if written else PLAIN


@cache
def _decoded(written: str) -> Run:
    marks, color, font, size = written.split("|")
    return Run(
        "", "b" in marks, "i" in marks, "u" in marks, color or None, font or None, _size(size)
    )


def _size(written: str) -> float | None:
    return float(written) if written else None


def _encoded(run: Run) -> str:
    marks = "b" * run.bold + "i" * run.italic + "u" * run.underline
    size = "" if run.size is None else repr(run.size)
    return f"{marks}|{run.color or ''}|{run.font or ''}|{size}"


@cache
def char_format(role: Role, run: Run, *, lead: bool) -> QTextCharFormat:
    """Return the format of a run in a role, its own marks included; `lead` as look.lead_end."""
    shape = look.char_format(role, run, lead=lead)
    if run != PLAIN:
        shape.setProperty(_OWN, _encoded(run))
    return shape


def base_format(block: Block) -> QTextCharFormat:
    """Return the format of an empty block of that role."""
    return char_format(block.role, PLAIN, lead=True)


def block_format(block: Block) -> QTextBlockFormat:
    """Return the format that shows a block and holds all of it but its runs; not to be changed."""
    return _bare_format(
        Block(
            (), block.role, block.chosen, block.align, block.label, block.object, block.decided,
            block.bookmark, block.across, block.unseen,
        )
    )  # fmt: skip


@lru_cache(maxsize=1024)  # thousands of blocks have few formats
def _bare_format(block: Block) -> QTextBlockFormat:
    shape = look.block_format(block.role, block.align, block.label)
    shape.setProperty(_ROLE, str(block.role))
    if block.chosen:
        shape.setProperty(_CHOSEN, 1)
    if block.align:
        shape.setProperty(_ALIGN, str(block.align))
    if block.label:
        shape.setProperty(_LABEL, block.label)
    if block.object:
        shape.setProperty(_OBJECT, block.object)
    if block.bookmark:
        shape.setProperty(_BOOKMARK, 1)
    if block.across is not None:
        shape.setProperty(_ACROSS, block.across)
    if block.unseen:
        shape.setProperty(_UNSEEN, 1)
    if block.decided:
        shape.setProperty(_DECIDED, " ".join(sorted(block.decided)))
    return shape


def pieces(block: Block) -> Iterator[tuple[str, QTextCharFormat]]:
    """Yield the stretches of a block with the format each must have."""
    text = block.text
    end = look.lead_end(block.role, text)
    for lead, start, stop in ((True, 0, end), (False, end, len(text))):
        for run in cut(block.runs, start, stop):
            yield run.text, char_format(block.role, run.like(""), lead=lead)


def position(block: QTextBlock, offset: int) -> int:
    """Return the position in the text document of an offset, which is clamped."""
    text = block.text()
    offset = min(max(offset, 0), len(text))
    wide = block.length() != len(text) + 1
    return block.position() + (units(text, offset) if wide else offset)


def select(block: QTextBlock, start: int, end: int) -> QTextCursor:
    """Return a cursor that selects a stretch of a block; offsets are clamped."""
    cursor = QTextCursor(block)
    cursor.setPosition(position(block, start))
    cursor.setPosition(position(block, end), QTextCursor.MoveMode.KeepAnchor)
    return cursor
