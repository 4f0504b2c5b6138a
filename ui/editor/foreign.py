"""The HTML of another program, without what it does not show: hidden and deleted text, bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from app.document.numbering import leading

_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_NUMBER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)  # Word's own drawing of a number
_GONE = frozenset(["del", "script", "title"])
_EMPTY = frozenset(["br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base"])


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows, as HTML, and how many pictures are in it."""

    html: str
    pictures: int


@dataclass(slots=True)
class _Left:
    """An element whose text is collected instead of written; `depth` counts those of its name."""

    tag: str
    numbers: bool
    depth: int = 1
    text: list[str] = field(default_factory=list)


def shown(source: str) -> Shown:
    """Return the HTML without deleted and hidden text, comments and the marks of bullets.

    A page in which such an element is never closed comes back as it is: no text may be lost.
    """
    reader = _Reader()
    reader.feed(source)
    reader.close()
    whole = source if reader.left is not None else "".join(reader.kept)
    return Shown(whole, reader.pictures)


class _Reader(HTMLParser):
    """Writes the tags and texts of a page down again, those that are left out excepted."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.kept: list[str] = []
        self.pictures = 0
        self.left: _Left | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag, or begin to leave its element out."""
        style = _style(attrs)
        if self.left is not None:
            self.left.depth += tag == self.left.tag
        elif tag in _EMPTY:
            self.pictures += tag == "img" and not _HIDDEN.search(style)
            self._keep_tag()
        elif tag in _GONE or _HIDDEN.search(style) or _NUMBER.search(style):
            self.left = _Left(tag, numbers=bool(_NUMBER.search(style)))
        else:
            self._keep_tag()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that closes itself; it begins nothing."""
        if self.left is None:
            self.pictures += tag == "img" and not _HIDDEN.search(_style(attrs))
            self._keep_tag()

    def handle_endtag(self, tag: str) -> None:
        """Keep the end of an element, or stop leaving out."""
        left = self.left
        if left is None:
            self.kept.append(f"</{tag}>")
        elif tag == left.tag:
            left.depth -= 1
            if not left.depth:
                self.left = None
                self.kept.append(_number("".join(left.text)) if left.numbers else "")

    def handle_data(self, data: str) -> None:
        """Keep a text, that of a style sheet as it is."""
        if self.left is not None:
            self.left.text.append(data)
        else:
            self.kept.append(data if self.cdata_elem else escape(data, quote=False))

    def handle_decl(self, decl: str) -> None:
        """Leave out what declares the kind of the page."""

    def unknown_decl(self, data: str) -> None:
        """Leave out the conditions of Word; what stands between them stays."""

    def _keep_tag(self) -> None:
        self.kept.append(self.get_starttag_text() or "")


def _style(attrs: list[tuple[str, str | None]]) -> str:
    return dict(attrs).get("style") or ""


def _number(text: str) -> str:
    """Return the number that Word has drawn before an entry of a list, "" for a bullet."""
    bare = text.strip()
    found = leading(f"{bare}文")
    bullet = len(bare) <= 1 and (found is None or not found.value)
    return "" if bullet else escape(text)
