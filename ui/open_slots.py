"""The places still to fill, remembered paragraph by paragraph between two looks at a text."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from app.document.model import Document, Role, block
from app.turns import step

if TYPE_CHECKING:
    from app.kinds import Slot


def open_slots(document: Document) -> tuple[Slot, ...]:
    """Return what `app.kinds.slots` returns, looking only at paragraphs not seen before."""
    found: list[Slot] = []
    for number, paragraph in enumerate(document.blocks):
        step()
        text = paragraph.text
        if paragraph.role is not Role.NOISE and text:
            found += [replace(s, span=replace(s.span, block=number)) for s in _of_text(text)]
    return tuple(found)


@lru_cache(maxsize=20_000)
def _of_text(text: str) -> tuple[Slot, ...]:
    from app.kinds.slots import slots

    return slots(Document((block(text),)))
