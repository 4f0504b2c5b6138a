"""The preview of the printed pages: thumbnails, the pages, zoom, and the way to paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QMessageBox,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.docx.layout import Layout
from app.errors import AppError
from ui import theme as themes
from ui.dialogs.frame import room_for
from ui.number_field import NumberField
from ui.printing.faces import stand_ins
from ui.printing.printer import prepare, print_pages
from ui.printing.typeset import Pages
from ui.printing.view import FIT_PAGE, FIT_WIDTH, PageView, Thumbnails
from ui.theme import Theme

_FITS = (("整页", FIT_PAGE), ("页宽", FIT_WIDTH))
_LOW = 480  # pixels of height below which a whole page is too small to be read
_ZOOMS = (50, 75, 100, 125, 150, 200)


class Preview(QDialog):
    """Shows pages as they will be printed, and prints them; to be opened, not executed."""

    def __init__(
        self,
        pages: Pages,
        layout: Layout,
        title: str,
        theme: Theme = themes.LIGHT,
        parent: QWidget | None = None,
    ) -> None:
        """`title` names the document and the print job."""
        super().__init__(parent)
        self._pages, self._layout, self._title, self._theme = pages, layout, title, theme
        self.setWindowTitle(f"打印预览：{title}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = PageView(pages, layout, theme, self)
        self.thumbnails = self._thumbnail_list()
        self._build()
        self.view.page_changed.connect(self._follow)
        self.view.zoom_changed.connect(self._tell_zoom)
        self._number.valueChanged.connect(self.view.show_page)
        self._zoom.activated.connect(self._choose_zoom)
        for keys, slot in (
            ("Ctrl++", self.zoom_in),
            ("Ctrl+-", self.zoom_out),
            ("Ctrl+P", self.ask_printer),
        ):
            shortcut = QShortcut(self)
            shortcut.setKey(QKeySequence(keys))
            shortcut.activated.connect(slot)
        self.resize(QSize(980, 760).boundedTo(room_for(parent or self)))
        if self._low():
            self.view.fit(FIT_WIDTH)
        self.view.setFocus()

    def zoom_in(self) -> None:
        """Show the pages a step larger."""
        self.view.set_zoom(_next(self.view.zoom(), up=True))

    def zoom_out(self) -> None:
        """Show the pages a step smaller."""
        self.view.set_zoom(_next(self.view.zoom(), up=False))

    @Slot()
    def ask_printer(self) -> None:
        """Let the user choose printer and pages in the system's dialog, then print."""
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(self._printer, self._layout, self._title)
        dialog = QPrintDialog(self._printer, self)
        dialog.setWindowTitle(f"打印：{self._title}")
        dialog.setMinMax(1, len(self._pages))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._print_chosen)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _print_chosen(self) -> None:
        self.print_on(self._printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages that the printer's settings ask for; says so where it fails."""
        if printer.printRange() is QPrinter.PrintRange.CurrentPage:
            printer.setFromTo(self.view.page(), self.view.page())
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
        try:
            print_pages(printer, self._pages, self._layout)
        except AppError as error:
            notice = QMessageBox(QMessageBox.Icon.Warning, "打印", str(error), parent=self)
            notice.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            notice.open()
            return
        self.accept()

    def _build(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.thumbnails)
        split.addWidget(self.view)
        split.setStretchFactor(1, 1)
        split.setCollapsible(1, False)  # noqa: FBT003  Qt's own signature
        split.setSizes([150, 830])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(split, 1)
        missing = stand_ins(self._pages.faces())
        if missing:
            column.addWidget(_notice(missing, short=self._low()))

    def _low(self) -> bool:
        """Tell whether the screen is too low for a whole page to be read."""
        return room_for(self).height() < themes.grown(_LOW)

    def _bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(6)
        self._number = NumberField()
        self._number.setRange(1, len(self._pages))
        self._number.setPrefix("第 ")
        self._number.setSuffix(f" 页，共 {len(self._pages)} 页")
        self._number.setAccessibleName("页码")
        self._number.setKeyboardTracking(False)
        self._zoom = QComboBox()
        self._zoom.setAccessibleName("显示比例")
        self._zoom.setEditable(True)
        edit = self._zoom.lineEdit()
        if edit is not None:
            edit.setReadOnly(True)
        for name, fit in _FITS:
            self._zoom.addItem(name, fit)
        for percent in _ZOOMS:
            self._zoom.addItem(f"{percent}%", percent)
        self._zoom.setFixedWidth(themes.grown(96))
        printing = QPushButton("打印…")
        printing.setProperty("primary", "true")
        printing.setAutoDefault(False)  # Enter in the page number goes to the page
        printing.setIcon(themes.icon("print", self._theme.accent_text))
        printing.clicked.connect(self.ask_printer)
        row.addWidget(self._tool("previous", "上一页", self._previous))
        row.addWidget(self._number)
        row.addWidget(self._tool("next", "下一页", self._next))
        row.addSpacing(12)
        row.addWidget(self._tool("zoom-out", "缩小（Ctrl+-）", self.zoom_out))
        row.addWidget(self._zoom)
        row.addWidget(self._tool("zoom-in", "放大（Ctrl++）", self.zoom_in))
        row.addStretch(1)
        if room_for(self).width() > themes.grown(760):
            name = QLabel(self._layout.name)
            name.setProperty("role", "muted")
            row.addWidget(name)
            row.addSpacing(12)
        row.addWidget(printing)
        return bar

    def _tool(self, icon: str, tip: str, slot: Callable[[], None]) -> QToolButton:
        made = QToolButton()
        made.setIcon(themes.icon(icon, self._theme.text, self._theme.faint))
        made.setIconSize(QSize(themes.grown(18), themes.grown(18)))
        made.setToolTip(tip)
        made.setAccessibleName(tip)
        made.setAutoRaise(True)
        made.clicked.connect(slot)
        return made

    def _thumbnail_list(self) -> QListView:
        shown = QListView()
        shown.setModel(Thumbnails(self._pages, self._layout, self._theme, shown))
        shown.setViewMode(QListView.ViewMode.IconMode)
        shown.setFlow(QListView.Flow.TopToBottom)
        shown.setWrapping(False)
        shown.setMovement(QListView.Movement.Static)
        shown.setUniformItemSizes(True)
        shown.setSpacing(6)
        shown.setIconSize(QSize(96, 140))
        shown.setMinimumWidth(130)
        shown.setAccessibleName("缩略图")
        shown.setCurrentIndex(shown.model().index(0, 0))
        shown.selectionModel().currentChanged.connect(self._go)
        return shown

    def _go(self, index: QModelIndex) -> None:
        if index.row() + 1 != self.view.page():
            self.view.show_page(index.row() + 1)

    def _follow(self, number: int) -> None:
        self._number.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self._number.setValue(number)
        self._number.blockSignals(False)  # noqa: FBT003  Qt's own signature
        index = self.thumbnails.model().index(number - 1, 0)
        self.thumbnails.setCurrentIndex(index)

    def _tell_zoom(self, percent: int) -> None:
        self._zoom.setEditText(f"{percent}%")

    def _choose_zoom(self, at: int) -> None:
        value = self._zoom.itemData(at)
        if isinstance(value, str):
            self.view.fit(value)
        else:
            self.view.set_zoom(value)

    def _previous(self) -> None:
        self.view.show_page(self.view.page() - 1)

    def _next(self) -> None:
        self.view.show_page(self.view.page() + 1)


def _next(percent: int, *, up: bool) -> int:
    steps = sorted({25, 35, *_ZOOMS, 300, 400})
    if up:
        return next((step for step in steps if step > percent), steps[-1])
    return next((step for step in reversed(steps) if step < percent), steps[0])


def _notice(missing: tuple[tuple[str, str], ...], *, short: bool) -> QLabel:
    """Return the line that says which faces are missing and what stands in for them.

    A `short` one tells how many, and the rest to the mouse and to screen readers.
    """
    pairs = "，".join([f"“{face}”用“{family}”代替" for face, family in missing])
    whole = f"本机缺少规定的字体：{pairs}。DOCX 文件里写的仍是规定的字体。"
    brief = f"本机缺少 {len(missing)} 种规定的字体，这里用别的字体代替；DOCX 文件里不变。"
    made = QLabel(brief if short else whole)
    made.setToolTip(whole if short else "")
    made.setAccessibleDescription(whole)
    made.setProperty("role", "banner")
    made.setWordWrap(True)
    return made
