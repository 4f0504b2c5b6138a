"""The later numbers of a row, shifted where a paragraph of it has come or gone at a key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from app.document.edits import Splice, TextEdit
from app.document.ends import common_ends
from app.document.model import HEADINGS, Block, Role
from app.document.numbering import Enumerator, Form, leading, places, within, write
from app.document.renumbering import places_of
from app.document.series import WORDED
from app.patterns import regex

_RANKS = {Role.PART: 0, **{role: rank for rank, role in enumerate(HEADINGS, 4)}, Role.ITEM: 8}
_UNITS = {"章": 1, "节": 2}
_ARTICLE = 3  # 第一条 holds headings
_ENDS = (Role.TITLE, Role.ATTACHMENT_LABEL)  # behind them stands another document
# Items of these forms stand in this order below each other.
_LADDER = {Form.ARABIC: 1, Form.ARABIC_BRACKET: 2, Form.ARABIC_PAREN: 3, Form.CIRCLED: 4}
_STANDING = (Form.ARABIC, Form.ARABIC_BRACKET, Form.ARABIC_PAREN)  # 1. alone beside 2. in its text
_HOLDING = (Form.PART, Form.CHINESE, Form.ARABIC, Form.DECIMAL)  # 1.1 may stand below them
_PIECE = 256  # blocks read at a time
_DECIMAL = regex("[\\s*]*[0-9０-９]{1,2}[.．][0-9０-９]")
_LAST = 5  # 最后
_MOST = 2000  # numbers shifted at one key, more than any law has articles

Shift: TypeAlias = TextEdit | Splice  # of a number in the text, of one that the file's list shows


def number_of(block: Block) -> Enumerator | None:
    """Return the number of a paragraph, in its text or its label, None where it has none."""
    if block.role not in _RANKS or block.object is not None:
        return None
    found = leading(f"{block.label}文" if block.label else block.text, sure=True)
    return None if found is None or found.form is Form.DASH else found


def place(edit: Shift) -> int:
    """Return the block that an edit changes."""
    return edit.block if isinstance(edit, TextEdit) else edit.start


def shifted(
    blocks: Sequence[Block], start: int, stop: int, new: Sequence[Block], *, anew: bool = False
) -> tuple[Shift, ...]:
    """Return the edits that let later numbers follow where `new` takes the place of some blocks.

    `blocks` is the text before that change, read no further than its rows go; the edits are of the
    text after it. A row is touched only where it was in order and what has come fits into it;
    `anew` gives what has come the numbers of its place. A row goes on in the next section where it
    did before.
    """
    old = blocks[start:stop]
    head, tail = common_ends(old, new)  # what stays is of the row around
    if head < min(len(old), len(new)) - tail and old[head].role is new[head].role in _ENDS:
        head += 1  # a title that takes in the paragraph below it
    change = _Change(blocks, start + head, stop - tail, new[head : len(new) - tail])
    kinds: dict[_Kind, None] = {}  # each once, in order
    for block in (*old[head : len(old) - tail], *change.new):
        number = number_of(block)
        if number is not None:
            kinds[_kind(block, number)] = None
    edits = {place(edit): edit for kind in kinds for edit in _row(change, kind, anew=anew)}
    return tuple(edits.values())


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the numbers of a row have in common: form, level, the places before the last.

    `listed` tells that the list of the opened file shows them.
    """

    form: Form
    rank: int
    above: tuple[int, ...]
    listed: bool


@dataclass(frozen=True, slots=True)
class _Member:
    """A number of a row; `apart` tells that a higher section begins between the last and it."""

    at: int
    number: Enumerator
    apart: bool


@dataclass(frozen=True, slots=True)
class _Change:
    """What takes the place of the blocks `start` to `stop` of a text."""

    blocks: Sequence[Block]
    start: int
    stop: int
    new: Sequence[Block]

    def after(self, at: int) -> int:
        """Return where a block behind the change stands afterwards."""
        return at - self.stop + self.start + len(self.new)


