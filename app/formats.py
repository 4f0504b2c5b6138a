"""Opening and saving a document by the kind of its file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from app import files, text
from app.document.edits import Edit, Splice
from app.document.model import Block, Document, Role, Run, block, document, normal
from app.document.recognize import recognized
from app.errors import UnreadableFile, UnwritableFile
from app.origins import DocxOrigin, Origin, TextOrigin, called, objects, turns

FOREIGN = (".odt", ".fodt", ".rtf", ".uof", ".uot")  # what only LibreOffice reads
READABLE = (".txt", ".docx", ".docm", ".doc", ".wps", *FOREIGN)
WRITABLE = (".docx", ".docm", ".txt")
OLD = (".doc", ".wps")  # of which LibreOffice reads more than this program does
NATIONAL = "gbt9704"
_TASKS_TITLE = block("任务分解表", Role.TITLE)


@dataclass(frozen=True, slots=True)
class Written:
    """What saving writes: the bytes, and notes in Chinese on what they leave out.

    `origin` is what the next saving of the document builds on.
    """

    content: bytes
    notes: tuple[str, ...] = ()
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A document just opened: `notes` say in Chinese what of the file it does not show.

    `origin` is None where saving cannot build on the file it came from.
    """

    document: Document
    notes: tuple[str, ...]
    origin: Origin | None


def open_file(path: Path) -> Opened:
    """Return the document in a text or DOCX file, its roles recognised.

    What other programs write is turned into DOCX first, by LibreOffice where it is installed, which
    takes seconds.
    Raises UnreadableFile, with what the user can do, for anything else.
    """
    if is_foreign(path):
        from app import office

        return open_converted(path, office.converted(path))
    content = files.read(path)
    if _is_plain(path, content):
        plain = text.decode(content, path.name)
        read_as = recognized(document(*text.paragraphs(plain.text)))
        return Opened(read_as, _damage(plain), TextOrigin(replace(plain, text="")))
    from app.docx import read

    opened, notes = read.read(content, path.name)
    # A binary Word file gives its text and no more; only a package can be saved back into.
    return Opened(opened, notes, DocxOrigin(content, opened) if _is_package(content) else None)


def is_foreign(path: Path) -> bool:
    """Tell whether only LibreOffice reads a file, by its name or, under another, by its content."""
    suffix = path.suffix.lower()
    if suffix in FOREIGN or suffix not in READABLE or suffix == ".txt" or not path.is_file():
        return suffix in FOREIGN
    from app import office

    try:
        with path.open("rb") as file:
            return office.disguise(file.read(office.HEAD)) is not None
    except OSError:  # reading it will tell
        return False


def is_misnamed(path: Path) -> bool:
    """Tell whether a file named DOCX is in truth another document, which saving may not replace."""
    if path.suffix.lower() not in {".docx", ".docm"} or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return not _is_package(file.read(4)) or is_foreign(path)
    except OSError:  # saving will tell
        return False


def open_converted(path: Path, package: bytes) -> Opened:
    """Return the document of a file that was turned into `package`, by LibreOffice where it is."""
    from app import office
    from app.docx import read

    opened, notes = read.read(package, path.name)
    how = (
        "读出了文字和表格，格式和图片没有读出（装有 LibreOffice 时可以读出）"
        if office.program() is None
        else "由 LibreOffice 转换而来，版面可能略有出入"
    )
    told = f"{how}；保存时另存为 DOCX，原文件不动。"
    return Opened(opened, (told, *notes), DocxOrigin(package, opened))


def reopened(path: Path, document: Document) -> Origin | None:
    """Return what saving builds on for a document that was being written in the file at `path`.

    Objects that the file calls otherwise by now are found by their text. Raises UnreadableFile.
    """
    origin = open_file(path).origin
    if not isinstance(origin, DocxOrigin):
        return origin
    known = {block.object for block in origin.opened.blocks}
    free: dict[str, list[str]] = {}
    for row in reversed(origin.opened.blocks):
        if row.object:
            free.setdefault(row.text, []).append(row.object)
    lost = {block.object: block.text for block in document.blocks if block.object not in known}
    names = [(name, free[text].pop()) for name, text in lost.items() if name and free.get(text)]
    return replace(origin, names=tuple(names))


