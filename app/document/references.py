"""Places where a text speaks of its own numbers: 第三部分, 前述第（二）项, 第五条."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.document.edits import TextEdit
from app.document.model import Document, Role, Span
from app.document.numbering import Form, from_chinese, leading, to_chinese
from app.document.numbering.forms import ARTICLE, NUMERAL
from app.document.outline import Node, NodeType, outline, walk
from app.patterns import regex

_PATTERN = regex(
    rf"第(?P<bracket>[（(]\s?(?P<bracket_n>{NUMERAL})\s?[)）])(?:项|款|点|条|部分|节|小节|方面)?"
    rf"|第(?P<digits>[（(]\s?(?P<digits_n>[0-9]{{1,2}})\s?[)）])(?:项|款|点|条)?"
    rf"|第(?P<article>(?P<article_n>{ARTICLE}|[0-9]{{1,4}}))条(?!线|腿|战线|路|龙)"
    rf"|第(?P<part>(?P<part_n>{NUMERAL}|[0-9]{{1,2}}))(?P<unit>部分|章|编|节)(?!课)"
    rf"|第(?P<item>(?P<item_n>[0-9]{{1,3}}))(?:项|点)(?!目|议程)"
    rf"|(?:前述|上述|前款|本文|见|按照|参照|根据|落实)(?:的)?第(?P<point>(?P<point_n>{NUMERAL}))"
    rf"(?:项|点)(?!目|议程)"
)
_FORMS = {
    "bracket": (Form.CHINESE_BRACKET,),
    "digits": (Form.ARABIC_BRACKET,),
    "article": (Form.ARTICLE,),
    "part": (Form.PART, Form.CHINESE),
    "item": (Form.ARABIC,),
    "point": (Form.CHINESE_BRACKET, Form.ARABIC, Form.CHINESE),
}
_QUOTED = regex(r"《[^》]*》")


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that names a number of the document: `span` is the numeral, `target` its node."""

    span: Span
    text: str
    value: int
    target: Node


@dataclass(frozen=True, slots=True)
class Moved:
    """A reference whose target has another number now, or is gone.

    `fix` writes that number, None where it takes more than the numeral.
    """

    reference: Reference
    message: str
    fix: TextEdit | None


def references(document: Document) -> tuple[Reference, ...]:
    """Return the places that name a number which the document has exactly where they look for it.

    A number of an other text is left out: one behind a title in 《》, or one the document lacks.
    """
    numbers = _Numbers(outline(document))
    found: list[Reference] = []
    for at, block in enumerate(document.blocks):
        if block.role in (Role.NOISE, Role.BLANK, Role.TITLE):
            continue
        text = block.text
        for match in _PATTERN.finditer(text):
            kind = str(match.lastgroup).removesuffix("_n")
            kind = "part" if kind == "unit" else kind
            if _foreign(text, match.start()) or numbers.holds(at, match.start()):
                continue
            value = from_chinese(match[f"{kind}_n"]) or 0
            target = numbers.named(_FORMS[kind], value, at)
            if target is not None:
                span = Span(at, match.start(f"{kind}_n"), match.end(f"{kind}_n"))
                found.append(Reference(span, match[0], value, target))
    return tuple(found)


def moved_references(before: Document, after: Document) -> tuple[Moved, ...]:
    """Return the references of a text whose target has another number after a change, or is gone.

    The target is known again by its words, where only one section has them.
    """
    places = _places(before, after)
    found: list[Reference] = []
    for reference in references(before):
        place, span = places.get(reference.span.block), reference.span
        if place is not None:
            here = Span(place[0], span.start + place[1], span.end + place[1])
            found.append(replace(reference, span=here))
    return outdated(after, outline(after), found)


