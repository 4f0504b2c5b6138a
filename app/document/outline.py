"""The structure tree of a document: parts, headings, items, and the points inside paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.document.model import Block, Document, Role
from app.document.numbering import Enumerator, Form, leading, points


class NodeType(StrEnum):
    """What a node is; the value is its name in JSON."""

    PART = "part"
    HEADING = "heading"
    ITEM = "item"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class Node:
    """One entry of the structure tree.

    `level` counts from 1 below the part; a part has level 1 itself. `number` is the number as
    written, "" where there is none; `text` the heading or lead sentence without it, up to the first
    。. `block`, `start` and `end` are the place of both; `stop` is the first block after the
    node's section. `form` and `value` say what the number is; None and 0 where there is none.
    """

    type: NodeType
    level: int
    number: str
    text: str
    block: int
    start: int
    end: int
    stop: int
    children: tuple[Node, ...] = ()
    form: Form | None = None
    value: int = 0


_HEADINGS = {Role.HEADING1: 1, Role.HEADING2: 2, Role.HEADING3: 3, Role.HEADING4: 4}
_DEPTHS = {
    Form.ARTICLE: 2.5,
    Form.ORDINAL: 2.8,
    Form.CHINESE: 1,
    Form.CHINESE_BRACKET: 2,
    Form.ARABIC: 3,
    Form.ARABIC_BRACKET: 4,
    Form.ARABIC_PAREN: 4.5,
    Form.CIRCLED: 5,
    Form.FIRST: 6,
    Form.IS: 6,
    Form.MUST: 7,
    Form.SIDE: 7,
    Form.ONE: 7,
    Form.DASH: 6.5,
}
_BEGINS = (Role.TITLE, Role.ATTACHMENT_LABEL)
_BEHIND = (
    Role.SALUTATION,
    Role.CLOSING,
    Role.SIGNATURE,
    Role.DATE,
    Role.ATTACHMENT_NOTE,
    Role.ANNOTATION,
    Role.COPIES,
)
_SILENT = (Role.BLANK, Role.NOISE)
_SPACES = " \t\u3000\xa0\u200b\ufeff"
_TRIM = " \t\u3000\xa0，,；;、。"


@dataclass(slots=True)
class _Open:
    """A node while its section is still being read; `rank` orders the levels by their form."""

    node: Node
    rank: float
    alone: bool
    children: list[_Open]

    def closed(self, stop: int) -> Node:
        """Return the node with its children; `stop` where its section is not closed before."""
        mine = self.node.stop or stop
        inside = tuple([child.closed(mine) for child in self.children])
        return replace(self.node, stop=mine, children=inside)


def outline(document: Document) -> tuple[Node, ...]:
    """Return the structure tree that the roles of the document's blocks make."""
    reader = _Reader(document.blocks)
    return reader.tree()


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield every node of a tree, each before its children."""
    for node in nodes:
        yield node
        yield from walk(node.children)


class _Reader:
    """Reads the blocks once and keeps the nodes that are open."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._top: list[_Open] = []
        self._open: list[_Open] = []
        self._tail = False

    def tree(self) -> tuple[Node, ...]:
        """Return the tree of all blocks."""
        at = 0
        while at < len(self._blocks):
            at = self._read(at)
        return tuple([one.closed(len(self._blocks)) for one in self._top])

    def _read(self, at: int) -> int:
        """Read the block at a place and return the place of the next."""
        role = self._blocks[at].role
        if role in _SILENT or role is Role.OBJECT:
            return at + 1
        if role in _BEGINS:
            self._begin(at)
        elif role in _BEHIND:
            self._close(at, 1)
            self._tail = self._tail or role not in (Role.SALUTATION, Role.CLOSING)
        elif role is Role.PART:
            self._close(at, 0)
            self._push(at, NodeType.PART, 0)
        elif role in _HEADINGS:
            self._close(at, _HEADINGS[role])
            self._push(at, NodeType.HEADING, _HEADINGS[role])
        elif role is Role.ITEM:
            return self._item(at)
        elif role is Role.BODY:
            return self._body(at)
        return at + 1

    def _begin(self, at: int) -> None:
        """Close what a new title closes: all behind a signature, else all below the part."""
        label = self._blocks[at].role is Role.ATTACHMENT_LABEL
        self._close(at, 0 if self._tail or label else 1)
        self._tail = label

    def _close(self, at: int, rank: float) -> None:
        """Close the open nodes of this rank and below; rank 0 closes parts too."""
        while self._open and self._open[-1].rank >= rank:
            one = self._open.pop()
            one.node = replace(one.node, stop=at)

    def _push(self, at: int, kind: NodeType, rank: float) -> _Open:
        """Open a node for a block."""
        text = self._blocks[at].text
        label = self._blocks[at].label
        node = _node(kind, self._level(), at, text, label)
        alone = not text[node.end :].strip(_TRIM)
        one = _Open(node, rank, alone, [])
        (self._open[-1].children if self._open else self._top).append(one)
        self._open.append(one)
        self._points(at, node.end if leading(text) is None else _after(text), at + 1)
        return one

    def _level(self) -> int:
        if not self._open or self._open[-1].node.type is NodeType.PART:
            return 1
        return self._open[-1].node.level + 1

    def _item(self, at: int) -> int:
        """Read an item: below an open item of its own form, else below what is open."""
        block = self._blocks[at]
        lead = leading(block.label + block.text)
        rank = 10 + (_DEPTHS[lead.form] if lead else 3)
        same = [one for one in self._open if one.rank == rank]
        if same or lead is None or lead.value > 1:
            self._close(at, rank)
        else:
            while self._open and self._open[-1].rank > rank:
                self._close(at, self._open[-1].rank)
        self._push(at, NodeType.ITEM, rank)
        return at + 1

    def _body(self, at: int) -> int:
        """Read a paragraph of text; behind run-in siblings it belongs to what holds them."""
        while self._open and self._leaves(at):
            self._close(at, self._open[-1].rank)
        self._points(at, 0, at + 1)
        return at + 1

    def _leaves(self, at: int) -> bool:
        """Tell whether a paragraph stands outside the innermost open node."""
        one = self._open[-1]
        if one.node.type is NodeType.PART or one.alone:
            return False
        return not _followed(self._blocks, at, one)

    def _points(self, at: int, start: int, stop: int) -> None:
        """Hang the points of a paragraph under the innermost open node."""
        text = self._blocks[at].text
        placed = points(text, start)
        if not placed:
            return
        base = self._level()
        row: list[_Open] = []
        below: list[_Open] = self._open[-1].children if self._open else self._top
        for n, (point, depth) in enumerate(placed):
            del row[depth:]
            said = text[point.end : _point_end(text, placed, n)].rstrip(_TRIM + "\n")
            node = Node(
                NodeType.POINT,
                base + len(row),
                point.text,
                said.strip(_SPACES),
                at,
                point.start,
                point.end + len(said),
                stop,
                (),
                point.form,
                point.value,
            )
            one = _Open(node, 99, alone=False, children=[])
            (row[-1].children if row else below).append(one)
            row.append(one)


