"""The bar below the text for finding and replacing, with all hits shown in the text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from app.document.model import Span
from ui import theme
from ui.editor.editor import Editor
from ui.editor.replace_preview import ReplacePreview
from ui.editor.search import (
    BadPattern,
    Hit,
    Query,
    Words,
    find,
    only_empty,
    replaced,
    replacement,
    section,
)

_EVERYWHERE, _SECTION, _SELECTION = "全文", "本节", "选定内容"
_WAIT = 150  # milliseconds after a key before the text is searched


class FindBar(QWidget):
    """Finds in one editor; hidden until `open` is called."""

    closed = Signal()

    def __init__(self, editor: Editor, words: Words, parent: QWidget | None = None) -> None:
        """`words` cuts a text into words, for searching whole words."""
        super().__init__(parent)
        self._editor = editor
        self._words = words
        self._hits: list[Hit] = []
        self._nothing = ""  # what is said where there is no hit
        self._fault = ""  # what is wrong with the pattern looked for
        self._within: list[Span] = []  # the selection at the time the search was limited to it
        self._preview: ReplacePreview | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.search)
        self._build()
        editor.edited.connect(self._text_changed)
        editor.caret_moved.connect(self._tell)
        self.hide()

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar, looking for what is selected; a selection of several paragraphs limits."""
        stretches = self._editor.selected_stretches()
        if len(stretches) == 1 and stretches[0].end - stretches[0].start <= 60:
            self.wanted.setText(self._editor.snapshot().slice(stretches[0]))
        elif len(stretches) > 1:
            self._within = stretches
            self.scope.setCurrentText(_SELECTION)
        self._replacing(replacing)
        self.show()
        self.wanted.setFocus()
        self.wanted.selectAll()
        self.search()

    def close_bar(self) -> None:
        """Hide the bar and the marks and go back to the text."""
        self._timer.stop()
        self._editor.underlines.set_hits(())
        self._hits = []
        self.scope.setCurrentText(_EVERYWHERE)
        self.hide()
        self._editor.setFocus()
        self.closed.emit()

    @property
    def query(self) -> Query:
        """What the bar asks for."""
        return Query(
            self.wanted.text(),
            regex=self.regex.isChecked(),
            loose=self.loose.isChecked(),
            case=self.case.isChecked(),
            whole_word=self.whole_word.isChecked(),
        )

    def search(self) -> None:
        """Look through the text anew and mark all hits."""
        self._timer.stop()
        text, query = self._editor.snapshot(), self.query
        try:
            self._hits = find(text, query, self._where(), words=self._words)
            empty = not self._hits and only_empty(text, query)
            self._nothing, self._fault = "只找到空的位置" if empty else "没有找到", ""
        except BadPattern as error:
            self._hits, self._fault = [], str(error)
        self._show_hits()

    def next(self) -> None:
        """Go to the next hit after the caret, from the last to the first."""
        self._go(1)

    def previous(self) -> None:
        """Go to the hit before the caret, from the first to the last."""
        self._go(-1)

    def replace(self) -> None:
        """Replace the hit that is selected and go on; where none is, go to the next."""
        self._fresh()
        current = self._current()
        if current is None or self._object(current):
            self.next()
            return
        by = self._replaced(current)
        if by is None:
            return
        self._editor.apply(replacement([current], self.query, self.by.text()))
        span = current.span
        self._editor.show_span(Span(span.block, span.start + len(by), span.start + len(by)))
        self.search()
        self.next()

    def replace_all(self) -> None:
        """Replace every hit as one undo step and say how many there were."""
        self._fresh()
        hits = [hit for hit in self._hits if not self._object(hit)]
        self._replace(hits)

    def preview(self) -> None:
        """Show every replacement before it is made, each to be left out."""
        self._fresh()
        hits = [hit for hit in self._hits if not self._object(hit)]
        if not hits or self._replaced(hits[0]) is None:
            return
        texts = [replaced(hit, self.query, self.by.text()) for hit in hits]
        self._preview = ReplacePreview(self._editor.snapshot(), hits, texts, self.window())
        self._preview.accepted_hits.connect(self._replace)
        self._preview.shown_hit.connect(self._show)
        self._preview.show()

    def _build(self) -> None:
        self.wanted, self.by = QLineEdit(), QLineEdit()
        self.wanted.setPlaceholderText("查找内容")
        self.by.setPlaceholderText("替换为")
        for line in (self.wanted, self.by):
            line.setMinimumWidth(theme.grown(150))
        self.count, self.fault = QLabel(), QLabel()
        self.fault.setWordWrap(True)
        self.fault.setProperty("wrong", True)  # noqa: FBT003  Qt's own signature
        self.fault.hide()
        self.scope = QComboBox()
        self.scope.addItems([_EVERYWHERE, _SECTION, _SELECTION])
        self.case = _switch("Aa", "区分大小写")
        self.loose = _switch("宽松", "忽略全角半角、标点和空格")
        self.whole_word = _switch("整词", "只找完整的词")
        self.regex = _switch("正则", "按正则表达式查找，替换内容中 \\1 表示第一个括号")
        self._close = _button("×", "关闭（Esc）", self.close_bar)
        back = _button("↑", "上一处（Shift+回车）", self.previous)
        onward = _button("↓", "下一处（回车）", self.next)
        replacers = [
            _button("替换", "替换这一处", self.replace),
            _button("全部替换", "一次替换全部，可一步撤销", self.replace_all),
            _button("预览…", "替换前逐处查看", self.preview),
        ]
        self.more = _button("替换…", "显示或收起替换", self._toggle_replacing)
        switches = [self.case, self.loose, self.whole_word, self.regex]
        self._first = _row([*switches, self.scope, back, onward, self.more])
        self._second = _row(replacers)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 6, 12, 6)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 4)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(self.fault, 4, 0, 1, 4)
        self._arrange(tight=False)
        for widget, name in ((self.wanted, "查找内容"), (self.by, "替换为"), (self.scope, "范围")):
            widget.setAccessibleName(name)
        self.wanted.textChanged.connect(self._timer.start)
        self.scope.currentTextChanged.connect(self._scope_changed)
        for switch in switches:
            switch.toggled.connect(self.search)
        for edit in (self.wanted, self.by):
            edit.installEventFilter(self)
        order = [self.wanted, self.by, *replacers, *switches, self.scope, back, onward, self.more]
        for one, following in pairwise([*order, self._close]):
            QWidget.setTabOrder(one, following)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the fields where both have no room in one line."""
        super().resizeEvent(event)
        tight = event.size().width() < self._first.sizeHint().width() + theme.grown(310)
        if tight != self._tight:
            self._arrange(tight=tight)

    def _arrange(self, *, tight: bool) -> None:
        """Put everything into its place, on twice as many lines where it is tight."""
        self._tight = tight
        lines = 2 if tight else 1
        self._grid.addWidget(self.wanted, 0, 0)
        self._grid.addWidget(self.count, 0, 2)
        self._grid.addWidget(self._close, 0, 3)
        self._grid.addWidget(self.by, lines, 0)
        for row, buttons in ((0, self._first), (lines, self._second)):
            if tight:
                self._grid.addWidget(buttons, row + 1, 0, 1, 4)
            else:
                self._grid.addWidget(buttons, row, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give Enter, Shift+Enter and Esc their meaning in both fields."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._entered(watched, shifted=bool(event.modifiers() & _SHIFT))
                return True
        return super().eventFilter(watched, event)

    def _entered(self, watched: QObject, *, shifted: bool) -> None:
        if self._timer.isActive():
            self.search()
        if watched is self.by:
            self.replace()
        elif shifted:
            self.previous()
        else:
            self.next()

    def _toggle_replacing(self) -> None:
        self._replacing(not self.by.isVisibleTo(self))

    def _replacing(self, on: bool) -> None:  # noqa: FBT001  one switch, its name says it
        for widget in (self.by, self._second):
            widget.setVisible(on)
        self.more.setText("收起替换" if on else "替换…")

    def _scope_changed(self, scope: str) -> None:
        if scope == _SELECTION and self._editor.selected_stretches():
            self._within = self._editor.selected_stretches()
        self.search()

    def _where(self) -> Sequence[Span] | None:
        scope = self.scope.currentText()
        if scope == _SECTION:
            return section(self._editor.snapshot(), self._editor.caret().block)
        blocks = self._editor.snapshot().blocks
        if scope == _SELECTION:
            return [s for s in self._within if s.block < len(blocks)] or None
        return None

    def _text_changed(self) -> None:
        if self.isVisible() and not self._fault:  # a slow pattern is not tried at every pause
            self._timer.start()

    def _fresh(self) -> None:
        if self._timer.isActive():
            self.search()

    def _show_hits(self) -> None:
        current = self._current()
        self._editor.underlines.set_hits(
            [hit.span for hit in self._hits], current.span if current else None
        )
        self._tell()

    def _tell(self) -> None:
        if self.isHidden():
            return
        if not self.wanted.text():
            self._say("")
        elif not self._hits:
            self._say("" if self._fault else self._nothing, wrong=True, fault=self._fault)
        else:
            current = self._current()
            at = f"第 {self._hits.index(current) + 1} 处，" if current else ""
            self._say(f"{at}共 {len(self._hits)} 处")

    def _say(self, text: str, *, wrong: bool = False, fault: str = "") -> None:
        """Tell how many hits there are, and in a line of its own what is wrong with a pattern."""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        self.count.setText(text)
        self.count.setProperty("wrong", wrong)
        self.count.style().polish(self.count)

    def _current(self) -> Hit | None:
        caret = self._editor.caret()
        return next((hit for hit in self._hits if hit.span == caret), None)

    def _go(self, way: int) -> None:
        self._fresh()
        if not self._hits:
            self._tell()
            return
        caret = self._editor.caret()
        here = (caret.block, caret.start, caret.end)
        places = [(h.span.block, h.span.start, h.span.end) for h in self._hits]
        if way > 0:
            at = next((n for n, place in enumerate(places) if place > here), 0)
        else:
            before = [n for n, place in enumerate(places) if place < here]
            at = before[-1] if before else len(places) - 1
        self._show(self._hits[at])

    def _show(self, hit: Hit) -> None:
        self._editor.show_span(hit.span)
        self._show_hits()

    def _object(self, hit: Hit) -> bool:
        return self._editor.bridge.block(hit.span.block).object is not None

    def _replaced(self, hit: Hit) -> str | None:
        try:
            return replaced(hit, self.query, self.by.text())
        except BadPattern as error:
            self._say("", fault=str(error))
            return None

    def _replace(self, hits: Sequence[Hit]) -> None:
        if not hits or self._replaced(hits[0]) is None:
            return
        self._editor.apply(replacement(hits, self.query, self.by.text()))
        self.search()
        self._say(f"已替换 {len(hits)} 处")


_SHIFT = Qt.KeyboardModifier.ShiftModifier


def _button(text: str, tip: str, do: object) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setAutoRaise(True)
    button.clicked.connect(do)
    return button


def _switch(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setCheckable(True)
    button.setAutoRaise(True)
    return button


def _row(widgets: Sequence[QWidget]) -> QWidget:
    """Return the widgets side by side, at the left."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return made
