"""The structure tree of a document: parts, headings, items, and the points inside paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.document.markdown import AROUND, veiled
from app.document.model import SPACES, Block, Document, Role
from app.document.nodes import MARKS, Node, NodeType, Paragraph, paragraph_node, point_nodes, walk
from app.document.numbering import Enumerator, Form, leading, places
from app.document.pieces import pieces
from app.document.turning import closes, speaks_of_whole
from app.document.wrapping import joins, joints, paragraphs
from app.patterns import regex
from app.turns import step

__all__ = ["Node", "NodeType", "outline", "walk"]

# Ranks: what a node closes when it opens. A document of several in one file holds parts.
_PIECE = 0
_PART = 1  # 第一部分, 第一篇
_CHAPTERS = {"章": 2, "节": 3}
_ARTICLE = 4  # 第一条 holds headings: its rank is above theirs
_HEADINGS = {Role.HEADING1: 5, Role.HEADING2: 7, Role.HEADING3: 8, Role.HEADING4: 9}
_SPOKEN = 6  # 第一个问题， above （一）
_ITEM = 10  # below every heading
# Items of these forms stand in this order below each other, whichever comes first in the text.
_LADDER = {
    Form.CHINESE: 2,
    Form.CHINESE_BRACKET: 2,
    Form.ARABIC: 3,
    Form.ARABIC_BRACKET: 4,
    Form.ARABIC_PAREN: 5,
    Form.CIRCLED: 6,
}
_SECTIONS = (*_HEADINGS, Role.PART)
_KINDS = {Role.PART: NodeType.PART, Role.ITEM: NodeType.ITEM}  # the others are headings
_STANDING = (Form.ARABIC, Form.ARABIC_PAREN, Form.ARABIC_BRACKET)
_BEGINS = (Role.TITLE, Role.ATTACHMENT_LABEL)
_TAIL = (Role.SIGNATURE, Role.DATE, Role.ATTACHMENT_NOTE, Role.ANNOTATION, Role.COPIES)
_BEHIND = (Role.SALUTATION, Role.CLOSING, *_TAIL)
_SILENT = (Role.BLANK, Role.NOISE)
_TEXT = (Role.BODY, Role.OBJECT, *_SILENT)
_SET_IN = 2  # columns a list inside another is set in, at least
_LONGEST_HEAD = 30
_REMARK = regex("备?注[：:]")  # below a table: its numbers are none of the text
_RESTS = f"{MARKS}*#"  # what may stand behind a heading that is alone in its line
_MOST_BETWEEN = 30  # items looked over for the next sibling
_ENDS = "。；，、：:;,！？!?…）)"


@dataclass(slots=True)
class _Open:
    """A node while its section is read: its rank, and whether text of its own stands below it.

    `alone` is True for a heading without text in its own paragraph, `bodied` once a further
    paragraph has been read into the section.
    """

    node: Node
    rank: int
    alone: bool
    bodied: bool = False
    stop: int = 0  # of its section, 0 for points, whose node has it already
    children: list[_Open] = field(default_factory=list["_Open"])

    def closed(self) -> Node:
        """Return the node with its children."""
        node = self.node
        if not self.stop:
            return node
        return Node(
            node.type, node.level, node.number, node.text, node.block, node.start, node.end,
            self.stop, tuple([child.closed() for child in self.children]), node.form, node.value,
        )  # fmt: skip


def outline(document: Document) -> tuple[Node, ...]:
    """Return the structure tree that the roles of the document's blocks make."""
    return _Reader(document.blocks).tree()


