"""What a document was opened from, on which saving builds: its file, its tables and pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, TypeAlias

from app import text
from app.document.model import Block, Document

_NO_OBJECTS: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class TextOrigin:
    """The plain-text file a document came from, as it was encoded, without its text."""

    file: text.TextFile


@dataclass(frozen=True, slots=True)
class DocxOrigin:
    """The package a document was opened from, and the document as it was read from it.

    `laid` tells that it was set in a layout here, without the spaces typed to place paragraphs.
    `names` has then what the objects of the text that is being written are called in the package,
    and `aside` names, as the text does, the tables that stood sideways in the file first opened;
    None where nothing was made since. `stale` tells that the measures of its layout have changed:
    saving sets it anew.
    """

    package: bytes
    opened: Document
    laid: bool = False
    names: tuple[tuple[str, str], ...] = ()
    aside: frozenset[str] | None = None
    stale: bool = False


Origin: TypeAlias = TextOrigin | DocxOrigin


def turns(document: Document, origin: DocxOrigin) -> bool:
    """Tell whether a table is to stand otherwise than the package has it by the writer's word."""
    known = _across(origin)
    return any(
        block.across is not None and block.across is not known.get(block.object)
        for block in document.blocks
    )


def called(document: Document, origin: DocxOrigin) -> Document:
    """Return a document that calls its objects as the package does, and says how they stand.

    Where nobody says so they stand as in the file that was opened, which the package may not do.
    """
    names, known = dict(origin.names), _across(origin)
    if not names:
        return document
    blocks: list[Block] = []
    for block in document.blocks:
        name = block.object
        if not name:
            blocks.append(block)
            continue
        there, across = names.get(name, name), block.across
        if across is None and origin.aside is not None and known.get(there) is not None:
            across = name in origin.aside
        blocks.append(replace(block, object=there, across=across))
    return replace(document, blocks=tuple(blocks))


def _across(origin: DocxOrigin) -> Mapping[str | None, bool | None]:
    """Return object → whether it stands sideways in the package, None where that is not told."""
    return {block.object: block.across for block in origin.opened.blocks}


def objects(origin: Origin | None) -> Mapping[str, Any]:
    """Return the tables and pictures of what a document was opened from, by their names.

    The same mapping for the same origin, so that pages need not be set anew.
    """
    if not isinstance(origin, DocxOrigin):
        return _NO_OBJECTS
    return _objects(origin.package, origin.names, origin.aside)


@lru_cache(maxsize=2)
def _objects(
    package: bytes, names: tuple[tuple[str, str], ...], aside: frozenset[str] | None
) -> Mapping[str, Any]:
    from app.docx.objects import shown_objects, standing

    shown = shown_objects(package)
    called = {name: shown[there] for name, there in names if there in shown}
    if aside is not None:
        called = standing(called, aside)
    return {**shown, **called} if called else shown
