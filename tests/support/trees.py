"""Structure trees as lines of text, for comparing them in tests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from app.document.model import Document, document
from app.document.outline import Node, outline, walk
from app.document.recognize import recognized


def read_text(text: str) -> Document:
    """Return the recognised document of a plain text, a line a block."""
    return recognized(document(*text.removesuffix("\n").split("\n")))


def role_of(text: str, line: int) -> str:
    """Return the role of a line of a plain text."""
    return str(read_text(text).blocks[line].role)


def named(text: str) -> list[str]:
    """Return the role of each line of a plain text."""
    return [str(block.role) for block in read_text(text).blocks]


def rows(nodes: Iterable[Node]) -> list[tuple[int, str, int, str, str]]:
    """Return block, type, level, number and text of each node of a tree."""
    return [(n.block, str(n.type), n.level, n.number, n.text) for n in walk(nodes)]


def tree(text: str) -> str:
    """Return the tree of a plain text: a line a node, indented by level, parts with a star."""
    nodes = walk(outline(read_text(text)))
    return "\n".join(
        f"{'  ' * (n.level - 1)}{'*' if n.type == 'part' else ''}{n.type[0]} {n.number}|{n.text}"
        for n in nodes
    )


def hashed(text: str) -> tuple[str, str]:
    """Return the length of a text and the start of its SHA-1, for texts that stay private."""
    return str(len(text)), hashlib.sha1(text.encode()).hexdigest()[:8]  # noqa: S324  no secret


def written(path: Path) -> list[list[str]]:
    """Return the fields of a tree file; lines that begin with # are remarks."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
