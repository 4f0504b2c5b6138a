"""Makes a text document that shows a value, in as few calls as can be: a text has thousands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby

from PySide6.QtGui import QTextCursor, QTextDocument

from app.document.model import Block, Document, clean, normal
from ui.editor import look
from ui.editor.formats import BREAK, PLAIN, base_format, block_format, pieces


@contextmanager
def one_step(cursor: QTextCursor, *, joined: bool = False) -> Iterator[QTextCursor]:
    """Make all that happens inside one undo step; the block is closed whatever happens.

    `joined` makes it part of the step before.
    """
    if joined:
        cursor.joinPreviousEditBlock()
    else:
        cursor.beginEditBlock()
    try:
        yield cursor
    finally:
        cursor.endEditBlock()


def load(document: Document) -> QTextDocument:
    """Return a detached text document that shows `document`, unmodified and with nothing to undo.

    A document without blocks becomes one empty paragraph.
    """
    text = QTextDocument()
    text.setUndoRedoEnabled(False)
    with one_step(QTextCursor(text)) as cursor:
        begun = False
        for shared, alike in groupby(document.blocks or (Block(),), _shared):
            rows = list(alike)
            for blocks in [rows] if shared else [[row] for row in rows]:
                _begin(cursor, blocks[0], anew=begun)
                begun = True
                if shared:  # in one go: a break takes the formats of the paragraph before it
                    texts = [block.text.replace("\n", BREAK) for block in blocks]
                    cursor.insertText("\n".join(texts), base_format(blocks[0]))
                else:
                    insert(cursor, blocks[0])
    text.setUndoRedoEnabled(True)
    text.setModified(False)
    return text


def _shared(block: Block) -> tuple[object, ...] | None:
    """Return what makes neighbours look alike, None for a block that is not plain throughout."""
    text = block.text
    if len(block.runs) > 1 or look.lead_end(block.role, text) != len(text):
        return None
    if block.runs and block.runs[0].like("") != PLAIN:
        return None
    if block.label or block.object or block.decided or block.bookmark or block.unseen:
        return None
    return block.role, block.chosen, block.align


def _begin(cursor: QTextCursor, block: Block, *, anew: bool) -> None:
    """Give a block its formats: a new one, or that in which the cursor stands."""
    if anew:
        cursor.insertBlock(block_format(block), base_format(block))
    else:
        cursor.setBlockFormat(block_format(block))
        cursor.setBlockCharFormat(base_format(block))


def insert(cursor: QTextCursor, block: Block) -> None:
    """Write the text of a block in its looks where the cursor stands."""
    for text, shape in pieces(block):
        cursor.insertText(text.replace("\n", BREAK), shape)


def kept(block: Block) -> Block | None:
    """Return a block that reads back as it is, None for one that is not in normal form."""
    if len(block.runs) == 1:  # nearly all
        text = block.runs[0].text
        sound = text != "" and clean(text) is text
    else:
        sound = normal(block.runs) == block.runs
    return block if sound and block.object != "" else None
