"""Where the value of a field stands in a text: there a later change of it follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.document.edits import Edit, apply
from app.document.model import Document, Span
from app.kinds.drafting import with_followers
from app.kinds.model import Kind
from app.kinds.slots import fill, slots

_NEAR = 4  # characters on each side by which a place is known again
_TELLING = 2  # as many on one side are enough where the other side was edited


@dataclass(frozen=True, slots=True)
class _Setting:
    """The characters just before and after a place; "" at the edge of a paragraph."""

    before: str
    after: str

    def agrees(self, other: _Setting) -> bool:
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
    wanted = {name: value.strip() for name, value in _with_followers(kind, values).items()}
    changed = {
        name: places(kind, document, name)
        for name, value in wanted.items()
        if document.details.field(name) not in ("", value)
    }
    return fill(document, wanted, changed)


def places(kind: Kind | None, document: Document, name: str) -> tuple[Span, ...]:
    """Return the spans in which the present value of a field stands because it was filled in.

    A value of four characters or more without a digit counts wherever it stands. A shorter one, a
    number or a date counts only where the template of the kind has the slot, known by the
    characters around it: another 2026 in the text is not the field's.
    """
    value = document.details.field(name)
    if not value:
        return ()
    anywhere = len(value) >= _NEAR and not any(c.isdigit() for c in value)
    known = () if anywhere or kind is None else tuple(_settings(kind, document, name))
    return tuple(
        span
        for span in _occurrences(document, value)
        if anywhere or any(_setting(document, span).agrees(setting) for setting in known)
    )


def _with_followers(kind: Kind | None, values: Mapping[str, str]) -> dict[str, str]:
    return dict(values) if kind is None else with_followers(kind, values)


def _settings(kind: Kind, document: Document, name: str) -> Iterator[_Setting]:
    """Yield the surroundings of a slot in the templates of the kind, other slots filled in."""
    others = {n: v for n, v in document.details.fields if n != name}
    for variant in kind.variants:
        blank = Document(variant.blocks)
        filled = apply(blank, fill(blank, others))
        for slot in slots(filled):
            if slot.name == name:
                yield _setting(filled, slot.span)


def _setting(document: Document, span: Span) -> _Setting:
    text = document.blocks[span.block].text
    return _Setting(
        text[max(span.start - _NEAR, 0) : span.start], text[span.end : span.end + _NEAR]
    )


def _occurrences(document: Document, value: str) -> Iterator[Span]:
    for number, block in enumerate(document.blocks):
        text = block.text
        at = text.find(value)
        while at >= 0:
            yield Span(number, at, at + len(value))
            at = text.find(value, at + len(value))
