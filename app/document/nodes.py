"""One entry of the structure tree, and how it is read from its paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from app.document.markdown import AROUND, VEIL, bare, veiled
from app.document.model import SPACES, Block
from app.document.numbering import Enumerator, Form, leading, points
from app.patterns import regex

_STOP = regex("[。；]")
_JOINING = regex("(?:和|以?及|与|并且?|同时|而且|还有?|也)$")  # before the next point
_LONGEST_KEPT = 2000  # characters
MARKS = AROUND + "，,；;、。"


class NodeType(StrEnum):
    """What a node is; the value is its name in JSON."""

    PART = "part"
    HEADING = "heading"
    ITEM = "item"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class Node:
    """One entry of the structure tree.

    `level` counts from 1 below the part; a part has level 1 itself, a 第一节 below a 第一章 has 2.
    `number` is the number as written, "" where there is none; `text` the heading or lead sentence
    without it, up to the first 。, all lines of a broken paragraph and all rows of a title taken
    together. `block`, `start` and `end` are the place of both, in the first block where there are
    several; `stop` is the first block after the node's section. `form` and `value` say what the
    number is; None and 0 where there is none.
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


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The text of a paragraph, broken lines joined, and where each line stands.

    A place is (where the line begins in the text, its block, where that is in the block).
    """

    text: str
    places: tuple[tuple[int, int, int], ...]

    def place(self, at: int) -> tuple[int, int]:
        """Return the block and the place in it of a character."""
        start, block, first = next(place for place in reversed(self.places) if place[0] <= at)
        return block, first + at - start

    def line_end(self, block: int) -> int:
        """Return where in the text the line of a block ends."""
        later = [start for start, at, _ in self.places if at > block]
        return later[0] if later else len(self.text)


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield every node of a tree, each before its children."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def paragraph_node(
    kind: NodeType, level: int, block: Block, paragraph: Paragraph
) -> tuple[Node, int]:
    """Return the node of a whole paragraph, its section open, and the place after its number."""
    text = veiled(paragraph.text)
    lead = leading(block.label + paragraph.text, sure=True)
    number = block.label.strip() if block.label else lead.text if lead else ""
    start = len(text) - len(text.lstrip(AROUND))
    after = lead.end if lead and not block.label else start
    stop = text.find("。", after)
    said = text[after : stop if stop >= 0 else len(text)].rstrip(AROUND)
    form, value = (lead.form, lead.value) if lead else (None, 0)
    at = paragraph.places[0][1]
    end = max(start, min(after + len(said), len(block.text.rstrip(SPACES))))
    said = bare(said.strip(AROUND))
    node = Node(kind, level, number, said, at, start, end, 0, (), form, value)
    return node, after


def point_nodes(paragraph: Paragraph, start: int, base: int) -> tuple[Node, ...]:
    """Return the points of a paragraph from `start` on as nodes, the outer ones of level `base`."""
    if not points(veiled(paragraph.text), start):
        return ()
    kept = len(paragraph.text) <= _LONGEST_KEPT
    return (_kept_nodes if kept else _point_nodes)(paragraph, start, base)


def _point_nodes(paragraph: Paragraph, start: int, base: int) -> tuple[Node, ...]:
    text = veiled(paragraph.text)
    nodes: list[Node] = []
    row: list[int] = []
    inside: dict[int, list[int]] = {-1: []}
    for point, depth, end in _ends(text, points(text, start)):
        del row[depth:]
        block, first = paragraph.place(point.start)
        said = text[point.end : end]
        if text[end : end + 1] not in "。；":  # the next point, or nothing
            said = _JOINING.sub("", said.rstrip(VEIL))
        said = said.rstrip(MARKS)
        last = first + min(point.end + len(said), paragraph.line_end(block)) - point.start
        inside[row[-1] if row else -1].append(len(nodes))
        inside[len(nodes)] = []
        node = Node(
            NodeType.POINT, base + len(row), point.text, bare(said.strip(AROUND)), block, first,
            last, block + 1, (), point.form, point.value,
        )  # fmt: skip
        row.append(len(nodes))
        nodes.append(node)
    return _nested(nodes, inside, -1)


# While typing all paragraphs but one are as before; one very long would be kept at every key.
_kept_nodes = lru_cache(maxsize=16_384)(_point_nodes)


def _nested(
    nodes: Sequence[Node], inside: Mapping[int, Sequence[int]], at: int
) -> tuple[Node, ...]:
    """Return the nodes that stand inside one, -1 for the top, each with its own."""
    return tuple(
        [
            replace(nodes[n], children=_nested(nodes, inside, n)) if inside[n] else nodes[n]
            for n in inside[at]
        ]
    )


def _ends(text: str, placed: Sequence[tuple[Enumerator, int]]) -> list[tuple[Enumerator, int, int]]:
    """Return each point with its depth and its end: the next beside or above it, or a 。."""
    made: list[tuple[Enumerator, int, int]] = []
    later: dict[int, int] = {}  # the start of the next point of each depth
    for point, depth in reversed(placed):
        limit = min([at for around, at in later.items() if around <= depth], default=len(text))
        stop = _STOP.search(text, point.end, limit)
        made.append((point, depth, stop.start() if stop else limit))
        later[depth] = point.start
    return made[::-1]
