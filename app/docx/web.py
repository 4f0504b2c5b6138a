"""Pages of the web and plain text embedded in a text, as paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from app.document.model import Run, normal
from app.docx.passages import MANY, Grid, Passage, Passages, trimmed

_BLOCK = (
    "p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd pre blockquote hr table caption section article "
    "header footer main nav aside form fieldset figure figcaption address center body"
)
_BLOCKS = frozenset(_BLOCK.split())
_ALONE = "br hr img meta link input col base area embed source track wbr param"
_EMPTY = frozenset(_ALONE.split())
_SILENT = frozenset({"head", "script", "style", "template", "title", "select", "noscript"})
_LOOKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline"}
_ALIGNED = {"center": "center", "right": "right", "end": "right"}
_ALIGN = re.compile(r"text-align\s*:\s*(\w+)")
_BOLD = re.compile(r"(?<![\w-])font-weight\s*:\s*(?:bold|[6-9]00)")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all")
_NESTED = 50  # parts in one another of an archive
_NUMBER = re.compile(r"mso-list\s*:\s*ignore")
_TORN = "\r"  # a blank with a line end, which stands for nothing between Chinese characters
_GAPS, _ENDS = (" ", _TORN), (" ", "\n", _TORN)
_WIDE = re.compile("[\u2014-\u2026\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]")
_DEEPEST = 200  # tags in one another that are told apart
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_CHARSET = re.compile(rb"""(?i)charset\s*=\s*["']?([\w-]+)""")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ARCHIVE = re.compile(rb"(?i)\s*(?:from:|mime-version:|content-type:|date:|subject:)")
_ASIDE = re.compile(r"(?s)<!--.*?(?:-->|\Z)|<![^>]*>?")  # comments, declarations, conditions
_PAGE = re.compile(r"(?i)<(?:html|head|body|p|div|table|span|br|h[1-6])\b")


def passages(content: bytes) -> Passages:
    """Return what a page, an archive of one or a plain text says, nothing for anything else."""
    if _ARCHIVE.match(content):
        content = page(content)
    text = _decoded(content)
    if "\0" in text:
        return ()
    text = _ASIDE.sub("", text)
    if max(text.count("<") / 2, text.count("\n")) > MANY:
        return ()
    if not _PAGE.search(text):
        lines = [] if text.lstrip().startswith("<") else text.splitlines()
        return [Passage(trimmed([Run(line)])) for line in lines]
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.passages()


def page(archive: bytes) -> bytes:
    """Return the page in an archive of the web, its encoding said before it; nothing without one.

    Word writes such archives too, under `.mht` and `.doc`.
    """
    import email  # at the first archive: it is slow to import

    if archive.lower().count(b"multipart/") > _NESTED:  # each is read inside the one before
        return b""
    for part in email.message_from_bytes(archive).walk():
        held = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(held, bytes):
            charset = part.get_content_charset()
            said = b"" if charset is None else f"<meta charset={charset}>".encode()
            return held if held.startswith(tuple(mark for mark, _ in _BOMS)) else said + held
    return b""


def _decoded(content: bytes) -> str:
    """Return the text of a page in the encoding that it names, else in the first that fits."""
    marked = next((name for mark, name in _BOMS if content.startswith(mark)), None)
    said = _CHARSET.search(content[:2048])
    named = said[1].decode() if said else "utf-8"
    named = "gb18030" if named.lower() in {"gb2312", "gbk"} else named
    for name in [marked] if marked else [named, "utf-8", "gb18030"]:
        try:
            return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("utf-8", "replace")


def _whole(runs: Sequence[Run]) -> list[Run]:
    """Return runs with what ends a line of the page's source made a space, or nothing."""
    text = "".join([run.text for run in runs])
    if _TORN not in text:
        return list(runs)
    made: list[Run] = []
    at = 0
    for run in runs:
        signs = [_between(text, at + i) if c == _TORN else c for i, c in enumerate(run.text)]
        made.append(run.like("".join(signs)))
        at += len(run.text)
    return made


def _between(text: str, at: int) -> str:
    beside = text[at - 1 : at], text[at + 1 : at + 2]
    return "" if all(map(_WIDE.fullmatch, beside)) else " "


