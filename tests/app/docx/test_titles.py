from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.docx.measures import width
from app.docx.titles import breaks


def rows(title: str, most: float = 20) -> list[str]:
    places = (0, *breaks(title, most), len(title))
    return [title[a:b] for a, b in pairwise(places)]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("关于开展安全检查的通知", ["关于开展安全检查的通知"]),
        (
            "某某市人民政府办公室关于进一步加强安全生产工作的通知",
            ["某某市人民政府办公室", "关于进一步加强安全生产工作的通知"],
        ),
        (
            "关于印发《某某市优化营商环境三年行动计划》的通知和任务分工",
            None,
        ),
        ("某某市发展和改革委员会关于做好2026年重点项目建设工作情况的报告", None),
    ],
)
def test_long_titles_break_at_sense(title, wanted):
    found = rows(title)
    assert wanted is None or found == wanted
    assert "".join(found) == title
    assert max(width(row) for row in found) <= 20
    assert not any(row[0] in "的和与及、，》" for row in found[1:])


def test_numbers_and_years_are_not_split():
    found = rows("关于做好全市机关事业单位工作人员2026年度考核工作有关事项的通知")
    assert any("2026年" in row for row in found)


@given(st.text("关于做好全市的工作和、《》2026年通知", max_size=70))
def test_rows_join_to_the_title_and_fit(title):
    found = rows(title)
    assert "".join(found) == title
    if len(found) > 1:
        assert max(width(row) for row in found) <= 20


@pytest.mark.parametrize(
    "title",
    [
        "清河县人民政府关于进一步做好2026年度重点工作督查落实的通知",
        "关于做好2026年以来全县各级各部门重点工作推进情况统计的通知",
        "中共清河县委办公室清河县人民政府办公室关于印发《清河县贯彻落实中央八项规定精神实施细则》的通知",
        "清河县人民政府办公室转发县发展和改革局关于进一步加强政府投资项目管理意见的通知",
        "清河县人民政府办公室关于进一步做好二〇二六年秋粮收购和安全生产检查工作的通知",
    ],
)
def test_rows_end_between_words(title):
    found = rows(title)
    assert len(found) > 1
    assert not any(row.startswith(("度", "以来", "化", "展", "强")) for row in found[1:])
    assert not any(row.endswith(tuple("〇一二三四五六七八九")) for row in found)
    assert max(width(row) for row in found) <= 20


def test_a_title_of_five_rows_breaks_at_sense_too():
    title = (
        "清河县人民政府办公室关于转发《清河县林业局、县公安局、县应急管理局关于进一步加强2026年度"
        "春季森林草原防灭火工作和野外火源专项治理行动的实施意见（2026—2028年）》的通知"
    )
    found = rows(title)
    assert len(found) == 5
    assert found[0] == "清河县人民政府办公室"
    assert max(width(row) for row in found) <= 20


def test_a_row_has_room_for_what_some_programs_leave_beside_numbers():
    title = "清河县林业局关于进一步加强2026年春季森林草原防灭火和野外火源治理的通知"
    filled = "关于进一步加强2026年春季森林草原防灭火"  # 19 characters and two gaps of a quarter
    assert filled + "和" not in rows(title, 20.3)
