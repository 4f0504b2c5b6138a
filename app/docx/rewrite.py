"""One paragraph of an opened package brought to other runs, what is the same left as it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import accumulate

from app.document.model import Run
from app.docx.align import Code, opcodes
from app.docx.fields import INSTRUCTION, nodes_of
from app.docx.measures import half_points
from app.docx.pieces import Piece
from app.docx.sheet import look as look_of
from app.docx.tree import RUN, Element, detach, drop, element, put, w

_RUN, _T, _RPR, _PPR = w("r"), w("t"), w("rPr"), w("pPr")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class _Work:
    """A paragraph being changed: its pieces, where each character lies, and what has emptied."""

    paragraph: Element
    pieces: Sequence[Piece]
    places: Sequence[tuple[int, int]]
    looks: Sequence[Run]
    touched: set[int] = field(default_factory=set[int])
    doomed: list[Element] = field(default_factory=list[Element])

    def text_of(self, at: int) -> str:
        """Return the text of a piece as it stands now, made safe to change on first touch."""
        piece = self.pieces[at]
        if at not in self.touched and piece.node.tag == _T:
            self.touched.add(at)
            set_text(piece.node, piece.text)
        return piece.node.text or ""


def rewrite(
    paragraph: Element, pieces: Sequence[Piece], old: Sequence[Run], new: Sequence[Run]
) -> None:
    """Change a paragraph from the runs `old`, which its pieces show, to `new`.

    Characters equal in text and look keep their nodes; new text takes the properties of the text
    it stands in, set off only by what differs in its look.
    """
    before, after = list(_characters(old)), list(_characters(new))
    places = [(at, i) for at, piece in enumerate(pieces) for i in range(len(piece.text))]
    looks = [look for _, look in before]
    work = _Work(paragraph, pieces, places, looks)
    # From the end to the beginning, so that places before a change stay valid.
    for tag, start, stop, new_start, new_stop in reversed(_whole(opcodes(before, after), pieces)):
        if tag != "equal":
            _cut_out(work, start, stop)
            _insert(work, start, stop, _runs(after[new_start:new_stop]))
    for at in work.touched:
        if not pieces[at].node.text:
            work.doomed.append(pieces[at].node)
    for node in work.doomed:
        _drop(node)


def _characters(runs: Sequence[Run]) -> Iterator[tuple[str, Run]]:
    for run in runs:
        look = run.like("")
        for character in run.text:
            yield character, look


def _runs(characters: Sequence[tuple[str, Run]]) -> list[Run]:
    runs: list[Run] = []
    for character, look in characters:
        if runs and runs[-1].like("") == look:
            runs[-1] = look.like(runs[-1].text + character)
        else:
            runs.append(look.like(character))
    return runs


def _whole(codes: list[Code], pieces: Sequence[Piece]) -> list[Code]:
    """Return the changes widened so that a note mark or ruby goes or stays as a whole."""
    bounds: list[tuple[int, int]] = []
    at = 0
    for piece in pieces:
        if len(piece.text) > 1 and piece.node.tag != _T:
            bounds.append((at, at + len(piece.text)))
        at += len(piece.text)
    changed = [code for code in codes if code[0] != "equal"]
    cut = [
        bound
        for bound in bounds
        if any((c[1] < bound[1] and bound[0] < c[2]) or bound[0] < c[1] < bound[1] for c in changed)
    ]
    if not cut:
        return codes
    first, last = changed[0], changed[-1]
    start = min(first[1], cut[0][0])
    stop = max(last[2], cut[-1][1])
    return [("replace", start, stop, first[3] - first[1] + start, last[4] - last[2] + stop)]


def _cut_out(work: _Work, start: int, stop: int) -> None:
    gone: dict[int, set[int]] = {}
    for at, offset in work.places[start:stop]:
        gone.setdefault(at, set()).add(offset)
    for at, offsets in gone.items():
        node = work.pieces[at].node
        if node.tag == _T:
            text = work.text_of(at)
            set_text(node, "".join([c for i, c in enumerate(text) if i not in offsets]))
        else:
            work.doomed.append(node)


def _insert(work: _Work, start: int, stop: int, runs: Sequence[Run]) -> None:
    """Put runs before the character `start`, in the look of what they replace or follow."""
    if not runs:
        return
    if not work.places:
        properties = work.paragraph.find(_PPR)
        mark = None if properties is None else properties.find(_RPR)
        said = look_of(mark)
        base = Run("", bool(said.bold), bool(said.italic), bool(said.underline))
        for run in runs:
            work.paragraph.append(made(run, mark, base))
        return
    char = start if stop > start or not start else start - 1
    at, offset = work.places[char]
    offset += 0 if char == start else 1
    piece, base = work.pieces[at], work.looks[char]
    text = runs[0].text
    simple = len(runs) == 1 and "\n" not in text and "\t" not in text
    if simple and runs[0].like("") == base and piece.node.tag == _T:
        now = work.text_of(at)
        set_text(piece.node, now[:offset] + text + now[offset:])
        return
    marker = _split(work, at, offset)
    for run in runs:
        marker.addprevious(made(run, *_model(work, char, run)))
    detach(marker)


def _model(work: _Work, char: int, run: Run) -> tuple[Element | None, Run]:
    """Return the run properties to start from and the look they give: the nearest like `run`."""
    wanted = run.like("")
    near = [i for i, look in enumerate(work.looks) if look == wanted]
    taken = min(near, key=lambda i: abs(i - char)) if near else char
    source = work.pieces[work.places[taken][0]].run
    return None if source is None else source.find(_RPR), work.looks[taken]


def markers_at(
    paragraph: Element, pieces: Sequence[Piece], offsets: Sequence[int]
) -> list[Element]:
    """Return empty runs put behind so many characters of a paragraph, one for each offset.

    The offsets fall and are above zero.
    """
    work = _Work(paragraph, pieces, (), ())
    ends = list(accumulate([len(piece.text) for piece in pieces]))
    found: list[Element] = []
    for offset in offsets:
        at = bisect_left(ends, offset)
        found.append(_split(work, at, offset - (ends[at] - len(pieces[at].text))))
    return found


def _split(work: _Work, at: int, offset: int) -> Element:
    """Return a marker standing at a place inside a piece, between runs."""
    piece, marker = work.pieces[at], element("r")
    run = piece.run
    if run is None:
        (piece.node.addnext if offset else piece.node.addprevious)(marker)
        return marker
    node = piece.node
    if node.tag == INSTRUCTION:  # new text stands before or behind the whole field
        node = nodes_of(node)[-1 if offset else 0]
        run = next(node.iterancestors(_RUN), run)
    rest = deepcopy(run)
    for child in list(rest):
        if child.tag != _RPR:
            rest.remove(child)
    behind = list(run)[run.index(node) + 1 :]
    if node.tag == _T:
        text = work.text_of(at)
        if offset < len(text):
            tail = element("t")
            set_text(tail, text[offset:])
            set_text(node, text[:offset])
            rest.append(tail)
    elif not offset:
        behind.insert(0, node)
    for child in behind:
        rest.append(child)
    run.addnext(marker)
    if any(child.tag != _RPR for child in rest):
        marker.addnext(rest)
    return marker


def made(run: Run, properties: Element | None, base: Run) -> Element:
    """Return a new run element of `run`'s look, made from properties that look like `base`."""
    new = element("r")
    looks = element("rPr") if properties is None else deepcopy(properties)
    for name in _MARKS:
        drop(looks, name)
    _set_look(looks, run, base)
    if len(looks):
        new.append(looks)
    for part in re.split(r"([\n\t])", run.text):
        if part in {"\n", "\t"}:
            new.append(element("br" if part == "\n" else "tab"))
        elif part:
            node = element("t")
            set_text(node, part)
            new.append(node)
    return new


