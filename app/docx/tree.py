"""XML trees: the only file that calls lxml, seen through a typed interface."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Sequence
from functools import cache
from typing import Any, Protocol, cast, overload

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


@cache
def _lxml() -> Any:
    """Return lxml, which ships no types, loaded when first used: pages of a text need none."""
    import lxml.etree as untyped

    return untyped


def w(name: str) -> str:
    """Return the tag or attribute `name` of the main namespace."""
    return f"{{{W}}}{name}"


def parse(content: bytes) -> Element:
    """Return the root of XML that may be hostile: nothing is fetched, no entity is expanded.

    Raises ValueError where it is not sound; lxml bounds depth and text by itself.
    """
    lxml = _lxml()
    parser = lxml.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False
    )
    try:
        root = lxml.fromstring(content, parser)
    except lxml.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    if root is None:
        raise ValueError("no root element")
    if root.getroottree().docinfo.doctype:  # the format allows none; its entities say nothing
        lxml.strip_elements(root, lxml.Entity, with_tail=False)
    return cast("Element", root)


def element(tag: str, **attributes: str) -> Element:
    """Return a new element of the main namespace with attributes of it."""
    made = cast("Element", _lxml().Element(w(tag), nsmap={"w": W}))
    for name, text in attributes.items():
        made.set(w(name), text)
    return made


def element_in(namespace: str, tag: str) -> Element:
    """Return a new element of another namespace, which it makes the default."""
    return cast("Element", _lxml().Element(f"{{{namespace}}}{tag}", nsmap={None: namespace}))


def fragments(xml: str) -> list[Element]:
    """Return the elements written in `xml`, whose prefix `w` is the main namespace."""
    return list(parse(f'<w:x xmlns:w="{W}">{xml}</w:x>'.encode()))


def serialized(root: Element) -> bytes:
    """Return the XML of a whole part, declaration included."""
    tree = cast("Any", root).getroottree()
    made: bytes = _lxml().tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def text_of(element: Element) -> str:
    """Return the XML of one element with the namespaces it needs."""
    made: str = _lxml().tostring(element, encoding="unicode", with_tail=False)
    return made


def detach(element: Element) -> None:
    """Take an element out of its parent; text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail and element.tail.strip():
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    element.tail = None
    parent.remove(element)


def put(parent: Element, child: Element, order: Sequence[str]) -> None:
    """Put a property in its place among the children, as the schema orders them.

    A property of the same name goes.
    """
    same = parent.find(child.tag)
    if same is not None:
        parent.remove(same)
    rank = order.index(local(child)) if local(child) in order else len(order)
    for at, other in enumerate(parent):
        name = local(other)
        if name in order and order.index(name) > rank:
            parent.insert(at, child)
            return
    parent.append(child)


def drop(parent: Element, name: str) -> None:
    """Take the property `name` out, where it is there."""
    found = parent.find(w(name))
    if found is not None:
        parent.remove(found)


def properties_of(paragraph: Element) -> Element:
    """Return the properties of a paragraph, put in where it has none."""
    found = paragraph.find(_PPR)
    if found is None:
        found = element("pPr")
        paragraph.insert(0, found)
    return found


_PPR = w("pPr")

# The order the schema asks for, as far as this program writes into what it finds.
_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr "
    "sectPr pPrChange"
)
_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
_TABLE = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblPrChange"
)
PARAGRAPH, RUN, TABLE = [tuple(order.split()) for order in (_PARAGRAPH, _RUN, _TABLE)]


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
