"""Kind, fields and layout of the open document, shown wherever they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from app.formats import NATIONAL, DocxOrigin
from ui.after_paint import AfterPaint
from ui.editor.completion import Completion, Offered
from ui.snippets.stock import Learning

if TYPE_CHECKING:
    from ui.window import Window

_KEPT = "", "原文件版式"  # what an opened file has until another is chosen


class DetailsView(QObject):
    """Follows the details of one window's document, a moment after they changed.

    Templates and layouts are read then, so that the first paint does not wait for them.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._listed = False
        self._completion: Completion | None = None
        self._own = window.workplace.folders.data / "kinds"
        self._timer = AfterPaint(window.editor.viewport(), self)
        self._timer.timeout.connect(self._show)
        self._guess_wanted = False
        window.session.details_changed.connect(self._timer.start)
        window.status.layout_wished.connect(self.choose_layout)

    def opened(self) -> None:
        """Another document is shown: guess its kind where it tells none."""
        session = self._window.session
        self._guess_wanted = session.details.kind is None and session.path is not None
        self._timer.wait()

    def stop(self) -> None:
        """The window closes."""
        self._timer.stop()

    def refresh(self) -> None:
        """Show now what waits to be shown."""
        if self._timer.isActive():
            self._timer.stop()
            self._show()

    def _show(self) -> None:
        from app import kinds
        from app.docx import layout

        window, session = self._window, self._window.session
        if self._guess_wanted:
            self._guess_wanted = False
            guessed = kinds.guess(session.document(), self._own)
            if guessed is not None and session.details.kind is None:
                session.assume_kind(guessed)
        if not self._listed:
            self._listed = True
            stock = window.workplace.stock
            self._completion = Completion(window.editor, self.offers)
            self._completion.accepted.connect(stock.took)
            self._completion.refused.connect(stock.refuse)
            Learning(window.session, window.editor.bridge, stock)
            stock.warm_up()
            window.fields.set_kinds(kinds.listing(self._own))
        kind = window.kinds.kind
        window.fields.show_details(session.details, kind)
        window.status.show_kind(kind.name if kind else "")
        names = dict(layout.listing())
        own = isinstance(session.origin, DocxOrigin)  # a text file has no layout
        kept = _KEPT[1] if own else names.get(NATIONAL, "")
        window.status.show_layout(names.get(session.details.layout or "", kept))

    def offers(self, before: str) -> Sequence[Offered]:
        """Return the phrases that may go on from the text before the caret.

        None where they are unwished, nor in the value of a slot: Tab goes on to the next one there.
        """
        place = self._window.workplace
        if not place.settings.completion or self._window.kinds.filling:
            return ()
        return place.stock.offers(before)

    def choose_layout(self) -> None:
        """Offer the layouts above their name in the status line, at its edge where that is away."""
        from app.docx import layout
        from ui.commands.layout import renew, standing

        window = self._window
        renew(window)
        menu = QMenu(window)
        own = isinstance(window.session.origin, DocxOrigin)
        chosen = standing(window.session) or ""
        for name, title in (*layout.listing(), *((_KEPT,) if own else ())):
            action = menu.addAction(title)
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name == chosen)
            if name == chosen:
                menu.setActiveAction(action)
        for fault in layout.faults():
            menu.addAction(fault).setEnabled(False)
        menu.addSeparator()
        menu.addAction("本单位的版式…")
        menu.triggered.connect(self._take_layout)
        menu.aboutToHide.connect(menu.deleteLater)
        height = menu.sizeHint().height()
        shown = window.status.layout_name
        below = shown if shown.isVisible() else window.status
        menu.popup(below.mapToGlobal(QPoint(0, -height)))

    def _take_layout(self, action: object) -> None:
        from ui.commands import layout

        chosen = action.data()  # type: ignore[attr-defined]  # a QAction
        if chosen is None:
            layout.show_own(self._window)
        else:
            layout.choose(self._window, chosen or None)
