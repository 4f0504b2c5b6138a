"""What a snippet is: its text with the slots marked, where it belongs, until when it holds."""

from __future__ import annotations

import datetime as dt
import re
from html import escape
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QTextBrowser, QVBoxLayout, QWidget

from ui.theme import Theme

if TYPE_CHECKING:
    from app.snippets import Snippet

_LEAST, _MOST = 40, 160  # pixels of height
_SLOT = re.compile(r"【[^【】\n]*】")


class SnippetPreview(QWidget):
    """Shows one snippet. A formulation out of date names its successor, which is a link."""

    successor_wished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName("预览")
        self.text.document().setDocumentMargin(0)
        self.note = QLabel(self)
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.RichText)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.note.linkActivated.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.text)
        column.addWidget(self.note)

    def show_words(self, words: str) -> None:
        """Show some words in place of a snippet."""
        self.text.clear()
        self.note.setText(escape(words))

    def show_snippet(
        self, snippet: Snippet, day: dt.date | None, successor: Snippet | None, colors: Theme
    ) -> None:
        """Show a snippet as it stands for a document of a day, None where that is unknown."""
        self.text.setHtml(marked(snippet.text, colors))
        self._fit()
        parts = [escape(snippet.category)]
        if snippet.tags:
            parts.append(escape("、".join(snippet.tags)))
        lines = ["　".join(parts)]
        if snippet.since or snippet.until:
            lines.append(_period(snippet))
        if not snippet.valid_on(day):
            late = day is not None and snippet.until is not None and snippet.until < day
            said = "本文稿的日期已不在适用时间内" if late else "本文稿的日期早于适用时间"
            lines.append(f'<span style="color:{colors.warning}">{said}。</span>')
        if successor is not None:
            name = escape(successor.title or successor.text)
            lines.append(f'现用：<a style="color:{colors.accent}" href="next">{name}</a>')
        self.note.setText("<br>".join(lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text breaks into other lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the text the height it needs, within bounds; the list takes the rest."""
        self.text.document().setTextWidth(self.text.viewport().width())
        needed = ceil(self.text.document().size().height()) + 4
        self.text.setFixedHeight(min(max(needed, _LEAST), _MOST))

    def _follow(self, *_: object) -> None:
        self.successor_wished.emit()


def marked(text: str, colors: Theme) -> str:
    """Return a text as HTML, its slots on a coloured ground."""
    style = f"background-color:{colors.chosen}; color:{colors.accent}"
    whole = _SLOT.sub(lambda slot: f'<span style="{style}">{slot[0]}</span>', escape(text))
    return whole.replace("\n", "<br>")


def _period(snippet: Snippet) -> str:
    if snippet.since and snippet.until:
        return f"适用于 {_day(snippet.since)}—{_day(snippet.until)}"
    return f"自{_day(snippet.since)}起" if snippet.since else f"到{_day(snippet.until)}为止"


def _day(day: dt.date | None) -> str:
    return "" if day is None else f"{day.year}年{day.month}月{day.day}日"
