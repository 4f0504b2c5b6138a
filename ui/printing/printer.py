"""Typeset pages sent to a printer: the sheet, the page range, copies and order asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from app import files
from app.docx.layout import Layout
from app.errors import AppError
from ui.printing.paint import paint_page
from ui.printing.pdf import rendered, sheet_size
from ui.printing.typeset import Page


def prepare(printer: QPrinter, layout: Layout, title: str) -> None:
    """Give a printer the sheet of a layout, both sides printed, and the name of the job."""
    printer.setDocName(title)
    printer.setCreator("文衡")
    printer.setPageLayout(
        QPageLayout(sheet_size(layout), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    printer.setFullPage(True)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)  # GB/T 9704-2012, 5.2.3


def print_pages(printer: QPrinter, pages: Sequence[Page], layout: Layout) -> None:
    """Print the pages that the printer's settings ask for, in the order asked for.

    A PDF printer gets the same file as an export. Raises AppError where nothing can be printed.
    """
    wanted = tuple(chosen(printer, pages))
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat and printer.outputFileName():
        pdf = rendered([pages[at] for at in wanted], layout, printer.docName())
        files.write(Path(printer.outputFileName()), pdf)
        return
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise AppError(
            f"打印机“{printer.printerName()}”没有响应。请检查它是否已连接，或者换一台打印机。"
        )
    for count, at in enumerate(wanted):
        if count and not printer.newPage():
            painter.end()
            raise AppError("打印中断：打印机不再接收页面。请检查打印机后重新打印。")
        paint_page(painter, pages[at], printer.resolution() / 72)
    painter.end()


def chosen(printer: QPrinter, pages: Sequence[Page]) -> Iterator[int]:
    """Yield the indexes of the pages to print: range, order, copies the driver does not make."""
    first, last = 1, len(pages)
    ranges = printer.pageRanges().toRangeList() if not printer.pageRanges().isEmpty() else []
    if printer.printRange() is QPrinter.PrintRange.PageRange and not ranges and printer.fromPage():
        first, last = printer.fromPage(), printer.toPage() or len(pages)
    picked = [
        at
        for at in range(len(pages))
        if (any(part.contains(at + 1) for part in ranges) if ranges else first <= at + 1 <= last)
    ]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        picked.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        yield from picked * copies
    else:
        yield from [at for at in picked for _ in range(copies)]
