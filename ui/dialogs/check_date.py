"""The date by which the checks judge formulations, where the document's own is not the one."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QIcon, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDateEdit,
    QFormLayout,
    QPushButton,
    QToolButton,
    QWidget,
)

from app.checks.dates import CHOSEN, judging
from ui import theme
from ui.dialogs.frame import Frame


class CheckDateDialog(Frame):
    """Asks for a day. `wished` brings it as 2026年3月5日, "" for that which the document tells."""

    wished = Signal(str)

    def __init__(self, day: dt.date, teller: str, parent: QWidget | None) -> None:
        super().__init__("检查依据的日期", parent, 460)
        self.add_note(
            f"现在{judging(day, teller)}（{teller}）。"
            "改这里只影响检查，不改文稿；随文稿保存，在“要素”里也看得到。"
        )
        self.date = QDateEdit(QDate(day.year, day.month, day.day), self)
        self.date.setDisplayFormat("yyyy年M月d日")
        self.date.setCalendarPopup(True)
        _quieten(self.date.calendarWidget())
        self.date.setMinimumDate(QDate(2000, 1, 1))
        self.date.setAccessibleName("检查依据的日期")
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow("按哪一天判断", self.date)
        self.column.addLayout(form)
        self.clearing = QPushButton("按文稿自己的日期", self)
        self.clearing.setEnabled(teller == CHOSEN)
        self.clearing.clicked.connect(self._clear)
        self.taking = QPushButton("确定", self)
        self.taking.clicked.connect(self._take)
        self.add_buttons([self.clearing], [self.closing_button("取消"), self.taking])
        self.date.setFocus()

    def _take(self) -> None:
        day = self.date.date()
        self.accept()
        self.wished.emit(f"{day.year()}年{day.month()}月{day.day()}日")

    def _clear(self) -> None:
        self.accept()
        self.wished.emit("")


def _quieten(calendar: QCalendarWidget) -> None:
    """Draw a calendar like the rest: no red days, our arrows, room for all its weeks."""
    ink = calendar.palette().text().color()
    plain = QTextCharFormat()
    plain.setForeground(ink)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, plain)
    calendar.setMinimumHeight(theme.grown(270))
    for name, sign, said in (("prev", "‹", "上个月"), ("next", "›", "下个月")):
        button = calendar.findChild(QToolButton, f"qt_calendar_{name}month")
        if isinstance(button, QToolButton):
            button.setIcon(QIcon())
            button.setText(sign)
            button.setAccessibleName(said)
