from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import SHARED, needs_shared

from app.errors import UnreadableFile
from app.text import TextFile, decode, encode, joined, paragraphs, read

SAMPLE = "关于做好2026年工作的通知\n\n各科室：\n一、提高认识。\n　　结尾"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [False, True])
def test_each_encoding_and_line_end_is_found_and_written_back(encoding, newline, bom):
    if bom and encoding == "gb18030":
        pytest.skip("GB18030 files carry no mark")
    raw = encode(TextFile(SAMPLE, encoding, newline, bom))
    file = decode(raw, "甲.txt")
    assert file == TextFile(SAMPLE, encoding, newline, bom)
    assert encode(file) == raw


def test_a_last_line_without_line_end_stays_so():
    assert encode(decode("甲\n乙".encode(), "甲.txt")) == "甲\n乙".encode()
    assert paragraphs(decode("甲\n乙\n".encode(), "甲.txt").text) == ("甲", "乙")


def test_empty_lines_at_the_end_stay():
    raw = "甲\n\n\n".encode()
    assert encode(decode(raw, "甲.txt")) == raw


def test_an_empty_file_is_an_empty_document():
    file = decode(b"", "空.txt")
    assert paragraphs(file.text) == ()
    assert encode(file) == b""


def test_short_gb_text_that_is_valid_utf8_too_is_read_as_chinese():
    raw = "一丁".encode("gb18030")  # 一=D2BB is a valid two-byte sequence
    assert decode("一".encode("gb18030"), "甲.txt").text == "一"
    assert decode(raw, "甲.txt").encoding in {"gb18030", "utf-8"}
    assert decode("联通".encode("gb18030"), "甲.txt").text == "联通"


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"PK\x03\x04" + bytes(40), "压缩包"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), ".doc"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "图片"),
        (b"%PDF-1.4 ...", "PDF"),
        (b"{\\rtf1\\ansi", "RTF"),
        (bytes(range(256)) * 4, "不是文字"),
        (b"\x7fELF\x02\x01\x01" + bytes(64), "不是文字"),
    ],
)
def test_what_is_not_text_is_refused_by_name(raw, word):
    with pytest.raises(UnreadableFile) as caught:
        decode(raw, "怪.txt")
    assert "怪.txt" in str(caught.value)
    assert word in str(caught.value)


def test_a_text_with_one_damaged_character_opens_and_says_so():
    raw = (SAMPLE * 5).encode()
    damaged = raw[:7] + b"\xff" + raw[8:]
    file = decode(damaged, "甲.txt")
    assert 1 <= file.replaced <= 3
    assert "做好2026年" in file.text


def test_a_folder_an_absent_and_a_forbidden_file_give_a_message(tmp_path):
    with pytest.raises(UnreadableFile, match="文件夹"):
        read(tmp_path)
    with pytest.raises(UnreadableFile, match="不存在"):
        read(tmp_path / "无.txt")


def test_mixed_line_ends_take_the_most_frequent():
    file = decode("甲\r\n乙\r\n丙\n".encode(), "甲.txt")
    assert file.newline == "\r\n"
    assert file.text == "甲\n乙\n丙"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]))))
def test_paragraphs_and_text_are_each_other_s_inverse(texts):
    text = joined(texts)
    assert joined(paragraphs(text)) == text


@given(
    st.text("关于的通知一二三，。、：“”（）\n0123abc　", min_size=6),
    st.sampled_from(["utf-8", "gb18030", "utf-16-le", "utf-16-be"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_chinese_text_comes_back_from_any_encoding_with_mark(text, encoding, newline):
    file = TextFile("工作" + text.strip("\n") + "要点", encoding, newline, encoding != "gb18030")
    again = decode(encode(file), "甲.txt")
    assert again.text == file.text
    assert encode(replace(again, newline=newline)) == encode(file)


@needs_shared
def test_the_real_texts_are_read():
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        file = read(path)
        assert encode(file) == path.read_bytes()


@given(st.binary(max_size=400))
def test_no_bytes_crash_it(raw):
    with suppress(UnreadableFile):
        decode(raw, "甲.txt")