def _followed(blocks: Sequence[Block], at: int, one: _Open) -> bool:
    """Tell whether a later block goes on with the siblings of an open node."""
    for block in blocks[at:]:
        if block.role is Role.BODY or block.role in _SILENT:
            continue
        if block.role is Role.ITEM and one.node.type is NodeType.ITEM:
            lead = leading(block.label + block.text)
            return lead is not None and lead.form is one.node.form and lead.value != 1
        return _HEADINGS.get(block.role, 0) == one.rank
    return False


def _after(text: str) -> int:
    lead = leading(text)
    return lead.end if lead else 0


def _node(kind: NodeType, level: int, at: int, text: str, label: str) -> Node:
    """Return the node of a whole paragraph, its section still open."""
    lead: Enumerator | None = None
    form, value, number = None, 0, ""
    if label:
        shown = leading(label + text)
        form, value = (shown.form, shown.value) if shown else (None, 0)
        number = label.strip()
        start = end = len(text) - len(text.lstrip(_SPACES))
    else:
        lead = leading(text)
        start = lead.start if lead else len(text) - len(text.lstrip(_SPACES))
        end = lead.end if lead else start
        if lead:
            form, value, number = lead.form, lead.value, lead.text.rstrip(_SPACES)
    stop = text.find("。", end)
    said = text[end : stop if stop >= 0 else len(text)]
    last = end + len(said.rstrip(_SPACES + "\n"))
    return Node(
        kind,
        level,
        number,
        said.strip(_SPACES + "\n"),
        at,
        start,
        max(last, end),
        0,
        (),
        form,
        value,
    )


def _point_end(text: str, placed: Sequence[tuple[Enumerator, int]], n: int) -> int:
    """Return where a point ends: before the next of its own or an outer series, or at a 。."""
    point, depth = placed[n]
    later = [other.start for other, other_depth in placed[n + 1 :] if other_depth <= depth]
    limit = later[0] if later else len(text)
    stop = text.find("。", point.end, limit)
    return stop if stop >= 0 else limit