class _Reader(HTMLParser):
    """Collects paragraphs while a page is read; what is open is nested as its tags are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[Passage | Grid] = []
        self._runs: list[Run] = []
        # Tag, look and alignment inside it, and whether it holds the number of a list.
        self._open: list[tuple[str, Run, str, bool]] = []
        self._silent = 0
        self._outline: int | None = None
        self._counts: list[int | None] = []  # of the lists around, None for one without numbers
        self._mark = ""  # the number or sign of the item that the next paragraph begins
        self._tables = 0
        self._rows: list[list[str]] = []
        self._cell: list[Run] | None = None

    def passages(self) -> Passages:
        """Return what was read."""
        self._end()
        self._end_table()
        return self._found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, a look or what is not shown."""
        said = {name: value or "" for name, value in attrs}
        style = said.get("style", "").lower()
        if tag == "body":
            self._silent = 0
        if tag in _SILENT or (self._silent and tag not in _EMPTY):
            self._silent += 1
            return
        if tag == "br":
            self._write("\n")
        if tag in _EMPTY:
            return
        _, look, align, mark = self._open[-1] if self._open else ("", Run(""), "", False)
        if tag in _BLOCKS:
            self._end()
            aligned = _ALIGN.search(style)
            align = _ALIGNED.get((aligned[1] if aligned else said.get("align", "")).lower(), align)
        if tag == "center":
            align = "center"
        if tag in _LOOKS or _BOLD.search(style):
            known = _LOOKS.get(tag, "bold")
            look = Run(
                "",
                look.bold or known == "bold",
                look.italic or known == "italic",
                look.underline or known == "underline",
            )
        if _HIDDEN.search(style):
            self._silent = 1
        if len(self._open) < _DEEPEST:
            self._open.append((tag, look, align, mark or _NUMBER.search(style) is not None))
        self._start(tag)

    def _start(self, tag: str) -> None:
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
            self._outline = int(tag[1]) - 1
        elif tag in {"ul", "ol"}:
            self._counts.append(0 if tag == "ol" else None)
        elif tag == "li" and self._counts:
            count = self._counts[-1]
            self._counts[-1] = None if count is None else count + 1
            self._mark = "• " if count is None else f"{count + 1}. "
        elif tag == "table":
            self._tables += 1
        elif tag == "tr" and self._tables == 1:
            self._end_cell()
            self._rows.append([])
        elif tag in {"td", "th"} and self._tables == 1:
            self._end_cell()
            self._cell = []

    def handle_endtag(self, tag: str) -> None:
        """Close what is open up to a tag; one that was not opened closes nothing."""
        if self._silent:
            self._silent -= 1
            if self._silent or tag in _SILENT:
                return
        if tag not in [name for name, *_ in self._open]:
            return
        if tag in _BLOCKS:
            self._end()
        while self._open.pop()[0] != tag:
            pass
        if tag in {"ul", "ol"} and self._counts:
            self._counts.pop()
        elif tag == "table":
            self._tables -= 1
            if not self._tables:
                self._end_table()
        elif tag in {"td", "th"} and self._tables == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Take what is written, blanks as one outside preformatted text."""
        if self._silent:
            return
        if any(tag == "pre" for tag, *_ in self._open):
            self._write(data.replace("\r\n", "\n"))
            return
        data = _BLANKS.sub(lambda found: _TORN if "\n" in found[0] else " ", data)
        if self._open and self._open[-1][3]:  # Word parts a number from its text by some
            data = data.replace("\u00a0", "")
        if data[:1] in _GAPS and (not self._runs or self._runs[-1].text.endswith(_ENDS)):
            data = data[1:]
        if data:
            self._write(data)

    def _write(self, text: str) -> None:
        look = self._open[-1][1] if self._open else Run("")
        self._runs.append(look.like(text))

    def _end(self) -> None:
        """End a paragraph, in a cell a line of it; nothing where nothing stands in it."""
        runs = trimmed(_whole(self._runs))
        outline, self._outline, self._runs = self._outline, None, []
        if not runs:
            return
        if not self._mark and not "".join([run.text for run in runs]).strip():
            runs = ()
        runs, self._mark = normal([Run(self._mark), *runs]), ""
        if self._cell is not None:
            self._cell += [*([Run(" ")] if self._cell else []), *runs]
        else:
            self._found.append(Passage(runs, outline, self._open[-1][2] if self._open else ""))

    def _end_cell(self) -> None:
        self._end()
        if self._cell is not None and self._rows:
            text = "".join([run.text for run in self._cell])
            self._rows[-1].append(_BLANKS.sub(" ", text))
        self._cell = None

    def _end_table(self) -> None:
        self._end_cell()
        rows = [tuple(row) for row in self._rows if row]
        if rows:
            self._found.append(Grid(tuple(rows)))
        self._rows, self._tables = [], 0
