"""How a row of numbered paragraphs goes on: the next number, and the later ones shifted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.document.edits import Splice
from app.document.model import HEADINGS, Block, Role, Run, cut, normal
from app.document.numbering import leading, write
from app.document.shifting import Shift, number_of, shifted
from app.patterns import regex
from ui.editor.bridge import Bridge
from ui.editor.look import LOOKS
from ui.editor.neighbours import Blocks

_AFTER = {Role.SIGNATURE: Role.DATE, Role.NOISE: Role.NOISE}
_NOTE = regex(r"^\s*附\s*件\s*[：:]\s*")
_LONGEST = 12  # characters of a number


class Shifts:
    """The edits by which the later numbers of one text follow what comes and goes.

    All are asked for before the change, whose part they are. While `on` is False only the numbers
    that the list of an opened file shows follow, as they do in that file.
    """

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.on = True
        self.foreseen: Callable[[], None] | None = None  # called before numbers shift
        self._emptied: dict[int, Block] = {}  # the numbered paragraph that was just emptied
        self._then = 0  # the revision of the text before that

    def at(
        self, start: int, stop: int, new: Sequence[Block], *, anew: bool = False
    ) -> tuple[Shift, ...]:
        """Return the edits where `new` takes the place of some blocks."""
        blocks = Blocks(self._bridge, self._was())
        edits = shifted(blocks, start, stop, new, anew=anew)
        edits = edits if self.on else tuple([one for one in edits if isinstance(one, Splice)])
        if edits:
            self.foresee()
        return edits

    def foresee(self) -> None:
        """Tell that numbers are about to shift."""
        if self.foreseen is not None:
            self.foreseen()

    def _was(self) -> dict[int, Block]:
        """Return what a paragraph held that was emptied by the last change, none by another."""
        return self._emptied if self._bridge.revision == self._then + 1 else {}

    def cut(self, start: int, end: int) -> tuple[Shift, ...]:
        """Return the edits where a stretch is cut; a number cut within its paragraph shifts none.

        The writer may be about to write another in its place; where the empty paragraph is cut next
        the numbers shift.
        """
        first, offset = self._bridge.place(start)
        last, until = self._bridge.place(end)
        if first == last:
            block = self._bridge.block(first)
            whole = offset == 0 < until == len(block)
            self._emptied, self._then = {first: block} if whole else {}, self._bridge.revision
            return ()
        if offset == until == 0:  # whole paragraphs
            return self.at(first, last, ())
        above, below = self._bridge.block(first), self._bridge.block(last)
        kept = (*cut(above.runs, 0, offset), *cut(below.runs, until, len(below)))
        left = replace(above if offset else below, runs=normal(kept))
        return self.at(first, last + 1, (left,))

    def typed(self, number: int, role: Role, text: str) -> tuple[Shift, ...]:
        """Return the edits where a key gives a paragraph a text: a number alone comes or goes."""
        block = self._bridge.block(number)
        if not (is_bare(block.text) or is_bare(text)):
            return ()
        if role is not block.role and leading(text, sure=True) == leading(block.text, sure=True):
            return ()  # the same number, for which the paragraph is not yet long enough
        new = Block((Run(text),), role)
        if number_of(block) == number_of(new):
            return ()
        return self.at(number, number + 1, (new,))


def is_bare(text: str) -> bool:
    """Tell whether a text is a number and nothing else."""
    said = text.strip()
    if not said or len(said) > _LONGEST:
        return False
    found = leading(text + "文", sure=True)
    return found is not None and said == found.text


def holds_number_only(block: Block) -> bool:
    """Tell whether a block is numbered, by its text or its label, and holds nothing else."""
    if block.label:
        return not block.text.strip()
    return is_bare(block.text) and block.role is not Role.BODY


def moves_lead(block: Block, text: str) -> bool:
    """Tell whether taking out or putting in a text moves the end of a lead sentence."""
    return LOOKS[block.role].run_in and "。" in text


def rest_of(block: Block) -> Block:
    """Return the block that takes over the second half of a split one."""
    if block.role in HEADINGS or block.role is Role.ITEM:
        return Block()
    return replace(block, runs=(), label="", bookmark=False, unseen=False)


def next_block(block: Block, above: Block | None) -> Block:
    """Return what follows a finished paragraph: the next number of its row, spaced as its own is.

    A heading that stands alone is followed by its text, one that runs into it, or is a sentence
    right below another of its row, by the next.
    """
    if block.role is Role.ATTACHMENT_NOTE:
        return _next_attachment(block)
    run_in = block.role in HEADINGS and 0 < block.text.find("。") < len(block) - 1
    if not run_in and above is not None and block.role in HEADINGS and block.text.endswith("。"):
        one, other = number_of(above), number_of(block)
        run_in = one is not None and other is not None and one.form is other.form
    text = f"{block.label}文" if block.label else block.text
    found = leading(text, sure=True) if run_in or block.role is Role.ITEM else None
    if found is None:
        return Block(role=_AFTER.get(block.role, Role.BODY))
    rest = text[found.end : len(block.label) or None]
    spaces = rest[: len(rest) - len(rest.lstrip())]
    number = text[: found.start] + write(found.form, found.value + 1, found.text) + spaces
    if block.label:
        return Block(role=block.role, label=number)
    return Block((Run(number),), block.role)


def _next_attachment(block: Block) -> Block:
    """Return the line of the next attachment, an empty paragraph where they are not numbered."""
    found = leading(_NOTE.sub("", block.text))
    if found is None:
        return Block()
    return Block((Run(write(found.form, found.value + 1, found.text)),), block.role)
