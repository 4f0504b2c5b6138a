"""Finding text in a document: what is looked for, where it stands, what takes its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.document.edits import TextEdit
from app.document.model import Block, Document, Span
from app.document.outline import outline, walk
from app.errors import AppError

Words = Callable[[str], Iterable[tuple[int, int]]]

_PASSED_OVER = frozenset(["P", "Z"])  # general categories: punctuation and spaces


class BadPattern(AppError):
    """What was typed is no regular expression."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; `loose` passes over width, case, punctuation and spaces."""

    text: str
    regex: bool = False
    loose: bool = False
    case: bool = False
    whole_word: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One place found, and the match that a replacement may take its groups from."""

    span: Span
    text: str
    match: re.Match[str] | None = None


def find(
    document: Document, query: Query, where: Iterable[Span] | None = None, *, words: Words
) -> list[Hit]:
    """Return all hits in order; `where` limits the search to these stretches, None to nothing.

    Raises BadPattern where a regular expression cannot be read.
    """
    if not query.text:
        return []
    pattern = _pattern(query)
    stretches = where or (Span(n, 0, len(block)) for n, block in enumerate(document.blocks))
    found: list[Hit] = []
    for stretch in stretches:
        text = document.blocks[stretch.block].text
        for start, end, match in _matches(text, query, pattern, stretch):
            found.append(Hit(Span(stretch.block, start, end), text[start:end], match))
    if query.whole_word:
        return [hit for hit in found if _bounded(document.blocks[hit.span.block], hit, words)]
    return found


def only_empty(document: Document, query: Query) -> bool:
    """Tell whether a regular expression matches, but no character: there is nothing to mark."""
    if not query.regex or not query.text:
        return False
    pattern = _pattern(query)
    return any(pattern.search(block.text) for block in document.blocks)


def replaced(hit: Hit, query: Query, by: str) -> str:
    """Return what takes the place of a hit; a regular expression fills in its groups.

    Raises BadPattern where the replacement names a group that is not there.
    """
    if not query.regex or hit.match is None:
        return by
    try:
        return hit.match.expand(by)
    except (re.error, IndexError) as error:
        raise BadPattern("替换内容有误：\\1 指第一个括号找到的文字") from error


def replacement(hits: Iterable[Hit], query: Query, by: str) -> tuple[TextEdit, ...]:
    """Return the edits that replace all hits, those of one block last-first."""
    edits = [
        TextEdit(hit.span.block, hit.span.start, hit.span.end, replaced(hit, query, by))
        for hit in hits
    ]
    return tuple(sorted(edits, key=lambda edit: (edit.block, -edit.start)))


def section(document: Document, block: int) -> list[Span]:
    """Return the stretches of the smallest section that a block lies in, else of everything."""
    ranges = [(n.block, n.stop) for n in walk(outline(document)) if n.block <= block < n.stop]
    headed = [(start, stop) for start, stop in ranges if stop - start > 1]
    first, stop = min(headed, key=_length, default=(0, len(document.blocks)))
    return [Span(n, 0, len(document.blocks[n])) for n in range(first, stop)]


def _length(bounds: tuple[int, int]) -> int:
    return bounds[1] - bounds[0]


def _pattern(query: Query) -> re.Pattern[str]:
    flags = re.NOFLAG if query.case else re.IGNORECASE
    if not query.regex:
        wanted = _folded(query.text)[0] if query.loose else query.text
        return re.compile(re.escape(wanted or query.text), flags)
    try:
        return re.compile(query.text, flags)
    except re.error as error:
        raise BadPattern(f"正则表达式有误：第 {(error.pos or 0) + 1} 个字符处无法理解。") from error


def _matches(
    text: str, query: Query, pattern: re.Pattern[str], stretch: Span
) -> Iterator[tuple[int, int, re.Match[str] | None]]:
    if query.loose and not query.regex and _folded(query.text)[0]:
        folded, origins = _folded(text)
        for match in pattern.finditer(folded):
            start, end = origins[match.start()], origins[match.end() - 1] + 1
            if stretch.start <= start and end <= stretch.end:
                yield start, end, None
        return
    for match in pattern.finditer(text, stretch.start, stretch.end):
        if match.end() > match.start():
            yield match.start(), match.end(), match


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the text in one width without punctuation and spaces, and where each sign was."""
    signs: list[str] = []
    origins: list[int] = []
    for at, sign in enumerate(text):
        for plain in unicodedata.normalize("NFKC", sign):
            if unicodedata.category(plain)[0] not in _PASSED_OVER:
                signs.append(plain)
                origins.append(at)
    return "".join(signs), origins


def _bounded(block: Block, hit: Hit, words: Words) -> bool:
    """Tell whether a hit begins and ends where words do."""
    bounds = {0, len(block), *[edge for word in words(block.text) for edge in word]}
    return hit.span.start in bounds and hit.span.end in bounds
