"""New and changed paragraphs of an opened text in the looks that the text has for their roles."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from app.document.model import HEADINGS, Align, Block, Document, Role, Run
from app.docx.body import paragraphs, spaces
from app.docx.layout import NATIONAL, Layout, Look, load
from app.docx.official import manner
from app.docx.placing import Indent, attended, indents, look_of
from app.docx.rewrite import made
from app.docx.scan import Text
from app.docx.sheet import Sheet
from app.docx.styles import (
    ATTENDED,
    ATTENDED_NAME,
    ATTENDING,
    ATTENDING_NAME,
    ROW,
    ROW_NAME,
    RUN_IN,
    frame,
    indent,
    lead_id,
    run_in_id,
    spacing,
    style_id,
)
from app.docx.together import kept
from app.docx.tree import (
    PARAGRAPH,
    Element,
    drop,
    element,
    fragments,
    local,
    properties_of,
    put,
    value,
    w,
)

_P, _PPR, _RPR, _PSTYLE, _RUN = w("p"), w("pPr"), w("rPr"), w("pStyle"), w("r")
_SIMPLE = frozenset({"rPr", "t", "tab", "br"})
_JC = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}


@dataclass(frozen=True, slots=True)
class Wardrobe:
    """What new paragraphs take their looks from.

    `matches` has for each block of `document` the one of `opened` that it is, or None; `own` tells
    that every paragraph of the opened text stands in a style of ours.
    """

    text: Text
    opened: Document
    document: Document
    matches: Sequence[int | None]
    own: bool

    @property
    def layout(self) -> Layout:
        """The layout of a text of ours."""
        return load(self.opened.details.layout or NATIONAL)


def style_of(text: Text, row: Element) -> str:
    """Return the name of a paragraph's style in lower case."""
    properties = row.find(_PPR)
    return text.sheet.style(value(None if properties is None else properties.find(_PSTYLE))).name


def new_paragraph(wardrobe: Wardrobe, at: int) -> Element:
    """Return a paragraph for a new block, dressed like the nearest one of its role."""
    block = wardrobe.document.blocks[at]
    if wardrobe.own:
        return _ours(wardrobe, block)
    model = _model(wardrobe, at, (block.role,))
    if model is not None:
        return _like(wardrobe, block, model)
    model = _model(wardrobe, at, (Role.BODY, Role.ITEM))
    if model is not None:
        row = _like(wardrobe, block, model)
    else:
        row = element("p")
        for run in block.runs:
            row.append(made(run, None, Run("")))
    _mark_role(wardrobe, row, block)
    return row


def dressed(wardrobe: Wardrobe, at: int, row: Element) -> Element:
    """Return the paragraph of a block that was opened, brought to its role and alignment.

    It is the same element but where a paragraph of plain runs is made anew.
    """
    match = wardrobe.matches[at]
    block = wardrobe.document.blocks[at]
    old = wardrobe.opened.blocks[match if match is not None else at]
    if row.tag != _P or block.object:
        return row
    if old.label and not block.label:
        unnumber(wardrobe.text.sheet, properties_of(row))
    turned = block.role is not old.role and (block.chosen or wardrobe.own)
    led = wardrobe.own and _is_parted(wardrobe, block, changed=block.runs != old.runs)
    if (turned or led) and _is_simple(row):
        fresh = _redone(wardrobe, at, row)
        row.addnext(fresh)
        parent = row.getparent()
        if parent is not None:
            parent.remove(row)
        return fresh
    if turned:
        _mark_role(wardrobe, row, block)
    if block.align is None and old.align is not None and wardrobe.own:
        drop(properties_of(row), "jc")
    elif block.align is not old.align:
        align = block.align or load(NATIONAL).roles[block.role].align
        put(properties_of(row), element("jc", val=_JC[align]), PARAGRAPH)
    return row


def _is_parted(wardrobe: Wardrobe, block: Block, *, changed: bool) -> bool:
    """Tell whether a paragraph of ours is to be set anew by its text, which has `changed` or not.

    Such are a run-in heading, the rows of a title, and who attended once a text becomes minutes.
    """
    then, now = manner(wardrobe.opened.details), manner(wardrobe.document.details)
    if attended(block) and (then.minutes or now.minutes):
        return changed or then.minutes is not now.minutes
    return changed and (block.role is Role.TITLE or bool(wardrobe.layout.roles[block.role].lead))


def set_properties(wardrobe: Wardrobe, rows: Sequence[Element]) -> None:
    """Set spaces, places of signature and date, and what stays with them, where they changed."""
    if not wardrobe.own:
        return
    layout = wardrobe.layout
    old, new = wardrobe.opened.blocks, wardrobe.document.blocks
    then, now = manner(wardrobe.opened.details), manner(wardrobe.document.details)
    old_spaces, new_spaces = spaces(old, layout, then), spaces(new, layout, now)
    old_places, new_places = indents(old, layout, then), indents(new, layout, now)
    old_kept, new_kept = kept(old, layout), kept(new, layout)
    for at, (row, match) in enumerate(zip(rows, wardrobe.matches, strict=True)):
        if row.tag != _P:
            continue
        look = look_of(new[at], layout, now)
        usual = (look.before, look.after)
        before = usual if match is None else old_spaces[match]
        if new_spaces[at] != before:
            found = fragments(spacing(layout, look, *new_spaces[at]))[0]
            put(properties_of(row), found, PARAGRAPH)
        if (at in new_kept) is not (match in old_kept):
            _keep(properties_of(row), whole=at in new_kept)
        plain = Indent(look.indent, look.left, look.right)
        place = new_places.get(at, plain)
        if place != (plain if match is None else old_places.get(match, plain)):
            _stand(properties_of(row), layout, look, place)


