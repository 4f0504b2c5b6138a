"""What a whole text writes alike is the habit of its writer: a hint, while an exception is told."""

from __future__ import annotations

import pytest

from app.checks import Checker, Severity
from app.checks.registry import rules
from app.document.model import document
from app.document.recognize import recognized

QUOTED = "落实“一网”、“一云”建设，推进“双随机”、“一公开”。"
BARE = "学习《条例》《准则》，落实“三会”“一课”，用好“一网”“一云”。"


@pytest.mark.parametrize(
    ("check", "lines", "severities"),
    [
        ("pause_between_quoted", (QUOTED,), ["hint", "hint"]),
        ("pause_between_quoted", (QUOTED, BARE), ["warning", "warning"]),
        ("arabic_number_mark", ("1、建好站点。", "2、配齐人员。"), ["hint", "hint"]),
        (
            "arabic_number_mark",
            ("1.建好站点。", "2、配齐人员。", "3.用好经费。"),
            ["warning"],
        ),
    ],
)
def test_a_habit_is_a_hint_and_an_exception_a_warning(check, lines, severities):
    checker = Checker([rule for rule in rules() if rule.id == check])
    found = checker.run(recognized(document("工作要点", *lines)))
    assert [one.severity for one in found] == [Severity(severity) for severity in severities]
