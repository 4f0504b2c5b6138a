"""Tracked changes and comments of an opened file: listed, gone through, accepted, refused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.document.model import Span
from app.docx import review
from app.docx.asides import Aside, AsideKind
from app.docx.marked import is_marked
from app.docx.revisions import MARK, Change, Revision
from app.formats import DocxOrigin
from ui.editor.revision_marks import Mark
from ui.revisions_panel import Listed, RevisionsPanel

if TYPE_CHECKING:
    from ui.window import Window

TITLE = "修订"
_PAUSE = 250  # milliseconds of quiet before list and marks follow the text
_CHANGES = {
    Change.INSERTED: ("插入", "accent"),
    Change.DELETED: ("删除", "error"),
    Change.MOVED: ("移动", "hint"),
    Change.FORMAT: ("格式", "warning"),
}
_ASIDES = {
    AsideKind.COMMENT: ("批注", "good"),
    AsideKind.REPLY: ("回复", "good"),
    AsideKind.FOOTNOTE: ("脚注", "muted"),
    AsideKind.ENDNOTE: ("尾注", "muted"),
    AsideKind.BOX: ("文本框", "muted"),
}
_WHEN = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)")
_TIP = 200  # characters of a tip


class ReviewCommands(QObject):
    """The panel 修订批注 of one window and what its buttons and actions do."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._begin(None)
        self.panel = RevisionsPanel(window.workplace.colors)
        self.panel.hide()
        self.panel.chosen.connect(self.go)
        self.panel.decided.connect(self._decide)
        self.panel.all_decided.connect(self.decide_all)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.follow)
        window.editor.edited.connect(self._wait)
        window.editor.bridge.replaced.connect(self.opened)
        window.workplace.settings_changed.connect(self._use)

    def opened(self) -> None:
        """Another document is shown."""
        self._begin(None)
        self._timer.start(0)

    def _begin(self, package: bytes | None) -> None:
        """Begin with a package of which nothing is known yet, None for no package."""
        self._package = package
        self._is_marked = package is not None and is_marked(package)
        self._decided: frozenset[str] | None = None  # of which the review is known
        self._review = review.Review()

    def follow(self) -> None:
        """Bring list and marks up to date now."""
        self._timer.stop()
        window = self._window
        if window.editor.composing:
            self._wait()
            return
        origin = window.session.origin
        package = origin.package if isinstance(origin, DocxOrigin) else None
        if package is not self._package:
            self._begin(package)
        document = window.session.document()
        if package is not None and self._is_marked:
            decided = review.decisions(document)
            if decided != self._decided:
                self._decided = decided
                self._review = review.review(package, decided)
        spans = [one.span for one in (*self._review.revisions, *self._review.asides)]
        self._show(review.located(self._review, document, spans) if spans else [])

    def go(self, entry: Listed) -> None:
        """Show where an entry stands in the text."""
        window = self._window
        if entry.span is None:
            window.say("这一处所在的文字已经删去了。")
            return
        window.editor.show_span(entry.span)
        if not self.panel.list.hasFocus():
            window.editor.setFocus()

    def to_panel(self) -> None:
        """Go to the list."""
        if not self.panel.entries():
            self._window.say("这份文稿没有修订和批注。")
            return
        self._window.right.setVisible(True)
        self._window.tabs.setCurrentWidget(self.panel)
        self.panel.list.setFocus()

    def step(self, forward: int) -> None:
        """Go to the next entry behind the caret (1) or before it (-1), round at the end."""
        window = self._window
        placed = [one for one in self.panel.entries() if one.span is not None]
        if not placed:
            window.say("这份文稿没有修订和批注。")
            return
        at = window.editor.caret()
        here = (at.block, at.start)
        current = self.panel.current()
        places = [_place(one.span) for one in placed]
        if current in placed and places[placed.index(current)] == here:
            number = placed.index(current) + forward
        elif forward > 0:
            number = sum(place <= here for place in places)
        else:
            number = sum(place < here for place in places) - 1
        entry = placed[number % len(placed)]
        self.panel.select(entry)
        self.go(entry)

    def decide_here(self, accept: bool) -> None:  # noqa: FBT001  the value of the action
        """Accept or refuse the change at the caret, or the one selected in the list."""
        entry = self._here()
        if entry is None:
            self._window.say("光标处没有修订。按 Ctrl+F7 到下一处。")
        else:
            self._decide(entry.keys, accept)

    def decide_all(self, accept: bool) -> None:  # noqa: FBT001  the value of the action
        """Accept or refuse every change, as one undo step."""
        self.follow()
        keys = [key for one in self._review.revisions for key in one.keys]
        if not keys:
            self._window.say("这份文稿没有修订。")
            return
        self._put(keys, accepted=accept, count=len(self._review.revisions))

    def _here(self) -> Listed | None:
        current = self.panel.current()
        if current is not None and current.keys and self.panel.list.hasFocus():
            return current
        caret = self._window.editor.caret()
        held = [
            one
            for one in self.panel.entries()
            if one.keys and one.span is not None and one.span.block == caret.block
            if one.span.start <= caret.start <= one.span.end
        ]
        return current if current in held else next(iter(held), None)

    def _decide(self, keys: Sequence[str], accepted: bool) -> None:  # noqa: FBT001  a signal brings it
        self.follow()
        self._put(keys, accepted=accepted, count=1)

    def _put(self, keys: Sequence[str], *, accepted: bool, count: int) -> None:
        window = self._window
        if self._package is None:
            return
        document = window.session.document()
        window.editor.apply(review.decide(self._package, document, keys, accept=accepted))
        self.follow()
        done = "接受" if accepted else "拒绝"
        window.say(f"已{done} {count} 处修订。按 Ctrl+Z 撤销。")

    def _wait(self) -> None:
        if self._review.blocks or self._package is None:
            self._timer.start(_PAUSE)

    def _use(self) -> None:
        self.panel.set_theme(self._window.workplace.colors)

    def _show(self, spans: Sequence[Span | None]) -> None:
        window, found = self._window, self._review
        count = len(found.revisions)
        listed = [_revision(one, at) for one, at in zip(found.revisions, spans, strict=False)]
        listed += [_aside(one, at) for one, at in zip(found.asides, spans[count:], strict=True)]
        listed.sort(key=lambda entry: _place(entry.span))
        self.panel.show_entries(listed, _summary(found))
        marks = [_mark(one, at) for one, at in zip(found.revisions, spans, strict=False) if at]
        for aside, at in zip(found.asides, spans[count:], strict=True):
            if at and aside.kind is AsideKind.COMMENT:
                marks.append(Mark(at, "comment", f"批注 {aside.author}：{aside.text}"[:_TIP]))
        window.editor.underlines.set_revisions(marks)
        tab = window.tabs.indexOf(self.panel)
        if listed and tab < 0:
            tab = window.tabs.addTab(self.panel, TITLE)
        elif not listed and tab >= 0:
            window.tabs.removeTab(tab)
            return
        if listed:
            open_ = count + sum(one.kind is AsideKind.COMMENT for one in found.asides)
            window.tabs.setTabText(tab, f"{TITLE} {open_}" if open_ else TITLE)


