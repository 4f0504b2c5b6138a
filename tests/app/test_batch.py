"""Thousands of files: one after another, and a bad one stops nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app import batch, checks, cli, formats

TEXT = "会议室周五下午检修，请各科室提前安排。\n"


@pytest.fixture
def folder(tmp_path):
    for name in ("甲", "乙", "丙"):
        (tmp_path / f"{name}.txt").write_text(TEXT, "utf-8")
    return tmp_path


def reported(*paths):
    return {Path(r["file"]).name: r["error"] for r in batch.check_files(paths, None, None)}


def test_files_are_read_only_as_their_reports_are_asked_for(folder, monkeypatch):
    read = []
    real = formats.open_file
    monkeypatch.setattr(formats, "open_file", lambda path: read.append(path) or real(path))
    reports = batch.check_files([folder], None, None)
    next(reports)
    assert len(read) == 1
    assert len(list(reports)) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of this sort are of Unix")
def test_a_pipe_is_reported_and_not_waited_for(folder):
    os.mkfifo(folder / "管道.txt")
    found = reported(folder)
    assert "不是普通的文件" in found["管道.txt"]
    assert len(found) == 4


def test_a_folder_that_cannot_be_listed_is_reported(folder, monkeypatch):
    (folder / "机要").mkdir()
    real = os.scandir

    def refused(path):
        if Path(path).name == "机要":
            raise PermissionError(13, "denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refused)
    found = reported(folder)
    assert "里面的文件没有检查" in found["机要"]
    assert len(found) == 4


def test_a_fault_of_the_program_in_one_file_is_told_and_the_others_are_checked(folder, monkeypatch):
    real = formats.open_file

    def broken(path):
        if path.name == "乙.txt":
            raise KeyError("w:p")
        return real(path)

    monkeypatch.setattr(formats, "open_file", broken)
    found = reported(folder)
    assert "KeyError" in found.pop("乙.txt")
    assert set(found.values()) == {None}


def test_a_rule_that_fails_is_named(folder, monkeypatch, capsys):
    def run(self, document, **_):
        del document
        self.failures["number_gap"] = "ValueError: 1"
        return ()

    monkeypatch.setattr(checks.Checker, "run", run)
    status = cli.main(["check", str(folder / "甲.txt")], open_window=None, write_pdf=None)
    assert status == 0
    assert "甲.txt：检查规则“序号跳号" in capsys.readouterr().err


def test_people_are_told_where_a_file_lies_that_cannot_be_read(folder, capsys):
    (folder / "卷一").mkdir()
    (folder / "卷一/坏.docx").write_bytes(b"")
    status = cli.main(["check", str(folder)], open_window=None, write_pdf=None)
    assert status == 2
    assert f"{folder}/卷一/坏.docx：" in capsys.readouterr().err
