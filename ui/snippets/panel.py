"""The common formulations: search, shelves, preview; Enter puts one in at the caret."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.banner import Banner
from ui.snippets.found import Here, Row, SearchBox, Shelf, SnippetView, found, lapse
from ui.snippets.preview import SnippetPreview
from ui.snippets.shelves import ALL, FAVOURITES, OWN, RECENT, SnippetTree, scope_of

_PAUSE = 30  # milliseconds after a key before the search starts
_LOW = 300  # pixels of height in which there is no room for list and text
_EMPTY = {
    FAVOURITES: "还没有收藏。选中一条，点星号就收藏了。",
    RECENT: "还没有用过常用表述。",
    OWN: "还没有自己的表述。选中正文里的一段，用“存为常用表述”存一条；也可以从旧文稿采集。",
}


class SnippetPanel(QWidget):
    """Searches the library; the library is fetched when the panel is first shown."""

    insert_wished = Signal(object, bool)  # Snippet, whether to stay in the panel
    favourite_wished = Signal(object, bool)  # Snippet, whether it is to be one
    edit_wished = Signal(object)  # Snippet
    delete_wished = Signal(object)  # Snippet
    restore_wished = Signal()
    menu_wished = Signal(QPoint, object)  # where on the screen; Snippet, None for the whole panel
    left = Signal()  # Escape: back to the text

    def __init__(
        self, shelf: Shelf, here: Callable[[], Here] = Here, parent: QWidget | None = None
    ) -> None:
        """`here` tells where the caret stands."""
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shelf, self._where = shelf, here
        self._ready = False
        self._here = Here()
        self._special, self._category = "", ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.refresh)
        self.search = SearchBox(self)
        self.more = QToolButton(self)
        self.more.setAccessibleName("更多")
        self.more.setToolTip("新建、采集、导入、导出")
        self.shelves = QPushButton(ALL, self)
        self.shelves.setAccessibleName("选择类别")
        self.shelves.setToolTip("按类别查看，也可以只看收藏、最近用过的和自己的")
        self.tree = SnippetTree(self)
        self.view = SnippetView(shelf.colors, self)
        self.preview = SnippetPreview(self)
        self.told = Banner(shelf.colors, self)
        self.told.button.setProperty("link", "true")
        self.insert_button = QPushButton("插入到光标处", self)
        self.insert_button.setProperty("primary", "true")
        self.star, self.edit = QToolButton(self), QToolButton(self)
        self.star.setCheckable(True)
        self.star.setAccessibleName("收藏")
        self.edit.setAccessibleName("编辑")
        self.edit.setToolTip("编辑；程序自带的会另存为自己的一条")
        self._place()
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of the text to the list, which shows its head, where both have none."""
        super().resizeEvent(event)
        self.preview.text.setHidden(self.height() < theme.grown(_LOW))

    def _place(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.search, 1)
        top.addWidget(self.more)
        head = QVBoxLayout()
        head.setContentsMargins(8, 8, 8, 6)
        head.setSpacing(6)
        head.addLayout(top)
        head.addWidget(self.shelves)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.tree)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.insert_button)
        row.addStretch()
        row.addWidget(self.star)
        row.addWidget(self.edit)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 8, 12, 10)
        foot.setSpacing(8)
        foot.addWidget(self.preview)
        foot.addLayout(row)
        self.foot = QWidget(self)
        self.foot.setLayout(foot)
        line = QFrame(self)
        line.setProperty("role", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.told)
        column.addWidget(self.pages, 1)
        column.addWidget(line)
        column.addWidget(self.foot)
        self.set_theme()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._pause.start)
        self.search.stepped.connect(self.view.step)
        self.search.taken.connect(self.insert)
        self.search.left.connect(self.left)
        self.view.taken.connect(self.insert)
        self.view.left.connect(self.left)
        self.view.delete_wished.connect(self.delete)
        self.view.menu_wished.connect(self._ask_menu)
        self.view.selectionModel().currentChanged.connect(self._show_current)
        self.view.rows.modelReset.connect(self._show_current)
        self.shelves.clicked.connect(self.choose_shelf)
        self.tree.chosen.connect(self.show_shelf)
        self.tree.left.connect(self._show_list)
        self.preview.successor_wished.connect(self._show_successor)
        self.insert_button.clicked.connect(self._insert_here)
        self.star.clicked.connect(self._wish_favourite)
        self.edit.clicked.connect(self._wish_edit)
        self.more.clicked.connect(self._ask_more)

    # What the window asks for.

    def fetch(self) -> None:
        """Read the library if that has not been done, and show what fits the place of the caret."""
        self._ready = True
        self._here = self._where()
        self.refresh()

    def focus_search(self) -> None:
        """Let the user type what he looks for."""
        self._show_list()
        self.fetch()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def refresh(self) -> None:
        """Search again."""
        if not self._ready:
            return
        library, kept = self._shelf.library, self.view.current()
        scope = scope_of(library, self._special, self._category)
        text = self.search.text().strip()
        rows = found(library, text, self._here, scope)
        same = not self.searching and not self.search.hasFocus()
        self.view.show_rows(rows, kept.snippet.id if kept and same else "")

    def library_changed(self) -> None:
        """Snippets were added, changed or deleted, here or in another window."""
        if not self._ready:
            return
        self.refresh()
        if self.pages.currentWidget() is self.tree:
            self.choose_shelf()

    @property
    def searching(self) -> bool:
        """Whether what was typed is still to be searched for."""
        return self._pause.isActive()

    def current(self) -> Row | None:
        """Return the row selected in the list."""
        return self.view.current()

    def insert(self, stay: bool = False) -> None:  # noqa: FBT001, FBT002  a signal brings it
        """Wish for the selected snippet to be put in."""
        if self.searching:  # Enter was quicker than the search
            self._pause.stop()
            self.refresh()
        row = self.current()
        if row is not None:
            self.insert_wished.emit(row.snippet, stay)

    def delete(self) -> None:
        """Wish for the selected snippet to be deleted, where it is the user's own."""
        row = self.current()
        if row is not None and row.own:
            self.delete_wished.emit(row.snippet)

    def choose_shelf(self) -> None:
        """Show the tree of the shelves in place of the list."""
        self.tree.show_library(self._shelf.library, self._special, self._category)
        self.pages.setCurrentWidget(self.tree)
        self.foot.hide()
        self.tree.setFocus()

    def show_shelf(self, special: str, category: str) -> None:
        """Show what stands on a shelf: a special one, a category, or everything."""
        self._special, self._category = special, category
        self.shelves.setText(special or category.replace("/", " › ") or ALL)
        self.refresh()
        self._show_list()
        self.search.setFocus()

    def tell(self, words: str, *, undo: bool = False) -> None:
        """Tell something above the list, with a way to take back a deletion."""
        self.told.tell(words, "撤销", self.restore_wished.emit if undo else None)

    def set_theme(self) -> None:
        """Draw the icons in the colours of the theme."""
        colors = self._shelf.colors
        self.more.setIcon(theme.icon("more", colors.text))
        self.edit.setIcon(theme.icon("rename", colors.text, colors.faint))
        self.shelves.setIcon(theme.icon("down", colors.muted))
        self.told.set_theme(colors)
        self.view.look.colors = colors
        self._show_current()

    # What happens inside.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_list(self) -> None:
        self.pages.setCurrentWidget(self.view)
        self.foot.show()

    def _show_current(self, *_: object) -> None:
        row = self.current()
        for button in (self.insert_button, self.star, self.edit):
            button.setEnabled(row is not None)
        self._show_star(row)
        if row is None:
            empty = _EMPTY.get(self._special, "") if not self.search.text() else ""
            self.preview.show_words(empty or "没有找到。换个词，或者换个类别试试。")
            return
        library, day = self._shelf.library, self._here.day
        after = None if row.holds else library.successor(row.snippet, day)
        self.preview.show_snippet(row.snippet, day, after, self._shelf.colors)

    def _show_star(self, row: Row | None) -> None:
        on, colors = row is not None and row.favourite, self._shelf.colors
        self.star.setChecked(on)
        name, color = ("star-filled", colors.warning) if on else ("star", colors.text)
        self.star.setIcon(theme.icon(name, color, colors.faint))
        self.star.setToolTip("取消收藏" if on else "收藏")

    def _show_successor(self) -> None:
        row = self.current()
        after = row and self._shelf.library.successor(row.snippet, self._here.day)
        if after:
            others = [other for other in self.view.rows.rows if other.snippet.id != after.id]
            self.view.show_rows([Row(after, lapse=lapse(after, self._here.day)), *others])

    def _insert_here(self) -> None:
        self.insert()

    def _wish_favourite(self) -> None:
        row = self.current()
        if row is not None:
            self.favourite_wished.emit(row.snippet, not row.favourite)

    def _wish_edit(self) -> None:
        row = self.current()
        if row is not None:
            self.edit_wished.emit(row.snippet)

    def _ask_menu(self, place: QPoint) -> None:
        row = self.current()
        if row is not None:
            self.menu_wished.emit(place, row.snippet)

    def _ask_more(self) -> None:
        self.menu_wished.emit(self.more.mapToGlobal(self.more.rect().bottomLeft()), None)
