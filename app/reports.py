"""Outline and findings as plain values for JSON and as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from app.checks import Finding, Severity
from app.document.edits import Edit, Splice, TextEdit
from app.document.model import Document
from app.document.outline import Node, walk
from app.document.outline import outline as read_outline


def outline(file: str, document: Document) -> dict[str, Any]:
    """Return the structure of a document as the command line contract has it."""
    blocks = [
        {"block": at, "role": str(block.role), "text": block.text}
        for at, block in enumerate(document.blocks)
    ]
    nodes = [_node(node) for node in read_outline(document)]
    return {"file": file, "kind": kind_of(document), "blocks": blocks, "nodes": nodes}


def outline_lines(document: Document) -> Iterator[str]:
    """Return one line a node, indented by its depth."""
    for node in walk(read_outline(document)):
        yield f"{'　' * (node.level - 1)}{node.number}{node.text}"


def kind_of(document: Document) -> str | None:
    """Return the id of the document's kind: the one chosen, or the one it looks like."""
    from app import kinds

    return document.details.kind or kinds.guess(document)


def _node(node: Node) -> dict[str, Any]:
    return {
        "type": str(node.type),
        "level": node.level,
        "number": node.number,
        "text": node.text,
        "block": node.block,
        "start": node.start,
        "end": node.end,
        "children": [_node(child) for child in node.children],
    }


def finding(document: Document, found: Finding) -> dict[str, Any]:
    """Return one finding as the command line contract has it."""
    return {
        "check": found.check,
        "severity": str(found.severity),
        "block": found.span.block,
        "start": found.span.start,
        "end": found.span.end,
        "text": document.slice(found.span),
        "message": found.message,
        "fixes": [
            {"title": fix.title, "edits": edits}
            for fix in found.fixes
            if (edits := _edits(document, fix.edits))
        ],
    }


def _edits(document: Document, edits: Iterable[Edit]) -> list[dict[str, Any]]:
    """Return edits as replacements of text, a removed block as one emptied.

    The list is empty where an edit is more than that: a script cannot carry it out.
    """
    found: list[dict[str, Any]] = []
    for edit in edits:
        if isinstance(edit, TextEdit):
            found.append(asdict(edit))
        elif isinstance(edit, Splice) and not edit.blocks:
            found += [
                {"block": at, "start": 0, "end": len(document.blocks[at]), "text": ""}
                for at in range(edit.start, edit.end)
            ]
        else:
            return []
    return found


def finding_line(file: str, found: dict[str, Any]) -> str:
    """Return a finding as one line: file, line and column counted from 1, severity, message."""
    severity = Severity(found["severity"]).label
    place = f"{file}:{found['block'] + 1}:{found['start'] + 1}"
    return f"{place} {severity} {found['message']}（{found['check']}）"
