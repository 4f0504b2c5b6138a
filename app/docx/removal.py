"""Paragraphs taken out of an opened text, with all that reaches beyond them kept valid."""

from __future__ import annotations

from copy import deepcopy

from app.docx.tree import PARAGRAPH, Element, detach, element, local, properties_of, put, w

_RUN, _P, _PPR, _RPR, _SECT = w("r"), w("p"), w("pPr"), w("rPr"), w("sectPr")
_FLD, _KIND, _INSTRUCTION, _ID = w("fldChar"), w("fldCharType"), w("instrText"), w("id")
_COMMENT = w("commentReference")
# Marks of ranges that may begin in one paragraph and end in another.
_STARTS = {
    "bookmarkStart": "bookmarkEnd",
    "commentRangeStart": "commentRangeEnd",
    "permStart": "permEnd",
    "moveFromRangeStart": "moveFromRangeEnd",
    "moveToRangeStart": "moveToRangeEnd",
    "customXmlInsRangeStart": "customXmlInsRangeEnd",
    "customXmlDelRangeStart": "customXmlDelRangeEnd",
}
_ENDS = {end: start for start, end in _STARTS.items()}
_RANGES = tuple(map(w, (*_STARTS, *_ENDS)))
_HOLDERS = frozenset({"sdtContent", "Choice", "Fallback"})


def take_out(block: Element) -> None:
    """Take a paragraph or table out of the text; what it holds of the outside stays in place.

    Range marks whose partner stands elsewhere remain where the block was, halves of fields go to a
    neighbouring paragraph, and a section's end goes to the paragraph before.
    """
    keep_section(block)
    keep_marks(block)
    _keep_fields(block)
    drop_comments(block)
    parent = block.getparent()
    detach(block)
    leave_valid(parent)


def lift(block: Element) -> None:
    """Take a block out to be put elsewhere; the end of a section and half fields stay behind.

    Range marks go with it: `straighten` mends those that then end before they begin.
    """
    keep_section(block)
    _keep_fields(block)
    parent = block.getparent()
    detach(block)
    leave_valid(parent)


def straighten(body: Element) -> None:
    """Exchange the two marks of every range that ends before it begins."""
    ends: dict[tuple[str, str | None], Element] = {}
    for node in list(body.iter(*_RANGES)):
        name = local(node)
        if name in _ENDS:
            ends.setdefault((_ENDS[name], node.get(_ID)), node)
        else:
            end = ends.pop((name, node.get(_ID)), None)
            if end is not None:
                _exchange(node, end)


def _exchange(one: Element, other: Element) -> None:
    place = element("p")
    one.addprevious(place)
    detach(one)
    other.addprevious(one)
    detach(other)
    place.addprevious(other)
    detach(place)


def leave_valid(parent: Element | None) -> None:
    """Take out a content control, or a choice of alternatives, that has become empty."""
    while parent is not None and local(parent) in _HOLDERS and not len(parent):
        control = parent.getparent()
        if control is None:
            return
        parent = control.getparent()
        detach(control)


def keep_section(block: Element) -> None:
    """Give the end of a section that a block holds to the paragraph before."""
    properties = block.find(_PPR)
    section = None if properties is None else properties.find(_SECT)
    if section is None or properties is None:
        return
    properties.remove(section)
    before = _neighbour(block, back=True)
    if before is None:
        return
    if before.tag == _P:
        end_section(before, section)
        return
    holder = element("p")
    holder.append(element("pPr"))
    holder[0].append(section)
    block.addprevious(holder)


def end_section(paragraph: Element, section: Element) -> None:
    """Let a section end with a paragraph, unless another one does already."""
    receiver = properties_of(paragraph)
    if receiver.find(_SECT) is None:
        put(receiver, section, PARAGRAPH)


