"""Dates as documents write them."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from app.document.numbering import to_chinese


class DateForm(StrEnum):
    """The ways a date is written; the value is the name of the way."""

    ARABIC = "2026年3月5日"
    CHINESE = "二〇二六年三月五日"
    BRACKETS = "（2026年3月5日）"


def date_text(date: dt.date, form: DateForm) -> str:
    """Return a date as a document writes it."""
    plain = f"{date.year}年{date.month}月{date.day}日"
    if form is DateForm.CHINESE:
        year = "".join([to_chinese(int(digit)) for digit in str(date.year)])
        return f"{year}年{to_chinese(date.month)}月{to_chinese(date.day)}日"
    return f"（{plain}）" if form is DateForm.BRACKETS else plain
