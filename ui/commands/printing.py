"""Preview, printer and PDF: the pages in the layout of the document, its tables and pictures."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app import formats
from app.errors import AppError
from ui.dialogs.ask import Option

if TYPE_CHECKING:
    from app.docx.layout import Layout
    from ui.printing.preview import Preview
    from ui.printing.typeset import Pages
    from ui.window import Window


class PrintCommands:
    """What goes to paper or into a PDF."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._asked: Path | None = None  # the file whose layout has been settled
        self._told = False  # which faces are missing, in this window

    def export_pdf_asked(self) -> None:
        """Ask for a name and write the PDF of the printed pages."""
        window = self._window
        if not window.files.settled("导出 PDF") or not self._may_lay_out("导出"):
            return
        proposed = window.files.proposed(".pdf")
        path = window.workplace.ask.save_file(window, "导出 PDF", proposed, "PDF (*.pdf)")
        if path is None:
            return
        try:
            pages = window.export_pdf(path if path.suffix else path.with_suffix(".pdf"))
        except AppError as error:
            window.workplace.ask.tell_error(window, error)
        else:
            window.say(f"已导出“{path.name}”。{self._missing(pages)}")

    def _missing(self, pages: Pages) -> str:
        """Return once which faces of the pages are missing, "" where none is."""
        from ui.printing.faces import stand_ins

        missing = () if self._told else stand_ins(pages.faces())
        self._told = True
        names = "、".join([f"“{face}”" for face, _ in missing])
        return f"本机缺少{names}，PDF 里用了相近的字体。" if names else ""

    def ask_official(self) -> None:
        """Ask for what stands in the head and the version block, and for the seal."""
        from ui.dialogs.official import OfficialDialog

        dialog = OfficialDialog(self._window.session.details, self._window)
        dialog.wished.connect(self._fill)
        dialog.open()

    def _fill(self, values: Mapping[str, str]) -> None:
        from app.docx.official import head

        window = self._window
        window.set_fields(values)
        if self._keeps_own_layout() and head(window.session.details) is not None:
            window.say("这份文稿保留着原文件的版式；换成国标版式保存，版头和版记才写进 DOCX。")

    def preview(self) -> None:
        """Show the pages as they will be printed."""
        self._preview().open()

    def print(self) -> None:
        """Show the pages and ask for the printer."""
        if self._window.files.settled("打印") and self._may_lay_out("打印"):
            preview = self._preview()
            preview.open()
            preview.ask_printer()

    def _may_lay_out(self, wish: str) -> bool:
        """Ask once a file that keeps a layout of its own; True to go on with the national one."""
        window, session = self._window, self._window.session
        if not self._keeps_own_layout() or session.path is None or session.path == self._asked:
            return True
        options = [
            Option("national", f"按国标版式{wish}", default=True),
            Option("open", "用 WPS 或 Word 打开原文件"),
            Option("cancel", "取消"),
        ]
        title = f"“{session.name}”保留着原文件的版式"
        text = (
            f"这里{wish}的页面按国标版式排，原文件不变。"
            f"要照原来的版式{wish}，请在 WPS 或 Word 中进行。"
        )
        chosen = window.workplace.ask.choose(window, title, text, options)
        if chosen == "open":
            self._open_outside(session.path)
        if chosen != "national":
            return False
        self._asked = session.path
        return True

    def _keeps_own_layout(self) -> bool:
        """Tell whether the document is saved in the layout of the file it was opened from."""
        session = self._window.session
        return session.details.layout is None and isinstance(session.origin, formats.DocxOrigin)

    def _open_outside(self, path: Path) -> None:
        """Open the file in the program that the system has for it; it shows what was saved."""
        if self._window.session.modified:
            self._window.say("打开的是上次保存的内容，这里还有没保存的修改。")
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._window.workplace.ask.tell(
                self._window,
                f"没有程序可以打开“{path.name}”",
                f"请在文件管理器中用 WPS 或 Word 打开：{path}",
            )

    def _layout(self) -> Layout:
        """Return the layout of the pages."""
        from app.docx import layout as layouts

        return layouts.load(self._window.session.details.layout or formats.NATIONAL)

    def _preview(self) -> Preview:
        from ui.printing.preview import Preview
        from ui.printing.typeset import pages

        window = self._window
        document = formats.printed(window.session.document(), window.session.origin)
        layout = self._layout()
        shown = pages(document, layout, formats.objects(window.session.origin))
        return Preview(shown, layout, window.session.name, window.workplace.colors, window)
