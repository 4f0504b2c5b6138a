"""The composition root of the command line: hands it what needs Qt, imported only when used."""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app import cli
from app.document.model import Document
from app.errors import AppError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; `arguments` default to the process's own."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    return cli.main(given, open_window=_open_window, write_pdf=_write_pdf)


def _open_window(paths: list[str]) -> int:
    gc.disable()  # the window collects in its own moments; its imports leave nothing to collect
    return _ui("打开窗口").open_window(paths)


def _write_pdf(document: Document, layout: str, path: Path, objects: Any) -> None:
    _ui("导出 PDF").write_pdf(document, layout, path, objects)


def _ui(wish: str) -> Any:
    try:
        return importlib.import_module("ui.main")
    except ModuleNotFoundError as missing:
        if missing.name is None or not missing.name.startswith(("PySide6", "shiboken6")):
            raise
        raise AppError(
            f"{wish}需要 PySide6，本机没有安装。请执行：pip install PySide6-Essentials"
        ) from None


if __name__ == "__main__":
    sys.exit(main())
