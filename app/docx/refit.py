"""Head and version block of an opened text of ours brought to its fields as they are now."""

from __future__ import annotations

from app.document.model import Details, Document
from app.docx.headwork import FOOT, HEAD, foot_xml, head_xml, styles_xml
from app.docx.layout import Layout
from app.docx.official import Format, foot, format_of, head, manner
from app.docx.pieces import blocks, first_style
from app.docx.placing import opening
from app.docx.scan import Text, body_of
from app.docx.tree import Element, detach, fragments, local, serialized, w


def changed(old: Document, new: Document, layout: Layout) -> bool:
    """Tell whether head, version block or the place of the signature differ between two states.

    The head hangs on the opening of the text too, which it leaves its room.
    """
    then, now = old.details, new.details
    if (head(then), foot(then), manner(then)) != (head(now), foot(now), manner(now)):
        return True
    needs = opening(old, layout), opening(new, layout)
    if needs[0] == needs[1]:
        return False
    made = [(head_xml(now, layout, below), styles_xml(now, layout, below)) for below in needs]
    return made[0] != made[1]


def fits(old: Details, new: Details) -> bool:
    """Tell whether the pages stay of one kind, so that head and version block can be exchanged.

    The first page of a letter has a footer of its own.
    """
    return (format_of(old) is Format.LETTER) is (format_of(new) is Format.LETTER)


def refit(text: Text, document: Document, layout: Layout) -> dict[str, bytes]:
    """Exchange head and version block in the tree of a text; return the styles part to write."""
    details, below = document.details, opening(document, layout)
    made = {key for key, name in text.sheet.names.items() if name.startswith((HEAD, FOOT))}
    body = body_of(text)
    for row in [row for row in blocks(body) if first_style(row) in made]:
        detach(row)
    for at, row in enumerate(fragments(head_xml(details, layout, below))):
        body.insert(at, row)
    for row in fragments(foot_xml(details, layout)):
        _append(body, row)
    part = text.package.related(text.part, "styles")
    if part is None:
        return {}
    root = text.package.xml(part)
    for style in [row for row in root if row.get(w("styleId")) in made]:
        detach(style)
    body_id = text.sheet.default
    for style in fragments(styles_xml(details, layout, below)):
        for based in style.findall(w("basedOn")):
            based.set(w("val"), body_id)
        root.append(style)
    return {part: text.package.translated(part, serialized(root))}


def _append(body: Element, row: Element) -> None:
    """Put a row at the end of a body, before the properties of its last section."""
    if len(body) and local(body[-1]) == "sectPr":
        body[-1].addprevious(row)
    else:
        body.append(row)