def outdated(
    document: Document, nodes: Sequence[Node], known: Sequence[Reference]
) -> tuple[Moved, ...]:
    """Return those of some references whose targets have another number in a text, or are gone.

    `known` stand where they are in this text, with the targets they meant. One that has been
    written anew is left out.
    """
    now = {(one.type, one.text): one for one in _unique(nodes)}
    words = {(one.type, one.text) for one in walk(nodes)}
    moved: list[Moved] = []
    for one in known:
        meant = one.target.type, one.target.text
        said = document.slice(one.span) if one.span.block < len(document.blocks) else ""
        if from_chinese(said) != one.value:
            continue
        if meant not in words:
            message = f"“{one.target.text[:16]}”已经不在文中，这里还写着“{one.text}”"
            moved.append(Moved(one, message, None))
        elif meant in now and (now[meant].form, now[meant].value) != (one.target.form, one.value):
            moved.append(_moved(one, now[meant], said))
    return tuple(moved)


def _moved(reference: Reference, target: Node, said: str) -> Moved:
    """Return what is to be told of a reference whose target has another number or form."""
    number = target.number.strip()
    message = f"“{target.text[:16]}”现在的编号是“{number}”，这里仍写作“{reference.text}”"
    fix = None
    if target.form is reference.target.form:
        new = str(target.value) if said.isdigit() else to_chinese(target.value)
        span = reference.span
        fix = TextEdit(span.block, span.start, span.end, new)
    return Moved(reference, message, fix)


def _foreign(text: str, at: int) -> bool:
    """Tell whether a number belongs to another text named just before it."""
    before = text[max(0, at - 24) : at]
    named = list(_QUOTED.finditer(before))
    return (bool(named) and len(before) - named[-1].end() <= 12) or before.endswith("》")


class _Numbers:
    """The numbers of a tree, to be found by form and value."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._places: dict[int, list[Node]] = {}
        self._named: dict[tuple[Form | None, int], list[tuple[Node, Node | None]]] = {}
        self._enter(nodes, None)

    def holds(self, block: int, at: int) -> bool:
        """Tell whether a place is inside the number of a node itself."""
        near = self._places.get(block, ())
        return any(one.start <= at < one.start + len(one.number) for one in near)

    def named(self, forms: Sequence[Form], value: int, block: int) -> Node | None:
        """Return the node with a number: in the innermost section around the block, else anywhere.

        None where there is none, or several and none of them near.
        """
        for form in forms:
            fitting = self._named.get((form, value), [])
            near = [
                (parent.block, one)
                for one, parent in fitting
                if parent is not None and parent.block <= block < parent.stop
            ]
            if near:
                return max(near, key=lambda found: found[0])[1]
            if len(fitting) == 1:
                return fitting[0][0]
        return None

    def _enter(self, nodes: Sequence[Node], parent: Node | None) -> None:
        for node in nodes:
            self._places.setdefault(node.block, []).append(node)
            if node.type is not NodeType.POINT:
                self._named.setdefault((node.form, node.value), []).append((node, parent))
            self._enter(node.children, node)


def _unique(nodes: Sequence[Node]) -> list[Node]:
    """Return the nodes whose words no other node of the type has."""
    every = list(walk(nodes))
    counts = Counter((one.type, one.text) for one in every)
    return [one for one in every if counts[one.type, one.text] == 1]


def _places(before: Document, after: Document) -> dict[int, tuple[int, int]]:
    """Return where the blocks of a text stand after a change, and how far their text has shifted.

    A block is known again by its text without the number it opens with.
    """
    where: dict[str, list[int]] = {}
    for at, text in enumerate(after.texts):
        where.setdefault(_bare(text), []).append(at)
    places: dict[int, tuple[int, int]] = {}
    for at, text in enumerate(before.texts):
        same = where.get(_bare(text), [])
        if len(same) == 1:
            places[at] = (same[0], len(after.blocks[same[0]]) - len(text))
    return places


def _bare(text: str) -> str:
    """Return a text without the number it opens with."""
    lead = leading(text)
    return text[lead.end :] if lead else text
