from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from app.checks import Checker
from app.checks.dates import CHOSEN, TODAY, decided
from app.document import notation
from app.document.model import document
from app.document.recognize import recognized


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("title| 关于开会的通知\nbody| 2020年的事。\ndate| 2026年3月5日", (2026, 3, 5)),
        ("title| 在会上的讲话\ndate_line| （2025年2月）\nbody| 2024年。", (2025, 2, 15)),
        ("title| 2021年组织工作要点\nbody| 2020年。", (2021, 2, 15)),
        ("title| 2023年工作总结\nbody| 今年。", (2023, 12, 15)),
        ("title| 工作要点\nbody| 二〇二四年，全县工作。", (2024, 2, 15)),
        ("title| 2025年工作总结暨2026年工作计划\nbody| 今年。", (2025, 12, 15)),
        ("title| 2024年度组织生活会对照检查材料\nbody| 今年。", (2024, 12, 15)),
        (
            "signature| 县府办\ndate| 2013年8月6日\ntitle| 县应急预案\nbody| 2011年的规划。",
            (2013, 8, 6),
        ),
        ("title| 2026年工作计划\nbody| 总结经验。", (2026, 2, 15)),
        ("title| 关于表彰的通报\nbody| 2008年。\ndate| 二○○九年五月二十日", (2009, 5, 20)),
        ("title| 关于招考的通知\ndate| 二00五年六月十七日", (2005, 6, 17)),
        ("title| 2026年工作要点\ndate| 2025年12月30日", (2025, 12, 30)),
        ("title| 关于节水的通知\nbody| 2020年。\ndate| 2023.5.06", (2023, 5, 6)),
        ("title| 关于节水的通知\nbody| 2020年。\ndate| 2023 年 5 月 6 日", (2023, 5, 6)),
        ("title| 关于节水的通知\nbody| 2020年。\ndate| ２０２３－５－６", (2023, 5, 6)),
        ("title| 节水宣传进社区\nnoise| 发布时间：2016-04-05\nbody| 2014年。", (2016, 4, 5)),
    ],
)
def test_the_document_tells_its_day(text, day):
    found, teller = decided(notation.parse(text))
    assert found == dt.date(*day)
    assert teller != TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "date_line| 某区人民政府 2019年12月3日星期二\ntitle| 工作要点\nbody| 2024年。",
            (2024, 2, 15),
        ),
        ("date_line| 2019年12月3日\ntitle| 2023年度工作报告\nbody| 今年。", (2023, 12, 15)),
        ("title| 2026年工作要点\ndate| 2022年3月4日", (2026, 2, 15)),
    ],
)
def test_the_day_of_a_visit_to_a_site_is_not_that_of_the_document(text, day):
    found, teller = decided(notation.parse(text))
    assert found == dt.date(*day)
    assert teller != TODAY


def test_today_is_the_last_resort_and_not_sure():
    day, teller = decided(notation.parse("title| 工作要点\nbody| 全县工作。"))
    assert day == dt.datetime.now(tz=dt.UTC).astimezone().date()
    assert teller == TODAY


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("title| 关于开会的通知\nbody| 2020年的事。\ndate| 2026年3月5日", "文中的日期"),
        ("title| 2021年组织工作要点\nbody| 2020年。", "标题里的年份"),
        ("title| 工作要点\nbody| 二〇二四年，全县工作。", "文中最先写到的年份"),
        ("title| 节水宣传进社区\nnoise| 2016-04-05\nbody| 2014年。", "网页上的日期"),
        (f"title| 工作要点\nbody| {'全县工作。' * 50}截至2014年。", "文中最先写到的年份"),
        ("title| 工作要点\nbody| 全县工作。", TODAY),
    ],
)
def test_it_is_told_where_the_day_comes_from(text, teller):
    assert decided(notation.parse(text))[1] == teller


def test_the_day_that_the_writer_chose_counts_before_any_other():
    written = notation.parse("title| 2021年要点\ndate| 2026年3月5日")
    details = written.details.with_field(CHOSEN, "2024年7月1日")
    assert decided(replace(written, details=details)) == (dt.date(2024, 7, 1), CHOSEN)


@pytest.mark.parametrize(
    ("date_line", "severities"), [("", ["hint", "hint"]), ("2026年3月2日", ["warning", "warning"])]
)
def test_what_depends_on_the_year_is_doubted_only_where_the_text_tells_its_date(
    date_line, severities
):
    text = "定于3月5日（星期三）庆祝中国共产党成立95周年。"
    found = Checker().run(recognized(document("会议通知", text, "某某局", date_line)))
    told = [one for one in found if one.check in ("weekday", "anniversary")]
    assert [one.severity.value for one in told] == severities
