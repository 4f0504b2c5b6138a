"""Tables that stand sideways on pages of their own, their head at the left edge of the sheet.

That is the binding edge of an odd page and the cut edge of an even one; page numbers stay where
they are on other pages (GB/T 9704-2012, 8). Which tables do is what the opened file says, those of
its sections across (横向), and what the writer says of each.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from app.document.model import Block, Role
from app.docx.layout import Layout, Page
from app.docx.pieces import first_style
from app.docx.scan import Text, body_of
from app.docx.styles import TURN_NAME
from app.docx.tree import Element, detach, w

_ABOVE = frozenset(
    {Role.ATTACHMENT_LABEL, Role.TITLE, Role.SUBTITLE, Role.DATE_LINE, Role.BLANK, Role.PART}
)
_NOTES = ("注：", "注:", "备注：", "备注:", "说明：", "填表说明：")
_P = w("p")
_TABLE, _SECTION, _SIZE, _CHANGE = w("tbl"), w("sectPr"), w("pgSz"), w("sectPrChange")
_WIDE, _HIGH, _ORIENT = w("w"), w("h"), w("orient")


def turned(layout: Layout) -> Layout:
    """Return a layout for the sheet seen from its right side, the same margins around it."""
    page = layout.page
    across = Page(
        width=page.height,
        height=page.width,
        top=page.left,
        right=page.top,
        type_width=page.type_height,
        type_height=page.type_width,
    )
    return replace(layout, page=across)


def across(text: Text) -> frozenset[Element]:
    """Return the tables of a text that stand in sections whose pages are wider than high."""
    found: set[Element] = set()
    waiting: list[Element] = []
    for node in text.root.iter(_TABLE, _SECTION):
        parent = node.getparent()
        if node.tag == _TABLE:
            waiting.append(node)
        elif parent is None or parent.tag != _CHANGE:
            if _is_across(node):
                found.update(waiting)
            waiting = []
    return frozenset(found)


def _goes_along(block: Block) -> bool:
    """Tell whether a block below a table belongs to its page: a note, or the end of its section."""
    return block.role is Role.BLANK or block.text.startswith(_NOTES)


def _is_across(section: Element) -> bool:
    size = section.find(_SIZE)
    if size is None:
        return False
    wide, high = size.get(_WIDE, ""), size.get(_HIGH, "")
    measured = wide.isdecimal() and high.isdecimal()
    return int(wide) > int(high) if measured else size.get(_ORIENT) == "landscape"


def stands_across(block: Block, objects: Container[str]) -> bool:
    """Tell whether a block is a table that stands sideways: the writer's word goes first.

    `objects` names those that do in the opened file.
    """
    if block.object is None or block.across is not None:
        return bool(block.across)
    return block.object in objects


def close_emptied(text: Text) -> None:
    """Take the sections out of the tree of a text of ours that hold nothing any more."""
    known = {key for key, name in text.sheet.names.items() if name == TURN_NAME}
    if not known:
        return
    ends = [row for row in body_of(text) if row.tag == _P and first_style(row) in known]
    for end in ends:
        before = end.getprevious()
        if before is None or before in ends:
            detach(end)
            if before is not None:
                _lengthen(before)
    last = next(body_of(text).iterchildren(_SECTION), None)
    if last is not None and last.getprevious() in ends:
        _lengthen(ends[-1])


def _lengthen(end: Element) -> None:
    """Let the section that ends here go on to the end of the next one."""
    section = end.find(f"{w('pPr')}/{_SECTION}")
    behind = end.getnext()
    while behind is not None and next(behind.iter(_SECTION), None) is None:
        behind = behind.getnext()
    if section is None or behind is None:
        return
    replaced = next(behind.iter(_SECTION))
    replaced.addprevious(section)
    detach(replaced)
    detach(end)


def stretches(
    blocks: Sequence[Block], objects: Container[str], *, headed: bool
) -> list[tuple[int, int]]:
    """Return the blocks that stand sideways, from each first to behind each last.

    These are the tables named in `objects`, and those that the writer has set so, with their titles
    above and notes below. A document that is `headed` begins upright.
    """
    found: list[tuple[int, int]] = []
    for at, block in enumerate(blocks):
        if not stands_across(block, objects):
            continue
        least = found[-1][1] if found else 0
        start, stop = at, at + 1
        while start > least and blocks[start - 1].role in _ABOVE:
            start -= 1
        if headed and not start:
            start = at
        while blocks[start].role is Role.BLANK:
            start += 1
        while stop < len(blocks) and _goes_along(blocks[stop]):
            stop += 1
        if headed and not start:
            continue
        if found and found[-1][1] == start:
            start = found.pop()[0]
        found.append((start, stop))
    return found
