"""The start: what keeps the window from being shown is told in Chinese, with what to do."""

import ctypes
import subprocess
import sys

import pytest

from ui import main


@pytest.fixture
def told(monkeypatch, capsys):
    """Start the window on Linux in an environment of its own; return what is told."""

    def start(**environment: str) -> str:
        monkeypatch.setattr(main.sys, "platform", "linux")
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        assert main.open_window([]) != 0
        return capsys.readouterr().err

    return start


def test_without_a_desktop_the_command_line_is_pointed_to(told):
    said = told()
    assert "没有图形桌面" in said
    assert "wenheng --help" in said


def test_a_missing_library_is_told_by_its_package(told, monkeypatch):
    def load(library: str) -> None:
        if "cursor" in library:
            raise OSError(library)

    monkeypatch.setattr(ctypes, "CDLL", load)
    assert "sudo apt-get install libxcb-cursor0" in told(DISPLAY=":0")


def test_wayland_and_other_screens_need_no_library_of_x(monkeypatch):
    monkeypatch.setattr(main.sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", _none)
    monkeypatch.delenv("DISPLAY", raising=False)
    for name, value in (("WAYLAND_DISPLAY", "wayland-0"), ("QT_QPA_PLATFORM", "offscreen")):
        monkeypatch.setenv(name, value)
        assert main.obstacles() == ""


def test_no_source_is_read_to_start():
    code = "import ui.main, linecache; print([n for n in linecache.cache if 'ui' in n])"
    ran = subprocess.run(  # noqa: S603  our own interpreter on our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


# What the first paint of a text does without, so that nobody waits for it at the start.
LATER = (
    "app.checks", "app.docx", "app.kinds", "app.snippets", "app.rollover", "app.counts",
    "app.office", "app.document.references", "app.document.restructure", "app.document.sections",
    "ui.printing", "ui.start", "ui.fields_panel", "ui.kind_guide", "ui.snippets.panel",
    "ui.commands.review", "ui.editor.paste", "ui.editor.find_bar", "ui.preferences",
    "lxml", "olefile", "rjieba", "jieba", "ahocorasick_rs", "regex", "sqlite3", "subprocess",
    "html", "ssl", "socket",
)  # fmt: skip


def test_a_text_is_painted_before_anything_is_imported_that_it_does_not_need(tmp_path):
    draft = tmp_path / "通知.txt"
    draft.write_text("关于开展检查的通知\n一、总体要求\n按计划进行。\n", encoding="utf-8")
    code = """
import sys
from pathlib import Path
from ui import main
window = main.make_window(main.make_workplace(main.make_application()))
window.open_path(Path(sys.argv[1]))
window.show()
window.grab()
print(*sys.modules)
sys.stdout.flush()
import os
os._exit(0)
"""
    ran = subprocess.run(  # noqa: S603  our own interpreter on our own code
        [sys.executable, "-c", code, str(draft)], capture_output=True, text=True, check=True
    )
    loaded = ran.stdout.split()
    assert "ui.editor.editor" in loaded
    assert [name for name in loaded if f"{name}.".startswith(tuple(f"{n}." for n in LATER))] == []


def _none(library: str) -> None:
    raise OSError(library)
