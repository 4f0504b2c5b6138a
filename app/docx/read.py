"""An opened DOCX as a document: texts, looks and roles, and notes on what is not shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.document.model import HEADINGS, Align, Block, Document, Role, Run, normal
from app.document.recognize import roles as recognize
from app.docx import attach, details
from app.docx.body import ALIGNMENTS
from app.docx.layout import NATIONAL, load
from app.docx.numbering import Labels, labels
from app.docx.package import Package, opened
from app.docx.pieces import Fields, Piece, blocks, has_picture, pieces, table_text
from app.docx.sheet import Look, Sheet, listed, look, role_names, sheet
from app.docx.tree import Element, value, w
from app.docx.tree import element as element_of
from app.errors import UnreadableFile

_BODY, _TBL, _RPR, _PPR = w("body"), w("tbl"), w("rPr"), w("pPr")
_PSTYLE, _JC, _OUTLINE = w("pStyle"), w("jc"), w("outlineLvl")
_NOTHING = element_of("pPr")


@dataclass(frozen=True, slots=True)
class Text:
    """The parsed text part of a package: its name, root, blocks in order and styles."""

    package: Package
    part: str
    root: Element
    elements: tuple[Element, ...]
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class _Read:
    """One block as read: the block without its role, and what its style says.

    `style` is the style's name in lower case, `align` the paragraph's own alignment and
    `inherited` that of the style.
    """

    block: Block
    style: str = ""
    outline: int | None = None
    align: str = ""
    inherited: str = ""


def read(content: bytes, name: str) -> tuple[Document, tuple[str, ...]]:
    """Return the document in a package and notes in Chinese on what of it is not shown.

    Raises UnreadableFile, with what the user can do, where the package is damaged, hostile,
    protected or something else.
    """
    text = parsed(content, name)
    kept = carried(text)
    found = _blocks(text)
    known = role_names()
    styled = [Role.OBJECT if row.block.object else known.get(row.style, Role.BODY) for row in found]
    texts = [row.block.text for row in found]
    if kept.seal and kept.seal == details.seal_of(texts, styled):
        chosen = {block: role for block, role, _ in kept.chosen}
        made = [
            replace(row.block, role=role, chosen=at in chosen, align=ALIGNMENTS.get(row.align))
            for at, (row, role) in enumerate(zip(found, styled, strict=True))
        ]
        return Document(tuple(made), kept.details), ()
    plain = _without_usual(found)
    made = _with_roles(plain, found, details.choices(kept, texts), known)
    return Document(tuple(made), kept.details), notes(text)


def parsed(content: bytes, name: str) -> Text:
    """Return the parsed text of a package; raises UnreadableFile."""
    package = opened(content, name)
    part = package.main()
    root = package.xml(part)
    body = root.find(_BODY)
    if body is None:
        raise UnreadableFile(name, "文件里没有 Word 正文，可能不是 Word 文档。请确认选对了文件。")
    return Text(package, part, root, tuple(blocks(body)), sheet(package, part))


def body_of(text: Text) -> Element:
    """Return the body of a text."""
    return next(text.root.iterchildren(_BODY))


def notes(text: Text) -> tuple[str, ...]:
    """Return in Chinese what the text holds that is not shown but kept on saving."""
    counts = Counter([child.tag for child in text.root.iter()])
    rows = [
        (counts[w("txbxContent")], "{}处文本框"),
        (counts[w("del")] + counts[w("moveFrom")], "{}处修订中删去的文字"),
        (counts[w("footnoteReference")] + counts[w("endnoteReference")], "{}条脚注、尾注的内容"),
        (counts[w("commentReference")], "{}条批注"),
    ]
    found = "、".join([label.format(count) for count, label in rows if count])
    return (f"文件中的{found}没有显示，保存时原样保留。",) if found else ()


def carried(text: Text) -> details.Carried:
    """Return what the details part of a package holds, nothing where it has none."""
    part = attach.place(text.package, text.part)
    return details.Carried() if part is None else details.carried(text.package.xml(part))


def _blocks(text: Text) -> list[_Read]:
    fields, counters = Fields(), labels(text.package, text.part)
    return [
        _table(element, at)
        if element.tag == _TBL
        else _paragraph(element, at, text.sheet, fields, counters)
        for at, element in enumerate(text.elements)
    ]


def _table(element: Element, at: int) -> _Read:
    runs = normal([Run(table_text(element))])
    return _Read(Block(runs, Role.OBJECT, object=f"table{at}"))


def _paragraph(element: Element, at: int, styles: Sheet, fields: Fields, counters: Labels) -> _Read:
    runs = [as_run(piece.text, shown) for piece, shown in visible(element, styles, fields)]
    made = Block(normal(runs))
    if not made.runs and has_picture(element):
        made = replace(made, role=Role.OBJECT, object=f"picture{at}")
    properties = element.find(_PPR)
    style_id = value(None if properties is None else properties.find(_PSTYLE))
    style = styles.style(style_id)
    list_ = listed(_NOTHING if properties is None else properties, style_id, styles)
    if list_ is not None:
        label = counters.next(*list_)
        made = replace(made, label=label if made.runs else "")
    if properties is None:
        return _Read(made, style.name, style.outline, "", style.align)
    level = value(properties.find(_OUTLINE))
    outline = int(level) if level.isdecimal() else style.outline
    return _Read(made, style.name, outline, value(properties.find(_JC)), style.align)


def visible(element: Element, styles: Sheet, fields: Fields) -> Iterator[tuple[Piece, Look]]:
    """Yield the pieces of a paragraph that are not hidden, with what their runs say."""
    last: Element | None = None
    shown = look(None)
    for piece in pieces(element, fields):
        if piece.run is not last:
            last = piece.run
            shown = look(None if last is None else last.find(_RPR), styles)
        if not shown.hidden:
            yield piece, shown


def as_run(text: str, shown: Look) -> Run:
    """Return a run with what run properties say."""
    return Run(
        text,
        bool(shown.bold),
        bool(shown.italic),
        bool(shown.underline),
        shown.color,
        shown.font,
        shown.size,
    )


def _without_usual(found: Sequence[_Read]) -> list[Block]:
    """Return the blocks without the face, size and colour that most of their text has.

    What the bulk of the paragraphs of one style looks like is the look of their role, not a
    writer's emphasis.
    """
    usual: dict[str, Counter[tuple[str | None, float | None, str | None]]] = {}
    for row in found:
        counter = usual.setdefault(row.style, Counter())
        for run in row.block.runs:
            counter[run.font, run.size, run.color] += len(run.text)
    made: list[Block] = []
    for row in found:
        common = usual[row.style].most_common(1)
        font, size, color = common[0][0] if common else (None, None, None)
        runs = [
            replace(
                run,
                font=None if run.font == font else run.font,
                size=None if run.size == size else run.size,
                color=None if run.color == color else run.color,
            )
            for run in row.block.runs
        ]
        made.append(replace(row.block, runs=normal(runs)))
    return made


def _with_roles(
    plain: Sequence[Block],
    found: Sequence[_Read],
    chosen: Mapping[int, Role],
    known: Mapping[str, Role],
) -> list[Block]:
    """Return the blocks with roles: the writer's choice, then styles, then the text itself."""
    texts = [block.label + block.text for block in plain]
    objects = {at: Role.OBJECT for at, block in enumerate(plain) if block.object}
    settled = {**chosen, **objects}
    first = recognize(texts, settled)
    styled = _styled(found, first, known)
    settled = {**styled, **settled}
    roles = recognize(texts, settled) if styled else first
    return [
        replace(
            block,
            role=role,
            chosen=at in settled and at not in objects,
            align=_align(row, role),
        )
        for at, (block, row, role) in enumerate(zip(plain, found, roles, strict=True))
    ]


