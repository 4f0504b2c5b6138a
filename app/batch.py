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
from app.errors import AppError


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
    """Return the files named, and those of a readable kind in the folders named."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders.sort()
            for name in sorted(names):
                if Path(name).suffix.lower() in formats.READABLE and not name.startswith("~$"):
                    yield Path(folder, name)


def check_file(path: Path, *, kind: str | None, day: date | None) -> dict[str, Any]:
    """Return the report of one file as the command line contract has it."""
    from app import checks, kinds

    report: dict[str, Any] = {"file": str(path), "kind": None, "error": None, "findings": []}
    try:
        document = formats.open_file(path).document
    except AppError as error:
        return report | {"error": str(error)}
    kind = kind or reports.kind_of(document)
    found = checks.check(document, kind=kinds.load(kind) if kind else None, date=day)
    return report | {"kind": kind, "findings": [reports.finding(document, one) for one in found]}
