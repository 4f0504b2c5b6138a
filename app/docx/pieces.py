"""A paragraph of an opened package as pieces of visible text, each with the node it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from app.document.model import clean
from app.docx.fields import INSTRUCTION, MARK, Fields
from app.docx.formulas import MATH, math, raised
from app.docx.numbering import formatted
from app.docx.symbols import symbol
from app.docx.tree import Element, local, w

# What Word inserts where two write at once, shown until one of them decides.
_INSERTED = "{http://schemas.microsoft.com/office/word/2010/wordml}conflictIns"
# Elements that hold text of the paragraph like the paragraph itself.
_CLEAR = (
    frozenset(map(w, ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml")))
    | frozenset(map(w, ("fldSimple", "dir", "bdo")))
    | {_INSERTED}
)
_R, _T, _TAB, _BR, _CR, _PTAB = (w(name) for name in ("r", "t", "tab", "br", "cr", "ptab"))
_RPR, _RUBY, _BASE, _KIND = w("rPr"), w("ruby"), w("rubyBase"), w("type")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_OFFERING = frozenset({_RUBY, _ALTERNATE})
_NOTES = frozenset({w("footnoteReference"), w("endnoteReference")})
_OWN_MARK = w("customMarkFollows")
FRAMES = frozenset({w("drawing"), w("pict"), w("object")})
PICTURES = FRAMES | {_ALTERNATE}
_HYPHENS = {w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad"}
_SYM, _CHAR, _FONT = w("sym"), w("char"), w("font")
_BLANKS = re.compile(r"[\r\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, the node that shows it, and the run around it, None for a formula."""

    text: str
    node: Element
    run: Element | None


def pieces(paragraph: Element, fields: Fields) -> Iterator[Piece]:
    """Yield the visible text of a paragraph in order.

    Deleted text, field instructions, text boxes and pictures yield nothing.
    """
    for child in paragraph:
        tag = child.tag
        if tag == _R:
            yield from _run(child, fields)
        elif tag in _CLEAR:
            yield from pieces(child, fields)
        elif tag == _ALTERNATE and fields.shown:
            shown = _either(child)
            if shown:
                yield Piece(shown, child, None)
        elif isinstance(tag, str) and tag.startswith(MATH) and fields.shown:  # pyright: ignore[reportUnnecessaryIsInstance]  # a comment's tag is a function
            yield Piece(math(child), child, None)


def _run(run: Element, fields: Fields) -> Iterator[Piece]:
    for node in run:
        tag = node.tag
        if tag == _T:
            if fields.shown:
                yield Piece(_text(node), node, run)
        elif tag == _RPR:
            continue
        elif tag == MARK:
            fields.step(node)
        elif tag == INSTRUCTION:
            shown = fields.instructed(node)
            if shown:
                yield Piece(clean(shown), node, run)
        elif fields.shown:
            shown = _either(node) if tag in _OFFERING else _mark(node, fields)
            if shown:
                yield Piece(shown, node, run)


def is_text(node: Element) -> bool:
    """Tell whether the alternatives that a node offers are text, as for an emoji."""
    shown = next(node.iter(_T), None) is not None
    return node.tag == _ALTERNATE and shown and next(node.iter(*FRAMES), None) is None


def _either(node: Element) -> str:
    """Return the text of a word with its reading, or of the first alternative that has some."""
    if node.tag == _ALTERNATE and not is_text(node):
        return ""
    rows = node.iterchildren(_BASE) if node.tag == _RUBY else node
    return next(filter(None, ["".join([_text(t) for t in row.iter(_T)]) for row in rows]), "")


def _mark(node: Element, fields: Fields) -> str:
    """Return the text that a node other than text stands for, "" for none."""
    tag = node.tag
    if tag == _BR:
        return "\n" if node.get(_KIND, "textWrapping") == "textWrapping" else ""
    if tag in {_TAB, _PTAB}:
        return "\t"
    if tag == _CR:
        return "\n"
    if tag == _SYM:
        return clean(symbol(node.get(_FONT, ""), node.get(_CHAR, "")))
    if tag in _NOTES:
        return _note(node, fields)
    return _HYPHENS.get(tag, "")


def _text(node: Element) -> str:
    text = node.text or ""
    if len(node):  # a comment stands in it
        text += "".join([child.tail or "" for child in node])
    if node.get(SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    if "\n" in text or "\r" in text:
        text = _BLANKS.sub(" ", text)
    return clean(text)


def _note(node: Element, fields: Fields) -> str:
    """Return the mark of a note, "" where the text writes its own behind it."""
    if node.get(_OWN_MARK, "0") not in {"0", "false", "off"}:
        return ""
    kind = local(node)
    count = fields.notes[kind] = fields.notes.get(kind, 0) + 1
    return raised(formatted(count, fields.forms.get(kind, "decimal")))


def table_text(table: Element, text_of: Callable[[Element], str]) -> str:
    """Return the text of a table: cells parted by tabs, rows by line breaks.

    `text_of` is asked for the text of each paragraph in order.
    """
    rows = [[_cell(cell, text_of) for cell in entered(row, CELLS)] for row in entered(table, ROWS)]
    return "\n".join(["\t".join(cells) for cells in rows])


def _cell(cell: Element, text_of: Callable[[Element], str]) -> str:
    texts = [
        table_text(child, text_of) if child.tag in _TABLE else text_of(child)
        for child in entered(cell, BLOCKS)
    ]
    return " ".join(filter(None, texts)).replace("\n", " ").replace("\t", " ")


def cell_paragraphs(table: Element) -> Iterator[Element]:
    """Yield the paragraphs in the cells of a table, those of tables in it too, in order."""
    for row in entered(table, ROWS):
        for cell in entered(row, CELLS):
            for child in entered(cell, BLOCKS):
                if child.tag in _TABLE:
                    yield from cell_paragraphs(child)
                else:
                    yield child


def entered(parent: Element, wanted: Container[str]) -> Iterator[Element]:
    """Yield the children of some kinds, content controls and the first alternative entered."""
    for child in parent:
        tag = child.tag
        if tag in wanted:
            yield child
        elif tag in _ENTERED:
            yield from entered(child, wanted)
        elif tag == _ALTERNATE:
            yield from next(filter(None, [list(entered(row, wanted)) for row in child]), ())


_ENTERED = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo")))
ROWS, CELLS, _TABLE = ({w(name)} for name in ("tr", "tc", "tbl"))
BLOCKS = {w("p"), *_TABLE}


def blocks(body: Element) -> Iterator[Element]:
    """Yield the paragraphs and tables of a body in order, content controls entered."""
    yield from entered(body, BLOCKS)


def first_style(block: Element) -> str:
    """Return the id of the style of a paragraph or of the first one of a table."""
    style = next(block.iter(_PSTYLE), None)
    return "" if style is None else style.get(_VAL, "")


_PSTYLE, _VAL = w("pStyle"), w("val")
