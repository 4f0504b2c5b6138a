"""Putting copied blocks into the text: where they go, what they become there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from app.document.edits import RoleEdit, Splice
from app.document.model import Block, Document, Role, cut, normal
from app.document.recognize import local_role, roles
from ui.editor import clipboard
from ui.editor.bridge import Bridge
from ui.editor.cleaning import cleaned
from ui.editor.foreign import shown

if TYPE_CHECKING:
    from ui.editor.editor import Editor
    from ui.editor.sequence import Shifts

_CLEANED = "粘贴的内容已清理格式，按 Ctrl+Z 退回清理前的样子。"
NO_TEXT = "剪贴板里是图片，没有文字，没有粘贴。"


def paste(
    bridge: Bridge,
    stretch: tuple[int, int],
    found: QMimeData,
    *,
    bare: bool = False,
    shifts: Shifts | None = None,
) -> tuple[int, str]:
    """Put clipboard content in place of a stretch.

    Return the position after it, and what the writer should know of it, "" for nothing. What came
    from another program is put in as it is and then cleaned in a step of its own, so that one undo
    brings back what was cleaned away. `bare` takes the text alone. With `shifts` paragraphs of this
    program take the numbers of their place.
    """
    ours = None if bare else clipboard.own(found)
    if ours is not None:
        return put(bridge, stretch, ours, shifts=shifts), ""
    if found.hasHtml() and not bare:
        page = shown(found.html())
        blocks, note = clipboard.foreign(page.html), _left_out(page.pictures)
    else:
        blocks, note = clipboard.plain(found.text()), ""
    place = bridge.place(stretch[0])
    titled = any(block.role is Role.TITLE for block in bridge.snapshot().blocks[: place[0]])
    tidy = cleaned(blocks, titled=titled) or blocks[:1]
    if bare or tidy == blocks:
        return put(bridge, stretch, blocks, recognize=True), note
    stop = put(bridge, stretch, blocks)
    again = bridge.position(*place)
    stop = put(bridge, (again, stop), tidy, recognize=True)
    return stop, f"{note}{_CLEANED}"


def _left_out(pictures: int) -> str:
    return f"粘贴的内容里有 {pictures} 张图片，没有放进文稿。" if pictures else ""


def move(editor: Editor, at: int) -> None:
    """Move the selection to a position outside it as one undo step; objects only as a whole."""
    bridge, cursor = editor.bridge, editor.textCursor()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    target = QTextCursor(cursor)
    target.setPosition(at)
    if start <= at <= end or editor.keys.guarded(cursor) or editor.keys.guarded(target):
        return
    taken, shifts = clipboard.selection(bridge, cursor).blocks, editor.keys.shifts
    with bridge.step():
        if at > end:
            cursor.setPosition(put(bridge, (at, at), taken, shifts=shifts))
            _cut(bridge, start, end, shifts)
        else:
            _cut(bridge, start, end, shifts)
            cursor.setPosition(put(bridge, (at, at), taken, shifts=shifts))
    editor.setTextCursor(cursor)


def _cut(bridge: Bridge, start: int, end: int, shifts: Shifts) -> None:
    later = shifts.cut(start, end)
    bridge.cut(start, end)
    bridge.follow(later)


def put(
    bridge: Bridge,
    stretch: tuple[int, int],
    blocks: Sequence[Block],
    *,
    recognize: bool = False,
    shifts: Shifts | None = None,
) -> int:
    """Put blocks in place of a stretch as one undo step and return the position after them.

    A single block goes into the paragraph; of several the first and the last join what stands
    before and after. `recognize` gives the new paragraphs the roles their texts ask for.
    """
    first, offset = bridge.place(stretch[0])
    last, until = bridge.place(stretch[1])
    if until == 0 and last > first and bridge.block(last).object:
        last, until = last - 1, len(bridge.block(last - 1))  # an object takes no text in
    before, after = bridge.block(first), bridge.block(last)
    head, tail = cut(before.runs, 0, offset), cut(after.runs, until, len(after))
    new = _fitted(before, after, head, tail, blocks)
    at = len(new[-1]) - sum(len(run.text) for run in tail)
    later = shifts.at(first, last + 1, new, anew=True) if shifts is not None else ()
    with bridge.step():
        bridge.apply([Splice(first, last + 1, new)])
        if recognize:
            bridge.apply(_roles(bridge, first, new, whole=not head))
    stop = QTextCursor(bridge.text)
    stop.setPosition(bridge.position(first + len(new) - 1, at))
    bridge.follow(later)
    return stop.position()


def _fitted(
    before: Block, after: Block, head: tuple, tail: tuple, blocks: Sequence[Block]
) -> tuple[Block, ...]:
    if len(blocks) == 1:
        # a whole paragraph put into an empty one brings its role along
        shape = before if head or tail or _partial(blocks[0]) else replace(blocks[0], runs=())
        return (replace(shape, runs=normal((*head, *blocks[0].runs, *tail))),)
    opening = replace(before if head else blocks[0], runs=normal((*head, *blocks[0].runs)))
    closing = replace(after if tail else blocks[-1], runs=normal((*blocks[-1].runs, *tail)))
    return (opening, *blocks[1:-1], closing)


def _partial(block: Block) -> bool:
    return block.role is Role.BODY and not block.chosen and not block.object


def _role_within(document: Document, number: int, *, whole: bool) -> list[RoleEdit]:
    """Return the role of a paragraph that has taken in a text, as if that had been typed."""
    block = document.blocks[number]
    if not whole or block.chosen or block.object:
        return []
    texts = [one.label + one.text for one in document.blocks]
    role = local_role(texts, number, [one.role for one in document.blocks])
    return [] if role is block.role else [RoleEdit(number, role, chosen=False)]


def _roles(bridge: Bridge, first: int, new: Sequence[Block], *, whole: bool) -> list[RoleEdit]:
    """Return the roles of the new blocks among those that stand around them."""
    document = bridge.snapshot()
    if len(new) == 1:  # a word may be pasted where a paragraph is still being written
        return _role_within(document, first, whole=whole)
    fresh = range(first, first + len(new))
    kept = {
        number: block.role
        for number, block in enumerate(document.blocks)
        if number not in fresh or block.chosen or block.object
    }
    found = roles([block.label + block.text for block in document.blocks], kept)
    return [
        RoleEdit(number, found[number], chosen=False)
        for number in fresh
        if number not in kept and found[number] is not document.blocks[number].role
    ]
