"""The rows of the structure tree as values, and the model, which touches only changed rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.document.model import Document, Role
from app.document.outline import Node, NodeType

MIME = "application/x-wenheng-nodes"
RowRole = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_TYPES = {
    NodeType.PART: "部分",
    NodeType.HEADING: "标题",
    NodeType.ITEM: "条目",
    NodeType.POINT: "要点",
}


@dataclass(frozen=True, slots=True)
class Row:
    """What one line of the tree shows. `share` is its part of all characters, from 0 to 1."""

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


@dataclass(frozen=True, slots=True)
class Marks:
    """How much each block holds that the tree shows as badges."""

    errors: dict[int, int]
    warnings: dict[int, int]
    hints: dict[int, int]
    slots: dict[int, int]


NO_MARKS = Marks({}, {}, {}, {})


def tree(
    document: Document, nodes: Sequence[Node], marks: Marks = NO_MARKS, target: int = 0
) -> tuple[Branch, ...]:
    """Return the rows of the tree; `target` is the wished length of a top section, 0 for none."""
    counts = [
        0 if block.role is Role.NOISE else len(block.text) - block.text.count("\n")
        for block in document.blocks
    ]
    sums = _Sums(counts, marks, max(sum(counts), 1), target)
    return tuple([_branch(node, sums, top=True) for node in nodes])


@dataclass(frozen=True, slots=True)
class Branch:
    """A row and those below it."""

    row: Row
    children: tuple[Branch, ...]


class _Sums:
    """Running sums over the blocks, so that a section costs two look-ups."""

    def __init__(self, counts: list[int], marks: Marks, total: int, target: int) -> None:
        self.total, self.target = total, target
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


def _branch(node: Node, sums: _Sums, *, top: bool) -> Branch:
    characters = sums.characters(node)
    errors, warnings, hints, slots = sums.marks(node)
    target = sums.target if top else 0
    row = Row(node, characters, characters / sums.total, errors, warnings, hints, slots, target)
    return Branch(row, tuple([_branch(child, sums, top=False) for child in node.children]))


class _Item:
    """One line of the model."""

    __slots__ = ("at", "children", "parent", "row")

    def __init__(self, row: Row | None, parent: _Item | None, at: int = 0) -> None:
        self.row, self.parent, self.at = row, parent, at  # `at`: its place among its siblings
        self.children: list[_Item] = []


class OutlineModel(QAbstractItemModel):
    """The tree. `update` keeps every row that is still there, and so selection and expansion."""

    dropped = Signal(object, object, int)  # list[Node], parent Node or None, row among its children
    renamed = Signal(object, str)  # Node, new text

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Item(None, None)
        self._gone: list[_Item] = []  # kept alive as long as Qt may hold an index of them
        self._dragged: list[Node] = []
        self.locked = False

    def update(self, branches: Sequence[Branch]) -> None:
        """Show another tree, touching only the rows that differ."""
        self._gone.clear()
        self._merge(self._root, branches, _NO_INDEX)

    def node(self, index: Index) -> Node | None:
        """Return the node of an index, None for an invalid one."""
        row = self.row_of(index)
        return None if row is None else row.node

    def row_of(self, index: Index) -> Row | None:
        """Return the row of an index, None for an invalid one."""
        return index.internalPointer().row if index.isValid() else None

    def indexes(self) -> Iterator[QModelIndex]:
        """Yield every index, from the top down."""
        stack = [self.index(row, 0) for row in reversed(range(self.rowCount()))]
        while stack:
            index = stack.pop()
            yield index
            stack += [self.index(row, 0, index) for row in reversed(range(self.rowCount(index)))]

    def at(self, block: int, offset: int = 0) -> QModelIndex:
        """Return the index of the deepest node that holds a place; an invalid one for none."""
        found, item = _NO_INDEX, self._root
        while True:
            for row, child in enumerate(item.children):
                if child.row is not None and _holds(child.row.node, block, offset):
                    found, item = self.index(row, 0, found), child
                    break
            else:
                return found

    def _merge(self, item: _Item, branches: Sequence[Branch], index: QModelIndex) -> None:
        old, new = item.children, branches
        head = 0
        while head < min(len(old), len(new)) and _same(old[head], new[head]):
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and _same(old[-1 - tail], new[-1 - tail]):
            tail += 1
        surplus = len(old) - len(new)
        at = min(len(old), len(new)) - tail
        if surplus > 0:
            self.beginRemoveRows(index, at, at + surplus - 1)
            self._gone += old[at : at + surplus]
            del old[at : at + surplus]
            _count(old)
            self.endRemoveRows()
        elif surplus < 0:
            self.beginInsertRows(index, at, at - surplus - 1)
            old[at:at] = [_grown(branch, item) for branch in new[at : at - surplus]]
            _count(old)
            self.endInsertRows()
        for child, branch in zip(old, new, strict=True):
            if child.row != branch.row:
                child.row = branch.row
                place = self.createIndex(child.at, 0, child)
                self.dataChanged.emit(place, place)
            if child.children or branch.children:
                self._merge(child, branch.children, self.createIndex(child.at, 0, child))

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        """Qt asks for an index."""
        item = parent.internalPointer() if parent.isValid() else self._root
        if column or not 0 <= row < len(item.children):
            return QModelIndex()
        return self.createIndex(row, column, item.children[row])

    def parent(self, index: Index = _NO_INDEX) -> QModelIndex:  # type: ignore[override]  # QObject.parent() shares the name
        """Qt asks for the index above."""
        item = index.internalPointer().parent if index.isValid() else None
        if item is None or item is self._root or item.parent is None:
            return QModelIndex()
        return self.createIndex(item.at, 0, item)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Qt asks how many rows there are."""
        item = parent.internalPointer() if parent.isValid() else self._root
        return len(item.children)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: ARG002  Qt's signature
        """Qt asks how many columns there are."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt asks what to show."""
        row = self.row_of(index)
        if row is None:
            return None
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label
        if role == Qt.ItemDataRole.EditRole:
            return row.node.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt hands over a new title typed in place; the text changes, and the tree follows."""
        node = self.node(index)
        if node is None or role != Qt.ItemDataRole.EditRole or str(value).strip() == node.text:
            return False
        self.renamed.emit(node, str(value).strip())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt asks what can be done with a row."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.locked:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
            if index.isValid():
                flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Sections are moved, never copied, by a drag."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """A drag holds nodes of this very tree."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Remember what is dragged."""
        nodes = [node for node in map(self.node, indexes) if node is not None]
        self._dragged = outermost(nodes)
        content = QMimeData()
        content.setData(MIME, b"nodes")
        content.setText("\n".join(f"{node.number}{node.text}" for node in self._dragged))
        return content

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """A section cannot be dropped into itself."""
        del action, row, column
        if self.locked or not data.hasFormat(MIME) or not self._dragged:
            return False
        target = self.node(parent)
        return target is None or not any(
            node.block <= target.block < node.stop and node.start <= target.start
            for node in self._dragged
        )

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell where the dragged nodes were dropped; the rows themselves follow the text."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        place = self.rowCount(parent) if row < 0 else row
        dragged, self._dragged = self._dragged, []
        self.dropped.emit(dragged, self.node(parent), place)
        return False  # the view must not remove rows by itself


