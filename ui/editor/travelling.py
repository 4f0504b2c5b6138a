"""Undo and redo: where the caret stands after a step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from app.document.ends import common_head
from app.document.model import Block
from app.document.numbering import leading

if TYPE_CHECKING:
    from ui.editor.editor import Editor


def travel(editor: Editor, go: Callable[[], None]) -> None:
    """Undo or redo a step; the caret stays with its words where these have only moved.

    Where no text changed it stays in its place; else it goes to what has changed, which Qt does not
    always do: behind a change of looks it goes to the top.
    """
    before, height = editor.snapshot().blocks, caret_height(editor)
    place = editor.bridge.place(editor.textCursor().position())
    go()
    after = editor.snapshot().blocks
    there = _place(before, after, place, editor.bridge.place(editor.textCursor().position()))
    if there is None:
        return
    cursor = QTextCursor(editor.document())
    cursor.setPosition(editor.bridge.position(*there))
    editor.setTextCursor(cursor)
    if height is not None:
        bring_caret_to(editor, height)


def caret_height(editor: Editor) -> int | None:
    """Return the height at which the caret is seen in the viewport, None where it is not seen."""
    height = editor.cursorRect().center().y()
    return height if 0 <= height <= editor.viewport().height() else None


def bring_caret_to(editor: Editor, height: int) -> None:
    """Scroll the caret to a height of the viewport."""
    bar = editor.verticalScrollBar()
    bar.setValue(bar.value() + editor.cursorRect().center().y() - height)


def _place(
    before: Sequence[Block],
    after: Sequence[Block],
    place: tuple[int, int],
    came: tuple[int, int],
) -> tuple[int, int] | None:
    """Return where a (block, offset) place has come to, None where the caret is well placed.

    `came` is where Qt has left it.
    """
    first = _alike(before, after, _text)
    last, end = _stretch(before, after, first, _text)
    block, offset = place
    if first == last == end:  # looks alone have changed
        return place
    changed = first <= block < last
    if changed and (last - first > 1 or end - first > 1):
        words = _words(before[block])
        same = [at for at in range(first, end) if words and _words(after[at]) == words]
        if same:
            at = min(same, key=lambda one: abs(one - block))
            return at, max(offset + len(after[at]) - len(before[block]), 0)
    last, end = _stretch(before, after, first, _words)
    if first == last == end:  # numbers alone have changed
        return block, max(offset + len(after[block]) - len(before[block]), 0)
    one, other = (blocks[first].text if first < len(blocks) else "" for blocks in (before, after))
    there = first, common_head(one, other)
    if first == end > 0:  # paragraphs have gone: back to where the one before them ends
        there = first - 1, len(after[first - 1])
    top = not came[1] and came < there  # Qt went there for want of a better place
    return there if top or not first - 1 <= came[0] < max(end, first + 1) else None


def _stretch(
    before: Sequence[Block], after: Sequence[Block], first: int, said: Callable[[Block], str]
) -> tuple[int, int]:
    """Return where what differs from `first` on ends before and after, compared by what is said."""
    tail = _alike(before[first:][::-1], after[first:][::-1], said)
    return len(before) - tail, len(after) - tail


def _alike(one: Sequence[Block], other: Sequence[Block], said: Callable[[Block], str]) -> int:
    """Return how many blocks from the start on say the same."""
    pairs = enumerate(zip(one, other, strict=False))
    differ = (at for at, (a, b) in pairs if a is not b and said(a) != said(b))
    return next(differ, min(len(one), len(other)))


def _text(block: Block) -> str:
    return block.text


def _words(block: Block) -> str:
    """Return the text of a block without its number and the space around it."""
    lead = leading(block.text, sure=True)
    return block.text[lead.end if lead else 0 :].strip()