class _Reader:
    """Reads the blocks once, in order, and keeps the nodes whose sections are open."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._continued = joints(blocks)
        self._lines = paragraphs(self._continued)
        self._next = _structured(blocks)
        self._pieces = pieces(blocks)
        self._top: list[_Open] = []
        self._open: list[_Open] = []
        self._tail = False
        self._last = -1  # the last block that says anything

    def tree(self) -> tuple[Node, ...]:
        """Return the tree of all blocks."""
        for at, block in enumerate(self._blocks):
            step()
            if block.role not in _SILENT:
                self._read(at, block)
                self._last = at
        self._close(len(self._blocks), 0)
        return tuple([one.closed() for one in self._top])

    def _read(self, at: int, block: Block) -> None:
        """Read one block that is neither blank nor noise."""
        role = block.role
        if role is Role.BODY:
            self._body(at)
        elif role is Role.ITEM or role in _SECTIONS:
            self._section(at, block)
        elif role in _BEGINS:
            self._begin(at, role)
        elif role in _BEHIND:
            self._close(at, _PART + 1, tail=role is not Role.SALUTATION)
            self._tail = self._tail or role in _TAIL

    def _begin(self, at: int, role: Role) -> None:
        """Close what a new title closes: everything behind a signature, else all below the part."""
        label = role is Role.ATTACHMENT_LABEL
        title = self._pieces.get(at)
        anew = self._tail or label or title is not None
        self._close(at, _PIECE if anew else _PART + 1, tail=self._tail or label)
        self._tail = label
        if title is not None:
            self._open_piece(at, title)

    def _open_piece(self, at: int, title: str) -> None:
        """Open the node of one document of several."""
        line = veiled(self._blocks[at].text)
        start, end = len(line) - len(line.lstrip(AROUND)), len(line.rstrip(AROUND))
        node = Node(NodeType.PART, 1, "", title, at, start, end, 0)
        one = _Open(node, _PIECE, alone=True)
        self._top.append(one)
        self._open.append(one)

    def _close(self, at: int, rank: int, *, tail: bool = False) -> None:
        """Close the open nodes of this rank and below; rank 0 closes parts too.

        A section ends where the next begins; before the tail of a document and at the end of the
        file the blank lines and the noise behind its last word do not belong to it.
        """
        stop = self._last + 1 if tail or at == len(self._blocks) else at
        while self._open and self._open[-1].rank >= rank:
            one = self._open.pop()
            one.stop = stop

    def _push(self, at: int, kind: NodeType, rank: int) -> None:
        """Open the node of a block."""
        block = self._blocks[at]
        level = self._parts() + 1 if kind is NodeType.PART else self._level()
        node, after = paragraph_node(kind, level, block, self._paragraph(at))
        rest = block.text[node.end :]
        alone = at not in self._lines and not rest.strip(_RESTS)
        if kind is NodeType.ITEM:
            alone = alone and "。" not in rest
        one = _Open(node, rank, alone)
        self._siblings().append(one)
        self._open.append(one)
        self._points(at, after)

    def _parts(self) -> int:
        """Return how many numbered parts are open: 第一章 in 第一部分."""
        return sum(one.node.type is NodeType.PART and one.rank > _PIECE for one in self._open)

    def _level(self) -> int:
        if not self._open or self._open[-1].node.type is NodeType.PART:
            return 1
        return self._open[-1].node.level + 1

    def _siblings(self) -> list[_Open]:
        return self._open[-1].children if self._open else self._top

    def _section(self, at: int, block: Block) -> None:
        """Read a paragraph that is a node of its own."""
        lead = leading(block.label + block.text, sure=True)
        form = lead.form if lead else None
        if lead is not None and form is Form.DECIMAL and block.role in (Role.ITEM, Role.HEADING4):
            self._decimal(at, block, places(lead.text))
        elif block.role is Role.ITEM and form is not Form.ARTICLE:
            self._item(at, lead)
        else:
            rank = _ARTICLE if block.role is Role.ITEM else _rank(block)
            self._close(at, rank)
            self._push(at, _KINDS.get(block.role, NodeType.HEADING), rank)

    def _decimal(self, at: int, block: Block, number: tuple[int, ...]) -> None:
        """Read a paragraph numbered 1.1: beside those of as many places, below those of fewer."""
        same = (one.rank for one in self._open if len(_decimal_places(one.node)) >= len(number))
        self._close(at, next(same, 99))
        while self._open and not _holds(self._open[-1], number):
            self._close(at, self._open[-1].rank)
        self._push(at, _KINDS.get(block.role, NodeType.HEADING), self._below())

    def _below(self) -> int:
        """Return the rank of an item below what is open."""
        return max(_ITEM, self._open[-1].rank + 1 if self._open else 0)

    def _beside(self, at: int, lead: Enumerator | None) -> int | None:
        """Return the rank of the open item that an item stands beside, None where it is the first.

        A bullet, or 1. once more, that is set in further stands below the entry of the list.
        """
        form = lead.form if lead else None
        same = [one for one in self._open if _same_row(one.node, form)]
        if not same or lead is None or not lead.start:  # not set in
            return same[0].rank if same else None
        text = self._blocks[at].text
        inside = len(text) - len(text.lstrip(" \t"))
        row = [one for one in same if one.node.start > inside - _SET_IN]
        listed = (form is Form.DASH and len(lead.text) == 1) or lead.value == 1
        return row[0].rank if row else None if listed else same[-1].rank

    def _above_brackets(self, at: int) -> bool:
        """Tell whether 第一个问题， opens a row that （一） stands in, not the other way round."""
        inside = False
        before = Role.ITEM
        after = self._next[at]
        for _ in range(_MOST_BETWEEN):
            block = None if after is None else self._blocks[after]
            if block is None or after is None or block.role in (Role.HEADING1, Role.PART, *_BEGINS):
                return False
            lead = leading(block.label + block.text, sure=True)
            if block.role is Role.HEADING2:
                inside = inside or (before is Role.ITEM and lead is not None and lead.value == 1)
                if not inside:
                    return False
            elif inside and lead is not None and lead.form is Form.ORDINAL:
                return True
            before = block.role
            after = self._next[after]
        return False

    def _item(self, at: int, lead: Enumerator | None) -> None:
        """Read an item: beside an open item of its form, else below what is open.

        Forms of the ladder that a higher rung has not opened close the lower ones.
        """
        form = lead.form if lead else None
        beside = self._beside(at, lead)
        if beside is not None:
            self._close(at, beside)
            self._push(at, NodeType.ITEM, beside)
            return
        if form is Form.ORDINAL and self._above_brackets(at):
            self._close(at, _SPOKEN)
            self._push(at, NodeType.ITEM, _SPOKEN)
            return
        rung = _LADDER.get(form, 0) if form else 0
        while self._open and rung and _LADDER.get(self._form() or Form.DASH, 0) > rung:
            if self._open[-1].rank < _ITEM:
                break
            self._close(at, self._open[-1].rank)
        self._push(at, NodeType.ITEM, self._below())

    def _form(self) -> Form | None:
        return self._open[-1].node.form if self._open else None

    def _body(self, at: int) -> None:
        """Read a paragraph of text; behind run-in siblings it belongs to what holds them."""
        if at in self._continued:
            return
        while self._open and self._leaves(at):
            self._close(at, self._open[-1].rank)
        if self._open:
            self._open[-1].bodied = True
        if not _REMARK.match(self._blocks[at].text.lstrip(SPACES)):
            self._points(at, 0)

    def _leaves(self, at: int) -> bool:
        """Tell whether a paragraph stands outside the innermost open node.

        It stands inside where the node has no text yet, where a sibling follows it, or where the
        siblings before had such paragraphs too and it does not speak of the whole.
        """
        one = self._open[-1]
        if one.node.type is NodeType.PART or self._followed(at, one):
            return False
        text = self._blocks[at].text
        around = self._open[-2].children if len(self._open) > 1 else self._top
        if one.alone:
            return (one.bodied or bool(one.children)) and self._closes(at, around)
        if speaks_of_whole(text):
            return True
        if one.node.type is NodeType.ITEM and self._heads(at):
            return True
        return not any(other.bodied for other in around)

    def _closes(self, at: int, around: Sequence[_Open]) -> bool:
        """Tell whether a paragraph closes the row of sections whose last is the innermost open."""
        if len(around) < 2:
            return False
        headings = [one.node.text for one in self._open]
        row = self._blocks[around[0].node.block : around[-1].node.block]
        said = (block.text for block in row if block.role is Role.BODY)  # seldom asked for
        return closes(self._blocks[at].text, headings, said)

    def _heads(self, at: int) -> bool:
        """Tell whether a short line without an end mark stands behind a gap, above a text."""
        text = self._blocks[at].text.strip(SPACES)
        if not 0 < len(text) <= _LONGEST_HEAD or text[-1] in _ENDS or at + 1 >= len(self._blocks):
            return False
        below = self._blocks[at + 1]
        ended = self._blocks[self._last].text.rstrip(SPACES).endswith("。")
        apart = ended or at - self._last > 1
        return apart and below.role is Role.BODY and "。" in below.text

    def _followed(self, at: int, one: _Open) -> bool:
        """Tell whether a later block goes on with the siblings of a node, items of it between."""
        after = self._next[at]
        for _ in range(_MOST_BETWEEN):
            if after is None:
                return False
            block = self._blocks[after]
            if one.node.type is NodeType.HEADING and block.role is not Role.ITEM:
                return block.role in _SECTIONS and _rank(block) == one.rank
            if one.node.type is NodeType.ITEM:
                if block.role is not Role.ITEM:
                    return False
                lead = leading(block.label + block.text, sure=True)
                if lead is not None and lead.form is one.node.form:
                    return lead.value != 1
                if lead is None or _LADDER.get(lead.form, 9) <= _LADDER.get(
                    one.node.form or Form.DASH, 9
                ):
                    return False
            after = self._next[after]
        return False

    def _points(self, at: int, start: int) -> None:
        """Hang the points of a paragraph, all its lines, under the innermost open node."""
        nodes = point_nodes(self._paragraph(at), start, self._level())
        self._siblings().extend([_Open(node, 99, alone=False) for node in nodes])

    def _paragraph(self, at: int) -> Paragraph:
        """Return the paragraph that begins with a block."""
        rows = self._lines.get(at)
        if rows is None:
            return Paragraph(self._blocks[at].text, ((0, at, 0),))
        lines = [self._blocks[n].text for n in rows]
        text, places = "", list[tuple[int, int, int]]()
        for n, line, (between, start, end) in zip(rows, lines, joins(lines), strict=True):
            text += between
            places.append((len(text), n, start))
            text += line[start:end]
        return Paragraph(text, tuple(places))


def _structured(blocks: Sequence[Block]) -> list[int | None]:
    """Return for each block the next one behind it that is no text, None where there is none."""
    after: list[int | None] = [None] * len(blocks)
    known: int | None = None
    for at in range(len(blocks) - 1, -1, -1):
        after[at] = known
        if blocks[at].role not in _TEXT:
            known = at
    return after


def _rank(block: Block) -> int:
    """Return the rank of a block that opens a section and is no item."""
    if block.role is not Role.PART:
        return _HEADINGS[block.role]
    lead = leading(block.label + block.text, sure=True)
    chapter = lead is not None and lead.form is Form.PART
    return _CHAPTERS.get(lead.text[-1], _PART) if lead and chapter else _PART


def _same_row(node: Node, form: Form | None) -> bool:
    """Tell whether an item of a form stands beside a node: 2. in its text beside 1. alone."""
    beside = node.type is NodeType.ITEM or (node.type is NodeType.HEADING and form in _STANDING)
    return beside and node.form is form


def _decimal_places(node: Node) -> tuple[int, ...]:
    """Return the numbers of a node numbered 1.1, none for any other."""
    return places(node.number) if node.form is Form.DECIMAL else ()


def _holds(one: _Open, number: tuple[int, ...]) -> bool:
    """Tell whether an open node can hold a decimal number: a section, or an item it goes on."""
    if one.node.type is not NodeType.ITEM:
        return True
    above = _decimal_places(one.node) or (one.node.value,)
    return one.node.form in (Form.ARABIC, Form.DECIMAL) and number[: len(above)] == above
