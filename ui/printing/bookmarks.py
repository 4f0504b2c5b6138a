"""PDF bookmarks: the outline of the document beside its pages, in the file's own tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.document.model import Document, Role
from app.document.outline import Node, NodeType, outline
from ui.printing import revision

_SHOWN = frozenset({NodeType.PART, NodeType.HEADING, NodeType.ITEM})
_LONGEST = 60  # characters of a title
_PAGES = re.compile(rb"/Kids\s*\[(.*?)\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry: what it says, the page from 0, the place from the sheet's upper edge in points."""

    title: str
    page: int
    y: float
    children: tuple[Bookmark, ...] = ()


def bookmarks(
    document: Document, place: Callable[[int, int], tuple[int, float]]
) -> tuple[Bookmark, ...]:
    """Return the bookmarks of a document; `place` finds page and height of a character of a block.

    Parts, headings and items have one, and the attachments.
    """
    entries = [*_entries(outline(document), place), *_attachments(document, place)]
    return tuple(sorted(entries, key=lambda entry: (entry.page, entry.y)))


def with_bookmarks(pdf: bytes, marks: Iterable[Bookmark], height: float) -> bytes:
    """Return a PDF of Qt's with bookmarks; sheets are `height` points high.

    The catalog says that the document is Chinese and that its title names the window.
    """
    catalog = revision.root(pdf)
    found = revision.objects(pdf, b"/Type /Catalog")
    kids = next(iter(revision.objects(pdf, b"/Type /Pages").values()), b"")
    pages = re.findall(rb"(\d+) 0 R", found_kids[1]) if (found_kids := _PAGES.search(kids)) else []
    if catalog not in found or not pages:
        return pdf
    entries = b"/Lang (zh-CN)\n/ViewerPreferences << /DisplayDocTitle true >>"
    tree = _Tree(pages, height, revision.size(pdf))
    marks = tuple(marks)
    if marks:
        entries += b"\n/Outlines %d 0 R\n/PageMode /UseOutlines" % tree.add_root(marks)
    body = found[catalog].rstrip()
    changed = {catalog: body[: body.rindex(b">>")] + entries + b"\n>>", **tree.made}
    return revision.updated(pdf, changed)


def _entries(
    nodes: Iterable[Node], place: Callable[[int, int], tuple[int, float]]
) -> Iterator[Bookmark]:
    for node in nodes:
        if node.type in _SHOWN:
            title = " ".join(f"{node.number}{node.text}".split())
            title = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
            page, y = place(node.block, node.start)
            yield Bookmark(title, page, y, tuple(_entries(node.children, place)))


def _attachments(
    document: Document, place: Callable[[int, int], tuple[int, float]]
) -> Iterator[Bookmark]:
    for at, block in enumerate(document.blocks):
        if block.role is Role.ATTACHMENT_LABEL:
            yield Bookmark(" ".join(block.text.split()), *place(at, 0))


class _Tree:
    """Makes the objects of the tree, numbered from `first`."""

    def __init__(self, pages: list[bytes], height: float, first: int) -> None:
        self._pages, self._height, self._next = pages, height, first
        self.made: dict[int, bytes] = {}

    def add_root(self, marks: tuple[Bookmark, ...]) -> int:
        """Add the root and all below it; return its number."""
        number = self._number()
        first, last, count = self._add(marks, number)
        row = b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>"
        self.made[number] = row % (first, last, count)
        return number

    def _add(self, marks: tuple[Bookmark, ...], parent: int) -> tuple[int, int, int]:
        """Add entries below a parent; return the first, the last, and how many are open."""
        numbers = [self._number() for _ in marks]
        open_entries = len(marks)
        for at, (mark, number) in enumerate(zip(marks, numbers, strict=True)):
            rows = [
                b"/Title %s" % revision.text(mark.title),
                b"/Parent %d 0 R" % parent,
                b"/Dest [%s 0 R /XYZ 0 %d null]"
                % (self._pages[mark.page], round(self._height - mark.y)),
            ]
            if at:
                rows.append(b"/Prev %d 0 R" % numbers[at - 1])
            if at + 1 < len(numbers):
                rows.append(b"/Next %d 0 R" % numbers[at + 1])
            if mark.children:
                first, last, count = self._add(mark.children, number)
                rows.append(b"/First %d 0 R /Last %d 0 R /Count %d" % (first, last, -count))
            self.made[number] = b"<< %s >>" % b" ".join(rows)
        return numbers[0], numbers[-1], open_entries

    def _number(self) -> int:
        self._next += 1
        return self._next - 1
