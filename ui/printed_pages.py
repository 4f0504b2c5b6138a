"""The printed pages beside the text: where each begins, tables and pictures as printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app import formats
from app.document.model import Block, Details, Document, Span

if TYPE_CHECKING:
    from app.docx.layout import Layout
    from ui.printing.art import Art
    from ui.printing.paging import Pager, Start
    from ui.window import Window

_SOME = 300  # paragraphs set in a slice


class PrintedPages(QObject):
    """Counts the pages of one window's text and shows in the editor where print will break."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._pager: Pager | None = None
        self._starts: tuple[Start, ...] = ()
        self._art: dict[tuple[str, str, bool | None], Art] = {}
        window.editor.bridge.replaced.connect(self._show_objects)
        window.workplace.settings_changed.connect(self._show_marks)

    def counting(self, document: Document) -> Iterator[None]:
        """Put the text on pages, some paragraphs at a time, and show where they begin."""
        from ui.printing.paging import Pager

        origin = self._window.session.origin
        layout, objects = _layout(document.details), formats.objects(origin)
        document = formats.printed(document, origin)
        pager = self._pager
        if pager is not None and pager.layout is not layout:  # also one of the same name
            self._art.clear()
        if pager is None or pager.layout is not layout or pager.objects is not objects:
            pager = self._pager = Pager(layout, objects, drawn=False)
        while pager.set_some(document, _SOME):
            yield
        yield from pager.putting(document)
        self._starts = pager.begun()
        self._show_marks()

    def show_page(self, caret: Span) -> None:
        """Say in the status bar which page the caret stands on."""
        status = self._window.status
        if not self._starts:  # not counted yet
            status.show_page(1, 1)
            return
        from ui.printing.paging import page_of

        page = page_of(self._starts, caret.block, caret.start)
        status.show_page(page, len(self._starts))

    def _show_marks(self, *_: object) -> None:
        shown = self._window.workplace.settings.page_marks
        marks = self._starts[1:] if shown else ()
        if self._window.editor.bridge.layout.set_marks(marks):
            self._window.editor.viewport().update()

    def _show_objects(self) -> None:
        """Another text is shown: let the editor find its tables and pictures here."""
        self._art.clear()
        self._starts = ()
        bridge = self._window.editor.bridge
        opened = self._window.session.origin is not None  # no plain text: it is not read for this
        if opened and any(block.object for block in bridge.snapshot().blocks):
            bridge.layout.show_objects(self._art_of)

    def _art_of(self, name: str, block: Block) -> Art | None:
        """Return how an object of the opened file is printed, None where nothing is known of it."""
        from ui.printing.art import Art

        objects = formats.objects(self._window.session.origin)
        if name not in objects:
            return None
        layout = _layout(self._window.session.details)
        key = name, layout.id, block.across
        if key not in self._art:
            self._art[key] = Art(block, layout, objects[name])
        return self._art[key]


def _layout(details: Details) -> Layout:
    from app.docx import layout

    return layout.load(details.layout or layout.NATIONAL)