def _is_package(content: bytes) -> bool:
    return content.startswith(b"PK")


def _damage(plain: text.TextFile) -> tuple[str, ...]:
    if not plain.replaced:
        return ()
    return (f"文件中有 {plain.replaced} 处损坏的字符，已显示为“\ufffd”，请对照原件核对。",)


def _is_plain(path: Path, content: bytes) -> bool:
    """Tell a text file by its name or by its content, one of unknown name by how it begins."""
    if path.suffix.lower() in READABLE:
        return path.suffix.lower() == ".txt" or _is_text(content)
    return not content.startswith((b"PK", b"\xd0\xcf"))


def _is_text(content: bytes) -> bool:
    """Tell whether a file that is named a document is plain text in truth."""
    if b"\x00" in content or content.lstrip()[:1] in {b"", b"<"}:  # markup is no plain text
        return False
    try:
        return not text.decode(content, "").replaced
    except UnreadableFile:
        return False


def encoded(
    path: Path, document: Document, origin: Origin | None, *, afresh: bool = False
) -> Written:
    """Return what saving under `path` writes.

    A DOCX opened from a package keeps everything of it that was not changed, unless the details
    ask for another layout than it was opened with, or `afresh` for its own once more. Raises
    UnwritableFile for a kind of file that cannot be written.
    """
    kind = path.suffix.lower()
    if kind == ".docx" or (kind == ".docm" and carries_macros(origin)):
        return _docx(document, origin, macros=kind == ".docm", afresh=afresh)
    if kind == ".txt":
        return _plain(document, origin)
    raise UnwritableFile(path, "只能保存为 .docx 或 .txt 文件，请换一个扩展名。")


def carries_macros(origin: Origin | None) -> bool:
    """Tell whether a document was opened from a package with macros."""
    from app.docx import clean

    return isinstance(origin, DocxOrigin) and clean.has_macros(origin.package)


def _docx(document: Document, origin: Origin | None, *, macros: bool, afresh: bool) -> Written:
    from app.docx import clean, layout, patch, write

    wanted, shown = document.details.layout, document
    if not isinstance(origin, DocxOrigin):
        told = replace(document.details, layout=wanted or NATIONAL)
        made = write.trimmed(replace(document, details=told))
        return _new(write.write(made, layout.load(wanted or NATIONAL)), shown, None)
    document = called(document, origin)
    if wanted is not None and (afresh or wanted != origin.opened.details.layout):
        made = write.apply_layout(document, layout.load(wanted), origin.package)
        return _new(made, shown, origin)
    if wanted is not None and (origin.stale or turns(document, origin)):  # sections are others
        made = write.write(write.trimmed(document), layout.load(wanted), origin.package)
        return _new(made, shown, origin)
    if not macros and carries_macros(origin):
        plain = replace(origin, package=clean.without_macros(origin.package))
        note = "宏没有写入 .docx 文件；要保留宏请存为 .docm。"
        return Written(patch.patch(plain.package, plain.opened, document), (note,), plain)
    # The next saving too starts from what was opened: its objects bear the names of that reading.
    live = write.trimmed(document) if origin.laid else document
    return Written(patch.patch(origin.package, origin.opened, live), (), origin)


def _new(package: bytes, document: Document, origin: DocxOrigin | None) -> Written:
    """Return a package made anew of a document, which goes on calling its objects as it did."""
    from app.docx import read
    from app.docx.objects import sideways

    opened, _ = read.read(package, "新文件")
    names: dict[str, str] = {}
    if len(opened.blocks) == len(document.blocks):
        pairs = list(zip(opened.blocks, document.blocks, strict=True))
        for row, block in pairs:
            if row.object and block.object:
                names.setdefault(block.object, row.object)
        rows = [replace(row, across=block.across) if row.object else row for row, block in pairs]
        opened = replace(opened, blocks=tuple(rows))
    aside = None if origin is None or not names else sideways(objects(origin))
    made = DocxOrigin(package, opened, laid=True, names=tuple(names.items()), aside=aside)
    return Written(package, (), made)


