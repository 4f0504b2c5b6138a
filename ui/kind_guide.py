"""How the document's kind is written: its parts as they stand in the text, phrases to insert."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.document.model import Span
from ui import theme
from ui.theme import Theme

if TYPE_CHECKING:
    from app.kinds import Advice, Kind, Standing

_PARTS = "写哪些部分"
_ORDER = (_PARTS, "开头", "过渡", "结尾", "小标题的句式")  # first, and unfolded; then the others
_ChosenRole = Qt.ItemDataRole.UserRole  # a Span to go to, a str to insert, or None
_TextRole = Qt.ItemDataRole.UserRole + 1  # what the card says of the row
_NO_KIND = "这篇文稿还没有指定文种。在“要素”里选定文种，这里就会列出要写的部分和常用的句子。"


class KindGuide(QWidget):
    """Shows the parts of a kind with their standing, and wishes to go there or to insert."""

    place_chosen = Signal(object)  # Span
    insert_wished = Signal(str)
    kind_wished = Signal()  # go to where the kind is chosen

    def __init__(self, colors: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._colors = colors
        self._kind: Kind | None = None
        self._shown: tuple[object, ...] = ()
        self._folded: set[str] = set()
        self.tree = QTreeWidget(self)
        self.name = QLabel(self)
        self.name.setProperty("role", "caption")
        self.nothing = QWidget(self)
        self.choosing = QPushButton("选文种…", self.nothing)
        self.choosing.clicked.connect(self.kind_wished)
        self.card = QFrame(self)
        self.text = QLabel(self.card)
        self.button = QPushButton(self.card)
        self._place()

    def _place(self) -> None:
        empty = QLabel(_NO_KIND, self.nothing)
        empty.setWordWrap(True)
        empty.setProperty("role", "muted")
        inner = QVBoxLayout(self.card)
        inner.setContentsMargins(12, 0, 12, 12)
        inner.setSpacing(8)
        line = QFrame(self.card)
        line.setProperty("role", "line")
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button.clicked.connect(self._act)
        for part in (line, self.text):
            inner.addWidget(part)
        inner.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        nothing = QVBoxLayout(self.nothing)
        nothing.setContentsMargins(12, 12, 12, 12)
        nothing.setSpacing(12)
        nothing.addWidget(empty)
        nothing.addWidget(self.choosing, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.name.setContentsMargins(12, 12, 12, 8)
        column.addWidget(self.name)
        column.addWidget(self.nothing)
        column.addWidget(self.tree, 1)
        column.addWidget(self.card)
        column.addStretch()
        self._set_tree()
        self.show_nothing()

    def _set_tree(self) -> None:
        tree = self.tree
        tree.setAccessibleName("写作提示")
        tree.setColumnCount(2)
        tree.setHeaderHidden(True)
        tree.setIndentation(14)
        tree.setUniformRowHeights(True)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.currentItemChanged.connect(self._show_card)
        tree.itemClicked.connect(self._clicked)
        tree.itemActivated.connect(self._activated)
        tree.itemCollapsed.connect(self._fold)
        tree.itemExpanded.connect(self._unfold)

    def show_nothing(self) -> None:
        """The document has no kind."""
        self._kind, self._shown = None, ()
        self.tree.clear()
        for part in (self.tree, self.card, self.name):
            part.hide()
        self.nothing.show()

    def show_kind(
        self,
        kind: Kind,
        advice: Sequence[Advice],
        standing: Sequence[Standing],
        misplaced: Collection[str],
    ) -> None:
        """Show a kind; `misplaced` are the ids of the parts out of their order."""
        shown = (kind.id, tuple(advice), tuple(standing), frozenset(misplaced), self._colors.name)
        if shown == self._shown:
            return
        self._shown = shown
        kept = self._path() if self._kind is not None and self._kind.id == kind.id else None
        if self._kind is None or self._kind.id != kind.id:
            self._folded = {one.title for one in advice if one.title not in _ORDER}
        self._kind = kind
        self.name.setText(f"{kind.name}怎么写")
        self.tree.clear()
        for one in sorted(advice, key=_first):
            self._add_group(one, standing, misplaced)
        for part in (self.tree, self.card, self.name):
            part.show()
        self.nothing.hide()
        self._return_to(kept or (0, 0))

    def set_theme(self, colors: Theme) -> None:
        """Draw in other colours; the next `show_kind` paints them."""
        self._colors = colors

    def _add_group(
        self, advice: Advice, standing: Sequence[Standing], misplaced: Collection[str]
    ) -> None:
        group = QTreeWidgetItem([advice.title, ""])
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        group.setFont(0, bold)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.tree.addTopLevelItem(group)
        if advice.title == _PARTS:
            lacking = sum(one.missing for one in standing)
            group.setText(1, f"缺 {lacking} 处" if lacking else "")
            for one, line in zip(standing, advice.lines, strict=True):
                group.addChild(self._part(one, line, one.part.id in misplaced))
        else:
            for line in advice.lines:
                row = self._line(line, insert=advice.phrases)
                group.addChild(row)
                row.setFirstColumnSpanned(True)
        group.setFirstColumnSpanned(advice.title != _PARTS)
        group.setExpanded(advice.title not in self._folded)

    def _part(self, one: Standing, line: str, misplaced: bool) -> QTreeWidgetItem:  # noqa: FBT001  a mark of the row
        if one.missing:
            state, picture, color = "还没写", "error", self._colors.error
        elif misplaced:
            state, picture, color = "次序不对", "warning", self._colors.warning
        elif not one.blocks:
            state, picture, color = "可不写", "blank", self._colors.muted
        elif one.open:
            state, picture, color = f"待填 {one.open}", "slot", self._colors.accent
        else:
            state, picture, color = "已写", "check", self._colors.good
        count = f" {len(one.blocks)} 处" if len(one.blocks) > 1 and state == "已写" else ""
        item = QTreeWidgetItem([one.part.name, state + count])
        item.setIcon(0, theme.icon(picture, color))
        span = Span(one.blocks[0], 0, 0) if one.blocks else None
        item.setData(0, _ChosenRole, span)
        item.setData(0, _TextRole, line)
        item.setToolTip(0, line)
        item.setForeground(1, QColor(self._colors.muted if color == self._colors.good else color))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{one.part.name}，{state}{count}")
        return item

    def _line(self, line: str, *, insert: bool) -> QTreeWidgetItem:
        item = QTreeWidgetItem([line.replace("\n", " "), ""])
        item.setData(0, _ChosenRole, line if insert else None)
        item.setData(0, _TextRole, line)
        item.setToolTip(0, f"{line}\n双击或按 Enter 插入" if insert else line)
        return item

    def _show_card(self, *_: object) -> None:
        item = self.tree.currentItem()
        text = item.data(0, _TextRole) if item is not None else None
        self.card.setVisible(bool(text))
        if item is None or not text:
            return
        chosen = item.data(0, _ChosenRole)
        self.text.setText(text)
        self.button.setVisible(chosen is not None)
        self.button.setText("插入到光标处" if isinstance(chosen, str) else "转到这一部分")

    def _clicked(self, item: QTreeWidgetItem) -> None:
        chosen = item.data(0, _ChosenRole)
        if isinstance(chosen, Span):
            self.place_chosen.emit(chosen)

    def _activated(self, item: QTreeWidgetItem) -> None:
        chosen = item.data(0, _ChosenRole)
        if isinstance(chosen, str):
            self.insert_wished.emit(chosen)
        elif isinstance(chosen, Span):
            self.place_chosen.emit(chosen)
        elif item.childCount():
            item.setExpanded(not item.isExpanded())

    def _act(self) -> None:
        item = self.tree.currentItem()
        if item is not None:
            self._activated(item)

    def _fold(self, item: QTreeWidgetItem) -> None:
        self._folded.add(item.text(0))

    def _unfold(self, item: QTreeWidgetItem) -> None:
        self._folded.discard(item.text(0))

    def _path(self) -> tuple[int, int] | None:
        """Return group and row of the current row, None where it is no row of a group."""
        item = self.tree.currentItem()
        group = item.parent() if item is not None else None
        if item is None or group is None:
            return None
        return self.tree.indexOfTopLevelItem(group), group.indexOfChild(item)

    def _return_to(self, path: tuple[int, int]) -> None:
        group = self.tree.topLevelItem(path[0])
        row = group.child(path[1]) if group is not None else None
        if row is not None:
            self.tree.setCurrentItem(row)


def _first(advice: Advice) -> int:
    """Put the parts first, the phrases after them, then the others in their order."""
    return _ORDER.index(advice.title) if advice.title in _ORDER else len(_ORDER)
