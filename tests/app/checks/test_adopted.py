"""An office's own lexicons: taken in, refused with a reason, in force at once, given back."""

from __future__ import annotations

import pytest

from app.checks import Checker, adopted, registry
from app.document.model import document
from app.errors import UnfitFile, UnreadableFile, UnwritableFile
from app.lexicons import own_folder, rows


@pytest.fixture
def own(tmp_path, monkeypatch):
    monkeypatch.setenv("WENHENG_HOME", str(tmp_path / "own"))
    registry.read_anew()
    yield tmp_path
    monkeypatch.undo()
    registry.read_anew()


def found(text):
    return [(one.check, one.message) for one in Checker().run(document(text))]


def test_an_office_can_adopt_an_updated_lexicon(own):
    (own / "variants.tsv").write_text("# 本单位\n宏扬\t弘扬\n", "utf-8")
    assert len(list(rows("variants.tsv"))) > 1
    adopted.adopt(own / "variants.tsv")
    assert list(rows("variants.tsv")) == [["宏扬", "弘扬"]]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_a_lexicon_may_be_in_the_encoding_of_a_spreadsheet(own, encoding):
    (own / "variants.tsv").write_bytes("宏扬\t弘扬\r\n".encode(encoding))
    adopted.adopt(own / "variants.tsv")
    assert list(rows("variants.tsv")) == [["宏扬", "弘扬"]]


def test_what_was_adopted_holds_at_once_and_what_was_shipped_again_after_it_was_removed(own):
    text = "县委组织开展清风廉韵专项活动，各单位做好布署。"
    before = found(text)
    assert [check for check, _ in before] == ["wrong_word"]
    (own / "wrong-words.tsv").write_text("清风廉韵\t清风廉运\n", "utf-8")
    adopted.adopt(own / "wrong-words.tsv")
    checks = found(text)
    assert len(checks) == 1
    assert "清风廉运" in checks[0][1]
    adopted.remove("wrong-words.tsv")
    assert found(text) == before


def test_the_list_tells_which_lexicons_are_the_offices_own(own):
    (own / "variants.tsv").write_text("宏扬\t弘扬\n帐单\t账单\n", "utf-8")
    adopted.adopt(own / "variants.tsv")
    listed = {one.name: one for one in adopted.listing()}
    assert listed["variants.tsv"].entries == 2
    assert listed["variants.tsv"].adopted is not None
    assert listed["formulations.tsv"].adopted is None
    assert listed["formulations.tsv"].dated


@pytest.mark.parametrize("lexicon", adopted.listing(), ids=lambda one: one.name)
def test_every_shipped_lexicon_could_be_adopted_as_it_is(own, lexicon):
    copy = own / lexicon.name
    copy.write_bytes(adopted.path_of(lexicon.name).read_bytes())
    adopted.adopt(copy)
    assert (own_folder() / lexicon.name).is_file()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("notes.txt", "宏扬".encode(), "文件名应为其中之一：.*异形词 variants.tsv"),
        ("variants.tsv", b"\x89PNG\r\n", "不是纯文本"),
        ("variants.tsv", "# 只有说明\n".encode(), "没有一条"),
        ("variants.tsv", "\t弘扬".encode(), "第1行的第1列是空的"),
        ("misquotes.tsv", "误\t正".encode(), "第1行只有2列，应有4列"),
        ("misquotes.tsv", "#说明\n误\t正\tF001\tX\n".encode(), "第2行的第4列“X”"),
        ("superseded.tsv", "旧\t2017-10\t2022年\t新\tH\tF001\n".encode(), "第1行的第3列“2022年”"),
        ("confusables.tsv", "权力\t权利\t享有(\n".encode(), r"第1行的第3列“享有\(”不是正确的正则"),
        ("collocations.tsv", "加强\t意识(\t增强\n".encode(), r"第1行的第2列“意识\(”不是正确的正则"),
        ("collocations.tsv", "加强\t意识\t增强\t\t两\n".encode(), "第1行的第5列“两”不是数"),
        ("redundancies.tsv", "本着(…原则下\n".encode(), "不是正确的正则"),
        ("attributes.tsv", "严峻\t管理(\t严格\n".encode(), "不是正确的正则"),
        ("measure-words.tsv", "只(\t头\t牛\n".encode(), "不是正确的正则"),
        (
            "formulations.tsv",
            "F9\t类\t名\t甲|\t\t\t\tH\n".encode(),
            "第1行的第4列“甲.”里有一项是空的",
        ),
        ("effective.tsv", "某法\t2006年\tH\n".encode(), "第1行的第2列“2006年”不是日期"),
        ("effective.tsv", "某法\t2021-02-30\tH\n".encode(), "“2021-02-30”不是日期"),
        (
            "wrong-words.tsv",
            "做为\t作为\t叫做为 ~做为[\n".encode(),
            "第1行的第3列“叫做为 ~做为.”不是正确的正则",
        ),
    ],
)
def test_a_file_that_is_no_lexicon_is_refused_with_the_line_and_the_reason(
    own, name, content, said
):
    (own / name).write_bytes(content)
    with pytest.raises((UnfitFile, UnreadableFile), match=said):
        adopted.adopt(own / name)
    assert not own_folder().exists()


def test_a_file_with_a_damaged_character_is_refused(own):
    rows = "".join([f"宏扬{n}\t弘扬{n}\n" for n in range(40)]).encode()
    (own / "variants.tsv").write_bytes(rows + b"\xff\n")
    with pytest.raises(UnreadableFile, match="1 个字损坏"):
        adopted.adopt(own / "variants.tsv")
    assert not own_folder().exists()


def test_a_file_that_is_gone_is_refused(own):
    with pytest.raises(UnreadableFile, match="文件不存在"):
        adopted.adopt(own / "variants.tsv")


def test_where_nothing_can_be_kept_the_shipped_lexicon_stays(own):
    own_folder().parent.mkdir(parents=True)
    own_folder().write_text("a file where the folder should be")
    (own / "variants.tsv").write_text("宏扬\t弘扬\n", "utf-8")
    with pytest.raises(UnwritableFile, match="磁盘"):
        adopted.adopt(own / "variants.tsv")
    assert len(list(rows("variants.tsv"))) > 1
