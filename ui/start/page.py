"""The page shown before there is a text: kinds with preview and fields, recent files, recovery."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app import counts
from app.errors import AppError
from ui import theme
from ui.banner import Banner
from ui.card import card as make_card
from ui.recent import titles
from ui.start.preview import as_html
from ui.theme import Theme
from ui.wrapped_lines import WrappedLines

if TYPE_CHECKING:
    from app.journal import Copy
    from app.kinds import Kind, KindName

_IdRole = Qt.ItemDataRole.UserRole
_BLANK = ""
_PREVIEWED = 520  # pixels of height below which nothing of a preview could be read


class StartPage(QWidget):
    """Offers every way to begin, and wishes for the one taken."""

    kind_chosen = Signal(str, str, object)  # id, variant id, dict of fields
    blank_wished = Signal()
    open_wished = Signal()
    path_chosen = Signal(object)  # Path
    recovery_chosen = Signal(object)  # Copy
    discard_wished = Signal(object)  # Copy

    def __init__(self, colors: Theme, own_kinds: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._colors, self._own = colors, own_kinds
        self._kind: Kind | None = None
        self._known: dict[str, str] = {}
        self._given: dict[str, str] = {}  # what the fields of the kind started with
        self._typed: dict[str, str] = {}  # what the user has filled in, whatever the kind
        self._copies: tuple[Copy, ...] = ()
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("找文种：名称、拼音或首字母")
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)  # a file dropped there is for the window
        self.search.setAccessibleName("找文种")
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._create_best)
        self.model = QStandardItemModel(self)
        self.kinds = QTreeView(self)
        self.kinds.setModel(self.model)
        self.kinds.setHeaderHidden(True)
        self.kinds.setIndentation(12)
        self.kinds.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.kinds.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.kinds.setAccessibleName("文种")
        self.kinds.selectionModel().currentChanged.connect(self._show_kind)
        self.kinds.doubleClicked.connect(self._create)
        self.kinds.activated.connect(self._create)
        self.variants = QComboBox(self)
        self.variants.setAccessibleName("写法")
        self.variants.currentIndexChanged.connect(self._show_draft)
        self.preview = QTextBrowser(self)
        self.preview.setProperty("role", "preview")
        self.preview.setAccessibleName("预览")
        self.preview.setMinimumHeight(theme.grown(24))  # large letters need the room elsewhere
        self.edits: dict[str, QLineEdit | QComboBox] = {}
        self._form = QFormLayout()
        self.create_button = QPushButton("创建文稿", self)
        self.create_button.setProperty("primary", "true")
        self.create_button.clicked.connect(self._create)
        self.recent, self.recovered = QListWidget(self), QListWidget(self)
        self.banner = Banner(colors, self)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        mark = QLabel(self)
        mark.setPixmap(theme.pixmap("wenheng", self._colors.accent, 36, 2.0))
        title = QLabel("文衡", self)
        title.setProperty("role", "title")
        line = QLabel("选一个文种开始，或者打开已有的文稿", self)
        line.setProperty("role", "muted")
        head.addWidget(mark)
        head.addSpacing(8)
        head.addWidget(title)
        head.addSpacing(16)
        head.addWidget(line)
        head.addStretch()
        blank = QPushButton("空白文稿", self)
        blank.clicked.connect(self.blank_wished)
        opening = QPushButton("打开文件…", self)
        opening.clicked.connect(self.open_wished)
        head.addWidget(blank)
        head.addSpacing(8)
        head.addWidget(opening)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self._kinds_card(), 5)
        columns.addWidget(self._draft_card(), 10)
        columns.addLayout(self._files_column(), 6)
        page = QVBoxLayout(self)
        page.addWidget(self.banner)
        page.addLayout(head)
        page.addLayout(columns, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up margins and the preview, of which nothing could be read, on a small screen."""
        super().resizeEvent(event)
        low, narrow = self.height() < theme.grown(420), self.width() < theme.grown(760)
        side, above = 12 if narrow else 32, 12 if low else 24
        page = self.layout()
        if page is not None:
            page.setContentsMargins(side, above, side, above)
            page.setSpacing(12 if low else 20)
        self.preview.setVisible(self.height() >= theme.grown(_PREVIEWED))

    def _kinds_card(self) -> QWidget:
        card, column = make_card(self)
        self.unknown = QLabel("没有这个文种。可以先用“空白文稿”写，再到“要素”面板选文种。", card)
        self.unknown.setProperty("role", "muted")
        self.unknown.setWordWrap(True)
        self.unknown.hide()
        column.addWidget(self.search)
        column.addWidget(self.unknown)
        column.addWidget(self.kinds, 1)
        return card

    def _draft_card(self) -> QWidget:
        card, column = make_card(self)
        self._name = QLabel(card)
        self._name.setProperty("role", "heading")
        self._when = WrappedLines(card)
        self._when.setProperty("role", "muted")
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(8)
        self._form.setContentsMargins(0, 0, 8, 0)
        holder = QWidget(card)
        holder.setProperty("role", "panel")
        holder.setLayout(self._form)
        area = QScrollArea(card)
        area.setWidgetResizable(True)
        area.setWidget(holder)
        area.setMaximumHeight(theme.grown(188))
        foot = QHBoxLayout()
        later = QLabel("没填的留作待填项，以后再填。", card)
        later.setProperty("role", "muted")
        foot.addWidget(later)
        foot.addStretch()
        foot.addWidget(self.create_button)
        column.addWidget(self._name)
        column.addWidget(self._when)
        column.addWidget(self.variants)
        column.addWidget(self.preview, 1)
        column.addWidget(area)
        column.addLayout(foot)
        return card

    def _files_column(self) -> QVBoxLayout:
        self._recovered_card, recovered = make_card(self)
        label = QLabel("没有保存的文稿", self._recovered_card)
        label.setProperty("role", "caption")
        recovered.addWidget(label)
        recovered.addWidget(self.recovered)
        self.recovered.setAccessibleName("没有保存的文稿")
        self.recovered.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recovered.setMinimumHeight(theme.grown(46))  # one of them, on two lines
        row = QHBoxLayout()
        take = QPushButton("恢复", self._recovered_card)
        take.setProperty("primary", "true")
        take.clicked.connect(self._recover)
        drop = QPushButton("不要了", self._recovered_card)
        drop.clicked.connect(self._discard)
        row.addWidget(take)
        row.addWidget(drop)
        row.addStretch()
        recovered.addLayout(row)
        self.recovered.itemDoubleClicked.connect(self._recover)
        self._recovered_card.hide()
        card, column = make_card(self)
        caption = QLabel("最近打开", card)
        caption.setProperty("role", "caption")
        column.addWidget(caption)
        column.addWidget(self.recent)
        self._none = QLabel("打开过的文稿会列在这里。", card)
        self._none.setProperty("role", "muted")
        column.addWidget(self._none)
        column.addStretch()
        self.recent.setAccessibleName("最近打开的文稿")
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recent.setMinimumHeight(theme.grown(26))  # one of them
        self.recent.itemActivated.connect(self._open_recent)
        self.recent.itemClicked.connect(self._open_recent)
        whole = QVBoxLayout()
        whole.setSpacing(16)
        whole.addWidget(self._recovered_card, 2)
        whole.addWidget(card, 3)
        return whole

    def show_kinds(self, kinds: Sequence[KindName], known: Sequence[tuple[str, str]]) -> None:
        """Offer these kinds; `known` are the field values remembered from earlier documents."""
        self._known, self._typed, self._given = dict(known), {}, self.fields()
        self.search.clear()
        self.model.clear()
        groups: dict[str, QStandardItem] = {}
        for kind in kinds:
            if kind.group not in groups:
                group = QStandardItem(kind.group)
                group.setSelectable(False)
                groups[kind.group] = group
                self.model.appendRow(group)
            item = QStandardItem(kind.name)
            item.setData(kind.id, _IdRole)
            groups[kind.group].appendRow(item)
        self.kinds.expandAll()
        if groups:
            first = self.model.index(0, 0, self.model.index(0, 0))
            self.kinds.setCurrentIndex(first)

    def show_recent(self, paths: Sequence[str]) -> None:
        """Offer these files."""
        self.recent.clear()
        for name, title in zip(paths, titles(paths), strict=True):
            item = QListWidgetItem(theme.icon("document", self._colors.muted), title)
            item.setToolTip(name)
            item.setData(_IdRole, name)
            self.recent.addItem(item)
        self._none.setVisible(not paths)
        self.recent.setVisible(bool(paths))

    def show_recovered(self, copies: Sequence[Copy]) -> None:
        """Offer what an earlier run of the program could not save."""
        self._copies = tuple(copies)
        self.recovered.clear()
        for copy in copies:
            when = datetime.fromtimestamp(copy.when)  # noqa: DTZ006  the user's own clock
            length = counts.of_document(copy.document).words
            text = f"{copy.name}\n{when:%m月%d日 %H:%M}，{length} 字"
            self.recovered.addItem(QListWidgetItem(text))
        self.recovered.setCurrentRow(0)
        self._recovered_card.setVisible(bool(copies))

    def fields(self) -> dict[str, str]:
        """Return what has been filled in."""
        found: dict[str, str] = {}
        for name, edit in self.edits.items():
            found[name] = edit.currentText() if isinstance(edit, QComboBox) else edit.text()
        return {name: text.strip() for name, text in found.items() if text.strip()}

    def _show_kind(self, index: QModelIndex) -> None:
        from app import kinds

        name = index.data(_IdRole)
        self.create_button.setEnabled(bool(name))
        if not name:
            return
        try:
            self._kind = kind = kinds.load(name, self._own)
        except AppError as error:
            self._show_fault(index.data(), str(error))
            return
        self._name.setText(kind.name)
        self._when.setText(kind.when)
        self._when.fit()
        self.variants.blockSignals(True)  # noqa: FBT003  Qt's signature
        self.variants.clear()
        for variant in kind.variants:
            self.variants.addItem(variant.name, variant.id)
        self.variants.blockSignals(False)  # noqa: FBT003  Qt's signature
        self.variants.setVisible(len(kind.variants) > 1)
        self._build_form(kind)
        self._show_draft()

    def _show_fault(self, name: str, message: str) -> None:
        """Say in the place of the draft why a template cannot be used."""
        self._kind = None
        self.create_button.setEnabled(False)
        self._name.setText(name)
        self._when.setText(message)
        self._when.fit()
        self.variants.hide()
        self.preview.clear()
        while self._form.rowCount():
            self._form.removeRow(0)
        self.edits = {}

    def _build_form(self, kind: Kind) -> None:
        from app import kinds

        self._typed |= {n: v for n, v in self.fields().items() if v != self._given.get(n)}
        while self._form.rowCount():
            self._form.removeRow(0)
        self.edits = {}
        defaults = kinds.defaults(kind, date.today())  # noqa: DTZ011  the user's day
        known = {
            f.name: self._known[f.name] for f in kind.fields if f.keep and f.name in self._known
        }
        self._given = values = {**known, **defaults, **self._typed}
        for field in kind.fields:
            if not field.asked:
                continue
            edit: QLineEdit | QComboBox
            if field.choices:
                edit = QComboBox(self)
                edit.setEditable(True)
                edit.addItems(list(field.choices))
                edit.setCurrentText(values.get(field.name, ""))
                edit.currentTextChanged.connect(self._show_draft)
                line = edit.lineEdit()
            else:
                edit = line = QLineEdit(values.get(field.name, ""), self)
                edit.textChanged.connect(self._show_draft)
            if line is not None:
                line.returnPressed.connect(self._create)
                line.setAcceptDrops(False)
            edit.setToolTip(field.hint)
            edit.setAccessibleName(field.name)
            self._form.addRow(field.name, edit)
            self.edits[field.name] = edit

    def _show_draft(self, *_: object) -> None:
        from app import kinds

        if self._kind is None:
            return
        made = kinds.draft(self._kind, self.fields(), self.variants.currentData())
        self.preview.setHtml(as_html(made, self._colors))
        for name, edit in self.edits.items():  # what the draft takes unasked shows in grey
            line = edit.lineEdit() if isinstance(edit, QComboBox) else edit
            if line is not None:
                line.setPlaceholderText(made.details.field(name) or edit.toolTip())

    def _create(self, *_: object) -> None:
        if self._kind is not None:
            self.kind_chosen.emit(self._kind.id, self.variants.currentData() or "", self.fields())

    def _filter(self, text: str) -> None:
        """Show the kinds that are meant and select the one that is meant best."""
        from ui.dialogs.matching import matches, rank

        found: list[QStandardItem] = []
        for row in range(self.model.rowCount()):
            group, before = self.model.item(row), len(found)
            for child in range(group.rowCount()):
                hit = matches(text, group.child(child).text())
                self.kinds.setRowHidden(child, group.index(), not hit)
                found += [group.child(child)] if hit else []
            self.kinds.setRowHidden(row, QModelIndex(), len(found) == before)
        self.unknown.setHidden(bool(found))
        self.create_button.setEnabled(bool(found))
        if found:
            best = min(found, key=lambda kind: rank(text, kind.text()))
            self.kinds.setCurrentIndex(best.index())

    def _create_best(self) -> None:
        """Create what is meant best by the text in the search box, if anything is."""
        self._filter(self.search.text())
        if self.create_button.isEnabled():
            self._create()

    def _open_recent(self, item: QListWidgetItem) -> None:
        self.path_chosen.emit(Path(item.data(_IdRole)))

    def _recover(self, *_: object) -> None:
        row = self.recovered.currentRow()
        if 0 <= row < len(self._copies):
            self.recovery_chosen.emit(self._copies[row])

    def _discard(self) -> None:
        row = self.recovered.currentRow()
        if 0 <= row < len(self._copies):
            self.discard_wished.emit(self._copies[row])
