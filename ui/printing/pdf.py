"""PDF with the same pages as in print, and a text layer that searches and copies as written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from app import files
from app.document.model import Document
from app.docx import layout as layouts
from app.docx.layout import Layout
from ui.printing.paint import paint_page
from ui.printing.typeset import Page, pages

_RESOLUTION = 1200  # dots an inch

# The radicals of U+2E80–2EF3 that show a whole character, with that character; those of the
# Kangxi block (U+2F00–2FD5) have it as their compatibility form.
_RADICALS = {
    chr(0x2E00 + low): whole
    for low, whole in zip(
        bytes.fromhex(
            "8184868A8C8D8E929395979C9D9FA0A7A9AAABACAEB4B6B7B8BBBCBDC1C4C5C6"
            "C7C9CACBCFD1D3D4D5D7D8D9DADBDCDDE1E2E3E4E5E6E7E8E9EAECEEF0F1F3"
        ),
        "厂乙冂卜小小兀巳幺彐心日月母民牛王疋目示竹冈羊羊羊聿肉臼虎西见角角贝足"
        "车邑長长门阜雨青韦页风飞食首马骨鬼鱼鸟卤麦黄黾齐齿龙龜龟",
        strict=True,
    )
}
_CODE = re.compile(rb"<(2[EF][0-9A-Fa-f]{2})>")
_CMAP = re.compile(rb"beginbfchar.*?endbfchar|beginbfrange.*?endbfrange", re.DOTALL)


def write_pdf(document: Document, layout: Layout | str, path: Path) -> None:
    """Write the pages of a document at `path`, whole or not at all; raises UnwritableFile.

    `layout` is a layout or the id of one.
    """
    chosen = layouts.load(layout) if isinstance(layout, str) else layout
    files.write(path, rendered(pages(document, chosen), chosen, path.stem))


def rendered(set_pages: Sequence[Page], layout: Layout, title: str) -> bytes:
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
    painter = QPainter(writer)
    for count, page in enumerate(set_pages):
        if count:
            writer.newPage()
        paint_page(painter, page, _RESOLUTION / 72)
    painter.end()
    buffer.close()
    return mended(bytes(content.data()))


def sheet_size(layout: Layout) -> QPageSize:
    """Return the size of a layout's sheet."""
    size = QSizeF(layout.page.width, layout.page.height)
    fuzzy = QPageSize.SizeMatchPolicy.FuzzyMatch
    return QPageSize(size, QPageSize.Unit.Millimeter, "", fuzzy)


def mended(pdf: bytes) -> bytes:
    """Return the PDF with radicals in its text layer replaced by the characters they show.

    Fonts draw 工 and the radical ⼯ with one glyph, and Qt names the glyph by the lower code: the
    page looks right, but search and copy fail. The codes keep their length, so no offset moves.
    """
    return _CMAP.sub(lambda table: _CODE.sub(_mended_code, table[0]), pdf)


def _mended_code(found: re.Match[bytes]) -> bytes:
    char = chr(int(found[1], 16))
    whole = _RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    return f"<{ord(whole):04X}>".encode() if len(whole) == 1 else found[0]
