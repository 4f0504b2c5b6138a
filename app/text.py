"""Plain text in and out: finds encoding and line ends, keeps them for saving back."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from app.errors import UnreadableFile
from app.patterns import regex

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FOREIGN = (
    (b"PK\x03\x04", "这是压缩包或 DOCX 等文档，不是纯文本。请按它的类型打开，或先解压。"),
    (b"\xd0\xcf\x11\xe0", "这是旧版 Word/WPS 文档（.doc、.wps），不是纯文本。请按 .doc 打开。"),
    (b"%PDF", "这是 PDF 文件，不是纯文本。请先在阅读器中复制文字，再粘贴进来。"),
    (b"{\\rtf", "这是 RTF 文件，不是纯文本。请用 Word 或 WPS 另存为 .docx 再打开。"),
    (b"\x89PNG", "这是图片，不是纯文本。"),
    (b"\xff\xd8\xff", "这是图片，不是纯文本。"),
    (b"GIF8", "这是图片，不是纯文本。"),
    (b"II*\x00", "这是图片，不是纯文本。"),
    (b"BM", "这是图片，不是纯文本。"),
)
_NOT_TEXT = "内容不是文字，可能是图片、程序或已损坏的文件。请确认选对了文件。"
_LARGEST = 64 * 1024 * 1024
_LINE_END = regex(r"\r\n|\r|\n")
# What never stands in a text: control characters but tab, line ends, page break and the old
# end-of-file mark.
_CONTROL = regex("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_HAN = regex("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
# Private use, surrogates' neighbours and scripts that a wrong guess at UTF-16 ends up in.
_BEYOND = regex("[^\x00-\u07ff]")
_SAMPLE = 50_000  # characters that decide between two readings
_ODD = regex("[\ue000-\uf8ff\ufff0-\uffff\u0080-\u009f\ud7b0-\ud7ff]")


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text with all that is needed to write it back as it was.

    `text` has `\\n` at line ends and none at its very end; `ends` tells whether the file closed its
    last line. `newline` is the line end of the file, the most frequent one where they differ.
    `replaced` counts damaged characters that stand as U+FFFD.
    """

    text: str
    encoding: str = "utf-8"
    newline: str = "\n"
    bom: bool = False
    ends: bool = True
    replaced: int = 0


def read(path: Path) -> TextFile:
    """Return the text of a file.

    Raises UnreadableFile where it is absent, forbidden, a folder, too large or not text.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableFile(path, "文件超过 64 MB，不像一份文稿。请拆分后再打开。")
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(path, "文件不存在，可能已被移动或改名。") from error
    except IsADirectoryError as error:
        raise UnreadableFile(path, "这是一个文件夹，请选择其中的文件。") from error
    except PermissionError as error:
        reason = "这是一个文件夹，请选择其中的文件。" if path.is_dir() else _FORBIDDEN
        raise UnreadableFile(path, reason) from error
    except OSError as error:
        raise UnreadableFile(path, f"读取失败（{error.strerror}）。请检查磁盘或网络盘。") from error
    return decode(raw, path.name)


def read_whole(path: Path) -> str:
    """Return the text of a file of data, of which no character may be lost.

    Raises UnreadableFile as `read` does, and where a character is damaged.
    """
    file = read(path)
    if file.replaced:
        said = f"有 {file.replaced} 个字损坏或编码不明。请用原来的程序另存为 UTF-8 编码再试。"
        raise UnreadableFile(path, said)
    return file.text


_FORBIDDEN = "没有读取权限。请检查文件属性，或请管理员开放权限。"


def decode(raw: bytes, name: str) -> TextFile:
    """Return the text that `raw` holds; raises UnreadableFile, naming `name`, where it is none."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _decoded_as(raw[len(mark) :], encoding, name)
    for magic, reason in _FOREIGN:
        if raw.startswith(magic) and (magic != b"BM" or b"\x00" in raw[:64]):
            raise UnreadableFile(name, reason)
    for text, encoding in _guesses(raw):
        if _CONTROL.search(text) is None:
            return _file(text, encoding)
    damaged = _damaged(raw)
    if damaged is None:
        raise UnreadableFile(name, _NOT_TEXT)
    return damaged


def encode(file: TextFile) -> bytes:
    """Return the bytes of a text file in its encoding, with its line ends and its mark."""
    text = file.text + "\n" if file.ends and file.text else file.text
    raw = text.replace("\n", file.newline).encode(file.encoding)
    mark = next((mark for mark, encoding in _BOMS if encoding == file.encoding), b"")
    return mark + raw if file.bom else raw


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text, one a line; an empty text has none."""
    return tuple(text.split("\n")) if text else ()


def joined(texts: Iterable[str]) -> str:
    """Return the text of paragraphs; a line break inside one becomes a line of its own."""
    return "\n".join(texts)


def _decoded_as(raw: bytes, encoding: str, name: str) -> TextFile:
    text = raw.decode(encoding, errors="replace")
    replaced = text.count("\ufffd") - raw.decode(encoding, errors="ignore").count("\ufffd")
    if "\x00" in text or replaced * 20 > len(text):
        raise UnreadableFile(name, _NOT_TEXT)
    return replace(_file(text, encoding), bom=True, replaced=replaced)


def _guesses(raw: bytes) -> list[tuple[str, str]]:
    """Return the readings that `raw` allows, most likely first."""
    if not raw:
        return [("", "utf-8")]
    text = _strictly(raw, "utf-8")
    if text and not _doubt(text, "utf-8") and _CONTROL.search(text) is None:
        return [(text, "utf-8")]  # beyond doubt: the other readings need not be made
    found = [(text, encoding) for encoding in _ORDER if (text := _strictly(raw, encoding))]
    wide = b"\x00" in raw
    return [
        (text, encoding)
        for text, encoding in sorted(found, key=lambda pair: _doubt(*pair))
        if encoding in {"utf-8", "gb18030"} or wide or _share(_HAN, text) > 0.7
    ]


_ORDER = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _doubt(text: str, encoding: str) -> float:
    """Return how unlikely a reading is; UTF-8 that decodes is right but for Latin look-alikes.

    A few short GB texts are valid UTF-8 too, then all their characters lie below U+0800.
    """
    if encoding == "utf-8":
        return 0.0 if text.isascii() or _BEYOND.search(text) else 0.5
    text = text[:_SAMPLE]
    strange = _share(_ODD, text) + (2.0 if _CONTROL.search(text) else 0.0)
    usual = _share(_HAN, text) + sum(c < "\x80" for c in text) / len(text)
    return 0.1 + strange * 10 + max(0.0, 1 - usual)


def _share(pattern: re.Pattern[str], text: str) -> float:
    return len(pattern.findall(text)) / len(text) if text else 0.0


def _damaged(raw: bytes) -> TextFile | None:
    """Return the text where only a few bytes are wrong, else None."""
    best: TextFile | None = None
    for encoding in ("utf-8", "gb18030"):
        text = raw.decode(encoding, errors="replace")
        count = text.count("\ufffd")
        if _CONTROL.search(text) or count * 50 > len(text) + 50:
            continue
        if best is None or count < best.replaced:
            best = replace(_file(text, encoding), replaced=count)
    return best


def _file(text: str, encoding: str) -> TextFile:
    ends = _LINE_END.findall(text)
    newline = max(("\n", "\r\n", "\r"), key=ends.count)
    text = _LINE_END.sub("\n", text)
    closed = text.endswith("\n")
    return TextFile(text[:-1] if closed else text, encoding, newline, ends=closed or not text)
