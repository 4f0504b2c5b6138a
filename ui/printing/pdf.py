"""PDF with the same pages as in print, a text layer that copies as written, and bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import dropwhile, takewhile
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from app import files
from app.document.model import Document, Role
from app.docx import layout as layouts
from app.docx.layout import Layout
from app.docx.objects import NOTHING, Shown
from ui.printing import revision
from ui.printing.bookmarks import bookmarks, with_bookmarks
from ui.printing.faces import POINT
from ui.printing.paint import Ink, paint_page
from ui.printing.text_layer import with_text
from ui.printing.typeset import Page, Pages, pages

_RESOLUTION = 1200  # dots an inch


def write_pdf(
    document: Document, layout: Layout | str, path: Path, objects: Mapping[str, Shown] = NOTHING
) -> Pages:
    """Write the pages of a document at `path`, whole or not at all, and return them.

    `layout` is a layout or the id of one; `objects` are the tables and pictures of the document.
    Raises UnwritableFile.
    """
    chosen = layouts.load(layout) if isinstance(layout, str) else layout
    put = pages(document, chosen, objects)
    pdf = rendered(put, chosen, _title(document) or path.stem)
    height = chosen.page.height * POINT
    files.write(path, with_bookmarks(pdf, bookmarks(document, put.place), height))
    return put


def rendered(set_pages: Iterable[Page], layout: Layout, title: str) -> bytes:
    """Return the PDF of typeset pages; `title` stands in its properties."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(title)
    writer.setCreator("文衡")
    writer.setPageLayout(
        QPageLayout(sheet_size(layout), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    ink: Ink = {}
    painter = QPainter(writer)
    for count, page in enumerate(set_pages):
        if count:
            writer.newPage()
        paint_page(painter, page, _RESOLUTION / 72, ink)
    painter.end()
    buffer.close()
    return with_text(revision.closed(bytes(content.data())), ink)


def _title(document: Document) -> str:
    """Return the first title, its rows joined."""
    after = dropwhile(lambda block: block.role is not Role.TITLE, document.blocks)
    rows = takewhile(lambda block: block.role is Role.TITLE, after)
    return "".join("".join([block.text for block in rows]).split())


def sheet_size(layout: Layout) -> QPageSize:
    """Return the size of a layout's sheet."""
    size = QSizeF(layout.page.width, layout.page.height)
    fuzzy = QPageSize.SizeMatchPolicy.FuzzyMatch
    return QPageSize(size, QPageSize.Unit.Millimeter, "", fuzzy)
