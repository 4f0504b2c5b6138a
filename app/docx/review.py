"""What a reader of an opened text goes through beside it, and his decisions as edits of the text.

Decisions live in the blocks they were made in, so that undo takes them back; saving carries them
out in the package. Positions are those of the text as read, carried over to what it is by now.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.document.edits import Edit, Splice
from app.document.model import Block, Document, Run, Span, normal
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
    noted: dict[int | None, set[str]] = {}
    for node, key in asked.items():
        noted.setdefault(_lasting(at_of.get(node), pairs), set()).add(answers[key])
    for home, told in _by_home(noted, matches, made).items():
        held = made[home]
        if held is not None:
            made[home] = replace(held, decided=held.decided | told)
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
        self._codes = [] if old == new else opcodes(old, new)
        self._ends = [code[2] for code in self._codes]

    def start(self, offset: int) -> int:
        """Return where a stretch that began at an offset begins."""
        at = bisect_right(self._ends, offset)
        if at < len(self._codes):
            tag, a, _, c, _ = self._codes[at]
            return c + offset - a if tag == "equal" else c
        return self._codes[-1][4] if self._codes else offset

    def end(self, offset: int) -> int:
        """Return where a stretch that ended at an offset ends."""
        at = bisect_left(self._ends, offset) if offset else len(self._codes)
        if at < len(self._codes):
            tag, a, _, c, d = self._codes[at]
            return c + offset - a if tag == "equal" else d
        return 0 if self._codes else offset


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
    offsets, written = _Offsets(old.text, live.text), list(_characters(live.runs))
    mixed: list[tuple[str, Run]] = []
    at = 0
    for tag, a, b, c, d in opcodes(before, after):
        if tag != "equal":
            mixed += written[at : offsets.start(a)] + after[c:d]
            at = max(offsets.end(b) if b > a else offsets.start(a), at)
    return replace(live, runs=normal([look.like(text) for text, look in [*mixed, *written[at:]]]))


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


def _lasting(block: int | None, pairs: Mapping[int, int | None]) -> int | None:
    """Return the block of the text as read that took the content of one, itself where it stays."""
    while block is not None and block in pairs:
        block = pairs[block]
    return block


def _by_home(
    noted: Mapping[int | None, set[str]],
    matches: Sequence[int | None],
    made: Sequence[Block | None],
) -> dict[int, set[str]]:
    """Return the decisions of blocks as read by the live blocks to note them in.

    These are the blocks themselves, or the nearest ones that stay.
    """
    own: dict[int | None, int] = {}
    nearest: list[tuple[int, int]] = []
    for at, row in enumerate(made):
        if row is not None:
            match = matches[at]
            own.setdefault(match, at)
            nearest.append((at if match is None else match, at))
    nearest.sort()
    homes: dict[int, set[str]] = {}
    for block, told in noted.items():
        home = own.get(block)
        if home is None:
            home = _near(nearest, block or 0)
        homes.setdefault(home, set()).update(told)
    return homes


def _near(places: Sequence[tuple[int, int]], wanted: int) -> int:
    """Return what stands at the place nearest to one, 0 where there is no place."""
    at = bisect_left(places, (wanted, 0))
    beside = places[max(at - 1, 0) : at + 1]
    return min(beside, key=lambda place: abs(place[0] - wanted))[1] if beside else 0


def _edits(old: Sequence[Block], new: Sequence[Block | None]) -> Iterator[Edit]:
    """Yield what makes the old blocks the new ones, the last first."""
    for at in range(len(old) - 1, -1, -1):
        made = new[at]
        if made is None:
            yield Splice(at, at + 1)
        elif made != old[at]:
            yield Splice(at, at + 1, (made,))
