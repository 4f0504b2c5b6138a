"""Changes made by program, as values, and the function that applies them to a document.

A change is a tuple of edits applied in order, each to the result of those before it. Several text
edits of one block stand last-first, so that all their offsets are those of the text as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from app.document.model import Align, Block, Document, Role, Run, cut, normal


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Put `text` in place of the characters `start` to `end` of one block.

    The new text takes the look of the first character it replaces; an insertion that of the
    character before it, or after it at the start of the block.
    """

    block: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Splice:
    """Put `blocks` in place of the blocks `start` to `end`, end exclusive."""

    start: int
    end: int
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleEdit:
    """Give a block a role; `chosen` tells that it was the writer's choice."""

    block: int
    role: Role
    chosen: bool = True


@dataclass(frozen=True, slots=True)
class AlignEdit:
    """Give a block an alignment of its own, or None for that of its role."""

    block: int
    align: Align | None


@dataclass(frozen=True, slots=True)
class MarkEdit:
    """Set marks on the characters `start` to `end` of a block; None leaves a mark as it is."""

    block: int
    start: int
    end: int
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None

    def marked(self, run: Run) -> Run:
        """Return `run` with the marks set."""
        return replace(
            run,
            bold=run.bold if self.bold is None else self.bold,
            italic=run.italic if self.italic is None else self.italic,
            underline=run.underline if self.underline is None else self.underline,
        )


Edit: TypeAlias = TextEdit | Splice | RoleEdit | AlignEdit | MarkEdit


def apply(document: Document, edits: Iterable[Edit]) -> Document:
    """Return the document after the edits, in normal form.

    Raises IndexError where an edit names a block or a stretch that does not exist.
    """
    blocks = list(document.blocks)
    for edit in edits:
        if isinstance(edit, Splice):
            _require(0 <= edit.start <= edit.end <= len(blocks), edit)
            blocks[edit.start : edit.end] = edit.blocks
        else:
            _require(0 <= edit.block < len(blocks), edit)
            blocks[edit.block] = _edited(blocks[edit.block], edit)
    return replace(document, blocks=tuple(blocks))


def look_at(block: Block, start: int, end: int) -> Run:
    """Return an empty run with the look that text put at `start` to `end` takes."""
    at = start if end > start or start == 0 else start - 1
    taken = cut(block.runs, at, at + 1)
    return taken[0].like("") if taken else Run("")


def _edited(block: Block, edit: TextEdit | RoleEdit | AlignEdit | MarkEdit) -> Block:
    if isinstance(edit, RoleEdit):
        return replace(block, role=edit.role, chosen=edit.chosen)
    if isinstance(edit, AlignEdit):
        return replace(block, align=edit.align)
    length = len(block)
    _require(0 <= edit.start <= edit.end <= length, edit)
    before, after = cut(block.runs, 0, edit.start), cut(block.runs, edit.end, length)
    if isinstance(edit, TextEdit):
        middle = (look_at(block, edit.start, edit.end).like(edit.text),)
    else:
        middle = tuple(edit.marked(run) for run in cut(block.runs, edit.start, edit.end))
    return replace(block, runs=normal((*before, *middle, *after)))


def _require(condition: bool, edit: Edit) -> None:  # noqa: FBT001  the condition is the argument
    if not condition:
        raise IndexError(f"edit outside the document: {edit}")
