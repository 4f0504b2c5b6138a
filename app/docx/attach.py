"""The details part put into an opened package: the part, its relation and its content type."""

from __future__ import annotations

from app.docx.details import ITEM_PROPERTIES, NAMESPACE
from app.docx.package import RELATIONS, Package, relations_of
from app.docx.tree import Element, element_in, serialized
from app.errors import UnreadableFile

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def place(package: Package, main: str) -> str | None:
    """Return the name of the details part of a package, None where it has none."""
    for relation in package.relations(main):
        if relation.kind == "customXml" and not relation.external and relation.target in package:
            try:
                if NAMESPACE.encode() not in package.content(relation.target):
                    continue
                root = package.xml(relation.target)
            except UnreadableFile:  # another program's part, none of ours
                continue
            if root.tag == f"{{{NAMESPACE}}}details":
                return relation.target
    return None


def attached(package: Package, main: str, content: bytes) -> dict[str, bytes]:
    """Return the members to write so that the package carries the details `content`."""
    known = place(package, main)
    if known is not None:
        return {known: content}
    number = 1
    while f"customXml/item{number}.xml" in package:
        number += 1
    part, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    return {
        relations_of(main): _related(package, relations_of(main), "customXml", f"/{part}"),
        "[Content_Types].xml": _typed(package, part, properties),
        part: content,
        properties: ITEM_PROPERTIES.encode(),
        relations_of(part): _related(
            package, relations_of(part), "customXmlProps", f"itemProps{number}.xml"
        ),
    }


def _related(package: Package, rels: str, kind: str, target: str) -> bytes:
    root = package.raw(rels) if rels in package else element_in(RELATIONS, "Relationships")
    ids = {row.get("Id") for row in root}
    name = next(f"rIdWh{n}" for n in range(1, len(ids) + 2) if f"rIdWh{n}" not in ids)
    row = element_in(RELATIONS, "Relationship")
    for key, value in (("Id", name), ("Type", f"{_R}/{kind}"), ("Target", target)):
        row.set(key, value)
    root.append(row)
    return serialized(root)


def _typed(package: Package, part: str, properties: str) -> bytes:
    root = package.raw("[Content_Types].xml")
    for name, kind in ((part, "application/xml"), (properties, _PROPERTIES)):
        _override(root, f"/{name}", kind)
    return serialized(root)


def _override(root: Element, part: str, kind: str) -> None:
    for row in root:
        if row.get("PartName") == part:
            row.set("ContentType", kind)
            return
    row = element_in(_TYPES, "Override")
    row.set("PartName", part)
    row.set("ContentType", kind)
    root.append(row)
