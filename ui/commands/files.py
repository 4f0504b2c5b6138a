"""Files: new, open, save, close."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app import files as disk
from app import formats, journal
from app.document import wrapping
from app.errors import AppError
from app.formats import OLD, WRITABLE, is_foreign
from app.resources import shipped
from ui.dialogs.ask import Option
from ui.menus import Later

if TYPE_CHECKING:
    from ui.window import Window

_SAMPLE = "工作要点样稿.txt"
_DOCX, _TXT = "Word 文档 (*.docx)", "纯文本 (*.txt)"
_DOCM = "启用宏的 Word 文档，保留宏 (*.docm)"
_BAD = str.maketrans(dict.fromkeys('\\/:*?"<>|\n\t', " "))


class FileCommands:
    """The menu 文件."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._lost: tuple[str, ...] = ()  # what the plain text could not hold when last saved
        self._closing = False

    def new(self) -> None:
        """Show the new-document page, in another window where this one holds a document."""
        window = self._free_window()
        window.come_forward()
        window.show_start_page()

    def open(self) -> None:
        """Ask for files and open each in a window of its own."""
        window = self._window
        last = window.session.path or next(map(Path, window.workplace.memory.recent), None)
        folder = last.parent if last and last.parent.is_dir() else _documents()
        for chosen in window.workplace.ask.open_files(window, folder):
            self.open_file(chosen)

    def open_dropped(self, paths: list[str]) -> None:
        """Open files that were dropped on the window or pasted into it."""
        for path in paths:
            self.open_file(Path(path))

    def open_sample(self) -> None:
        """Show the shipped sample as a draft, to try things on."""
        window = self._free_window()
        document = formats.open_file(shipped("resources") / "samples" / _SAMPLE).document
        window.show_document(document, "样稿", unsaved=False)
        window.come_forward()

    def open_file(self, path: Path) -> None:
        """Open a file here where this window is blank, else in another; tell what is wrong."""
        window = self._window
        known = window.workplace.window_of(path)
        if known is not None:
            known.come_forward()
        elif window.blank:
            self.load(path)
        else:
            other = window.workplace.new_window()
            if not other.files.load(path, asker=window):
                other.close()

    def load(self, path: Path, asker: Window | None = None) -> bool:
        """Open a file in this window; False where it could not be, which the user was told."""
        window, ask = self._window, self._window.workplace.ask
        if is_foreign(path):
            window.delivery.convert(path)
            return True
        try:
            notes = window.open_path(path)
        except disk.FileInUse as error:
            options = [Option("read", "只读打开", default=True), Option("copy", "打开一份副本")]
            chosen = ask.choose(asker or window, *_parts(error), options)
            if chosen is None:
                return False
            return self._load_in_use(path, as_copy=chosen == "copy")
        except AppError as error:
            if not path.exists():
                window.workplace.forget_file(path)
            ask.tell_error(asker or window, error)
            return False
        window.come_forward()
        if path.suffix.lower() in OLD and notes and _is_office_there():
            again = Later(window, "delivery.read_again")
            window.banner.tell("　".join(notes), "用 LibreOffice 读出格式", again)
        elif notes:
            window.banner.tell("　".join(notes))
        else:
            self._offer_whole()
        return True

    def _offer_whole(self) -> None:
        """Offer to join the paragraphs that a PDF or an e-mail has broken into lines."""
        window = self._window
        lines = wrapping.joints(window.session.document().blocks, by_width=True)
        if lines:
            said = f"有 {len(wrapping.paragraphs(lines))} 个段落被拆成了几行，可以合并成整段。"
            window.banner.tell(said, "合并", Later(window, "writing.join_broken"))

    def recover(self, copy: journal.Copy) -> None:
        """Take over a recovery copy, here or in another window."""
        self._free_window().show_recovered(copy)

    def show_recovered(self) -> None:
        """Show what an earlier run could not save, on the start page of another window."""
        window = self._window.workplace.new_window()
        window.come_forward()
        window.show_start_page()

    def save(self) -> bool:
        """Save under the known name, or ask for one; True when the document is saved."""
        window, session = self._window, self._window.session
        if session.path is None or session.read_only or not _is_writable(session.path):
            return self.save_as_asked()
        if formats.is_misnamed(session.path):
            return self.save_as_asked()
        if session.changed_on_disk():
            options = [
                Option("as", "另存为…", default=True),
                Option("over", "仍然覆盖"),
                Option("cancel", "取消"),
            ]
            text = "别的程序在你打开之后改动过它。覆盖会丢掉那些改动，旧版会留一份备份。"
            title = f"“{session.name}”在磁盘上已经变了"
            chosen = window.workplace.ask.choose(window, title, text, options)
            if chosen == "as":
                return self.save_as_asked()
            if chosen != "over":
                return False
        return self._save(session.path)

    def save_as_asked(self) -> bool:
        """Ask for a name and save under it; True when the document is saved."""
        window = self._window
        macros = formats.carries_macros(window.session.origin)
        kinds = ";;".join([_DOCM, _DOCX, _TXT] if macros else [_DOCX, _TXT])
        proposed = self.proposed(".docm" if macros else ".docx")
        path = window.workplace.ask.save_file(window, "另存为", proposed, kinds)
        return path is not None and self._save(_with_suffix(path))

    def save_copy(self) -> None:
        """Ask for a name, write a copy there, and stay with the present file."""
        window = self._window
        path = window.workplace.ask.save_file(
            window, "保存副本", self.proposed(".docx"), f"{_DOCX};;{_TXT}"
        )
        if path is None:
            return
        try:
            notes = window.session.save_copy(_with_suffix(path))
        except AppError as error:
            window.workplace.ask.tell_error(window, error)
        else:
            window.say(f"副本已保存为“{path.name}”。{''.join(notes)}")

    def proposed(self, suffix: str, addition: str = "") -> Path:
        """Return the name to offer for a file made of the document."""
        session = self._window.session
        if session.path is not None:
            return session.path.with_name(f"{session.path.stem}{addition}{suffix}")
        from app.kinds import title

        name = title(session.document()) or session.name
        return _documents() / f"{name.translate(_BAD).strip()[:60]}{addition}{suffix}"

    def quit(self) -> None:
        """Close every window; one that is kept open stops it."""
        self._window.workplace.quit()

    def may_close(self) -> bool:
        """Ask what to do with unsaved changes; True when the window may go."""
        window, session = self._window, self._window.session
        if not session.modified:
            return True
        options = [
            Option("save", "保存", default=True),
            Option("discard", "不保存"),
            Option("cancel", "取消"),
        ]
        title = f"“{session.name}”还没有保存"
        text = "关闭前要保存所作的修改吗？"
        chosen = window.workplace.ask.choose(window, title, text, options)
        if chosen == "save":
            self._closing = True
            try:
                return self.save()
            finally:
                self._closing = False
        return chosen == "discard"

    def settled(self, wish: str) -> bool:
        """Ask what to do with places still to fill before print or export; True to go on."""
        from app.kinds import slots

        window = self._window
        open_slots = slots(window.session.document())
        if not open_slots:
            return True
        names = "、".join(dict.fromkeys(slot.name or "未命名" for slot in open_slots))
        options = [Option("on", f"仍要{wish}"), Option("fill", "先去填写", default=True)]
        title = f"还有 {len(open_slots)} 处没有填写"
        chosen = window.workplace.ask.choose(window, title, names[:120], options)
        if chosen == "fill":
            window.view.to_fields()
        return chosen == "on"

    def _free_window(self) -> Window:
        """Return this window where it is blank, else another."""
        return self._window if self._window.blank else self._window.workplace.new_window()

    def _load_in_use(self, path: Path, *, as_copy: bool) -> bool:
        window = self._window
        try:
            window.open_path(path, read_only=True)
        except AppError as error:
            window.workplace.ask.tell_error(window, error)
            return False
        if as_copy:
            window.show_document(window.session.document(), f"{path.stem}（副本）")
        else:
            window.banner.tell("这份文稿以只读方式打开，修改后请另存为别的文件。")
        return True

    def _save(self, path: Path) -> bool:
        window, ask = self._window, self._window.workplace.ask
        try:
            notes = window.save_as(path)
        except AppError as error:
            options = [Option("as", "另存为…", default=True), Option("cancel", "取消")]
            chosen = ask.choose(window, *_parts(error), options)
            return chosen == "as" and self.save_as_asked()
        window.say(f"已保存“{path.name}”。")
        if path.suffix.lower() != ".txt":
            self._lost = ()
            if notes:
                window.banner.tell("　".join(notes))
            return True
        told, self._lost = self._lost, notes
        return notes == told or self._tell_lost("".join(notes))

    def _tell_lost(self, notes: str) -> bool:
        """Tell what plain text cannot hold, by a question where the window closes at once."""
        window = self._window
        if not notes:
            window.banner.hide()
        elif self._closing:
            options = [Option("docx", "另存为 DOCX…", default=True), Option("keep", "保持纯文本")]
            title = "有些内容存不进纯文本"
            if window.workplace.ask.choose(window, title, notes, options) == "docx":
                return self.save_as_asked()
        else:
            window.banner.tell(notes, "另存为 DOCX…", Later(window, "files.save_as_asked"))
        return True


def _is_office_there() -> bool:
    """Tell whether LibreOffice is installed."""
    from app import office

    return office.program() is not None


def _documents() -> Path:
    from PySide6.QtCore import QStandardPaths

    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()


def _is_writable(path: Path) -> bool:
    return path.suffix.lower() in WRITABLE


def _with_suffix(path: Path) -> Path:
    return path if _is_writable(path) else Path(f"{path}.docx")


def _parts(error: AppError) -> tuple[str, str]:
    title, _, rest = str(error).partition("：")
    return title, rest
