"""Paragraphs that the writer has split or joined, split and joined in the tree before all else.

So what stands in them beside their text goes along: notes, links, comments, changes, looks that no
run of a document names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple, TypeAlias

from app.document.model import Block, Document, cut, normal
from app.docx.align import opcodes, stretches
from app.docx.dress import unnumber
from app.docx.pieces import Piece
from app.docx.removal import end_section, leave_valid
from app.docx.rewrite import markers_at
from app.docx.scan import Text, shown
from app.docx.tree import Element, detach, drop, local, w

_P, _PPR, _RPR, _SECT, _T = w("p"), w("pPr"), w("rPr"), w("sectPr"), w("t")
_FEW = 8  # signs of which half may stand in another text by chance
_DIVISIBLE = frozenset(
    map(w, ("hyperlink", "ins", "del", "moveTo", "moveFrom", "smartTag", "customXml", "dir", "bdo"))
)
_PROPERTIES = frozenset({"sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"})
_MARKS = ("ins", "del", "moveFrom", "moveTo")


class _Part(NamedTuple):
    """Where a part of an opened block begins, and the block of the document that holds it now."""

    block: int
    start: int
    into: int | None


Row: TypeAlias = tuple[Element, Block]


def parted(text: Text, opened: Document, document: Document) -> tuple[Text, Document]:
    """Return a text and its document in which what the writer split or joined is so already."""
    plans = [
        (old[0], old[1], parts)
        for old, new in stretches(opened.blocks, document.blocks)
        if (parts := _parts(text, opened.blocks, range(*old), document.blocks, range(*new)))
    ]
    if not plans:
        return text, opened
    wanted = {part.block for _, _, parts in plans for part in parts}
    pieces = shown(text, wanted)
    rows = list(zip(text.elements, opened.blocks, strict=True))
    for start, stop, parts in sorted(plans, reverse=True, key=lambda plan: plan[0]):
        cut_up = list(_cut(text, rows, parts, pieces, document.blocks))
        rows[start:stop] = _joined(cut_up)
    return (
        replace(text, elements=tuple([row for row, _ in rows])),
        replace(opened, blocks=tuple([block for _, block in rows])),
    )


def _parts(
    text: Text, old: Sequence[Block], rows: range, new: Sequence[Block], places: range
) -> list[_Part]:
    """Return what the blocks of a stretch have become, nothing where each stayed one."""
    if not rows or not places or (len(rows) == 1 == len(places)):
        return []
    if any(old[at].object or text.elements[at].tag != _P for at in rows):
        return []
    if any(new[at].object for at in places):
        return []
    homes = _homes([old[at].text for at in rows], [new[at].text for at in places])
    parts: list[_Part] = []
    for at, found in zip(rows, homes, strict=True):
        parts += _divided(at, len(old[at]), found, [len(new[place]) for place in places], places)
    stays = len(parts) == len(rows)
    targets = [part.into for part in parts if part.into is not None]
    return [] if stays and len(targets) == len(set(targets)) else parts


def _homes(old: Sequence[str], new: Sequence[str]) -> list[list[int]]:
    """Return for each old text where its characters stand: the number of a new text, or -1."""
    of_new = [at for at, text in enumerate(new) for _ in text]
    before, after = "".join(old), "".join(new)
    where = [-1] * len(before)
    for tag, start, stop, there, _ in opcodes(before, after):
        if tag == "equal":
            where[start:stop] = of_new[there : there + stop - start]
    found: list[list[int]] = []
    at = 0
    for text in old:
        found.append(where[at : at + len(text)])
        at += len(text)
    return found


def _divided(
    block: int, length: int, homes: list[int], lengths: Sequence[int], places: range
) -> Iterator[_Part]:
    """Yield the parts of a block, by the new texts that hold enough of it."""
    places_of: dict[int, list[int]] = {}
    for place, home in enumerate(homes):
        places_of.setdefault(home, []).append(place)
    targets = [
        at
        for at in sorted(places_of)
        if at >= 0 and _holds(places_of[at], min(lengths[at], length))
    ]
    start = 0
    for at in targets:
        yield _Part(block, start, places[at])
        start = places_of[at][-1] + 1
    if not targets:
        yield _Part(block, 0, None)


def _holds(found: Sequence[int], length: int) -> bool:
    """Tell whether a new text holds a part of an old one, or only some signs of it.

    `found` are the offsets of what it holds, `length` is that of the shorter text.
    """
    return 2 * len(found) >= min(length, max(found[-1] - found[0] + 1, _FEW))


def _cut(
    text: Text,
    rows: Sequence[Row],
    parts: Sequence[_Part],
    pieces: Mapping[int, Sequence[Piece]],
    new: Sequence[Block],
) -> Iterator[tuple[Row, int | None]]:
    """Yield the parts as paragraphs, split where there are several of one."""
    for at, group in groupby(parts, key=lambda part: part.block):
        row, block = rows[at]
        found = list(group)
        starts = [(_sound(part.start, pieces.get(at, ())), part) for part in reversed(found[1:])]
        starts = [(start, part) for start, part in starts if 0 < start < len(block)]
        markers = markers_at(row, pieces.get(at, ()), [start for start, _ in starts])
        tails: list[tuple[Row, int | None]] = []
        end = len(block)
        for (start, part), marker in zip(starts, markers, strict=True):
            tail = _split(row, marker)
            if tail is None:
                continue
            label = "" if part.into is None else new[part.into].label
            properties = tail.find(_PPR)
            if not label and properties is not None:
                unnumber(text.sheet, properties)
            runs = cut(block.runs, start, end)
            half = Block(runs, block.role, block.chosen, block.align, label)
            tails.append(((tail, half), part.into))
            end = start
        whole = block if end == len(block) else replace(block, runs=cut(block.runs, 0, end))
        yield (row, whole), found[0].into
        yield from reversed(tails)


def _sound(offset: int, pieces: Sequence[Piece]) -> int:
    """Return a place to split at: not inside a note mark, a word with its reading, a formula."""
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        if at < offset < end and piece.node.tag != _T:
            return end
        at = end
    return offset


def _split(paragraph: Element, marker: Element) -> Element | None:
    """Move what stands behind a marker into a paragraph of its own, and return that.

    None where the marker stands inside what is one whole.
    """
    holder = _hoisted(marker, paragraph)
    if holder is not paragraph:
        detach(marker)
        return None
    rest = _bare(paragraph)
    for name in [name for name in rest.attrib if name.endswith(("}paraId", "}textId"))]:
        del rest.attrib[name]
    properties = paragraph.find(_PPR)
    if properties is not None:
        rest.append(deepcopy(properties))
        drop(rest[0], "pageBreakBefore")
        drop(properties, "sectPr")
        looks = properties.find(_RPR)
        if looks is not None:
            for name in _MARKS:  # the end of the paragraph, which these are about, goes along
                drop(looks, name)
    for child in _following(marker):
        rest.append(child)
    detach(marker)
    paragraph.addnext(rest)
    return rest


def _hoisted(marker: Element, paragraph: Element) -> Element | None:
    """Bring a marker up to its paragraph, dividing what is around it; return where it got to."""
    while True:
        while (beside := marker.getnext()) is not None and _closes(beside):
            beside.addnext(marker)
        holder = marker.getparent()
        if holder is None or holder is paragraph:
            return holder
        before = [child for child in _preceding(marker) if local(child) not in _PROPERTIES]
        if marker.getnext() is None:
            holder.addnext(marker)
        elif not before:
            holder.addprevious(marker)
        elif holder.tag in _DIVISIBLE:
            rest = _bare(holder)
            for child in _following(marker):
                rest.append(child)
            holder.addnext(rest)
            holder.addnext(marker)
        else:
            return holder


def _closes(node: Element) -> bool:
    """Tell whether a node is the end of something before it."""
    name = local(node)
    if name != "r":
        return name.endswith("End") or name == "proofErr"
    held = [child for child in node if child.tag != _RPR]
    return bool(held) and all(
        local(child) == "commentReference"
        or (local(child) == "fldChar" and child.get(w("fldCharType")) == "end")
        for child in held
    )


def _bare(found: Element) -> Element:
    """Return a copy of an element without what it holds."""
    copy = deepcopy(found)
    for child in list(copy):
        copy.remove(child)
    copy.text = copy.tail = None
    return copy


def _following(node: Element) -> list[Element]:
    parent = node.getparent()
    return [] if parent is None else list(parent)[parent.index(node) + 1 :]


def _preceding(node: Element) -> list[Element]:
    parent = node.getparent()
    return [] if parent is None else list(parent)[: parent.index(node)]


def _joined(parts: Sequence[tuple[Row, int | None]]) -> list[Row]:
    """Return the paragraphs, neighbours that are one now joined."""
    made: list[Row] = []
    last: int | None = None
    for (row, block), into in parts:
        if made and into is not None and into == last:
            first, before = made[-1]
            _append(first, row)
            made[-1] = (first, replace(before, runs=normal((*before.runs, *block.runs))))
        else:
            made.append((row, block))
        last = into
    return made


def _append(first: Element, second: Element) -> None:
    """Put the content of a paragraph behind that of another, the end of its section with it."""
    properties = second.find(_PPR)
    section = None if properties is None else properties.find(_SECT)
    if section is not None:
        end_section(first, section)
    for child in [child for child in second if child.tag != _PPR]:
        first.append(child)
    parent = second.getparent()
    detach(second)
    leave_valid(parent)
