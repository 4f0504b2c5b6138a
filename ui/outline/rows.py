"""The rows of the structure tree as values: what each line shows, its lengths and its badges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from app.document.model import Document, Role
from app.document.outline import Node, NodeType

_TYPES = {
    NodeType.PART: "部分",
    NodeType.HEADING: "标题",
    NodeType.ITEM: "条目",
    NodeType.POINT: "要点",
}
_OPENING = 60  # characters of a section shown under the mouse
_SPARE = 0.2  # how far a length may be from the wished one


@dataclass(frozen=True, slots=True)
class Row:
    """What one line of the tree shows. `share` is its part of all characters, from 0 to 1.

    `target` is the wished length, 0 for none.
    """

    node: Node
    characters: int
    share: float
    errors: int = 0
    warnings: int = 0
    hints: int = 0
    slots: int = 0
    target: int = 0

    @property
    def label(self) -> str:
        """Number and title, as a screen reader says them."""
        return f"{self.node.number}{self.node.text}" or "（无标题）"

    @property
    def shown(self) -> tuple[object, ...]:
        """All that is to be seen of it; rows that only stand elsewhere in the text are alike."""
        node = self.node
        return (
            node.type, node.level, node.number, node.text, self.characters, self.share,
            self.errors, self.warnings, self.hints, self.slots, self.target,
        )  # fmt: skip

    @property
    def off_target(self) -> int:
        """How many characters it is over (or, below 0, under) its wished length, 0 if about so."""
        if not self.target or abs(self.characters - self.target) <= _SPARE * self.target:
            return 0
        return self.characters - self.target

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        parts = [f"{_TYPES[self.node.type]}，{self.label}，{self.characters} 字"]
        counted = ((self.errors, "个差错"), (self.warnings, "个存疑"), (self.slots, "个待填项"))
        parts += [f"{count} {name}" for count, name in counted if count]
        if self.target:
            parts.append(against(self))
        return "，".join(parts)


@dataclass(frozen=True, slots=True)
class Branch:
    """A row and those below it."""

    row: Row
    children: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """How much each block holds that the tree shows as badges."""

    errors: Mapping[int, int] = field(default_factory=dict)
    warnings: Mapping[int, int] = field(default_factory=dict)
    hints: Mapping[int, int] = field(default_factory=dict)
    slots: Mapping[int, int] = field(default_factory=dict)


NO_MARKS = Marks()


def tree(
    document: Document, nodes: Sequence[Node], marks: Marks = NO_MARKS, target: int = 0
) -> tuple[Branch, ...]:
    """Return the rows of the tree; `target` is the wished length of a top section, 0 for none.

    A section that has a wished length of its own in the details goes by that.
    """
    counts = [
        0 if block.role is Role.NOISE else len(block.text) - block.text.count("\n")
        for block in document.blocks
    ]
    sums = _Sums(counts, marks, dict(document.details.targets))
    return tuple([_branch(node, sums, target) for node in nodes])


def opening(document: Document, node: Node) -> str:
    """Return the start of the text of a section, behind its title; "" where it has none."""
    if node.block >= len(document.blocks) or node.type is NodeType.POINT:
        return ""
    text = document.blocks[node.block].text[node.end :].lstrip("。 \u3000")
    for block in document.blocks[node.block + 1 : node.stop]:
        if len(text) >= _OPENING:
            break
        text += block.text.strip(" \u3000")
    return text if len(text) <= _OPENING else f"{text[:_OPENING]}…"


def against(row: Row) -> str:
    """Return how a row stands to its wished length, in Chinese."""
    left = row.target - row.characters
    return f"目标 {row.target} 字，{f'还差 {left} 字' if left > 0 else f'超出 {-left} 字'}"


class _Sums:
    """Running sums over the blocks, so that a section costs two look-ups."""

    def __init__(self, counts: list[int], marks: Marks, targets: Mapping[str, int]) -> None:
        self.total, self.targets = max(sum(counts), 1), targets
        size = len(counts)
        self._characters = _running(counts)
        self._marks = [
            _running([by_block.get(block, 0) for block in range(size)]) if by_block else None
            for by_block in (marks.errors, marks.warnings, marks.hints, marks.slots)
        ]

    def characters(self, node: Node) -> int:
        if node.type is NodeType.POINT:
            return node.end - node.start
        return self._characters[node.stop] - self._characters[node.block]

    def marks(self, node: Node) -> list[int]:
        if node.type is NodeType.POINT and node.stop <= node.block + 1:
            return [0, 0, 0, 0]
        return [0 if sums is None else sums[node.stop] - sums[node.block] for sums in self._marks]


def _running(values: Iterable[int]) -> list[int]:
    return list(accumulate(values, initial=0))


def _branch(node: Node, sums: _Sums, target: int) -> Branch:
    characters = sums.characters(node)
    share = round(characters / sums.total, 3)  # a finer one would change with every key
    wished = sums.targets.get(node.text, target)
    errors, warnings, hints, slots = sums.marks(node)
    row = Row(node, characters, share, errors, warnings, hints, slots, wished)
    return Branch(row, tuple([_branch(child, sums, 0) for child in node.children]))