def relaid(document: Document) -> tuple[Edit, ...]:
    """Return the edits that leave of a text what a layout keeps of it, the last first.

    Looks, alignments and spaces typed to place paragraphs go; automatic numbers become text.
    """
    from app.docx import write

    pairs = zip(document.blocks, write.bare(document).blocks, strict=True)
    made = [Splice(at, at + 1, (new,)) for at, (old, new) in enumerate(pairs) if new != old]
    return tuple(reversed(made))


def left_behind(origin: Origin | None) -> str:
    """Return in Chinese what of the opened file does not go along into another layout."""
    from app.docx import read

    return read.left_behind(origin.package) if isinstance(origin, DocxOrigin) else ""


def printed(document: Document, origin: Origin | None) -> Document:
    """Return a document as a layout prints it: a file with another layout without its looks."""
    wanted = document.details.layout
    if not isinstance(origin, DocxOrigin) or wanted == origin.opened.details.layout is not None:
        return document
    from app.docx import write

    return write.plain(document)


class Cleaning(StrEnum):
    """What to take out of a copy that is passed on."""

    NAMES = "names"
    DETAILS = "details"


def save_clean(path: Path, document: Document, origin: Origin | None, cleaning: Cleaning) -> None:
    """Write a copy of the document without names of persons or without what this program added.

    Raises UnwritableFile.
    """
    from app.docx import clean

    content = encoded(path, document, origin).content
    out = clean.without_names if cleaning is Cleaning.NAMES else clean.without_details
    files.write(path, out(content))


def _plain(document: Document, origin: Origin | None) -> Written:
    like = origin.file if isinstance(origin, TextOrigin) else text.TextFile("")
    lines = text.joined(block.label + block.text for block in document.blocks)
    return Written(text.encode(replace(like, text=lines)), _lost(document), origin)


def _lost(document: Document) -> tuple[str, ...]:
    """Return what of the document a plain text cannot hold, in Chinese."""
    lost: list[str] = []
    if any(
        run.bold or run.italic or run.underline for block in document.blocks for run in block.runs
    ):
        lost.append("加粗、倾斜、下划线")
    if any(block.role is Role.OBJECT for block in document.blocks):
        lost.append("表格和图片")
    if any(block.chosen for block in document.blocks):
        lost.append("手工指定的段落类型")
    if any(block.bookmark for block in document.blocks):
        lost.append("书签")
    if document.details.kind or document.details.fields:
        lost.append("文种和要素")
    if document.details.ignored:
        lost.append("忽略的问题")
    return (f"纯文本不能保存{'、'.join(lost)}。",) if lost else ()


def save_file(
    path: Path, document: Document, origin: Origin | None, *, afresh: bool = False
) -> tuple[str, ...]:
    """Write the document under `path` and return notes on what the file leaves out.

    The file is replaced in one step or not at all; see `encoded`. Raises UnwritableFile.
    """
    written = encoded(path, document, origin, afresh=afresh)
    files.write(path, written.content)
    return written.notes


def save_tasks(path: Path, document: Document) -> None:
    """Write the table of tasks (任务分解表) drawn from a document as a DOCX of its own.

    Raises UnwritableFile with the reason.
    """
    from app.document.digest import HEAD, tasks

    titles = [block for block in document.blocks if block.role is Role.TITLE]
    rows = (HEAD, *[task.cells for task in tasks(document)])
    save_table(path, (*titles, _TASKS_TITLE), rows, shares=(1, 5, 9, 3, 3))


def save_table(
    path: Path, above: Iterable[Block], rows: Sequence[Sequence[str]], shares: tuple[int, ...]
) -> None:
    """Write a table as a DOCX of its own, below the blocks of its title; the first row is its head.

    `shares` are the relative widths of the columns. Raises UnwritableFile with the reason.
    """
    from app.docx import layout, tables, write

    table = tables.Table(tuple([tuple(row) for row in rows]), shares=shares)
    shown = Block(normal([Run("\n".join(["\t".join(row) for row in rows]))]), Role.OBJECT)
    # Word wants a paragraph behind the last table of a text.
    made = Document((*above, replace(shown, object="table"), block("", Role.BLANK)))
    files.write(path, write.write(made, layout.load(NATIONAL), tables={"table": table}))
