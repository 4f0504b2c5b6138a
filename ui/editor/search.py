"""Finding text in a document: what is looked for, where it stands, what takes its place."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.document.edits import TextEdit
from app.document.model import Block, Document, Span
from app.document.outline import outline, walk
from app.errors import AppError

if TYPE_CHECKING:
    import regex

Words = Callable[[str], Iterable[tuple[int, int]]]

LONGEST = 1.0  # seconds that looking for a regular expression may take
_PASSED_OVER = frozenset(["P", "Z"])  # general categories: punctuation and spaces


class BadPattern(AppError):
    """What was typed is no regular expression, or one that takes too long."""


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
    match: regex.Match[str] | None = None


def find(
    document: Document, query: Query, where: Iterable[Span] | None = None, *, words: Words
) -> list[Hit]:
    """Return all hits in order; `where` limits the search to these stretches, None to nothing.

    Raises BadPattern where a regular expression cannot be read or takes longer than LONGEST.
    """
    if not query.text:
        return []
    stretches = where or (Span(n, 0, len(block)) for n, block in enumerate(document.blocks))
    if query.regex:
        found = [
            Hit(span, document.slice(span), match)
            for span, match in _expressed(document, query, stretches)
            if span.start < span.end
        ]
    else:
        pattern = _pattern(query)
        found = [
            Hit(Span(stretch.block, start, end), text[start:end])
            for stretch in stretches
            for text in (document.blocks[stretch.block].text,)
            for start, end in _matches(text, query, pattern, stretch)
        ]
    if query.whole_word:
        return [hit for hit in found if _bounded(document.blocks[hit.span.block], hit, words)]
    return found


def only_empty(document: Document, query: Query) -> bool:
    """Tell whether a regular expression matches, but no character: there is nothing to mark."""
    if not query.regex or not query.text:
        return False
    stretches = (Span(n, 0, len(block)) for n, block in enumerate(document.blocks))
    return any(_expressed(document, query, stretches))


def replaced(hit: Hit, query: Query, by: str) -> str:
    """Return what takes the place of a hit; a regular expression fills in its groups.

    Raises BadPattern where the replacement names a group that is not there.
    """
    if not query.regex or hit.match is None:
        return by
    import regex

    try:
        return hit.match.expand(by)
    except (regex.error, IndexError) as error:
        raise BadPattern("替换内容有误：\\1 指第一个括号找到的文字") from error


def replacement(hits: Iterable[Hit], query: Query, by: str) -> tuple[TextEdit, ...]:
    """Return the edits that replace all hits, those of one block last-first."""
    edits = [
        TextEdit(hit.span.block, hit.span.start, hit.span.end, replaced(hit, query, by))
        for hit in hits
    ]
    return tuple(sorted(edits, key=lambda edit: (edit.block, -edit.start)))


def section(document: Document, block: int) -> list[Span]:
    """Return the stretches of the smallest section that a block lies in.

    What stands before the first section and behind the last one is taken for one too.
    """
    ranges = [(n.block, n.stop) for n in walk(outline(document))]
    headed = [bounds for bounds in ranges if bounds[1] - bounds[0] > 1]
    held = [(start, stop) for start, stop in headed if start <= block < stop]
    before = max((stop for _, stop in headed if stop <= block), default=0)
    behind = min((start for start, _ in headed if start > block), default=len(document.blocks))
    first, stop = min(held, key=_length, default=(before, behind))
    return [Span(n, 0, len(document.blocks[n])) for n in range(first, stop)]


def _length(bounds: tuple[int, int]) -> int:
    return bounds[1] - bounds[0]


def _expressed(
    document: Document, query: Query, stretches: Iterable[Span]
) -> Iterator[tuple[Span, regex.Match[str]]]:
    """Yield where a regular expression matches, empty places too."""
    import regex  # not at the start, which it would slow down

    try:
        pattern = regex.compile(query.text, 0 if query.case else regex.IGNORECASE)
    except (regex.error, ValueError, RecursionError) as error:  # (?au), thousands of brackets
        at = min((getattr(error, "pos", None) or 0) + 1, len(query.text))
        raise BadPattern(f"正则表达式有误：第 {at} 个字符处无法理解。") from error
    end = time.monotonic() + LONGEST
    try:
        for stretch in stretches:
            text = document.blocks[stretch.block].text
            left = max(end - time.monotonic(), 0)
            for match in pattern.finditer(text, stretch.start, stretch.end, timeout=left):
                yield Span(stretch.block, match.start(), match.end()), match
    except TimeoutError as error:
        raise BadPattern(
            "这个正则表达式查找太慢，已经停下，文稿没有改动。请写得简单些，或只在本节、选定内容里找。"
        ) from error


def _pattern(query: Query) -> re.Pattern[str]:
    wanted = _folded(query.text)[0] if query.loose else query.text
    return re.compile(re.escape(wanted or query.text), 0 if query.case else re.IGNORECASE)


def _matches(
    text: str, query: Query, pattern: re.Pattern[str], stretch: Span
) -> Iterator[tuple[int, int]]:
    if query.loose and _folded(query.text)[0]:
        folded, origins = _folded(text)
        for match in pattern.finditer(folded):
            start, end = origins[match.start()], origins[match.end() - 1] + 1
            if stretch.start <= start and end <= stretch.end:
                yield start, end
        return
    for match in pattern.finditer(text, stretch.start, stretch.end):
        yield match.start(), match.end()


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
