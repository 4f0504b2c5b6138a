"""Paragraphs that stay on the page of the signature below them.

No signature or date stands on a page without text of the document; a note that there is none
(此页无正文) is not the remedy (GB/T 9704-2012, 7.3.5.4).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from app.document.model import HEADINGS, Block, Role
from app.docx.layout import Layout
from app.docx.measures import width

_MOST = 12  # rows that go over to the page of a signature at the most: half a page stays
_TEXT = frozenset({Role.BODY, Role.ITEM, Role.CLOSING, *HEADINGS})
_BETWEEN = frozenset({Role.BLANK, Role.ATTACHMENT_NOTE})
_SIGNS = frozenset({Role.SIGNATURE, Role.DATE})


def kept(blocks: Sequence[Block], layout: Layout) -> frozenset[int]:
    """Return the blocks that stand whole on the page of the next one, beyond what roles ask for.

    These are the last paragraph above each signature with what stands between, where they are few
    rows, and a date with a note below it.
    """
    found = [at for at, block in enumerate(blocks) if block.role in _SIGNS]
    firsts = [at for at in found if at and blocks[at - 1].role not in _SIGNS]
    above = [row for at in firsts for row in _above(blocks, at, layout)]
    noted = [at for at in found if _role(blocks, at + 1) is Role.ANNOTATION]
    return frozenset([*above, *noted])


def _above(blocks: Sequence[Block], signed: int, layout: Layout) -> Iterator[int]:
    """Yield the blocks that go with a signature, from the last one up to the first."""
    rows = 0
    for at in range(signed - 1, -1, -1):
        rows += _rows(blocks[at], layout)
        if rows > _MOST or blocks[at].role not in _TEXT | _BETWEEN:
            return
        yield at
        if blocks[at].role in _TEXT:
            return


def _role(blocks: Sequence[Block], at: int) -> Role | None:
    return blocks[at].role if at < len(blocks) else None


def _rows(block: Block, layout: Layout) -> int:
    """Return about how many rows a block takes."""
    count = layout.grid.characters
    indent = layout.roles[block.role].indent
    return max(math.ceil((width(block.label + block.text) + indent) / count), 1)
