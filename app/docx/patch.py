"""Lossless saving: the opened package with only the paragraphs changed that were changed."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from app.document.model import Block, Details, Document, Role
from app.docx import attach, details, refit
from app.docx.align import aligned, staying
from app.docx.archive import rebuilt
from app.docx.chunks import fold
from app.docx.dress import Wardrobe, dressed, new_paragraph, set_properties, style_of
from app.docx.layout import NATIONAL, load
from app.docx.package import OLE
from app.docx.parting import parted
from app.docx.read import carried, document_of
from app.docx.removal import drop_ranges, lift, straighten, take_out
from app.docx.review import after, decisions
from app.docx.rewrite import rewrite
from app.docx.scan import Text, body_of, parsed, shown, text_blocks
from app.docx.sheet import role_names
from app.docx.sideways import close_emptied
from app.docx.tree import Element, local, serialized, w
from app.docx.write import write

_P = w("p")
_PARA_IDS = tuple(
    f"{{http://schemas.microsoft.com/office/word/2010/wordml}}{name}"
    for name in ("paraId", "textId")
)
_ALTERNATIVES = ("AlternateContent", "Choice", "Fallback")
_CONTROLS = frozenset({"sdtContent", "sdt", "customXml", *_ALTERNATIVES})


def patch(package: bytes, opened: Document, document: Document) -> bytes:
    """Return the package changed from what it was `opened` as to `document`.

    An unchanged document gives the same bytes. Every member but the text and, where they changed,
    the details is copied as it is. A binary document becomes a new package. Raises UnreadableFile
    where the package is damaged.
    """
    if package.startswith(OLE):  # a binary document, on which saving cannot build
        return write(document, load(document.details.layout or NATIONAL))
    if document == opened:
        return package
    decided = decisions(document)
    text = after(package, decided) if decided else parsed(package, "原文件")
    if decided or not _reads_as(text, opened, document):
        opened = document_of(text)
    kept = carried(text)
    styled = _styled(text, text.elements, opened.blocks)
    own = bool(kept.seal) and kept.seal == details.seal_of(opened.texts, styled)
    changes: dict[str, bytes] = {}
    layout = load(document.details.layout or NATIONAL)
    redo = own and refit.changed(opened, document, layout)
    if redo and not refit.fits(opened.details, document.details):
        return write(document, layout, package)
    changed = redo or document.blocks != opened.blocks
    if changed and not own:  # in a text of ours there is nothing but words
        text, opened = parted(text, opened, document)
    matches = aligned(opened.blocks, document.blocks)
    if changed:
        _change(Wardrobe(text, opened, document, matches, own))
        close_emptied(text)
    sealed = own and _all_styled(text, document)
    if redo:
        changes |= refit.refit(text, document, layout)
    if changed:
        fold(text.chunks)
        changes[text.part] = text.package.translated(text.part, serialized(text.root))
    if kept != details.Carried() or _to_carry(opened, document, matches):
        part = details.part(document, sealed=sealed)
        changes |= attach.attached(text.package, text.part, part.encode())
    return rebuilt(package, text.package.written(changes))


def _to_carry(opened: Document, document: Document, matches: Sequence[int | None]) -> bool:
    """Tell whether the document has details or choices that its text cannot say."""
    if document.details != Details():
        return True
    for block, match in zip(document.blocks, matches, strict=True):
        old = None if match is None else opened.blocks[match]
        if block.chosen and (old is None or not old.chosen or old.role is not block.role):
            return True
        if block.bookmark:
            return True
    return False


def _all_styled(text: Text, document: Document) -> bool:
    rows = tuple(text_blocks(body_of(text), text.sheet))
    return _styled(text, rows, document.blocks) == [block.role for block in document.blocks]


def _styled(text: Text, rows: Sequence[Element], blocks: Sequence[Block]) -> list[Role]:
    """Return the roles that the styles of a text give its blocks."""
    known = role_names()
    return [
        Role.OBJECT if block.object else known.get(style_of(text, row), Role.BODY)
        for row, block in zip(rows, blocks, strict=True)
    ]


def _change(wardrobe: Wardrobe) -> None:
    """Bring the tree of a text to the blocks of its document."""
    text, opened, document = wardrobe.text, wardrobe.opened, wardrobe.document
    matches = wardrobe.matches
    pieces = shown(text, _rewritten(wardrobe))
    made = {at: new_paragraph(wardrobe, at) for at, match in enumerate(matches) if match is None}
    used = {match for match in matches if match is not None}
    for at, row in enumerate(text.elements):
        if at not in used:
            take_out(row)
    stay, placed = staying(matches), set[int]()
    anchor: Element | None = None
    for at, match in enumerate(matches):
        if match is None:
            row = made[at]
        elif match in placed:
            row = _copied(text.elements[match])
        else:
            row = text.elements[match]
        if match is None or match in placed or match not in stay:
            if match is not None and match not in placed:
                lift(row)
            _put_behind(body_of(text), anchor, row)
        if match is not None and match not in placed:
            placed.add(match)
            new, old = document.blocks[at], opened.blocks[match]
            if match in pieces:
                rewrite(row, pieces[match], old.runs, new.runs)
            row = dressed(wardrobe, at, row)
        anchor = row
    straighten(body_of(text))
    set_properties(wardrobe, list(text_blocks(body_of(text), text.sheet)))


def _rewritten(wardrobe: Wardrobe) -> set[int]:
    """Return the opened blocks whose runs change."""
    text, old = wardrobe.text, wardrobe.opened.blocks
    return {
        match
        for block, match in zip(wardrobe.document.blocks, wardrobe.matches, strict=True)
        if match is not None
        and block.runs != old[match].runs
        and text.elements[match].tag == _P
        and not block.object
    }


def _reads_as(text: Text, opened: Document, document: Document) -> bool:
    """Tell whether a package still reads as what it is said to have been opened as.

    After a saving it may not quite: note marks count anew when their order changes.
    """
    if len(text.elements) != len(opened.blocks):
        return False
    kept = set(document.blocks)
    wanted = [at for at, block in enumerate(opened.blocks) if block not in kept]
    return all(
        "".join([piece.text for piece in pieces]) == opened.blocks[at].text
        for at, pieces in shown(text, wanted).items()
    )


def _copied(row: Element) -> Element:
    """Return a copy without what may stand in a text only once."""
    copy = deepcopy(row)
    drop_ranges(copy)
    for paragraph in copy.iter(_P):
        for name in _PARA_IDS:
            paragraph.attrib.pop(name, None)
    return copy


def _put_behind(body: Element, anchor: Element | None, row: Element) -> None:
    """Put a block behind another, or first; behind the last of a content control, outside it."""
    if anchor is None:
        body.insert(0, row)
        return
    at = anchor
    parent = at.getparent()
    while parent is not None and local(parent) in _CONTROLS and not _block_behind(at):
        at, parent = parent, parent.getparent()
    at.addnext(row)


def _block_behind(element: Element) -> bool:
    beside = element.getnext()
    while beside is not None:
        if local(beside) in {"p", "tbl", "sdt"}:
            return True
        beside = beside.getnext()
    return False