def outermost(nodes: Iterable[Node]) -> list[Node]:
    """Return the nodes that lie in no other of them, in the order of the text."""
    kept: list[Node] = []
    for node in sorted(nodes, key=lambda n: (n.block, n.start, -n.stop)):
        if not kept or not (
            kept[-1].block <= node.block < kept[-1].stop
            and (kept[-1].type is not NodeType.POINT or node.start < kept[-1].end)
        ):
            kept.append(node)
    return kept


def _grown(branch: Branch, parent: _Item) -> _Item:
    item = _Item(branch.row, parent)
    item.children = [_grown(child, item) for child in branch.children]
    _count(item.children)
    return item


def _count(items: Sequence[_Item]) -> None:
    for at, item in enumerate(items):
        item.at = at


def _same(item: _Item, branch: Branch) -> bool:
    if item.row is None:
        return False
    old, new = item.row.node, branch.row.node
    return (old.type, old.text) == (new.type, new.text)


def _holds(node: Node, block: int, offset: int) -> bool:
    if node.type is NodeType.POINT and node.block == block and node.stop <= block + 1:
        return node.start <= offset < node.end
    return node.block <= block < node.stop


def _spoken(row: Row) -> str:
    parts = [f"{_TYPES[row.node.type]}，{row.label}，{row.characters} 字"]
    counted = ((row.errors, "个差错"), (row.warnings, "个存疑"), (row.slots, "个待填项"))
    parts += [f"{count} {name}" for count, name in counted if count]
    return "，".join(parts)
