"""XML trees: the only file that calls lxml, seen through a typed interface."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import Any, Protocol, cast, overload

import lxml.etree as _untyped

_lxml: Any = _untyped  # lxml ships no types; the interface below is what is used of it

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Element(Protocol):
    """What is used of an lxml element."""

    tag: str
    text: str | None
    tail: str | None

    @property
    def attrib(self) -> MutableMapping[str, str]:
        """The attributes."""
        ...

    @overload
    def get(self, key: str) -> str | None: ...
    @overload
    def get(self, key: str, default: str) -> str: ...
    def get(self, key: str, default: str | None = None) -> str | None:
        """Return an attribute."""
        ...

    def set(self, key: str, value: str) -> None:
        """Set an attribute."""
        ...

    def __iter__(self) -> Iterator[Element]:
        """Yield the children, comments included."""
        ...

    def __len__(self) -> int:
        """Return the number of children."""
        ...

    def __getitem__(self, index: int) -> Element:
        """Return a child by its place."""
        ...

    def find(self, path: str) -> Element | None:
        """Return the first child or descendant on a path."""
        ...

    def findall(self, path: str) -> list[Element]:
        """Return all on a path."""
        ...

    def iter(self, *tags: str) -> Iterator[Element]:
        """Yield this element and all below it."""
        ...

    def iterchildren(self, *tags: str) -> Iterator[Element]:
        """Yield the children."""
        ...

    def iterancestors(self, *tags: str) -> Iterator[Element]:
        """Yield the ancestors, the nearest first."""
        ...

    def getparent(self) -> Element | None:
        """Return the parent."""
        ...

    def getnext(self) -> Element | None:
        """Return the next sibling."""
        ...

    def getprevious(self) -> Element | None:
        """Return the sibling before."""
        ...

    def index(self, child: Element) -> int:
        """Return the place of a child."""
        ...

    def append(self, child: Element) -> None:
        """Add a child at the end."""
        ...

    def insert(self, index: int, child: Element) -> None:
        """Add a child at a place."""
        ...

    def remove(self, child: Element) -> None:
        """Take a child out, its tail with it."""
        ...

    def addnext(self, sibling: Element) -> None:
        """Put a sibling after this element."""
        ...

    def addprevious(self, sibling: Element) -> None:
        """Put a sibling before this element."""
        ...


XmlError: type[Exception] = _lxml.XMLSyntaxError


def w(name: str) -> str:
    """Return the tag or attribute `name` of the main namespace."""
    return f"{{{W}}}{name}"


def parse(content: bytes) -> Element:
    """Return the root of XML that may be hostile: nothing is fetched, no entity is expanded.

    Raises XmlError or ValueError where it is not sound; lxml bounds depth and text by itself.
    """
    parser = _lxml.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False
    )
    root = _lxml.fromstring(content, parser)
    if root is None:
        raise ValueError("no root element")
    return cast("Element", root)


def local(element: Element) -> str:
    """Return the name of an element without its namespace, "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""  # pyright: ignore[reportUnnecessaryIsInstance]  # a comment's tag is a function


def value(element: Element | None, default: str = "") -> str:
    """Return the `w:val` of an element, `default` where it or the element is absent."""
    return default if element is None else element.get(_VAL, default)


_VAL = w("val")


def on(element: Element | None) -> bool:
    """Tell whether a toggle such as `w:b` is there and not switched off."""
    return element is not None and element.get(_VAL, "1") not in {"0", "false", "off", "none"}
