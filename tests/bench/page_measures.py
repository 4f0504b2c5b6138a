"""The distances that the national layout asks for, measured on rendered pages in millimetres.

Our PDF and LibreOffice's rendering of our DOCX are drawn at 254 dots an inch, ten a millimetre, and
read for ink; where words begin and end is what poppler says of their boxes.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage  # noqa: E402  the path above comes first
from PySide6.QtWidgets import QApplication  # noqa: E402
from rendering import PDFTOTEXT, SOFFICE, office_pdfs, run  # noqa: E402

from app.document.model import Details, Document, Role  # noqa: E402
from app.document.model import block as paragraph  # noqa: E402
from app.docx import write  # noqa: E402
from app.docx.layout import NATIONAL, load  # noqa: E402
from ui.printing.pdf import write_pdf  # noqa: E402

LAYOUT = load(NATIONAL)
CHARACTER = 156 / 28  # millimetres
LINE = 28.95 * 25.4 / 72
SMALL = 14 * 25.4 / 72  # a character of 4号
LABEL = 3 * CHARACTER + (8 + 4 - 2 * 0.25) * 25.4 / 72  # 附件：1.
DOTS = 10  # a millimetre
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<')


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a page with the left and right edge of its box."""

    text: str
    left: float
    right: float


class Sheet:
    """A rendered page."""

    def __init__(self, pdf: Path, number: int) -> None:
        """`number` counts from 1."""
        self._pdf, self._page = pdf, (f"-f {number} -l {number}").split()

    @cached_property
    def words(self) -> list[Word]:
        """The words of the page."""
        found = WORD.findall(run("pdftotext", "-bbox", *self._page, str(self._pdf), "-"))
        mm = 25.4 / 72
        return [Word(text, float(x) * mm, float(right) * mm) for x, _, right, _, text in found]

    def word(self, begin: str) -> Word:
        """Return the first word that begins so; LookupError where none does."""
        for word in self.words:
            if word.text.startswith(begin):
                return word
        raise LookupError(f"{begin} is not on the page")

    @cached_property
    def _image(self) -> QImage:
        target = self._pdf.with_name("sheet")
        options = ("-r", "254", "-png", "-singlefile")
        run("pdftoppm", *options, *self._page, str(self._pdf), str(target))
        return QImage(str(target.with_suffix(".png"))).convertToFormat(QImage.Format.Format_RGB888)

    @cache  # noqa: B019  pages live as long as the bench
    def _rows(self, left: float, right: float) -> list[tuple[int, int, int]]:
        """Return each row of dots with how many of them are dark, and how many of these red."""
        return list(self._read(left, right))

    def _read(self, left: float, right: float) -> Iterator[tuple[int, int, int]]:
        image = self._image
        dots, wide = bytes(image.constBits()), image.bytesPerLine()
        first, stop = round(left * DOTS) * 3, round(right * DOTS) * 3
        for y in range(image.height()):
            row = dots[y * wide + first : y * wide + stop]
            green, red = row[1::3], row[::3]
            dark = [at for at, value in enumerate(green) if value < 128]
            yield y, len(dark), sum([red[at] > 200 for at in dark])

    def ink(self, left: float, right: float, top: float = 0.0) -> tuple[float, float]:
        """Return where the first stretch of ink below `top` begins and ends."""
        start = None
        for y, dark, _ in self._rows(left, right):
            if start is None and dark and y >= top * DOTS:
                start = y
            elif start is not None and not dark:
                return start / DOTS, y / DOTS
        raise LookupError("no ink")

    def rules(self, wide: float, *, red: bool) -> list[tuple[float, float]]:
        """Return the upper edge and the thickness of each line of at least that width."""
        found: list[list[int]] = []
        for y, dark, reds in self._rows(0, 210):
            if dark >= (wide - 1) * DOTS and (reds > dark / 2) is red:
                if found and found[-1][1] == y:
                    found[-1][1] = y + 1
                else:
                    found.append([y, y + 1])
        return [(top / DOTS, (stop - top) / DOTS) for top, stop in found]


SENTENCE = "各单位要对照年初确定的目标任务，一项一项梳理，一件一件销号，做到底数清、责任明。"
MARK = {"发文机关标志": "清河县人民政府文件", "发文字号": "清政发三号"}
FOOT = {
    "抄送": "县委办公室，县人大常委会办公室，县政协办公室，县监委，县法院，县检察院，县人武部",
    "印发机关": "清河县人民政府办公室",
    "印发日期": "二〇二六年三月六日",
}
TITLE = (paragraph("关于做好年度重点工作的通知", Role.TITLE),)
BODY = (paragraph("各单位：", Role.SALUTATION), *[paragraph(SENTENCE * 3)] * 3)
SIGNED = (
    paragraph("清河县人民政府办公室", Role.SIGNATURE),
    paragraph("二〇二六年三月五日", Role.DATE),
)
NOTES = (
    paragraph("附件：1.年度重点工作任务分解表和年度重点工作责任分工一览表", Role.ATTACHMENT_NOTE),
    paragraph("2.名单", Role.ATTACHMENT_NOTE),
)


