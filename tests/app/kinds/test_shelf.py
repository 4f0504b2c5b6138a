from __future__ import annotations

import shutil

import pytest

from app import kinds
from app.resources import shipped

MINIMAL = """\
id = "mine"
name = "我的文种"
group = "我的"
when = "试用"
title = "【单位】的短文"
length = [100, 200]
fields = [{name = "单位"}]

[[parts]]
id = "title"
name = "标题"
need = "required"
roles = ["title"]
hint = "写明单位"

[[variants]]
id = "usual"
name = "通常"
skeleton = '''
title| 【单位】的短文
body| 正文。
'''
"""


@pytest.fixture
def own(tmp_path):
    (tmp_path / "mine.toml").write_text(MINIMAL, encoding="utf-8")
    return tmp_path


def broken_message(own, text):
    (own / "mine.toml").write_text(text, encoding="utf-8")
    with pytest.raises(kinds.BrokenKind) as raised:
        kinds.read_file(own / "mine.toml")
    return str(raised.value)


def test_a_kind_of_the_users_folder_is_listed_and_loaded(own):
    assert "mine" in [name.id for name in kinds.listing(own)]
    assert kinds.load("mine", own).name == "我的文种"


def test_a_users_kind_takes_the_place_of_a_shipped_one(own):
    text = MINIMAL.replace('id = "mine"', 'id = "gongzuo-yaodian"')
    (own / "mine.toml").write_text(text, encoding="utf-8")
    names = {name.id: name.name for name in kinds.listing(own)}
    assert names["gongzuo-yaodian"] == "我的文种"
    assert kinds.load("gongzuo-yaodian", own).name == "我的文种"


def test_a_head_behind_other_keys_is_found_all_the_same(own):
    text = "#" * 3000 + "\n" + MINIMAL
    (own / "mine.toml").write_text(text, encoding="utf-8")
    assert "mine" in [name.id for name in kinds.listing(own)]


def test_a_file_with_a_byte_order_mark_is_read(own):
    (own / "mine.toml").write_bytes(b"\xef\xbb\xbf" + MINIMAL.encode())
    assert kinds.load("mine", own).name == "我的文种"


def test_an_unknown_id_is_told_by_name():
    with pytest.raises(kinds.UnknownKind, match="没有“nosuch”这个文种"):
        kinds.load("nosuch")


def test_the_listing_of_the_shipped_kinds_keeps_groups_together():
    groups = [name.group for name in kinds.listing()]
    assert groups == sorted(groups, key=groups.index)


def test_a_broken_file_is_told_and_the_others_load(own):
    (own / "bad.toml").write_text("id = \n", encoding="utf-8")
    found, faults = kinds.load_all(own)
    assert "mine" in [kind.id for kind in found]
    assert [fault.path.name for fault in faults] == ["bad.toml"]


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('name = "我的文种"', 'name = "我的文种"\ncolour = "red"', 3, "不认识“colour”"),
        ('hint = "写明单位"', 'hint = "写明单位"\ncolour = 1', 15, "不认识“colour”"),
        ('need = "required"', 'need = "must"', 12, "“need”不能写“must”"),
        ('roles = ["title"]', 'roles = ["head"]', 13, "没有“head”这种段落类型"),
        ('hint = "写明单位"', "hint = 3", 14, "“hint”应当是文字"),
        ('hint = "写明单位"', 'hint = "甲"\npattern = "(甲"', 15, "匹配式"),
        ('hint = "写明单位"\n', "", 9, "缺少“hint”"),
        ("length = [100, 200]", "length = [200, 100]", 6, "由小到大"),
        ("body| 正文。", "正文。", 19, "段落类型| 文字"),
        ("body| 正文。", "nonsense| 正文。", 19, "段落类型| 文字"),
        ('id = "mine"', 'id = "我"', 1, "“id”不能写“我”"),
        ('when = "试用"', 'when = "试用"\nnumbering = { arabic = "on" }', 5, "不能写“arabic = on”"),
        ('when = "试用"', 'when = "试用"\nnumbering = { nosuch = "through" }', 5, "不能写“nosuch"),
        (
            'fields = [{name = "单位"}]',
            'fields = [{name = "甲"}, {name = "甲"}]',
            7,
            "“甲”写了两次",
        ),
        (
            "[[variants]]",
            MINIMAL[MINIMAL.index("[[parts]]") : -1] + "\n[[variants]]",
            17,
            "“title”写了两次",
        ),
        ('when = "试用"', "when = ", 4, "TOML"),
    ],
)
def test_a_wrong_entry_is_told_with_file_line_and_reason(own, old, new, line, reason):
    message = broken_message(own, MINIMAL.replace(old, new, 1))
    assert "mine.toml" in message
    assert reason in message
    assert f"第{line}行" in message


def test_a_file_in_another_encoding_is_told(own):
    (own / "mine.toml").write_bytes(MINIMAL.encode("gb18030"))
    with pytest.raises(kinds.BrokenKind, match="UTF-8"):
        kinds.read_file(own / "mine.toml")


def test_shipped_files_are_named_after_their_ids(tmp_path):
    for path in shipped("templates").glob("*.toml"):
        copied = shutil.copy(path, tmp_path / path.name)
        assert kinds.read_file(tmp_path / path.name).id == path.stem, copied


def test_a_new_kind_gets_an_id_that_no_other_has(own):
    assert kinds.free_id("yours", own) == "yours"
    assert kinds.free_id("mine", own) == "mine-2"
    assert kinds.free_id("tongzhi", own) == "tongzhi-2"
