"""One paragraph set into lines: where each breaks, and the pieces of text that it is drawn from."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, pairwise

from app.document.model import Align, Block, Role, Run
from app.docx.body import lead
from app.docx.layout import Layout, Look
from app.docx.measures import twips
from app.docx.official import ORDINARY, Manner
from app.docx.placing import Indent, inside
from app.docx.titles import title_rows
from ui.printing.breaking import HANGING, SPACES, break_lines
from ui.printing.faces import Style, widths

_TAB = 21.0  # points between tab stops, as in our DOCX
_DRAWN = re.compile(r"[^\t\n]+")
_SCRIPTS = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line in one style, from `x` on its base line `y`, in points.

    `step` is added after each character: the spacing of the layout and what justifies the line.
    """

    x: float
    y: float
    text: str
    style: Style
    step: float = 0.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in lines of one height, which is in twips as in the Word format.

    `text` is that of the block with its label before it; `lines` are stretches of it.
    """

    text: str
    runs: tuple[tuple[int, Style], ...]  # where each begins
    ends: Sequence[float]  # the width of the first n characters
    lines: tuple[tuple[int, int], ...]
    height: int
    left: float
    indent: float
    room: float  # of a line that is not the first
    align: Align


@dataclass(frozen=True, slots=True)
class Place:
    """What a paragraph is set into: a width in points, a look, and where it stands otherwise."""

    layout: Layout
    look: Look
    width: float
    indent: Indent | None = None
    manner: Manner = ORDINARY


def set_lines(block: Block, place: Place) -> Paragraph:
    """Return a block set into lines."""
    layout, look = place.layout, place.look
    start, stop = inside(block)
    text = f"{block.label}{block.text[:stop]}"
    runs = _runs(block, text, place)
    spacing = layout.grid.spacing
    at = place.indent or Indent(look.indent, look.left, look.right)
    left = at.left * layout.character
    room = max(place.width - left - at.right * layout.character, look.size)
    indent = at.first * layout.character
    ends = _ends(text, runs, spacing)
    if "\t" in text:
        ends = _tabbed(text, ends, left + indent)
    first = max(room - indent, layout.character)

    def room_of(line: int) -> float:
        return room if line else first

    return Paragraph(
        text=text,
        runs=runs,
        ends=ends,
        lines=tuple(_title_lines(block, layout) or break_lines(text, ends, room_of, start)),
        height=twips(_height(block, look, layout)),
        left=left,
        indent=indent,
        room=room,
        align=block.align or look.align,
    )


def _title_lines(block: Block, layout: Layout) -> list[tuple[int, int]]:
    """Return the rows of a long title, which break at sense; none for any other paragraph."""
    if block.role is not Role.TITLE or block.label:
        return []
    start, stop = inside(block)
    places = [start + place for place in title_rows(block.text[start:stop], layout)]
    return list(pairwise((start, *places, stop))) if places else []


def pieces(paragraph: Paragraph, number: int, spacing: float) -> Iterator[Piece]:
    """Yield what line `number` is drawn from, at y = 0, x from the left edge of the type area."""
    places, step = line_places(paragraph, number, spacing)
    start = paragraph.lines[number][0]
    for begin, stop, style in _stretches(paragraph.runs, start, start + len(places) - 1):
        for found in _DRAWN.finditer(paragraph.text, begin, stop):
            yield Piece(places[found.start() - start], 0.0, found[0], style, step)


def line_places(paragraph: Paragraph, number: int, spacing: float) -> tuple[list[float], float]:
    """Return where each character of line `number` begins and the last ends, and their step.

    In points from the left edge of the type area; spaces at which the line breaks are left out.
    """
    start, end = paragraph.lines[number]
    text, ends = paragraph.text, paragraph.ends
    while end > start and text[end - 1] in SPACES and not _ends_here(paragraph, number):
        end -= 1
    indent = 0.0 if number else paragraph.indent
    free = paragraph.room - indent - (ends[end] - ends[start])
    x, step = paragraph.left + indent, spacing
    if paragraph.align is Align.CENTER:
        x += free / 2
    elif paragraph.align is Align.RIGHT:
        x += free
    elif paragraph.align is Align.JUSTIFY and not _ends_here(paragraph, number):
        last = ends[end] - ends[end - 1] if text[end - 1] in HANGING and free < 0 else 0.0
        step += (free + last) / max(end - start - 1, 1)
    x, wider = x - ends[start], step - spacing
    return [x + ends[at] + wider * (at - start) for at in range(start, end + 1)], step


def _ends_here(paragraph: Paragraph, number: int) -> bool:
    """Tell whether a line is the last of its paragraph, or before a line break."""
    end = paragraph.lines[number][1]
    return end == len(paragraph.text) or paragraph.text[end] == "\n"


def _stretches(
    runs: tuple[tuple[int, Style], ...], start: int, end: int
) -> Iterator[tuple[int, int, Style]]:
    for number, (begin, style) in enumerate(runs):
        stop = runs[number + 1][0] if number + 1 < len(runs) else end
        if begin < end and stop > start:
            yield max(begin, start), min(stop, end), style


def _height(block: Block, look: Look, layout: Layout) -> float:
    if look.line:
        return look.line
    largest = max([run.size or look.size for run in block.runs], default=look.size)
    return max(largest * 1.3, layout.grid.pitch)


def _ends(text: str, runs: tuple[tuple[int, Style], ...], spacing: float) -> array[float]:
    parts: list[Iterator[float]] = []
    for number, (begin, style) in enumerate(runs):
        stop = runs[number + 1][0] if number + 1 < len(runs) else len(text)
        parts.append(map(widths(style, spacing).__getitem__, text[begin:stop]))
    return array("d", accumulate(chain.from_iterable(parts), initial=0.0))


def _tabbed(text: str, ends: array[float], before: float) -> array[float]:
    """Return the widths with each tab reaching to the next stop, as if all were the first line.

    `before` is where that line begins. Tabs rarely stand further down than in it.
    """
    made = array("d", [0.0])
    for at, char in enumerate(text):
        x = before + made[-1]
        wide = _TAB - x % _TAB if char == "\t" else ends[at + 1] - ends[at]
        made.append(made[-1] + wide)
    return made


def _runs(block: Block, text: str, place: Place) -> tuple[tuple[int, Style], ...]:
    """Return where each style of a paragraph begins; Latin letters and digits have their own."""
    look, body = place.look, place.layout.roles[Role.BODY]
    latin = look.latin or place.layout.latin
    led, first = lead(block, place.layout, place.manner)
    led = led + len(block.label) if led else len(text)
    found: list[tuple[int, Style]] = []
    at = 0
    for run in (Run(block.label), *block.runs) if block.label else block.runs:
        stop = at + len(run.text)
        parts = ((at, min(stop, led), look, first), (max(at, led), stop, body, body.face))
        for begin, end, own, face in parts:
            if begin < end:
                found += _scripts(text, (begin, end), _style(run, own, face), latin)
        at = stop
    return tuple(found)


def _style(run: Run, look: Look, face: str) -> Style:
    return Style(
        run.font or face,
        run.size or look.size,
        run.bold or look.bold,
        run.italic,
        run.underline,
        run.color,
    )


def _scripts(
    text: str, stretch: tuple[int, int], style: Style, latin: str
) -> Iterator[tuple[int, Style]]:
    """Yield where Chinese and Latin stretches begin, and their styles."""
    narrow = replace(style, face=latin)
    for found in _SCRIPTS.finditer(text, *stretch):
        yield found.start(), narrow if found[0].isascii() else style
