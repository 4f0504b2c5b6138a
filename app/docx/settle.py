"""Tracked changes accepted or refused in the tree of an opened text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from app.docx.removal import drop_comments, keep_marks, keep_section, leave_valid, take_out
from app.docx.revisions import TAGS, is_mark, move_names, move_ranges
from app.docx.scan import Text
from app.docx.tree import Element, detach, local, w

_PPR, _RUN, _FLD, _KIND = w("pPr"), w("r"), w("fldChar"), w("fldCharType")
_INSTRUCTION = w("instrText")
_BRINGING = frozenset({"ins", "moveTo", "cellIns"})
_TAKING = (w("del"), w("moveFrom"))
_WRITTEN = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
# What properties hold beside those that a change of properties puts back.
_BESIDE = {
    "pPr": frozenset({"rPr", "sectPr"}),
    "sectPr": frozenset({"headerReference", "footerReference"}),
    "trPr": frozenset({"ins", "del"}),
    "tcPr": frozenset({"cellIns", "cellDel", "cellMerge"}),
    "rPr": frozenset({"ins", "del", "moveFrom", "moveTo"}),
}
Joins = list[tuple[Element, Element | None]]


def settled(text: Text, keys: Mapping[Element, str], decided: Iterable[str]) -> Joins:
    """Accept or refuse the marks whose keys are `decided` and return what is left to join.

    Whole paragraphs stay where they are until `join` is called with what comes back: pairs of a
    paragraph and the one behind it that takes its content, None where it only goes.
    """
    answers = {entry[1:]: entry[0] == "+" for entry in decided}
    chosen = [(node, answers[key]) for node, key in keys.items() if key in answers]
    if not chosen:
        return []
    names = move_names(text.root)
    left = {name for node, name in names.items() if keys.get(node) not in answers}
    over = list(move_ranges(text.root, set(names.values()) - left))
    blocks = frozenset(text.elements)
    joins: Joins = []
    refused = {node for node, accepted in chosen if not accepted and node.tag in _TAKING}
    _write_again(text.root, refused)
    gone: set[Element] = set()  # marks that went with something around them
    for node, accepted in chosen:
        if node in gone:
            continue
        if is_mark(node):
            joins += _mark(node, accepted=accepted, blocks=blocks)
        else:
            _settle(node, gone, accepted=accepted)
    for node in over:
        detach(node)
    return joins


def join(joins: Joins) -> None:
    """Put the content of paragraphs whose end is gone into those behind them."""
    for gone, into in joins:
        if into is None:
            take_out(gone)
            continue
        keep_section(gone)
        properties = into.find(_PPR)
        at = 0 if properties is None else into.index(properties) + 1
        for child in [child for child in gone if child.tag != _PPR]:
            into.insert(at, child)
            at += 1
        parent = gone.getparent()
        detach(gone)
        leave_valid(parent)


def _mark(mark: Element, *, accepted: bool, blocks: frozenset[Element]) -> Joins:
    """Settle the end of a paragraph; inside a table it is joined at once."""
    paragraph = next(mark.iterancestors(w("p")))
    stays = accepted is (local(mark) in _BRINGING)
    detach(mark)
    if stays:
        return []
    behind = paragraph.getnext()
    while behind is not None and local(behind) not in {"p", "tbl", "sdt", "sectPr"}:
        behind = behind.getnext()
    if behind is not None and local(behind) == "p":
        joins: Joins = [(paragraph, behind)]
    elif behind is not None and local(behind) == "tbl" and not _written(paragraph):
        joins = [(paragraph, None)]
    else:  # the last paragraph of a cell or of the text has nothing to go into
        joins = []
    if paragraph in blocks:
        return joins
    join(joins)
    return []


def _written(paragraph: Element) -> bool:
    return any(True for _ in paragraph.iter(w("r"), w("fldSimple"), w("hyperlink")))


def _write_again(root: Element, refused: Collection[Element]) -> None:
    """Make deleted text plain text again where every deletion around it is refused."""
    for node in list(root.iter(*_WRITTEN)) if refused else ():
        around = list(node.iterancestors(*_TAKING))
        if around and all(deletion in refused for deletion in around):
            node.tag = _WRITTEN[node.tag]


def _settle(node: Element, gone: set[Element], *, accepted: bool) -> None:
    parent = node.getparent()
    if parent is None:
        return
    name, around = local(node), local(parent)
    stays = accepted is (name in _BRINGING)
    if name.endswith("Change"):
        if not accepted:
            _put_back(node, parent)
        detach(node)
    elif around in {"trPr", "tcPr"}:
        detach(node)
        if not stays and name != "cellMerge":
            _take_cells(parent, gone)
    elif around == "numPr":
        detach(parent if not stays else node)
    elif around in {"rPr", "ctrlPr"}:
        detach(node)
    elif stays:
        for child in list(node):
            node.addprevious(child)
        detach(node)
    else:
        _take(node, gone)


def _take(node: Element, gone: set[Element]) -> None:
    """Take a mark out with its content; what that holds of the outside stays."""
    keep_marks(node)
    drop_comments(node)
    kinds = [child.get(_KIND) for child in node.iter(_FLD)]
    if kinds.count("begin") != kinds.count("end"):
        for run in [run for run in node.iter(_RUN) if run.find(_FLD) is not None]:
            for child in [child for child in run if child.tag not in {_FLD, _INSTRUCTION}]:
                run.remove(child)
            node.addprevious(run)
    detach(node)
    gone.update(node.iter(*TAGS))


def _take_cells(properties: Element, gone: set[Element]) -> None:
    """Take out the row or cell that properties belong to, and the table where none is left."""
    holder = properties.getparent()
    above = None if holder is None else holder.getparent()
    if holder is None or above is None:
        return
    kind = holder.tag
    gone.update(holder.iter(*TAGS))
    keep_marks(holder)
    drop_comments(holder)
    detach(holder)
    if next(above.iterchildren(kind), None) is not None:
        return
    if local(above) == "tr":
        emptied = above.getparent()
        detach(above)
        if emptied is None or next(emptied.iterchildren(w("tr")), None) is not None:
            return
        above = emptied
    if local(above) == "tbl":
        detach(above)


def _put_back(change: Element, properties: Element) -> None:
    """Give properties what a change of them says they were."""
    before = next(iter(change), None)
    if before is None:  # a mark that does not say how it was
        return
    name = local(properties)
    beside = _BESIDE.get(name, frozenset[str]())
    for child in [child for child in properties if child is not change]:
        if local(child) not in beside:
            properties.remove(child)
    behind = change if name in _LEADING else next(iter(properties))
    for child in list(before):
        behind.addprevious(child)


# Properties in which what stands beside comes first.
_LEADING = frozenset({"sectPr", "rPr"})
