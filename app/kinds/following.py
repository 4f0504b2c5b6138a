"""Where the value of a field stands in a text: there a later change of it follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.document.edits import Edit, apply
from app.document.model import Details, Document, Span
from app.kinds.drafting import with_followers
from app.kinds.model import Kind
from app.kinds.slots import fill, slots

_NEAR = 4  # characters on each side by which a place is known again
_TELLING = 2  # as many on one side are enough where the other side was edited
_MOST = 500  # places kept with the details of a document


@dataclass(frozen=True, slots=True)
class Setting:
    """The characters just before and after a place; "" at the edge of a paragraph."""

    before: str
    after: str

    def agrees(self, other: Setting) -> bool:
        """Return whether both sides, or a telling stretch of one, are the same."""
        left, right = self.before == other.before, self.after == other.after
        if left and right:
            return True
        return (left and len(self.before) >= _TELLING) or (right and len(self.after) >= _TELLING)


def put_fields(
    kind: Kind | None, document: Document, values: Mapping[str, str]
) -> tuple[Edit, ...]:
    """Return the edits that fill the open slots of the fields and change the places filled before.

    A place follows where it still reads as filled in; an empty value opens its slot again. The
    details are the caller's to change (`refilled`).
    """
    wanted = _with_followers(kind, values)
    changed = {
        name: places(kind, document, name)
        for name, value in wanted.items()
        if document.details.field(name) not in ("", value)
    }
    return fill(document, wanted, changed)


def refilled(kind: Kind | None, document: Document, values: Mapping[str, str]) -> Details:
    """Return the details after `put_fields`: the values, followers included, and their places."""
    details, filled = document.details, list(document.details.filled)
    for name, value in _with_followers(kind, values).items():
        details = details.with_field(name, value)
        if value:
            filled += [(name, s.before, s.after) for s in _settings(document, name)]
    kept = tuple(dict.fromkeys(filled))[-_MOST:]
    known = details.kind or (kind.id if kind else None)
    return replace(details, kind=known, filled=kept)


def places(kind: Kind | None, document: Document, name: str) -> tuple[Span, ...]:
    """Return the spans in which the present value of a field stands because it was filled in.

    A value of four characters or more without a digit counts wherever it stands. A shorter one, a
    number or a date counts only where the template of the kind has the slot, or where a slot was
    filled, known by the characters around it: another 2026 in the text is not the field's.
    """
    value = document.details.field(name)
    if not value:
        return ()
    anywhere = len(value) >= _NEAR and not any(c.isdigit() for c in value)
    known = () if anywhere else tuple(_known(kind, document, name))
    return tuple(
        span
        for span in occurrences(document, value)
        if anywhere or any(setting_of(document, span).agrees(setting) for setting in known)
    )


def _with_followers(kind: Kind | None, values: Mapping[str, str]) -> dict[str, str]:
    wanted = values if kind is None else with_followers(kind, values)
    return {name: value.strip() for name, value in wanted.items()}


def _known(kind: Kind | None, document: Document, name: str) -> Iterator[Setting]:
    """Yield the surroundings of the places filled in this text, and of the template's slots."""
    for field, before, after in document.details.filled:
        if field == name:
            yield Setting(before, after)
    for variant in kind.variants if kind is not None else ():
        yield from _settings(Document(variant.blocks, document.details), name)


def _settings(document: Document, name: str) -> Iterator[Setting]:
    """Yield the surroundings of the open slots of a name, those of other fields filled in."""
    others = {n: v for n, v in document.details.fields if n != name}
    filled = apply(document, fill(document, others))
    for slot in slots(filled):
        if slot.name == name:
            yield setting_of(filled, slot.span)


def setting_of(document: Document, span: Span) -> Setting:
    """Return what stands around a span."""
    text = document.blocks[span.block].text
    return Setting(text[max(span.start - _NEAR, 0) : span.start], text[span.end : span.end + _NEAR])


def occurrences(document: Document, value: str) -> Iterator[Span]:
    """Yield the spans of a text wherever it stands in a document."""
    for number, block in enumerate(document.blocks):
        text = block.text
        at = text.find(value)
        while at >= 0:
            yield Span(number, at, at + len(value))
            at = text.find(value, at + len(value))
