"""Paragraphs of a new package as XML text: role by style, marks on runs, places computed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.document.model import Align, Block, Role, Run, cut
from app.docx.joint import seats
from app.docx.layout import Layout
from app.docx.markup import escape, quoteattr
from app.docx.measures import half_points
from app.docx.official import ORDINARY, Manner
from app.docx.placing import Indent, attended, gaps, indents, look_of
from app.docx.styles import (
    ATTENDED,
    ATTENDING,
    ROW,
    frame,
    indent,
    jc,
    lead_id,
    run_in_id,
    spacing,
    style_id,
)
from app.docx.titles import title_rows
from app.docx.together import kept

_SPECIAL = re.compile(r"[\t\n]")
# Characters of ambiguous width: without the hint Word takes the Latin face for them.
_AMBIGUOUS = re.compile("[“”‘’—…·§°±×÷①-⑳Ⅰ-Ⅻ]")
_HINT = '<w:rFonts w:hint="eastAsia"/>'
_NONE: Mapping[str, str] = {}
_KEPT = "<w:keepNext/><w:keepLines/>"


@dataclass(frozen=True, slots=True)
class _Own:
    """What a paragraph has beside its style: the lines free around it, its place, its company."""

    space: tuple[float, float] | None
    place: Indent | None
    kept: bool


def paragraphs(
    blocks: Sequence[Block],
    layout: Layout,
    objects: Mapping[str, str] = _NONE,
    manner: Manner = ORDINARY,
) -> Iterator[str]:
    """Yield the XML of each block in order; that of the objects is given by their names."""
    places, whole = indents(blocks, layout, manner), kept(blocks, layout)
    for at, (block, space) in enumerate(zip(blocks, spaces(blocks, layout, manner), strict=True)):
        if block.object in objects:
            yield objects[block.object or ""]
            continue
        look = layout.roles[block.role]
        own = None if space == (look.before, look.after) else space
        yield _paragraph(block, layout, _Own(own, places.get(at), at in whole), manner)


def spaces(blocks: Sequence[Block], layout: Layout, manner: Manner) -> list[tuple[float, float]]:
    """Return for each block the lines to leave free before and after it.

    Programs differ in whether the spaces of neighbours add up, so one of both is always zero: the
    space stands after the earlier paragraph where its style says so, else before the later one. A
    row of names, of which all but the last are frames, has none of its own.
    """
    between = [max(gap, 0.0) for gap in gaps(blocks, layout, manner)]
    rows = seats(blocks, layout, manner)
    after = [
        gap if at + 1 in rows or gap == layout.roles[block.role].after else 0.0
        for at, (block, gap) in enumerate(zip(blocks, between, strict=False))
    ]
    before = [gap - taken for gap, taken in zip(between, after, strict=True)]
    return list(zip([0.0, *before], [*after, 0.0], strict=True))[: len(blocks)]


def lead(block: Block, layout: Layout, manner: Manner) -> tuple[int, str]:
    """Return where the lead of a paragraph ends, 0 where it has none, and the face of it."""
    look = layout.roles[block.role]
    stop = lead_end(block) if look.lead else 0
    named = attended(block) if manner.minutes else 0
    return (named, layout.head.strong) if named else (stop, look.face)


def lead_end(block: Block) -> int:
    """Return where the lead of a run-in heading ends, after its first 。; 0 if it is not one."""
    text = block.text
    stop = text.find("。") + 1
    return stop if 0 < stop < len(text) and text[stop:].strip() else 0


def run(piece: Run, style: str = "") -> str:
    """Return the XML of one run; `style` is the id of a character style, "" for none."""
    looks = f'<w:rStyle w:val="{style}"/>' if style else ""
    if piece.font is not None:
        looks += f'<w:rFonts w:hint="eastAsia" w:eastAsia={quoteattr(piece.font)}/>'
    elif _AMBIGUOUS.search(piece.text):
        looks += _HINT
    if piece.bold:
        looks += "<w:b/><w:bCs/>"
    if piece.italic:
        looks += "<w:i/><w:iCs/>"
    if piece.color is not None:
        looks += f"<w:color w:val={quoteattr(piece.color)}/>"
    if piece.size is not None:
        size = half_points(piece.size)
        looks += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    if piece.underline:
        looks += '<w:u w:val="single"/>'
    looks = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f"<w:r>{looks}{_text(piece.text)}</w:r>"


def _paragraph(block: Block, layout: Layout, own: _Own, manner: Manner) -> str:
    look, place = look_of(block, layout, manner), own.place
    if block.label:  # an automatic number, which a new package writes as text
        block = replace(block, runs=(Run(block.label), *block.runs), label="")
    stop, _ = lead(block, layout, manner)
    run_in = bool(stop and look.lead)
    style = _style(block.role, run_in=run_in, other=look is not layout.roles[block.role])
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if own.kept:
        properties += _KEPT
    if place is not None and place.beside:
        properties += frame(layout, look, place)
    if own.space is not None:
        properties += spacing(layout, look, *own.space)
    if place is not None and place != (look.indent, look.left, look.right):
        properties += indent(layout, look, place)
    if block.align is not None:
        properties += jc(block.align)
    if properties:
        properties = f"<w:pPr>{properties}</w:pPr>"
    if stop:
        face = lead_id(block.role) if run_in else ATTENDED
        runs = [run(piece, face) for piece in cut(block.runs, 0, stop)]
        runs += [run(piece) for piece in cut(block.runs, stop, len(block))]
    elif block.role is Role.TITLE:
        runs = _rows(block, layout)
    else:
        runs = [run(piece) for piece in block.runs]
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def _style(role: Role, *, run_in: bool, other: bool) -> str:
    """Return the id of a paragraph's style, "" for that of the body.

    An `other` one has the look of the body, which is not that of its role.
    """
    if other:
        return ATTENDING
    return run_in_id(role) if run_in else "" if role is Role.BODY else style_id(role)


def _rows(block: Block, layout: Layout) -> list[str]:
    """Return the runs of a title, its rows ended by breaks that are no part of the text."""
    runs: list[str] = []
    start = 0
    for place in (*title_rows(block.text, layout), len(block)):
        if start:
            runs.append(f'<w:r><w:rPr><w:rStyle w:val="{ROW}"/></w:rPr><w:br/></w:r>')
        runs += [run(piece) for piece in cut(block.runs, start, place)]
        start = place
    return runs


def _text(text: str) -> str:
    if _SPECIAL.search(text) is None:
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    pieces: list[str] = []
    at = 0
    for found in _SPECIAL.finditer(text):
        if found.start() > at:
            pieces.append(_text(text[at : found.start()]))
        pieces.append("<w:tab/>" if found[0] == "\t" else "<w:br/>")
        at = found.end()
    if at < len(text):
        pieces.append(_text(text[at:]))
    return "".join(pieces)


ALIGNMENTS = {
    "left": Align.LEFT,
    "start": Align.LEFT,
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.JUSTIFY,
    "distribute": Align.JUSTIFY,
}
