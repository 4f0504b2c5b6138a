"""The house keeps its laws: sizes, who may write to the text, no network, a sound PySide6."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted(p for room in ("app", "ui", "tools") for p in (ROOT / room).rglob("*.py"))
MODULES = [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in SOURCES]

# Where a budget is exceeded for a reason: "file" or "file::name" → the reason.
EXCEPTIONS: dict[str, str] = {}

# What writes to a QTextDocument.
WRITES = {
    "beginEditBlock", "deleteChar", "deletePreviousChar", "insertBlock", "insertFragment",
    "insertFrame", "insertHtml", "insertImage", "insertList", "insertTable", "insertText",
    "joinPreviousEditBlock", "mergeBlockCharFormat", "mergeBlockFormat", "mergeCharFormat",
    "removeSelectedText", "setBlockCharFormat", "setBlockFormat", "setCharFormat",
}  # fmt: skip
WRITERS = {"ui/editor/bridge.py", "ui/editor/loading.py", "ui/editor/look.py"}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES)
def test_a_file_has_at_most_400_lines_and_says_what_it_holds(path):
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 400 or _name(path) in EXCEPTIONS
    assert ast.get_docstring(_tree(path))


@pytest.mark.parametrize("path", MODULES)
def test_a_function_has_at_most_50_lines_and_a_class_at_most_20_public_methods(path):
    long: list[str] = []
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.body[0].lineno + 1
            docstring = ast.get_docstring(node, clean=False)
            if length - (docstring.count("\n") + 1 if docstring else 0) > 50:
                long.append(node.name)
        elif isinstance(node, ast.ClassDef):
            methods = [n for n in node.body if isinstance(n, ast.FunctionDef)]
            ours = [n for n in methods if not n.name.startswith("_") and n.name.islower()]
            if len(ours) > 20:
                long.append(node.name)
    assert [name for name in long if f"{_name(path)}::{name}" not in EXCEPTIONS] == []


@pytest.mark.parametrize(
    "path",
    [p for p in SOURCES if _name(p).startswith("ui/") and _name(p) not in WRITERS],
    ids=_name,
)
def test_only_the_bridge_and_the_look_write_to_the_text(path):
    calls = [
        f"{node.func.attr}:{node.lineno}"
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr in WRITES and f"{_name(path)}::{node.func.attr}" not in EXCEPTIONS
    ]
    assert calls == []


def test_no_module_uses_qt_network():
    assert [
        _name(path) for path in SOURCES if "QtNetwork" in path.read_text(encoding="utf-8")
    ] == []


def test_every_exception_is_still_needed():
    for name in EXCEPTIONS:
        assert (ROOT / name.split("::")[0]).is_file()


_NO_SOCKETS = """
import sys
def forbid(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"a socket was opened: {event} {arguments}")
sys.addaudithook(forbid)
from app.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "arguments", [["check", "{draft}"], ["outline", "{draft}"], ["convert", "{draft}", "{out}"]]
)
def test_the_command_line_never_opens_a_socket(arguments, tmp_path):
    draft = tmp_path / "草稿.txt"
    draft.write_text("清河县2026年工作要点\n一、抓学习\n内容。\n", encoding="utf-8")
    given = [a.format(draft=draft, out=tmp_path / "成品.docx") for a in arguments]
    done = subprocess.run(  # noqa: S603  our own interpreter on our own text
        [sys.executable, "-c", _NO_SOCKETS, *given],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode in {0, 1}, done.stderr


def test_pyside_keeps_its_references_to_none():
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 50
