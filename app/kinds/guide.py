"""How a kind is written, as short texts: everything its template says that is not the skeleton."""

from __future__ import annotations

from dataclasses import dataclass

from app.document.model import Document, Role
from app.kinds.model import Kind, Need, Part
from app.kinds.parts import missing, parts_found
from app.kinds.slots import slots

_NEEDS = {Need.REQUIRED: "必写", Need.OPTIONAL: "可写", Need.REPEATED: "必写，可有多处"}
_FORMS = {"arabic": "1.", "chinese": "一、", "chinese_bracket": "（一）", "arabic_bracket": "（1）"}
_COUNTINGS = {"through": "全文连续编号", "restart": "每节重新编号"}


@dataclass(frozen=True, slots=True)
class Advice:
    """A heading and the lines under it; `phrases` tells that the lines are texts to insert."""

    title: str
    lines: tuple[str, ...]
    phrases: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A part in a text: where it stands, how many slots it leaves open, whether it is missing."""

    part: Part
    blocks: tuple[int, ...]
    open: int
    missing: bool


def guide(kind: Kind) -> tuple[Advice, ...]:
    """Return how the kind is written, in Chinese, in the order in which one asks."""
    written = [
        Advice("什么时候用", (kind.when,)),
        Advice("标题", (kind.title,) if kind.title else ()),
        Advice("写哪些部分", tuple(_part(part) for part in kind.parts)),
        Advice("层次序号", _levels(kind)),
        Advice("常用篇幅", (f"{kind.length[0]}—{kind.length[1]}字",)),
        Advice("小标题的句式", kind.headings, phrases=True),
        Advice("开头", kind.openings, phrases=True),
        Advice("过渡", kind.transitions, phrases=True),
        Advice("结尾", kind.closings, phrases=True),
        Advice("注意", tuple(dict.fromkeys(rule.message for rule in kind.rules))),
    ]
    return tuple(advice for advice in written if advice.lines)


def standing(kind: Kind, document: Document) -> tuple[Standing, ...]:
    """Return the parts of the kind as they stand in a text, in the order of the kind."""
    absent = {part.id for part in missing(kind, document)}
    open_in: dict[int, int] = {}
    for slot in slots(document):
        open_in[slot.span.block] = open_in.get(slot.span.block, 0) + 1
    return tuple(
        Standing(
            found.part,
            found.blocks,
            sum(open_in.get(block, 0) for block in found.blocks),
            found.part.id in absent,
        )
        for found in parts_found(kind, document)
    )


def length(document: Document) -> int:
    """Return the characters of a text proper: without blanks, noise and line breaks."""
    return sum(
        len("".join(block.text.split()))
        for block in document.blocks
        if block.role not in (Role.BLANK, Role.NOISE)
    )


def _part(part: Part) -> str:
    usual = f"，一般{part.count[0]}至{part.count[1]}处" if part.count else ""
    return f"{part.name}（{_NEEDS[part.need]}{usual}）：{part.hint}"


def _levels(kind: Kind) -> tuple[str, ...]:
    lines = [" → ".join(kind.levels)] if kind.levels else []
    lines += [f"“{_FORMS.get(form, form)}”{_COUNTINGS[how]}" for form, how in kind.numbering]
    return tuple(lines)
