"""RTF embedded in a text as paragraphs: words, line breaks, bold, italic, underline, alignment."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.document.model import Run
from app.docx.passages import MANY, Grid, Passage, Passages, trimmed

_TOKEN = re.compile(
    rb"\\([a-zA-Z]+)(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]"
)
# Groups that are no text of the document.
_GROUPS = (
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl "
    "footerr footerf footnote themedata colorschememapping datastore latentstyles listtable "
    "listoverridetable rsidtbl generator xmlnstbl fldinst filetbl revtbl template pgdsctbl "
    "nonshppict shp bkmkstart bkmkend annotation atnid atnauthor"
)
_ASIDE = frozenset(_GROUPS.split())
_SIGNS = {
    "line": "\n",
    "tab": "\t",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "emspace": "\u3000",
}
_ALIGNED = {"ql": "", "qj": "", "qc": "center", "qr": "right"}
_CHARSETS = {134: "gb18030", 136: "cp950", 128: "cp932", 129: "cp949", 0: "cp1252"}
_PLAIN = Run("")


@dataclass(frozen=True, slots=True)
class _State:
    """What a group says: its look, its encoding, how many bytes a character's stand-in takes."""

    look: Run = _PLAIN
    align: str = ""
    encoding: str = "cp1252"
    stand_in: int = 1
    aside: bool = False
    table: bool = False


class _Reader:
    """Collects paragraphs while the signs of a document go by."""

    def __init__(self) -> None:
        self.found: list[Passage | Grid] = []
        self._state: _State = _State()
        self._outer: list[_State] = []
        self._runs: list[Run] = []
        self._bytes: bytes = b""  # of characters whose encoding takes several
        self._skip: int = 0  # bytes that stand in for a character already read
        self._rows: list[tuple[str, ...]] = []
        self._cells: list[str] = []
        self._half: int = 0  # the first of two halves of a character
        self._usual: str = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font: int | None = None  # the one that the table of fonts is telling of

    def read(self, content: bytes) -> None:
        for found in _TOKEN.finditer(content):
            word, number, code, sign, brace, text = found.groups()
            if code is not None:
                self._take(bytes([int(code, 16)]))
                continue
            if text is not None:
                self._take(text)
                continue
            self._flush()
            if brace == b"{":
                self._outer.append(self._state)
            elif brace == b"}":
                self._state = self._outer.pop() if self._outer else _State()
            elif word is not None:
                self._word(word.decode(), None if number is None else int(number))
            elif sign is not None:
                self._sign(sign)
        self._flush()
        if self._runs:
            self._end()
        self._end_table()

    def _take(self, content: bytes) -> None:
        """Take bytes of text but those that stand in for a character already read."""
        skipped = min(self._skip, len(content))
        self._skip -= skipped
        if not self._state.aside:
            self._bytes += content[skipped:]

    def _flush(self) -> None:
        if self._bytes:
            held, self._bytes = self._bytes, b""
            self._write(held.decode(self._state.encoding, "replace"))

    def _write(self, text: str) -> None:
        if not self._state.aside:
            self._runs.append(self._state.look.like(text))

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._state = replace(self._state, aside=True)
        elif sign in {b"\r", b"\n"}:
            self._end()
        else:
            known = {b"~": "\u00a0", b"-": "", b"_": "\u2011"}
            self._write(known.get(sign, sign.decode("latin-1")))

    def _word(self, word: str, number: int | None) -> None:
        if word == "f" and number is not None:
            self._font = number
            self._state = replace(self._state, encoding=self._fonts.get(number, self._usual))
        elif word == "fcharset" and self._font is not None and number in _CHARSETS:
            self._fonts[self._font] = _CHARSETS[number]
        elif word in _ASIDE:
            self._state = replace(self._state, aside=True)
        elif word == "ansicpg" and number:
            self._usual = "gb18030" if number == 936 else _known(f"cp{number}")
            self._state = replace(self._state, encoding=self._usual)
        elif word == "uc":
            self._state = replace(self._state, stand_in=number or 0)
        elif word == "u" and number is not None:
            self._unit(number % 0x10000)
            self._skip = self._state.stand_in
        elif not self._state.aside:
            self._shown(word, off=number == 0)

    def _unit(self, code: int) -> None:
        """Take a unit of UTF-16; characters beyond them come in two halves."""
        half, self._half = self._half, 0
        if 0xD800 <= code < 0xDC00:
            self._half = code
        elif half and 0xDC00 <= code < 0xE000:
            self._write(chr(0x10000 + ((half - 0xD800) << 10) + code - 0xDC00))
        elif not 0xDC00 <= code < 0xE000:
            self._write(chr(code))

    def _shown(self, word: str, *, off: bool) -> None:
        """Follow a word that changes what is shown."""
        state, look = self._state, self._state.look
        if word in _SIGNS:
            self._write(_SIGNS[word])
        elif word in {"par", "sect", "page"}:
            self._end()
        elif word == "cell":
            self._cells.append(" ".join("".join([run.text for run in self._runs]).split()))
            self._runs = []
        elif word == "row":
            self._rows.append(tuple(self._cells))
            self._cells = []
        elif word == "intbl":
            self._state = replace(state, table=True)
        elif word == "pard":
            self._state = replace(state, align="", table=False)
        elif word in _ALIGNED:
            self._state = replace(state, align=_ALIGNED[word])
        elif word == "plain":
            self._state = replace(state, look=_PLAIN)
        elif word in {"b", "i", "ul", "ulnone"}:
            look = Run(
                "",
                not off if word == "b" else look.bold,
                not off if word == "i" else look.italic,
                word == "ul" and not off if word in {"ul", "ulnone"} else look.underline,
            )
            self._state = replace(state, look=look)

    def _end(self) -> None:
        """End a paragraph; in a table it goes on in its cell."""
        if self._state.table:
            self._write(" ")
            return
        self._end_table()
        runs, self._runs = trimmed(self._runs), []
        self.found.append(Passage(runs, align=self._state.align))

    def _end_table(self) -> None:
        rows = [row for row in self._rows if row]
        if rows:
            self.found.append(Grid(tuple(rows)))
        self._rows = []


def is_rtf(content: bytes) -> bool:
    """Tell whether a file is RTF, whatever it is called."""
    return content.lstrip().startswith(b"{\\rtf")


def passages(content: bytes) -> Passages:
    """Return what an RTF document says, in order; nothing of one with endlessly many paragraphs."""
    if max(content.count(b"\\par"), content.count(b"{")) > 2 * MANY:
        return ()
    reader = _Reader()
    reader.read(content)
    return reader.found


def _known(encoding: str) -> str:
    try:
        "".encode(encoding)
    except LookupError:
        return "cp1252"
    return encoding
