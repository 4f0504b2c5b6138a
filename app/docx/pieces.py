"""A paragraph of an opened package as pieces of visible text, each with the node it comes from."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass, field

from app.document.model import clean
from app.docx.tree import Element, w

# Elements that hold text of the paragraph like the paragraph itself.
_CLEAR = frozenset(
    map(w, ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml"))
) | frozenset(map(w, ("fldSimple", "dir", "bdo")))
_R, _T, _TAB, _BR, _CR, _PTAB = (w(name) for name in ("r", "t", "tab", "br", "cr", "ptab"))
_RPR, _FLD, _RUBY, _BASE = (w(name) for name in ("rPr", "fldChar", "ruby", "rubyBase"))
_KIND, _FLD_KIND = w("type"), w("fldCharType")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_OFFERING = frozenset({_RUBY, _ALTERNATE})
_NOTES = frozenset({w("footnoteReference"), w("endnoteReference")})
FRAMES = frozenset({w("drawing"), w("pict"), w("object")})
PICTURES = FRAMES | {_ALTERNATE}
_HYPHENS = {w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad"}
_SYM, _CHAR = w("sym"), w("char")
_BLANKS = re.compile(r"[\r\n]+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, the node that shows it, and the run around it, None for a formula."""

    text: str
    node: Element
    run: Element | None


@dataclass(slots=True)
class Fields:
    """Where in the fields of a text the reading is; a field may span paragraphs.

    One entry an open field: True once its result has begun. `notes` counts the note marks,
    `endless` are the beginnings without an end, which hide nothing.
    """

    endless: Collection[Element] = ()
    open: list[bool] = field(default_factory=list[bool])
    notes: int = 0

    @property
    def shown(self) -> bool:
        """Whether text here is shown, which instructions of fields are not."""
        return all(self.open)

    def step(self, mark: Element) -> None:
        """Go on past a field character."""
        kind = mark.get(_FLD_KIND, "")
        if kind == "begin":
            self.open.append(mark in self.endless)
        elif self.open and kind == "separate":
            self.open[-1] = True
        elif self.open and kind == "end":
            self.open.pop()


def fields_of(root: Element) -> Fields:
    """Return where the reading of a text begins."""
    open_: list[Element] = []
    for mark in root.iter(_FLD):
        kind = mark.get(_FLD_KIND)
        if kind == "begin":
            open_.append(mark)
        elif kind == "end" and open_:
            open_.pop()
    return Fields(frozenset(open_))


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
        elif isinstance(tag, str) and tag.startswith(_MATH) and fields.shown:  # pyright: ignore[reportUnnecessaryIsInstance]  # a comment's tag is a function
            yield Piece(
                clean("".join([t.text or "" for t in child.iter(f"{_MATH}t")])), child, None
            )


def _run(run: Element, fields: Fields) -> Iterator[Piece]:
    for node in run:
        tag = node.tag
        if tag == _T:
            if fields.shown:
                yield Piece(_text(node), node, run)
        elif tag == _RPR:
            continue
        elif tag == _FLD:
            fields.step(node)
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
        return _symbol(node.get(_CHAR, ""))
    if tag in _NOTES:
        fields.notes += 1
        return str(fields.notes).translate(_RAISED)
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


def _symbol(code: str) -> str:
    """Return the character of a symbol; those of symbol fonts have no meaning outside them."""
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "□" if "\ue000" <= character <= "\uf8ff" else clean(character)


def table_text(table: Element) -> str:
    """Return the text of a table: cells parted by tabs, rows by line breaks."""
    rows = [[_cell(cell) for cell in entered(row, CELLS)] for row in entered(table, ROWS)]
    return "\n".join(["\t".join(cells) for cells in rows])


def _cell(cell: Element) -> str:
    texts: list[str] = []
    for child in entered(cell, BLOCKS):
        if child.tag in _TABLE:
            texts.append(table_text(child))
        else:
            texts.append("".join([piece.text for piece in pieces(child, Fields())]))
    return " ".join(filter(None, texts)).replace("\n", " ").replace("\t", " ")


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
