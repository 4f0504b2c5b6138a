"""What saving changes in real files: a table of files by outcome.

Run: python tests/bench/docx_lossless.py [FOLDER] [--office N]

Each file is opened and saved untouched, with one word changed, with a paragraph inserted, one
removed, one moved, one split and two joined; where it has such, with an object removed and moved,
all tracked changes accepted and refused, and a word changed beside a comment, bookmark, note, field
or link. Every result is also held against the order of the schema. `--office N` opens N of the
results with LibreOffice and tells of those that it does not open though it opens the file.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from schema_order import faults  # noqa: E402  path set above

from app.document.edits import Edit, Splice, TextEdit, apply  # noqa: E402  path set above
from app.document.model import Document, block, cut, normal  # noqa: E402
from app.docx import patch, read, review  # noqa: E402
from app.docx.package import opened as package_of  # noqa: E402
from app.docx.pieces import blocks  # noqa: E402
from app.docx.scan import body_of, parsed  # noqa: E402
from app.docx.tree import W  # noqa: E402
from app.errors import AppError  # noqa: E402

NAMES = (
    "untouched",
    "one word",
    "insert",
    "delete",
    "move",
    "split",
    "join",
    "beside a mark",
    "object gone",
    "object moved",
    "accept all",
    "refuse all",
)
_SETTLED = frozenset({"accept all", "refuse all"})
_OPENED = (
    "one word",
    "split",
    "join",
    "object moved",
    "accept all",
    "refuse all",
)  # by LibreOffice
_RANGES = "commentRangeStart commentReference bookmarkStart footnoteReference endnoteReference"
_INLINE = "fldChar fldSimple hyperlink ins del smartTag sdt proofErr"
_MARKS = tuple(f"{{{W}}}{name}" for name in f"{_RANGES} {_INLINE}".split())


def changes(raw: bytes, document: Document) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    """Yield a name and the edits of each kind of change that the document allows."""
    yield "untouched", ()
    yield from objects(document)
    keys = [key for one in review.review(raw).revisions for key in one.keys]
    if keys:
        yield "accept all", review.decide(raw, document, keys, accept=True)
        yield "refuse all", review.decide(raw, document, keys, accept=False)
    written = [i for i, b in enumerate(document.blocks) if b.text.strip() and not b.object]
    if not written:
        return
    at = written[len(written) // 2]
    middle = len(document.blocks[at]) // 2
    yield "one word", (TextEdit(at, middle, middle + 1, "改动"),)
    yield "insert", (Splice(at, at, (block("新写的一段文字。", document.blocks[at].role),)),)
    yield "delete", (Splice(at, at + 1),)
    to = written[0] if at != written[0] else len(document.blocks) - 1
    moved = document.blocks[at]
    yield "move", (Splice(at, at + 1), Splice(to, to, (moved,)))
    yield from parted(document, written)
    marked = [at for at in written if document.blocks[at].text[-1:].isalpha() and beside(raw, at)]
    if marked:
        length = len(document.blocks[marked[0]])
        yield "beside a mark", (TextEdit(marked[0], length, length, "改动"),)


def parted(document: Document, written: list[int]) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    """Yield the split of the longest paragraph and the join of two that follow each other."""
    rows = document.blocks
    at = max(written, key=lambda place: len(rows[place]))
    middle, end = len(rows[at]) // 2, len(rows[at])
    if middle:
        first, rest = cut(rows[at].runs, 0, middle), cut(rows[at].runs, middle, end)
        halves = (replace(rows[at], runs=first), replace(rows[at], runs=rest, label=""))
        yield "split", (Splice(at, at + 1, halves),)
    pair = next((at for at in written if at + 1 in written), None)
    if pair is not None:
        runs = normal((*rows[pair].runs, *rows[pair + 1].runs))
        yield "join", (Splice(pair, pair + 2, (replace(rows[pair], runs=runs),)),)


def beside(raw: bytes, at: int) -> bool:
    """Tell whether a paragraph holds one of the marks that reach beyond text."""
    return next(parsed(raw, "").elements[at].iter(*_MARKS), None) is not None


def objects(document: Document) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    """Yield the removal and the move of the first object of a document."""
    found = [at for at, row in enumerate(document.blocks) if row.object]
    if found and len(document.blocks) > 1:
        at = found[0]
        yield "object gone", (Splice(at, at + 1),)
        to = 0 if at else len(document.blocks) - 1
        yield "object moved", (Splice(at, at + 1), Splice(to, to, (document.blocks[at],)))


EXPECTED = {
    "one word": (1, 1),
    "beside a mark": (1, 1),
    "insert": (0, 1),
    "delete": (1, 0),
    "split": (1, 2),
    "join": (2, 1),
    "object gone": (1, 0),
}


def judge(raw: bytes, opened: Document, name: str, edits: tuple[Edit, ...]) -> tuple[str, bytes]:
    """Return the outcome of one change, "ok" or what is wrong, and the package made."""
    wanted = apply(opened, edits)
    made = patch.patch(raw, opened, wanted)
    before, after = members(raw), members(made)
    part = package_of(raw, "").main()
    others = {n for n in before if n.lstrip("/") != part and before[n] != after.get(n)}
    if others or before.keys() != after.keys():
        return f"other parts: {sorted(others | (after.keys() ^ before.keys()))[:3]}", made
    old, new = paragraphs(raw), paragraphs(made)
    if name == "untouched" and made != raw:
        return "bytes differ", made
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    if name not in _SETTLED and (gone.total(), come.total()) != EXPECTED.get(name, (0, 0)):
        return f"paragraphs: -{gone.total()} +{come.total()}", made
    return read_again(raw, made, wanted, settled=name in _SETTLED) or "ok", made


def read_again(raw: bytes, made: bytes, wanted: Document, *, settled: bool) -> str:
    """Return what other readers say against a package made from another, "" for nothing."""
    again, _ = read.read(made, "again")
    if [b.text for b in again.blocks] != [b.text for b in wanted.blocks]:
        return "text read back differs"
    if settled and review.review(made).revisions:
        return "changes left"
    disorder = set(faults(parsed(made, "").root)) - set(faults(parsed(raw, "").root))
    if disorder:
        return f"order of the schema: {sorted(disorder)[:3]}"
    error = python_docx(made)
    return "" if not error or python_docx(raw) else f"python-docx: {error}"


def python_docx(raw: bytes) -> str:
    """Return what python-docx says against a package, "" for nothing."""
    try:
        docx.Document(BytesIO(raw))
    except Exception as error:  # noqa: BLE001  whatever it is, it is an outcome
        return repr(error)
    return ""


def members(raw: bytes) -> dict[str, bytes]:
    """Return the members of an archive."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return {entry.filename: _content(archive, entry) for entry in archive.infolist()}


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(entry)
    except zipfile.BadZipFile:  # damaged already: what is copied is its checksum
        return entry.CRC.to_bytes(4)


