"""What a reader of an opened text goes through beside it, and his decisions as edits of the text.

Decisions live in the blocks they were made in, so that undo takes them back; saving carries them
out in the package. Positions are those of the text as read, carried over to what it is by now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.document.edits import Edit, Splice
from app.document.model import Block, Document, Run, Span, cut, normal
from app.docx.align import aligned, opcodes
from app.docx.asides import Aside, asides
from app.docx.read import document_of
from app.docx.revisions import Revision, keys_of, places, revisions
from app.docx.scan import Text, body_of, parsed, text_blocks
from app.docx.settle import join, settled
from app.docx.tree import Element


@dataclass(frozen=True, slots=True)
class Review:
    """The text as it reads after some decisions, with the changes still open and the asides."""

    blocks: tuple[Block, ...] = ()
    revisions: tuple[Revision, ...] = ()
    asides: tuple[Aside, ...] = ()


def decisions(document: Document) -> frozenset[str]:
    """Return the keys of the changes decided in a document, `+` or `-` before each."""
    return frozenset([key for block in document.blocks for key in block.decided])


def review(package: bytes, decided: Iterable[str] = ()) -> Review:
    """Return what there is to go through in a package after some decisions."""
    text = parsed(package, "原文件")
    keys = keys_of(text.root)
    text = _carried_out(text, keys, decided)
    answered = {entry[1:] for entry in decided}
    open_ = {node: key for node, key in keys.items() if key not in answered}
    return Review(document_of(text).blocks, revisions(text, open_), asides(text))


def after(package: bytes, decided: Iterable[str]) -> Text:
    """Return the parsed text of a package with decisions carried out."""
    text = parsed(package, "原文件")
    return _carried_out(text, keys_of(text.root), decided)


def decide(
    package: bytes, document: Document, keys: Iterable[str], *, accept: bool
) -> tuple[Edit, ...]:
    """Return the edits that accept or refuse changes in a document opened from a package.

    What the writer has changed in the same paragraphs stays.
    """
    text = parsed(package, "原文件")
    marks = keys_of(text.root)
    answers = {key: ("+" if accept else "-") + key for key in keys}
    text = _carried_out(text, marks, decisions(document))
    before = document_of(text).blocks
    asked = {node: key for node, key in marks.items() if key in answers}
    at_of = {place.node: place.block for place in places(text, asked)}
    joins = settled(text, marks, answers.values())
    rest = _scanned(text)
    now = dict(zip(rest.elements, document_of(rest).blocks, strict=True))
    theirs = [now.get(row) for row in text.elements]
    matches = aligned(before, document.blocks)
    made = _merged(before, theirs, document.blocks, matches)
    place_of = {row: at for at, row in enumerate(text.elements)}
    pairs = {place_of[gone]: None if into is None else place_of[into] for gone, into in joins}
    _join(made, pairs, matches)
    homes: dict[int | None, int] = {}
    for node, key in asked.items():
        block = at_of.get(node)
        if block not in homes:
            homes[block] = _home(block, pairs, matches, made)
        held = made[homes[block]]
        if held is not None:
            made[homes[block]] = replace(held, decided=held.decided | {answers[key]})
    return tuple(_edits(document.blocks, made))


def located(review: Review, document: Document, spans: Sequence[Span]) -> list[Span | None]:
    """Return where stretches of the text as read stand by now, None where their text is gone."""
    matches = aligned(review.blocks, document.blocks)
    places: dict[int, int] = {}
    for at, match in enumerate(matches):
        if match is not None:
            places.setdefault(match, at)
    maps: dict[int, _Offsets] = {}
    found: list[Span | None] = []
    for span in spans:
        at = places.get(span.block)
        if at is None:
            found.append(None)
            continue
        offsets = maps.get(at)
        if offsets is None:
            offsets = maps[at] = _Offsets(review.blocks[span.block].text, document.blocks[at].text)
        found.append(Span(at, offsets.start(span.start), offsets.end(span.end)))
    return found


class _Offsets:
    """Offsets of one text as offsets of what it has become."""

    def __init__(self, old: str, new: str) -> None:
        self._same = old == new
        self._codes = [] if self._same else opcodes(old, new)

    def start(self, offset: int) -> int:
        """Return where a stretch that began at an offset begins."""
        if self._same:
            return offset
        for tag, a, b, c, _ in self._codes:
            if a <= offset < b:
                return c + offset - a if tag == "equal" else c
        return self._codes[-1][4] if self._codes else 0

    def end(self, offset: int) -> int:
        """Return where a stretch that ended at an offset ends."""
        if self._same:
            return offset
        for tag, a, b, c, d in self._codes:
            if a < offset <= b:
                return c + offset - a if tag == "equal" else d
        return 0


def _carried_out(text: Text, keys: Mapping[Element, str], decided: Iterable[str]) -> Text:
    join(settled(text, keys, decided))
    return _scanned(text)


def _scanned(text: Text) -> Text:
    return replace(text, elements=tuple(text_blocks(body_of(text), text.sheet)))


def _merged(
    before: Sequence[Block],
    theirs: Sequence[Block | None],
    live: Sequence[Block],
    matches: Sequence[int | None],
) -> list[Block | None]:
    """Return the live blocks with what changed from `before` to `theirs`, None for one gone.

    `matches` has for each live block the one of `before` that it is.
    """
    made: list[Block | None] = []
    for block, match in zip(live, matches, strict=True):
        if match is None:
            made.append(block)
            continue
        other = theirs[match]
        made.append(None if other is None else _with_change(before[match], other, block))
    return made


def _with_change(old: Block, new: Block, live: Block) -> Block:
    """Return the live block with what changed from `old` to `new`."""
    if live.align == old.align:
        live = replace(live, align=new.align)
    if live.label == old.label:
        live = replace(live, label=new.label)
    if old.object or new.object or live.runs == old.runs:
        changed = (old.runs, old.object) != (new.runs, new.object)
        return replace(live, runs=new.runs, object=new.object) if changed else live
    before, after = list(_characters(old.runs)), list(_characters(new.runs))
    if before == after:
        return live
    offsets = _Offsets(old.text, live.text)
    runs = live.runs
    for tag, a, b, c, d in reversed(opcodes(before, after)):
        if tag != "equal":
            start = offsets.start(a)
            end = max(offsets.end(b), start) if b > a else start
            length = sum([len(run.text) for run in runs])
            runs = normal((*cut(runs, 0, start), *cut(new.runs, c, d), *cut(runs, end, length)))
    return replace(live, runs=runs)


def _characters(runs: Iterable[Run]) -> Iterator[tuple[str, Run]]:
    for run in runs:
        look = run.like("")
        for character in run.text:
            yield character, look


def _join(
    made: list[Block | None], pairs: Mapping[int, int | None], matches: Sequence[int | None]
) -> None:
    """Put the live blocks of paragraphs whose end is gone into those behind them."""
    places = {match: at for at, match in enumerate(matches) if match is not None}
    for gone in sorted(pairs):
        into = pairs[gone]
        at = places.get(gone)
        held = None if at is None else made[at]
        if at is None or held is None:
            continue
        target = places.get(into) if into is not None else None
        receiver = None if target is None else made[target]
        if target is not None and receiver is not None:
            made[target] = replace(
                receiver,
                runs=normal((*held.runs, *receiver.runs)),
                decided=held.decided | receiver.decided,
            )
            made[at] = None
        elif not held.runs:
            made[at] = None


def _home(
    block: int | None,
    pairs: Mapping[int, int | None],
    matches: Sequence[int | None],
    made: Sequence[Block | None],
) -> int:
    """Return the live block to note a decision in: its own, or the nearest that stays."""
    while block is not None and block in pairs:
        block = pairs[block]
    own = [at for at, match in enumerate(matches) if match == block and made[at] is not None]
    staying = [at for at, row in enumerate(made) if row is not None]
    if own or not staying:
        return own[0] if own else 0
    return min(staying, key=lambda at: abs((matches[at] or at) - (block or 0)))


def _edits(old: Sequence[Block], new: Sequence[Block | None]) -> Iterator[Edit]:
    """Yield what makes the old blocks the new ones, the last first."""
    for at in range(len(old) - 1, -1, -1):
        made = new[at]
        if made is None:
            yield Splice(at, at + 1)
        elif made != old[at]:
            yield Splice(at, at + 1, (made,))
