"""Paragraphs of a new package as XML text: role by style, marks on runs, places computed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from app.document.model import Align, Block, Role, Run, cut
from app.docx.layout import Layout
from app.docx.markup import escape, quoteattr
from app.docx.measures import half_points, width
from app.docx.styles import ROW, indent, jc, lead_id, run_in_id, spacing, style_id
from app.docx.titles import title_rows

_SPECIAL = re.compile(r"[\t\n]")
# Characters of ambiguous width: without the hint Word takes the Latin face for them.
_AMBIGUOUS = re.compile("[“”‘’—…·§°±×÷①-⑳Ⅰ-Ⅻ]")
_HINT = '<w:rFonts w:hint="eastAsia"/>'
_SIGNED = frozenset({Role.SIGNATURE, Role.DATE})


_NONE: Mapping[str, str] = {}


def paragraphs(
    blocks: Sequence[Block],
    layout: Layout,
    objects: Mapping[str, str] = _NONE,
    *,
    seal: bool = False,
) -> Iterator[str]:
    """Yield the XML of each block in order; that of the objects is given by their names.

    `seal` is as for `signed`.
    """
    rights = signed(blocks, seal=seal)
    for at, (block, gaps) in enumerate(zip(blocks, spaces(blocks, layout), strict=True)):
        if block.object in objects:
            yield objects[block.object or ""]
            continue
        look = layout.roles[block.role]
        own = None if gaps == (look.before, look.after) else gaps
        yield _paragraph(block, layout, own, rights.get(at))


def spaces(blocks: Sequence[Block], layout: Layout) -> list[tuple[float, float]]:
    """Return for each block the lines to leave free before and after it.

    Programs differ in whether the spaces of neighbours add up, so one of both is always zero: the
    space stands after the earlier paragraph where its style says so, else before the later one.
    """
    gaps = [layout.gap(earlier.role, later.role) for earlier, later in pairwise(blocks)]
    after = [
        gap if gap == layout.roles[block.role].after else 0.0
        for block, gap in zip(blocks, gaps, strict=False)
    ]
    before = [gap - taken for gap, taken in zip(gaps, after, strict=True)]
    return list(zip([0.0, *before], [*after, 0.0], strict=True))[: len(blocks)]


def lead_end(block: Block) -> int:
    """Return where the lead of a run-in heading ends, after its first 。; 0 if it is not one."""
    text = block.text
    stop = text.find("。") + 1
    return stop if 0 < stop < len(text) and text[stop:].strip() else 0


def signed(blocks: Sequence[Block], *, seal: bool = False) -> dict[int, float]:
    """Return block → right gap in characters for signatures and the dates below them.

    With a seal: the date stands four characters in, the signatures in the middle above it; both
    move left where a signature is too long for that. Without: the longer of both stands two
    characters in; a shorter date begins two characters right of the signature's first character, a
    longer one moves the signature left (GB/T 9704-2012, 7.3.5).
    """
    rights: dict[int, float] = {}
    at = 0
    while at < len(blocks):
        if blocks[at].role is not Role.SIGNATURE:
            at += 1
            continue
        start = at
        while at < len(blocks) and blocks[at].role is Role.SIGNATURE:
            at += 1
        names = {i: _widest_row(blocks[i]) for i in range(start, at)}
        longest = max(names.values())
        if at < len(blocks) and blocks[at].role is Role.DATE:
            date = _widest_row(blocks[at])
            if seal:
                rights[at] = max(4, (longest - date) / 2)
                rights |= {i: rights[at] + (date - name) / 2 for i, name in names.items()}
                continue
            rights[at] = max(longest - date, 2) if longest >= date else 2
            gap = 2 if longest >= date else 4 + date - longest
        else:
            gap = 2
        rights |= {i: gap + (longest - name) / 2 for i, name in names.items()}
    return rights


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


def _paragraph(
    block: Block, layout: Layout, gaps: tuple[float, float] | None, right: float | None
) -> str:
    look = layout.roles[block.role]
    if block.label:  # an automatic number, which a new package writes as text
        block = replace(block, runs=(Run(block.label), *block.runs), label="")
    stop = lead_end(block) if look.lead else 0
    style = run_in_id(block.role) if stop else style_id(block.role)
    properties = "" if block.role is Role.BODY else f'<w:pStyle w:val="{style}"/>'
    if gaps is not None:
        properties += spacing(layout, look, *gaps)
    if right is not None and right != look.right:
        properties += indent(layout, look, right=right)
    if block.align is not None:
        properties += jc(block.align)
    if properties:
        properties = f"<w:pPr>{properties}</w:pPr>"
    if stop:
        lead = lead_id(block.role)
        runs = [run(piece, lead) for piece in cut(block.runs, 0, stop)]
        runs += [run(piece) for piece in cut(block.runs, stop, len(block))]
    elif block.role is Role.TITLE:
        runs = _rows(block, layout)
    else:
        runs = [run(piece) for piece in block.runs]
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


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


def _widest_row(block: Block) -> float:
    return max([width(row.strip()) for row in block.text.split("\n")])


ALIGNMENTS = {
    "left": Align.LEFT,
    "start": Align.LEFT,
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.JUSTIFY,
    "distribute": Align.JUSTIFY,
}
