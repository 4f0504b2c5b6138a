"""Tables and pictures of an opened package carried over into a new one, with what they refer to."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from app.document.model import Block
from app.docx.borders import borders, table_styles
from app.docx.fitting import fit
from app.docx.layout import Layout
from app.docx.markup import quoteattr
from app.docx.measures import half_points, twips
from app.docx.objects import default_size
from app.docx.package import Package, Relation, relations_of
from app.docx.pieces import PICTURES
from app.docx.scan import Text, object_names, parsed
from app.docx.sheet import look
from app.docx.sideways import across, stands_across, turned
from app.docx.tables import LINE
from app.docx.tree import (
    PARAGRAPH,
    RUN,
    TABLE,
    Element,
    detach,
    drop,
    element,
    properties_of,
    put,
    text_of,
    value,
    w,
)

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
# What refers to parts that stay behind: comments, notes, tracked changes of properties.
_LEFT = (
    "commentRangeStart commentRangeEnd commentReference footnoteReference endnoteReference "
    "bookmarkStart bookmarkEnd rPrChange pPrChange tblPrChange trPrChange tcPrChange tblStyle"
)
_DROPPED = frozenset(map(w, _LEFT.split()))


@dataclass(frozen=True, slots=True)
class Transplant:
    """Objects by name as XML, and what a new package needs so that they show.

    `parts` are further members, `relations` rows for the relations of the text, `types` the content
    type of each member. `sideways` names the objects of pages wider than high.
    """

    objects: Mapping[str, str] = field(default_factory=dict[str, str])
    parts: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    relations: str = ""
    types: Mapping[str, str] = field(default_factory=dict[str, str])
    sideways: frozenset[str] = frozenset()


def transplant(source: bytes | None, blocks: Iterable[Block], layout: Layout) -> Transplant:
    """Return the objects that `blocks` name, taken from the package they were opened from.

    They become at most as large as the pages of the layout that they stand on.
    """
    names = {block.object: block for block in blocks if block.object}
    if source is None or not names:
        return Transplant()
    text = parsed(source, "原文件")
    objects: dict[str, str] = {}
    wanted: dict[str, Relation] = {}
    known = {
        relation.id: relation
        for relation in text.package.relations(text.part)
        if relation.external or relation.target in text.package
    }
    usual, lying = default_size(text), across(text)
    sideways: set[str] = set()
    for at, name in object_names(text).items():
        if name not in names:
            continue
        if text.elements[at] in lying:
            sideways.add(name)
        copy = _adapted(text.elements[at], text, usual)
        aside = stands_across(names[name], sideways)
        fit(copy, turned(layout) if aside else layout, fill=aside and names[name].across is True)
        for node in copy.iter():
            for key, target in list(node.attrib.items()):
                if key.startswith(_R) and target in known:
                    wanted[target] = known[target]
                    node.set(key, f"rIdObject{target}")
                elif key.startswith(_R):
                    del node.attrib[key]
        objects[name] = text_of(copy)
    parts = _reachable(text.package, wanted.values())
    types = _types(text.package)
    return Transplant(
        objects,
        parts,
        "".join([_row(relation) for relation in wanted.values()]),
        {part: types(part) for part in parts if not part.endswith(".rels")},
        frozenset(sideways),
    )


def _adapted(found: Element, text: Text, usual: float) -> Element:
    """Return a copy that leans on no style, list, note or section of its old package.

    Sizes and borders that styles gave it are said in it; `usual` is the size where none does.
    """
    copy = deepcopy(found)
    _rule(copy, text)
    for node in [node for node in copy.iter() if node.tag in _DROPPED]:
        detach(node)
    for paragraph in copy.iter(w("p")):
        properties = properties_of(paragraph)
        style = text.sheet.style(value(properties.find(w("pStyle"))))
        size = style.look.size or usual
        for name in ("numPr", "sectPr", "framePr", "ind", "spacing"):
            drop(properties, name)
        put(properties, element("pStyle", val="wh-object"), PARAGRAPH)
        if not value(properties.find(w("jc"))):
            side = "center" if paragraph is copy else "left"
            put(properties, element("jc", val=side), PARAGRAPH)
        if copy.tag == w("tbl"):
            _size(paragraph, properties, size)
    for node in list(copy.iter(w("rStyle"))):
        detach(node)
    return copy


def _rule(copy: Element, text: Text) -> None:
    """Say in the tables of an object the borders that their styles give them."""
    styles = table_styles(text)
    for table in copy.iter(w("tbl")):
        found, properties = borders(table, styles), table.find(w("tblPr"))
        if found is not None and properties is not None:
            put(properties, deepcopy(found), TABLE)


def _size(paragraph: Element, properties: Element, usual: float) -> None:
    """Say in the runs of a cell's paragraph the size of their style, and the line that it needs."""
    sizes: list[float] = []
    if properties.find(w("rPr")) is None:
        put(properties, element("rPr"), PARAGRAPH)
    for holder in (*paragraph.iter(w("r")), properties):  # the mark's last: it alone may be empty
        looks = holder.find(w("rPr"))
        if looks is None:
            looks = element("rPr")
            holder.insert(0, looks)
        sizes.append(look(looks).size or usual)
        for name in ("sz", "szCs"):
            put(looks, element(name, val=str(half_points(sizes[-1]))), RUN)
    if next(paragraph.iter(*PICTURES), None) is None:
        line = element(
            "spacing", before="0", after="0", line=str(twips(max(sizes[:-1] or sizes) * LINE))
        )
        line.set(w("lineRule"), "exact")
        put(properties, line, PARAGRAPH)


def _reachable(package: Package, relations: Iterable[Relation]) -> dict[str, bytes]:
    """Return the parts that relations lead to, and what those lead to in turn."""
    found: dict[str, bytes] = {}
    work = [relation.target for relation in relations if not relation.external]
    while work:
        part = work.pop()
        if part in found or part not in package or posixpath.basename(part) in _FIXED:
            continue
        found[part] = package.content(part)
        rels = relations_of(part)
        if rels in package:
            found[rels] = package.content(rels)
            work += [row.target for row in package.relations(part) if not row.external]
    return found


_FIXED = frozenset({"document.xml", "styles.xml", "settings.xml", "fontTable.xml"})


def _types(package: Package) -> Callable[[str], str]:
    root = package.raw("[Content_Types].xml")
    own = {row.get("PartName", "").lstrip("/"): row.get("ContentType", "") for row in root}
    usual = {row.get("Extension", "").lower(): row.get("ContentType", "") for row in root}

    def content_type(part: str) -> str:
        extension = posixpath.splitext(part)[1].lstrip(".").lower()
        return own.get(part) or usual.get(extension) or "application/octet-stream"

    return content_type


def _row(relation: Relation) -> str:
    target = relation.target if relation.external else f"/{relation.target}"
    mode = ' TargetMode="External"' if relation.external else ""
    kind = f"{_R.strip('{}')}/{relation.kind}"
    place = f"Target={quoteattr(target)}{mode}"
    return f'<Relationship Id="rIdObject{relation.id}" Type="{kind}" {place}/>'
