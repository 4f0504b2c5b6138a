"""The box that names the type of the caret's paragraph."""

from __future__ import annotations

import pytest

from app.document.model import document
from app.document.recognize import recognized


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("出席：李明、王建国", "出席、列席等"),
        ("列席人员：张三", "出席、列席等"),
        ("抄送：县委办公室。", "抄送"),
    ],
)
def test_who_attended_a_meeting_is_not_called_those_it_is_copied_to(window, line, shown):
    text = ("专题会议纪要", "会议研究了下一步工作。", line)
    window.show_document(recognized(document(*text)), "纪要")
    window.refresh_outline()
    window.go_to_end_of(2)
    assert (window.roles.currentText() or window.roles.placeholderText()) == shown
