"""Page breaks and PDF: times beside Qt's own text layout, agreement beside LibreOffice's pages.

Arguments are further texts to compare; `lines` as the first one lists every line that differs.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QSizeF  # noqa: E402  the path above comes first
from PySide6.QtGui import (  # noqa: E402
    QFont,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication  # noqa: E402
from rendering import PDFTOTEXT, SOFFICE, Place, line_places, office_pdfs, openers, squeezed  # noqa: E402

from app import formats  # noqa: E402
from app.document.model import Document, block  # noqa: E402
from app.docx import write  # noqa: E402
from app.docx.layout import NATIONAL, load  # noqa: E402
from app.kinds import drafting, shelf  # noqa: E402
from ui.printing.paging import Pager  # noqa: E402
from ui.printing.pdf import rendered, write_pdf  # noqa: E402
from ui.printing.typeset import pages  # noqa: E402

LAYOUT = load(NATIONAL)
ROUNDS = 5
SENTENCE = "各单位要对照2026年初确定的目标任务，一项一项梳理，一件一件销号，做到底数清、责任明。"
# What LibreOffice 7.4 does whatever the file says: a gap between Chinese and Latin, and a Latin
# face for a quotation mark that closes after a Latin letter.
GAP = re.compile(r"[\u3400-\u9fff〇][0-9A-Za-z]|[0-9A-Za-z%][\u3400-\u9fff〇]")
LATIN = re.compile(r"[!-~]")
QUOTE = re.compile(r"[0-9A-Za-z+%][”’]")


@dataclass(frozen=True, slots=True)
class Differing:
    """A line that one of both does not have: where it begins, in what text, and why."""

    place: Place
    text: str
    cause: str


def text_of(size: int) -> Document:
    """Return a document of natural paragraphs."""
    return Document(tuple([block(SENTENCE * (1 + at % 5)) for at in range(size // 126)]))


def timed(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median milliseconds of calling `run`."""
    spent: list[float] = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent)


