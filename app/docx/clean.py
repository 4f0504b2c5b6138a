"""Packages freed of what a user may not want to pass on: names, macros, our own details."""

from __future__ import annotations

from collections.abc import Iterable

from app.docx.archive import rebuilt, without
from app.docx.attach import place
from app.docx.package import Package, Relation, opened, relations_of
from app.docx.tree import Element, detach, local, parse, serialized

# Properties that name persons, organisations and machines.
_PERSONAL = frozenset(
    {"creator", "lastModifiedBy", "manager", "Manager", "Company", "HyperlinkBase", "Template"}
)
_CUSTOM = "docProps/custom.xml"
# Parts whose remarks and tracked changes bear the names of their authors.
_SIGNED = frozenset({"comments", "people", "footnotes", "endnotes", "header", "footer"})
_AUTHOR = "作者"  # the format wants some name
_MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
_PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACRO_PARTS = frozenset({"vbaProject", "wordVbaData", "keyMapCustomizations", "attachedToolbars"})


def without_names(package: bytes) -> bytes:
    """Return the package without author, last editor, company and the authors of remarks.

    Raises UnreadableFile where it is damaged, as all here do.
    """
    source = opened(package, "原文件")
    changes: dict[str, bytes] = {}
    for part in ("docProps/core.xml", "docProps/app.xml"):
        if part in source:
            root = source.raw(part)
            for node in list(root):
                if local(node) in _PERSONAL:
                    node.text = ""
            changes[part] = serialized(root)
    if _CUSTOM in source:  # properties that other programs add: accounts, identifiers, templates
        root = source.raw(_CUSTOM)
        for node in list(root):
            root.remove(node)
        changes[_CUSTOM] = serialized(root)
    main = source.main()
    signed = [row.target for row in source.relations(main) if row.kind in _SIGNED]
    for part in [main, *[part for part in signed if part in source]]:
        root = source.raw(part)
        if _anonymous(root):
            changes[part] = serialized(root)
    return rebuilt(package, source.written(changes))


def without_details(package: bytes) -> bytes:
    """Return the package without the part that carries kind, fields and chosen roles."""
    source = opened(package, "原文件")
    main = source.main()
    part = place(source, main)
    if part is None:
        return package
    gone = {part, relations_of(part), *[row.target for row in source.relations(part)]}
    return _without(package, source, gone)


def without_macros(package: bytes) -> bytes:
    """Return the package without its macros, as a plain document; nothing of them ever runs."""
    source = opened(package, "原文件")
    gone = {
        relation.target
        for part in source.members
        for relation in _relations(source, part)
        if relation.kind in _MACRO_PARTS and relation.target in source
    }
    gone |= {relations_of(part) for part in gone if relations_of(part) in source}
    made = _without(package, source, gone)
    types = opened(made, "原文件").raw("[Content_Types].xml")
    for row in types:
        if row.get("ContentType") == _MACRO:
            row.set("ContentType", _PLAIN)
    return rebuilt(made, {"[Content_Types].xml": serialized(types)})


def has_macros(package: bytes) -> bool:
    """Tell whether a package carries macros."""
    source = opened(package, "原文件")
    return any(part.lower().endswith("vbaproject.bin") for part in source.members)


def _relations(source: Package, part: str) -> tuple[Relation, ...]:
    return source.relations(part) if relations_of(part) in source else ()


def _anonymous(root: Element) -> bool:
    """Take the authors out of remarks and tracked changes; tell whether there were any."""
    found = False
    for node in list(root.iter()):
        if local(node) == "presenceInfo":  # the account of an author
            detach(node)
            found = True
            continue
        for key in list(node.attrib):
            if key.endswith(("}author", "}initials")):
                node.set(key, _AUTHOR if key.endswith("}author") else "")
                found = True
    return found


def _without(package: bytes, source: Package, gone: Iterable[str]) -> bytes:
    """Return the package without some parts, their relations and content types."""
    names = {part.lower() for part in gone}
    changes: dict[str, bytes] = {}
    for part in source.members:
        if not part.endswith(".rels") and part != "[Content_Types].xml":
            continue
        if part.lower() in names:
            continue
        root = parse(source.content(part))
        owner = _owner(part)
        dead = {
            relation.id
            for relation in (source.relations(owner) if part.endswith(".rels") else ())
            if relation.target.lower() in names
        }
        rows = [
            row
            for row in root
            if row.get("PartName", "").lstrip("/").lower() in names or row.get("Id", "") in dead
        ]
        for row in rows:
            detach(row)
        if rows:
            changes[part] = serialized(root)
    made = rebuilt(package, source.written(changes))
    return without(made, {source.members[p].filename for p in source.members if p.lower() in names})


def _owner(rels: str) -> str:
    """Return the part whose relations a relations part holds."""
    folder, _, name = rels.rpartition("_rels/")
    return folder + name.removesuffix(".rels")
