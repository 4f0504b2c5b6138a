"""What a kind's own rules object to in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.document.model import Document, Role, Span
from app.kinds.lists import rules_of
from app.kinds.model import Kind, KindRule, Place
from app.kinds.parts import ends, title

_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]?")


@dataclass(frozen=True, slots=True)
class Objection:
    """One place a rule of the kind objects to; the first title block where something is missing."""

    rule: KindRule
    span: Span


def objections(kind: Kind, document: Document) -> tuple[Objection, ...]:
    """Return what the rules of a kind object to, in the order of the rules."""
    heading = title(document)
    return tuple(
        Objection(rule, span)
        for rule in (*kind.rules, *rules_of(kind, heading))
        if rule.if_title is None or rule.if_title.search(heading)
        if rule.if_text is None or any(rule.if_text.search(text) for text in document.texts)
        for span in _objected(rule, document)
    )


def _objected(rule: KindRule, document: Document) -> tuple[Span, ...]:
    spans = tuple(_matches(rule, document))
    if len(spans) < rule.least:
        return (_missing_at(rule, document),)
    if rule.most is not None and len(spans) > rule.most:
        return spans[rule.most :]
    return ()


def _matches(rule: KindRule, document: Document) -> Iterator[Span]:
    start, end = ends(document)
    for number, block in enumerate(document.blocks):
        if block.role is Role.NOISE or (rule.roles and block.role not in rule.roles):
            continue
        if rule.place is Place.START and number >= start:
            continue
        if rule.place is Place.END and number != end:
            continue
        text = block.text
        for match in rule.pattern.finditer(text):
            if not (rule.unless and rule.unless.search(_sentence(text, match.start()))):
                yield Span(number, match.start(), match.end())


def _sentence(text: str, at: int) -> str:
    for found in _SENTENCE.finditer(text):
        if found.start() <= at < found.end():
            return found[0]
    return ""


def _missing_at(rule: KindRule, document: Document) -> Span:
    """Return where to show that something is missing: the block that should hold it."""
    end = ends(document)[1]
    if rule.place is Place.END and end >= 0:
        return Span(end, 0, len(document.blocks[end]))
    wanted = rule.roles or (Role.TITLE,)
    blocks = document.blocks
    at = next((n for n, block in enumerate(blocks) if block.role in wanted), None)
    if at is None:
        at = next((n for n, block in enumerate(blocks) if block.text.strip()), 0)
    return Span(at, 0, len(blocks[at]) if blocks else 0)