def _styled(
    found: Sequence[_Read], first: Sequence[Role], known: Mapping[str, Role]
) -> dict[int, Role]:
    """Return the roles that styles and outline levels give where the text says otherwise."""
    given: dict[int, Role] = {}
    for at, row in enumerate(found):
        if row.block.object or not row.block.text.strip():
            continue
        role = known.get(row.style)
        if row.style.startswith("toc "):  # its lines repeat the headings
            given[at] = Role.BODY
            continue
        if row.outline is not None and row.outline < len(HEADINGS) and role not in _OUTLINED:
            role = HEADINGS[row.outline]
        # A number written in the text tells the level better than the style it was given.
        numbered = role in HEADINGS and first[at] in _OUTLINED
        if role is not None and role not in _COMMON and role is not first[at] and not numbered:
            given[at] = role
    return given


_OUTLINED = frozenset({*HEADINGS, Role.PART})
_COMMON = frozenset({Role.BODY, Role.ITEM, Role.BLANK, Role.DATE})


def _align(row: _Read, role: Role) -> Align | None:
    """Return the alignment where it differs from what the role asks for.

    Ragged and justified text are not told apart, for few mean the difference.
    """
    align = ALIGNMENTS.get(row.align or row.inherited, Align.LEFT)
    usual = load(NATIONAL).roles[role].align
    if row.block.object or not row.block.runs:
        return None
    return None if _SIDE.get(align, align) == _SIDE.get(usual, usual) else align


_SIDE = {Align.LEFT: Align.JUSTIFY}
