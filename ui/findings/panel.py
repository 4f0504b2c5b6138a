"""The list of findings: counts, filter, reason, one-click mending, putting aside."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.document.model import Document
from ui import theme
from ui.commands.aside import IGNORE, ways_to_ignore
from ui.findings.look import FindingsLook
from ui.findings.model import FindingsModel, Group, by_place, by_rule, mends_offered, moved
from ui.findings.view import FindingsView
from ui.findings.words import ALL_HIDDEN, IN_TABLE, escaped, health, short
from ui.theme import Theme

if TYPE_CHECKING:
    from app.checks import Finding, Fix

_MANY = 120  # findings above which a group starts folded
_SEVERITIES = (("error", "差错"), ("warning", "存疑"), ("hint", "提示"))
_LOW = 340  # pixels of height in which not all of the panel has room


class FindingsPanel(QWidget):
    """Shows findings and wishes for what the user wants done with them."""

    chosen = Signal(object)  # Finding: go there
    advanced = Signal(object)  # Finding: a key or what was done in the panel has led to it
    fix_wished = Signal(object, object)  # Finding, Fix
    fix_all_wished = Signal(str)  # the rule's id
    ignore_wished = Signal(object, str)  # Finding; one of the keys of IGNORE
    menu_wished = Signal(object, QPoint)  # Finding; where on the screen
    undo_wished = Signal()  # of what was put aside last
    explain_wished = Signal(str)
    date_wished = Signal()  # another date for what depends on it

    def __init__(self, colors: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._colors = colors
        self._findings: tuple[Finding, ...] = ()
        self._starts: tuple[tuple[int, str], ...] = ()
        self._folded: set[str] = set()
        self.model = FindingsModel(self)
        self.view = FindingsView(self)
        self._look = FindingsLook(colors, self.view)
        self._set_view()
        self.filters = {name: self._filter_button(title) for name, title in _SEVERITIES}
        self.order = QComboBox(self)
        self.order.addItems(["按类别", "按位置"])
        self.order.setMinimumWidth(92)
        self.order.setAccessibleName("排列方式")
        self.order.currentIndexChanged.connect(self._refresh)
        self._about = QWidget(self)
        self._health = QLabel("", self)
        self._health.setObjectName("health")
        self._health.setProperty("role", "muted")
        self._health.setWordWrap(True)
        self._health.setContentsMargins(12, 0, 12, 4)
        self._health.setToolTip("差错和存疑合计，按每千字计")
        self._dated = ("", "")
        self.date = QPushButton("", self)
        self.date.setProperty("link", "true")
        self.date.clicked.connect(self.date_wished)
        self.date.setVisible(False)
        self.state = QLabel("", self, wordWrap=True)
        self.state.setProperty("role", "muted")
        self.state.setContentsMargins(12, 12, 12, 12)
        self.card = QFrame(self)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build_card()
        self.undo_strip = QFrame(self)
        self._build_undo_strip()
        self._place()
        self.set_theme(colors)
        self.say("正在检查…")

    def _set_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(self._look)
        view.clicked.connect(self._clicked)
        view.activated.connect(self._clicked)
        view.stepped.connect(self._stepped)
        view.collapsed.connect(self._fold)
        view.expanded.connect(self._unfold)
        view.selectionModel().currentChanged.connect(self._show_card)
        view.customContextMenuRequested.connect(self._wish_menu)

    def _filter_button(self, title: str) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setChecked(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setText("0")
        button.setAccessibleName(f"显示{title}")
        button.setToolTip(f"显示或隐藏{title}")
        button.toggled.connect(self._refresh)
        return button

    def _build_card(self) -> None:
        self._reason = QLabel(self.card)
        self._reason.setWordWrap(True)
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fix_button = QPushButton(self.card)
        self.fix_button.setProperty("primary", "true")
        self.fix_button.clicked.connect(self._fix)
        self.ignore_button = QPushButton("忽略", self.card)
        menu = QMenu(self.ignore_button)
        for key, title in IGNORE:
            menu.addAction(title).setData(key)
        menu.triggered.connect(self._ignore)
        self.ignore_button.setMenu(menu)
        self.explain_button = QPushButton("说明", self.card)
        self.explain_button.clicked.connect(self._explain)
        self.all_button = QPushButton(self.card)
        self.all_button.setProperty("link", "true")
        self.all_button.clicked.connect(self._fix_all)
        others = QHBoxLayout()
        others.setSpacing(8)
        others.addWidget(self.ignore_button)
        others.addWidget(self.explain_button)
        others.addStretch()
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.fix_button)
        self._buttons.addLayout(others)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._reason)
        column.addLayout(self._buttons)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.setObjectName("card")
        self.card.setVisible(False)

    def _build_undo_strip(self) -> None:
        self._said = QLabel(self.undo_strip)
        self._said.setWordWrap(True)
        self.undo_button = QPushButton("撤销", self.undo_strip)
        self.undo_button.clicked.connect(self.undo_wished)
        row = QHBoxLayout(self.undo_strip)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self._said, 1)
        row.addWidget(self.undo_button)
        self.undo_strip.setVisible(False)

    def offer_undo(self, said: str) -> None:
        """Say what was put aside, with a button to take it back; "" takes the offer away."""
        self._said.setText(said)
        self.undo_strip.setVisible(bool(said))

    def _place(self) -> None:
        self._head = head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 8)
        head.setSpacing(2)
        for button in self.filters.values():
            head.addWidget(button)
        head.addStretch()
        head.addWidget(self.order)
        line = QFrame(self)
        line.setProperty("role", "line")
        below = QHBoxLayout()
        below.setContentsMargins(7, 0, 12, 4)  # in line with the health, for a link has room inside
        below.addWidget(self.date)
        below.addStretch()
        about = QVBoxLayout(self._about)
        about.setContentsMargins(0, 0, 0, 0)
        about.setSpacing(0)
        about.addWidget(self._health)
        about.addLayout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._about)
        column.addWidget(self.state)
        column.addWidget(self.view, 1)
        column.addWidget(line)
        column.addWidget(self.undo_strip)
        column.addWidget(self.card)

    def least_width(self) -> int:
        """Return the width below which the filters and the order are cut."""
        return self._head.minimumSize().width() + theme.grown(16)  # for counts of two digits

    def set_theme(self, colors: Theme) -> None:
        """Draw in other colours."""
        self._colors = self._look.colors = colors
        for name, button in self.filters.items():
            button.setIcon(theme.icon(name, getattr(colors, name)))
            button.setIconSize(QSize(1, 1) * min(theme.grown(16), 22))
        self.view.viewport().update()

    def say(self, text: str) -> None:
        """Show a line in place of the list: nothing was found, or the checks are running."""
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def show_findings(
        self,
        document: Document,
        findings: Sequence[Finding],
        starts: Sequence[tuple[int, str]] = (),
    ) -> None:
        """Show the findings of a document; `starts` are its top sections as (block, title)."""
        self.model.document, self._findings = document, tuple(findings)
        self._starts = tuple(starts)
        counted = Counter(str(one.severity) for one in findings)
        for name, title in _SEVERITIES:
            self.filters[name].setText(str(counted[name]))
            self.filters[name].setToolTip(f"{title} {counted[name]} 处，点一下显示或隐藏")
        self.say("" if findings else "没有发现问题。")
        self._refresh(anew=True)

    def show_health(self, words: int) -> None:
        """Say how many of the findings there are in a thousand of the words of their document."""
        counted = Counter(str(one.severity) for one in self._findings)
        self._health.setText(health(words, counted["error"], counted["warning"]))
        self._give_room()

    def show_date(self, day: dt.date, teller: str) -> None:
        """Show by which date formulations are judged, and what tells it."""
        from app.checks.dates import judging

        self._dated = judging(day, teller), f"（{teller}）"
        self._tell_date()
        self.date.setToolTip("文稿日期决定哪些提法已经更新、哪些还没有提出。点一下可以改。")
        self.date.setVisible(True)

    def _tell_date(self) -> None:
        """Show the date with what tells it, where both have room."""
        date, teller = self._dated
        wide = self.date.fontMetrics().horizontalAdvance(date + teller)
        self.date.setText(date + teller if wide + theme.grown(24) <= self.width() else date)

    def visible(self) -> tuple[Finding, ...]:
        """Return the findings that the filter lets through, in the order of the text."""
        shown = {name for name, button in self.filters.items() if button.isChecked()}
        return tuple(one for one in self._findings if one.severity in shown)

    def current(self) -> Finding | None:
        """Return the finding selected in the list."""
        return self.model.finding(self.view.currentIndex())

    def select(self, finding: Finding) -> None:
        """Select a finding in the list without going there."""
        index = self.model.find(finding)
        if index.isValid():
            self.view.expand(index.parent())
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
            QTimer.singleShot(0, self, self._see_selected)  # once the card has taken its room

    def _see_selected(self) -> None:
        self.view.scrollTo(self.view.currentIndex())

    def _refresh(self, *_: object, anew: bool = False) -> None:
        """Show what the filter lets through; `anew` where the text was checked again."""
        kept, shown = self.current(), self.visible()
        by_kind = self.order.currentIndex() == 0
        groups = by_rule(shown) if by_kind else by_place(shown, self._starts)
        if groups != self.model.groups:
            self._show_groups(groups, kept, anew=anew)
        self.view.viewport().update()  # the words around them may be others
        if self._findings and not shown:
            self.say(ALL_HIDDEN)
        elif self.state.text() == ALL_HIDDEN:
            self.say("")
        self._show_card()

    def _show_groups(self, groups: tuple[Group, ...], kept: Finding | None, *, anew: bool) -> None:
        """Show other groups; the chosen one stays, or once mended makes way for the next one."""
        seen = self.view.verticalScrollBar().value()
        at, before = self.view.currentIndex(), self.model.groups
        self.view.collapsed.disconnect(self._fold)
        self.model.update(groups)
        for row, group in enumerate(groups):
            folded = group.key in self._folded or len(group.findings) > _MANY
            self.view.setExpanded(self.model.index(row, 0), not folded)
        self.view.collapsed.connect(self._fold)
        found = moved(kept, before, groups) if kept else None
        if found is not None:
            self.view.setCurrentIndex(self.model.find(found))
        self.view.doItemsLayout()
        self.view.verticalScrollBar().setValue(seen)
        gone = anew and kept is not None and found is None
        if gone and self.isAncestorOf(self.window().focusWidget() or self.window()):
            following = self.model.following(before, at)
            if following is not None:
                self.select(following)
                self.advanced.emit(following)

    def _fold(self, index: QModelIndex) -> None:
        if self.model.finding(index) is None:
            self._folded.add(self.model.groups[index.row()].key)

    def _unfold(self, index: QModelIndex) -> None:
        if self.model.finding(index) is None:  # the key * unfolds findings too
            self._folded.discard(self.model.groups[index.row()].key)

    def _clicked(self, index: QModelIndex) -> None:
        if (finding := self.model.finding(index)) is not None:
            self.chosen.emit(finding)

    def _stepped(self, index: QModelIndex) -> None:
        if (finding := self.model.finding(index)) is not None:
            self.advanced.emit(finding)

    def _wish_menu(self, place: QPoint) -> None:
        if (finding := self.model.finding(self.view.indexAt(place))) is not None:
            self.menu_wished.emit(finding, self.view.viewport().mapToGlobal(place))

    def _show_card(self, *_: object) -> None:
        finding = self.current()
        self.card.setVisible(finding is not None)
        if finding is None:
            self._give_room()
            return
        block = self.model.document.blocks[finding.span.block]
        said = finding.message if block.object is None else f"{finding.message}\n{IN_TABLE}。"
        self._reason.setText(f"<b>{finding.severity.label}</b>  {escaped(said)}")
        fix: Fix | None = finding.fixes[0] if finding.fixes else None
        self.fix_button.setVisible(fix is not None)
        self.fix_button.setText(short(fix.title) if fix else "")
        self.fix_button.setToolTip(fix.title if fix else "")
        self._set_buttons()
        self.all_button.setText(mends_offered(finding, self._findings))
        self._give_room()
        ways = dict(ways_to_ignore(finding))
        for action in self.ignore_button.menu().actions():
            action.setVisible(action.data() in ways)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons whole."""
        super().resizeEvent(event)
        self._set_buttons()
        self._give_room()
        self._tell_date()

    def _give_room(self) -> None:
        """Leave out what is not about the chosen finding where list and finding need the room."""
        low = not self.card.isHidden() and self.height() < theme.grown(_LOW)
        self._health.setHidden(low or not self._health.text())
        self.all_button.setHidden(low or not self.all_button.text())

    def _set_buttons(self) -> None:
        """Put the buttons of the card in one row, or in two where that is too long."""
        shown = [self.ignore_button, self.explain_button]
        if not self.fix_button.isHidden():
            shown.append(self.fix_button)
        needed = sum(button.sizeHint().width() + 8 for button in shown) + 16
        way = QBoxLayout.Direction
        self._buttons.setDirection(way.TopToBottom if needed > self.width() else way.LeftToRight)

    def _fix(self) -> None:
        if (finding := self.current()) is not None and finding.fixes:
            self.fix_wished.emit(finding, finding.fixes[0])

    def _fix_all(self) -> None:
        if (finding := self.current()) is not None:
            self.fix_all_wished.emit(finding.check)

    def _ignore(self, action: object) -> None:
        finding = self.current()
        if finding is not None:
            self.ignore_wished.emit(finding, action.data())  # type: ignore[attr-defined]  # QAction

    def _explain(self) -> None:
        finding = self.current()
        if finding is not None:
            self.explain_wished.emit(finding.check)
