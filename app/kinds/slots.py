"""Places still to fill: 【名】, 【名：甲/乙】, and the XX, ____, 某某 of foreign texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.document.edits import Edit, TextEdit
from app.document.model import Document, Role, Span

NAMED = re.compile(r"【(?P<name>[^【】：:\n]{1,16})(?:[：:](?P<choices>[^【】\n]*))?】")
# Runs of placeholder characters. A lone X or × is one only where a Chinese word goes on, and never
# between digits (5×3), in 1+N+X, in X光 or in A×B.
UNNAMED = re.compile(
    r"【\s*】"
    r"|(?<![0-9A-Za-zＸX×+])(?:[XＸ]{2,}|[×✕]{2,}|[○〇◯]{2,}|[＊*]{2,}|[XＸ×](?=[\u4e00-\u9fff])(?!光|线|射|轴))"
    r"(?![0-9A-Za-z+])"
    r"|_{2,}|＿{2,}"
    r"|某某+|某(?=[省市县区镇乡村局委部厅同])"
    r"|（\s+）|\(\s+\)"
)
_ANY = re.compile(f"{NAMED.pattern}|{UNNAMED.pattern}")
# Notes about rights and sources stand in 【】 too, and are no slots.
_NO_SLOT = re.compile(r"【(来源|责任编辑|编者|版权|声明)|会员|严禁|倒卖|关注.*公众号|资料仅")


@dataclass(frozen=True, slots=True)
class Slot:
    """An open place. `name` is "" where the text gives none; `choices` are offered values."""

    span: Span
    name: str
    choices: tuple[str, ...] = ()


def slots(document: Document) -> tuple[Slot, ...]:
    """Return the open places of a document in order; none in noise lines."""
    return tuple(
        slot
        for block, paragraph in enumerate(document.blocks)
        if paragraph.role is not Role.NOISE
        for slot in _in_text(block, paragraph.text)
    )


def names(document: Document) -> tuple[str, ...]:
    """Return the names of the open slots, each once, in the order of the text."""
    return tuple(dict.fromkeys(slot.name for slot in slots(document) if slot.name))


def written(name: str, choices: tuple[str, ...] = ()) -> str:
    """Return a slot as it stands in a text."""
    return f"【{name}：{'/'.join(choices)}】" if choices else f"【{name}】"


def fill(
    document: Document,
    values: Mapping[str, str],
    places: Mapping[str, tuple[Span, ...]] | None = None,
) -> tuple[Edit, ...]:
    """Return the edits that put values into all slots of their names; empty values are left out.

    `places` are spans at which a value of the name stood before and follows the new one (see
    `app.kinds.following`); an empty new value opens the slot there again.
    """
    edits = [
        TextEdit(slot.span.block, slot.span.start, slot.span.end, values[slot.name])
        for slot in slots(document)
        if values.get(slot.name)
    ]
    for name, spans in (places or {}).items():
        if name in values:
            text = values[name] or written(name)
            edits += [TextEdit(span.block, span.start, span.end, text) for span in spans]
    return last_first(edits)


def name_slot(document: Document, span: Span, name: str, *, everywhere: bool) -> tuple[Edit, ...]:
    """Return the edits that turn an unnamed slot into a named one.

    `everywhere` also names the other unnamed slots that are written and continued in the same way
    (XX in every XX县).
    """
    text = document.slice(span)
    after = _after(document, span)
    edits = [
        TextEdit(slot.span.block, slot.span.start, slot.span.end, written(name))
        for slot in slots(document)
        if slot.span == span
        or (
            everywhere
            and not slot.name
            and document.slice(slot.span) == text
            and _after(document, slot.span) == after
        )
    ]
    return last_first(edits)


def last_first(edits: Iterable[TextEdit]) -> tuple[TextEdit, ...]:
    """Return text edits so ordered that all their offsets are those of the text as it was."""
    return tuple(sorted(edits, key=_position, reverse=True))


def _position(edit: TextEdit) -> tuple[int, int]:
    return edit.block, edit.start


def _in_text(block: int, text: str) -> Iterator[Slot]:
    for found in _ANY.finditer(text):
        span = Span(block, found.start(), found.end())
        if found["name"] is None:
            yield Slot(span, "")
        elif _NO_SLOT.search(found[0]) is None:
            choices = tuple(c for c in (found["choices"] or "").split("/") if c)
            yield Slot(span, found["name"].strip(), choices)


def _after(document: Document, span: Span) -> str:
    return document.blocks[span.block].text[span.end : span.end + 1]
