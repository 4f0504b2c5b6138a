"""A tiny text notation for documents, used in examples, tests and failure messages.

One line a block: the role, `!` where the writer chose it, an alignment in `<>` where it differs
from the role's, then `| ` and the text. `**bold**`, `//italic//` and `__underline__` mark runs; a
backslash takes the special meaning from the next character and `\\n` stands for a line break.
Colours, faces, sizes, labels and objects have no notation: `parse(dump(d)) == d` holds without
them.
"""

from __future__ import annotations

import re

from app.document.model import Align, Block, Document, Role, Run, normal

_LINE = re.compile(r"(?P<role>\w+)(?P<chosen>!?)(?:<(?P<align>\w+)>)?\| ?(?P<text>.*)")
_TOKEN = re.compile(r"\\(?P<escaped>.)|(?P<mark>\*\*|//|__)|(?P<plain>[^\\*/_]+|.)")
_MARKS = {"**": "bold", "//": "italic", "__": "underline"}
_SPECIAL = re.compile(r"([\\*/_])")


def parse(text: str) -> Document:
    """Return the document written in the notation; empty lines are skipped.

    Raises ValueError for a line that is not in the notation.
    """
    return Document(tuple([_block(line) for line in text.split("\n") if line.strip()]))


def dump(document: Document) -> str:
    """Return the notation of a document, one line a block."""
    return "\n".join([_line(block) for block in document.blocks])


def _block(line: str) -> Block:
    found = _LINE.fullmatch(line.lstrip())
    if found is None:
        raise ValueError(f"not in the notation: {line!r}")
    align = Align(found["align"]) if found["align"] else None
    runs = normal(_runs(found["text"]))
    return Block(runs, Role(found["role"]), chosen=bool(found["chosen"]), align=align)


def _runs(text: str) -> list[Run]:
    runs: list[Run] = []
    on = dict.fromkeys(_MARKS.values(), False)
    for token in _TOKEN.finditer(text):
        if token["mark"]:
            on[_MARKS[token["mark"]]] ^= True
        else:
            escaped = token["escaped"]
            piece = token["plain"] if escaped is None else "\n" if escaped == "n" else escaped
            runs.append(Run(piece, on["bold"], on["italic"], on["underline"]))
    return runs


def _line(block: Block) -> str:
    align = f"<{block.align}>" if block.align else ""
    marked: list[str] = []
    on = dict.fromkeys(_MARKS.values(), False)
    for run in (*block.runs, Run("")):
        for mark, name in _MARKS.items():
            if on[name] != getattr(run, name):
                marked.append(mark)
                on[name] = not on[name]
        marked.append(_SPECIAL.sub(r"\\\1", run.text).replace("\n", "\\n"))
    return f"{block.role}{'!' if block.chosen else ''}{align}| {''.join(marked)}"
