"""A new draft from a kind, and the values that go into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.document.edits import apply
from app.document.model import Details, Document, Role
from app.kinds.lists import fitted, listed_values
from app.kinds.model import Kind
from app.kinds.parts import title
from app.kinds.slots import Slot, fill


def draft(kind: Kind, fields: Mapping[str, str], variant: str | None = None) -> Document:
    """Return the starting text of a kind with the given fields filled in.

    Slots of fields that are not given stay as they are; a year that follows another is computed,
    and what a notice lays down for such a title stands there. Raises KeyError for a variant that
    the kind does not have.
    """
    values = {name: value.strip() for name, value in with_followers(kind, fields).items()}
    document = Document(kind.variant(variant).blocks)
    heading = title(apply(document, fill(document, values)))
    listed = listed_values(kind, heading)
    values = {**listed, **{name: value for name, value in values.items() if value}}
    given = tuple((name, value) for name, value in values.items() if value)
    details = Details(kind=kind.id, fields=given, numbering=kind.numbering)
    document = replace(fitted(kind, heading, document), details=details)
    return _settled(apply(document, fill(document, values)))


def _settled(document: Document) -> Document:
    """Return the document with those roles marked as chosen that recognition would not find.

    A line that is nothing but 【单位】 does not tell what it is; the template does.
    """
    from app.document.recognize import roles  # the list of kinds does without it

    chosen: dict[int, Role] = {}
    for _ in document.blocks:
        found = roles(document.texts, chosen)
        differing = {
            number: block.role
            for number, (block, role) in enumerate(zip(document.blocks, found, strict=True))
            if block.role is not role
        }
        if not differing:
            break
        chosen.update(differing)
    blocks = [replace(block, chosen=n in chosen) for n, block in enumerate(document.blocks)]
    return replace(document, blocks=tuple(blocks))


def with_followers(kind: Kind, fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields with those that follow from a given year added."""
    values = dict(fields)
    for field in kind.fields:
        if field.follows is None or values.get(field.name):
            continue
        source, offset = field.follows
        year = values.get(source, "").strip()
        if year.isdecimal():
            values[field.name] = str(int(year) + offset)
    return values


def defaults(kind: Kind, today: date) -> dict[str, str]:
    """Return the values that the fields of a kind start with on a day."""
    words = {
        "year": str(today.year),
        "next_year": str(today.year + 1),
        "last_year": str(today.year - 1),
        "date": f"{today.year}年{today.month}月{today.day}日",
    }
    return {field.name: field.default.format_map(words) for field in kind.fields if field.default}


def choices_of(slot: Slot, kind: Kind | None) -> tuple[str, ...]:
    """Return the values offered for a slot: its own, else those of the field of its name."""
    if slot.choices or kind is None:
        return slot.choices
    return next((field.choices for field in kind.fields if field.name == slot.name), ())
