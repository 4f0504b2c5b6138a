"""The fields of a text: what of each is shown, also where it is written without its middle or end.

What a field shows stands between its `separate` and its end. Where it has no `separate`, that is
what stands behind its last instruction, and for some kinds what Word makes of the instructions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.docx.formulas import equation
from app.docx.tree import Element, on, value, w

MARK, INSTRUCTION = w("fldChar"), w("instrText")
_KIND = w("fldCharType")
_CHECK, _LIST, _ENTRY = w("checkBox"), w("ddList"), w("listEntry")
_P, _T = w("p"), w("t")


@dataclass(slots=True)
class Fields:
    """Where in the fields of a text the reading is; a field may span paragraphs.

    `turns` are the marks and instructions behind which a field without a `separate` or without an
    end shows what follows; `said` is the text that instructions stand for. `open` has one entry an
    open field: True once its result has begun. `notes` counts the note marks by their kind, `forms`
    has the forms in which they count.
    """

    turns: frozenset[Element] = frozenset()
    said: Mapping[Element, str] = field(default_factory=dict[Element, str])
    open: list[bool] = field(default_factory=list[bool])
    notes: dict[str, int] = field(default_factory=dict[str, int])
    forms: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def shown(self) -> bool:
        """Whether text here is shown, which instructions of fields are not."""
        return all(self.open)

    def step(self, mark: Element) -> None:
        """Go on past a field character."""
        kind = mark.get(_KIND, "")
        if kind == "begin":
            self.open.append(mark in self.turns)
        elif self.open and kind == "separate":
            self.open[-1] = True
        elif self.open and kind == "end":
            self.open.pop()

    def instructed(self, node: Element) -> str:
        """Return the text that instructions stand for, "" for most; goes on past them."""
        if self.open and node in self.turns:
            self.open[-1] = True
        return self.said.get(node, "") if all(self.open[:-1]) else ""


@dataclass(slots=True)
class _Open:
    """A field whose end has not been met."""

    begin: Element
    code: list[str] = field(default_factory=list[str])
    last: Element | None = None
    separate: Element | None = None


def fields_of(root: Element) -> Fields:
    """Return where the reading of a text begins."""
    open_: list[_Open] = []
    turns: set[Element] = set()
    said: dict[Element, str] = {}
    for node in root.iter(MARK, INSTRUCTION):
        kind = node.get(_KIND)
        if kind == "begin":
            open_.append(_Open(node))
        elif open_ and node.tag == INSTRUCTION:
            if open_[-1].separate is None:
                open_[-1].code.append(node.text or "")
                open_[-1].last = node
        elif open_ and kind == "separate":
            open_[-1].separate = node
        elif open_ and kind == "end":
            _close(open_.pop(), turns, said)
    turns.update([row.begin for row in open_])
    return Fields(frozenset(turns), said)


def _close(found: _Open, turns: set[Element], said: dict[Element, str]) -> None:
    """Note from where on a field is shown, and what its instructions stand for."""
    if found.separate is None:
        turns.add(found.begin if found.last is None else found.last)
    if found.last is not None:
        text = _said(found)
        if text:
            said[found.last] = text


def _said(found: _Open) -> str:
    """Return what Word makes of the instructions of a field that has no written result."""
    code = "".join(found.code).strip()
    name, _, rest = code.partition(" ")
    check, list_ = next(found.begin.iter(_CHECK), None), next(found.begin.iter(_LIST), None)
    if check is not None:
        state = check.find(w("checked"))
        return "☒" if on(check.find(w("default")) if state is None else state) else "☐"
    if list_ is not None:
        entries = [value(row) for row in list_.iterchildren(_ENTRY)]
        chosen = value(list_.find(w("result")), "0")
        at = int(chosen) if chosen.isascii() and chosen.isdecimal() else 0
        return entries[at] if at < len(entries) else ""
    if found.separate is not None:
        formula = code[:2].upper() == "EQ" and not _has_result(found.separate)
        return equation(code) if formula else ""
    if name.upper() == "MACROBUTTON":
        return rest.strip().partition(" ")[2].strip()
    return equation(code) if code[:2].upper() == "EQ" else ""


def _has_result(separate: Element) -> bool:
    """Tell whether words stand between a `separate` and the next mark of a field."""
    behind = False
    for node in next(separate.iterancestors(_P)).iter(MARK, _T):
        if node.tag == MARK and behind:
            return False
        behind = behind or node is separate
        if behind and node.tag == _T and node.text:
            return True
    return False


def nodes_of(instruction: Element) -> list[Element]:
    """Return marks and instructions of the field that an instruction belongs to, in order."""
    paragraph = next(instruction.iterancestors(_P))
    open_: list[list[Element]] = []
    for node in paragraph.iter(MARK, INSTRUCTION):
        if node.get(_KIND) == "begin":
            open_.append([])
        for nodes in open_:
            nodes.append(node)
        if node.get(_KIND) == "end" and open_:
            nodes = open_.pop()
            if instruction in nodes:
                return nodes
    return next((nodes for nodes in reversed(open_) if instruction in nodes), [instruction])