def _keep(properties: Element, *, whole: bool) -> None:
    """Let a paragraph stand whole on the page of the next one, or no longer."""
    for name in ("keepNext", "keepLines"):
        drop(properties, name)
        if whole:
            put(properties, element(name), PARAGRAPH)


def _stand(properties: Element, layout: Layout, look: Look, place: Indent) -> None:
    """Say in properties where a paragraph stands, in a frame where the next one is in its line."""
    put(properties, fragments(indent(layout, look, place))[0], PARAGRAPH)
    drop(properties, "framePr")
    if place.beside:
        put(properties, fragments(frame(layout, look, place))[0], PARAGRAPH)


def _redone(wardrobe: Wardrobe, at: int, row: Element) -> Element:
    fresh = new_paragraph(wardrobe, at)
    section = row.find(f"{_PPR}/{w('sectPr')}")
    if section is not None:
        put(properties_of(fresh), section, PARAGRAPH)
    for name, text in row.attrib.items():
        fresh.set(name, text)
    return fresh


def _ours(wardrobe: Wardrobe, block: Block) -> Element:
    """Return a paragraph of ours, the style ids being those that the file has now."""
    now = manner(wardrobe.document.details)
    row = fragments("".join(paragraphs([block], wardrobe.layout, manner=now)))[0]
    names: dict[str, str] = {}
    for role, look in wardrobe.layout.roles.items():
        names |= {style_id(role): look.style, run_in_id(role): look.style + RUN_IN}
        names[lead_id(role)] = look.lead
    names |= {ROW: ROW_NAME, ATTENDED: ATTENDED_NAME, ATTENDING: ATTENDING_NAME}
    ids = {name: key for key, name in wardrobe.text.sheet.names.items()}
    for node in [node for node in row.iter() if local(node) in {"pStyle", "rStyle"}]:
        known = ids.get(names.get(value(node), "").lower())
        if known is None:
            parent = node.getparent()
            if parent is not None:
                parent.remove(node)
        else:
            node.set(w("val"), known)
    return row


def _model(wardrobe: Wardrobe, at: int, roles: tuple[Role, ...]) -> int | None:
    """Return the opened paragraph nearest to a place whose role is one of `roles`."""
    best: tuple[int, int] | None = None
    for place, match in enumerate(wardrobe.matches):
        if match is None or wardrobe.opened.blocks[match].role not in roles:
            continue
        if wardrobe.text.elements[match].tag != _P or not wardrobe.opened.blocks[match].runs:
            continue
        if best is None or abs(place - at) < best[0]:
            best = (abs(place - at), match)
    return None if best is None else best[1]


def _like(wardrobe: Wardrobe, block: Block, model: int) -> Element:
    """Return a paragraph with the text of a block and the properties of an opened one."""
    row, source = element("p"), wardrobe.text.elements[model]
    properties = source.find(_PPR)
    if properties is not None:
        copy = deepcopy(properties)
        for name in ("sectPr", "framePr", "pPrChange"):
            drop(copy, name)
        if not block.label:
            unnumber(wardrobe.text.sheet, copy)
        row.append(copy)
    runs = source.find(_RUN)
    looks = None if runs is None else runs.find(_RPR)
    base = wardrobe.opened.blocks[model].runs[0].like("")
    for run in block.runs:
        row.append(made(run, looks, base))
    return row


def unnumber(styles: Sheet, properties: Element) -> None:
    """Take the list number out of properties, that of the style too."""
    drop(properties, "numPr")
    if styles.style(value(properties.find(_PSTYLE))).numbering is not None:
        none = element("numPr")
        none.append(element("numId", val="0"))
        put(properties, none, PARAGRAPH)


def _mark_role(wardrobe: Wardrobe, row: Element, block: Block) -> None:
    """Give a paragraph the style of its role where the file has it, else its outline level."""
    look = load(NATIONAL).roles[block.role]
    ids = {name: key for key, name in wardrobe.text.sheet.names.items()}
    known = ids.get(look.style.lower())
    if known is not None and block.role is not Role.BODY:
        put(properties_of(row), element("pStyle", val=known), PARAGRAPH)
    elif block.role in HEADINGS:
        put(properties_of(row), element("outlineLvl", val=str(look.outline)), PARAGRAPH)
    elif look.align in {Align.CENTER, Align.RIGHT}:
        put(properties_of(row), element("jc", val=_JC[look.align]), PARAGRAPH)


def _is_simple(row: Element) -> bool:
    """Tell whether a paragraph holds nothing but its properties and runs of plain text."""
    return all(
        child.tag == _PPR or (child.tag == _RUN and all(local(node) in _SIMPLE for node in child))
        for child in row
    )
