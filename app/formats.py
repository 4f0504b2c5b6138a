"""Opening and saving a document by the kind of its file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from app import files, text
from app.document.model import Document, Role, document
from app.document.recognize import recognized
from app.errors import UnwritableFile

READABLE = (".txt", ".docx", ".docm", ".doc", ".wps")
NATIONAL = "gbt9704"


@dataclass(frozen=True, slots=True)
class TextOrigin:
    """The plain-text file a document came from, as it was encoded."""

    file: text.TextFile


@dataclass(frozen=True, slots=True)
class DocxOrigin:
    """The package a document was opened from, and the document as it was read from it."""

    package: bytes
    opened: Document


Origin: TypeAlias = TextOrigin | DocxOrigin


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

    Raises UnreadableFile, with what the user can do, for anything else.
    """
    content = files.read(path)
    if _is_plain(path, content):
        plain = text.decode(content, path.name)
        return Opened(recognized(document(*text.paragraphs(plain.text))), (), TextOrigin(plain))
    from app.docx import read

    opened, notes = read.read(content, path.name)
    return Opened(opened, notes, DocxOrigin(content, opened))


def _is_plain(path: Path, content: bytes) -> bool:
    """Tell a text file by its name, and a file of unknown name by how it begins."""
    if path.suffix.lower() in READABLE:
        return path.suffix.lower() == ".txt"
    return not content.startswith((b"PK", b"\xd0\xcf"))


def encoded(path: Path, document: Document, origin: Origin | None) -> tuple[bytes, tuple[str, ...]]:
    """Return the bytes that saving under `path` writes, and notes on what they leave out.

    A DOCX opened from a package keeps everything of it that was not changed, unless a layout is
    asked for in the details. Raises UnwritableFile for a kind of file that cannot be written.
    """
    kind = path.suffix.lower()
    if kind == ".docx":
        return _docx(document, origin), ()
    if kind == ".txt":
        return _plain(document, origin)
    raise UnwritableFile(path, "只能保存为 .docx 或 .txt 文件，请换一个扩展名。")


def _docx(document: Document, origin: Origin | None) -> bytes:
    if isinstance(origin, DocxOrigin) and document.details.layout is None:
        from app.docx import patch

        return patch.patch(origin.package, origin.opened, document)
    from app.docx import layout, write

    return write.write(document, layout.load(document.details.layout or NATIONAL))


def _plain(document: Document, origin: Origin | None) -> tuple[bytes, tuple[str, ...]]:
    like = origin.file if isinstance(origin, TextOrigin) else text.TextFile("")
    lines = text.joined(block.label + block.text for block in document.blocks)
    return text.encode(replace(like, text=lines)), _lost(document)


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
    if document.details.kind or document.details.fields or document.details.ignored:
        lost.append("文稿信息")
    return (f"纯文本不能保存{'、'.join(lost)}。",) if lost else ()


def save_file(path: Path, document: Document, origin: Origin | None) -> tuple[str, ...]:
    """Write the document under `path` and return notes on what the file leaves out.

    The file is replaced in one step or not at all. Raises UnwritableFile with the reason.
    """
    content, notes = encoded(path, document, origin)
    files.write(path, content)
    return notes
