"""A recovery copy gives the document back, and belongs to one program at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from strategies import documents

from app import journal
from app.document.model import Block, Details, Document, Role, Run, block

DRAFT = Document(
    (block("关于防汛工作的通知"),), Details(kind="tongzhi", fields=(("单位", "某县"),))
)


@given(documents())
def test_a_copy_reads_back_as_the_document_it_was(document):
    assert journal.from_json(journal.to_json(document)) == document


def test_details_come_back_too():
    details = Details(
        "a", (("单位", "甲"),), (("item", "through"),), frozenset({"x", "y"}), "gbt9704",
        (("抓学习", 800),), (("单位", "在<", '县"'),),
    )  # fmt: skip
    document = Document((block("一"),), details)
    assert journal.from_json(journal.to_json(document)) == document


def test_decisions_on_tracked_changes_come_back_too():
    document = Document((Block((Run("甲"),), decided=frozenset({"+a1", "-b2"})),))
    assert journal.from_json(journal.to_json(document)) == document


def test_a_copy_is_offered_whatever_its_words_are(tmp_path):
    words = '"blocks": []'
    document = Document((block(words), block("", Role.BLANK)), Details(fields=((words, words),)))
    kept = journal.Journal(tmp_path)
    kept.record(document, words, Path(words))
    kept.leave()
    assert [(copy.name, copy.document) for copy in journal.orphans(tmp_path)] == [(words, document)]


def test_nothing_is_written_before_the_first_record(tmp_path):
    journal.Journal(tmp_path / "recovery")
    assert list(tmp_path.iterdir()) == []


def test_a_copy_in_use_is_not_offered(tmp_path):
    kept = journal.Journal(tmp_path)
    kept.record(DRAFT, "新文稿", None)
    assert journal.orphans(tmp_path) == ()
    kept.forget()
    assert list(tmp_path.iterdir()) == []


def test_a_copy_left_behind_is_offered_with_its_name_and_place(tmp_path):
    kept = journal.Journal(tmp_path)
    kept.record(DRAFT, "通知.docx", Path("/a/通知.docx"))
    kept.leave()
    (copy,) = journal.orphans(tmp_path)
    assert (copy.name, copy.path, copy.document) == ("通知.docx", Path("/a/通知.docx"), DRAFT)
    journal.discard(copy)
    assert journal.orphans(tmp_path) == ()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"name": 1}', b"\xff\xfe"])
def test_a_damaged_copy_is_set_aside_and_the_others_are_offered(tmp_path, content):
    (tmp_path / f"broken{journal.SUFFIX}").write_bytes(content)
    kept = journal.Journal(tmp_path)
    kept.record(DRAFT, "好的", None)
    kept.leave()
    assert [copy.name for copy in journal.orphans(tmp_path)] == ["好的"]
    assert len(list(tmp_path.glob("*.damaged"))) == 1


def test_an_absent_folder_holds_no_copies(tmp_path):
    assert journal.orphans(tmp_path / "none") == ()


def test_what_an_empty_line_of_a_file_holds_is_kept():
    document = Document((Block(unseen=True), Block()))
    assert journal.from_json(journal.to_json(document)) == document


@pytest.mark.parametrize("across", [None, True, False])
def test_how_a_table_stands_is_kept(across):
    document = Document((Block((Run("甲\t乙"),), object="table-1", across=across),))
    assert journal.from_json(journal.to_json(document)) == document
