"""Cleaning of text that comes from elsewhere: Word, WPS, web pages, PDF, mail."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.checks.language.words import cut
from app.document import wrapping
from app.document.model import HEADINGS, Block, Document, Role, Run, normal
from app.document.numbering import leading
from app.document.recognize import recognized
from app.document.unmarking import unmarked

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_WIDE = "\u2e80-\u303f\uff00-\uffef\u3400-\u9fff\U00020000-\U0003ffff“”‘’…—·"
_GAP = re.compile(f"(?<=[{_WIDE}])[ \u00a0\u3000]+(?=[{_WIDE}])")
_BESIDE = re.compile(f"(?<=[{_WIDE}])[ \u00a0]+(?=[0-9])|(?<=[0-9])[ \u00a0]+(?=[{_WIDE}])")
_SPACES = re.compile("[ \u00a0]{2,}|\u00a0")
_EDGE = " \t\u00a0\u3000\n"
_ENDS = "。！？!?：:；;…”』」）)】"
_LEAST_LINE = 12  # characters: shorter lines are not those of a page
_LEAST_FULL, _LONGEST_LINE = 24, 60


def tidy(text: str) -> str:
    """Return one line without invisible characters, indents and the gaps that layout leaves."""
    text = _INVISIBLE.sub("", text).strip(_EDGE)
    numbered = leading(text)
    if numbered is not None and numbered.start == 0:
        text = text[: numbered.end] + text[numbered.end :].lstrip(_EDGE)
    return _SPACES.sub(" ", _BESIDE.sub("", _GAP.sub("", text)))


def _on_a_page(lines: Sequence[str]) -> dict[int, int]:
    """Return the lines that go on with the line before, of a few that a page had broken.

    Lines belong to a page where many are nearly as long as the longest. Empty lines and lines that
    open with a number start anew.
    """
    lengths = [len(line.strip(_EDGE)) for line in lines]
    full = _page_width(lengths)
    if full is None:
        pairs = enumerate(pairwise(lines), 1)
        return {at: at - 1 for at, (one, after) in pairs if _broken(one, after)}
    found: dict[int, int] = {}
    open_ = False
    for at, (line, length) in enumerate(zip(lines, lengths, strict=True)):
        if open_ and not _starts(line):
            found[at] = at - 1
        open_ = length >= full - 3 or (length >= full // 2 and line.rstrip(_EDGE)[-1:] not in _ENDS)
    return found


def _starts(line: str) -> bool:
    """Tell whether a line begins something: it is set in, numbered, a row of a table or empty."""
    said = line.strip(_EDGE)
    return not said or line[0] in " \u3000\t" or "\t" in said or leading(said) is not None


def _broken(line: str, after: str) -> bool:
    """Tell of two lines alone whether a page broke a sentence, or even a word, between them."""
    one, other = line.strip(_EDGE), after.strip(_EDGE)
    if not _LEAST_FULL <= len(one) <= _LONGEST_LINE or one[-1] in _ENDS or _starts(after):
        return False
    said = "，" in one and len(other) <= len(one) + 3 and other[-1] in _ENDS
    return said or any(start < len(one) < end for start, end in cut(one + other))


def _page_width(lengths: Sequence[int]) -> int | None:
    """Return how many characters a full line of the page held, None where lines are paragraphs."""
    long = [length for length in lengths if length >= _LEAST_LINE]
    if len(long) < 3 or max(long) > _LONGEST_LINE:
        return None
    width = round(statistics.quantiles(long, n=10)[-1])
    near = sum(width - 3 <= length <= width + 2 for length in long)
    return width if near * 2 >= len(long) else None


def cleaned(blocks: Sequence[Block], *, titled: bool = False) -> tuple[Block, ...]:
    """Return pasted blocks without what only their source needed; bold and structure stay.

    Faces, colours and sizes go, the marks of Markdown, empty paragraphs and gaps go, lines broken
    by a page are joined. `titled` tells that they go below a title.
    """
    lines = [line for block in blocks for line in _lines(block)]
    plain = [_plain(block) for block in _joined(list(unmarked(lines, titled=titled)))]
    return tuple([block for block in plain if block.text or block.object])


def _lines(block: Block) -> list[Block]:
    """Return a block cut at its line breaks, which outside titles are those of a web page."""
    if "\n" not in block.text or block.role in (Role.TITLE, Role.PART) or block.object:
        return [block]
    found: list[list[Run]] = [[]]
    for run in block.runs:
        first, *others = run.text.split("\n")
        found[-1].append(run.like(first))
        found.extend([run.like(text)] for text in others)
    return [replace(block, runs=normal(runs)) for runs in found]


def _joined(blocks: list[Block]) -> list[Block]:
    """Return one block for each paragraph broken into lines; the foot of a page in it goes."""
    read = recognized(Document(tuple(blocks)))
    continued = wrapping.joints(read.blocks) or _on_a_page([block.text for block in blocks])
    rows = wrapping.paragraphs(continued)
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        row = rows.get(at, [at])
        lines = [blocks[number] for number in row]
        found.append(wrapping.joined(lines) if len(lines) > 1 else lines[0])
        at = row[-1] + 1
    return found


def _plain(block: Block) -> Block:
    if block.object:
        return block
    runs = normal([Run(r.text, r.bold, r.italic, r.underline) for r in block.runs])
    if not runs:
        return replace(block, runs=())
    if len(runs) == 1 or not any(run.bold or run.italic or run.underline for run in runs):
        run = runs[0].like(tidy(block.text))
        named = block.role in (Role.TITLE, *HEADINGS)
        return replace(block, runs=normal([Run(run.text) if named else run]), align=None)
    return replace(block, runs=_tidied(runs), align=None)


def _tidied(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs with the text of all of them tidied, each keeping its characters."""
    text = "".join([run.text for run in runs])
    wanted = tidy(text)
    owners = [run for run in runs for _ in run.text]
    kept: list[Run] = []
    at = 0
    for sign in wanted:
        while at < len(text) and text[at] != sign and not (sign == " " and text[at] in _EDGE):
            at += 1
        kept.append(owners[min(at, len(owners) - 1)].like(sign))
        at += 1
    return normal(kept)
