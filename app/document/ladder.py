"""Which form a level takes: as the document does it, else 一、（一）1.（1）① in this order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from app.document.edits import RoleEdit, TextEdit
from app.document.model import Document, Role
from app.document.numbering import Form, from_chinese, write
from app.document.outline import Node, NodeType, walk
from app.document.recognize.numbered import STANDING

LADDER = (Form.CHINESE, Form.CHINESE_BRACKET, Form.ARABIC, Form.ARABIC_BRACKET, Form.CIRCLED)
_RUNGS = {**{form: n for n, form in enumerate(LADDER)}, Form.DECIMAL: 3, Form.ARABIC_PAREN: 3}
_ROLES = {Form.PART: Role.PART, Form.CHINESE: Role.HEADING1, Form.CHINESE_BRACKET: Role.HEADING2}


def role_of(form: Form, *, alone: bool) -> Role:
    """Return the role of a paragraph numbered in a form; `alone` above text of its own."""
    if form in _ROLES:
        return _ROLES[form]
    return STANDING.get(form, Role.ITEM) if alone else Role.ITEM


def below(nodes: Sequence[Node], node: Node) -> tuple[Form | None, str]:
    """Return the form of the level below a node and a number to take the style of.

    The form its own sections have, else that of the sections of its like, else the next of the
    ladder; None below the last. Below 1.1 stands 1.1.1.
    """
    own = _numbered(node.children)
    if own:
        return own[-1].form, own[-1].number
    if node.form is Form.DECIMAL:
        return Form.DECIMAL, f"{node.number.rstrip('.．、')}.1"
    return _customary(nodes, node.form, ())


def shifted(
    nodes: Sequence[Node], node: Node, form: Form, like: str
) -> Iterator[tuple[Node, Form, str]]:
    """Yield a section and the sections inside it with the form each takes, and a style for it."""
    yield node, form, like
    inside = tuple(walk([node]))
    new, style = _customary(nodes, form, inside)
    for child in node.children:
        if child.form in _RUNGS and child.type is not NodeType.POINT and new is not None:
            yield from shifted(nodes, child, new, style)


def levelled(
    document: Document, nodes: Sequence[Node], node: Node, form: Form, like: str
) -> tuple[TextEdit | RoleEdit, ...]:
    """Return the edits that give a section another form, and its own sections theirs below it.

    Nothing where a number is shown by the file's own list numbering and is no text.
    """
    edits: list[TextEdit | RoleEdit] = []
    for one, new, style in shifted(nodes, node, form, like):
        block = document.blocks[one.block]
        if block.label:
            return ()
        number = written(new, max(one.value, 1), style)
        edits.append(TextEdit(one.block, one.start, one.start + len(one.number), number))
        alone = _stands_alone(document, one)
        edits.append(RoleEdit(one.block, role_of(new, alone=alone), chosen=block.chosen))
    return tuple(edits)


def written(form: Form, value: int, like: str) -> str:
    """Return a number in the style of another; 三 or 3 before a space gives none to follow."""
    bare = from_chinese(like) is not None
    return write(form, value, "" if bare else like)


def _stands_alone(document: Document, node: Node) -> bool:
    """Tell whether a paragraph is a heading line above text of its own."""
    rest = document.blocks[node.block].text[node.end :].strip()
    below_ = [block.role for block in document.blocks[node.block + 1 : node.stop]]
    return not rest and any(role is not Role.BLANK for role in below_)


def _customary(
    nodes: Sequence[Node], form: Form | None, without: Sequence[Node]
) -> tuple[Form | None, str]:
    """Return the form most sections have below those of a form, some left out of the count."""
    counts: Counter[tuple[Form | None, str]] = Counter(
        (child.form, "")
        for one in walk(nodes)
        if one.form is form and one not in without
        for child in _numbered(one.children)
    )
    if counts:
        found = counts.most_common(1)[0][0][0]
    elif form is None or form is Form.PART:
        found = Form.CHINESE
    else:
        rung = _RUNGS.get(form, len(LADDER))
        found = LADDER[rung + 1] if rung + 1 < len(LADDER) else None
    return found, next((one.number for one in walk(nodes) if one.form is found), "")


def _numbered(nodes: Sequence[Node]) -> list[Node]:
    return [one for one in nodes if one.form in _RUNGS and one.type is not NodeType.POINT]
