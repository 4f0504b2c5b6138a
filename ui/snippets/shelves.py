"""The shelves of the library as a tree with counts: all, favourites, own ones, categories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

if TYPE_CHECKING:
    from app.snippets import Category, Library, Scope

ALL = "全部类别"
FAVOURITES, RECENT, OWN = "收藏", "最近用过", "我的表述"
_SHELF = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SnippetTree(QTreeWidget):
    """Lets the user choose a shelf: a special one by its name, a category by its path."""

    chosen = Signal(str, str)  # special shelf, category: one of them is ""
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("常用表述类别")
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemClicked.connect(self._choose)

    def show_library(self, library: Library, special: str, category: str) -> None:
        """Show the shelves of a library, one of them selected."""
        self.clear()
        branches = library.categories()
        total = sum(branch.count for branch in branches)
        top = self._add(None, ALL, total, "", "")
        self._add(None, FAVOURITES, len(library.favourites()), FAVOURITES, "")
        self._add(None, RECENT, len(library.recent()), RECENT, "")
        self._add(None, OWN, library.store.count() if library.store else 0, OWN, "")
        self.setCurrentItem(top)
        for branch in branches:
            if branch.name != OWN or branch.children:  # else the shelf of the own ones is it
                self._add_branch(None, branch)
        for item in self.items():
            if item.data(0, _SHELF) == (special, category):
                self.setCurrentItem(item)
                self.scrollToItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, Escape leaves things as they are."""
        item = self.currentItem()
        if event.key() in _ENTER and item is not None:
            self._choose(item)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QTreeWidgetItem, _: int = 0) -> None:
        self.chosen.emit(*item.data(0, _SHELF))

    def _add(
        self, above: QTreeWidgetItem | None, name: str, count: int, special: str, category: str
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem([name, str(count)])
        item.setData(0, _SHELF, (special, category))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(1, self.palette().placeholderText())
        if above is None:
            self.addTopLevelItem(item)
        else:
            above.addChild(item)
        return item

    def _add_branch(self, above: QTreeWidgetItem | None, branch: Category) -> None:
        item = self._add(above, branch.name, branch.count, "", branch.path)
        for inner in branch.children:
            self._add_branch(item, inner)

    def items(self) -> list[QTreeWidgetItem]:
        """Return all shelves, branches included."""
        flags = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
        return self.findItems("", flags)


def scope_of(library: Library, special: str, category: str) -> Scope:
    """Return where is looked when a shelf is chosen."""
    from app.snippets import Scope

    if special == FAVOURITES:
        return Scope(names=tuple(sorted(library.habits().favourites)))
    if special == RECENT:
        return Scope(names=tuple(library.recent()))
    return Scope(category=category, own=special == OWN)
