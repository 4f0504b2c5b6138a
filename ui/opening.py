"""How a window gets its document: the start page, recent files, recovery, a second text beside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app import journal
from app.document.model import Document
from ui.beside import Beside
from ui.dialogs.ask import Option
from ui.editor.editor import Editor
from ui.recent import titles

if TYPE_CHECKING:
    from ui.start.page import StartPage
    from ui.window import Window

_SCROLL_BAR = 16  # pixels


class Opening(QObject):
    """Shows the start page of one window and opens what is chosen there."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._start: StartPage | None = None
        self._told: set[str] = set()
        self._alone = (True, True, 100)  # panels and zoom before a text stood beside

    def show_start_page(self) -> None:
        """Show the new-document page in place of the text."""
        window = self._window
        if self._start is None:
            self._start = self._make_start_page()
        self._show_kinds(self._start)
        self._start.show_recent(window.workplace.memory.recent)
        self._start.show_recovered(window.workplace.orphans())
        window.following.show_frame(shown=False)
        window.pages.setCurrentWidget(self._start)
        window.setWindowTitle("文衡")
        self._start.search.setFocus()

    def _make_start_page(self) -> StartPage:
        from ui.start.page import StartPage

        window = self._window
        page = StartPage(window.workplace.colors, window.workplace.folders.data / "kinds")
        page.kind_chosen.connect(self._create)
        page.blank_wished.connect(self.create_blank)
        page.open_wished.connect(window.files.open)
        page.path_chosen.connect(window.files.open_file)
        page.recovery_chosen.connect(window.files.recover)
        page.discard_wished.connect(self._discard)
        window.pages.addWidget(page)
        return page

    def _show_kinds(self, page: StartPage) -> None:
        """List the kinds anew, and tell once of each template of the user's that is broken."""
        from app import kinds

        workplace = self._window.workplace
        own = workplace.folders.data / "kinds"
        page.show_kinds(kinds.listing(own), workplace.memory.fields)
        faults = [fault for fault in broken_templates(own) if fault not in self._told]
        if faults:
            self._told.update(faults)
            page.banner.tell("\n".join([*faults, f"改好后重新打开本页即可使用。文件夹：{own}"]))

    def tell(self, text: str, action: str, run: Callable[[], object]) -> None:
        """Tell something on the page that is shown, with one action."""
        window = self._window
        here = self._start is not None and window.pages.currentWidget() is self._start
        banner = self._start.banner if here and self._start is not None else window.banner
        banner.tell(text, action, run)

    def offer_recovery(self) -> None:
        """Say that an earlier run left something unsaved, where it did."""
        copies = self._window.workplace.orphans()
        if copies:
            text = f"上次有 {len(copies)} 份文稿没有保存，内容还在。"
            self._window.banner.tell(text, "查看", self._window.files.show_recovered)

    def _create(self, kind: str, variant: str, fields: dict[str, str]) -> None:
        from app import kinds

        window = self._window
        loaded = kinds.load(kind, window.workplace.folders.data / "kinds")
        kept = {f.name: fields[f.name] for f in loaded.fields if f.keep and f.name in fields}
        remembered = {**dict(window.workplace.memory.fields), **kept}
        window.workplace.remember(fields=tuple(remembered.items()))
        document = kinds.draft(loaded, fields, variant or None)
        window.show_document(document, f"新{loaded.name}")
        window.come_forward()
        window.writing.next_slot(1)

    def create_blank(self) -> None:
        """Begin an empty text."""
        self._window.show_document(Document(), "新文稿", unsaved=False)
        self._window.come_forward()

    def _discard(self, copy: journal.Copy) -> None:
        from app import counts

        length = counts.of_document(copy.document).words
        options = [Option("drop", "不要了"), Option("keep", "留着", default=True)]
        text = f"“{copy.name}”没有保存的 {length} 字会删除，不能恢复。"
        window = self._window
        if window.workplace.ask.choose(window, "不要这份文稿了？", text, options) != "drop":
            return
        journal.discard(copy)
        if self._start is not None:
            self._start.show_recovered(self._window.workplace.orphans())

    def show_beside(self, path: Path) -> None:
        """Show another document beside the text, to read while writing."""
        from app import formats
        from app.errors import AppError

        window = self._window
        try:
            opened = formats.open_file(path)
        except AppError as error:
            window.workplace.ask.tell_error(window, error)
            return
        beside = Editor()
        beside.load(opened.document)
        beside.setReadOnly(True)
        self._put_beside(beside, f"对照：{path.name}")
        window.say(f"右边是“{path.name}”，只供对照。")

    def split(self, on: bool) -> None:  # noqa: FBT001  the state of the action
        """Show another place of the same text beside it, or only one."""
        self.close_beside()
        if on:
            self._put_beside(Editor(bridge=self._window.editor.bridge), "同一文稿的另一处")
            self._window.commands_by_id["split-same"].setChecked(True)

    def _put_beside(self, editor: Editor, name: str) -> None:
        self.close_beside()
        window = self._window
        self._alone = (not window.left.isHidden(), not window.right.isHidden(), window.zoom)
        beside = Beside(editor, name, window.workplace.colors)
        beside.closed.connect(self.close_beside)
        window.split.addWidget(beside)
        window.following.dress(editor)
        editor.set_zoom(window.zoom)
        editor.zoomed.connect(window.set_zoom)
        window.following.hear(editor)
        editor.keys.shifts.foreseen = window.editor.keys.shifts.foreseen
        self._share_room()

    def _share_room(self) -> None:
        """Put the panels at the right away and both pages as small as half the room asks."""
        from ui.commands.view import fit_page

        window = self._window
        if window.narrow.on:
            window.left.hide()
            window.right.hide()
        taken = [dock.width() for dock in (window.left, window.right) if not dock.isHidden()]
        if self._half(sum(taken)) >= window.editor.page.width:
            return
        window.right.hide()
        room = self._half(0 if window.left.isHidden() else window.left.width())
        if room < window.editor.page.width:
            fit_page(window, room)

    def _half(self, taken: int) -> int:
        """Return the room of one of two pages where panels take some of the width."""
        return (self._window.width() - taken) // 2 - _SCROLL_BAR

    def close_beside(self) -> None:
        """Show the text alone."""
        window = self._window
        before = window.split.widget(1)
        if before is not None:
            before.setParent(None)
            before.deleteLater()
            left, right, zoom = self._alone
            window.left.setVisible(left)
            window.right.setVisible(right)
            window.set_zoom(zoom)
        window.commands_by_id["split-same"].setChecked(False)
        window.editor.setFocus()

    def show_recent(self) -> None:
        """List the recent files in the menu and on the start page."""
        window = self._window
        menu = window.menus["最近打开"]
        menu.clear()
        recent = window.workplace.memory.recent
        for name, title in zip(recent, titles(recent), strict=True):
            action = menu.addAction(title.replace("&", "&&"))  # a lone one marks a letter
            action.setToolTip(name)
            action.setData(name)
            action.triggered.connect(self._open_recent)
        menu.setEnabled(bool(recent))
        if self._start is not None:
            self._start.show_recent(recent)

    def _open_recent(self) -> None:
        action = self.sender()
        self._window.files.open_file(Path(action.data()))  # type: ignore[attr-defined]  # a QAction


def broken_templates(own: Path) -> tuple[str, ...]:
    """Return what is wrong with the user's own templates, one message a file."""
    from app import kinds

    found: list[str] = []
    for path in sorted(own.glob("*.toml")):
        try:
            kinds.read_file(path)
        except kinds.BrokenKind as error:
            found.append(str(error))
    return tuple(found)