def _neighbour(block: Element, *, back: bool) -> Element | None:
    """Return the paragraph or table beside a block, out of and into content controls."""
    at: Element | None = block
    while at is not None and local(at) != "body":
        beside = at.getprevious() if back else at.getnext()
        while beside is not None:
            inside = list(beside.iter(_P, w("tbl")))
            inside = [row for row in inside if not _in_table(row, beside)]
            if inside:
                return inside[-1] if back else inside[0]
            beside = beside.getprevious() if back else beside.getnext()
        at = at.getparent()
    return None


def _in_table(row: Element, top: Element) -> bool:
    if row is top:
        return False
    for ancestor in row.iterancestors():
        if ancestor.tag in {w("tbl"), w("txbxContent")}:
            return True
        if ancestor is top:
            return False
    return False


def drop_ranges(block: Element) -> None:
    """Take the marks of ranges out of a copy, and those of the comments in it."""
    for node in list(block.iter(*_RANGES, _COMMENT)):
        detach(node)


def keep_marks(block: Element) -> None:
    """Move the range marks whose partner is not inside the block to before it."""
    marks = list(block.iter(*_RANGES))
    names = {(local(node), node.get(_ID)) for node in marks}
    for node in marks:
        name = local(node)
        if (_STARTS.get(name) or _ENDS[name], node.get(_ID)) not in names:
            detach(node)
            block.addprevious(node)


def _keep_fields(block: Element) -> None:
    """Move the runs of fields that begin or end outside to a neighbouring paragraph."""
    runs = [
        run for run in block.iter(_RUN) if any(child.tag in {_FLD, _INSTRUCTION} for child in run)
    ]
    halves: list[Element] = []
    opened: list[list[Element]] = []
    for run in runs:
        kinds = [child.get(_KIND, "") for child in run if child.tag == _FLD]
        if "begin" in kinds:
            opened.append([])
        (opened[-1] if opened else halves).append(run)
        if "end" in kinds and opened:
            opened.pop()
    begun = [run for field in opened for run in field]
    whole = _whole(block) if halves or begun else frozenset[Element]()
    for group, back in ((halves, True), (begun, False)):
        if any(child in whole for run in group for child in run):
            _give(group, block, back=back)


def _whole(block: Element) -> frozenset[Element]:
    """Return the marks of all fields of a text that have beginning and end."""
    root = block
    for ancestor in block.iterancestors():
        root = ancestor
    whole: set[Element] = set()
    open_: list[list[Element]] = []
    for mark in root.iter(_FLD):
        if mark.get(_KIND) == "begin":
            open_.append([])
        if open_:
            open_[-1].append(mark)
            if mark.get(_KIND) == "end":
                whole.update(open_.pop())
    return frozenset(whole)


def _give(runs: list[Element], block: Element, *, back: bool) -> None:
    receiver = _neighbour(block, back=back)
    if receiver is None or receiver.tag != _P:
        receiver = element("p")
        (block.addprevious if back else block.addnext)(receiver)
    first = receiver.find(_PPR)
    at = len(receiver) if back else 0 if first is None else receiver.index(first) + 1
    for run in runs:
        receiver.insert(at, _half(run))
        at += 1


def _half(run: Element) -> Element:
    """Return the marks of fields out of a run, which stays where it holds something else."""
    half, looks = element("r"), run.find(_RPR)
    if looks is not None:
        half.append(deepcopy(looks))
    for child in [child for child in run if child.tag in {_FLD, _INSTRUCTION}]:
        half.append(child)
    if all(child.tag == _RPR for child in run):
        detach(run)
    return half


def drop_comments(block: Element) -> None:
    """Take out the marks of the comments whose reference goes with the block."""
    ids = {node.get(_ID) for node in block.iter(_COMMENT)}
    if not ids:
        return
    root = block
    for ancestor in block.iterancestors():
        root = ancestor
    tags = (w("commentRangeStart"), w("commentRangeEnd"))
    for node in [node for node in root.iter(*tags) if node.get(_ID) in ids]:
        detach(node)
