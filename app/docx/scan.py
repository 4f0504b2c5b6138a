"""The paragraphs and tables of an opened text as rows: runs, number, style, alignment."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeAlias

from app.document.model import Run, normal
from app.docx.chunks import Chunk, unfold
from app.docx.fields import Fields, fields_of
from app.docx.fingerprint import fingerprint
from app.docx.numbering import Labels
from app.docx.package import HUGE, Package, opened
from app.docx.package import parsed as tree_of
from app.docx.passages import Grid, Passage, Passages
from app.docx.pieces import (
    PICTURES,
    SPACE,
    Piece,
    blocks,
    cell_paragraphs,
    first_style,
    pieces,
    table_text,
)
from app.docx.quick import MARK, Plain, shortened
from app.docx.shapes import OURS, Shapes, as_run, parts_rows, shape_of
from app.docx.sheet import Look, Sheet, Style, look, sheet
from app.docx.tree import Element, text_of, value, w
from app.errors import UnreadableFile

_BODY, _TBL, _RPR, _PPR, _R, _T = (w(name) for name in ("body", "tbl", "rPr", "pPr", "r", "t"))
_PSTYLE, _VAL = w("pStyle"), w("val")
_NO_LOOK = look(None)
_DEEPEST = 3  # packages embedded in one another
_GONE = tuple([f"{_PPR}/{_RPR}/{w(name)}" for name in ("del", "moveFrom")])
_MOST = 500_000  # paragraphs; a million characters are some ten thousand
_UNUSUAL = re.compile(
    "[^ -~\u00a1-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffb\U00010000-\U0010fffd]"
)


@dataclass(frozen=True, slots=True)
class Text:
    """The parsed text part of a package: its name, root, blocks in order and styles.

    `plain` are the paragraphs left out of the tree, where it is for reading only. `chunks` are the
    embedded documents in whose place blocks of the tree stand.
    """

    package: Package
    part: str
    root: Element
    elements: tuple[Element, ...]
    sheet: Sheet
    plain: Sequence[Plain] = ()
    chunks: tuple[Chunk, ...] = ()


class Row(NamedTuple):
    """One paragraph or table as read, its role not yet known.

    `object` names it where it is a table or picture. `outline` is its outline level, `align` its
    own alignment, "" where it has none. `unseen` tells that a paragraph without words holds more
    than its text shows.
    """

    runs: tuple[Run, ...]
    style: Style
    label: str = ""
    object: str | None = None
    outline: int | None = None
    align: str = ""
    unseen: bool = False

    @property
    def text(self) -> str:
        """The text without its number."""
        runs = self.runs
        return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


def parsed(content: bytes, name: str, *, whole: bool = True, depth: int = 0) -> Text:
    """Return the parsed text of a package; raises UnreadableFile.

    Without `whole` plain paragraphs stay out of the tree, for reading only. `depth` tells how many
    packages this one is embedded in.
    """
    package = opened(content, name)
    part = package.main()
    xml = package.usual(part)
    xml, plain = (None if whole else shortened(xml)) or (xml, ())
    root = tree_of(xml, name, part)
    body = next(root.iterchildren(_BODY), None)
    if body is None:
        raise UnreadableFile(name, "文件里没有 Word 正文，可能不是 Word 文档。请确认选对了文件。")
    styles = sheet(package, part)
    chunks = unfold(root, package, part, partial(_embedded, name, depth + 1))
    elements = tuple(text_blocks(body, styles))
    if len(elements) + len(plain) > _MOST:
        raise UnreadableFile(name, HUGE)
    return Text(package, part, root, elements, styles, plain, chunks)


def _embedded(name: str, depth: int, content: bytes) -> Passages:
    """Return what an embedded package says; raises UnreadableFile."""
    if depth > _DEEPEST:
        raise UnreadableFile(name, HUGE)
    found = rows(parsed(content, name, depth=depth))
    return [
        Grid(tuple([tuple(line.split("\t")) for line in row.text.split("\n")]))
        if row.object and row.text
        else Passage((Run(row.label), *row.runs), row.outline, row.align)
        for row in found
    ]


def text_blocks(body: Element, styles: Sheet) -> Iterator[Element]:
    """Return the paragraphs and tables that are text: not our head and version block."""
    made = {key for key, name in styles.names.items() if name.startswith(OURS)}
    if not made:
        return blocks(body)
    return (row for row in blocks(body) if first_style(row) not in made)


def body_of(text: Text) -> Element:
    """Return the body of a text."""
    return next(text.root.iterchildren(_BODY))


def rows(text: Text) -> list[Row]:
    """Return the blocks of a text in order."""
    fields, counters = beginning(text), Labels(text.package, text.part)
    shapes = Shapes(text.sheet, text.package.name, text.part)
    names = object_names(text)
    found: list[Row] = []
    for at, block in enumerate(text.elements):
        mark = block.get(MARK) if text.plain else None
        if mark is not None:
            found += _plain(text, mark, fields, shapes, counters)
            continue
        row = None if fields.open else _simple(block, text.sheet)
        if row is None and block.tag == _TBL:
            written = table_text(block, partial(_in_cell, text.sheet, fields, counters))
            row = Row(normal([Run(written)]), text.sheet.style(""), object=names[at])
        found.append(row or _paragraph(block, names.get(at), text.sheet, fields, counters))
    return found


def beginning(text: Text) -> Fields:
    """Return where the reading of a text begins, the forms of its note marks known."""
    fields = fields_of(text.root)
    if next(text.root.iter(*_NOTES), None) is not None:
        fields.forms = _note_forms(text)
    return fields


def _note_forms(text: Text) -> dict[str, str]:
    """Return in which form the marks of notes count, by the name of the mark."""
    part = text.package.related(text.part, "settings")
    holders = [*([] if part is None else [text.package.xml(part)]), *text.root.iter(w("sectPr"))]
    forms = {"endnoteReference": "lowerRoman"}
    for holder in holders:
        for kind in ("footnote", "endnote"):
            said = value(holder.find(f"{w(f'{kind}Pr')}/{w('numFmt')}"))
            if said:
                forms[f"{kind}Reference"] = said
    return forms


def object_names(text: Text) -> dict[int, str]:
    """Return the name of every block that can be an object by its place.

    A name is made from what the object is, so that a later reading of the file, in which it may
    stand elsewhere, gives it the same one.
    """
    found = [
        at
        for at, block in enumerate(text.elements)
        if block.tag == _TBL or next(block.iter(_TBL, *PICTURES), None) is not None
    ]
    names: dict[int, str] = {}
    copies: Counter[str] = Counter()
    for at in found:
        block = text.elements[at]
        kind = "table" if block.tag == _TBL else "picture"
        name = f"{kind}-{fingerprint(text_of(block), 8)}"
        copies[name] += 1
        names[at] = f"{name}-{copies[name]}" if copies[name] > 1 else name
    return names


def block_of(node: Element, places: Container[Element]) -> Element | None:
    """Return the block that a node stands in, None for one outside the text."""
    at: Element | None = node
    while at is not None and at not in places:
        at = at.getparent()
    return at


def _plain(text: Text, mark: str, fields: Fields, shapes: Shapes, counters: Labels) -> list[Row]:
    """Return the rows of a stretch of ordinary paragraphs, without our head and version block."""
    first, last = map(int, mark.split())
    shown, usual = fields.shown, shapes.of("")
    alike = shown and usual.listed is None and not usual.ours
    style, _, outline, align, _ = usual
    made: list[Row] = []
    for plain in text.plain[first:last]:
        words = isinstance(plain, str)
        if words and alike:  # nearly all of a long text
            made.append(Row((Run(plain),), style, "", None, outline, align))
            continue
        shape = usual if words else shapes.of(plain[0])
        if shape.ours:
            continue
        runs = () if not shown else (Run(plain),) if words else shapes.runs(plain[1])
        label = "" if shape.listed is None else counters.next(*shape.listed)
        unseen = _is_bare(runs) and _holds_plain(plain)
        made.append(Row(runs, shape.style, label, None, shape.outline, shape.align, unseen))
    return made


def _paragraph(
    row: Element, name: str | None, styles: Sheet, fields: Fields, counters: Labels
) -> Row:
    runs = normal([as_run(piece.text, looks) for piece, looks in visible(row, styles, fields)])
    named = None if runs else name
    shape = shape_of(row.find(_PPR), styles)
    label = "" if shape.listed is None or _is_gone(row, runs) else counters.next(*shape.listed)
    unseen = not named and _is_bare(runs) and any(map(_is_unseen, row.iter()))
    label = "" if named else label
    return Row(runs, shape.style, label, named, shape.outline, shape.align, unseen)


def _is_bare(runs: Sequence[Run]) -> bool:
    """Tell whether a paragraph shows no words."""
    return not any(run.text.strip() for run in runs)


def _holds_plain(plain: Plain) -> bool:
    """Tell whether an ordinary paragraph that shows no words holds something all the same."""
    if isinstance(plain, str):
        return bool(plain.strip())
    own, held = plain
    return _OF_PLAIN.search(own) is not None or _WORDS.search(held) is not None


def _is_unseen(node: Element) -> bool:
    """Tell whether a node in a paragraph that shows no words is something all the same."""
    tag = node.tag
    if tag == _BR:
        return node.get(_KIND, _ROW) != _ROW
    return tag in _UNSEEN or (tag == _T and bool((node.text or "").strip()))


_BR, _KIND, _ROW = w("br"), w("type"), "textWrapping"
# Breaks, lines, tracked changes, fields, comments, pictures: taken out with it they would be lost.
_OWN = ("sectPr", "pageBreakBefore", "pBdr", "framePr")
_MORE = ("del", "moveFrom", "ins", "moveTo", "fldChar", "fldSimple", "commentReference")
_UNSEEN = PICTURES | {w(name) for name in (*_OWN, *_MORE)}
_OF_PLAIN = re.compile(rf"<w:(?:{'|'.join(_OWN)})\b")
_WORDS = re.compile(r"<w:t(?: [^>]*)?>[^<]*[^<\s]")


def _is_gone(row: Element, shown: Sequence[object]) -> bool:
    """Tell whether a paragraph was deleted with its mark: nothing of it is left to be numbered."""
    return not shown and any(row.find(path) is not None for path in _GONE)


def _in_cell(styles: Sheet, fields: Fields, counters: Labels, row: Element) -> str:
    """Return what a paragraph in a cell shows, its number with it."""
    label, said = _written(styles, fields, counters, row)
    return label + "".join([piece.text for piece, _ in said])


def cells(text: Text) -> dict[Element, Written]:
    """Return the number of each paragraph in a table, and the pieces that it shows."""
    fields, counters = beginning(text), Labels(text.package, text.part)
    found: dict[Element, Written] = {}
    for block in text.elements:
        for row in cell_paragraphs(block) if block.tag == _TBL else (block,):
            written = _written(text.sheet, fields, counters, row)
            if row is not block:
                found[row] = written
    return found


Written: TypeAlias = tuple[str, tuple[tuple[Piece, Look], ...]]


def _written(styles: Sheet, fields: Fields, counters: Labels, row: Element) -> Written:
    """Return the number of a paragraph, and the pieces that it shows; goes on past it."""
    listed = shape_of(row.find(_PPR), styles).listed
    shown = tuple(visible(row, styles, fields))
    return "" if listed is None or _is_gone(row, shown) else counters.next(*listed), shown


def shown(text: Text, wanted: Collection[int]) -> dict[int, list[Piece]]:
    """Return the pieces of some blocks; where fields or notes run through, all are read for it."""
    fields = beginning(text)
    through = next(text.root.iter(*_THROUGH), None) is not None
    found: dict[int, list[Piece]] = {}
    for at, row in enumerate(text.elements):
        if row.tag == _P and (through or at in wanted):
            pieces_ = [piece for piece, _ in visible(row, text.sheet, fields)]
            if at in wanted:
                found[at] = pieces_
        elif through and row.tag == _TBL:
            for inner in cell_paragraphs(row):
                deque(pieces(inner, fields), maxlen=0)  # only the notes and fields are counted
    return found


_P = w("p")
_NOTES = (w("footnoteReference"), w("endnoteReference"))
_THROUGH = (w("fldChar"), *_NOTES)


def _simple(row: Element, styles: Sheet) -> Row | None:
    """Return a paragraph of one plain run with no property but its style; None for any other.

    Most paragraphs are like this, and large texts open several times faster for it.
    """
    count = len(row)
    if count == 1:
        run, style = row[0], styles.style("")
    elif count == 2:
        first, run = row[0], row[1]
        if len(first) != 1 or first[0].tag != _PSTYLE:
            return None
        style = styles.style(first[0].get(_VAL, ""))
    else:
        return None
    if run.tag != _R or len(run) != 1 or style.numbering is not None:
        return None
    node = run[0]
    text = node.text
    if not text or node.tag != _T or len(node) or _UNUSUAL.search(text):
        return None
    if (text[0] == " " or text[-1] == " ") and node.get(SPACE) != "preserve":
        return None
    return Row((Run(text),), style, "", None, style.outline)


def visible(row: Element, styles: Sheet, fields: Fields) -> Iterator[tuple[Piece, Look]]:
    """Yield the pieces of a paragraph that are not hidden, with what their runs say."""
    last: Element | None = None
    shown = _NO_LOOK
    for piece in pieces(row, fields):
        if piece.run is not last:
            last = piece.run
            shown = look(None if last is None else last.find(_RPR), styles)
        if not shown.hidden and not (piece.text == "\n" and _parts_rows(piece, styles)):
            yield piece, shown


def _parts_rows(piece: Piece, styles: Sheet) -> bool:
    return piece.run is not None and parts_rows(piece.run.find(_RPR), styles)
