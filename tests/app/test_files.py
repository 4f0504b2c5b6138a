"""Saving leaves the old file or the new one; one writer at a time."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app import files
from app.errors import UnreadableFile, UnwritableFile


def test_writing_puts_the_new_bytes_in_place_and_leaves_nothing_beside(tmp_path):
    path = tmp_path / "通知.txt"
    path.write_bytes(b"old")
    files.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_half_way_keeps_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "通知.txt"
    path.write_bytes(b"old")

    def full(_handle):
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableFile, match=r"通知.txt.*磁盘已满"):
        files.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_mode_of_the_file_is_kept(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    files.write(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_gets_the_usual_mode(tmp_path):
    path, usual = tmp_path / "a.txt", tmp_path / "b.txt"
    usual.write_bytes(b"")
    files.write(path, b"new")
    assert path.stat().st_mode == usual.stat().st_mode


def test_a_link_is_followed_and_stays_a_link(tmp_path):
    target, link = tmp_path / "real.txt", tmp_path / "link.txt"
    target.write_bytes(b"old")
    link.symlink_to(target)
    files.write(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_the_newest_earlier_versions_are_kept(tmp_path):
    path, backups = tmp_path / "a.txt", tmp_path / "backups"
    for number in range(6):
        files.write(path, f"{number}".encode(), backups=backups, keep=3)
    kept = files.versions(path, backups)
    assert [version.read_text() for version in kept] == ["4", "3", "2"]


def test_no_version_is_kept_where_the_user_wants_none(tmp_path):
    path, backups = tmp_path / "a.txt", tmp_path / "backups"
    files.write(path, b"1", backups=backups, keep=0)
    files.write(path, b"2", backups=backups, keep=0)
    assert files.versions(path, backups) == ()


@pytest.mark.parametrize(
    ("name", "message"), [("gone/a.txt", "文件夹不存在"), ("x" * 300, "文件名太长")]
)
def test_an_impossible_place_is_told_with_the_reason(tmp_path, name, message):
    with pytest.raises(UnwritableFile, match=message):
        files.write(tmp_path / name, b"")


def test_a_folder_is_neither_read_nor_written(tmp_path):
    with pytest.raises(UnreadableFile, match="文件夹"):
        files.read(tmp_path)
    with pytest.raises(UnwritableFile, match="文件夹"):
        files.write(tmp_path, b"")


def test_an_absent_file_is_told_by_name(tmp_path):
    with pytest.raises(UnreadableFile, match=r"无此文.txt.*不存在"):
        files.read(tmp_path / "无此文.txt")


def test_a_second_writer_is_refused_with_the_name_of_the_first(tmp_path):
    path = tmp_path / "要点.docx"
    lock = files.Lock(path)
    with pytest.raises(files.FileInUse, match=r"要点.docx.*另一个窗口.*@"):
        files.Lock(path)
    lock.release()
    files.Lock(path).release()
    assert list(tmp_path.iterdir()) == []


def test_the_lock_of_a_program_that_died_holds_nobody_up(tmp_path):
    path = tmp_path / "要点.docx"
    code = (
        "import os; from app.files import Lock; from pathlib import Path;"
        f"Lock(Path({str(path)!r})); os._exit(9)"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code], check=False, cwd=root)  # noqa: S603  our own code
    assert list(tmp_path.glob(".~*"))
    assert not files.locked(path)


def test_a_full_disk_has_room_for_no_name_and_yet_lets_a_file_be_opened(tmp_path, monkeypatch):
    path = tmp_path / "要点.docx"

    def full(_handle, _text):
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "write", full)
    lock = files.Lock(path)
    with pytest.raises(files.FileInUse):
        files.Lock(path)
    lock.release()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows locks by other means")
def test_a_folder_that_knows_no_locks_holds_nobody_up(tmp_path, monkeypatch):
    import fcntl

    def unknown(_handle, _how):
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(fcntl, "flock", unknown)
    assert not files.locked(tmp_path / "要点.docx")


def test_a_change_by_another_program_is_seen_and_a_touch_is_none(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("一")
    before = files.stamp(path)
    assert not files.changed(path, before)
    os.utime(path, ns=(1, 1))
    assert not files.changed(path, before)
    path.write_text("二")
    assert files.changed(path, before)
    path.unlink()
    assert files.changed(path, before)
