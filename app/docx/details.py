"""The custom XML part that carries what belongs to a document beside its text.

Word and WPS keep the part and show nothing of it. `seal` is a digest of texts and roles: where it
still fits, nobody has changed the text outside, and every role stands as the styles say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.document.model import Details, Document, Role
from app.docx.fingerprint import fingerprint
from app.docx.layout import listing
from app.docx.markup import escape, quoteattr
from app.docx.tree import Element, local

NAMESPACE = "urn:wenheng:details:1"
_ITEM = "{C8C0A1F6-3D0C-4B0C-9B57-2E4D1B7A9704}"
ITEM_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<ds:datastoreItem ds:itemID="{_ITEM}"'
    ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    "</ds:datastoreItem>"
)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Carried:
    """What the part holds: the details, the chosen roles and the seal over the text.

    `chosen` has block, role and fingerprint of each block whose role the writer chose, `bookmarks`
    block and fingerprint of each that he marked.
    """

    details: Details = field(default_factory=Details)
    chosen: tuple[tuple[int, Role, str], ...] = ()
    seal: str = ""
    bookmarks: tuple[tuple[int, str], ...] = ()


def part(document: Document, *, sealed: bool = True) -> str:
    """Return the text of the custom XML part of a document.

    `sealed` tells that every paragraph stands in the style of its role.
    """
    details = document.details
    rows = [_row("field", name, value) for name, value in details.fields]
    rows += [_row("numbering", level, mode) for level, mode in details.numbering]
    rows += [_row("target", title, str(length)) for title, length in details.targets]
    rows += [
        f"<filled after={quoteattr(_legal(after))} before={quoteattr(_legal(before))}>"
        f"{_text(name)}</filled>"
        for name, before, after in details.filled
    ]
    rows += [
        f"<undecided after={quoteattr(_legal(after))} before={quoteattr(_legal(before))}"
        f" new={quoteattr(_legal(new))} reason={quoteattr(_legal(reason))}>"
        f"{_text(words)}</undecided>"
        for words, reason, before, after, new in details.undecided
    ]
    rows += [f"<ignored>{_text(key)}</ignored>" for key in sorted(details.ignored)]
    rows += [
        f'<role block="{at}" text="{fingerprint(block.text)}">{block.role}</role>'
        for at, block in enumerate(document.blocks)
        if block.chosen
    ]
    rows += [
        f'<bookmark block="{at}" text="{fingerprint(block.text)}"/>'
        for at, block in enumerate(document.blocks)
        if block.bookmark
    ]
    named = {"kind": details.kind, "layout": details.layout}
    attributes = "".join(
        [f" {name}={quoteattr(value)}" for name, value in named.items() if value is not None]
    )
    roles = [block.role for block in document.blocks]
    seal = seal_of(document.texts, roles) if sealed else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<details xmlns="{NAMESPACE}"{attributes} seal="{seal}">{"".join(rows)}</details>'
    )


def carried(root: Element) -> Carried:
    """Return what a parsed part holds; what does not fit is left out."""
    rows: dict[str, list[Element]] = {}
    for child in root.iterchildren("{*}*"):
        rows.setdefault(local(child), []).append(child)
    details = Details(
        kind=root.get("kind"),
        fields=_pairs(rows.get("field", [])),
        numbering=_pairs(rows.get("numbering", [])),
        ignored=frozenset([row.text or "" for row in rows.get("ignored", [])]),
        layout=_known(root.get("layout")),
        targets=tuple(
            [(title, int(n)) for title, n in _pairs(rows.get("target", [])) if n.isdecimal()]
        ),
        filled=tuple(
            [
                (row.text or "", row.get("before", ""), row.get("after", ""))
                for row in rows.get("filled", [])
            ]
        ),
        undecided=tuple(
            [
                (
                    row.text or "",
                    row.get("reason", ""),
                    row.get("before", ""),
                    row.get("after", ""),
                    row.get("new", ""),
                )
                for row in rows.get("undecided", [])
            ]
        ),
    )
    roles = {role.value: role for role in Role}
    chosen = [
        (int(row.get("block", "0")), roles[row.text or ""], row.get("text", ""))
        for row in rows.get("role", [])
        if row.text in roles and row.get("block", "0").isdecimal()
    ]
    marked = [
        (int(row.get("block", "0")), row.get("text", ""))
        for row in rows.get("bookmark", [])
        if row.get("block", "0").isdecimal()
    ]
    return Carried(details, tuple(chosen), root.get("seal", ""), tuple(marked))


def _known(layout: str | None) -> str | None:
    """Return the id of a layout, None for one of another office: the file keeps it then."""
    return layout if layout in dict(listing()) else None


def choices(carried: Carried, texts: Sequence[str]) -> Mapping[int, Role]:
    """Return block → chosen role for a text that may have been changed since."""
    places = _places([(block, mark) for block, _, mark in carried.chosen], texts)
    roles = [role for _, role, _ in carried.chosen]
    return {at: role for at, role in zip(places, roles, strict=True) if at is not None}


def marked(carried: Carried, texts: Sequence[str]) -> frozenset[int]:
    """Return the blocks that have a bookmark in a text that may have been changed since."""
    return frozenset([at for at in _places(carried.bookmarks, texts) if at is not None])


def _places(prints: Sequence[tuple[int, str]], texts: Sequence[str]) -> list[int | None]:
    """Return where each of some paragraphs, told by old place and fingerprint, stands now.

    Each goes to its old place if that still reads so, else to the nearest that does, else nowhere.
    """
    known: dict[str, list[int]] = {}
    for at, text in enumerate(texts if prints else ()):
        known.setdefault(fingerprint(text), []).append(at)
    found: list[int | None] = []
    for block, mark in prints:
        free = known.get(mark)
        at = min(free, key=lambda at: abs(at - block)) if free else None
        if free and at is not None:
            free.remove(at)
        found.append(at)
    return found


def seal_of(texts: Sequence[str], roles: Sequence[Role]) -> str:
    """Return the digest of a text and its roles."""
    return fingerprint("\x00".join([*texts, "", *roles]), 12)


def _row(tag: str, name: str, value: str) -> str:
    return f"<{tag} name={quoteattr(_legal(name))}>{_text(value)}</{tag}>"


def _text(value: str) -> str:
    return escape(_legal(value)).replace("\r", "&#13;")


def _legal(value: str) -> str:
    return _ILLEGAL.sub("", value)


def _pairs(rows: list[Element]) -> tuple[tuple[str, str], ...]:
    return tuple([(row.get("name", ""), row.text or "") for row in rows])
