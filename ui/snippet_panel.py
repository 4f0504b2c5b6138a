"""The common formulations: search, categories, preview; Enter puts one in at the caret."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from app.snippets import Category, Library, Place, Snippet

_ALL = "全部类别"
_MOST = 50


class SnippetModel(QAbstractListModel):
    """The snippets found, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.snippets: tuple[Snippet, ...] = ()

    def update(self, snippets: Sequence[Snippet]) -> None:
        """Show other snippets."""
        self.beginResetModel()
        self.snippets = tuple(snippets)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Qt asks how many there are."""
        return 0 if parent.isValid() else len(self.snippets)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Qt asks what to show."""
        snippet = self.snippets[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return snippet.title or snippet.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return snippet.text
        return None


class Shelf(Protocol):
    """What has the snippets; they are read when first asked for."""

    @property
    def library(self) -> Library:
        """The snippets."""
        ...


class _Search(QLineEdit):
    """A search box whose arrow keys move in the list below."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt hands over a key."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class SnippetPanel(QWidget):
    """Searches the library; the library is fetched when the panel is first shown."""

    insert_wished = Signal(object)  # Snippet
    left = Signal()  # Escape: back to the text

    def __init__(self, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shelf = shelf
        self._ready = False
        self.place: Place | None = None
        self.model = SnippetModel(self)
        self.search = _Search(self)
        self.search.setPlaceholderText("搜索：汉字、拼音或首字母")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("搜索常用表述")
        self.search.stepped.connect(self._step)
        self.search.returnPressed.connect(self.insert)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(60)
        self._pause.timeout.connect(self.refresh)
        self.search.textChanged.connect(self._pause.start)
        self.category = QComboBox(self)
        self.category.setAccessibleName("类别")
        self.category.addItem(_ALL, "")
        self.category.currentIndexChanged.connect(self.refresh)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setAccessibleName("常用表述列表")
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setSpacing(1)
        self.view.setUniformItemSizes(True)
        self.view.doubleClicked.connect(self.insert)
        self.view.activated.connect(self.insert)
        self.view.selectionModel().currentChanged.connect(self._preview)
        self.preview = QTextBrowser(self)
        self.preview.setAccessibleName("预览")
        self.note = QLabel(self)
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.insert_button = QPushButton("插入到光标处", self)
        self.insert_button.setProperty("primary", "true")
        self.insert_button.clicked.connect(self.insert)
        self._place()

    def _place(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(8, 8, 8, 8)
        head.setSpacing(8)
        head.addWidget(self.search)
        head.addWidget(self.category)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 8, 12, 12)
        foot.setSpacing(8)
        self.preview.setFixedHeight(132)
        foot.addWidget(self.preview)
        foot.addWidget(self.note)
        row = QHBoxLayout()
        row.addWidget(self.insert_button)
        row.addStretch()
        foot.addLayout(row)
        line = QFrame(self)
        line.setProperty("role", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(line)
        column.addLayout(foot)

    def fetch(self) -> None:
        """Read the library if that has not been done, and show it."""
        if not self._ready:
            self._ready = True
            self.category.blockSignals(True)  # noqa: FBT003  Qt's signature
            for depth, category in _flat(self._shelf.library.categories()):
                self.category.addItem(f"{'　' * depth}{category.name}", category.path)
            self.category.blockSignals(False)  # noqa: FBT003  Qt's signature
            self.refresh()

    def focus_search(self) -> None:
        """Let the user type what he looks for."""
        self.fetch()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def refresh(self) -> None:
        """Search again."""
        if not self._ready:
            return
        path = str(self.category.currentData() or "")
        library, text = self._shelf.library, self.search.text().strip()
        if text:
            found = library.search(text, place=self.place, limit=_MOST * 4)
            found = (
                [one for one in found if f"{one.category}/".startswith(f"{path}/")]
                if path
                else found
            )
        elif path:
            found = library.listing(path, _MOST * 4)
        else:
            found = library.suggested(place=self.place, limit=_MOST)
        self.model.update(found)
        if self.model.snippets:
            self.view.setCurrentIndex(self.model.index(0))
        self._preview()

    def current(self) -> Snippet | None:
        """Return the snippet selected in the list."""
        row = self.view.currentIndex().row()
        return self.model.snippets[row] if 0 <= row < len(self.model.snippets) else None

    def insert(self) -> None:
        """Wish for the selected snippet to be put in."""
        snippet = self.current()
        if snippet is not None:
            self.insert_wished.emit(snippet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the text, Enter in the list inserts."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.view.hasFocus():
            self.insert()
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        row = self.view.currentIndex().row() + step
        if 0 <= row < self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(row))

    def _preview(self, *_: object) -> None:
        snippet = self.current()
        self.insert_button.setEnabled(snippet is not None)
        self.preview.setPlainText(snippet.text if snippet else "")
        self.note.setText(_note(snippet) if snippet else "没有找到。换个词，或者换个类别试试。")


def _flat(categories: Iterable[Category], depth: int = 0) -> Iterator[tuple[int, Category]]:
    for category in categories:
        yield depth, category
        yield from _flat(category.children, depth + 1)


def _note(snippet: Snippet) -> str:
    parts = [snippet.category]
    if snippet.since or snippet.until:
        parts.append(f"适用时间 {snippet.since or ''}—{snippet.until or '今'}")
    if snippet.tags:
        parts.append("、".join(snippet.tags))
    return "　".join(parts)
