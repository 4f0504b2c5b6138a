"""Places the writer marks to come back to: set and gone to."""

from __future__ import annotations

from dataclasses import replace

from app.document.edits import Splice
from app.document.model import Document, Span
from ui.editor.editor import Editor


def toggle(editor: Editor) -> bool:
    """Mark the paragraph of the caret, or take its mark off; return whether it has one now."""
    number = editor.caret().block
    block = editor.bridge.block(number)
    editor.apply([Splice(number, number + 1, (replace(block, bookmark=not block.bookmark),))])
    return not block.bookmark


def places(document: Document) -> tuple[int, ...]:
    """Return the marked paragraphs in order."""
    return tuple([at for at, block in enumerate(document.blocks) if block.bookmark])


def go(editor: Editor, way: int) -> bool:
    """Go to the next (1) or previous (-1) mark, round at the end; False where there is none."""
    marked, here = places(editor.snapshot()), editor.caret().block
    if not marked:
        return False
    ahead = [at for at in marked if (at > here if way > 0 else at < here)]
    at = (ahead or marked)[0 if way > 0 else -1]
    editor.show_span(Span(at, 0, 0))
    return True
