"""Tables and pictures of opened files brought to the room of a page in a layout."""

from __future__ import annotations

from app.docx.layout import Layout
from app.docx.measures import MM, millimetres
from app.docx.pieces import FRAMES
from app.docx.tree import TABLE, Element, drop, element, local, put, w

_GRID, _WIDTHS = f"{w('tblGrid')}/{w('gridCol')}", (w("gridCol"), w("tcW"))
_EMU = 12700  # of them make a point


def fit(found: Element, layout: Layout, *, fill: bool) -> None:
    """Bring an object to the type area of a layout: what is larger shrinks, no row is parted.

    With `fill` a table becomes as wide as it in any case.
    """
    if found.tag == w("tbl"):
        _keep_rows(found)
        _widen(found, millimetres(layout.page.type_width), fill=fill)
        return
    for frame in found.iter(*FRAMES):
        _shrink(frame, layout.page.type_width * MM, layout.page.type_height * MM)


def _widen(table: Element, room: int, *, fill: bool) -> None:
    """Bring a table to so many twips; one that names no widths of its columns stays as it is."""
    columns = [_length(column.get(w("w"), "")) for column in table.findall(_GRID)]
    whole = sum(columns)
    if not min(columns, default=0) or not (whole > room or fill):
        return
    for cell in [cell for cell in table.iter(*_WIDTHS) if cell.get(w("type"), "dxa") == "dxa"]:
        cell.set(w("w"), str(round(_length(cell.get(w("w"), "")) * room / whole)))
    properties = table.find(w("tblPr"))
    if properties is not None:
        wide = element("tblW", w=str(room))
        wide.set(w("type"), "dxa")
        put(properties, wide, TABLE)
        drop(properties, "tblInd")


def _keep_rows(table: Element) -> None:
    """Let no row of a table go on on the next page, as it does not in print."""
    for row in table.iter(w("tr")):
        looks = row.find(w("trPr"))
        if looks is None:
            looks = element("trPr")
            own = row.find(w("tblPrEx"))
            row.insert(0 if own is None else 1, looks)
        if looks.find(w("cantSplit")) is None:
            looks.insert(0, element("cantSplit"))


def _shrink(frame: Element, wide: float, high: float) -> None:
    """Let a picture fit into so many points: its extent, and that of the shape it is drawn in."""
    sizes = [node for node in frame.iter() if local(node) in {"extent", "ext"} and node.get("cx")]
    if not sizes or local(sizes[0]) != "extent":
        return
    cx, cy = [_length(sizes[0].get(name, "")) / _EMU for name in ("cx", "cy")]
    share = min(wide / cx, high / cy) if cx and cy else 1.0
    if share >= 1:
        return
    for size in sizes[:2]:  # the second is the outermost shape
        for name in ("cx", "cy"):
            size.set(name, str(round(_length(size.get(name, "")) * share)))
    holder = sizes[0].getparent()
    if holder is not None and local(holder) == "inline":
        for side in "TBLR":  # beside what fills the line there is no room
            holder.set(f"dist{side}", "0")


def _length(written: str) -> int:
    """Return a whole number as written, 0 for anything else."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 12 else 0
