"""Paragraphs that tell or speak, and what is asked of them."""

from __future__ import annotations

import pytest

from app.checks.check import Severity
from app.checks.checker import check
from app.checks.language.spoken import spoken
from app.document.model import document
from app.document.recognize import recognized


@pytest.mark.parametrize(
    "text", ["他蹲在门口不说话。", "您放心，明天就办好。", "这怎么行呢？", "大家快来看啊！"]
)
def test_what_tells_of_somebody_or_speaks_to_him_is_spoken(text):
    assert spoken(text)


@pytest.mark.parametrize(
    "text",
    ["其他单位参照执行。", "不得侵害他人合法权益。", "加强网吧、酒吧管理。", "缴获吗啡3克。"],
)
def test_what_offices_write_is_not_spoken(text):
    assert not spoken(text)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("村支部是堡垒，坚决悍卫国家安全。", Severity.WARNING),
        ("他对您说，村支部坚决悍卫国家安全。", Severity.HINT),
    ],
)
def test_what_is_unusual_in_a_story_is_only_hinted_at(text, severity):
    found = [f for f in check(recognized(document("一天", text))) if f.check == "likely_slip"]
    assert [one.severity for one in found] == [severity]
