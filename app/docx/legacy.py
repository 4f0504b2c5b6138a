"""Text of binary Word and WPS files (.doc, .wps): paragraphs from the piece table, no looks."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from app.document.model import Document, document
from app.document.recognize import recognized
from app.docx.formulas import equation
from app.errors import UnreadableFile

NOTE = (
    "旧版文档只读出文字，自动编号、字体字号等格式和图片没有读出，修订中删去的字也在文字里，"
    "表格每行读成一段；保存时另存为 DOCX。"
)
_SAVE_AS = "请在 Word 或 WPS 中另存为 .docx 再打开。"
_MAGIC, _NEWEST_OLD = 0xA5EC, 0x00C1
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_CLX, _CCP_TEXT = 0x01A2, 0x004C
_COMPRESSED = 0x40000000
_MOST = 20_000_000  # characters of a text, more is no document
# What the text holds beside characters: marks of fields, pictures, notes and comments.
_FIELD = re.compile("\x13([^\x13\x14\x15]*)(?:\x14([^\x13\x14\x15]*))?\x15")
_MARKS = str.maketrans(
    {1: None, 2: None, 5: None, 8: None, 11: "\n", 30: "\u2011", 31: "\u00ad"}
    | {0x13: None, 0x14: None, 0x15: None}
)
_STREAMS = ("WordDocument", "0Table", "1Table")


def read(content: bytes, name: str) -> tuple[Document, tuple[str, ...]]:
    """Return the text of a binary document and what was not read, in Chinese.

    Raises UnreadableFile where it is protected, damaged, too old or of another program.
    """
    streams = _streams(content, name)
    main = streams.get("WordDocument")
    if main is None:
        raise UnreadableFile(name, f"文件里没有 Word 正文，可能是表格或其他程序的文件。{_SAVE_AS}")
    try:
        text = _text(main, streams, name)
    except (struct.error, IndexError, ValueError, UnicodeDecodeError) as error:
        raise UnreadableFile(name, f"文件已损坏，文字无法读出。{_SAVE_AS}") from error
    return recognized(document(*_paragraphs(text))), (NOTE,)


def _streams(content: bytes, name: str) -> dict[str, bytes]:
    import olefile

    opened: Any = olefile.OleFileIO  # olefile ships no complete types
    try:
        with opened(BytesIO(content)) as ole:
            if ole.exists("EncryptedPackage"):
                raise UnreadableFile(name, "文件有密码保护。请在 Word 或 WPS 中取消密码后再打开。")
            return {key: ole.openstream(key).read() for key in _STREAMS if ole.exists(key)}
    except (OSError, ValueError, IndexError, TypeError, struct.error) as error:
        raise UnreadableFile(name, f"文件已损坏，不是有效的 Word 文档。{_SAVE_AS}") from error


def _text(main: bytes, streams: dict[str, bytes], name: str) -> str:
    magic, version = struct.unpack_from("<HH", main, 0)
    (flags,) = struct.unpack_from("<H", main, 0x0A)
    if flags & _ENCRYPTED:
        raise UnreadableFile(name, "文件有密码保护。请在 Word 或 WPS 中取消密码后再打开。")
    if magic != _MAGIC or version < _NEWEST_OLD:
        raise UnreadableFile(name, f"这是 Word 97 以前的文档，无法读出。{_SAVE_AS}")
    table = streams.get("1Table" if flags & _TABLE_1 else "0Table", b"")
    at, size = struct.unpack_from("<LL", main, _CLX)
    (length,) = struct.unpack_from("<l", main, _CCP_TEXT)
    if not 0 <= length <= _MOST:
        raise ValueError(length)
    return "".join(_pieces(main, table[at : at + size], length))


def _pieces(main: bytes, clx: bytes, length: int) -> Iterator[str]:
    """Yield the stretches of the text in order, up to `length` characters."""
    at = 0
    while clx[at] == 1:  # properties that pieces refer to
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if clx[at] != 2:
        raise ValueError("no piece table")
    (size,) = struct.unpack_from("<L", clx, at + 1)
    plc = clx[at + 5 : at + 5 + size]
    count = (len(plc) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}L", plc, 0)
    for piece in range(count):
        start, stop = bounds[piece], min(bounds[piece + 1], length)
        if start >= stop:
            continue
        (place,) = struct.unpack_from("<L", plc, 4 * (count + 1) + 8 * piece + 2)
        if place & _COMPRESSED:
            begin = (place & ~_COMPRESSED) // 2
            yield main[begin : begin + stop - start].decode("cp1252", errors="replace")
        else:
            raw = main[place : place + 2 * (stop - start)]
            yield raw.decode("utf-16-le", errors="replace")


def _result(field: re.Match[str]) -> str:
    """Return what a field shows: what is written of it, or what Word makes of an equation."""
    code, written = field.groups()
    if written is None and code.strip()[:2].upper() == "EQ":
        return equation(code)
    return written or ""


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs, a row of a table being one with tabs between its cells."""
    while (shown := _FIELD.sub(_result, text)) != text:
        text = shown
    found: list[str] = []
    for line in re.split("[\r\x0c]", text.translate(_MARKS)):
        if "\x07" not in line:
            found.append(line)
            continue
        # A cell ends in one mark, a row in a second one right behind that of its last cell.
        rows = line.split("\x07\x07")
        found += [row.replace("\x07", "\t") for row in rows[:-1]]
        if rows[-1]:
            found.append(rows[-1].replace("\x07", "\t"))
    return found[:-1] if found and not found[-1] else found
