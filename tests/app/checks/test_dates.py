from __future__ import annotations

import datetime as dt

import pytest

from app.checks.dates import dated
from app.document import notation


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("title| 关于开会的通知\nbody| 2020年的事。\ndate| 2026年3月5日", (2026, 3, 5)),
        ("title| 在会上的讲话\ndate_line| （2025年2月）\nbody| 2024年。", (2025, 2, 15)),
        ("title| 2021年组织工作要点\nbody| 2020年。", (2021, 2, 15)),
        ("title| 2023年工作总结\nbody| 今年。", (2023, 12, 15)),
        ("title| 工作要点\nbody| 二〇二四年，全县工作。", (2024, 2, 15)),
    ],
)
def test_the_document_tells_its_day(text, day):
    assert dated(notation.parse(text)) == (dt.date(*day), True)


def test_today_is_the_last_resort_and_not_sure():
    day, sure = dated(notation.parse("title| 工作要点\nbody| 全县工作。"))
    assert day == dt.datetime.now(tz=dt.UTC).astimezone().date()
    assert not sure
