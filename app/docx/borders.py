"""Which edges of the cells of an opened table are ruled: its own word, else that of its style."""

from __future__ import annotations

from collections.abc import Mapping

from app.docx.scan import Text
from app.docx.tree import Element, local, value, w

EDGES = ("top", "left", "bottom", "right")
_SIDES = {"start": "left", "end": "right"}
_NONE = frozenset({"", "nil", "none"})
_PROPERTIES, _BORDERS, _BASED = w("tblPr"), w("tblBorders"), w("basedOn")
Styles = Mapping[str, Element]


def table_styles(text: Text) -> Styles:
    """Return the table styles of a text by their ids."""
    part = text.package.related(text.part, "styles")
    rows = () if part is None else text.package.xml(part).iterchildren(w("style"))
    return {row.get(w("styleId"), ""): row for row in rows if row.get(w("type")) == "table"}


def borders(table: Element, styles: Styles) -> Element | None:
    """Return the `w:tblBorders` that holds for a table, None where nothing rules it."""
    properties = table.find(_PROPERTIES)
    own = None if properties is None else properties.find(_BORDERS)
    at = value(None if properties is None else properties.find(w("tblStyle")))
    seen = set[str]()
    while own is None and at in styles and at not in seen:
        seen.add(at)
        own = styles[at].find(f"{_PROPERTIES}/{_BORDERS}")
        at = value(styles[at].find(_BASED))
    return own


def ruled(found: Element | None) -> dict[str, bool]:
    """Return side → whether it is ruled, for the sides that a borders element names."""
    sides = () if found is None else found
    return {_SIDES.get(local(side), local(side)): value(side) not in _NONE for side in sides}


def edges(
    properties: Element | None, usual: Mapping[str, bool], outer: frozenset[str]
) -> frozenset[str]:
    """Return the ruled edges of a cell; `outer` names those at the edge of the table."""
    own = ruled(None if properties is None else properties.find(w("tcBorders")))
    inner = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}
    return frozenset(
        [
            edge
            for edge in EDGES
            if own.get(edge, usual.get(edge if edge in outer else inner[edge], False))
        ]
    )
