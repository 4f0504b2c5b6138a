"""What leaves and enters beside plain opening and saving: clean copies, conversions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app import files as disk
from app import formats
from app.errors import AppError
from ui.converting import Conversion

if TYPE_CHECKING:
    from ui.window import Window

_DOCX, _DOCM = "Word 文档 (*.docx)", "启用宏的 Word 文档 (*.docm)"
_CLEANED = {
    formats.Cleaning.NAMES: (
        "清除个人信息后另存",
        "（无个人信息）",
        "作者、单位和修订、批注的署名",
    ),
    formats.Cleaning.DETAILS: ("去掉文衡附加信息后另存", "（无附加信息）", "文种、要素等附加信息"),
}


class DeliveryCommands:
    """Clean copies of the document, and files that LibreOffice must turn into DOCX first."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._conversion: Conversion | None = None
        self._path = Path()

    def save_clean(self, cleaning: formats.Cleaning) -> None:
        """Ask for a name and write a copy without what is not to be passed on."""
        window, session = self._window, self._window.session
        title, addition, gone = _CLEANED[cleaning]
        macros = session.path is not None and session.path.suffix.lower() == ".docm"
        proposed = window.files.proposed(".docm" if macros else ".docx", addition)
        kinds = _DOCM if macros else _DOCX
        path = window.workplace.ask.save_file(window, title, proposed, kinds)
        if path is None:
            return
        if path.suffix.lower() not in {".docx", ".docm"}:
            path = Path(f"{path}.docx")
        if session.path is not None and path.absolute() == session.path.absolute():
            text = "正在编辑的文件不会被清除，请换一个文件名。"
            window.workplace.ask.tell(window, "请换一个文件名", text)
            return
        try:
            formats.save_clean(path, session.document(), session.origin, cleaning)
        except AppError as error:
            window.workplace.ask.tell_error(window, error)
        else:
            window.say(f"“{path.name}”已保存，其中去掉了{gone}。")

    def convert(self, path: Path) -> None:
        """Open a file that LibreOffice turns into DOCX, in this window."""
        self._path = path
        self._conversion = Conversion(path, self._window)
        self._conversion.made.connect(self._take)
        self._conversion.failed.connect(self._tell)
        self._conversion.start()

    def read_again(self) -> None:
        """Read an old Word or WPS file once more, through LibreOffice."""
        path = self._window.session.path
        if path is None:
            return
        if self._window.session.modified:  # what was written here stays as it is
            self._window.workplace.new_window().delivery.convert(path)
        else:
            self.convert(path)

    def stop(self) -> None:
        """The window closes: end a conversion that is still running."""
        if self._conversion is not None:
            self._conversion.stop()

    def _take(self, opened: formats.Opened) -> None:
        window, path = self._window, self._path
        try:
            notes = window.open_path(path, opened=opened)
        except disk.FileInUse:
            notes = window.open_path(path, opened=opened, read_only=True)
        window.come_forward()
        window.banner.tell("　".join(notes))

    def _tell(self, error: AppError) -> None:
        window = self._window
        if window.blank:
            window.show_start_page()
            window.come_forward()
        window.workplace.ask.tell_error(window, error)
