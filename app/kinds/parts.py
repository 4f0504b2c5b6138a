"""Which part of a kind stands where in a text, what is missing, and what kind a text is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from app.document.model import HEADINGS, Block, Document, Role
from app.kinds.model import Kind, Need, Part, Place
from app.kinds.shelf import Head, heads

_Placed: TypeAlias = tuple[int, Block, frozenset[Place]]
_TAIL = frozenset(
    {
        Role.BLANK,
        Role.NOISE,
        Role.SIGNATURE,
        Role.DATE,
        Role.ATTACHMENT_NOTE,
        Role.ANNOTATION,
        Role.COPIES,
    }
)


_SILENT = (Role.BLANK, Role.NOISE)
_NEAR_START, _NEAR_END = 30, 15  # paragraphs in which a kind shows by its turns of phrase


@dataclass(frozen=True, slots=True)
class Found:
    """The blocks in which a part of the kind stands, rising; none where it is missing."""

    part: Part
    blocks: tuple[int, ...]


def title(document: Document) -> str:
    """Return the text of the first title, its rows joined; "" where there is none."""
    rows: list[str] = []
    for block in document.blocks:
        if block.role is Role.TITLE:
            rows.append(block.text.replace("\n", ""))
        elif rows and block.role is not Role.BLANK:
            break
    return "".join(rows).strip()


def parts_found(kind: Kind, document: Document) -> tuple[Found, ...]:
    """Return every part of the kind with the blocks in which it stands.

    A block belongs to one part: to one known only by its place at the start, then to one whose
    pattern it matches, then to any it fits; among equals to the next in the order of the kind. A
    part left without a block shares one that it fits as well: 问题和打算 in one section, a preface
    that also looks back. Where a heading names a part, paragraphs that mention it do not count.
    """
    placed = tuple(_placed(document))
    named = {part.id: _headed(part, placed) for part in kind.parts}
    taken: dict[str, list[int]] = {part.id: [] for part in kind.parts}
    order = {part.id: n for n, part in enumerate(kind.parts)}
    at = 0
    for number, block, places in placed:
        fitting = [
            part
            for part in kind.parts
            if _fits(part, block, places) and (block.role in HEADINGS or not named[part.id])
        ]
        opening = [part for part in fitting if _opens(part) and not taken[part.id]]
        choice = opening or [part for part in fitting if part.pattern is not None] or fitting
        if choice:
            ahead = [part for part in choice if order[part.id] >= at]
            part = (ahead or choice)[0]
            taken[part.id].append(number)
            at = max(at, order[part.id])
    return tuple(Found(part, tuple(taken[part.id]) or _shared(part, placed)) for part in kind.parts)


def missing(kind: Kind, document: Document) -> tuple[Part, ...]:
    """Return the parts that a document of the kind must have and this one lacks."""
    heading = title(document)
    return tuple(
        found.part
        for found in parts_found(kind, document)
        if not found.blocks
        and (
            found.part.need is not Need.OPTIONAL
            if found.part.if_title is None
            else found.part.if_title.search(heading) is not None
        )
    )


def misplaced(kind: Kind, document: Document) -> tuple[Found, ...]:
    """Return the parts that stand out of the order of the kind: the fewest that explain it."""
    standing = [
        found for found in parts_found(kind, document) if found.blocks and not found.part.free
    ]
    # For each number of parts in order: the earliest block at which so many end, and which.
    runs: list[tuple[int, tuple[Found, ...]]] = [(-1, ())]
    for found in standing:
        for length in range(len(runs), 0, -1):
            latest, kept = runs[length - 1]
            at = bisect_left(found.blocks, latest)
            if at == len(found.blocks):
                continue
            longer = (found.blocks[at], (*kept, found))
            if length == len(runs):
                runs.append(longer)
            elif longer[0] < runs[length][0]:
                runs[length] = longer
    return tuple(found for found in standing if found not in runs[-1][1])


# 男：……, 主持人甲：……: who speaks, in a script.
_SPEAKER = re.compile("[男女合甲乙丙丁齐A-D][：:]|主持人[甲乙一二A-D]?[：:]|旁白[：:]")
_PLAYED = 3  # lines of a script


def guess(document: Document, own: Path | None = None) -> str | None:
    """Return the id of the kind that a text most likely is, None where nothing tells.

    The document's own details win; then the title, then turns of phrase that only one kind has.
    What is spoken by turns, as on a stage, is of none.
    """
    if document.details.kind:
        return document.details.kind
    # An attachment has a title of its own: it tells where that of the paper does not.
    titles = [title(document)]
    if not any(_title_score(head, titles) for head in heads(own)[0]):
        titles += _title_rows(document)
    texts = [block.text for block in document.blocks if block.role not in _SILENT]
    texts = texts[:_NEAR_START] + texts[_NEAR_START:][-_NEAR_END:]
    if sum(_SPEAKER.match(text) is not None for text in texts) >= _PLAYED:
        return None
    best: tuple[float, str] | None = None
    for head in heads(own)[0]:
        score = _title_score(head, titles) + _text_score(head, texts)
        if score > 0 and (best is None or score > best[0]):
            best = (score, head.id)
    return best[1] if best else None


def _title_rows(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if block.role in (Role.TITLE, Role.SUBTITLE):
            yield block.text.replace("\n", "").strip()


def _title_score(head: Head, titles: Iterable[str]) -> float:
    """Return 0 or a number above 10, higher for a longer match."""
    found = [re.search(sign, text) for text in titles for sign in head.title_signs]
    lengths = [len(match[0]) for match in found if match]
    return 10 + max(lengths) / 100 if lengths else 0


def _text_score(head: Head, texts: list[str]) -> float:
    return sum(3 for sign in head.text_signs if any(re.search(sign, text) for text in texts))


def _headed(part: Part, placed: Iterable[_Placed]) -> bool:
    """Return whether a heading names the part."""
    return part.pattern is not None and any(
        block.role in HEADINGS and _fits(part, block, places) for _, block, places in placed
    )


def _opens(part: Part) -> bool:
    return part.pattern is None and part.place is Place.START


def _shared(part: Part, placed: Iterable[_Placed]) -> tuple[int, ...]:
    """Return the first block that fits a part, however it was given away.

    A part known neither by a pattern nor by its place would fit anything and shares nothing.
    """
    if part.pattern is None and part.place is Place.ANY:
        return ()
    return tuple(number for number, block, places in placed if _fits(part, block, places))[:1]


def ends(document: Document) -> tuple[int, int]:
    """Return the first heading's block and the last block of the text proper.

    The first is the number of blocks where there is no heading, the second -1 in an empty text.
    """
    blocks = document.blocks
    first = next((n for n, b in enumerate(blocks) if b.role in HEADINGS), len(blocks))
    proper = [n for n in range(_stop(document)) if blocks[n].role not in _TAIL]
    return first, proper[-1] if proper else -1


def _stop(document: Document) -> int:
    """Return the block at which attachments begin."""
    blocks = document.blocks
    labels = (n for n, b in enumerate(blocks) if b.role is Role.ATTACHMENT_LABEL)
    return next(labels, len(blocks))


def _placed(document: Document) -> Iterator[_Placed]:
    """Yield the blocks that can be parts, each with the places it stands at."""
    first, last = ends(document)
    for number, block in enumerate(document.blocks[: _stop(document)]):
        if block.role in _SILENT:
            continue
        places = {Place.ANY}
        if number < first:
            places.add(Place.START)
        if number == last:
            places.add(Place.END)
        yield number, block, frozenset(places)


def _fits(part: Part, block: Block, places: frozenset[Place]) -> bool:
    return (
        block.role in part.roles
        and part.place in places
        and (part.pattern is None or part.pattern.search(block.text) is not None)
    )
