"""Snippet files: what is wrong in them is told with its line; what is right comes back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UnreadableFile
from app.snippets import BrokenSnippets, Place, Snippet
from app.snippets.source import read, read_file, write

PATH = Path("本单位.toml")
ENTRY = '[[snippets]]\nid = "a"\ntext = "甲"\ncategory = "乙"\n'
days = st.dates(dt.date(1949, 10, 1), dt.date(2049, 12, 31))
words = st.text("甲乙“”【】。\"\\'#=[]{}\n\t \x01\x7f\u00a0é𠀀", max_size=12)
filled = words.map(lambda text: f"甲{text}乙")


@st.composite
def snippets(draw):
    since, until = sorted([draw(days), draw(days)])
    return Snippet(
        id=draw(st.from_regex(r"[a-z0-9-]{1,12}", fullmatch=True)),
        text=draw(filled),
        category=draw(st.sampled_from(["我的表述", "措施/干部", "提法/会议/全会"])),
        title=draw(filled),
        tags=tuple(draw(st.lists(filled, max_size=3))),
        place=draw(st.sampled_from(Place)),
        since=draw(st.sampled_from([None, since])),
        until=draw(st.sampled_from([None, until])),
        successor=draw(st.sampled_from(["", "other"])),
        members=tuple(draw(st.lists(filled, max_size=3))),
    )


@given(st.lists(snippets(), max_size=4, unique_by=lambda snippet: snippet.id))
def test_what_is_written_is_read_back(given_snippets):
    assert list(read(PATH, write(given_snippets))) == given_snippets


def test_groups_and_the_top_give_their_entries_what_they_do_not_say():
    text = """
place = "item"
[[groups]]
category = "措施/干部"
[[groups.snippets]]
id = "a"
text = "真抓实干、善作善成。"
[[groups.snippets]]
id = "b"
text = "甲。"
category = "措施/人才"
place = "body"
"""
    first, second = read(PATH, text)
    assert first.category == "措施/干部"
    assert (first.place, second.place) == (Place.ITEM, Place.BODY)
    assert second.category == "措施/人才"
    assert first.title == "真抓实干、善作善成"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("[[snippets]\n", 1, "TOML"),
        (ENTRY + 'colour = "红"\n', 5, "colour"),
        ('colour = "红"\n', 1, "colour"),
        ('[[snippets]]\nid = "a"\ncategory = "乙"\n', 1, "text"),
        ('[[snippets]]\nid = "a"\ntext = "甲"\n', 1, "category"),
        ('[[snippets]]\nid = "a b"\ntext = "甲"\ncategory = "乙"\n', 2, "a b"),
        ('[[snippets]]\nid = "a"\ntext = " "\ncategory = "乙"\n', 3, "空"),
        ('[[snippets]]\nid = "a"\ntext = 3\ncategory = "乙"\n', 3, "文字"),
        (ENTRY + 'place = "x"\n', 5, "位置"),
        (ENTRY + 'tags = "x"\n', 5, "列表"),
        (ENTRY + 'since = "2026"\n', 5, "日期"),
        (
            ENTRY + "since = 2026-01-02\nuntil = 2026-01-01\n",
            6,
            "早于",
        ),
        (
            'category = "乙"\n' + '[[snippets]]\nid = "a"\ntext = "甲"\n' * 2,
            6,
            "相同",
        ),
        ('[[groups]]\ncategory = "乙"\nname = "甲"\n', 3, "name"),
        ("snippets = 3\n", 1, "[[snippets]]"),
    ],
)
def test_a_fault_is_told_with_file_line_and_reason(text, line, reason):
    with pytest.raises(BrokenSnippets) as raised:
        read(PATH, text)
    assert raised.value.line == line
    assert "本单位.toml" in str(raised.value)
    assert reason in str(raised.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(UnreadableFile, match=r"没有\.toml"):
        read_file(tmp_path / "没有.toml")
    (tmp_path / "甲.toml").write_bytes("id = '甲'".encode("gb18030"))
    with pytest.raises(BrokenSnippets, match="UTF-8"):
        read_file(tmp_path / "甲.toml")
