"""What the common formulations do in a window: put in, keep, edit, delete, bring in and out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from app.document.edits import TextEdit
from app.document.model import Block, Run
from app.errors import AppError
from ui.editor.paste import put
from ui.editor.writing import slot_spans
from ui.menus import Call
from ui.snippets.found import Here

if TYPE_CHECKING:
    from app.snippets import Expansion, Snippet
    from ui.snippets.call import SnippetCall
    from ui.window import Window

_OF_PANEL = ("new-snippet", "harvest-snippets", "", "import-snippets", "export-snippets", "",
             "restore-snippet")  # fmt: skip


class SnippetCommands(QObject):
    """The menu 插入/常用表述 and what the panel wishes for."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._call: SnippetCall | None = None

    def here(self) -> Here:
        """Return where the caret stands, and the day the document is of."""
        from app.checks.dates import decided
        from app.snippets import place_at

        document = self._window.session.document()
        return Here(place_at(document, self._window.editor.caret().block), decided(document)[0])

    # Putting in.

    def call(self) -> None:
        """Open the search at the caret."""
        from ui.snippets.call import SnippetCall

        window = self._window
        if self._call is None:
            self._call = SnippetCall(window.editor, window.workplace)
            self._call.insert_wished.connect(self.insert)
            self._call.left.connect(window.editor.setFocus)
        self._call.open(self.here())

    def insert(self, snippet: Snippet, stay: bool = False) -> None:  # noqa: FBT001, FBT002  a signal brings it
        """Put a snippet in at the caret as one undo step, and remember that it was used.

        Slots of fields that the document has are filled; the first that is left is selected.
        """
        window, editor = self._window, self._window.editor
        cursor = editor.textCursor()
        if editor.isReadOnly() or editor.keys.guarded(cursor):
            return
        place = self.here().place
        text = snippet.text
        for name, value in window.session.details.fields:
            text = text.replace(f"【{name}】", value) if value else text
        blocks = [Block((Run(line),) if line else ()) for line in text.split("\n")]
        first, offset = editor.bridge.place(cursor.selectionStart())
        stretch = cursor.selectionStart(), cursor.selectionEnd()
        end = put(editor.bridge, stretch, blocks, recognize=True)
        cursor.setPosition(end)
        open_ = [(n, *span) for n, block in enumerate(blocks) for span in slot_spans(block)]
        if open_:
            number, start, end = open_[0]
            before = 0 if number else offset
            cursor = editor.bridge.select(first + number, before + start, before + end)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
        window.workplace.stock.used(snippet, place)
        if not stay:
            editor.setFocus()

    def expand(self) -> None:
        """Put the members in place of the abbreviation at the caret, such as “四个意识”."""
        caret = self._window.editor.caret()
        text = self._window.editor.bridge.block(caret.block).text
        found = self._expander().expansions(text, caret.start, self.here().day)
        self._replace(
            caret.block, found, "光标处没有能展开的简称。把光标放进“四个意识”这样的简称里再试。"
        )

    def contract(self) -> None:
        """Put the abbreviation in place of its members in the paragraph of the caret."""
        caret = self._window.editor.caret()
        text = self._window.editor.bridge.block(caret.block).text
        found = self._expander().contractions(text, self.here().day)
        at_caret = [one for one in found if one.start <= caret.end and caret.start <= one.end]
        self._replace(
            caret.block,
            at_caret or found[:1],
            "这一段里没有能收成简称的完整表述（各项须按顺序列全）。",
        )

    def _expander(self):  # noqa: ANN202  the type is imported with the snippets
        from app.snippets import Expander

        return Expander(self._window.workplace.library.abbreviations())

    def _replace(self, block: int, found: list[Expansion], otherwise: str) -> None:
        window = self._window
        distinct = list({one.text: one for one in found}.values())
        if not distinct:
            window.say(otherwise)
        elif len(distinct) == 1:
            self._put(block, distinct[0])
        else:
            menu = QMenu(window)
            for one in distinct:
                menu.addAction(one.text).triggered.connect(Call(self._put, block, one))
            menu.aboutToHide.connect(menu.deleteLater)
            place = window.editor.cursorRect().bottomLeft()
            menu.popup(window.editor.viewport().mapToGlobal(place))

    def _put(self, block: int, one: Expansion) -> None:
        editor = self._window.editor
        editor.apply([TextEdit(block, one.start, one.end, one.text)])
        end = one.start + len(one.text)
        editor.setTextCursor(editor.bridge.select(block, end, end))

    # Own snippets.

    def save_selection(self) -> None:
        """Keep the selection, or else the sentence of the caret, as a snippet."""
        from ui.editor.writing import sentence

        window = self._window
        stretches = window.editor.selected_stretches() or [sentence(window.editor)]
        lines = [window.editor.bridge.block(s.block).text[s.start : s.end] for s in stretches]
        text = "\n".join(lines).strip()
        if text:
            self._edit_dialog(self._blank(text), proposing=True)
        else:
            window.say("先选中要存的文字，再存为常用表述。")

    def new(self) -> None:
        """Write a new snippet."""
        self._edit_dialog(self._blank(""), proposing=False)

    def edit(self, snippet: Snippet) -> None:
        """Change a snippet; one that is not the user's own is copied first."""
        own = self._window.workplace.library.own([snippet.id])
        copy = replace(snippet, id="", since=None, until=None, successor="")
        self._edit_dialog(snippet if own else copy, proposing=False)

    def delete(self, snippet: Snippet) -> None:
        """Delete an own snippet; the panel offers to take that back."""
        found: list[Snippet | None] = []
        stock = self._window.workplace.stock
        if self._attempt(lambda: found.append(stock.delete(snippet.id))) and found[0] is not None:
            self._changed()
            self._window.snippets.tell(f"已删除“{_named(snippet)}”。", undo=True)

    def restore(self) -> None:
        """Bring back what was deleted last."""
        found: list[Snippet | None] = []
        stock = self._window.workplace.stock
        if not self._attempt(lambda: found.append(stock.restore())):
            return
        if found[0] is None:
            self._window.say("没有删除过的常用表述。")
            return
        self._changed()
        self._window.snippets.told.hide()
        self._window.say(f"已恢复“{_named(found[0])}”。")

    def favourite(self, snippet: Snippet, on: bool) -> None:  # noqa: FBT001  a signal brings it
        """Make a snippet a favourite or not."""
        if self._attempt(lambda: self._window.workplace.library.favourite(snippet.id, on)):
            self._changed()

    def import_asked(self) -> None:
        """Bring in the snippets of a file."""
        from ui.dialogs.snippet_import import FORMATS, ImportDialog

        window = self._window
        path = window.workplace.ask.open_one(window, "导入常用表述", FORMATS)
        if path is None:
            return
        dialog = ImportDialog(path, window.workplace.stock, window)
        dialog.taken.connect(self._imported)
        dialog.failed.connect(self._tell_error)
        dialog.read()

    def export_asked(self) -> None:
        """Write the own snippets to a file."""
        from ui.dialogs.snippet_import import export

        window = self._window
        self._attempt(lambda: export(window.workplace, window))

    def harvest_asked(self) -> None:
        """Propose what comes back in the documents of a folder."""
        from ui.dialogs.snippet_harvest import HarvestDialog

        window = self._window
        folder = window.workplace.ask.folder(window, "选择存放旧文稿的文件夹")
        if folder is not None:
            dialog = HarvestDialog(folder, window.workplace.stock, window)
            dialog.kept.connect(self._imported)
            dialog.failed.connect(self._tell_error)
            dialog.open()
            dialog.read()

    # Menus.

    def show_menu(self, place: QPoint, snippet: Snippet | None) -> None:
        """Show what can be done with a snippet, or with all of them for None."""
        window = self._window
        menu = QMenu(window)
        if snippet is None:
            for name in _OF_PANEL:
                menu.addAction(window.commands_by_id[name]) if name else menu.addSeparator()
        else:
            library = window.workplace.library
            liked = snippet.id in library.habits().favourites
            own = library.own([snippet.id])
            for title, run in (
                ("插入", Call(self.insert, snippet)),
                ("复制文字", Call(self._copy, snippet)),
                ("取消收藏" if liked else "收藏", Call(self.favourite, snippet, not liked)),
                ("编辑…" if own else "另存为自己的…", Call(self.edit, snippet)),
            ):
                menu.addAction(title).triggered.connect(run)
            if own:
                menu.addAction("删除").triggered.connect(Call(self.delete, snippet))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _copy(self, snippet: Snippet) -> None:
        QGuiApplication.clipboard().setText(snippet.text)

    # Inside.

    def _blank(self, text: str) -> Snippet:
        from app.snippets import Place, Snippet

        place = self.here().place or Place.ANY
        return Snippet("", text, "我的表述", place=place if text else Place.ANY)

    def _edit_dialog(self, snippet: Snippet, *, proposing: bool) -> None:
        from ui.dialogs.snippet_edit import SnippetDialog

        window = self._window
        paths = [path for one in window.workplace.library.categories() for path in one.paths()]
        dialog = SnippetDialog(snippet, paths, window, proposing=proposing)
        dialog.kept.connect(self._keep)
        dialog.open()

    def _keep(self, snippet: Snippet) -> None:
        if self._attempt(lambda: self._window.workplace.stock.keep([snippet])):
            self._changed()
            self._window.say(f"已存入“{snippet.category}”。")

    def _imported(self, words: str) -> None:
        self._changed()
        self._window.say(words)
        self._window.snippets.tell(words)

    def _changed(self) -> None:
        self._window.workplace.stock.changed.emit()

    def _attempt(self, run: Callable[[], object]) -> bool:
        """Do something with the store; tell the user where it cannot be done."""
        try:
            run()
        except AppError as error:
            self._tell_error(error)
            return False
        return True

    def _tell_error(self, error: AppError) -> None:
        from app.snippets.damage import DamagedStore

        if isinstance(error, DamagedStore):
            self._window.workplace.stock.mend()
        self._window.workplace.ask.tell_error(self._window, error)


def _named(snippet: Snippet) -> str:
    return snippet.title or snippet.text[:16]
