"""Block rules read a text without the spaces beside its digits; what they find stands in it."""

from __future__ import annotations

import pytest

from app.checks import Checker
from app.checks.reading.tight import tightened
from app.document.edits import apply
from app.document.model import Document, document

SPACED = {
    "invalid_date": ("定于 2025 年 13 月 5 日召开会议。", "2025 年 13 月 5 日", None),
    "date_form": (
        "自 2026 年 03 月 06 日起施行。",
        "2026 年 03 月 06 日",
        "自 2026年3月6日起施行。",
    ),
    "sum_of_parts": (
        "购置水泵 8 台，其中新泵 5 台、旧泵 4 台。",
        "8 台，其中新泵 5 台、旧泵 4",
        None,
    ),
    "doubled_approximation": ("参加的有 3000 多余人。", "3000 多余", None),
    "confusable_word": ("降雨量 48 豪米，较常年偏多。", "豪米", "降雨量 48 毫米，较常年偏多。"),
}


def found(rule: str, text: str) -> tuple[Document, list[tuple[str, str]]]:
    """Return the document as mended, and rule and stretch of what was found."""
    read = document(text)
    findings = [one for one in Checker().run(read) if one.check == rule]
    edits = [edit for one in findings for fix in one.fixes for edit in fix.edits]
    told = [(one.check, text[one.span.start : one.span.end]) for one in findings]
    return apply(read, edits), told


@pytest.mark.parametrize("rule", SPACED)
def test_what_is_found_stands_among_the_spaces_beside_digits(rule):
    text, stretch, mended = SPACED[rule]
    after, told = found(rule, text)
    assert told == [(rule, stretch)]
    assert mended is None or after.texts == (mended,)


@pytest.mark.parametrize("rule", SPACED)
def test_full_width_digits_hide_nothing(rule):
    text, stretch, _ = SPACED[rule]
    wide = str.maketrans("0123456789", "０１２３４５６７８９", " ")
    _, told = found(rule, text.translate(wide))
    assert told == [(rule, stretch.translate(wide))]


@pytest.mark.parametrize(
    "text",
    ["1 总则", "12 附则", "1.1 适用范围", "值班电话82345678 陈某", "张某  25  男", "没有数字"],
)
def test_what_stands_apart_with_good_reason_stays(text):
    assert tightened(text) is None