@dataclass(slots=True)
class _Old:
    """The rows around a change as they were: `first` begins the last of them in what goes.

    None where it begins above. `apart` tells that a higher section begins below the last number
    above.
    """

    above: list[_Member]
    apart: bool
    below: list[_Member]
    first: _Member | None = None
    left: bool = False  # whether numbers of the kind go


def _row(change: _Change, kind: _Kind, *, anew: bool) -> list[Shift]:
    """Return the edits of the numbers of one kind."""
    old = _before(change, kind, anew=anew)
    if old is None:
        return []
    new = list(_members(change.new, range(len(change.new)), kind, apart=old.apart))
    anew = anew and not any(one.apart for one in new) and (old.left or not _own_row(new))
    head = old.above
    if old.first is not None and not (old.first.apart and not _apart(change, kind, old, new)):
        head = []
    first = head[0] if head else old.first
    if first is None or not (anew or _fits(head, old.first, new)):
        return []
    members = [*head, *new, *old.below]
    due = _due(kind.form, [one.number for one in members], first.number.value)
    later = len(head) + len(new)
    edits: list[Shift] = []
    for one, number in zip(new, due[len(head) : later], strict=True):
        if anew:
            edits += _written(change.new[one.at], change.start + one.at, one.number, number)
    for one, number in zip(old.below, due[later:], strict=True):
        edits += _written(change.blocks[one.at], change.after(one.at), one.number, number)
        edits += _inside(change, kind, one, number)
    return edits


def _before(change: _Change, kind: _Kind, *, anew: bool) -> _Old | None:
    """Return the rows as they were, None where a number of them was not in order.

    What takes a number `anew` may open a row that has none above.
    """
    above = _above(change, kind)
    if above is None:
        return None
    apart = above[0].apart if above else False
    old = _Old(above[::-1], apart, [])
    last = above[0] if above else None
    down = range(change.start, len(change.blocks))
    for one in _members(change.blocks, down, kind, apart=apart):
        goes_on = last is not None and _goes_on(last, one)
        begins = last is None or one.number.value == 1 or (one.apart and not goes_on)
        if not begins and not goes_on:
            return None
        if begins and (one.at < change.stop or (anew and last is None)):
            old.first = one
        elif begins:
            break
        if one.at < change.stop:
            old.left = True
        else:
            old.below.append(one)
        last = one
        if len(old.below) > _MOST:
            return None
    return old


def _above(change: _Change, kind: _Kind) -> list[_Member] | None:
    """Return the row above a change from its last number up, None where it was not in order."""
    found: list[_Member] = []
    for one in _members(change.blocks, range(change.start - 1, -1, -1), kind):
        if found and not _goes_on(one, found[-1]):
            return found if one.apart else None
        found.append(one)
        if one.number.value == 1:
            break
    return found


def _members(
    blocks: Sequence[Block], numbers: range, kind: _Kind, *, apart: bool = False
) -> Iterator[_Member]:
    """Yield the numbers of a kind in the order their blocks are given, up to another document."""
    for at, block in _read(blocks, numbers):
        if block.role in _ENDS:
            return
        if block.role not in _RANKS or _below(block, kind):
            continue
        if _higher(block, kind):
            apart = True
            continue
        number = number_of(block)
        if number is not None and _kind(block, number) == kind:
            yield _Member(at, number, apart)
            apart = False


def _read(blocks: Sequence[Block], numbers: range) -> Iterator[tuple[int, Block]]:
    """Yield blocks with their numbers, read a few at a time: most rows are short."""
    for at in range(0, len(numbers), _PIECE):
        some = numbers[at : at + _PIECE]
        low, high = min(some[0], some[-1]), max(some[0], some[-1])
        yield from zip(some, blocks[low : high + 1][:: some.step], strict=True)


def _below(block: Block, kind: _Kind) -> bool:
    """Tell at a glance, of nearly all, that a numbered block stands below rows of a kind."""
    if kind.form in _STANDING or kind.form is Form.ARTICLE or _RANKS[block.role] <= kind.rank:
        return False
    return block.role is not Role.ITEM or "第" not in block.text[:4]


