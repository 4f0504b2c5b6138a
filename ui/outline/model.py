"""The model of the structure tree: touches only the rows that changed, and takes drops."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.document.ends import common_ends, common_head
from app.document.model import Document
from app.document.outline import Node, NodeType
from ui.editor import clipboard
from ui.outline.rows import Branch, Row, against, opening

RowRole = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_LOCKED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
_FREE = _LOCKED | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsDragEnabled
_WIDE = 30  # characters of a line of a tip


class _Item:
    """One line of the model."""

    __slots__ = ("at", "children", "parent", "row")

    def __init__(self, row: Row | None, parent: _Item | None, at: int = 0) -> None:
        self.row, self.parent, self.at = row, parent, at  # `at`: its place among its siblings
        self.children: list[_Item] = []


class OutlineModel(QAbstractItemModel):
    """The tree. `update` keeps every row that is still there, and so selection and expansion."""

    dropped = Signal(object, object)  # list[Node], Gap
    brought = Signal(object, object)  # blocks from another window, Gap
    renamed = Signal(object, str)  # Node, new text

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Item(None, None)
        self._gone: list[_Item] = []  # kept alive as long as Qt may hold an index of them
        self._dragged: list[Node] = []
        self._document = Document()
        self.locked = False

    def update(self, document: Document, branches: Sequence[Branch]) -> None:
        """Show the tree of a document, touching only the rows that differ."""
        self._document = document
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

    def holders(self) -> Iterator[tuple[Node, QModelIndex]]:
        """Yield the nodes that hold others, each with its index."""
        stack = [item for item in self._root.children if item.children]
        while stack:
            item = stack.pop()
            if item.row is not None:
                yield item.row.node, self.createIndex(item.at, 0, item)
            stack += [child for child in item.children if child.children]

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
        if [_item_key(child) for child in item.children] != [_key(one) for one in branches]:
            self._align(item, branches, index)
        for child, branch in zip(item.children, branches, strict=True):
            known, child.row = child.row, branch.row
            if known is None or known.shown != branch.row.shown:
                place = self.createIndex(child.at, 0, child)
                self.dataChanged.emit(place, place)
            if child.children or branch.children:
                self._merge(child, branch.children, self.createIndex(child.at, 0, child))

    def _align(self, item: _Item, branches: Sequence[Branch], index: QModelIndex) -> None:
        """Take out what is gone, move what has moved, put in what is new: as few rows as can be."""
        wanted: list[tuple[NodeType, str] | None] = [_key(branch) for branch in branches]
        present = [_item_key(child) for child in item.children]
        head, tail = common_ends(present, wanted)
        stop = len(wanted) - tail
        kept = set(wanted[head:stop])
        if kept.isdisjoint(present[head : len(present) - tail]):  # other words: rows are renamed
            self._fit(item, head, len(present) - tail, branches[head:stop], index)
            return
        for at in range(len(present) - tail - 1, head - 1, -1):
            if present[at] not in kept:
                self._remove(item, at, at + 1, index)
                del present[at]
        rest = len(present) - tail
        for at in range(head, stop):
            if at < rest and present[at] == wanted[at]:
                continue
            if wanted[at] not in present[at:rest]:
                self._insert(item, at, branches[at : at + 1], index)
                present.insert(at, wanted[at])
                rest += 1
                continue
            start, length, to = _next_move(present[:rest], wanted[:stop], at)
            self._move(item, start, length, to, index)
            present[start : start + length], taken = [], present[start : start + length]
            present[to:to] = taken
        self._remove(item, stop, rest, index)

    def _fit(
        self, item: _Item, start: int, stop: int, new: Sequence[Branch], index: QModelIndex
    ) -> None:
        """Make room for exactly as many rows as there are new ones."""
        shared = min(stop - start, len(new))
        self._remove(item, start + shared, stop, index)
        self._insert(item, start + shared, new[shared:], index)

    def _remove(self, item: _Item, start: int, stop: int, index: QModelIndex) -> None:
        if start < stop:
            self.beginRemoveRows(index, start, stop - 1)
            self._gone += item.children[start:stop]
            del item.children[start:stop]
            _count(item.children)
            self.endRemoveRows()

    def _insert(self, item: _Item, at: int, new: Sequence[Branch], index: QModelIndex) -> None:
        if new:
            self.beginInsertRows(index, at, at + len(new) - 1)
            item.children[at:at] = [_grown(branch, item) for branch in new]
            _count(item.children)
            self.endInsertRows()

    def _move(self, item: _Item, start: int, length: int, to: int, index: QModelIndex) -> None:
        if start != to:
            below = to + length if to > start else to
            self.beginMoveRows(index, start, start + length - 1, index, below)
            taken = item.children[start : start + length]
            del item.children[start : start + length]
            item.children[to:to] = taken
            _count(item.children)
            self.endMoveRows()

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
        found: object = None
        if role == RowRole:
            found = row
        elif role == Qt.ItemDataRole.DisplayRole:
            found = row.label
        elif role == Qt.ItemDataRole.EditRole:
            found = row.node.text
        elif role == Qt.ItemDataRole.AccessibleTextRole:
            found = row.spoken
        elif role == Qt.ItemDataRole.ToolTipRole:
            found = self._hint(row)
        return found

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt hands over a new title typed in place; the text changes, and the tree follows."""
        node = self.node(index)
        if node is None or role != Qt.ItemDataRole.EditRole or str(value).strip() == node.text:
            return False
        self.renamed.emit(node, str(value).strip())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt asks what can be done with a row."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return _LOCKED if self.locked else _FREE

    def supportedDropActions(self) -> Qt.DropAction:
        """Sections are moved, never copied, by a drag."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """A drag holds sections as paragraphs with their roles."""
        return [clipboard.OWN]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged sections, for this tree and for whatever takes text."""
        from app.document.sections import copied

        self._dragged = outermost([n for n in map(self.node, indexes) if n is not None])
        return clipboard.mime(Document(copied(self._document, self._dragged)))

    @property
    def dragged(self) -> int:
        """How many sections are being dragged."""
        return len(self._dragged)

    def takes(self, data: QMimeData) -> bool:
        """Tell whether sections dragged over the tree can be dropped somewhere in it."""
        return not self.locked and (bool(self._dragged) or data.hasFormat(clipboard.OWN))

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """A section cannot be dropped into itself; one of another window can be dropped here."""
        from app.document.sections import Gap, fits

        del action, column
        if not self.takes(data):
            return False
        gap = Gap(self.node(parent), self.rowCount(parent) if row < 0 else row)
        return not self._dragged or fits(self._dragged, gap)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell where nodes were dropped; the rows themselves follow the text."""
        from app.document.sections import Gap

        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        gap = Gap(self.node(parent), self.rowCount(parent) if row < 0 else row)
        dragged, self._dragged = self._dragged, []
        if dragged:
            self.dropped.emit(dragged, gap)
        else:
            self.brought.emit(clipboard.own(data), gap)
        return False  # the view must not remove rows by itself

    def drag_ended(self) -> None:
        """Forget what was dragged: it was dropped, or the drag given up."""
        self._dragged = []

    def _hint(self, row: Row) -> str:
        """Return what is told of a row under the mouse: title, figures, the start of its text."""
        lines = [row.label, f"{row.characters} 字，占全文 {row.share:.0%}"]
        if row.target:
            lines[1] += f"；{against(row)}"
        names = ((row.errors, "差错"), (row.warnings, "存疑"), (row.hints, "提示"))
        found = [f"{name} {count}" for count, name in (*names, (row.slots, "待填项")) if count]
        lines += ["，".join(found)] if found else []
        text = opening(self._document, row.node)
        lines += [text] if text else []
        return "\n".join(
            [line[n : n + _WIDE] for line in lines for n in range(0, len(line), _WIDE)]
        )


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


def _key(branch: Branch) -> tuple[NodeType, str]:
    """Return what a row is known by: its number may change without it being another."""
    return branch.row.node.type, branch.row.node.text


def _item_key(item: _Item) -> tuple[NodeType, str] | None:
    return None if item.row is None else (item.row.node.type, item.row.node.text)


def _next_move(
    present: Sequence[object], wanted: Sequence[object], at: int
) -> tuple[int, int, int]:
    """Return which rows to move (start, length) and where to, so that row `at` is the right one.

    Where the right one comes next, those before it go down together; else it comes up, with those
    that follow it there too.
    """
    if present[at] in wanted[at:]:
        to = wanted.index(present[at], at)
        length = common_head(present[at:], wanted[to:])
        if present[at + length : at + length + 1] == [wanted[at]]:
            return at, length, min(to, len(present) - length)
    start = present.index(wanted[at], at)
    return start, common_head(present[start:], wanted[at:]), at


def _holds(node: Node, block: int, offset: int) -> bool:
    if node.type is NodeType.POINT and node.block == block and node.stop <= block + 1:
        return node.start <= offset < node.end
    return node.block <= block < node.stop
