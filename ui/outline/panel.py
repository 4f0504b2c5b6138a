"""The structure tree beside the text: shows it, follows the caret, and wishes for changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.document.model import Document
from app.document.outline import Node
from ui.outline.look import OutlineLook
from ui.outline.model import OutlineModel, outermost
from ui.outline.rows import Branch
from ui.outline.view import OutlineView
from ui.theme import Theme

_OUT = {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}
_EMPTY = "正文里写出“一、”“（一）”“1.”这样的标题，提纲就会出现在这里。"


class _Filter(QLineEdit):
    """The field above the tree: Down and Enter go to the rows, Esc shows all of them again."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt hands over a key."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        if event.key() in _OUT:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class OutlinePanel(QWidget):
    """The tree with its filter and its buttons."""

    chosen = Signal(object)  # Node: go there
    left = Signal()  # Enter in the tree: back to the text
    wished = Signal(str)  # a key of the tree: the id of a command
    menu_wished = Signal(QPoint)

    def __init__(self, colors: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = OutlineModel(self)
        self.view = OutlineView(self.model, colors, self)
        self._look = OutlineLook(colors, self.view)
        self._led = False  # whether the caret has chosen the row
        self._follow = True
        self._fresh = True
        self._opened: set[tuple[str, str]] = set()  # what is unfolded, to be so when it comes back
        self._set_view()
        self.filter = _Filter(self)
        self.filter.setPlaceholderText("筛选提纲")
        self.filter.setAcceptDrops(False)  # a file dropped there is for the window
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName("筛选提纲")
        self.filter.textChanged.connect(self._apply_filter)
        self.filter.left.connect(self.view.setFocus)
        self._caption = QLabel("提纲", self)
        self._caption.setProperty("role", "caption")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(0)
        self._empty = QLabel(_EMPTY, self)
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(12, 8, 12, 8)
        self._place()

    def _set_view(self) -> None:
        view = self.view
        view.setItemDelegate(self._look)
        view.setHeaderHidden(True)
        view.setIndentation(14)
        view.setUniformRowHeights(True)
        view.setAnimated(False)
        view.setMouseTracking(True)
        view.setAccessibleName("提纲")
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._ask_menu)
        view.clicked.connect(self._go)
        view.expanded.connect(self._opened_row)
        view.collapsed.connect(self._closed_row)
        self.model.rowsInserted.connect(self._came_back)
        view.entered_node.connect(self._enter)
        view.wished.connect(self.wished)

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 6, 2)
        head.addWidget(self._caption)
        head.addStretch()
        head.addLayout(self.buttons)
        search = QHBoxLayout()
        search.setContentsMargins(8, 2, 8, 6)
        search.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(search)
        column.addWidget(self._empty)
        column.addWidget(self.view, 1)

    def add_button(self, button: QToolButton) -> None:
        """Put a small button at the head of the panel."""
        self.buttons.addWidget(button)

    def set_theme(self, colors: Theme) -> None:
        """Draw in other colours."""
        self._look.colors = self.view.colors = colors
        self.view.viewport().update()

    def set_follow(self, *, follow: bool) -> None:
        """Choose whether the selection follows the caret."""
        self._follow = follow

    def set_locked(self, *, locked: bool) -> None:
        """Forbid or allow changes by dragging."""
        self.model.locked = locked
        self.view.setDragEnabled(not locked)

    def show_rows(
        self, document: Document, nodes: Sequence[Node], branches: Sequence[Branch]
    ) -> None:
        """Bring the tree up to date; what the user has folded or chosen stays so."""
        self.model.update(document, branches)
        self._empty.setVisible(not nodes)
        self._caption.setText(f"提纲  {_count(nodes)}" if nodes else "提纲")
        if self._fresh and nodes:
            self._fresh = False
            self.expand_to(2)
        if self.filter.text():
            self._apply_filter(self.filter.text())

    def forget(self) -> None:
        """Another document comes: fold and select anew."""
        self._fresh = True
        self._opened.clear()
        self.model.update(Document(), ())
        self._empty.hide()  # whether there is an outline is not known yet
        self._caption.setText("提纲")

    def follow(self, block: int, offset: int) -> None:
        """Select the node that holds the caret, none before the first, where that is wished.

        What is being done in the tree is left alone.
        """
        selection = self.view.selectionModel()
        chosen = self.view.hasFocus() and selection.hasSelection()  # not so once undo took it away
        if not self._follow or chosen or self.view.state() != QAbstractItemView.State.NoState:
            return
        index = self.model.at(block, offset)
        while index.isValid() and self._folded(index):
            index = index.parent()
        if not index.isValid():
            if self._led:
                selection.clearSelection()
            return
        self._led = True
        if index != selection.currentIndex() or not selection.isSelected(index):
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)

    def selected(self) -> list[Node]:
        """Return the selected nodes, none inside another, in the order of the text."""
        indexes = self.view.selectionModel().selectedIndexes()
        return outermost([node for node in map(self.model.node, indexes) if node is not None])

    def select(self, places: Sequence[tuple[int, int]]) -> None:
        """Select the nodes at some (block, offset) places and make the first visible."""
        self._led = False
        selection = self.view.selectionModel()
        indexes = [self.model.at(block, offset) for block, offset in places]
        indexes = [index for index in indexes if index.isValid()]
        if indexes:
            chosen = QItemSelection()
            for index in indexes:
                chosen.select(index, index)
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(indexes[0], flags.NoUpdate)  # the view's would heed Shift
            selection.select(chosen, flags.ClearAndSelect)
            self.view.scrollTo(indexes[0])

    def expand_to(self, level: int) -> None:
        """Unfold so that `level` layers of the tree show; 0 folds everything."""
        if level <= 1:
            self.view.collapseAll()
        else:
            self.view.expandToDepth(level - 2)
        self._opened = {_key(node) for node in self.unfolded()}

    def unfolded(self) -> list[Node]:
        """Return the nodes that are unfolded."""
        return [node for node, index in self.model.holders() if self.view.isExpanded(index)]

    def unfold(self, places: Iterable[tuple[int, int]]) -> None:
        """Unfold the nodes at some (block, offset) places."""
        wanted = set(places)
        for node, index in list(self.model.holders()):
            if (node.block, node.start) in wanted and not self.view.isExpanded(index):
                self.view.expand(index)

    def rename(self) -> None:
        """Let the current title be typed in place."""
        index = self.view.currentIndex()
        if index.isValid():
            self.view.setFocus()
            self.view.edit(index)

    def _opened_row(self, index: QModelIndex) -> None:
        node = self.model.node(index)
        if node is not None:
            self._opened.add(_key(node))

    def _closed_row(self, index: QModelIndex) -> None:
        node = self.model.node(index)
        if node is not None:
            self._opened.discard(_key(node))

    def _came_back(self, parent: QModelIndex, first: int, last: int) -> None:
        """Unfold those of some new rows that were unfolded where they stood before.

        What gets its first rows while it is written is unfolded, so that they are seen.
        """
        if parent.isValid() and not self._fresh and self.model.rowCount(parent) == last + 1 - first:
            self.view.expand(parent)
        rows = [self.model.index(row, 0, parent) for row in range(first, last + 1)]
        while rows and self._opened:
            index = rows.pop()
            rows += [self.model.index(n, 0, index) for n in range(self.model.rowCount(index))]
            node = self.model.node(index)
            if node is not None and _key(node) in self._opened and self.model.rowCount(index):
                self.view.expand(index)

    def _folded(self, index: QModelIndex) -> bool:
        above = index.parent()
        while above.isValid():
            if not self.view.isExpanded(above):
                return True
            above = above.parent()
        return False

    def _go(self, index: QModelIndex) -> None:
        several = len(self.view.selectionModel().selectedIndexes()) > 1
        node = self.model.node(index)
        if node is not None and not several:
            self.chosen.emit(node)

    def _enter(self) -> None:
        self._go(self.view.currentIndex())
        self.left.emit()

    def _ask_menu(self, place: QPoint) -> None:
        self.menu_wished.emit(self.view.viewport().mapToGlobal(place))

    def _apply_filter(self, text: str) -> None:
        wanted = text.strip()
        for row in range(self.model.rowCount()):
            self._filter_below(self.model.index(row, 0), wanted)

    def _filter_below(self, index: QModelIndex, wanted: str) -> bool:
        """Hide what does not match and holds no match; return whether the row shows."""
        row = self.model.row_of(index)
        shows = not wanted or (row is not None and wanted in row.label)
        below = False
        for child in range(self.model.rowCount(index)):
            below |= self._filter_below(self.model.index(child, 0, index), "" if shows else wanted)
        self.view.setRowHidden(index.row(), index.parent(), not (shows or below))
        if wanted and below and not shows:
            self.view.expand(index)
        return shows or below


def _key(node: Node) -> tuple[str, str]:
    """Return what a section is known by when it comes back: its number may be another."""
    return node.type, node.text


def _count(nodes: Sequence[Node]) -> str:
    from app.document.outline import walk

    return str(sum(1 for _ in walk(nodes)))