# What says that the mark of a paragraph was itself inserted, deleted or changed.
_MARKS = ("rPrChange", "ins", "del", "moveFrom", "moveTo", "vanish")


def _set_look(looks: Element, run: Run, base: Run) -> None:
    """Set run properties that look like `base` to the look of `run`."""
    for name, wanted, given in (("b", run.bold, base.bold), ("i", run.italic, base.italic)):
        if wanted != given:
            for tag in (name, f"{name}Cs"):
                put(looks, element(tag) if wanted else element(tag, val="0"), RUN)
    if run.underline != base.underline:
        put(looks, element("u", val="single" if run.underline else "none"), RUN)
    if run.color != base.color:
        put(looks, element("color", val=run.color or "auto"), RUN)
    if run.size != base.size:
        for tag in ("sz", "szCs"):
            drop(looks, tag)
            if run.size is not None:
                put(looks, element(tag, val=str(half_points(run.size))), RUN)
    if run.font != base.font:
        _set_face(looks, run.font)


def _set_face(looks: Element, face: str | None) -> None:
    fonts = looks.find(w("rFonts"))
    fonts = element("rFonts") if fonts is None else fonts
    for name in ("eastAsia", "eastAsiaTheme"):
        fonts.attrib.pop(w(name), None)
    if face is not None:
        fonts.set(w("eastAsia"), face)
        fonts.set(w("hint"), "eastAsia")
    put(looks, fonts, RUN)


def set_text(node: Element, text: str) -> None:
    """Set the text of a `w:t`, its outer spaces kept.

    A line break inside one was read from the line separator of Unicode. A comment in it goes.
    """
    for child in list(node):
        node.remove(child)
    node.text = text.replace("\n", "\u2028")
    if text != text.strip():
        node.set(_SPACE, "preserve")


def _drop(node: Element) -> None:
    """Take a node out, instructions with their field, and its run where that is left empty."""
    if node.tag == INSTRUCTION:
        for part in nodes_of(node):
            if part is not node:
                _drop_alone(part)
    _drop_alone(node)


def _drop_alone(node: Element) -> None:
    run = node.getparent()
    detach(node)
    if run is not None and run.tag == _RUN and all(child.tag == _RPR for child in run):
        detach(run)
