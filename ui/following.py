"""What a window does by itself when text, caret, findings or settings change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from app.document.model import Document, Span
from app.document.outline import Node
from app.origins import DocxOrigin
from app.settings import Settings
from ui import actions, menus, placement, theme
from ui.after_paint import AfterPaint
from ui.beside import Beside
from ui.details_undo import DetailsUndo
from ui.editor.editor import Editor
from ui.editor.pairs import Helps
from ui.menus import Later
from ui.outline.head import OutlineHead
from ui.outline.structure import Structure
from ui.printed_pages import PrintedPages
from ui.slices import LONG, Slices

if TYPE_CHECKING:
    from app.checks import Finding
    from ui.fields_panel import FieldsPanel
    from ui.snippets.panel import SnippetPanel
    from ui.window import Window

_COUNT_PAUSE = 400
_SOME = 500  # paragraphs counted in a slice
_SAVED = {True: "未保存", False: "已保存"}


class Following(QObject):
    """Keeps the panels of one window true to its text."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.structure = Structure(window)
        self._head = OutlineHead(window)
        self.details_undo = DetailsUndo(window.session, window.editor.bridge, self)
        self.structure.read.connect(self._caret_moved)
        self.structure.moved.connect(window.checking.tell_again)
        self._away: list[QWidget] = []  # what the start page has put away
        self._drawn = False
        self._words = 0  # of the text, when it was last counted
        self._pages = PrintedPages(window)
        self._slices = Slices(self)
        self._count_timer = QTimer(self)
        self._count_timer.setSingleShot(True)
        self._count_timer.setInterval(_COUNT_PAUSE)
        self._count_timer.timeout.connect(self.count_anew)
        self._first_timer = AfterPaint(window.editor.viewport(), self)
        self._first_timer.timeout.connect(self._first_look)
        self._connect()
        self.use(window.workplace.settings)
        self._restore_place()
        window.workplace.recent_changed.connect(window.opening.show_recent)
        window.opening.show_recent()

    def _connect(self) -> None:
        window = self._window
        editor, session = window.editor, window.session
        outline_panel, status = window.outline, window.status
        editor.edited.connect(self._edited)
        editor.caret_moved.connect(self._caret_moved)
        editor.modified_changed.connect(self._show_state)
        editor.zoomed.connect(window.set_zoom)
        self.hear(editor)
        editor.selectionChanged.connect(self._count_timer.start)
        editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        editor.customContextMenuRequested.connect(self._show_text_menu)
        session.changed.connect(self._show_state)
        session.details_changed.connect(window.checking.edited)
        session.recovery_failed.connect(window.say)
        window.checking.found.connect(self._show_findings)
        window.checking.failed.connect(window.say)
        outline_panel.chosen.connect(self._go_to_node)
        outline_panel.left.connect(Later(window, "view.to_editor"))
        outline_panel.wished.connect(window.run_command)
        outline_panel.menu_wished.connect(self._show_tree_menu)
        outline_panel.model.dropped.connect(Later(window, "tree.dropped"))
        outline_panel.model.brought.connect(Later(window, "tree.brought"))
        outline_panel.model.renamed.connect(Later(window, "tree.renamed"))
        window.roles.chosen.connect(Later(window, "format.set_role"))
        window.roles.chosen.connect(Later(window, "view.to_editor"))
        for menu in window.menus.values():
            menu.aboutToShow.connect(self._draw_menus)
        window.tabs.currentChanged.connect(self._tab_shown)
        status.findings_wished.connect(Later(window, "view.to_findings"))
        status.kind_wished.connect(Later(window, "view.to_fields"))
        status.counts_wished.connect(Later(window, "view.show_counts"))
        status.scheme_wished.connect(Later(window, "numbers.ask_scheme"))
        status.zoom_wished.connect(Later(window, "view.zoom", 0))
        window.workplace.settings_changed.connect(self.use)
        self._connect_panels()

    def _connect_panels(self) -> None:
        """Connect what stands at the right."""
        window, findings = self._window, self._window.findings
        findings.chosen.connect(Later(window, "checks.go"))
        findings.fix_wished.connect(Later(window, "checks.fix"))
        findings.fix_all_wished.connect(Later(window, "checks.fix_all_of_rule"))
        findings.ignore_wished.connect(Later(window, "checks.ignore"))
        findings.explain_wished.connect(Later(window, "checks.explain"))
        findings.menu_wished.connect(Later(window, "checks.show_menu"))
        findings.date_wished.connect(Later(window, "checks.ask_date"))
        window.workplace.stock.noted.connect(window.banner.tell)

    def connect_fields(self, panel: FieldsPanel) -> None:
        """Carry out what is wished in the fields, which have just been made."""
        panel.kind_wished.connect(self._window.set_kind)
        panel.field_wished.connect(self._window.set_field)
        panel.slot_chosen.connect(self._go_to_span)

    def connect_snippets(self, panel: SnippetPanel) -> None:
        """Carry out what is wished in the snippets, which have just been made."""
        window = self._window
        panel.insert_wished.connect(Later(window, "phrases.insert"))
        panel.edit_wished.connect(Later(window, "phrases.edit"))
        panel.delete_wished.connect(Later(window, "phrases.delete"))
        panel.restore_wished.connect(Later(window, "phrases.restore"))
        panel.favourite_wished.connect(Later(window, "phrases.favourite"))
        panel.menu_wished.connect(Later(window, "phrases.show_menu"))
        panel.left.connect(Later(window, "view.to_editor"))
        window.workplace.stock.changed.connect(panel.library_changed)

    # The document.

    def opened(self) -> None:
        """Another document is shown."""
        window = self._window
        window.blank = False
        window.pages.setCurrentIndex(0)
        self.show_frame(shown=True)
        window.banner.hide()
        window.outline.forget()
        self.structure.clear()
        self._slices.stop()
        window.shown_findings = ()
        window.findings.show_findings(Document(), ())
        self._words = 0
        window.findings.show_health(self._words)
        window.status.show_counting()
        window.findings.say(window.checking.awaited)
        window.checking.edited()
        self._show_state()
        window.details.opened()
        window.trail.opened()
        self._first_timer.wait()

    def _first_look(self) -> None:
        """Show tree and figures of a document just opened, once its text has been painted."""
        self.structure.follow()
        self.count_anew()
        if isinstance(self._window.session.origin, DocxOrigin):
            self._window.review.opened()

    def stop(self) -> None:
        """The window closes: wait for the workers, let go of file and recovery copy."""
        window = self._window
        window.trail.closing()
        self.structure.stop()
        self._slices.stop()
        self._count_timer.stop()
        self._first_timer.stop()
        window.details.stop()
        window.checking.close()
        window.session.close()
        placement.keep(window)

    def _edited(self) -> None:
        self._window.blank = False
        self._window.session.touch()
        self.structure.edited()
        self._slices.drop("figures")
        self._count_timer.start()
        self._window.checking.edited()

    def _caret_moved(self, *_: object) -> None:
        window = self._window
        if window.editor.composing or self.structure.pending:
            return
        caret = window.editor.caret()
        window.roles.show_role_of(window.editor.bridge.block(caret.block))
        window.outline.follow(caret.block, caret.start)
        self._pages.show_page(caret)

    def settle(self) -> None:
        """Show now what long texts show slice by slice."""
        self._slices.finish()

    def _run(self, name: str, work: Iterator[None]) -> None:
        self._slices.run(name, work, whole=len(self._window.editor.bridge) <= LONG)

    def count_anew(self) -> None:
        """Count words and pages: text, selection or the measures of the layout have changed."""
        self._run("figures", self._figures())

    def _figures(self) -> Iterator[None]:
        from app import counts

        window = self._window
        document = window.session.document()
        whole = counts.Counts()
        for start in range(0, len(document.blocks), _SOME):
            whole += counts.of_document(Document(document.blocks[start : start + _SOME]))
            yield
        self._words = whole.words
        window.status.show_counts(whole, counts.of_texts(self.selected_text()))
        if window.shown_findings:
            window.findings.show_health(self._words)
        yield
        yield from self._pages.counting(document)
        self._pages.show_page(window.editor.caret())

    def selected_text(self) -> tuple[str, ...]:
        """Return the selected stretches of the text, none where nothing is selected."""
        blocks = self._window.editor.snapshot().blocks
        return tuple(
            blocks[span.block].text[span.start : span.end]
            for span in self._window.editor.selected_stretches()
        )

    def _show_findings(self, found: Sequence[Finding]) -> None:
        found = (*found, *self.structure.findings())
        self._window.shown_findings = found
        self._run("findings", self._findings_shown(found))

    def _findings_shown(self, found: tuple[Finding, ...]) -> Iterator[None]:
        from app.checks.dates import decided

        window = self._window
        document = window.session.document()
        if window.workplace.settings.underlines:
            yield from window.editor.underlines.placing(found)
        counted = Counter(str(one.severity) for one in found)
        window.status.show_findings(counted["error"], counted["warning"], counted["hint"])
        window.tabs.setTabText(0, f"问题 {len(found)}" if found else "问题")
        self.structure.show()
        yield
        window.findings.show_findings(document, found, self.structure.starts())
        yield
        window.findings.show_health(self._words)
        yield
        window.findings.show_date(*decided(document))

    def _show_state(self, *_: object) -> None:
        window, session = self._window, self._window.session
        modified = session.modified
        window.setWindowModified(modified)
        only = "（只读）" if session.read_only else ""
        window.setWindowTitle(f"{session.name}{only}[*] — 文衡")
        window.status.show_saved(_SAVED[modified])

    # Going somewhere.

    def _go_to_node(self, node: Node) -> None:
        self._go_to_span(Span(node.block, node.start, node.start))

    def _go_to_span(self, span: Span) -> None:
        self._window.editor.show_span(span)
        if not self._window.outline.view.hasFocus():
            self._window.editor.setFocus()

    def _show_tree_menu(self, place: QPoint) -> None:
        window = self._window
        self._draw_menus()
        menu = QMenu(window)
        group = 2
        for command in window.commands:
            if command.menu != "提纲" or command.group < group:
                continue
            if command.group != group:
                menu.addSeparator()
                group = command.group
            menu.addAction(window.commands_by_id[command.id])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _show_text_menu(self, place: QPoint) -> None:
        from ui.text_menu import text_menu

        window = self._window
        self._draw_menus()
        menu = text_menu(window, place)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(window.editor.viewport().mapToGlobal(place))

    def _tab_shown(self, tab: int) -> None:
        if tab == 1:
            self._window.snippets.fetch()

    # Settings and the frame.

    def use(self, chosen: Settings) -> None:
        """Follow the settings."""
        window, colors = self._window, self._window.workplace.colors
        window.session.use(chosen)
        window.checking.automatic = chosen.checking
        window.checking.chosen = chosen
        window.checking.set_quiet(chosen.quiet)
        window.outline.set_follow(follow=chosen.follow_caret)
        window.outline.set_locked(locked=chosen.lock_tree)
        window.outline.set_theme(colors)
        self._head.paint()
        window.findings.set_theme(colors)
        window.banner.set_theme(colors)
        if "snippets" in vars(window):
            window.snippets.set_theme()
        self._size_frame()
        for editor in window.split.findChildren(Editor):
            self.dress(editor)
        for beside in window.split.findChildren(Beside):
            beside.set_theme(colors)
        window.set_zoom(window.zoom)
        if not chosen.underlines:
            window.editor.set_findings(())
        self._use_shortcuts(chosen)
        self._drawn = False
        shown = [command for command in window.commands if command.toolbar]
        menus.paint_icons(shown, window.commands_by_id, colors)
        window.commands_by_id["lock-tree"].setChecked(chosen.lock_tree)
        window.commands_by_id["dark"].setChecked(colors.name == "dark")
        window.commands_by_id["contrast"].setChecked(colors.name == "contrast")
        window.checking.edited()

    def _size_frame(self) -> None:
        """Give icons and panels room for the size of letters that is chosen."""
        window, icon = self._window, theme.grown(20)
        window.toolbar.setIconSize(QSize(icon, icon))
        least = (220 + theme.grown(220)) // 2
        window.left.widget().setMinimumWidth(least)
        window.right.widget().setMinimumWidth(max(least, window.findings.least_width()))

    def hear(self, editor: Editor) -> None:
        """Say what an editor of this window tells and open the files that are dropped on it.

        They are opened a moment later, when the program they come from has been let go.
        """
        editor.told.connect(self._window.say)
        editor.files_dropped.connect(self._open_files, Qt.ConnectionType.QueuedConnection)

    def _open_files(self, paths: list[str]) -> None:
        self._window.files.open_dropped(paths)

    def _draw_menus(self) -> None:
        """Draw the icons that only menus show, when the first of them opens."""
        if not self._drawn:
            self._drawn = True
            window = self._window
            shown = [command for command in window.commands if not command.toolbar]
            menus.paint_icons(shown, window.commands_by_id, window.workplace.colors)

    def dress(self, editor: Editor) -> None:
        """Give an editor the colours of the theme and the helps that are switched on."""
        chosen = self._window.workplace.settings
        editor.keys.helps = Helps(
            quotes=chosen.quotes, pairs=chosen.pairs, doubled=chosen.doubled, wide=chosen.wide
        )
        editor.keys.shifts.on = chosen.shift_numbers
        editor.set_theme(theme.editor_colors(self._window.workplace.colors))
        editor.viewport().setPalette(editor.palette())  # the style sheet hides the editor's from it

    def _use_shortcuts(self, chosen: Settings) -> None:
        window = self._window
        window.commands = actions.with_shortcuts(actions.commands(), dict(chosen.shortcuts))
        menus.give_keys(window.commands, window.commands_by_id)

    def _restore_place(self) -> None:
        window = self._window
        placement.take_up(window)
        for name, dock in (("show-outline", window.left), ("show-side", window.right)):
            dock.visibilityChanged.connect(self._show_panel_state)
            window.commands_by_id[name].setChecked(not dock.isHidden())

    def _show_panel_state(self, *_: object) -> None:
        window = self._window
        for name, dock in (("show-outline", window.left), ("show-side", window.right)):
            window.commands_by_id[name].setChecked(not dock.isHidden())

    def show_frame(self, *, shown: bool) -> None:
        """Show panels, toolbar and status line as they were, or none of them; actions follow."""
        window = self._window
        parts = (window.left, window.right, window.toolbar, window.status)
        if not shown:
            self._away = self._away or [part for part in parts if not part.isHidden()]
        for part in parts if not shown else self._away:
            part.setVisible(shown)
        if shown:
            self._away = []
        for command in window.commands:
            if command.needs == "document":
                window.commands_by_id[command.id].setEnabled(shown)