def _kind(block: Block, number: Enumerator) -> _Kind:
    above = places(number.text)[:-1] if number.form is Form.DECIMAL else ()
    return _Kind(number.form, _rank(block, number), above, bool(block.label))


def _rank(block: Block, number: Enumerator | None) -> int:
    form = number.form if number is not None else None
    if form is Form.ARTICLE:
        return _ARTICLE
    if number is not None and form is Form.PART:
        return _UNITS.get(number.text[-1], 0)
    return _RANKS[Role.HEADING3 if form in _STANDING else block.role]


def _higher(block: Block, kind: _Kind) -> bool:
    """Tell whether a block opens a section that holds rows of a kind."""
    number = number_of(block)
    rank = _rank(block, number)
    if rank != kind.rank or number is None or number.form is kind.form:
        return rank < kind.rank
    rung = _LADDER.get(kind.form, 0)
    return not 0 < rung < _LADDER.get(number.form, 0)


def _apart(change: _Change, kind: _Kind, old: _Old, new: Sequence[_Member]) -> bool:
    """Tell whether a higher section begins between the last number above and the next, now."""
    if new:
        return new[0].apart
    till = old.below[0].at if old.below else change.stop
    between = (*change.new, *change.blocks[change.stop : till])
    return old.apart or any(one.role in _RANKS and _higher(one, kind) for one in between)


def _own_row(new: Sequence[_Member]) -> bool:
    """Tell whether what has come is a list of its own."""
    return len(new) > 1 and new[0].number.value == 1


def _goes_on(one: _Member, after: _Member) -> bool:
    """Tell whether a number is the next; 最后 may follow 首先."""
    if one.number.form in WORDED:
        return one.number.value < after.number.value
    return one.number.value + 1 == after.number.value


def _fits(head: Sequence[_Member], first: _Member | None, new: Sequence[_Member]) -> bool:
    """Tell whether new numbers go on from those above, or begin where the old row began."""
    if not head and first is not None and new and new[0].number.value != first.number.value:
        return False
    return all(_goes_on(one, after) for one, after in pairwise([*head[-1:], *new]))


def _due(form: Form, numbers: Sequence[Enumerator], base: int) -> tuple[str, ...]:
    """Return what each number of a row should be, in its own style; 最后 stays."""
    if form is Form.FIRST:
        values = [_LAST if one.value == _LAST else at for at, one in enumerate(numbers, base)]
    elif form in WORDED:
        values = [min(at, 2) for at in range(base, base + len(numbers))]
    else:
        values = [*range(base, base + len(numbers))]
    return tuple(
        [
            one.text if one.value == value else write(form, value, one.text)
            for one, value in zip(numbers, values, strict=True)
        ]
    )


def _written(block: Block, at: int, number: Enumerator, due: str) -> Iterator[Shift]:
    """Yield the edit that gives a block another number, none where it has it."""
    if number.text == due:
        return
    if block.label:
        label = block.label[: number.start] + due + block.label[number.end :]
        yield Splice(at, at + 1, (replace(block, label=label),))
    else:
        yield TextEdit(at, number.start, number.end, due)


def _inside(change: _Change, kind: _Kind, one: _Member, due: str) -> Iterator[Shift]:
    """Yield the edits of the decimal numbers in the section of one whose number changes."""
    was, now = places_of(kind.form, one.number.text), places_of(kind.form, due)
    if was == now or kind.form not in _HOLDING:
        return
    for at, block in _read(change.blocks, range(one.at + 1, len(change.blocks))):
        if block.role in _ENDS:
            return
        if block.role not in _RANKS:
            continue
        if _DECIMAL.match(block.label or block.text):
            number = number_of(block)
            if number is None or number.form is not Form.DECIMAL:
                continue
            if _kind(block, number) == kind:
                return
            if places(number.text)[: len(was)] == was:
                yield from _written(block, change.after(at), number, within(number.text, now))
        elif not _below(block, kind) and (_higher(block, kind) or _is(block, kind)):
            return


def _is(block: Block, kind: _Kind) -> bool:
    number = number_of(block)
    return number is not None and _kind(block, number) == kind
