"""One document's window: places the panels, connects them, and is the only one to know them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QSplitter,
    QStackedLayout,
    QStackedWidget,
    QTabWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from app import journal
from app.document.model import Document, Span
from ui import actions, menus, theme
from ui.banner import Banner
from ui.details_view import DetailsView
from ui.dialogs.frame import room_for
from ui.editor.editor import Editor
from ui.findings.checking import Checking
from ui.findings.panel import FindingsPanel
from ui.findings.pointing import Pointing
from ui.following import Following
from ui.made_later import made_later
from ui.marks_shown import MarksShown
from ui.menus import Later
from ui.narrow import Narrow
from ui.opening import Opening
from ui.outline.panel import OutlinePanel
from ui.role_box import RoleBox
from ui.session import Session
from ui.status import StatusLine
from ui.trail import Trail

if TYPE_CHECKING:
    from app.checks import Finding
    from app.formats import Opened
    from app.snippets import Snippet
    from ui.commands.alone import AloneCommands
    from ui.commands.checks import CheckCommands
    from ui.commands.delivery import DeliveryCommands
    from ui.commands.drawn import DrawnCommands
    from ui.commands.files import FileCommands
    from ui.commands.format import FormatCommands
    from ui.commands.help import HelpCommands
    from ui.commands.kinds import KindCommands
    from ui.commands.numbers import NumberCommands
    from ui.commands.places import PlaceCommands
    from ui.commands.printing import PrintCommands
    from ui.commands.review import ReviewCommands
    from ui.commands.snippets import SnippetCommands
    from ui.commands.tree import TreeCommands
    from ui.commands.versions import VersionCommands
    from ui.commands.view import ViewCommands
    from ui.commands.writing import WritingCommands
    from ui.editor.find_bar import FindBar
    from ui.fields_panel import FieldsPanel
    from ui.printing.typeset import Pages
    from ui.snippets.panel import SnippetPanel
    from ui.workplace import Workplace

_LEAST = QSize(600, 400)  # half of a small screen


class Window(QMainWindow):
    """The window of one document. What the actions do is in `files`, `format`, `tree` and so on."""

    files: FileCommands = made_later("ui.commands.files", "FileCommands")
    printing: PrintCommands = made_later("ui.commands.printing", "PrintCommands")
    format: FormatCommands = made_later("ui.commands.format", "FormatCommands")
    tree: TreeCommands = made_later("ui.commands.tree", "TreeCommands")
    numbers: NumberCommands = made_later("ui.commands.numbers", "NumberCommands")
    drawn: DrawnCommands = made_later("ui.commands.drawn", "DrawnCommands")
    checks: CheckCommands = made_later("ui.commands.checks", "CheckCommands")
    writing: WritingCommands = made_later("ui.commands.writing", "WritingCommands")
    view: ViewCommands = made_later("ui.commands.view", "ViewCommands")
    alone: AloneCommands = made_later("ui.commands.alone", "AloneCommands")
    help: HelpCommands = made_later("ui.commands.help", "HelpCommands")
    versions: VersionCommands = made_later("ui.commands.versions", "VersionCommands")
    places: PlaceCommands = made_later("ui.commands.places", "PlaceCommands")
    kinds: KindCommands = made_later("ui.commands.kinds", "KindCommands")
    delivery: DeliveryCommands = made_later("ui.commands.delivery", "DeliveryCommands")
    review: ReviewCommands = made_later("ui.commands.review", "ReviewCommands")
    phrases: SnippetCommands = made_later("ui.commands.snippets", "SnippetCommands")
    fields: FieldsPanel = made_later("ui.fields_panel", "placed")

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self.blank = True
        self.shown_findings: tuple[Finding, ...] = ()
        self.zoom = workplace.settings.zoom  # the size of the text on the screen in percent
        self.setWindowIcon(theme.mark())
        self.setMinimumSize(_LEAST.boundedTo(room_for(self)))
        self.setAcceptDrops(True)
        self.editor = Editor()
        self.session = Session(self.editor, workplace.folders, workplace.settings, self)
        own_kinds = workplace.folders.data / "kinds"
        self.checking = Checking(self.editor, self.session.document, self, own_kinds)
        self.opening = Opening(self)
        self._place()
        self._make_actions()
        self.details = DetailsView(self)
        self.narrow = Narrow(self)
        self.trail = Trail(self)
        self.following = Following(self)
        MarksShown(self.editor, self.commands_by_id)
        Pointing(self.editor, self.findings)
        self.show_document(Document(), "新文稿", unsaved=False)
        self.blank = True
        self.editor.setFocus()

    # Building.

    def _place(self) -> None:
        colors = self.workplace.colors
        self.outline = OutlinePanel(colors)
        self.findings = FindingsPanel(colors)
        self._shelf = QWidget()  # where the snippets are put when they are first looked at
        self.form = QWidget()  # where the fields are put once the text has been painted
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("检查与素材")
        self.tabs.setMinimumHeight(120)  # no panel cuts off another that needs less height
        self.tabs.addTab(self.findings, "问题")
        self.tabs.addTab(self._shelf, "常用表述")
        self.tabs.addTab(self.form, "要素")
        self.left = self._dock("提纲", self.outline, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.right = self._dock("检查与素材", self.tabs, Qt.DockWidgetArea.RightDockWidgetArea)
        self.resizeDocks([self.left, self.right], [296, 312], Qt.Orientation.Horizontal)
        self.banner = Banner(colors)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.editor)
        self.split.setChildrenCollapsible(False)
        page = QWidget()
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.banner)
        self.column.addWidget(self.split, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(page)
        self.setCentralWidget(self.pages)
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self.editor.setFrameShape(Editor.Shape.NoFrame)

    def _dock(self, title: str, content: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(title)
        dock.setTitleBarWidget(QWidget(dock))
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setWidget(content)
        content.setMinimumWidth(220)
        self.addDockWidget(area, dock)
        return dock

    def _make_actions(self) -> None:
        self.commands = actions.commands()
        self.commands_by_id = menus.build(self, self.commands)
        self.addActions(list(self.commands_by_id.values()))
        self.menus = menus.fill_menus(self.menuBar(), self.commands, self.commands_by_id)
        recent = self.menus["文件"].addMenu("最近打开")
        self.menus["文件"].insertMenu(self.commands_by_id["save"], recent)
        self.menus["最近打开"] = recent
        self.toolbar = QToolBar("工具栏", self)
        self.toolbar.setObjectName("toolbar")
        self.toolbar.setMovable(False)
        self.toolbar.setIconSize(QSize(20, 20))
        self.roles = RoleBox(self.toolbar)
        self.toolbar.addWidget(self.roles)
        self.toolbar.addSeparator()
        menus.fill_toolbar(self.toolbar, self.commands, self.commands_by_id)
        self.addToolBar(self.toolbar)

    # What is made when it is first used.

    @cached_property
    def snippets(self) -> SnippetPanel:
        """The common formulations."""
        from ui.snippets.panel import SnippetPanel

        panel = SnippetPanel(self.workplace, self.phrases.here)
        QStackedLayout(self._shelf).addWidget(panel)  # as low as its room, whatever it asks for
        self.following.connect_snippets(panel)
        return panel

    @cached_property
    def find_bar(self) -> FindBar:
        """The bar for finding and replacing, below the text."""
        from ui.editor.find_bar import FindBar

        bar = FindBar(self.editor, _words)
        self.column.addWidget(bar)
        return bar

    # What scripts and the commands use.

    def open_path(
        self, path: Path, *, read_only: bool = False, opened: Opened | None = None
    ) -> tuple[str, ...]:
        """Open a file here and return notes on what it does not show. Raises AppError.

        `opened` is what it was read as already.
        """
        notes = self.session.open(Path(path), read_only=read_only, opened=opened)
        self.workplace.remember_file(Path(path))
        self.following.opened()
        return notes

    def show_document(self, document: Document, name: str, *, unsaved: bool = True) -> None:
        """Show a document that has no file."""
        self.session.start(document, name, unsaved=unsaved)
        self.following.opened()

    def show_recovered(self, copy: journal.Copy) -> None:
        """Show a recovery copy."""
        self.session.recover(copy)
        self.following.opened()
        self.banner.tell(
            "这是上次没有保存的内容，请核对后保存。", "保存", Later(self, "files.save")
        )
        self.come_forward()

    def save_as(self, path: Path) -> tuple[str, ...]:
        """Save under a name and stay with it; return what the file leaves out. Raises AppError."""
        notes = self.session.save(Path(path))
        self.workplace.remember_file(Path(path))
        return notes

    def export_pdf(self, path: Path) -> Pages:
        """Write the PDF of the printed pages and return them. Raises AppError."""
        from app.formats import NATIONAL, objects, printed
        from ui.printing.pdf import write_pdf

        document, shown = self.session.document(), objects(self.session.origin)
        document = printed(document, self.session.origin)
        return write_pdf(document, document.details.layout or NATIONAL, Path(path), shown)

    def renumber(self) -> None:
        """Number the whole document anew."""
        self.numbers.renumber()

    def insert_snippet(self, snippet: Snippet) -> None:
        """Put a snippet in at the caret and remember that it was used."""
        self.phrases.insert(snippet)

    def wait_for_checks(self, timeout_ms: int = 60_000) -> bool:
        """Let events run until the present text is checked; False when time ran out."""
        self.refresh_outline()
        checked = self.checking.wait(timeout_ms)
        self.following.settle()
        return checked

    def say(self, text: str) -> None:
        """Show a passing message in the status bar."""
        self.status.showMessage(text, 8000)

    def run_command(self, name: str) -> None:
        """Run an action by its id, as if chosen in a menu."""
        self.commands_by_id[name].trigger()

    def set_zoom(self, percent: int) -> None:
        """Show the text at a size."""
        self.editor.set_zoom(percent)
        self.zoom = self.editor.page.zoom
        for beside in self.split.findChildren(Editor):
            if beside is not self.editor:
                beside.set_zoom(self.zoom)
        self.status.zoom.setText(f"{self.zoom}%")

    def set_kind(self, kind: str) -> None:
        """Give the document a kind, "" for none."""
        self.session.set_details(replace(self.session.details, kind=kind or None))

    def set_field(self, name: str, value: str) -> None:
        """Fill a field in, in the details and in every slot of its name: one undo step."""
        self.set_fields({name: value})

    def set_fields(self, values: Mapping[str, str]) -> None:
        """Fill several fields in at once."""
        from app import kinds

        document, kind = self.session.document(), self.kinds.kind
        edits = kinds.put_fields(kind, document, values)
        self.session.set_details(kinds.refilled(kind, document, values))
        self.editor.apply(edits)

    def come_forward(self) -> None:
        """Show this window in front of the others."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.editor.setFocus()

    def go_to_end_of(self, block: int) -> None:
        """Put the caret at the end of a paragraph."""
        end = len(self.editor.snapshot().blocks[block])
        self.editor.show_span(Span(block, end, end))
        self.editor.setFocus()

    def refresh_outline(self) -> None:
        """Bring the tree up to date now."""
        self.following.structure.refresh()

    def show_start_page(self) -> None:
        """Show the new-document page in place of the text."""
        self.opening.show_start_page()

    # What Qt calls.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape what stands about the text, where nothing else takes the key."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif "find_bar" in vars(self) and not self.find_bar.isHidden():
            self.find_bar.close_bar()
        elif not self.alone.leave():
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, then let go of everything."""
        if self.session.writing or not self.files.may_close():
            event.ignore()
            return
        if "delivery" in vars(self):
            self.delivery.stop()
        self.following.stop()
        self.workplace.closed(self)
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged in."""
        from ui.editor.dropping import offer_files

        offer_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open files that were dropped."""
        from ui.editor.dropping import take_dropped

        take_dropped(self.editor, event)


def _words(text: str) -> list[tuple[int, int]]:
    """Return the words of a text; the dictionary is read when the first one is asked for."""
    from app.checks.language.words import cut

    return cut(text)
