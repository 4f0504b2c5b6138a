"""The files of the lexicons: those shipped, and the office's own in their place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.resources import own, shipped


def rows(name: str) -> Iterator[list[str]]:
    """Yield the tab-separated fields of each line of a lexicon; `#` opens a comment line.

    The office's own copy, once adopted, stands for the shipped one.
    """
    for line in in_use(name).read_text("utf-8-sig").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [field.strip() for field in line.split("\t")]


def in_use(name: str) -> Path:
    """Return the file of a lexicon: the office's own, once adopted, else the shipped one."""
    adopted = own_folder() / name
    return adopted if adopted.is_file() else shipped("resources") / "lexicons" / name


def own_folder() -> Path:
    """Return where the office's own lexicons lie; it need not exist."""
    return own("lexicons")