def document(*blocks: object, **fields: str) -> Document:
    """Return a document with fields of head and foot."""
    return Document(blocks, Details(fields=tuple(fields.items())))  # type: ignore[arg-type]  # blocks


DOCUMENTS = {
    "full": document(paragraph("国" * (28 * 44 - 2))),
    "general": document(
        *TITLE, *BODY, **MARK, 份号="12", 密级="机密", 紧急程度="特急", **FOOT
    ),
    "signers": document(*TITLE, *BODY, **MARK, 签发人="王建国、李明、张卫东"),
    "order": document(*BODY, 公文格式="命令", 发文机关标志="清河县人民政府令", 发文字号="第三号"),
    "letter": document(
        *TITLE, *BODY, 公文格式="信函", 发文机关标志="清河县人民政府", 发文字号="清政函三号"
    ),
    "plain": document(*BODY[:3], *NOTES, *SIGNED),
    "sealed": document(*BODY, *SIGNED, 用印="加盖印章"),
    "attachment": document(
        *BODY, paragraph("附件1", Role.ATTACHMENT_LABEL), *TITLE, paragraph(SENTENCE)
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measure:
    """A distance: what is wanted, on which page of which document, how it is found.

    `ink` tells that it ends at the ink of a character, which begins inside its square.
    """

    name: str
    wanted: float
    document: str
    page: int
    found: Callable[[Sheet], float]
    ink: bool = False


SQUARE, TITLE_SQUARE = [(line - size) / 2 * 25.4 / 72 for line, size in ((28.95, 16), (35, 22))]


def lines(sheet: Sheet, left: float = 50, right: float = 160) -> list[tuple[float, float]]:
    """Return where each line of ink of a page begins and ends."""
    found: list[tuple[float, float]] = []
    while True:
        try:
            found.append(sheet.ink(left, right, found[-1][1] if found else 0.0))
        except LookupError:
            return found


def middle(word: Word) -> float:
    """Return the middle of a word."""
    return (word.left + word.right) / 2


def red(sheet: Sheet, at: int = 0) -> tuple[float, float]:
    """Return the upper and the lower edge of a red line across the page."""
    top, high = sheet.rules(156, red=True)[at]
    return top, top + high


def black(sheet: Sheet, at: int) -> tuple[float, float]:
    """Return the upper edge and the thickness of a black line across the page."""
    return sheet.rules(156, red=False)[at]


MEASURES = (
    Measure("text, left edge", 28, "full", 2, lambda s: s.words[1].left),
    Measure("text, right edge", 184, "full", 1, lambda s: s.words[0].right),
    Measure("text, first line", 37 + SQUARE, "full", 1, lambda s: lines(s)[0][0], ink=True),
    Measure(
        "text, first to last line of 22", 21 * LINE, "full", 1,
        lambda s: lines(s)[21][0] - lines(s)[0][0],
    ),
    Measure("paragraph, 2 in", 28 + 2 * CHARACTER, "full", 1, lambda s: s.words[0].left),
    Measure("number of an odd page, 1 in", 184 - SMALL, "full", 1, lambda s: s.words[-1].right),
    Measure("number of an even page, 1 in", 28 + SMALL, "full", 2, lambda s: s.words[-3].left),
    Measure("number, its dash", 269, "full", 1, lambda s: s.ink(161, 167, 263)[0]),
    Measure("corner, left", 28, "general", 1, lambda s: s.word("000012").left),
    Measure(
        "corner, row 2", 37 + LINE + SQUARE, "general", 1,
        lambda s: lines(s, 28, 40)[1][0], ink=True
    ),
    Measure("mark", 72, "general", 1, lambda s: lines(s, 60, 150)[0][0], ink=True),
    Measure("mark, from the middle", 106, "general", 1, lambda s: middle(s.word("清河县"))),
    Measure(
        "mark to number, two lines", 2 * LINE + SQUARE, "general", 1,
        lambda s: lines(s, 60, 150)[1][0] - lines(s, 60, 150)[0][1], ink=True,
    ),
    Measure(
        "number to red line", 4, "general", 1,
        lambda s: red(s)[0] - lines(s, 90, 110)[1][1], ink=True,
    ),
    Measure("red line, thick", 0.35, "general", 1, lambda s: red(s)[1] - red(s)[0]),
    Measure(
        "red line to title, two lines", 2 * LINE + TITLE_SQUARE, "general", 1,
        lambda s: s.ink(60, 150, red(s)[1] + 1)[0] - red(s)[1], ink=True,
    ),
    Measure(
        "title to salutation, one line", LINE + TITLE_SQUARE + SQUARE, "general", 1,
        lambda s: s.ink(28, 44, red(s)[1] + 1)[0] - s.ink(60, 150, red(s)[1] + 1)[1], ink=True,
    ),
    Measure("version block, first line, thick", 0.35, "general", 2, lambda s: black(s, 0)[1]),
    Measure("version block, line between, thick", 0.25, "general", 2, lambda s: black(s, 1)[1]),
    Measure("version block, last line", 262, "general", 2, lambda s: sum(black(s, 2))),
    Measure("copies, 1 in", 28 + SMALL, "general", 2, lambda s: s.word("抄送").left),
    Measure("copies, row 2", 28 + 4 * SMALL, "general", 2, lambda s: behind(s, "抄送").left),
    Measure("printed, 1 in", 184 - SMALL, "general", 2, lambda s: s.word("二〇二六").right),
    Measure("signers' number, 1 in", 28 + CHARACTER, "signers", 1, lambda s: s.word("清政发").left),
    Measure("signers, 1 in", 184 - CHARACTER, "signers", 1, lambda s: s.word("李明").right),
    Measure(
        "signers below each other", 0, "signers", 1,
        lambda s: s.word("张卫东").left - named(s).left,
    ),
    Measure("order, mark", 57, "order", 1, lambda s: lines(s, 60, 150)[0][0], ink=True),
    Measure(
        "order, mark to number, two lines", 2 * LINE + SQUARE, "order", 1,
        lambda s: lines(s)[1][0] - lines(s)[0][1], ink=True,
    ),
    Measure(
        "order, number to text, two lines", 2 * LINE + 2 * SQUARE, "order", 1,
        lambda s: s.ink(28, 44, lines(s)[1][1])[0] - lines(s)[1][1], ink=True,
    ),
    Measure("letter, mark", 30, "letter", 1, lambda s: lines(s, 60, 150)[0][0], ink=True),
    Measure(
        "letter, mark to double line", 4, "letter", 1,
        lambda s: red(s)[0] - lines(s, 60, 150)[0][1], ink=True,
    ),
    Measure("letter, lower double line", 277, "letter", 1, lambda s: red(s, -2)[0]),
    Measure(
        "letter, double line to row", 16 * 7 / 8 * 25.4 / 72, "letter", 1,
        lambda s: s.ink(150, 184, red(s, 1)[1] + 0.3)[0] - red(s, 1)[1], ink=True,
    ),
    Measure("letter, number flush right", 184, "letter", 1, lambda s: s.word("清政函").right),
    Measure("attachments, 2 in", 28 + 2 * CHARACTER, "plain", 1, lambda s: s.word("附件").left),
    Measure("attachments, further", 28 + 5 * CHARACTER, "plain", 1, lambda s: s.word("2.").left),
    Measure(
        "attachment, second row below the first character", 0, "plain", 1,
        lambda s: behind(s, "附件").left - s.word("附件").left - LABEL,
    ),
    Measure("signature, 2 in", 184 - 2 * CHARACTER, "plain", 1, lambda s: s.word("清河县").right),
    Measure(
        "date, 2 right of the signature", 2 * CHARACTER, "plain", 1,
        lambda s: s.word("二〇二六").left - s.word("清河县").left,
    ),
    Measure("date, 4 in", 184 - 4 * CHARACTER, "sealed", 1, lambda s: s.word("二〇二六").right),
    Measure(
        "sealed signature above its middle", 0, "sealed", 1,
        lambda s: middle(s.word("清河县")) - middle(s.word("二〇二六")),
    ),
    Measure("label of an attachment", 28, "attachment", 2, lambda s: s.word("附件").left),
    Measure(
        "label to title, on row 3", 2 * LINE + TITLE_SQUARE - SQUARE, "attachment", 2,
        lambda s: s.ink(60, 150)[0] - s.ink(28, 44)[0], ink=True,
    ),
)  # fmt: skip


def named(sheet: Sheet) -> Word:
    """Return the first signer, who stands in one word with the label."""
    word = sheet.word("签发人：")
    return Word("王建国", word.right - 3 * CHARACTER, word.right)


def behind(sheet: Sheet, begin: str) -> Word:
    """Return the word behind one that begins so: the next row of a text without spaces."""
    return sheet.words[sheet.words.index(sheet.word(begin)) + 1]


@cache
def sheet(pdf: Path, number: int) -> Sheet:
    """Return a page of a PDF, read once."""
    return Sheet(pdf, number)


def main() -> None:
    """Print each distance as wanted and as found."""
    if SOFFICE is None or PDFTOTEXT is None:
        print("LibreOffice or poppler is absent")
        return
    application = QApplication([])
    print(f"{'distance':50} {'wanted':>7} {'ours':>7} {'office':>7}   * further off than 0.5")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        packages = {key: write.write(made, LAYOUT) for key, made in DOCUMENTS.items()}
        theirs = office_pdfs(packages, folder, gaps=False)
        for key, made in DOCUMENTS.items():
            write_pdf(made, LAYOUT, folder / f"{key}-ours.pdf")
        for measure in MEASURES:
            ours = folder / f"{measure.document}-ours.pdf"
            pdfs = (ours, theirs[measure.document])
            found = [measure.found(sheet(pdf, measure.page)) for pdf in pdfs]
            off = max(abs(one - measure.wanted) for one in found) > 0.5
            mark = ("ink" if measure.ink else "*") if off else ""
            row = " ".join([f"{value:7.2f}" for value in (measure.wanted, *found)])
            print(f"{measure.name:50} {row}   {mark}")
    application.quit()


if __name__ == "__main__":
    main()
