"""The only place that changes a QTextDocument that is shown: puts edits in as undo steps.

It also keeps what was read of each block until a change touches it. How values and formats stand
for each other is in `formats`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from app.document.edits import Edit, MarkEdit, RoleEdit, Splice, TextEdit, look_at
from app.document.edits import apply as applied
from app.document.ends import common_ends
from app.document.model import Block, Document, Run, clean, cut, normal
from app.document.shifting import Shift, place
from ui.editor import formats, look
from ui.editor.formats import (
    BREAK,
    PLAIN,
    base_format,
    block_format,
    char_format,
    is_object,
    pieces,
    points,
    read,
    read_block,
    select,
    units,
)
from ui.editor.layout import PageLayout
from ui.editor.loading import insert, kept, load, one_step
from ui.editor.steps import Steps

__all__ = ["Bridge", "is_object", "load", "read", "read_block"]


class Bridge(QObject):
    """Reads a text document with a cache per block and puts changes in as undo steps."""

    changed = Signal()  # text, marks, roles or alignment really changed; never by composition
    replaced = Signal()  # another document was loaded

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.revision = 0
        self._depth = 0
        self._stirred = False
        self._blocks: list[Block | None] = [None]
        self._document: Document | None = None
        self.text = load(Document())
        self._watch()

    def load(self, document: Document) -> None:
        """Show another document; what was there and its undo steps are gone."""
        old = self.text
        old.contentsChange.disconnect(self._forget)
        old.contentsChanged.disconnect(self._tell)
        self.text = load(document)
        self._watch()
        if len(document.blocks) == len(self._blocks):
            self._blocks = [kept(block) for block in document.blocks]
        self.replaced.emit()
        old.deleteLater()

    def _watch(self) -> None:
        self.text.setParent(self)
        self.steps = Steps(self.text)
        self.layout = PageLayout(self.text)
        self.text.setDocumentLayout(self.layout)  # without one Qt tells of no change
        self._blocks = [None] * self.text.blockCount()
        self._document = None
        self.revision += 1
        self._stirred = False
        self.text.contentsChange.connect(self._forget)
        self.text.contentsChanged.connect(self._tell)

    def snapshot(self) -> Document:
        """Return the document as it stands; only blocks changed since the last call are read."""
        if self._depth:
            return read(self.text)
        if self._document is None:
            self._document = Document(tuple(self.some(0, len(self._blocks))))
        return self._document

    def block(self, number: int) -> Block:
        """Return the value of one block, read anew inside a step, where Qt tells of no change."""
        if self._depth:
            return read_block(self.text.findBlockByNumber(number))
        found = self._blocks[number]
        if found is None:
            found = read_block(self.text.findBlockByNumber(number))
            self._blocks[number] = found
        return found

    def some(self, start: int, stop: int) -> list[Block]:
        """Return the values of some blocks in a row."""
        if self._depth:
            return [self.block(number) for number in range(start, stop)]
        known = self._blocks[start:stop]
        for at in [at for at, block in enumerate(known) if block is None]:
            known[at] = self.block(start + at)
        return cast("list[Block]", known)

    def __len__(self) -> int:
        """Return the number of blocks."""
        return self.text.blockCount()

    def _forget(self, position: int, _removed: int, added: int) -> None:
        """Forget the cached blocks a change touched, and tell whether it was one."""
        if self.layout.touched:
            for number in self.layout.touched:
                self._blocks[number] = None
            self._note()
            return
        count = self.text.blockCount()
        end = min(position + added, max(self.text.characterCount() - 1, 0))
        first = max(self.text.findBlock(min(position, end)).blockNumber() - 1, 0)
        stop = min(self.text.findBlock(end).blockNumber() + 2, count)
        old_stop = stop + len(self._blocks) - count
        old = self._blocks[first : max(old_stop, first)]
        self._blocks[first : max(old_stop, first)] = [None] * (stop - first)
        if len(self._blocks) != count:  # a range Qt got wrong: everything is read anew
            self._blocks = [None] * count
        elif (
            stop - first <= _FEW
            and None not in old
            and [self.block(number) for number in range(first, stop)] == old
        ):
            return
        self._note()

    def _note(self) -> None:
        self._document = None
        self.revision += 1
        self._stirred = True

    def _tell(self) -> None:
        """Tell of a change once the layout knows of it too: listeners may look at places."""
        if self._stirred:
            self._stirred = False
            self.steps.follow()
            self.changed.emit()

    def place(self, position: int) -> tuple[int, int]:
        """Return block number and code point offset of a position of the text document."""
        block = self.text.findBlock(position)
        text, offset = block.text(), position - block.position()
        wide = block.length() != len(text) + 1
        return block.blockNumber(), points(text, offset) if wide else offset

    def position(self, number: int, offset: int) -> int:
        """Return the position in the text document of an offset; both are clamped."""
        block = self.text.findBlockByNumber(min(max(number, 0), self.text.blockCount() - 1))
        return formats.position(block, offset)

    def select(self, number: int, start: int, end: int) -> QTextCursor:
        """Return a cursor that selects a stretch of one block; offsets are clamped."""
        return select(self.text.findBlockByNumber(number), start, end)

    def typing_format(self, number: int, offset: int, run: Run | None = None) -> QTextCharFormat:
        """Return the format that text typed there takes, `run` giving marks of its own."""
        block = self.block(number)
        shape = look_at(block, offset, offset) if run is None else run
        end = look.lead_end(block.role, block.text)
        lead = offset < end or (end == len(block) and not _closed(block, end))
        return char_format(block.role, shape, lead=lead)

    def apply(self, edits: Iterable[Edit]) -> None:
        """Put edits in as one undo step, as `app.document.edits.apply` would.

        Raises IndexError, with nothing changed, where an edit lies outside the document.
        """
        for_sure = tuple(edits) if self._depth else self.sound(edits)  # in a step they are our own
        with one_step(QTextCursor(self.text)) as cursor:
            for edit in for_sure:
                _put(self.text, cursor, edit)

    def follow(self, edits: Sequence[Shift]) -> None:
        """Make edits part of the step just made, which must have changed something.

        Only their blocks are read and laid out anew, though Qt tells of all from first to last.
        """
        if not edits:
            return
        if self._depth:
            self.apply(edits)
            return
        self.layout.touched = sorted({place(edit) for edit in edits})
        try:
            with one_step(QTextCursor(self.text), joined=True) as cursor:
                for edit in edits:
                    _put(self.text, cursor, edit)
        finally:
            self.layout.touched = []

    def sound(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        """Return edits that do the same, leave no moment without a paragraph, and change something.

        Raises IndexError where an edit lies outside the document.
        """
        given, before = tuple(edits), self.snapshot()
        if (after := applied(before, given)) == before:
            return ()  # else a step that undoes nothing
        if _hollow(len(self), given):
            return (Splice(0, len(self), after.blocks or (Block(),)),)
        return given

    @contextmanager
    def step(self) -> Iterator[None]:
        """Make all changes inside one undo step; steps inside steps are one."""
        self._depth += 1
        try:
            with one_step(QTextCursor(self.text)):
                yield
        finally:
            self._depth -= 1

    def split(self, position: int, second: Block) -> int:
        """Split a block at a position, the rest taking role, alignment and label of `second`.

        Returns the position at the start of the new block.
        """
        cursor = QTextCursor(self.text)
        cursor.setPosition(position)
        with one_step(cursor):
            first = cursor.block()
            cursor.insertBlock(block_format(second), base_format(second))
            _dress(first, read_block(first))
            rest = read_block(cursor.block())
            _dress(cursor.block(), replace(second, runs=rest.runs))
        return cursor.position()

    def cut(self, start: int, end: int) -> None:
        """Take out what lies between two positions, joining blocks as a writer expects.

        What is left has the role of the first block if any of its text stays, else of the last.
        """
        cursor = QTextCursor(self.text)
        cursor.setPosition(start)
        first = read_block(cursor.block())
        headless = cursor.atBlockStart()
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        last = cursor.block()
        value = read_block(last) if headless and last.position() > start else first
        with one_step(cursor):
            cursor.removeSelectedText()
            block = cursor.block()
            if value.object is not None and len(read_block(block)) != len(value):
                value = Block()
            _dress(block, replace(value, runs=read_block(block).runs))

    def write(self, position: int, text: str, shape: QTextCharFormat) -> int:
        """Put text with a format in at a position, and return the position after it."""
        cursor = QTextCursor(self.text)
        with one_step(cursor):
            cursor.setPosition(position)
            cursor.insertText(clean(text).replace("\n", BREAK), shape)
            block = cursor.block()
            if look.LOOKS[read_block(block).role].run_in:
                _dress(block, read_block(block))
        return cursor.position()


_FEW = 12


def _closed(block: Block, end: int) -> bool:
    """Tell whether the lead sentence of a run-in heading is finished at `end`."""
    return look.LOOKS[block.role].run_in and block.text[end - 1 : end] == "。"


def _hollow(count: int, edits: tuple[Edit, ...]) -> bool:
    """Tell whether the document has no block at all somewhere between the edits."""
    for edit in edits:
        if isinstance(edit, Splice):
            count += len(edit.blocks) - (edit.end - edit.start)
            if count == 0:
                return True
    return False


def _put(text: QTextDocument, cursor: QTextCursor, edit: Edit) -> None:
    if isinstance(edit, Splice):
        _splice(text, cursor, edit)
        return
    block = text.findBlockByNumber(edit.block)
    value = read_block(block)
    if isinstance(edit, TextEdit):
        _replace(block, value, edit, look_at(value, edit.start, edit.end))
        if look.LOOKS[value.role].run_in:
            _dress(block, read_block(block))
    elif isinstance(edit, MarkEdit):
        runs = [edit.marked(run) for run in cut(value.runs, edit.start, edit.end)]
        before, after = cut(value.runs, 0, edit.start), cut(value.runs, edit.end, len(value))
        _dress(block, replace(value, runs=normal((*before, *runs, *after))))
    elif isinstance(edit, RoleEdit):
        _dress(block, replace(value, role=edit.role, chosen=edit.chosen))
    else:
        _dress(block, replace(value, align=edit.align))


def _replace(block: QTextBlock, value: Block, edit: TextEdit, run: Run) -> None:
    lead = edit.start <= look.lead_end(value.role, value.text)
    cursor = select(block, edit.start, edit.end)
    written = clean(edit.text).replace("\n", BREAK)
    if written:
        cursor.insertText(written, char_format(value.role, run, lead=lead))
    else:
        cursor.removeSelectedText()


def _dress(block: QTextBlock, value: Block) -> None:
    """Give a block, whose text is already that of `value`, the formats of `value`."""
    cursor = QTextCursor(block)
    shape = block_format(value)
    if block.blockFormat() != shape:
        cursor.setBlockFormat(shape)
    if block.charFormat() != base_format(value):
        cursor.setBlockCharFormat(base_format(value))
    at = 0
    present = {(part.start, part.length): part for part in block.textFormats()}
    for text, wanted in pieces(value):
        length = units(text, len(text))
        part = present.get((at, length))
        if part is None or part.format != wanted:
            cursor.setPosition(block.position() + at)
            cursor.setPosition(block.position() + at + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(wanted)
        at += length


def _splice(text: QTextDocument, cursor: QTextCursor, edit: Splice) -> None:
    """Replace blocks, rewriting only what differs, so that cursors elsewhere stay."""
    start, end, blocks = edit.start, edit.end, edit.blocks
    shared = min(end - start, len(blocks))
    for offset in range(shared):
        _rewrite(text.findBlockByNumber(start + offset), blocks[offset])
    if end - start > shared:
        _remove(text, cursor, start + shared, end)
    elif len(blocks) > shared:
        _add(text, cursor, start + shared, blocks[shared:])


def _rewrite(block: QTextBlock, value: Block) -> None:
    """Make a block equal to `value`, replacing only the stretch of text that differs."""
    old = read_block(block)
    if old == value:
        return
    before, after = old.text, value.text
    if before != after:
        head, tail = common_ends(before, after)
        middle = after[head : len(after) - tail]
        _replace(block, old, TextEdit(0, head, len(before) - tail, middle), PLAIN)
    _dress(block, value)


def _remove(text: QTextDocument, cursor: QTextCursor, start: int, end: int) -> None:
    first, last = text.findBlockByNumber(start), text.findBlockByNumber(end - 1)
    if last.next().isValid():
        kept = last.next()
        value = read_block(kept)
        cursor.setPosition(first.position())
        cursor.setPosition(kept.position(), QTextCursor.MoveMode.KeepAnchor)
    else:
        kept = first.previous()
        value = read_block(kept)
        cursor.setPosition(kept.position() + kept.length() - 1)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    _dress(cursor.block(), value)


def _add(text: QTextDocument, cursor: QTextCursor, at: int, blocks: tuple[Block, ...]) -> None:
    """Insert blocks before block `at`, or at the end."""
    follower = text.findBlockByNumber(at)
    if not follower.isValid():
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for block in blocks:
            cursor.insertBlock(block_format(block), base_format(block))
            insert(cursor, block)
        return
    value = read_block(follower)
    cursor.setPosition(follower.position())
    for block in blocks:
        cursor.insertBlock(block_format(value), base_format(value))
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.setBlockFormat(block_format(block))
        cursor.setBlockCharFormat(base_format(block))
        insert(cursor, block)
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
