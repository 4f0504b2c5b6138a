"""Checking many files: folders walked, results handed on one by one, several processes at will."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from app import formats, reports
from app.document.model import Document
from app.errors import AppError, UnreadableFile


def check_files(
    paths: Iterable[Path], kind: str | None, day: date | None, jobs: int = 1
) -> Iterator[dict[str, Any]]:
    """Return the report of each file in turn, in the order given, folders walked by name.

    `kind` and `day` are None where each file is to tell its own. A file that cannot be read has
    its reason under "error" and no findings.
    """
    work = partial(check_file, kind=kind, day=day)
    files = find_files(paths)
    if jobs == 1:
        yield from map(work, files)
        return
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap(work, files, chunksize=4)


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Return the files named, and those of a readable kind in the folders named.

    A folder that cannot be listed stands for what is in it.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        closed: list[OSError] = []
        for folder, folders, names in os.walk(path, onerror=closed.append):
            folders.sort()
            for name in sorted(names):
                if Path(name).suffix.lower() in formats.READABLE and not name.startswith("~$"):
                    yield Path(folder, name)
        yield from [Path(error.filename) for error in closed]


def check_file(path: Path, *, kind: str | None, day: date | None) -> dict[str, Any]:
    """Return the report of one file as the command line contract has it.

    "failed" holds the titles of the rules that raised and say nothing of this file.
    """
    report: dict[str, Any] = {"file": str(path), "kind": None, "error": None, "findings": []}
    if path.is_dir():
        closed = UnreadableFile(path, "里面的文件没有检查。请看文件夹有没有读取权限。")
        return report | {"error": str(closed)}
    try:
        return report | _checked(formats.open_file(path).document, kind, day)
    except AppError as error:
        return report | {"error": str(error)}
    except Exception as error:  # noqa: BLE001  a fault of ours in one file of thousands is told
        told = f"检查“{path.name}”时程序出错（{type(error).__name__}：{error}），其他文件照常检查。"
        return report | {"error": told}


def _checked(document: Document, kind: str | None, day: date | None) -> dict[str, Any]:
    from app import checks, kinds

    kind = kind or reports.kind_of(document)
    checker = checks.Checker()
    found = checker.run(document, kind=kinds.load(kind) if kind else None, date=day)
    titles = [rule.title for rule in checker.rules if rule.id in checker.failures]
    findings = [reports.finding(document, one) for one in found]
    return {"kind": kind, "findings": findings, "failed": titles}