def _revision(found: Revision, at: Span | None) -> Listed:
    name, color = _CHANGES[found.change]
    struck = found.change is Change.DELETED
    text = found.text or ("字体、段落等格式有改动" if found.change is Change.FORMAT else "")
    text = "（在这里分段）" if text == MARK else text.replace(MARK, "")
    return Listed(_title(name, found.author, found.date), text, at, found.keys, struck, color)


def _aside(found: Aside, at: Span | None) -> Listed:
    name, color = _ASIDES[found.kind]
    name = f"{name}（已解决）" if found.done else name
    return Listed(_title(name, found.author, found.date), found.text, at, color=color)


def _mark(found: Revision, at: Span) -> Mark:
    name, _ = _CHANGES[found.change]
    look = "inserted" if found.change is Change.MOVED else str(found.change)
    tip = f"{_title(name, found.author, found.date)}：{found.text}"[:_TIP].rstrip("：")
    return Mark(at, look, tip)


def _title(name: str, author: str, date: str) -> str:
    when = _WHEN.match(date)
    day = f"{when[1]}年{int(when[2])}月{int(when[3])}日 {when[4]}" if when else ""
    return " · ".join(filter(None, (name, author, day)))


def _summary(found: review.Review) -> str:
    counts = Counter([_ASIDES[one.kind][0] for one in found.asides])
    parts = [f"修订 {len(found.revisions)} 处"] if found.revisions else []
    parts += [f"{name} {count} 条" for name, count in counts.items()]
    kept = "没有处理的修订，保存时原样保留。" if found.revisions else "保存时原样保留。"
    return f"{'，'.join(parts)}。{kept}" if parts else ""


def _place(span: Span | None) -> tuple[int, int]:
    return (1 << 30, 0) if span is None else (span.block, span.start)
