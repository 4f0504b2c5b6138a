"""What an opened text holds beside its lines: comments, notes, the text of text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.document.model import Span
from app.docx.fields import fields_of
from app.docx.pieces import pieces
from app.docx.revisions import Place, is_copy, places
from app.docx.scan import Text
from app.docx.tree import Element, local, w
from app.errors import UnreadableFile

_ID, _AUTHOR, _DATE, _P = w("id"), w("author"), w("date"), w("p")
_START, _END, _MARK = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
_BOX = w("txbxContent")
_PARA = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


class AsideKind(StrEnum):
    """What stands beside the text."""

    COMMENT = "comment"
    REPLY = "reply"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    BOX = "box"


@dataclass(frozen=True, slots=True)
class Aside:
    """One text beside the text; author and date only for comments, `done` where one is settled."""

    kind: AsideKind
    text: str
    span: Span
    author: str = ""
    date: str = ""
    done: bool = False


def asides(text: Text) -> tuple[Aside, ...]:
    """Return what stands beside a text, in its order."""
    tags = (_START, _END, _MARK, _BOX, w("footnoteReference"), w("endnoteReference"))
    nodes = frozenset(text.root.iter(*tags))
    if not nodes:
        return ()
    found = places(text, nodes)
    made = [*_comments(text, found), *_boxes(found)]
    made += _notes(text, found, AsideKind.FOOTNOTE)
    made += _notes(text, found, AsideKind.ENDNOTE)
    return tuple(sorted(made, key=lambda row: (row.span.block, row.span.start)))


def _comments(text: Text, found: list[Place]) -> Iterator[Aside]:
    part = _part(text, "comments")
    if part is None:
        return
    rows = {row.get(_ID, ""): row for row in part.iter(w("comment"))}
    said = _threads(text)
    spans = _spans(found)
    for name, row in rows.items():
        if name not in spans:
            continue
        last = [paragraph.get(_PARA, "") for paragraph in row.iter(_P)][-1:]
        parent, done = said.get(last[0] if last else "", ("", False))
        kind = AsideKind.REPLY if parent else AsideKind.COMMENT
        yield Aside(kind, _lines(row), spans[name], row.get(_AUTHOR, ""), row.get(_DATE, ""), done)


def _spans(found: list[Place]) -> dict[str, Span]:
    """Return where each comment stands; one over several paragraphs ends with the first."""
    starts = {place.node.get(_ID, ""): place for place in found if place.node.tag == _START}
    ends = {place.node.get(_ID, ""): place for place in found if place.node.tag == _END}
    spans: dict[str, Span] = {}
    for name, start in starts.items():
        end = ends.get(name)
        same = end is not None and end.block == start.block
        stop = end.end if end is not None and same else start.end
        spans[name] = Span(start.block, start.start, max(stop, start.start))
    for place in found:
        if place.node.tag == _MARK:
            here = Span(place.block, place.start, place.start)
            spans.setdefault(place.node.get(_ID, ""), here)
    return spans


def _threads(text: Text) -> dict[str, tuple[str, bool]]:
    """Return for the last paragraph of a comment the one it answers, "" for none, and if done."""
    part = _part(text, "commentsExtended")
    if part is None:
        return {}
    return {
        row.get(f"{_W15}paraId", ""): (
            row.get(f"{_W15}paraIdParent", ""),
            row.get(f"{_W15}done") in {"1", "true"},
        )
        for row in part
        if local(row) == "commentEx"
    }


def _notes(text: Text, found: list[Place], kind: AsideKind) -> Iterator[Aside]:
    part = _part(text, f"{kind}s")
    rows = {} if part is None else {row.get(_ID, ""): row for row in part.iter(w(kind))}
    for place in found:
        row = rows.get(place.node.get(_ID, ""))
        if local(place.node) == f"{kind}Reference" and row is not None:
            yield Aside(kind, _lines(row), Span(place.block, place.start, place.end))


def _boxes(found: list[Place]) -> Iterator[Aside]:
    for place in found:
        if place.node.tag == _BOX and not is_copy(place.node):
            lines = _lines(place.node)
            if lines:
                yield Aside(AsideKind.BOX, lines, Span(place.block, place.start, place.start))


def _part(text: Text, kind: str) -> Element | None:
    """Return the root of a part that the text refers to, None where it is absent or damaged."""
    name = text.package.related(text.part, kind)
    if name is None:
        return None
    try:
        return text.package.xml(name)
    except UnreadableFile:  # the text itself is sound; what stands beside it is not
        return None


def _lines(holder: Element) -> str:
    """Return the text of the paragraphs in a comment, note or box."""
    fields = fields_of(holder)
    rows = ["".join([piece.text for piece in pieces(row, fields)]) for row in holder.iter(_P)]
    return "\n".join([row.strip() for row in rows if row.strip()])