def qt_document(document: Document) -> QTextDocument:
    """Return Qt's own document of the same text, size and page, not laid out yet."""
    made = QTextDocument()
    font = QFont("Noto Serif CJK SC")
    font.setPointSizeF(16)
    made.setDefaultFont(font)
    made.setPlainText("\n".join(document.texts))
    cursor = QTextCursor(made)
    cursor.select(QTextCursor.SelectionType.Document)
    form = QTextBlockFormat()
    form.setLineHeight(28.95, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setTextIndent(32)
    cursor.mergeBlockFormat(form)
    made.setPageSize(QSizeF(442.2, 637.8))
    return made


def qt_pages(document: Document) -> float:
    """Return the milliseconds Qt takes to lay the text out on pages."""
    made = qt_document(document)
    return timed(made.pageCount, 1)


def qt_pdf(document: Document) -> None:
    """Print Qt's document into a PDF in memory."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    qt_document(document).print_(writer)


def edits(document: Document) -> float:
    """Return the median milliseconds until all page breaks are known again after an edit."""
    pager = Pager(LAYOUT)
    pager.put(document)
    blocks = list(document.blocks)
    spent: list[float] = []
    for at in (0, len(blocks) // 2, len(blocks) - 1) * 5:
        blocks[at] = block(blocks[at].text + "新")
        current = Document(tuple(blocks))
        spent.append(timed(lambda current=current: pager.put(current), 1))
    return statistics.median(spent)


def print_times() -> None:
    """Print what page breaks and PDF cost at two sizes."""
    print(f"{'characters':>11} {'what':34} {'ms':>9} {'baseline':>9} {'ratio':>6}")
    for size in (100_000, 1_000_000):
        document = text_of(size)
        base = qt_pages(document)
        breaks = timed(lambda document=document: Pager(LAYOUT).put(document), 3)
        rows = [
            ("page breaks, set anew", breaks, base),
            ("… after one edit", edits(document), base),
        ]
        if size == 100_000:
            base = timed(lambda document=document: qt_pdf(document), 1)
            spent = timed(
                lambda document=document: rendered(pages(document, LAYOUT), LAYOUT, "x"), 1
            )
            rows.append(("PDF", spent, base))
        for name, ours, theirs in rows:
            print(f"{size:11,} {name:34} {ours:9.1f} {theirs:9.1f} {ours / theirs:6.2f}")
    print("baseline: QTextDocument of the same text, laid out on pages; printed into a PDF")


def differing(
    ours: Sequence[Sequence[Place]],
    theirs: Sequence[Sequence[Place]],
    document: Document,
    *,
    gaps: bool,
) -> Iterator[Differing]:
    """Yield the lines of LibreOffice's that are not ours, with their cause."""
    known = set(chain.from_iterable(ours))
    for place in chain.from_iterable(theirs):
        if place not in known:
            entry = document.blocks[place[0]]
            before = squeezed(entry.label + entry.text)[: place[1] + 2]
            yield Differing(place, before[-20:], _cause(before, gaps=gaps))


def _cause(before: str, *, gaps: bool) -> str:
    """Return why a line that follows `before` in its paragraph begins elsewhere."""
    if QUOTE.search(before):
        return "quotation mark after Latin"
    if gaps and GAP.search(before):
        return "LibreOffice's gap between Chinese and Latin"
    if LATIN.search(before):
        return "Latin: it leaves the spacing out after each stretch of one script"
    return "other"


def print_agreement(documents: Mapping[str, Document], *, lines: bool, gaps: bool) -> None:
    """Print how our pages and LibreOffice's agree, text by text.

    `gaps` False tells LibreOffice, in its own format, not to part Chinese and Latin.
    """
    causes = Counter[str]()
    total = Counter[str]()
    print(f"\n{'text':34} {'pages':>5} {'theirs':>6} {'openers':>7} {'lines':>5} {'differ':>6}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        packages = {
            key: write.write(write.trimmed(made), LAYOUT) for key, made in documents.items()
        }
        for key, pdf in office_pdfs(packages, folder, gaps=gaps).items():
            document = documents[key]
            write_pdf(document, LAYOUT, folder / "ours.pdf")
            ours, theirs = line_places(folder / "ours.pdf", document), line_places(pdf, document)
            found = list(differing(ours, theirs, document, gaps=gaps))
            pairs = zip(openers(ours), openers(theirs), strict=False)
            same = sum([a == b for a, b in pairs])
            count = len(list(chain.from_iterable(theirs)))
            print(f"{key:34} {len(ours):5} {len(theirs):6} {same:7} {count:5} {len(found):6}")
            causes.update(row.cause for row in found)
            total.update(
                texts=1, pages=len(ours) == len(theirs), openers=same == len(ours) == len(theirs),
                lines=count, differ=len(found),
            )  # fmt: skip
            for row in found if lines else ():
                print(f"    {row.place} …{row.text}: {row.cause}")
    print("; ".join(f"{name} {count}" for name, count in total.items()))
    for cause, count in causes.most_common():
        print(f"{count:6} lines differ after: {cause}")


def read(paths: Sequence[Path]) -> dict[str, Document]:
    """Return the documents of texts by the names of their files, numbered where they repeat."""
    found: dict[str, Document] = {}
    for path in paths:
        name = path.stem if path.stem not in found else f"{path.stem}~{len(found)}"
        found[name] = formats.open_file(path).document
    return found


def skeletons() -> dict[str, Document]:
    """Return the starting text of every variant of every kind."""
    return {
        f"{kind.id}-{variant.id}": drafting.draft(kind, {}, variant.id)
        for kind in shelf.load_all()[0]
        for variant in kind.variants
    }


def main() -> None:
    """Print both tables; the second one where LibreOffice is installed."""
    application = QApplication([])
    arguments = sys.argv[1:]
    lines = arguments[:1] == ["lines"]
    print_times()
    if SOFFICE is None or PDFTOTEXT is None:
        print("LibreOffice or poppler is absent: no agreement measured")
        return
    found = [Path(name) for name in arguments[1 if lines else 0 :]]
    shared = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
    samples = sorted((ROOT / "resources" / "samples").glob("*.txt"))
    drafts = sorted((ROOT / "tests" / "golden").glob("*/open/**/*.txt"))
    documents = read([*shared, *samples, *drafts, *found]) | skeletons()
    print("\nLibreOffice as it reads our DOCX")
    print_agreement(documents, lines=False, gaps=True)
    print("\nLibreOffice told not to part Chinese and Latin, which it does not read from a DOCX")
    print_agreement(documents, lines=lines, gaps=False)
    application.quit()


if __name__ == "__main__":
    main()