def paragraphs(raw: bytes) -> list[bytes]:
    """Return the canonical form of each block of the text."""
    return [_canonical(row) for row in blocks(body_of(parsed(raw, "")))]


def _canonical(row: etree._Element) -> bytes:
    try:
        return etree.tostring(row, method="c14n", exclusive=True, with_tail=False)
    except etree.C14NError:  # a relative namespace, which canonical XML does not know
        return etree.tostring(row, with_tail=False)


def office(made: bytes, folder: Path) -> bool:
    """Tell whether LibreOffice opens a package."""
    path = folder / "made.docx"
    path.write_bytes(made)
    command = ["soffice", "--headless", "--convert-to", "txt:Text", "--outdir", str(folder)]
    subprocess.run(  # noqa: S603  our own command on our own file
        [*command, str(path)], check=False, capture_output=True, timeout=120
    )
    text = folder / "made.txt"
    found = text.is_file()
    text.unlink(missing_ok=True)
    return found


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared" / "docx")
    options.add_argument("--office", type=int, default=0)
    given = options.parse_args()
    if not given.folder.is_dir():
        sys.stdout.write("no folder of DOCX files: nothing measured\n")
        return
    table: dict[str, Counter[str]] = {name: Counter() for name in ("open", *NAMES, "office")}
    bad: list[str] = []
    left = given.office if shutil.which("soffice") else 0
    say: Callable[[str], object] = sys.stdout.write
    for path in sorted(given.folder.glob("*.docx")):
        raw = path.read_bytes()
        try:
            opened, _ = read.read(raw, path.name)
        except AppError as error:
            table["open"]["message"] += 1
            bad.append(f"{path.name}: {error}")
            continue
        table["open"]["ok"] += 1
        for name, edits in changes(raw, opened):
            try:
                outcome, made = judge(raw, opened, name, edits)
            except Exception as error:  # noqa: BLE001  a crash is an outcome too
                outcome, made = f"crash: {error!r}", raw
            table[name]["ok" if outcome == "ok" else "wrong"] += 1
            if outcome != "ok":
                bad.append(f"{path.name}: {name}: {outcome}")
            if left and name in _OPENED:
                left -= 1
                with tempfile.TemporaryDirectory() as folder:
                    works = office(made, Path(folder)) or not office(raw, Path(folder))
                table["office"]["ok" if works else "wrong"] += 1
                if not works:
                    bad.append(f"{path.name}: {name}: not opened by LibreOffice")
    for name, counts in table.items():
        say(f"{name:<14}" + "".join(f"  {key}: {count}" for key, count in counts.items()) + "\n")
    say("\n".join(["", *bad, ""]))


if __name__ == "__main__":
    main()
