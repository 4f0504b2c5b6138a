"""Tables and pictures of opened files brought to the room of a page in a layout."""

from __future__ import annotations

from app.docx.layout import Layout
from app.docx.measures import MM, millimetres
from app.docx.objects import STYLE, points
from app.docx.pieces import FRAMES
from app.docx.tree import TABLE, Element, drop, element, local, put, w

_GRID, _WIDTHS = f"{w('tblGrid')}/{w('gridCol')}", (w("gridCol"), w("tcW"))
_CELL = w("tc")
_PADDING = 5.4  # points beside what stands in a cell
_EMU = 12700  # of them make a point


def fit(found: Element, layout: Layout, *, fill: bool) -> None:
    """Bring an object to the type area of a layout: what is larger shrinks, no row is parted.

    With `fill` a table becomes as wide as it in any case.
    """
    if found.tag == w("tbl"):
        _keep_rows(found)
        _widen(found, millimetres(layout.page.type_width), fill=fill)
        for cell in found.iter(_CELL):
            room = _room(cell, layout)
            for frame in [node for node in cell.iter(*FRAMES) if _cell_of(node) is cell]:
                _shrink(frame, room, layout.page.type_height * MM / 2)
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


def _room(cell: Element, layout: Layout) -> float:
    """Return the points that a picture in a cell may be wide, as the cell names them."""
    whole = layout.page.type_width * MM
    own = cell.find(f"{w('tcPr')}/{w('tcW')}")
    named = own is not None and own.get(w("type"), "dxa") == "dxa"
    wide = _length(own.get(w("w"), "")) / 20 - 2 * _PADDING if own is not None and named else 0.0
    return min(wide, whole) if wide > 0 else whole


def _cell_of(node: Element) -> Element | None:
    return next(node.iterancestors(_CELL), None)


def _shrink(frame: Element, wide: float, high: float) -> None:
    """Let a picture fit into so many points: its extent, and that of the shape it is drawn in."""
    sizes = [node for node in frame.iter() if local(node) in {"extent", "ext"} and node.get("cx")]
    if not sizes or local(sizes[0]) != "extent":
        _shrink_shape(frame, wide, high)
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


def _shrink_shape(frame: Element, wide: float, high: float) -> None:
    """Let a picture of the older drawing language fit, whose shape says its size in a style."""
    for shape in [node for node in frame if node.get("style")][:1]:
        style = dict(STYLE.findall(shape.get("style", "")))
        across, down = points(style.get("width", "")), points(style.get("height", ""))
        share = min(wide / across, high / down) if across and down else 1.0
        if share < 1:
            style |= {"width": f"{across * share:.2f}pt", "height": f"{down * share:.2f}pt"}
            shape.set("style", ";".join([f"{name}:{said}" for name, said in style.items()]))


def _length(written: str) -> int:
    """Return a whole number as written, 0 for anything else."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 12 else 0
