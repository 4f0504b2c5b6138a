"""Import and export: each format gives back what it can hold, and tells what it cannot."""

from __future__ import annotations

import datetime as dt

import pytest

from app.errors import UnreadableFile, UnwritableFile
from app.snippets import BrokenSnippets, Place, Snippet
from app.snippets.exchange import UnknownFormat, read, write

FULL = Snippet(
    "a-1",
    "坚持“一线工作法”，\n做到“三个到位”。",
    "我的表述/督办",
    "一线工作法",
    ("督办", "作风"),
    Place.ITEM,
    dt.date(2024, 1, 1),
    dt.date(2026, 12, 31),
)
PLAIN = Snippet("a-2", "妥否，请批示。", "我的表述/督办", "请示结尾")


def test_toml_keeps_everything(tmp_path):
    path = tmp_path / "导出.toml"
    assert write(path, [FULL, PLAIN]) == ()
    assert read(path).snippets == (FULL, PLAIN)


def test_csv_keeps_everything_but_members_and_opens_in_a_spreadsheet(tmp_path):
    path = tmp_path / "导出.csv"
    assert write(path, [FULL, PLAIN]) == ()
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert read(path).snippets == (FULL, PLAIN)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_csv_as_a_chinese_spreadsheet_saves_it_is_read(tmp_path, encoding):
    path = tmp_path / "表.csv"
    path.write_bytes("内容,标题\r\n特此通知。,通知结尾\r\n,空\r\n".encode(encoding))
    found = read(path)
    assert [(s.text, s.title) for s in found.snippets] == [("特此通知。", "通知结尾")]
    assert found.notes == ("第3行没有内容，没有导入。",)


def test_csv_tells_what_it_does_not_understand(tmp_path):
    path = tmp_path / "表.csv"
    path.write_text("内容,位置,起\n甲,天上,去年\n", encoding="utf-8")
    found = read(path)
    assert found.snippets[0].place is Place.ANY
    assert len(found.notes) == 2


def test_plain_text_keeps_text_title_and_category(tmp_path):
    path = tmp_path / "导出.txt"
    assert "有1条" in write(path, [FULL, PLAIN])[0]
    found = read(path).snippets
    assert [(s.text, s.title, s.category) for s in found] == [
        (s.text, s.title, s.category) for s in (FULL, PLAIN)
    ]


def test_a_plain_list_gives_one_snippet_a_line(tmp_path):
    path = tmp_path / "摘抄.txt"
    path.write_text("真抓实干、善作善成\n久久为功\n", encoding="utf-8")
    assert [s.text for s in read(path).snippets] == ["真抓实干、善作善成", "久久为功"]


def test_espanso_keeps_text_and_title(tmp_path):
    path = tmp_path / "base.yml"
    assert write(path, [FULL, PLAIN])
    found = read(path).snippets
    assert [(s.text, s.title) for s in found] == [(s.text, s.title) for s in (FULL, PLAIN)]


def test_espanso_as_people_write_it_is_read(tmp_path):
    path = tmp_path / "base.yml"
    path.write_text(
        """
# my matches
matches:
  - trigger: ":tf"
    replace: "妥否，\\n请批示。"   # closing
  - triggers: [":a", ':b']
    label: 两行
    replace: |
      第一行
        第二行

  - trigger: :q
    replace: '它''s $|$好'
  - trigger: ":date"
    replace: "{{today}}"
    vars:
      - name: today
        type: date
  - regex: ":x(?P<n>.*)"
    replace: >
      折成
      一行
global_vars:
  - name: x
""",
        encoding="utf-8",
    )
    found = read(path)
    assert [s.text for s in found.snippets] == [
        "妥否，\n请批示。",
        "第一行\n  第二行",
        "它's 好",
        "折成 一行",
    ]
    assert found.snippets[1].title == "两行"
    assert found.snippets[1].tags == (":a", ":b")
    assert len(found.notes) == 1


def test_the_triggers_of_an_export_differ(tmp_path):
    path = tmp_path / "base.yml"
    write(path, [PLAIN, PLAIN, PLAIN])
    assert len({s.tags for s in read(path).snippets}) == 3


@pytest.mark.parametrize("name", ["a.xlsx", "a"])
def test_an_unknown_format_is_refused(tmp_path, name):
    with pytest.raises(UnknownFormat, match=name):
        read(tmp_path / name)


def test_files_that_cannot_be_read_or_written_are_named(tmp_path):
    with pytest.raises(UnreadableFile, match="没有"):
        read(tmp_path / "没有.csv")
    (tmp_path / "图.csv").write_bytes(b"\x00\xff\xfe\x00" * 10)
    with pytest.raises(UnreadableFile, match="图"):
        read(tmp_path / "图.csv")
    (tmp_path / "无列名.csv").write_text("甲,乙\n1,2\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="列名"):
        read(tmp_path / "无列名.csv")
    (tmp_path / "坏.yml").write_text("a: b\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="matches"):
        read(tmp_path / "坏.yml")
    (tmp_path / "坏.toml").write_text("[[snippets]\n", encoding="utf-8")
    with pytest.raises(BrokenSnippets):
        read(tmp_path / "坏.toml")
    with pytest.raises(UnwritableFile, match="出"):
        write(tmp_path / "没有的文件夹" / "出.csv", [PLAIN])
