"""Text written in Markdown without its marks: headings get their role, bold its look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.document.markdown import bold_spans, depth, is_bold, is_table
from app.document.model import HEADINGS, Block, Document, Role, Run, normal
from app.document.nodes import Node, NodeType
from app.document.numbering import Form, leading, write
from app.document.outline import outline
from app.document.recognize import recognized

_HEADED = (Role.TITLE, Role.PART, *HEADINGS)
_DEEPER = (Form.ARABIC_BRACKET, Form.CIRCLED)  # of 1. in a list inside another, and inside that
_LEAST_BOLD = 2
_ABOVE = Block((Run("标题"),), Role.TITLE, chosen=True)
_HASHES = re.compile(r"\s*#{1,6}[ \t\u3000]*|[ \t]+#+\s*$")
_QUOTED = re.compile(r"\s*(?:>\s?)+")
_BULLET = re.compile(r"\s*[-*+][ \t]+(?:\[[ xX]\]\s+)?(?=\S)")
_FENCE = re.compile(r"\s*(?:```|~~~).*")
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}|\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")
_INLINE = re.compile(
    r"`(?P<code>[^`\n]+)`|!\[[^\]\n]*\]\([^)\n]*\)|\[(?P<link>[^\]\n]+)\]\([^)\s]+\)|"
    r"\\(?P<escaped>[\\`*_{}\[\]()#+.!|>-])|(?<![*\w])\*(?P<slanted>[^*\s][^*\n]*)\*(?![*\w])"
)


def unmarked(blocks: Sequence[Block], *, titled: bool = False) -> tuple[Block, ...]:
    """Return blocks without the marks of Markdown, those as they are that have none.

    A heading without a number keeps the role that its marks gave it, as chosen; a bullet becomes
    the dash of an item, 1. in a list inside another （1）; cells stand apart by tabs. Rules and
    fences go. `titled` tells that they go below a title, so that the first line behind ## is none.
    """
    texts = [block.text for block in blocks]
    if not _is_marked(texts):
        return tuple(blocks)
    above = (_ABOVE,) if titled else ()
    read = recognized(Document((*above, *blocks)))
    numbers = dict(_inside(outline(read), 0))
    cells = _table_rows(texts)
    made: list[Block] = []
    for at, block in enumerate(blocks):
        if block.object or len(block.runs) != 1:
            made.append(block)
        elif at in cells:
            row = block.text.strip().strip("|").split("|")
            text = "\t".join([cell.strip() for cell in row])
            made.append(replace(block, runs=_in_look(text)))
        elif not (_FENCE.fullmatch(block.text) or _RULE.fullmatch(block.text)):
            place = at + len(above)
            made.append(_without_marks(block, read.blocks[place].role, numbers.get(place)))
    return tuple(made)


def _inside(nodes: Sequence[Node], lists: int) -> Iterator[tuple[int, str]]:
    """Yield the block of each item of a list inside others, `lists` of them, and its new number."""
    for node in nodes:
        listed = node.type is NodeType.ITEM and node.form is Form.ARABIC
        if listed and 0 < lists <= len(_DEEPER):
            yield node.block, write(_DEEPER[lists - 1], node.value)
        yield from _inside(node.children, lists + listed)


def _table_rows(texts: Sequence[str]) -> frozenset[int]:
    """Return the rows of tables: lines between | and |, and those around a rule of several."""
    found = {at for at, text in enumerate(texts) if is_table(text.strip())}
    for at, text in enumerate(texts):
        if "|" not in text or not _RULE.fullmatch(text):
            continue
        found.add(at - 1)
        for below in range(at + 1, len(texts)):
            if "|" not in texts[below]:
                break
            found.add(below)
    return frozenset(at for at in found if not _RULE.fullmatch(texts[at]))


def _is_marked(texts: Sequence[str]) -> bool:
    """Tell whether texts are Markdown: a heading behind #, bold in two places, a table, a fence."""
    bold = sum(len(bold_spans(text)) for text in texts)
    return bold >= _LEAST_BOLD or any(
        depth(text) or _FENCE.fullmatch(text) or ("|" in text and _RULE.fullmatch(text))
        for text in texts
    )


def _without_marks(block: Block, role: Role, number: str | None) -> Block:
    """Return one block without its marks, with another `number` where there is one."""
    text = block.text
    headed = role in _HEADED and (depth(text) > 0 or is_bold(text.strip()))
    if number is not None:
        lead = leading(text)
        text = number + (text[lead.end :].lstrip() if lead else text)
    elif depth(text):
        text = _HASHES.sub("", text)
    text = _BULLET.sub("——", _QUOTED.sub("", text), count=1)
    runs = _in_look(text)
    if not headed:
        return replace(block, runs=runs)
    said = "".join([run.text for run in runs])
    plain = normal([Run(said)])
    if leading(said, sure=True) is None:
        return replace(block, runs=plain, role=role, chosen=True)
    return replace(block, runs=plain)


def _in_look(text: str) -> tuple[Run, ...]:
    """Return a text as runs, without the marks inside the line."""
    return normal([run for piece in _pieces(text) for run in _plain(piece)])


def _pieces(text: str) -> Iterator[Run]:
    """Yield the stretches of a text, those in ** bold and without them."""
    at = 0
    for start, end in bold_spans(text):
        yield Run(text[at:start])
        yield Run(text[start + 2 : end - 2], bold=True)
        at = end
    yield Run(text[at:])


def _plain(run: Run) -> Iterator[Run]:
    """Yield a stretch without the marks inside a line: code, links, what is slanted."""
    at = 0
    for found in _INLINE.finditer(run.text):
        yield run.like(run.text[at : found.start()])
        said = found["code"] or found["link"] or found["escaped"] or found["slanted"] or ""
        yield run.like(said)
        at = found.end()
    yield run.like(run.text[at:])
